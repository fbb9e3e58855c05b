/* main.c: the tests of the formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_bad_tests ();
  add_good_tests ();
  add_type_tests ();
  add_limit_tests ();
  add_locate_tests ();
  add_rewrite_tests ();
  add_unknown_tests ();
  add_random_tests ();
  add_command_tests ();
  add_merge_tests ();
  add_action_tests ();

  return g_test_run ();
}
