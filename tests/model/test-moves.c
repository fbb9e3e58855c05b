/* test-moves.c: tables of a schedule before, an action, and the schedule after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-text.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-postpone.h"
#include "lectern-term.h"

/* A schedule is "DATE TITLE" for each session, with "; " between; the title
 * ends in "!b" for a break, "!a" for an announcement, "!x" for one that is
 * cancelled; a date of "-" is none.  "@15:00" after the title is the time. */
typedef struct
{
  const char *name;
  const char *before;
  const char *action;
  const char *after;
} Case;

static const Case cases[] = {
#include "test-moves-cases.h"
};

static LecternPlan *
plan_term (LecternSchedule *schedule,
           char           **words)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  LecternTerm term = { .count = atoi (words[2]), .interval = 7, .holidays = holidays, .number_text = "Week" };

  if (words[3] == NULL)
    g_ptr_array_add (holidays, lectern_holiday_parse ("2022-12-24..2023-01-06=Rest"));
  else
    term.interval = atoi (words[3]);
  for (guint i = 4; words[3] != NULL && words[i] != NULL; i++)
    {
      if (strchr (words[i], ':') != NULL)
        term.time = words[i];
      else
        g_ptr_array_add (holidays, lectern_holiday_parse (words[i]));
    }
  g_assert_true (lectern_date_parse (words[1], &term.start));

  return lectern_term_plan (schedule, &term);
}

static LecternPlan *
plan_several (LecternSchedule *schedule,
              char           **words)
{
  g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, words[1]);

  if (g_str_equal (words[0], "several-weeks"))
    return lectern_postpone_several_by_weeks (schedule, sessions, atoi (words[2]), NULL);
  else if (g_str_equal (words[0], "several-slots"))
    return lectern_postpone_several_by_slots (schedule, sessions, NULL);
  else if (g_str_equal (words[0], "several-cancel"))
    return lectern_postpone_cancel_several (schedule, sessions, "strike", NULL);
  else
    return lectern_postpone_move (schedule, sessions,
                                  lectern_schedule_get_session (schedule, atoi (words[2])), NULL);
}

static LecternPlan *
make_plan (LecternSchedule *schedule,
           const char      *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", -1);
  LecternSession *session = NULL;
  GDate today;

  if (words[1] != NULL && strlen (words[1]) < 3)
    session = lectern_schedule_get_session (schedule, atoi (words[1]));
  lectern_date_parse ("2023-01-02", &today);

  if (g_str_equal (words[0], "weeks") || g_str_equal (words[0], "only"))
    return lectern_postpone_by_weeks (schedule, session, atoi (words[2]), words[0][0] == 'w', NULL);
  else if (g_str_equal (words[0], "slots"))
    return lectern_postpone_by_slots (schedule, session, TRUE, NULL);
  else if (g_str_equal (words[0], "swap"))
    return lectern_postpone_swap (schedule, session,
                                  lectern_schedule_get_session (schedule, atoi (words[2])), NULL);
  else if (g_str_has_prefix (words[0], "cancel"))
    return lectern_postpone_cancel (schedule, session, "strike",
                                    g_str_equal (words[0], "cancel-slide"), NULL);
  else if (g_str_has_prefix (words[0], "continue"))
    return lectern_postpone_continue (schedule, session, words[0][8] == '-', NULL);
  else if (g_str_equal (words[0], "next"))
    {
      g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, words[1]);

      return lectern_postpone_schedule_next (schedule, sessions, &today, NULL);
    }
  else if (g_str_has_prefix (words[0], "several") || g_str_equal (words[0], "move"))
    return plan_several (schedule, words);
  else if (g_str_equal (words[0], "term"))
    return plan_term (schedule, words);
  else
    g_assert_not_reached ();
}

/* What is done at once, without a plan. */
static gboolean
edit (LecternHistory *history,
      const char     *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", -1);
  g_autoptr (GPtrArray) sessions = NULL;

  if (words[1] != NULL)
    sessions = schedule_text_list (lectern_history_get_schedule (history), words[1]);

  if (g_str_equal (words[0], "sort"))
    lectern_edit_sort (history);
  else if (g_str_equal (words[0], "remove"))
    lectern_edit_remove_all (history, sessions);
  else if (g_str_equal (words[0], "duplicate"))
    g_ptr_array_unref (lectern_edit_duplicate_all (history, sessions));
  else if (g_str_equal (words[0], "breaks"))
    g_assert_true (lectern_edit_set_all (history, sessions, "kind", "break", NULL));
  else
    return FALSE;

  return TRUE;
}

static void
count_change (guint *n)
{
  (*n)++;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternSchedule) schedule = schedule_text_read (c->before);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  guint n = 0;

  if (!edit (history, c->action))
    {
      g_autoptr (LecternPlan) plan = make_plan (schedule, c->action);

      g_assert_nonnull (plan);
      g_assert_nonnull (plan->label);
      lectern_plan_apply (plan, history);
    }

  after = schedule_text_write (schedule);
  g_assert_cmpstr (after, ==, c->after);

  /* Whatever comes, goes and moves: a list is told once. */
  g_signal_connect_swapped (schedule, "items-changed", G_CALLBACK (count_change), &n);
  g_assert_cmpint (lectern_history_undo (history), ==, strcmp (c->before, c->after) != 0);
  g_assert_cmpuint (n, <=, 1);
  g_assert_false (lectern_history_get_can_undo (history));
  undone = schedule_text_write (schedule);
  g_assert_cmpstr (undone, ==, c->before);

  lectern_history_redo (history);
  g_assert_cmpuint (n, <=, 2);
  again = schedule_text_write (schedule);
  g_assert_cmpstr (again, ==, c->after);
}

