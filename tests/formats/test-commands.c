/* test-commands.c: thousands of random edits with saves in between, all taken
 * back and done again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "random-schedule.h"
#include "support.h"

#include <string.h>

static void
run (const char *text,
     guint       n,
     guint       every)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint steps = 0;

  for (guint i = 0; i < n; i++)
    {
      random_schedule_edit (history, rand);

      if (i % every == 0)
        {
          g_autofree char *written = support_write (schedule);

          support_assert_reads (schedule, written);
          lectern_history_mark_saved (history, lectern_history_get_state (history));
        }
    }

  while (lectern_history_redo (history))
    ;
  end = support_write (schedule);
  support_assert_reads (schedule, end);
  g_assert_cmpstr (end, !=, text);

  while (lectern_history_undo (history))
    steps++;
  undone = support_write (schedule);
  g_assert_cmpstr (undone, ==, text);
  g_assert_cmpuint (steps, >, n / 10);

  while (lectern_history_redo (history))
    ;
  redone = support_write (schedule);
  g_assert_cmpstr (redone, ==, end);
}

static void
test_commands (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (36);
  g_autofree char *text = random_schedule_new (rand, 36, NULL);

  run (text, 10000, 20);
}

static void
test_commands_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "deep-learning-theory.lectern.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  run (text, 10000, 50);
}

void
add_command_tests (void)
{
  g_test_add_func ("/json/commands/odd", test_commands);
  g_test_add_func ("/json/commands/sample", test_commands_sample);
}
