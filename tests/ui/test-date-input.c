/* test-date-input.c: dates and times as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "editor-fixture.h"

#include "lectern-date.h"
#include "lectern-date-input.h"

typedef struct
{
  const char *text;
  gboolean    month_first;
  gboolean    finished;    /* near 28 December 2022 */
  const char *date;        /* NULL: it is none */
} DateCase;

static const DateCase dates[] = {
  { "2023-01-04", FALSE, FALSE, "2023-01-04" },
  { "2023-1-4", TRUE, TRUE, "2023-01-04" },
  { "2023-01-1", FALSE, FALSE, NULL },
  { " 2023/01/04 ", FALSE, FALSE, "2023-01-04" },
  { "4.1.2023", FALSE, FALSE, "2023-01-04" },
  { "4.1.2023", TRUE, FALSE, "2023-01-04" },
  { "04/01/2023", FALSE, FALSE, "2023-01-04" },
  { "04/01/2023", TRUE, FALSE, "2023-04-01" },
  { "13/01/2023", TRUE, FALSE, "2023-01-13" },
  { "01/13/2023", FALSE, FALSE, "2023-01-13" },
  { "13/13/2023", FALSE, TRUE, NULL },
  { "4 Jan 2023", FALSE, FALSE, "2023-01-04" },
  { "4th of January, 2023", FALSE, FALSE, "2023-01-04" },
  { "Jan 4, 2023", FALSE, FALSE, "2023-01-04" },
  { "Wednesday 4 January 2023", FALSE, FALSE, "2023-01-04" },
  { "Wed. 4 Sept. 2024", FALSE, FALSE, "2024-09-04" },
  { "2023 January 4", FALSE, TRUE, "2023-01-04" },
  { "2023年1月4日", FALSE, TRUE, "2023-01-04" },
  { "٤/١/٢٠٢٣", FALSE, FALSE, "2023-01-04" },
  { "29 Feb 2024", FALSE, FALSE, "2024-02-29" },
  { "29 Feb 2023", FALSE, TRUE, NULL },
  { "2023-02-30", FALSE, TRUE, NULL },
  { "4 Jan 23", FALSE, FALSE, NULL },
  { "4 Jan 23", FALSE, TRUE, "2023-01-04" },
  { "4 Jan", FALSE, FALSE, NULL },
  { "4 Jan", FALSE, TRUE, "2023-01-04" },
  { "30 November", FALSE, TRUE, "2022-11-30" },
  { "4/1", FALSE, TRUE, "2023-01-04" },
  { "4/1", TRUE, TRUE, "2023-04-01" },
  { "4-1", FALSE, TRUE, NULL },
  { "4 Ju 2023", FALSE, TRUE, NULL },
  { "2023", FALSE, TRUE, NULL },
  { "5", FALSE, TRUE, NULL },
  { "Week 5", FALSE, TRUE, NULL },
  { "January", FALSE, TRUE, NULL },
  { "4 Jan Feb 2023", FALSE, TRUE, NULL },
  { "15:00", FALSE, TRUE, NULL },
  { "TBD", FALSE, TRUE, NULL },
  { "1 2 3 4", FALSE, TRUE, NULL },
  { "99999999999", FALSE, TRUE, NULL },
  { "0/0/0000", FALSE, TRUE, NULL },
  { "", FALSE, TRUE, NULL },
};

static void
test_date (gconstpointer data)
{
  const DateCase *c = data;
  g_autofree char *found = NULL;
  GDate near, date;

  g_assert_true (lectern_date_parse ("2022-12-28", &near));
  if (lectern_date_input_parse (c->text, c->month_first, c->finished ? &near : NULL, &date))
    found = lectern_date_format (&date);
  g_assert_cmpstr (found, ==, c->date);
}

static void
test_numeric (void)
{
  g_assert_true (lectern_date_input_is_numeric ("2023-02-30"));
  g_assert_true (lectern_date_input_is_numeric ("31.2.2023"));
  g_assert_false (lectern_date_input_is_numeric ("Week 5"));
  g_assert_false (lectern_date_input_is_numeric ("TBD"));
  g_assert_false (lectern_date_input_is_numeric (""));
}

typedef struct
{
  const char *text;
  gboolean    finished;
  const char *time;
} TimeCase;

static const TimeCase times[] = {
  { "15:00", FALSE, "15:00" },
  { "9:30", FALSE, "09:30" },
  { "9.30", FALSE, "09:30" },
  { "15h30", FALSE, "15:30" },
  { "3 pm", FALSE, "15:00" },
  { "3:30PM", FALSE, "15:30" },
  { "12 am", FALSE, "00:00" },
  { "12 pm", FALSE, "12:00" },
  { "15", FALSE, NULL },
  { "15", TRUE, "15:00" },
  { "13 pm", TRUE, NULL },
  { "24:00", TRUE, NULL },
  { "15:60", TRUE, NULL },
  { "15:0", TRUE, NULL },
  { "150", TRUE, NULL },
  { "noon", TRUE, NULL },
  { "", TRUE, NULL },
};

static void
test_time (gconstpointer data)
{
  const TimeCase *c = data;
  g_autofree char *found = lectern_time_input_parse (c->text, c->finished);

  g_assert_cmpstr (found, ==, c->time);
}

void
editor_add_date_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/date-input/date/%02u", i);

      g_test_add_data_func (path, &dates[i], test_date);
    }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/date-input/time/%02u", i);

      g_test_add_data_func (path, &times[i], test_time);
    }
  g_test_add_func ("/ui/date-input/numeric", test_numeric);
}
