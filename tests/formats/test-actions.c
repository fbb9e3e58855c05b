/* test-actions.c: each action on a schedule, as a step that changes no other
 * line of the file, and taken back byte for byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "lectern-checks.h"
#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-people.h"
#include "lectern-postpone.h"
#include "lectern-term.h"

#define TODAY "2022-12-10"

/* Written as nobody else would: a session a line, with blanks and members that
 * are not known. */
static const char before[] =
  "{\"lectern\": 1,  \"title\":\"G\",\n"
  "  \"x-ours\": {\"a\":[1, 2]},\n"
  " \"sessions\": [\n"
  "{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
  "{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
  "  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
  "{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
  "{ \"id\":\"y\", \"date\":\"2023-01-04\", \"status\":\"cancelled\", \"reason\":\"strike\", \"title\":\"Y\"},\n"
  "{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
  "{ \"id\":\"e\", \"title\":\"E\", \"dateText\":\"soon\" },\n"
  "{ \"id\":\"f\", \"title\":\"F\" }\n"
  " ]\n"
  "}\n";

/* What is wrong here has remedies. */
static const char wrong[] =
  "{\"lectern\":1, \"defaults\": {\"duration\": -1},\"sessions\":[\n"
  "{\"id\":\"a\",\"date\":\"2022-12-07\",\"title\":\"A\",\"duration\":-60, \"resources\":[{\"url\":\"https://example.org/\", \"primary\":true},{\"file\":\"a.pdf\",\"primary\":true}]},\n"
  "{\"id\":\"b\",\"date\":\"2022-12-14\",\"title\":\"B\"},\n"
  "{\"id\":\"c\",\"date\":\"2022-12-22\",\"title\":\"C\"},\n"
  "{\"id\":\"d\",\"date\":\"2022-01-04\",\"title\":\"D\"},\n"
  "{\"id\":\"e\",\"date\":\"2023-01-25\",\"title\":\"E\"},\n"
  "{\"id\":\"e\",\"date\":\"2023-01-18\",\"title\":\"F\"},\n"
  "{\"id\":\"g\",\"date\":\"2023-02-01\",\"title\":\"G\"}\n"
  "]}\n";

/* An action, the lines that it takes away and those that it adds, and the ids
 * in their order; an id that is made by chance is NEW. */
typedef struct
{
  const char *name;
  const char *text;
  const char *action;
  const char *lines;
} Case;

static const Case cases[] = {
#include "test-actions-cases.h"
};

static LecternSession *
find (LecternSchedule *schedule,
      const char      *id)
{
  g_autoptr (GPtrArray) found = lectern_schedule_find (schedule, id);

  g_assert_cmpuint (found->len, >, 0);

  return g_ptr_array_index (found, 0);
}

static GPtrArray *
find_all (LecternSchedule *schedule,
          const char      *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, ",", -1);
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (sessions, find (schedule, words[i]));

  return sessions;
}

static LecternPlan *
make_term (LecternSchedule *schedule)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  LecternTerm term = { .count = 2, .holidays = holidays, .number_text = "Week" };

  g_assert_true (lectern_date_parse ("2023-01-18", &term.start));
  g_ptr_array_add (holidays, lectern_holiday_parse ("2023-01-25 Rest"));

  return lectern_term_plan (schedule, &term);
}

static LecternPlan *
make_plan (LecternSchedule  *schedule,
           char            **words)
{
  static const char * const others[] = { "skip", "remedy", "dismiss", NULL };
  g_autoptr (GPtrArray) sessions = words[1] != NULL && !g_strv_contains (others, words[0])
                                     ? find_all (schedule, words[1]) : NULL;
  LecternSession *session = sessions != NULL ? g_ptr_array_index (sessions, 0) : NULL;
  int number = words[1] != NULL && words[2] != NULL ? atoi (words[2]) : 0;
  GDate today;

  lectern_date_parse (TODAY, &today);
  if (g_str_equal (words[0], "weeks"))
    return lectern_postpone_by_weeks (schedule, session, number, TRUE, NULL);
  if (g_str_equal (words[0], "only"))
    return lectern_postpone_by_weeks (schedule, session, number, FALSE, NULL);
  if (g_str_equal (words[0], "several"))
    return lectern_postpone_several_by_weeks (schedule, sessions, number, NULL);
  if (g_str_equal (words[0], "several-slots"))
    return lectern_postpone_several_by_slots (schedule, sessions, NULL);
  if (g_str_equal (words[0], "slots"))
    return lectern_postpone_by_slots (schedule, session, TRUE, NULL);
  if (g_str_equal (words[0], "next-free"))
    return lectern_postpone_by_slots (schedule, session, FALSE, NULL);
  if (g_str_equal (words[0], "cancel"))
    return lectern_postpone_cancel (schedule, session, "ill", FALSE, NULL);
  if (g_str_equal (words[0], "cancel-slide"))
    return lectern_postpone_cancel (schedule, session, "ill", TRUE, NULL);
  if (g_str_equal (words[0], "cancel-several"))
    return lectern_postpone_cancel_several (schedule, sessions, "ill", NULL);
  if (g_str_equal (words[0], "swap"))
    return lectern_postpone_swap (schedule, session, find (schedule, words[2]), NULL);
  if (g_str_equal (words[0], "move"))
    return lectern_postpone_move (schedule, sessions, find (schedule, words[2]), NULL);
  if (g_str_has_prefix (words[0], "continue"))
    return lectern_postpone_continue (schedule, session, g_str_has_suffix (words[0], "slide"), NULL);
  if (g_str_equal (words[0], "schedule"))
    return lectern_postpone_schedule_next (schedule, sessions, &today, NULL);
  if (g_str_equal (words[0], "rota"))
    return lectern_people_plan_rota (schedule, &today, NULL);
  if (g_str_equal (words[0], "term"))
    return make_term (schedule);

  return NULL;
}

