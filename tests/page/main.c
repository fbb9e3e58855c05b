/* main.c: runs the tests of the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tests.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("LECTERN_TODAY", "2024-01-01", TRUE);
  g_test_init (&argc, &argv, NULL);

  add_date_tests ();
  add_fixture_tests ();
  add_publish_tests ();
  add_shared_tests ();
  add_table_tests ();
  add_law_tests ();

  return g_test_run ();
}
