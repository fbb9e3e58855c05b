/* main.c: the tests of the model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_record_tests ();
  add_session_tests ();
  add_schedule_tests ();
  add_history_tests ();
  add_edit_tests ();
  add_holidays_tests ();
  add_random_tests ();
  add_date_tests ();
  add_checks_tests ();
  add_moves_tests ();
  add_people_tests ();
  add_warnings_tests ();

  return g_test_run ();
}