/* The warning of a code, which has a remedy or is dismissed. */
static void
mend (LecternHistory *history,
      const char     *code,
      gboolean        dismiss)
{
  LecternChecksOptions options = { 0 };
  g_autoptr (GPtrArray) warnings = NULL;

  lectern_date_parse (TODAY, &options.today);
  warnings = lectern_checks_run (lectern_history_get_schedule (history), &options);
  for (guint i = 0; i < warnings->len; i++)
    {
      LecternWarning *warning = g_ptr_array_index (warnings, i);

      if (!g_str_equal (warning->code, code) || warning->key == 0)
        continue;
      g_assert_true (dismiss ? lectern_checks_dismiss (history, warning)
                             : lectern_checks_remedy (history, warning, NULL));
      return;
    }
  g_assert_not_reached ();
}

static void
act (LecternHistory *history,
     const char     *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", 3);
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (LecternPlan) plan = make_plan (schedule, words);
  GDate today;

  lectern_date_parse (TODAY, &today);
  if (plan != NULL)
    {
      lectern_plan_apply (plan, history);
    }
  else if (g_str_equal (words[0], "remedy") || g_str_equal (words[0], "dismiss"))
    {
      mend (history, words[1], *words[0] == 'd');
    }
  else if (g_str_equal (words[0], "sort"))
    {
      lectern_edit_sort (history);
    }
  else if (g_str_equal (words[0], "skip"))
    {
      lectern_people_skip (history, words[1], TRUE);
    }
  else
    {
      g_autofree char *name = lectern_people_suggest (schedule, find (schedule, words[1]), &today);

      g_assert_cmpstr (words[0], ==, "suggest");
      lectern_people_assign (history, find (schedule, words[1]), name);
    }
}

/* The lines that one text has more often than the other. */
static void
append_lines (GString    *lines,
              const char *sign,
              const char *text,
              const char *other)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; others[i] != NULL; i++)
    g_ptr_array_add (left, others[i]);
  for (guint i = 0; all[i] != NULL; i++)
    {
      guint place;

      if (g_ptr_array_find_with_equal_func (left, all[i], g_str_equal, &place))
        g_ptr_array_remove_index (left, place);
      else
        g_string_append_printf (lines, "%s%s\n", sign, all[i]);
    }
}

static void
append_order (GString         *lines,
              LecternSchedule *schedule)
{
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      const char *id = lectern_session_get_id (lectern_schedule_get_session (schedule, i));

      g_string_append_printf (lines, "%s%s", i > 0 ? " " : "", strlen (id) > 1 ? "NEW" : id);
    }
}

static char *
name_new_ids (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\"id\": ?\"[a-z2-7]{16}\"", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "\"id\": \"NEW\"", 0, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternSchedule) schedule = support_read (c->text, -1);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autofree char *after = NULL;
  g_autofree char *named = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  act (history, c->action);
  after = support_write (schedule);
  named = name_new_ids (after);
  append_lines (lines, "-", c->text, named);
  append_lines (lines, "+", named, c->text);
  append_order (lines, schedule);
  g_assert_cmpstr (lines->str, ==, c->lines);

  g_assert_true (lectern_history_undo (history));
  g_assert_false (lectern_history_get_can_undo (history));
  undone = support_write (schedule);
  g_assert_cmpstr (undone, ==, c->text);
  g_assert_true (lectern_history_redo (history));
  redone = support_write (schedule);
  g_assert_cmpstr (redone, ==, after);
}

void
add_action_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json/actions/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}
