/* test-ical.c: a schedule as a calendar, read by another's parser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <libical/ical.h>
#include <string.h>

#include "lectern-public.h"

static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  icalrestriction_check (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);

  return calendar;
}

/* Each line at most 75 octets of whole characters, and CR LF after it. */
static void
check_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i < n - 1; i++)
    {
      g_assert_true (g_str_has_suffix (lines[i], "\r"));
      g_assert_cmpuint (strlen (lines[i]) - 1, <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_sample (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sample ();
  LecternIcalReport report;
  g_autofree char *text = exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, &report);
  g_autofree char *again = exports_ical (schedule, text, LECTERN_ICAL_NOTHING_MORE, NULL);
  icalcomponent *calendar = parse (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  guint n = 0;

  check_lines (text);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (report.events, ==, 35);
  g_assert_cmpuint (report.announcements, ==, 1);
  g_assert_cmpuint (report.undated, ==, 0);
  g_assert_cmpuint (report.without_id, ==, 0);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      g_autofree char *uid = g_strconcat (lectern_session_get_id (session), "@deep-learning-theory", NULL);
      g_autofree char *papers = lectern_public_papers_words (session);
      struct icaltimetype start;
      GDate date;

      if (lectern_session_get_kind (session) == LECTERN_KIND_ANNOUNCEMENT)
        continue;

      g_assert_nonnull (event);
      g_assert_cmpstr (icalcomponent_get_uid (event), ==, uid);
      g_assert_cmpstr (icalcomponent_get_summary (event), ==, papers);
      start = icalcomponent_get_dtstart (event);
      g_assert_true (icaltime_is_date (start));
      g_date_clear (&date, 1);
      g_assert_true (lectern_session_get_gdate (session, &date));
      g_assert_cmpint (start.year, ==, g_date_get_year (&date));
      g_assert_cmpint (start.month, ==, g_date_get_month (&date));
      g_assert_cmpint (start.day, ==, g_date_get_day (&date));
      g_assert_cmpint (icalcomponent_get_sequence (event), ==, 0);
      n++;
      event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
    }
  g_assert_null (event);
  g_assert_cmpuint (n, ==, 35);

  icalcomponent_free (calendar);
}

/* The whole text of one of each kind. */
static void
test_golden (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "\"id\": \"g\", \"title\": \"Group; one\","
    "\"defaults\": { \"time\": \"15:00\", \"duration\": 60, \"timezone\": \"Europe/London\", \"location\": \"Room 1\" },"
    "\"notes\": { \"folder\": \"n\", \"url\": \"https://example.org/n/\" }",
    "{ \"id\": \"a\", \"date\": \"2023-01-04\", \"presenters\": [ \"A\", \"B\" ], \"note\": \"private\","
    "  \"papers\": [ { \"title\": \"One\", \"url\": \"https://example.org/1\", \"part\": \"Section 1\", \"authors\": [ \"C\" ] } ],"
    "  \"resources\": [ { \"label\": \"Notes\", \"file\": \"n/1.pdf\" }, { \"label\": \"Lost\", \"file\": \"x/1.pdf\" } ] },"
    "{ \"id\": \"b\", \"date\": \"2023-01-11\", \"status\": \"cancelled\", \"reason\": \"strike\" },"
    "{ \"id\": \"c\", \"date\": \"2023-01-18\", \"kind\": \"break\", \"title\": \"Holiday\" },"
    "{ \"id\": \"d\", \"date\": \"2023-01-25\", \"kind\": \"announcement\", \"title\": \"News\" },"
    "{ \"id\": \"e\", \"dateText\": \"Spring\" }");
  static const char head[] =
    "BEGIN:VCALENDAR\r\nPRODID:-//lectern_app//Lectern//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
    "NAME:Group\\; one\r\nX-WR-CALNAME:Group; one\r\n";
  static const char first[] =
    "BEGIN:VEVENT\r\nUID:a@g\r\nDTSTAMP:20230102T030405Z\r\nSEQUENCE:0\r\n"
    "DTSTART:20230104T150000Z\r\nDTEND:20230104T160000Z\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n"
    "SUMMARY:One\\, Section 1\r\n"
    "DESCRIPTION:One\\, Section 1\\nC\\nhttps://example.org/1\\nPresented by A\\, B\\n\r\n"
    " Notes: https://example.org/n/1.pdf\r\n"
    "URL:https://example.org/1\r\n"
    "ATTACH;FMTTYPE=application/pdf:https://example.org/n/1.pdf\r\nEND:VEVENT\r\n";
  static const char rest[] =
    "BEGIN:VEVENT\r\nUID:b@g\r\nDTSTAMP:20230102T030405Z\r\nSEQUENCE:0\r\n"
    "DTSTART:20230111T150000Z\r\nDTEND:20230111T160000Z\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"
    "SUMMARY:Group\\; one\r\nDESCRIPTION:Cancelled: strike\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:c@g\r\nDTSTAMP:20230102T030405Z\r\nSEQUENCE:0\r\n"
    "DTSTART;VALUE=DATE:20230118\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
    "SUMMARY:Holiday\r\nEND:VEVENT\r\n";
  g_autofree char *expected = g_strconcat (head, first, rest, "END:VCALENDAR\r\n", NULL);
  LecternIcalReport report;
  g_autofree char *text = exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, &report);
  g_autofree char *remarks = lectern_ical_report_describe (&report);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (remarks, ==, "1 announcement was left out.\n1 session without a date was left out.");
}

