/* test-shared.c: rows that share a date, or stand for several sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tests.h"

/* The row below has its date from the row above, until they part. */
static void
test_inherited (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02 | A |\n| | B |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (schedule, 1)), ==, "2023-10-02");
  set_member (lectern_schedule_get_session (schedule, 0), "date", "2023-10-03");
  assert_published (text, schedule,
                    "| Date | Paper |\n|---|---|\n| 2023-10-03 | A |\n| 2023-10-02 | B |\n");
}

/* It is written as the others are, or in full where that would be read as
 * another day. */
static void
test_inherited_manner (void)
{
  static const char * const pages[][2] = {
    { "| Date | Paper |\n|---|---|\n| 23/10/2023 | A |\n| &nbsp; | B |\n",
      "| Date | Paper |\n|---|---|\n| 24/10/2023 | A |\n| 23/10/2023 | B |\n" },
    { "# 2023\n\n| Date | Paper |\n|---|---|\n| Oct 23 | A |\n| | B |\n",
      "# 2023\n\n| Date | Paper |\n|---|---|\n| Oct 24 | A |\n| Oct 23 | B |\n" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) page = page_from (pages[i][0]);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

      set_member (lectern_schedule_get_session (schedule, 0), "date", "2023-10-24");
      assert_published (pages[i][0], schedule, pages[i][1]);
    }
}

static void
test_several_dates (void)
{
  const char *text = "# 2023\n\n| Date | Paper |\n|---|---|\n| April 28, May 5, 12, 19 | A |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 4);
  set_member (lectern_schedule_get_session (schedule, 2), "date", "2023-05-13");
  assert_published (text, schedule, "# 2023\n\n| Date | Paper |\n|---|---|\n| April 28, May 5, 13, 19 | A |\n");
  /* One of four cannot have a title of its own. */
  set_member (lectern_schedule_get_session (schedule, 2), "date", "2023-05-12");
  set_member (lectern_schedule_get_session (schedule, 2), "papers[0].title", "B");
  assert_published (text, schedule, text);
}

/* Of several dates in a cell, the one that it cannot have is named. */
static void
test_refused_date (void)
{
  const char *text = "# 2023\n\n| Date | Paper |\n|---|---|\n| April 28, May 5 | A |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) published = NULL;

  set_member (lectern_schedule_get_session (schedule, 1), "date", "2029-05-05");
  published = publish_page (page, schedule, &report);
  assert_same_bytes (page, published);
  g_assert_cmpuint (report->notes->len, ==, 1);
  g_assert_nonnull (strstr (((LecternPageNote *) g_ptr_array_index (report->notes, 0))->text, "2029-05-05"));
}

/* Rows that say the same are told apart by their order: the one that changed
 * in the schedule changes in the page. */
static void
test_same_rows (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02 | A |\n| 2023-10-02 | B |\n| | B |\n| | B |\n| 2023-10-09 | C |\n";
  const char *rows[] = { "| 2023-10-02 | B |\n", "| | B |\n", "| | B |\n" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) page = page_from (text);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      g_autoptr (LecternSchedule) again = NULL;
      g_autoptr (GString) wanted = g_string_new ("| Date | Paper |\n|---|---|\n| 2023-10-02 | A |\n");
      guint k;

      set_member (lectern_schedule_get_session (schedule, i + 1), "papers[0].title", "D");
      again = fresh_copy (schedule, FALSE);
      for (k = 0; k < G_N_ELEMENTS (rows); k++)
        {
          g_string_append (wanted, rows[k]);
          if (k == i)
            wanted->str[wanted->len - 4] = 'D';
        }
      g_string_append (wanted, "| 2023-10-09 | C |\n");
      assert_published (text, again, wanted->str);
    }
}

/* All rows have their year from one: when that goes, it is said. */
static void
test_misread (void)
{
  g_autoptr (GBytes) page = page_from ("| Date | Paper |\n|---|---|\n| 2 October 2019 | A |\n| 9 October | B |\n");
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) published = NULL;
  LecternPageRowNote *row;
  LecternPageNote *note;

  set_member (lectern_schedule_get_session (schedule, 0), "dateText", "soon");
  published = publish_page (page, schedule, &report);
  g_assert_cmpuint (count_changed (page, published), ==, 1);
  g_assert_cmpuint (report->notes->len, ==, 1);
  note = g_ptr_array_index (report->notes, 0);
  g_assert_cmpint (note->kind, ==, LECTERN_PAGE_NOTE_INFERRED);
  g_assert_cmpuint (note->line, ==, 4);

  g_assert_cmpuint (report->rows->len, ==, 1);
  row = g_ptr_array_index (report->rows, 0);
  g_assert_cmpuint (row->line, ==, 3);
  g_assert_null (row->date);
  g_assert_cmpstr (row->columns, ==, "Date");
}

/* To GitHub a line without pipes under a table is a row, with one cell; Jekyll
 * takes all of it for text, until the line has its pipes. */
static void
test_no_pipes (void)
{
  const char *above = "Date | Who | Paper\n---|---|---\n2022-09-08 | Ann | One\n";
  g_autofree char *text = g_strconcat (above, "?Bob (4/4)\n\nMore.\n", NULL);
  g_autofree char *titled = g_strconcat (above, "?Bob (4/4) | | Two\n\nMore.\n", NULL);
  g_autofree char *dated = g_strconcat (above, "2022-09-15\n\nMore.\n", NULL);
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternSchedule) again = import_page (page, NULL);

  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 2);
  set_member (lectern_schedule_get_session (schedule, 1), "papers[0].title", "Two");
  assert_published (text, schedule, titled);
  set_member (lectern_schedule_get_session (again, 1), "date", "2022-09-15");
  assert_published (text, again, dated);
}

void
add_shared_tests (void)
{
  g_test_add_func ("/page/shared/no-pipes", test_no_pipes);
  g_test_add_func ("/page/shared/misread", test_misread);
  g_test_add_func ("/page/shared/same-rows", test_same_rows);
  g_test_add_func ("/page/shared/inherited", test_inherited);
  g_test_add_func ("/page/shared/inherited-manner", test_inherited_manner);
  g_test_add_func ("/page/shared/several-dates", test_several_dates);
  g_test_add_func ("/page/shared/refused-date", test_refused_date);
}
