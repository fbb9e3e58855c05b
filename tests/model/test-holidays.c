/* test-holidays.c: holidays as they are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-date.h"
#include "lectern-term.h"

static void
test_holidays (void)
{
  static const struct { const char *text; const char *days; const char *title; } holidays[] = {
    { "2022-12-21", "2022-12-21 2022-12-21", NULL },
    { "2022-12-21=Rest", "2022-12-21 2022-12-21", "Rest" },
    { "2022-12-21 Winter Solstice", "2022-12-21 2022-12-21", "Winter Solstice" },
    { " 2022-12-19..2023-01-01=Rest", "2022-12-19 2023-01-01", "Rest" },
    { "2022-12-19 – 2023-01-01 Rest", "2022-12-19 2023-01-01", "Rest" },
    { "2022-12-19 to 2023-01-01", "2022-12-19 2023-01-01", NULL },
    { "2022-12-19 - 2023-01-01 = Rest", "2022-12-19 2023-01-01", "Rest" },
    { "2024-02-29 - a day", "2024-02-29 2024-02-29", "- a day" },
    { "2023-02-29", NULL, NULL }, { "2023-01-01..2022-12-19", NULL, NULL }, { "", NULL, NULL },
    { "Christmas", NULL, NULL }, { "2022-12-210", NULL, NULL }, { "2022-12-21..Rest", NULL, NULL },
    { "2022-12-21Rest", NULL, NULL }, { "2022-12-21 2022-12-22", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      LecternHoliday *holiday = lectern_holiday_parse (holidays[i].text);
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      g_autofree char *days = NULL;

      g_test_message ("%s", holidays[i].text);
      g_assert_true ((holiday != NULL) == (holidays[i].days != NULL));
      if (holiday == NULL)
        continue;

      first = lectern_date_format (&holiday->first);
      last = lectern_date_format (&holiday->last);
      days = g_strdup_printf ("%s %s", first, last);
      g_assert_cmpstr (days, ==, holidays[i].days);
      g_assert_cmpstr (holiday->title, ==, holidays[i].title);
      lectern_holiday_free (holiday);
    }
}

void
add_holidays_tests (void)
{
  g_test_add_func ("/model/holidays", test_holidays);
}
