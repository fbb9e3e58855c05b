/* test-random.c: thousands of random edits, all taken back and done again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-edit.h"
#include "list-model-validator.h"

static const char *paths[] = {
  "date", "dateText", "time", "duration", "location", "kind", "title", "status", "reason",
  "papers[0].title", "papers[0].url", "papers[1].part", "papers[0].authors", "papers[0]",
  "presenters", "presenters[0]", "presenters[1]",
  "resources[0].label", "resources[0].file", "resources[0].url", "resources[0].primary",
  "resources[1].label", "resources[1].primary", "resources[0]",
  "note", "extra.Room", "ignore[0]",
};

static const char *values[] = {
  "", "a", "ab", "Week 5", "2023-01-04", "2022-12-31", "15:00", "60", "break", "announcement",
  "cancelled", "https://example.org/", "files/a.pdf", "true", "A, B",
};

/* Everything the schedule says, so that two of them can be compared. */
static LecternSchedule *
remember (LecternSchedule *schedule)
{
  return lectern_schedule_snapshot (schedule);
}

static void
assert_same (LecternSchedule *a,
             LecternSchedule *b)
{
  g_assert_cmpuint (lectern_schedule_get_n_sessions (a), ==, lectern_schedule_get_n_sessions (b));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (a); i++)
    {
      LecternSession *left = lectern_schedule_get_session (a, i);
      LecternSession *right = lectern_schedule_get_session (b, i);

      g_assert_cmpuint (lectern_session_get_key (left), ==, lectern_session_get_key (right));
      g_assert_true (lectern_record_equal (LECTERN_RECORD (left), LECTERN_RECORD (right)));
    }
}

static void
random_edit (LecternHistory *history,
             GRand          *rand)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  guint n = lectern_schedule_get_n_sessions (schedule);
  const char *path = paths[g_rand_int_range (rand, 0, G_N_ELEMENTS (paths))];
  const char *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
  const char *dated[] = { "date=2023-01-04", NULL };
  LecternSession *session = n == 0 ? NULL
                                   : lectern_schedule_get_session (schedule,
                                                                   g_rand_int_range (rand, 0, n));

  switch (n == 0 ? 0 : g_rand_int_range (rand, 0, 20))
    {
    case 0:
    case 1:
      g_assert_nonnull (lectern_edit_add (history, dated, NULL));
      break;
    case 2:
      lectern_edit_remove (history, session);
      break;
    case 3:
      lectern_history_move (history, session, g_rand_int_range (rand, 0, n), "Move");
      break;
    case 4:
      lectern_edit_duplicate (history, session);
      break;
    case 5:
      lectern_history_undo (history);
      break;
    case 6:
      lectern_history_redo (history);
      break;
    case 7:
      lectern_history_seal (history);
      break;
    case 8:
      lectern_history_begin_group (history, "Group");
      lectern_edit_set (history, session, path, value, NULL);
      lectern_edit_duplicate (history, session);
      lectern_edit_remove (history, session);
      lectern_history_end_group (history);
      break;
    case 9:
      lectern_edit_set_head (history, "title", value, NULL);
      break;
    default:
      /* Many are refused; those change nothing. */
      lectern_edit_type (history, session, path, value, NULL);
      break;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221123);
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  G_GNUC_UNUSED g_autoptr (ListModelValidator) validator = list_model_validator_new (G_LIST_MODEL (schedule));
  g_autoptr (LecternSchedule) start = remember (schedule);
  g_autoptr (LecternSchedule) end = NULL;
  guint steps = 0;

  for (guint i = 0; i < 10000; i++)
    random_edit (history, rand);
  while (lectern_history_redo (history))
    ;
  end = remember (schedule);

  while (lectern_history_undo (history))
    steps++;
  g_assert_cmpuint (steps, >, 3000);
  assert_same (schedule, start);
  g_assert_true (lectern_history_get_saved (history));

  while (lectern_history_redo (history))
    ;
  assert_same (schedule, end);
}

void
add_random_tests (void)
{
  g_test_add_func ("/model/random", test_random);
}