static void
test_asked_for (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "\"defaults\": { \"time\": \"15:00\", \"location\": \"Usual; room\" }",
    "{ \"id\": \"a\", \"date\": \"2023-01-04\" },"
    "{ \"id\": \"b\", \"date\": \"2023-01-11\", \"location\": \"https://meet.example.org/?pwd=x\" },"
    "{ \"id\": \"c\", \"date\": \"2023-01-25\", \"kind\": \"announcement\", \"title\": \"News\" }");
  LecternIcalReport report;
  g_autofree char *without = exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);
  g_autofree char *with = exports_ical (schedule, NULL, LECTERN_ICAL_LOCATION | LECTERN_ICAL_ANNOUNCEMENTS, &report);
  g_autofree char *remarks = lectern_ical_report_describe (&report);

  g_assert_null (strstr (without, "LOCATION"));
  g_assert_null (strstr (without, "pwd"));
  g_assert_null (strstr (without, "News"));
  g_assert_nonnull (strstr (with, "LOCATION:Usual\\; room\r\n"));
  g_assert_nonnull (strstr (with, "LOCATION:https://meet.example.org/?pwd=x\r\n"));
  g_assert_nonnull (strstr (with, "UID:c@lectern\r\n"));
  /* An announcement has neither the usual time nor the usual place. */
  g_assert_nonnull (strstr (with, "DTSTART;VALUE=DATE:20230125\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nSUMMARY:News\r\nEND"));
  g_assert_cmpuint (report.floating, ==, 2);
  g_assert_cmpstr (remarks, ==, "The schedule names no time zone: the times of 2 sessions are those of wherever the calendar is read.");
}

static void
test_uids (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "", "{ \"id\": \"a\", \"date\": \"2023-01-04\" }, { \"id\": \"a\", \"date\": \"2023-01-11\" },"
    "{ \"id\": \"a~2\", \"date\": \"2023-01-18\" }, { \"date\": \"2023-01-25\" }, { \"date\": \"2023-01-25\" },"
    "{ \"id\": \"x;y,z\\\\\", \"date\": \"2023-02-01\" }");
  static const char * const uids[] = {
    "a@lectern", "a~3@lectern", "a~2@lectern", "2023-01-25~1@lectern", "2023-01-25~2@lectern", "x;y,z\\@lectern",
  };
  LecternIcalReport report;
  g_autofree char *text = exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, &report);
  g_autofree char *again = exports_ical (schedule, text, LECTERN_ICAL_NOTHING_MORE, NULL);
  icalcomponent *calendar = parse (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_assert_cmpstr (icalcomponent_get_uid (event), ==, uids[i]);
      event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
    }
  g_assert_null (event);
  g_assert_cmpuint (report.without_id, ==, 3);
  g_assert_cmpstr (again, ==, text);

  icalcomponent_free (calendar);
}

void
add_ical_tests (void)
{
  g_test_add_func ("/ical/sample", test_sample);
  g_test_add_func ("/ical/golden", test_golden);
  g_test_add_func ("/ical/asked-for", test_asked_for);
  g_test_add_func ("/ical/uids", test_uids);
}
