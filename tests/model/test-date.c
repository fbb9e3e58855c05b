/* test-date.c: dates and times as the file writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-address.h"
#include "lectern-date.h"

static void
test_dates (void)
{
  static const char *good[] = { "2023-01-04", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31" };
  static const char *shaped[] = { "2023-02-30", "1900-02-29", "2023-00-01", "2023-13-01",
                                  "2023-04-31", "0000-01-01", "2023-01-00", "2023-99-99" };
  static const char *bad[] = { "", "2023", "2023-1-4", "20230104", "2023/01/04", "04-01-2023",
                               "2023-01-04T00:00", " 2023-01-04", "2023-01-0a", "２０２３-01-04" };
  GDate date;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *written = NULL;

      g_assert_true (lectern_date_is_shaped (good[i]));
      g_assert_true (lectern_date_parse (good[i], &date));
      written = lectern_date_format (&date);
      g_assert_cmpstr (written, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shaped); i++)
    {
      g_assert_true (lectern_date_is_shaped (shaped[i]));
      g_assert_false (lectern_date_parse (shaped[i], &date));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (lectern_date_is_shaped (bad[i]));
      g_assert_false (lectern_date_parse (bad[i], NULL));
    }
  g_assert_false (lectern_date_parse (NULL, &date));
}

static void
test_times (void)
{
  guint hour;
  guint minute;

  g_assert_true (lectern_time_parse ("09:05", &hour, &minute));
  g_assert_cmpuint (hour, ==, 9);
  g_assert_cmpuint (minute, ==, 5);
  g_assert_true (lectern_time_parse ("23:59", NULL, NULL));
  g_assert_false (lectern_time_parse ("24:00", NULL, NULL));
  g_assert_false (lectern_time_parse ("12:60", NULL, NULL));
  g_assert_false (lectern_time_parse ("9:05", NULL, NULL));
  g_assert_false (lectern_time_parse ("09:05:00", NULL, NULL));
  g_assert_false (lectern_time_parse ("", NULL, NULL));
  g_assert_false (lectern_time_parse (NULL, NULL, NULL));
}

static void
test_today (void)
{
  GDate date;
  GDate now;

  g_setenv ("LECTERN_TODAY", "2023-01-02", TRUE);
  lectern_date_today (&date);
  g_assert_cmpint (g_date_get_year (&date), ==, 2023);
  g_assert_cmpint (g_date_get_day (&date), ==, 2);

  g_setenv ("LECTERN_TODAY", "soon", TRUE);
  lectern_date_today (&date);
  g_date_clear (&now, 1);
  g_date_set_time_t (&now, time (NULL));
  g_assert_cmpint (ABS (g_date_days_between (&date, &now)), <=, 1);
  g_unsetenv ("LECTERN_TODAY");
}

static void
test_addresses (void)
{
  static const char *good[] = { "http://a", "https://example.org/a b?x=1#y", "HTTPS://EXAMPLE.ORG/",
                                "https://[::1]:8080/", "https://xn--bcher-kva.example/" };
  static const char *bad[] = { "", "example.org", "//example.org", "http:", "http://", "https:///a",
                               "ftp://example.org/", "file:///a", "javascript:alert(1)",
                               "data:text/html,x", "smb://a/b", "mailto:a@example.org",
                               "https://a\nb", "https://a\tb", " https://a", "https://a:port/" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lectern_address_is_web (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lectern_address_is_web (bad[i]));
  g_assert_false (lectern_address_is_web (NULL));
}

void
add_date_tests (void)
{
  g_test_add_func ("/model/date/dates", test_dates);
  g_test_add_func ("/model/date/times", test_times);
  g_test_add_func ("/model/date/today", test_today);
  g_test_add_func ("/model/date/addresses", test_addresses);
}
