/* test-people.c: who presented how often, whose turn it is, and the rota
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-date.h"
#include "lectern-people.h"

#define TODAY "2023-01-12"

/* A schedule is "DATE NAME+NAME" for each session, with "; " between; it ends
 * in "!b" for a break, "!a" for an announcement, "!x" for one that is
 * cancelled; a date of "-" is none, and "?" stands for nobody. */
static LecternSchedule *
read_people (const char *text,
             const char *skipped)
{
  LecternSchedule *schedule = lectern_schedule_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  if (skipped != NULL)
    {
      g_auto (GStrv) names = g_strsplit (skipped, "+", -1);

      lectern_record_set_strings (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                                  LECTERN_HEAD_SKIP_PRESENTERS, (const char * const *) names);
    }
  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) marks = g_strsplit (rows[i], "!", 2);
      g_auto (GStrv) words = g_strsplit (marks[0], " ", 2);
      g_auto (GStrv) names = g_strsplit (words[1], "+", -1);
      g_autoptr (LecternSession) session = lectern_session_new ();
      LecternRecord *record = LECTERN_RECORD (session);

      lectern_record_set_string (record, LECTERN_SESSION_DATE, *words[0] != '-' ? words[0] : NULL);
      lectern_record_set_strings (record, LECTERN_SESSION_PRESENTERS,
                                  *words[1] != '?' ? (const char * const *) names : NULL);
      if (marks[1] != NULL && *marks[1] == 'x')
        lectern_record_set_string (record, LECTERN_SESSION_STATUS, "cancelled");
      else if (marks[1] != NULL)
        lectern_record_set_string (record, LECTERN_SESSION_KIND,
                                   *marks[1] == 'b' ? "break" : "announcement");
      lectern_schedule_splice (schedule, lectern_schedule_get_n_sessions (schedule), 0, &session, 1);
    }

  return schedule;
}

/* The same text again, and after "; skip " who is skipped. */
static char *
write_people (LecternSchedule *schedule)
{
  GString *text = g_string_new (NULL);
  const char * const *skipped =
    lectern_head_get_skip_presenters (lectern_schedule_get_head (schedule));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char * const *names = lectern_session_get_presenters (session);
      g_autofree char *joined = names != NULL ? g_strjoinv ("+", (char **) names) : NULL;
      const char *date = lectern_session_get_date (session);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", date != NULL ? date : "-",
                              joined != NULL ? joined : "?");
      if (lectern_session_get_cancelled (session))
        g_string_append (text, "!x");
      else if (lectern_session_get_kind (session) != LECTERN_KIND_SESSION)
        g_string_append (text, lectern_session_get_kind (session) == LECTERN_KIND_BREAK ? "!b" : "!a");
    }
  if (skipped != NULL)
    {
      g_autofree char *joined = g_strjoinv ("+", (char **) skipped);

      g_string_append_printf (text, "; skip %s", joined);
    }

  return g_string_free (text, FALSE);
}

static const char *
format_date (const GDate *date,
             char        *buffer)
{
  if (!g_date_valid (date))
    return "-";

  g_date_strftime (buffer, 11, "%Y-%m-%d", date);

  return buffer;
}

typedef struct
{
  const char *name;
  const char *schedule;
  const char *skipped;
  /* "NAME PAST PLANNED LAST NEXT" of each, in the order of turns. */
  const char *people;
  const char *suggested;
} ListCase;

static const ListCase list_cases[] = {
  { "nobody", "2023-01-04 ?", NULL, "", NULL },
  { "empty", "", NULL, "", NULL },
  { "past-and-planned", "2023-01-04 A; 2023-01-11 B; 2023-01-18 A", NULL,
    "B 1 0 2023-01-11 -; A 1 1 2023-01-04 2023-01-18", "B" },
  { "today-is-ahead", "2023-01-12 A; 2023-01-11 B", NULL,
    "B 1 0 2023-01-11 -; A 0 1 - 2023-01-12", "B" },
  { "least-recently", "2023-01-11 A; 2022-12-07 B; 2022-11-30 C; 2023-01-04 C", NULL,
    "B 1 0 2022-12-07 -; C 2 0 2023-01-04 -; A 1 0 2023-01-11 -", "B" },
  { "several-each", "2023-01-04 A+B; 2023-01-11 B", NULL,
    "A 1 0 2023-01-04 -; B 2 0 2023-01-11 -", "A" },
  { "spellings", "2023-01-04  Ä a ; 2023-01-11 ä A", NULL, "ä A 2 0 2023-01-11 -", "ä A" },
  { "twice-in-one-counts-once", "2023-01-04 A+a+ ", NULL, "A 1 0 2023-01-04 -", "A" },
  { "cancelled-is-not-counted", "2023-01-04 A; 2023-01-11 B!x; 2022-12-07 C!x", NULL,
    "B 0 0 - -; C 0 0 - -; A 1 0 2023-01-04 -", "B" },
  { "breaks-and-announcements", "2023-01-04 A; 2023-01-11 B!b; 2023-01-18 C!a", NULL,
    "A 1 0 2023-01-04 -", "A" },
  { "without-a-date", "- A; 2023-01-11 B", NULL, "B 1 0 2023-01-11 -; A 0 1 - -", "B" },
  { "first-of-two-turns", "2023-02-01 A; 2023-01-18 A", NULL, "A 0 2 - 2023-01-18", "A" },
  { "all-are-planned", "2023-01-18 A; 2023-01-25 B; 2023-01-04 A", NULL,
    "B 0 1 - 2023-01-25; A 1 1 2023-01-04 2023-01-18", "B" },
  { "skipped", "2023-01-04 A; 2023-01-11 B", " a ", "B 1 0 2023-01-11 -; A 1 0 2023-01-04 -", "B" },
  { "all-are-skipped", "2023-01-04 A; 2023-01-11 B", "B+a", "A 1 0 2023-01-04 -; B 1 0 2023-01-11 -", NULL },
  { "a-tie-of-days", "2023-01-04 A; 2023-01-04 B; 2022-12-07 A", NULL,
    "B 1 0 2023-01-04 -; A 2 0 2023-01-04 -", "B" },
  { "leap-day", "2020-02-29 A; 2020-02-28 B", NULL, "B 1 0 2020-02-28 -; A 1 0 2020-02-29 -", "B" },
  { "no-such-day", "2022-02-30 A; 2022-02-28 B", NULL, "B 1 0 2022-02-28 -; A 0 1 - -", "B" },
};

