/* test-warnings.c: what is wrong between sessions: each warning, and no other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include <string.h>

#include "lectern-checks.h"
#include "lectern-date.h"
#include "lectern-paper-id.h"

/* "DATE" or "DATE URL" or "DATE URL PART" for each session, and what is found:
 * "POSITION:CODE" or, with its remedy, "POSITION:CODE(REMEDY)". */
typedef struct
{
  const char *name;
  const char *sessions;
  const char *warnings;
} Case;

static const Case cases[] = {
  { "fine", "2023-01-04; 2023-01-11; 2023-01-18; 2023-01-25", "" },
  { "order", "2023-01-04; 2023-01-11; 2023-01-25; 2023-01-18; 2023-02-01", "3:order" },
  { "one-too-late", "2023-01-04; 2023-03-15; 2023-01-11; 2023-01-18", "1:order" },
  { "twice-out-of-order", "2023-01-04; 2023-01-11; 2023-01-18; 2023-01-11; 2023-01-25",
    "3:order 3:repeated-date" },
  { "twice", "2023-01-04; 2023-01-04; 2023-01-11; 2023-01-18", "1:repeated-date" },
  { "year", "2022-12-14; 2022-12-21; 2022-01-04; 2023-01-11; 2023-01-18", "2:year(date=2023-01-04)" },
  { "year-after", "2022-12-14; 2023-12-21; 2022-12-28; 2023-01-04", "1:year(date=2022-12-21)" },
  { "newest-first", "2023-02-01; 2023-01-25; 2023-01-18; 2023-01-11; 2023-01-04", "" },
  { "newest-first-and-a-slip", "2023-02-08; 2023-02-01; 2023-01-25; 2023-01-11; 2023-01-18; 2023-01-04; 2022-12-28", "4:order" },
  { "two-out-of-order", "2023-01-11; 2023-01-04", "1:order" },
  { "sections", "2023-09-06; 2023-09-13; 2023-09-20; 2023-09-27; 2023-01-11; 2023-01-18; 2023-01-25; 2023-02-01", "" },
  { "sections-and-a-slip",
    "2023-09-06; 2023-09-13; 2023-09-20; 2023-09-27; 2023-01-11; 2023-01-25; 2023-01-18; 2023-02-01; 2023-02-08", "6:order" },
  { "sections-that-go-both-ways",
    "2023-09-27; 2023-09-20; 2023-09-13; 2023-09-06; 2023-08-30; 2023-08-23; 2022-01-12; 2022-01-19; 2022-01-26; 2022-02-02; 2022-02-09; 2022-02-16", "" },
  { "year-of-many-forgotten",
    "2022-11-30; 2022-12-07; 2022-12-14; 2022-12-21; 2022-01-04; 2022-01-11; 2022-01-18; 2022-01-25; 2022-02-01",
    "4:year(date=2023-01-04) 5:year(date=2023-01-11) 6:year(date=2023-01-18) 7:year(date=2023-01-25) 8:year(date=2023-02-01)" },
  { "terms-of-one-year",
    "2022-10-05; 2022-10-12; 2022-10-19; 2022-12-21; 2022-01-05; 2022-01-12; 2022-01-19; 2022-01-26", "" },
  { "two-on-most-days",
    "2023-06-13; 2023-06-20; 2023-06-20; 2023-06-27; 2023-06-27; 2023-07-04; 2023-07-11; 2023-07-11", "" },
  { "twice-a-week", "2023-01-03; 2023-01-05; 2023-01-10; 2023-01-12; 2023-01-17; 2023-01-19", "" },
  { "first-tuesday", "2023-01-03; 2023-02-07; 2023-03-07; 2023-04-04; 2023-05-02", "" },
  { "a-second-day-now-and-then",
    "2023-01-04; 2023-01-11; 2023-01-20; 2023-01-25; 2023-02-01; 2023-02-10; 2023-02-15; 2023-02-22; 2023-03-03; 2023-03-08; 2023-03-15; 2023-03-22", "" },
  { "leap-day", "2024-02-22; 2024-02-29; 2024-03-07; 2024-03-14", "" },
  { "new-year-of-53-weeks", "2020-12-23; 2020-12-30; 2021-01-06; 2021-01-13", "" },
  { "read-before-newest-first",
    "2023-02-01 https://example.org/b; 2023-01-25; 2023-01-18; 2023-01-11 https://example.org/b; 2023-01-04", "0:repeated-paper" },
  { "weekday", "2022-09-07; 2022-09-14; 2022-09-22; 2022-09-28; 2022-10-05", "2:weekday(date=2022-09-21)" },
  { "weekday-changes-for-good",
    "2022-09-07; 2022-09-14; 2022-09-21; 2022-09-28; 2022-10-07; 2022-10-14; 2022-10-21; 2022-10-28", "" },
  { "too-few-to-tell", "2022-09-07; 2022-09-15; 2022-09-21", "" },
  { "same-paper", "2023-01-04 https://arxiv.org/abs/2303.10512; 2023-04-05 http://www.arxiv.org/pdf/2303.10512v2.pdf",
    "0:newer-paper 1:repeated-paper" },
  { "another-part", "2023-01-04 https://example.org/b 1; 2023-01-11 https://example.org/b 2", "" },
  { "same-part", "2023-01-04 https://example.org/b 1; 2023-01-11 https://www.example.org/b/ 1", "1:repeated-paper" },
  { "openreview", "2023-01-04 https://openreview.net/forum?id=a; 2023-01-11 https://openreview.net/pdf?id=a", "1:repeated-paper" },
  { "another-openreview", "2023-01-04 https://openreview.net/forum?id=a; 2023-01-11 https://openreview.net/pdf?id=b", "" },
  { "doi", "2023-01-04 https://doi.org/10.1145/2611462.2611496; 2023-01-11 https://dl.acm.org/doi/pdf/10.1145/2611462.2611496", "1:repeated-paper" },
  { "appeared-that-month", "2022-09-07 https://arxiv.org/abs/2209.04836", "" },
  { "appeared-later", "2022-08-31 https://arxiv.org/abs/2209.04836", "0:newer-paper" },
  { "old-arxiv", "1999-01-06 https://arxiv.org/abs/hep-th/9901001; 2000-01-05 https://arxiv.org/abs/cs.LG/0703001", "1:newer-paper" },
};

