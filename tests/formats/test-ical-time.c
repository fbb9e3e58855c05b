/* test-ical-time.c: times of day as instants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <string.h>

typedef struct
{
  const char *zone;
  const char *date;
  const char *time;
  const char *start;
} Case;

static const Case cases[] = {
  /* Both changes of 2023, a week before, the day itself, a week after. */
  { "Europe/London", "2023-03-22", "15:00", "20230322T150000Z" },
  { "Europe/London", "2023-03-26", "15:00", "20230326T140000Z" },
  { "Europe/London", "2023-03-29", "15:00", "20230329T140000Z" },
  { "Europe/London", "2023-10-25", "15:00", "20231025T140000Z" },
  { "Europe/London", "2023-10-29", "15:00", "20231029T150000Z" },
  { "Europe/London", "2023-11-01", "15:00", "20231101T150000Z" },
  { "America/New_York", "2023-03-08", "15:00", "20230308T200000Z" },
  { "America/New_York", "2023-03-12", "15:00", "20230312T190000Z" },
  { "America/New_York", "2023-03-15", "15:00", "20230315T190000Z" },
  { "America/New_York", "2023-11-01", "15:00", "20231101T190000Z" },
  { "America/New_York", "2023-11-05", "15:00", "20231105T200000Z" },
  { "America/New_York", "2023-11-08", "15:00", "20231108T200000Z" },
  /* A time that is left out counts by the offset before it. */
  { "Europe/London", "2023-03-26", "01:30", "20230326T013000Z" },
  { "America/New_York", "2023-03-12", "02:30", "20230312T073000Z" },
  /* A time that comes twice means the first, also where winter is the
   * exception by law. */
  { "Europe/London", "2023-10-29", "01:30", "20231029T003000Z" },
  { "Europe/Dublin", "2023-10-29", "01:30", "20231029T003000Z" },
  { "America/New_York", "2023-11-05", "01:30", "20231105T053000Z" },
  { "Europe/London", "2023-03-26", "00:59", "20230326T005900Z" },
  { "Europe/London", "2023-03-26", "02:00", "20230326T010000Z" },
  /* The day may be another one in UTC. */
  { "America/New_York", "2023-12-31", "20:00", "20240101T010000Z" },
  { "Asia/Tokyo", "2024-03-01", "08:00", "20240229T230000Z" },
  { "Asia/Kathmandu", "2023-01-04", "15:00", "20230104T091500Z" },
  { "UTC", "2023-01-04", "15:00", "20230104T150000Z" },
  /* The years to come follow the rules of the last. */
  { "Europe/London", "2045-07-05", "15:00", "20450705T140000Z" },
  { "Europe/London", "2045-12-06", "15:00", "20451206T150000Z" },
};

static char *
write_one (const char *zone,
           const char *date,
           const char *members)
{
  g_autofree char *head = g_strdup_printf ("\"defaults\": { \"timezone\": \"%s\" }", zone);
  g_autofree char *session = g_strdup_printf ("{ \"id\": \"a\", \"date\": \"%s\", %s }", date, members);
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, session);

  return exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);
}

static void
test_zones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("\"time\": \"%s\"", cases[i].time);
      g_autofree char *text = write_one (cases[i].zone, cases[i].date, members);
      g_autofree char *line = g_strdup_printf ("\r\nDTSTART:%s\r\n", cases[i].start);

      if (strstr (text, line) == NULL)
        g_error ("%s %s in %s is not %s:\n%s", cases[i].date, cases[i].time, cases[i].zone, cases[i].start, text);
      g_assert_null (strstr (text, "DTEND"));
    }
}

/* The end is an instant too: an hour is an hour when the clocks change. */
static void
test_end (void)
{
  g_autofree char *spring = write_one ("Europe/London", "2023-03-26", "\"time\": \"00:30\", \"duration\": 90");
  g_autofree char *autumn = write_one ("Europe/London", "2023-10-29", "\"time\": \"00:30\", \"duration\": 90");
  g_autofree char *night = write_one ("Europe/London", "2023-12-31", "\"time\": \"23:30\", \"duration\": 60");
  g_autofree char *negative = write_one ("Europe/London", "2023-12-31", "\"time\": \"23:30\", \"duration\": -5");

  g_assert_nonnull (strstr (spring, "DTSTART:20230326T003000Z\r\nDTEND:20230326T020000Z\r\n"));
  g_assert_nonnull (strstr (autumn, "DTSTART:20231028T233000Z\r\nDTEND:20231029T010000Z\r\n"));
  g_assert_nonnull (strstr (night, "DTSTART:20231231T233000Z\r\nDTEND:20240101T003000Z\r\n"));
  g_assert_null (strstr (negative, "DTEND"));
}

