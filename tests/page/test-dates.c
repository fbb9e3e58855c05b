/* test-dates.c: dates as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-dates.h"
#include "tests.h"

/* A cell, the date that it is under the heading “2021”, a new date, and the
 * cell that says it: as wide as it was. */
static const struct
{
  const char *cell;
  const char *date;
  const char *new_date;
  const char *new_cell;
} cells[] = {
  { "06/07/2021", "2021-07-06", "2021-12-31", "31/12/2021" },
  { "7/06/2021", "2021-06-07", "2021-06-09", "9/06/2021" },
  { "22/1/21", "2021-01-22", "2021-11-02", "2/11/21" },
  { "2021-06-09", "2021-06-09", "2022-01-02", "2022-01-02" },
  { "20th August, 2021", "2021-08-20", "2021-09-01", "1st September, 2021" },
  { "10th Feb", "2021-02-10", "2021-03-22", "22nd Mar" },
  { "4th July,2021", "2021-07-04", "2021-07-13", "13th July,2021" },
  { "17.OCT", "2021-10-17", "2021-12-05", "5.DEC " },
  { "Sep10th", "2021-09-10", "2021-10-03", "Oct3rd " },
  { "Dec.9.2021", "2021-12-09", "2022-01-13", "Jan.13.2022" },
  { "Tue, 4 May", "2021-05-04", "2021-06-03", "Thu, 3 Jun" },
  { "**Tuesday** May 4 @ **10:00**", "2021-05-04", "2021-05-12", "**Wednesday** May 12 @ **10:00**" },
  { "2021年6月9日", "2021-06-09", "2021-10-11", "2021年10月11日" },
  { "Mo, 1. März 2021", "2021-03-01", "2021-04-06", "Di, 6. April 2021" },
  { "le 3 février 2021", "2021-02-03", "2021-08-03", "le 3 août 2021   " },
  { "May 5th 2021 at 2pm", "2021-05-05", "2021-05-06", "May 6th 2021 at 2pm" },
  { "14-Jun-22", "2022-06-14", "2023-07-01", "1-Jul-23 " },
  { "May 5, 16:00-17:30", "2021-05-05", "2021-06-06", "Jun 6, 16:00-17:30" },
  { "Wed, 5 May, 4–5pm", "2021-05-05", "2021-05-13", "Thu, 13 May, 4–5pm" },
  { "~~4 May~~ 11 May", "2021-05-11", "2021-05-12", "~~4 May~~ 12 May" },
  { "2021年4月5日(月)", "2021-04-05", "2021-04-06", "2021年4月6日(火)" },
  { "周一 4月5日", "2021-04-05", "2021-04-07", "周三 4月7日" },
  { "4月5日 星期一", "2021-04-05", "2021-04-11", "4月11日 星期日" },
  { "2021년 7월 12일 (월)", "2021-07-12", "2021-12-24", "2021년 12월 24일 (금)" },
  { "5 июля 2021", "2021-07-05", "2021-03-01", "1 марта 2021" },
  { "ons 5 maj", "2021-05-05", "2021-10-02", "lör 2 okt" },
  { "tirsdag den 4. maj", "2021-05-04", "2021-10-02", "lørdag den 2. okt " },
  { "segunda, 3 de maio de 2021", "2021-05-03", "2021-06-01", "terça, 1 de junho de 2021 " },
};

/* Of two ends the first is the day, whatever year stands after the second;
 * such a cell is left alone. */
static const struct
{
  const char *cell;
  const char *date;
} ranges[] = {
  { "May 3-5, 2022", "2022-05-03" },
  { "May 13-15", "2021-05-13" },
  { "May 13th – 15th", "2021-05-13" },
  { "3–5 May 2022", "2022-05-03" },
  { "3rd-5th of May 2022", "2022-05-03" },
  { "Aug 30/31", "2021-08-30" },
};

static const struct
{
  const char *cell;
  const char *time;
} times[] = {
  { "5 May, 2pm", "14:00" },
  { "5 May, 4–5pm", "16:00" },
  { "5 May, 11-1pm", "11:00" },
  { "5 May, 10:30-11:30 am", "10:30" },
  { "5 May 2021, 12.30", "12:30" },
  { "5 May 2021, 9.30 Uhr", "09:30" },
  { "5 May - 2pm", "14:00" },
};

static GBytes *
make_page (const char *cell)
{
  g_autofree char *text = g_strdup_printf ("# 2021\n\n| Date | Paper |\n|---|---|\n| %s | One |\n", cell);

  return page_from (text);
}

static void
test_cell (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) page = make_page (cells[i].cell);
  g_autoptr (GBytes) wanted = make_page (cells[i].new_cell);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);
  g_autoptr (GBytes) published = NULL;

  g_assert_cmpstr (lectern_session_get_date (session), ==, cells[i].date);
  set_member (session, "date", cells[i].new_date);
  published = publish_page (page, schedule, NULL);
  assert_same_bytes (published, wanted);
}

static void
test_ranges (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GBytes) page = make_page (ranges[i].cell);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      LecternSession *session = lectern_schedule_get_session (schedule, 0);
      g_autoptr (GBytes) published = NULL;

      g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 1);
      g_assert_cmpstr (lectern_session_get_date (session), ==, ranges[i].date);
      set_member (session, "date", "2021-06-01");
      published = publish_page (page, schedule, NULL);
      assert_same_bytes (published, page);
    }
}

static void
test_times (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GBytes) page = make_page (times[i].cell);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      LecternSession *session = lectern_schedule_get_session (schedule, 0);

      g_assert_cmpstr (lectern_session_get_date (session), ==, "2021-05-05");
      g_assert_cmpstr (lectern_session_get_time (session), ==, times[i].time);
    }
}

static void
test_unreadable (void)
{
  static const char * const texts[] = { "TBD", "Week 5", "2026-10-??", "2022--2024", "Jan 2024", "soon", "Part (4/4)" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) page = make_page (texts[i]);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      LecternSession *session = lectern_schedule_get_session (schedule, 0);

      g_assert_null (lectern_session_get_date (session));
      g_assert_cmpstr (lectern_session_get_date_text (session), ==, texts[i]);
    }
}

/* A cell without a year cannot say another one: that is refused, and said. */
static void
test_no_year (void)
{
  g_autoptr (GBytes) page = page_from ("# 2021\n\n| Date | Paper |\n|---|---|\n| 4 May | One |\n| 11 May | Two |\n");
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) published = NULL;

  set_member (lectern_schedule_get_session (schedule, 0), "date", "2023-05-04");
  published = publish_page (page, schedule, &report);
  assert_same_bytes (page, published);
  g_assert_cmpuint (report->notes->len, ==, 1);
  g_assert_cmpint (((LecternPageNote *) g_ptr_array_index (report->notes, 0))->kind, ==, LECTERN_PAGE_NOTE_REFUSED);
}

void
add_date_tests (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/date/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cell);
    }
  g_test_add_func ("/page/date/ranges", test_ranges);
  g_test_add_func ("/page/date/times", test_times);
  g_test_add_func ("/page/date/unreadable", test_unreadable);
  g_test_add_func ("/page/date/no-year", test_no_year);
}
