/* test-ical-holidays.c: the holidays in a calendar, and terms around them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <string.h>

#include "lectern-date.h"
#include "lectern-ical-holidays.h"
#include "lectern-ical-term.h"

/* The lines of events, each between BEGIN and END; “|” stands between lines,
 * “||” between events. */
static GBytes *
make_calendar (const char *events)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n");
  g_auto (GStrv) pieces = g_strsplit (events, "||", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (pieces[i], "|", -1);
      g_autofree char *joined = g_strjoinv ("\r\n", lines);

      g_string_append_printf (text, "BEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\n", joined);
    }
  g_string_append (text, "END:VCALENDAR\r\n");

  return g_string_free_to_bytes (text);
}

static GPtrArray *
read_between (GBytes      *bytes,
              const char  *from,
              const char  *to,
              GError     **error)
{
  GDate first;
  GDate last;

  g_assert_true (lectern_date_parse (from, &first));
  g_assert_true (lectern_date_parse (to, &last));

  return lectern_ical_read_holidays (bytes, &first, &last, error);
}

static char *
describe (GPtrArray *holidays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++)
    {
      const LecternHoliday *holiday = g_ptr_array_index (holidays, i);
      g_autofree char *first = lectern_date_format (&holiday->first);
      g_autofree char *last = lectern_date_format (&holiday->last);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", first);
      if (g_date_compare (&holiday->first, &holiday->last) != 0)
        g_string_append_printf (text, "..%s", last);
      g_string_append_printf (text, " %s", holiday->title);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *events;
  const char *from;
  const char *to;
  const char *holidays;
} Case;