static void
test_days (void)
{
  g_autofree char *no_time = write_one ("Europe/London", "2024-02-29", "\"title\": \"x\"");
  g_autofree char *bad_time = write_one ("Europe/London", "2024-02-29", "\"time\": \"3 pm\"");
  g_autofree char *early = write_one ("Europe/London", "0001-01-01", "\"title\": \"x\"");
  g_autofree char *late = write_one ("Europe/London", "3000-12-31", "\"title\": \"x\"");

  g_assert_nonnull (strstr (no_time, "DTSTART;VALUE=DATE:20240229\r\n"));
  g_assert_nonnull (strstr (bad_time, "DTSTART;VALUE=DATE:20240229\r\n"));
  g_assert_nonnull (strstr (early, "DTSTART;VALUE=DATE:00010101\r\n"));
  g_assert_nonnull (strstr (late, "DTSTART;VALUE=DATE:30001231\r\n"));
}

static void
test_out_of_range (void)
{
  g_autoptr (LecternSchedule) early = exports_sessions (
    "\"defaults\": { \"timezone\": \"Asia/Tokyo\" }",
    "{ \"id\": \"a\", \"date\": \"0001-01-01\", \"time\": \"01:00\", \"title\": \"Early\" }");
  g_autoptr (LecternSchedule) late = exports_sessions (
    "\"defaults\": { \"timezone\": \"UTC\" }",
    "{ \"id\": \"a\", \"date\": \"3000-12-31\", \"time\": \"23:00\", \"duration\": 61, \"title\": \"Late\\nlate\" }");
  g_autofree char *early_message = exports_ical_refusal (early, NULL, LECTERN_ICAL_ERROR_TIME);
  g_autofree char *late_message = exports_ical_refusal (late, NULL, LECTERN_ICAL_ERROR_TIME);
  g_autoptr (LecternSchedule) day = exports_sessions ("", "{ \"date\": \"3001-01-01\", \"title\": \"Day\" }");
  g_autoptr (LecternSchedule) endless = exports_sessions (
    "\"defaults\": { \"timezone\": \"UTC\" }",
    "{ \"id\": \"a\", \"date\": \"2023-01-04\", \"time\": \"23:00\", \"duration\": 2147483647, \"title\": \"Endless\" }");
  g_autofree char *day_message = exports_ical_refusal (day, NULL, LECTERN_ICAL_ERROR_TIME);
  g_autofree char *endless_message = exports_ical_refusal (endless, NULL, LECTERN_ICAL_ERROR_TIME);
  g_autofree char *longest = write_one ("UTC", "2023-01-04", "\"time\": \"23:00\", \"duration\": 500000000");

  g_assert_nonnull (strstr (early_message, "“Early”"));
  g_assert_nonnull (strstr (late_message, "“Late late”"));
  g_assert_nonnull (strstr (day_message, "“Day”"));
  g_assert_nonnull (strstr (endless_message, "“Endless”"));
  g_assert_nonnull (strstr (longest, "DTEND:2973"));
}

static void
test_unknown_zones (void)
{
  static const char * const zones[] = {
    "Europe/Lonodn", "London time", "../../../etc/localtime", "/usr/share/zoneinfo/Europe/London",
    ":Europe/London", "Europe", "Europe//London", "+01:00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *head = g_strdup_printf ("\"defaults\": { \"timezone\": \"%s\" }", zones[i]);
      g_autoptr (LecternSchedule) schedule = exports_sessions (head, "");
      g_autofree char *message = exports_ical_refusal (schedule, NULL, LECTERN_ICAL_ERROR_ZONE);

      g_assert_nonnull (strstr (message, zones[i]));
    }
}

void
add_ical_time_tests (void)
{
  g_test_add_func ("/ical/time/zones", test_zones);
  g_test_add_func ("/ical/time/end", test_end);
  g_test_add_func ("/ical/time/days", test_days);
  g_test_add_func ("/ical/time/out-of-range", test_out_of_range);
  g_test_add_func ("/ical/time/unknown-zones", test_unknown_zones);
}