/* The meetings that a move by one goes to. */
static void
test_neighbours (void)
{
  static const struct { const char *sessions; const char *before; const char *behind; } rows[] = {
    { "0", NULL, "C" }, { "2", "A", "D" }, { "3", "C", NULL }, { "0,2", NULL, "D" },
    { "4", "D", NULL }, { "1", "D", NULL },
  };
  g_autoptr (LecternSchedule) schedule =
    schedule_text_read ("2023-01-04 A; 2023-01-11 B!b; 2023-01-18 C; 2023-01-25 D; - E");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, rows[i].sessions);
      LecternSession *before = lectern_postpone_find_neighbour (schedule, sessions, FALSE);
      LecternSession *behind = lectern_postpone_find_neighbour (schedule, sessions, TRUE);

      g_assert_cmpstr (before != NULL ? lectern_session_get_title (before) : NULL, ==, rows[i].before);
      g_assert_cmpstr (behind != NULL ? lectern_session_get_title (behind) : NULL, ==, rows[i].behind);
    }
}

static void
test_parts (void)
{
  static const struct { const char *part; const char *next; } parts[] = {
    { "Lecture 3", "Lecture 4" }, { "9", "10" }, { "Chapters 1 & 2", NULL },
    { "Introduction", NULL }, { "Section 7...", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (LecternSchedule) schedule = schedule_text_read ("2023-01-04 A");
      g_autoptr (LecternPaper) paper = lectern_paper_new ();
      g_autoptr (LecternPlan) plan = NULL;
      g_autoptr (LecternPaper) planned = NULL;
      LecternSession *session = lectern_schedule_get_session (schedule, 0);

      lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_PART, parts[i].part);
      g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);
      plan = lectern_postpone_continue (schedule, session, FALSE, NULL);
      planned = g_list_model_get_item (lectern_session_get_papers (((LecternPlanRow *) plan->rows->pdata[0])->after), 0);
      g_assert_cmpstr (lectern_paper_get_part (planned), ==, parts[i].next);
    }
}

static void
test_refusals (void)
{
  g_autoptr (LecternSchedule) schedule = schedule_text_read ("2023-01-04 A!x; 2023-01-11 B!b; - C; 2023-02-30 D");

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_postpone_by_weeks (schedule, lectern_schedule_get_session (schedule, i),
                                                1, TRUE, &error));
      g_assert_error (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_MEETING);
    }
}

/* What is said where there is no day to move to, and nothing to schedule. */
static void
test_no_room (void)
{
  static const struct { const char *schedule; guint session; int weeks; } rows[] = {
    { "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", 1, -1 },
    { "2023-01-04 A; 2023-01-11 X!b; 2023-01-18 C", 2, -3 },
    { "9999-12-24 A; 9999-12-31 B", 0, 1 },
    { "9999-12-24 A", 0, 520 },
    { "0001-01-03 A", 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternSchedule) schedule = schedule_text_read (rows[i].schedule);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) waiting = NULL;
      GDate today;

      g_assert_null (lectern_postpone_by_weeks (schedule,
                                                lectern_schedule_get_session (schedule, rows[i].session),
                                                rows[i].weeks, TRUE, &error));
      g_assert_error (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_ROOM);

      lectern_date_parse ("2023-01-02", &today);
      g_ptr_array_add (none, lectern_schedule_get_session (schedule, 0));
      g_assert_null (lectern_postpone_schedule_next (schedule, none, &today, &waiting));
      g_assert_error (waiting, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NOT_WAITING);
    }
}

/* Nothing is moved onto a break or onto what is cancelled, and they stay. */
static void
test_move_refusals (void)
{
  static const struct { const char *sessions; guint target; } rows[] = {
    { "0", 1 }, { "0", 2 }, { "0", 3 }, { "1", 0 }, { "2", 0 }, { "1,2", 0 },
  };
  g_autoptr (LecternSchedule) schedule =
    schedule_text_read ("2023-01-04 A; 2023-01-11 B!b; 2023-01-18 C!x; - D");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, rows[i].sessions);
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_postpone_move (schedule, sessions,
                                            lectern_schedule_get_session (schedule, rows[i].target),
                                            &error));
      g_assert_error (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_MEETING);
    }
}

void
add_moves_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/moves/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/model/moves/parts", test_parts);
  g_test_add_func ("/model/moves/refusals", test_refusals);
  g_test_add_func ("/model/moves/no-room", test_no_room);
  g_test_add_func ("/model/moves/move-refusals", test_move_refusals);
  g_test_add_func ("/model/moves/neighbours", test_neighbours);
}