static const Case cases[] = {
  { "day", "DTSTART;VALUE=DATE:20221226|SUMMARY:Boxing Day", "2022-12-01", "2023-01-31",
    "2022-12-26 Boxing Day" },
  { "range", "DTSTART;VALUE=DATE:20221219|DTEND;VALUE=DATE:20230102|SUMMARY:Rest", "2022-12-31", "2023-01-31",
    "2022-12-19..2023-01-01 Rest" },
  { "duration", "DTSTART;VALUE=DATE:20221224|DURATION:P3D|SUMMARY:Rest", "2022-12-01", "2023-01-31",
    "2022-12-24..2022-12-26 Rest" },
  { "end-before-start", "DTSTART;VALUE=DATE:20221224|DTEND;VALUE=DATE:20221220|SUMMARY:Rest",
    "2022-12-01", "2023-01-31", "2022-12-24 Rest" },
  { "no-summary", "DTSTART;VALUE=DATE:20221224", "2022-12-01", "2023-01-31", "2022-12-24 Holiday" },
  { "escaped", "DTSTART;VALUE=DATE:20221224|SUMMARY:One\\, two\\nthree", "2022-12-01", "2023-01-31",
    "2022-12-24 One, two three" },
  { "times-are-no-holiday", "DTSTART:20221224T100000Z|DTEND:20221224T120000Z|SUMMARY:Lunch||"
    "DTSTART:20221224T100000Z|SUMMARY:Alarm", "2022-12-01", "2023-01-31", "" },
  { "from-time-to-time", "DTSTART:20221224T120000|DTEND:20221226T120000|SUMMARY:Closed", "2022-12-01", "2023-01-31",
    "2022-12-24..2022-12-26 Closed" },
  { "until-midnight", "DTSTART:20221224T000000|DTEND:20221226T000000|SUMMARY:Closed", "2022-12-01", "2023-01-31",
    "2022-12-24..2022-12-25 Closed" },
  { "cancelled", "DTSTART;VALUE=DATE:20221224|STATUS:CANCELLED|SUMMARY:Rest", "2022-12-01", "2023-01-31", "" },
  { "yearly", "DTSTART;VALUE=DATE:19701225|RRULE:FREQ=YEARLY|SUMMARY:Christmas", "2022-12-01", "2024-12-31",
    "2022-12-25 Christmas; 2023-12-25 Christmas; 2024-12-25 Christmas" },
  { "leap-day", "DTSTART;VALUE=DATE:20000229|RRULE:FREQ=YEARLY|SUMMARY:Leap", "2023-01-01", "2028-12-31",
    "2024-02-29 Leap; 2028-02-29 Leap" },
  { "new-year", "DTSTART;VALUE=DATE:20101231|DTEND;VALUE=DATE:20110102|RRULE:FREQ=YEARLY|SUMMARY:New Year",
    "2023-01-01", "2023-12-31", "2022-12-31..2023-01-01 New Year; 2023-12-31..2024-01-01 New Year" },
  { "fourth-thursday", "DTSTART;VALUE=DATE:20001123|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH|SUMMARY:Thanks",
    "2022-01-01", "2023-12-31", "2022-11-24 Thanks; 2023-11-23 Thanks" },
  { "week-53", "DTSTART;VALUE=DATE:20151228|RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO|SUMMARY:Last",
    "2016-01-01", "2026-12-31", "2020-12-28 Last; 2026-12-28 Last" },
  { "counted", "DTSTART;VALUE=DATE:20211225|RRULE:FREQ=YEARLY;COUNT=2|SUMMARY:Christmas", "2022-01-01", "2026-12-31",
    "2022-12-25 Christmas" },
  { "until", "DTSTART;VALUE=DATE:20211225|RRULE:FREQ=YEARLY;UNTIL=20231225|SUMMARY:Christmas",
    "2022-01-01", "2026-12-31", "2022-12-25 Christmas; 2023-12-25 Christmas" },
  { "weekly", "DTSTART;VALUE=DATE:20221202|RRULE:FREQ=WEEKLY;BYDAY=FR|SUMMARY:Off", "2022-12-10", "2022-12-31",
    "2022-12-16 Off; 2022-12-23 Off; 2022-12-30 Off" },
  { "left-out", "DTSTART;VALUE=DATE:20211225|RRULE:FREQ=YEARLY|EXDATE;VALUE=DATE:20221225|SUMMARY:Christmas",
    "2022-01-01", "2023-12-31", "2023-12-25 Christmas" },
  { "replaced", "UID:a|DTSTART;VALUE=DATE:20211225|RRULE:FREQ=YEARLY|SUMMARY:Christmas||"
    "UID:a|RECURRENCE-ID;VALUE=DATE:20221225|DTSTART;VALUE=DATE:20221227|SUMMARY:Observed",
    "2022-01-01", "2023-12-31", "2023-12-25 Christmas; 2022-12-27 Observed" },
  { "more-dates", "DTSTART;VALUE=DATE:20221225|RDATE;VALUE=DATE:20230407,20230410|SUMMARY:Off",
    "2022-01-01", "2023-12-31", "2022-12-25 Off; 2023-04-07 Off; 2023-04-10 Off" },
  { "bad-dates", "DTSTART;VALUE=DATE:20230230|SUMMARY:One||DTSTART;VALUE=DATE:soon|SUMMARY:Two||"
    "SUMMARY:Three||DTSTART;VALUE=DATE:20230301|SUMMARY:Four", "2022-01-01", "2023-12-31", "2023-03-01 Four" },
  { "for-ever", "DTSTART;VALUE=DATE:20221224|DTEND;VALUE=DATE:99991231|SUMMARY:Closed", "2023-01-01", "2023-01-31",
    "2022-12-24..2077-09-25 Closed" },
  { "daily-for-ever", "DTSTART;VALUE=DATE:00010101|RRULE:FREQ=DAILY|SUMMARY:Off", "2023-01-01", "2023-01-02",
    "2023-01-01 Off; 2023-01-02 Off" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = make_calendar (c->events);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holidays = read_between (bytes, c->from, c->to, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (holidays);
  g_assert_cmpstr (found, ==, c->holidays);
}

static void
check_refused (GBytes *bytes,
               int     code)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_null (read_between (bytes, "2022-01-01", "2042-12-31", &error));
  g_assert_error (error, LECTERN_ICAL_HOLIDAYS_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_not_a_calendar (void)
{
  static const char * const texts[] = {
    "", "Christmas", "%PDF-1.4", "BEGIN:VCALENDAR", "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:One\r\nEND:VCARD\r\n", "{ \"lectern\": 1 }", "END:VCALENDAR\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      check_refused (bytes, LECTERN_ICAL_HOLIDAYS_ERROR_CALENDAR);
    }
}

static void
test_rules (void)
{
  static const char * const rules[] = {
    "FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=13", "FREQ=YEARLY;BYSECOND=1,2,3",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *event = g_strdup_printf ("DTSTART;VALUE=DATE:20220101|RRULE:%s|SUMMARY:Off", rules[i]);
      g_autoptr (GBytes) bytes = make_calendar (event);

      g_test_message ("%s", rules[i]);
      check_refused (bytes, LECTERN_ICAL_HOLIDAYS_ERROR_RULE);
    }
}

/* Many events, many rules, a huge file: refused, and soon. */
static void
test_too_much (void)
{
  static const struct { const char *event; guint n; } calendars[] = {
    { "||DTSTART;VALUE=DATE:20220101|SUMMARY:Off", 20001 },
    { "||DTSTART;VALUE=DATE:19000101|RRULE:FREQ=DAILY|SUMMARY:Off", 1001 },
    { "||DTSTART;VALUE=DATE:20220101|RRULE:FREQ=MONTHLY;BYMONTH=1;BYMONTHDAY=31|SUMMARY:Off", 1001 },
  };
  g_autofree char *much = g_strnfill (5 * 1024 * 1024, '\n');
  g_autoptr (GBytes) large = g_bytes_new (much, strlen (much));

  check_refused (large, LECTERN_ICAL_HOLIDAYS_ERROR_LIMIT);
  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      g_autoptr (GString) events = g_string_new ("DTSTART;VALUE=DATE:20220101|SUMMARY:Off");
      g_autoptr (GBytes) bytes = NULL;

      for (guint j = 0; j < calendars[i].n; j++)
        g_string_append (events, calendars[i].event);
      bytes = make_calendar (events->str);
      check_refused (bytes, LECTERN_ICAL_HOLIDAYS_ERROR_LIMIT);
    }
}

/* The term goes on where the holidays make it longer than it would be. */
static void
test_term (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions ("", "");
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  LecternTerm term = { .count = 60, .interval = 7, .holidays = typed };
  g_autoptr (GBytes) bytes = make_calendar ("DTSTART;VALUE=DATE:20000101|DTEND;VALUE=DATE:20001201|RRULE:FREQ=YEARLY|SUMMARY:Rest");
  g_autoptr (LecternPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  guint n_meetings = 0;

  g_assert_true (lectern_date_parse ("2022-12-07", &term.start));
  g_ptr_array_add (typed, lectern_holiday_parse ("2022-12-21=Typed"));
  plan = lectern_ical_plan_term (schedule, &term, bytes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      LecternSession *session = ((LecternPlanRow *) g_ptr_array_index (plan->rows, i))->after;
      GDate date;

      g_assert_true (lectern_session_get_gdate (session, &date));
      if (lectern_session_get_kind (session) == LECTERN_KIND_BREAK)
        continue;
      n_meetings++;
      g_assert_cmpint (g_date_get_month (&date), ==, 12);
      g_assert_cmpstr (lectern_session_get_date (session), !=, "2022-12-21");
    }
  g_assert_cmpuint (n_meetings, ==, 60);
}

void
add_ical_holidays_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/holidays/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/ical/holidays/not-a-calendar", test_not_a_calendar);
  g_test_add_func ("/ical/holidays/rules", test_rules);
  g_test_add_func ("/ical/holidays/too-much", test_too_much);
  g_test_add_func ("/ical/holidays/term", test_term);
}