static void
test_list (gconstpointer data)
{
  const ListCase *c = data;
  g_autoptr (LecternSchedule) schedule = read_people (c->schedule, c->skipped);
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *suggested = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GDate today;

  lectern_date_parse (TODAY, &today);
  people = lectern_people_list (schedule, &today);
  for (guint i = 0; i < people->len; i++)
    {
      const LecternPerson *person = g_ptr_array_index (people, i);
      char last[11], next[11];

      g_string_append_printf (text, "%s%s %u %u %s %s", i > 0 ? "; " : "", person->name,
                              person->n_past, person->n_planned,
                              format_date (&person->last, last), format_date (&person->next, next));
    }
  g_assert_cmpstr (text->str, ==, c->people);

  suggested = lectern_people_suggest (schedule, NULL, &today);
  g_assert_cmpstr (suggested, ==, c->suggested);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *skipped;
  /* "rota", "assign NAME" to the last session, "skip NAME" or "unskip NAME". */
  const char *action;
  const char *after;
} Case;

static const Case cases[] = {
  { "rota", "2022-12-28 A; 2023-01-04 B; 2023-01-11 C; 2023-01-18 ?; 2023-01-25 ?", NULL, "rota",
    "2022-12-28 A; 2023-01-04 B; 2023-01-11 C; 2023-01-18 A; 2023-01-25 B" },
  { "rota-goes-round", "2023-01-04 A; 2023-01-11 B; 2023-01-18 ?; 2023-01-25 ?; 2023-02-01 ?", NULL, "rota",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 A; 2023-01-25 B; 2023-02-01 A" },
  { "rota-leaves-what-is-taken", "2023-01-04 A; 2023-01-11 B; 2023-01-18 A; 2023-01-25 ?; 2023-02-01 ?", NULL, "rota",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 A; 2023-01-25 B; 2023-02-01 A" },
  { "rota-by-date", "2023-01-04 A; 2023-01-11 B; 2023-01-25 ?; 2023-01-18 ?", NULL, "rota",
    "2023-01-04 A; 2023-01-11 B; 2023-01-25 B; 2023-01-18 A" },
  { "rota-two-on-a-day", "2023-01-04 A; 2023-01-11 B; 2023-01-18 ?; 2023-01-18 ?", NULL, "rota",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 A; 2023-01-18 B" },
  { "rota-leaves-the-rest",
    "2023-01-04 A; 2023-01-05 ?; - ?; 2023-01-18 ?!b; 2023-01-25 ?!a; 2023-02-01 ?!x; 2023-02-08 ?", NULL, "rota",
    "2023-01-04 A; 2023-01-05 ?; - ?; 2023-01-18 ?!b; 2023-01-25 ?!a; 2023-02-01 ?!x; 2023-02-08 A" },
  { "rota-today", "2023-01-04 A; 2023-01-12 ?", NULL, "rota", "2023-01-04 A; 2023-01-12 A" },
  { "rota-skips", "2023-01-04 A; 2023-01-11 B; 2023-01-18 ?; 2023-01-25 ?", "a", "rota",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 B; 2023-01-25 B; skip a" },
  { "rota-fills-blanks", "2023-01-04 A; 2023-01-18  ", NULL, "rota", "2023-01-04 A; 2023-01-18 A" },
  { "rota-of-nothing", "2023-01-04 A; 2023-01-18 B", NULL, "rota", "2023-01-04 A; 2023-01-18 B" },
  { "assign", "2023-01-04 A; 2023-01-18 ?", NULL, "assign A", "2023-01-04 A; 2023-01-18 A" },
  { "assign-instead-of-two", "2023-01-18 B+C", NULL, "assign A, Jr.", "2023-01-18 A, Jr." },
  { "skip", "2023-01-04 A", NULL, "skip A", "2023-01-04 A; skip A" },
  { "skip-another", "2023-01-04 A", "Gone", "skip A", "2023-01-04 A; skip Gone+A" },
  { "skip-a-name-with-a-comma", "2023-01-04 A, B", NULL, "skip A, B", "2023-01-04 A, B; skip A, B" },
  { "skip-again", "2023-01-04 A", "a", "skip A", "2023-01-04 A; skip a" },
  { "unskip", "2023-01-04 A", "a", "unskip A", "2023-01-04 A" },
  { "unskip-all-spellings", "2023-01-04 A", "a+B+ A ", "unskip A", "2023-01-04 A; skip B" },
  { "unskip-again", "2023-01-04 A", "B", "unskip A", "2023-01-04 A; skip B" },
};

static LecternSession *
last_session (LecternSchedule *schedule)
{
  return lectern_schedule_get_session (schedule, lectern_schedule_get_n_sessions (schedule) - 1);
}

static void
act (LecternHistory *history,
     const char     *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", 2);
  g_autoptr (LecternPlan) plan = NULL;
  GDate today;

  if (g_str_equal (words[0], "assign"))
    {
      lectern_people_assign (history, last_session (lectern_history_get_schedule (history)), words[1]);
      return;
    }
  if (words[1] != NULL)
    {
      lectern_people_skip (history, words[1], *words[0] == 's');
      return;
    }

  lectern_date_parse (TODAY, &today);
  plan = lectern_people_plan_rota (lectern_history_get_schedule (history), &today, NULL);
  g_assert_nonnull (plan);
  if (plan->rows->len > 0)
    lectern_plan_apply (plan, history);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternSchedule) schedule = read_people (c->before, c->skipped);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autofree char *before = write_people (schedule);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  act (history, c->action);
  after = write_people (schedule);
  g_assert_cmpstr (after, ==, c->after);

  g_assert_cmpint (lectern_history_undo (history), ==, g_strcmp0 (before, after) != 0);
  g_assert_false (lectern_history_get_can_undo (history));
  undone = write_people (schedule);
  g_assert_cmpstr (undone, ==, before);

  lectern_history_redo (history);
  again = write_people (schedule);
  g_assert_cmpstr (again, ==, c->after);
}

static void
test_suggest_another (void)
{
  g_autoptr (LecternSchedule) schedule = read_people ("2023-01-04 A; 2023-01-11 B; 2023-01-18 a", NULL);
  LecternSession *session = lectern_schedule_get_session (schedule, 2);
  g_autofree char *suggested = NULL;
  g_autofree char *first = NULL;
  GDate today;

  lectern_date_parse (TODAY, &today);
  suggested = lectern_people_suggest (schedule, session, &today);
  g_assert_cmpstr (suggested, ==, "B");
  first = lectern_people_suggest (schedule, lectern_schedule_get_session (schedule, 1), &today);
  g_assert_cmpstr (first, ==, "a");
}

static void
test_complete (void)
{
  static const struct { const char *typed; const char *names; } rows[] = {
    { "", "" }, { " ", "" }, { "a", "Ann Lee+Ada" }, { "AN", "Ann Lee" }, { "le", "Ann Lee" },
    { "ada", "" }, { "Ada, a", "Ann Lee" }, { "Ada,", "" }, { "x", "" }, { "Bö", "Böll" },
    { "Ann Lee, Ada, b", "Böll" }, { "nn", "" },
  };
  g_autoptr (LecternSchedule) schedule =
    read_people ("2022-12-07 Ann Lee; 2023-01-04 Ada; 2023-01-11 Böll", NULL);
  GDate today;

  lectern_date_parse (TODAY, &today);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) names = lectern_people_complete (schedule, NULL, rows[i].typed, &today);
      g_autofree char *joined = g_strjoinv ("+", names);

      g_assert_cmpstr (joined, ==, rows[i].names);
    }
}

static void
test_refusal (void)
{
  static const char *schedules[][2] = { { "2023-01-18 ?", NULL }, { "2023-01-04 A; 2023-01-18 ?", "A" } };

  for (guint i = 0; i < G_N_ELEMENTS (schedules); i++)
    {
      g_autoptr (LecternSchedule) schedule = read_people (schedules[i][0], schedules[i][1]);
      g_autoptr (GError) error = NULL;
      GDate today;

      lectern_date_parse (TODAY, &today);
      g_assert_null (lectern_people_plan_rota (schedule, &today, &error));
      g_assert_error (error, LECTERN_PEOPLE_ERROR, LECTERN_PEOPLE_ERROR_NOBODY);
    }
}

void
add_people_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/people/list/", list_cases[i].name, NULL);

      g_test_add_data_func (path, &list_cases[i], test_list);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/people/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model/people/suggest-another", test_suggest_another);
  g_test_add_func ("/model/people/complete", test_complete);
  g_test_add_func ("/model/people/refusal", test_refusal);
}
