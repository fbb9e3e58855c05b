/* test-tables.c: tables that gain their first row, or lose their last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-scan.h"
#include "tests.h"

#define BARE "# Group\n\n| Date | Paper | Room size | Presenter |\n|---|:--|---|---|\n"
#define TAIL "\nText | after.\n"

static LecternSession *
new_session (const char *date,
             const char *title,
             const char *presenter)
{
  LecternSession *session = lectern_session_new ();

  set_member (session, "date", date);
  set_member (session, "papers[0].title", title);
  set_member (session, "presenters[0]", presenter);

  return session;
}

static void
add (LecternSchedule *schedule,
     const char      *date,
     const char      *title,
     const char      *presenter)
{
  g_autoptr (LecternSession) session = new_session (date, title, presenter);

  lectern_schedule_splice (schedule, lectern_schedule_get_n_sessions (schedule), 0, &session, 1);
}

static guint
n_notes (LecternPageReport *report,
         const char        *words)
{
  guint n = 0;

  for (guint i = 0; i < report->notes->len; i++)
    {
      LecternPageNote *note = g_ptr_array_index (report->notes, i);

      n += note->kind == LECTERN_PAGE_NOTE_REFUSED && (words == NULL || strstr (note->text, words) != NULL);
    }

  return n;
}

static char *
publish (const char          *text,
         LecternSchedule     *schedule,
         const char          *new_dates,
         LecternPageReport  **report)
{
  g_autoptr (GBytes) page = page_from (text);
  LecternPageOptions options = { .new_dates = new_dates };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) published = lectern_page_publish (page, schedule, &options, report, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  /* It says what the schedule says now. */
  again = lectern_page_publish (published, schedule, &options, NULL, &error);
  g_assert_no_error (error);
  assert_same_bytes (published, again);

  return g_strndup (g_bytes_get_data (published, NULL), g_bytes_get_size (published));
}

/* To Jekyll the header is text until there is a row. */
static void
test_first_row (void)
{
  static const struct
  {
    const char *form;
    const char *order;
    const char *date;
  } cases[] = {
    { NULL, NULL, "2023-02-01" }, { "d month yyyy", NULL, "1 February 2023" },
    { NULL, "dd/mm/yyyy", "01/02/2023" }, { NULL, "mm/dd/yyyy", "02/01/2023" },
    { "dd/mm/yyyy", NULL, "01/02/2023" }, { "yyyy-mm-dd", "dd/mm/yyyy", "2023-02-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) page = page_from (BARE TAIL);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      g_autoptr (LecternPageReport) report = NULL;
      g_autofree char *wanted = g_strdup_printf (BARE "| %s | A \\| B |           | Ann       |\n" TAIL, cases[i].date);
      g_autofree char *text = NULL;

      if (cases[i].order != NULL)
        lectern_record_set_string (lectern_record_get_record (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                                                              LECTERN_HEAD_PAGE_FORMAT),
                                   LECTERN_PAGE_FORMAT_DATES, cases[i].order);
      add (schedule, "2023-02-01", "A | B", "Ann");
      text = publish (BARE TAIL, schedule, cases[i].form, &report);
      g_assert_cmpstr (text, ==, wanted);
      g_assert_cmpuint (report->n_added, ==, 1);
      g_assert_cmpuint (n_notes (report, NULL), ==, 0);
    }
}

/* Each renderer sees all three rows, with all their cells. */
static void
test_first_rows (void)
{
  static const char * const heads[] = {
    "| Date | Paper | Presenter |\n|---|---|---|\n", "Date | Paper | Presenter\n---|---|---\n",
    "| Date | Paper | Presenter\n|---|---|---\n", "| **Date** | *Paper* | Presenter |\n| :-: | --: | :-- |\n{: .wide}\n",
    "|Date|Paper|Presenter|\n|-|-|-|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GBytes) page = page_from (heads[i]);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      g_autoptr (LecternPageReport) report = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GBytes) published = NULL;
      g_autoptr (LecternPage) scan = NULL;
      g_autoptr (LecternSchedule) again = NULL;

      g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 0);
      add (schedule, "2023-02-08", "Two `|`", "Bob");
      add (schedule, "2023-02-01", "One", "Ann");
      text = publish (heads[i], schedule, NULL, &report);
      g_assert_cmpuint (report->n_added, ==, 2);
      g_assert_cmpuint (n_notes (report, NULL), ==, 0);
      published = page_from (text);
      scan = lectern_page_scan (published, NULL);
      for (guint line = 0; line < 4; line++)
        {
          g_assert_cmpint (scan->gfm[line].part, ==, MIN (line + 1, LECTERN_PAGE_PART_BODY));
          g_assert_cmpint (scan->kramdown[line].part, ==, scan->gfm[line].part);
          g_assert_cmpuint (scan->gfm[line].cells, ==, 3);
          g_assert_cmpuint (scan->kramdown[line].cells, ==, line == 1 ? 1 : 3);
        }
      again = import_page (published, NULL);
      g_assert_cmpuint (lectern_schedule_get_n_sessions (again), ==, 2);
      g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (again, 0)), ==, "2023-02-01");
      g_assert_cmpstr (lectern_session_get_presenters (lectern_schedule_get_session (again, 1))[0], ==, "Bob");
    }
}

/* Without its last row a table is text to Jekyll: it stays, the reason is said,
 * and other tables have their changes. */
static void
test_last_row (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-02-01 | One |\n\n"
                     "| Date | Paper |\n|---|---|\n| 2024-02-01 | Two |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternPageReport) report = NULL;
  g_autofree char *published = NULL;

  lectern_schedule_splice (schedule, 0, 1, NULL, 0);
  set_member (lectern_schedule_get_session (schedule, 0), "papers[0].title", "Three");
  published = publish (text, schedule, NULL, &report);
  g_assert_cmpstr (published, ==,
                   "| Date | Paper |\n|---|---|\n| 2023-02-01 | One |\n\n"
                   "| Date | Paper |\n|---|---|\n| 2024-02-01 | Three |\n");
  g_assert_cmpuint (n_notes (report, "not removed"), ==, 1);
  g_assert_cmpuint (n_notes (report, NULL), ==, 1);
}

void
add_table_tests (void)
{
  g_test_add_func ("/page/tables/first-row", test_first_row);
  g_test_add_func ("/page/tables/first-rows", test_first_rows);
  g_test_add_func ("/page/tables/last-row", test_last_row);
}