static LecternSchedule *
read_schedule (const char *text)
{
  LecternSchedule *schedule = lectern_schedule_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autoptr (LecternSession) session = lectern_session_new ();
      g_autoptr (LecternResource) notes = lectern_resource_new ();
      g_auto (GStrv) parts = g_strsplit (rows[i], " ", 3);

      lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, parts[0]);
      lectern_record_set_string (LECTERN_RECORD (notes), LECTERN_RESOURCE_FILE, "a.pdf");
      g_list_store_append (G_LIST_STORE (lectern_session_get_resources (session)), notes);
      if (parts[1] != NULL)
        {
          g_autoptr (LecternPaper) paper = lectern_paper_new ();

          lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_URL, parts[1]);
          lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_PART, parts[2]);
          g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);
        }
      lectern_schedule_splice (schedule, i, 0, &session, 1);
    }

  return schedule;
}

static char *
run_checks (LecternSchedule            *schedule,
            const LecternChecksOptions *options)
{
  g_autoptr (GPtrArray) warnings = lectern_checks_run (schedule, options);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      LecternWarning *warning = g_ptr_array_index (warnings, i);
      guint position = 0;

      if (i > 0)
        g_string_append_c (text, ' ');
      if (lectern_schedule_find_key (schedule, warning->key, &position) != NULL)
        g_string_append_printf (text, "%u:", position);
      g_string_append (text, warning->code);
      if (warning->remedy != NULL)
        g_string_append_printf (text, "(%s)", warning->remedy[0]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_today (LecternChecksOptions *options,
           const char           *today)
{
  memset (options, 0, sizeof *options);
  lectern_date_parse (today, &options->today);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternSchedule) schedule = read_schedule (c->sessions);
  LecternChecksOptions options;
  g_autofree char *found = NULL;

  set_today (&options, "2030-01-01");
  found = run_checks (schedule, &options);
  g_assert_cmpstr (found, ==, c->warnings);
}

static LecternFileState
find_none (const char *path,
           gpointer    user_data)
{
  return LECTERN_FILE_STATE_MISSING;
}

static void
test_notes (void)
{
  g_autoptr (LecternSchedule) schedule = read_schedule ("2023-01-04; 2023-01-11; 2023-01-18");
  LecternChecksOptions options;
  g_autofree char *summed = NULL;
  g_autofree char *each = NULL;
  g_autofree char *files = NULL;

  set_today (&options, "2023-01-12");
  for (guint i = 0; i < 3; i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);

      if (i != 2)
        g_list_store_remove_all (G_LIST_STORE (lectern_session_get_resources (session)));
      lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_TITLE, "T");
    }

  summed = run_checks (schedule, &options);
  g_assert_cmpstr (summed, ==, "no-notes");
  options.each_without_notes = TRUE;
  each = run_checks (schedule, &options);
  g_assert_cmpstr (each, ==, "0:no-notes 1:no-notes");
  options.each_without_notes = FALSE;
  options.look_for = find_none;
  files = run_checks (schedule, &options);
  g_assert_cmpstr (files, ==, "no-notes 2:missing-file");
}

static void
test_next (void)
{
  g_autoptr (LecternSchedule) schedule = read_schedule ("2023-01-04 https://example.org/a; 2023-01-11");
  const char *names[] = { "A", NULL };
  LecternChecksOptions options;
  g_autofree char *unnamed = NULL;
  g_autofree char *named = NULL;

  set_today (&options, "2023-01-10");
  unnamed = run_checks (schedule, &options);
  g_assert_cmpstr (unnamed, ==, "1:next-paper");

  lectern_record_set_strings (LECTERN_RECORD (lectern_schedule_get_session (schedule, 0)),
                              LECTERN_SESSION_PRESENTERS, names);
  named = run_checks (schedule, &options);
  g_assert_cmpstr (named, ==, "1:next-paper 1:next-presenter");
}

static void
test_time_zone (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  LecternRecord *defaults = lectern_record_get_record (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                                                       LECTERN_HEAD_DEFAULTS);
  LecternChecksOptions options;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  set_today (&options, "2023-01-10");
  lectern_record_set_string (defaults, LECTERN_DEFAULTS_TIMEZONE, "Europe/London");
  good = run_checks (schedule, &options);
  g_assert_cmpstr (good, ==, "");
  lectern_record_set_string (defaults, LECTERN_DEFAULTS_TIMEZONE, "Europe/Londinium");
  bad = run_checks (schedule, &options);
  g_assert_cmpstr (bad, ==, "time-zone");
}

static guint
count_code (const char *found,
            const char *code)
{
  guint n = 0;

  while ((found = strstr (found, code)) != NULL)
    {
      found += strlen (code);
      n++;
    }

  return n;
}

/* Each remedy takes its warning away, and undo brings it back. */
static void
test_remedies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternSchedule) schedule = read_schedule (cases[i].sessions);
      g_autoptr (LecternHistory) history = lectern_history_new (schedule);
      g_autoptr (GPtrArray) warnings = NULL;
      LecternChecksOptions options;

      set_today (&options, "2030-01-01");
      warnings = lectern_checks_run (schedule, &options);
      for (guint j = 0; j < warnings->len; j++)
        {
          LecternWarning *warning = g_ptr_array_index (warnings, j);
          g_autofree char *after = NULL;
          g_autofree char *undone = NULL;

          if (warning->remedy_label == NULL)
            continue;
          g_assert_true (lectern_checks_remedy (history, warning, NULL));
          after = run_checks (schedule, &options);
          g_assert_cmpuint (count_code (after, warning->code), <,
                            count_code (cases[i].warnings, warning->code));
          g_assert_true (lectern_history_undo (history));
          undone = run_checks (schedule, &options);
          g_assert_cmpstr (undone, ==, cases[i].warnings);
        }
    }
}

static void
test_dismiss (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternSchedule) schedule = read_schedule (cases[i].sessions);
      g_autoptr (LecternHistory) history = lectern_history_new (schedule);
      g_autoptr (GPtrArray) warnings = NULL;
      g_autofree char *after = NULL;
      LecternChecksOptions options;

      set_today (&options, "2030-01-01");
      warnings = lectern_checks_run (schedule, &options);
      for (guint j = 0; j < warnings->len; j++)
        g_assert_true (lectern_checks_dismiss (history, g_ptr_array_index (warnings, j)));
      after = run_checks (schedule, &options);
      g_assert_cmpstr (after, ==, "");
    }
}

static void
test_paper_ids (void)
{
  static const struct { const char *url; const char *id; } ids[] = {
    { "https://arxiv.org/abs/2303.10512", "arxiv:2303.10512" },
    { "https://arxiv.org/pdf/2303.10512", "arxiv:2303.10512" },
    { "https://arxiv.org/pdf/2303.10512v3.pdf", "arxiv:2303.10512" },
    { "https://arxiv.org/abs/cs.LG/0703001v1", "arxiv:cs.LG/0703001" },
    { "https://doi.org/10.48550/arXiv.2303.10512", "arxiv:2303.10512" },
    { "https://openreview.net/forum?id=I1mkUkaguP&x=1", "openreview:I1mkUkaguP" },
    { "https://dl.acm.org/doi/10.1145/ABC.1", "doi:10.1145/abc.1" },
    { "http://www.example.org/a/", "example.org/a" },
    { "https://example.org/a?x=1", "example.org/a?x=1" },
    { "notes.pdf", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *id = lectern_paper_id_from_url (ids[i].url);

      g_assert_cmpstr (id, ==, ids[i].id);
    }
}

void
add_warnings_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/warnings/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/model/warnings/notes", test_notes);
  g_test_add_func ("/model/warnings/next", test_next);
  g_test_add_func ("/model/warnings/time-zone", test_time_zone);
  g_test_add_func ("/model/warnings/remedies", test_remedies);
  g_test_add_func ("/model/warnings/dismiss", test_dismiss);
  g_test_add_func ("/model/warnings/paper-ids", test_paper_ids);
}
