/* test-ical-merge.c: a calendar that replaces an older one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <string.h>

#define ONE(title) "{ \"id\": \"a\", \"date\": \"2023-01-04\", \"title\": \"" title "\" }"
#define TWO "{ \"id\": \"b\", \"date\": \"2023-01-11\", \"title\": \"Two\" }"
#define THREE "{ \"id\": \"c\", \"date\": \"2023-01-18\", \"title\": \"Three\" }"

static char *
write_over (const char        *sessions,
            const char        *old,
            LecternIcalReport *report)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions ("\"id\": \"g\"", sessions);

  return exports_ical (schedule, old, LECTERN_ICAL_NOTHING_MORE, report);
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  GString *replaced = g_string_new (text);

  g_assert_cmpuint (g_string_replace (replaced, from, to, 0), >, 0);

  return g_string_free (replaced, FALSE);
}

/* One session changes: its event does, and nothing else. */
static void
test_one_change (void)
{
  LecternIcalReport report;
  g_autofree char *fresh = write_over (ONE ("One") "," TWO "," THREE, NULL, NULL);
  g_autofree char *old = replace (fresh, "DTSTAMP:20230102T030405Z", "DTSTAMP:20220101T000000Z");
  g_autofree char *same = write_over (ONE ("One") "," TWO "," THREE, old, &report);
  g_autofree char *changed = NULL;
  g_autofree char *again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *expected = NULL;

  g_assert_cmpstr (same, ==, old);
  g_assert_cmpuint (report.kept, ==, 3);
  g_assert_cmpuint (report.changed, ==, 0);

  changed = write_over (ONE ("Another") "," TWO "," THREE, old, &report);
  first = replace (old, "UID:a@g\r\nDTSTAMP:20220101T000000Z\r\nSEQUENCE:0", "UID:a@g\r\nDTSTAMP:20230102T030405Z\r\nSEQUENCE:1");
  expected = replace (first, "SUMMARY:One", "SUMMARY:Another");
  g_assert_cmpstr (changed, ==, expected);
  g_assert_cmpuint (report.kept, ==, 2);
  g_assert_cmpuint (report.changed, ==, 1);

  /* And back again: that is a change as well. */
  again = write_over (ONE ("One") "," TWO "," THREE, changed, &report);
  g_assert_nonnull (strstr (again, "UID:a@g\r\nDTSTAMP:20230102T030405Z\r\nSEQUENCE:2\r\n"));
}

/* Whatever a calendar shows of a session raises its number. */
static void
test_every_change (void)
{
  static const char * const sessions[] = {
    "\"date\": \"2023-01-05\"", "\"time\": \"14:00\"", "\"duration\": 90", "\"kind\": \"break\"", "\"title\": \"T\"",
    "\"status\": \"cancelled\"", "\"status\": \"cancelled\", \"reason\": \"R\"", "\"presenters\": [ \"P\" ]",
    "\"papers\": [ { \"title\": \"T\" } ]", "\"resources\": [ { \"url\": \"https://e.org/\" } ]",
  };
  const char *head = "\"id\": \"g\", \"defaults\": { \"time\": \"15:00\", \"timezone\": \"UTC\" }";
  g_autoptr (LecternSchedule) plain = exports_sessions (head, "{ \"id\": \"a\", \"date\": \"2023-01-04\" }");
  g_autoptr (LecternSchedule) noted = exports_sessions (head, "{ \"id\": \"a\", \"date\": \"2023-01-04\", \"note\": \"n\", \"ignore\": [ \"x\" ] }");
  g_autofree char *old = exports_ical (plain, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);
  g_autofree char *private = exports_ical (noted, old, LECTERN_ICAL_NOTHING_MORE, NULL);

  g_assert_cmpstr (private, ==, old);
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      g_autofree char *session = g_strdup_printf ("{ \"id\": \"a\", %s%s }", i == 0 ? "" : "\"date\": \"2023-01-04\", ", sessions[i]);
      g_autoptr (LecternSchedule) schedule = exports_sessions (head, session);
      g_autofree char *changed = exports_ical (schedule, old, LECTERN_ICAL_NOTHING_MORE, NULL);

      g_assert_nonnull (strstr (changed, "SEQUENCE:1\r\n"));
    }
}

static void
test_order (void)
{
  LecternIcalReport report;
  g_autofree char *old = write_over (ONE ("One") "," TWO, NULL, NULL);
  g_autofree char *added = write_over (ONE ("One") "," THREE "," TWO, old, &report);
  g_autofree char *swapped = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *only = write_over (TWO, NULL, NULL);

  g_assert_cmpuint (report.kept, ==, 2);
  g_assert_cmpuint (report.events, ==, 3);
  g_assert_true (strstr (added, "UID:a@g") < strstr (added, "UID:c@g"));
  g_assert_true (strstr (added, "UID:c@g") < strstr (added, "UID:b@g"));

  swapped = write_over (TWO "," ONE ("One"), old, &report);
  g_assert_cmpuint (report.kept, ==, 2);
  g_assert_true (strstr (swapped, "UID:b@g") < strstr (swapped, "UID:a@g"));

  removed = write_over (TWO, old, &report);
  g_assert_cmpstr (removed, ==, only);
  g_assert_cmpuint (report.removed, ==, 1);
}

static const char foreign_calendar[] =
  "\xef\xbb\xbf" "BEGIN:VCALENDAR\r\nPRODID:-//lectern_app//Lectern//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
  "METHOD:PUBLISH\r\nX-COLOUR:red\r\n"
  "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\nDTSTART:19701025T020000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
  "begin:vevent\r\nuid:a@G\r\nSUMMARY:not ours\\, for its capital\r\nEND:VEVENT\r\n"
  "BEGIN:VEVENT\r\nUID:\r\n a@\r\n\tg\r\nDTSTAMP:20220101T000000Z\r\nSEQUENCE:41\r\nX-KEEP:1\r\n  folded\r\n"
  "DTSTART;VALUE=DATE:20230104\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nSUMMARY:O\r\n ne\r\n"
  "BEGIN:VALARM\r\nUID:x@g\r\nSEQUENCE:99\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n"
  "\r\nX-STRAY;A=\"b:c\":d\r\n"
  "BEGIN:VEVENT\r\nUID:other@example.org\r\nSUMMARY:not ours\r\nEND:VEVENT\r\n"
  "BEGIN:VEVENT\r\nUID:a@g\r\nRECURRENCE-ID;VALUE=DATE:20230104\r\nEND:VEVENT\r\n"
  "BEGIN:VEVENT\r\nUID:gone@g\r\nEND:VEVENT\r\n"
  "BEGIN:VTODO\r\nUID:todo@g\r\nEND:VTODO\r\n"
  "END:VCALENDAR\r\n\r\n";

/* What others have put there stays, in place. */
static void
test_foreign (void)
{
  LecternIcalReport report;
  g_autofree char *same = write_over (ONE ("One"), foreign_calendar, &report);
  g_autofree char *without_gone = replace (foreign_calendar, "BEGIN:VEVENT\r\nUID:gone@g\r\nEND:VEVENT\r\n", "");
  g_autofree char *changed = NULL;
  g_autofree char *expected = NULL;

  g_assert_cmpstr (same, ==, without_gone);
  g_assert_cmpuint (report.kept, ==, 1);
  g_assert_cmpuint (report.removed, ==, 1);
  g_assert_cmpuint (report.foreign, ==, 7);

  changed = write_over (ONE ("Another"), foreign_calendar, &report);
  g_assert_cmpuint (report.changed, ==, 1);
  expected = replace (without_gone,
    "BEGIN:VEVENT\r\nUID:\r\n a@\r\n\tg\r\nDTSTAMP:20220101T000000Z\r\nSEQUENCE:41\r\nX-KEEP:1\r\n  folded\r\n"
    "DTSTART;VALUE=DATE:20230104\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nSUMMARY:O\r\n ne\r\n",
    "BEGIN:VEVENT\r\nUID:a@g\r\nDTSTAMP:20230102T030405Z\r\nSEQUENCE:42\r\nDTSTART;VALUE=DATE:20230104\r\n"
    "STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Another\r\nX-KEEP:1\r\n  folded\r\n");
  g_assert_cmpstr (changed, ==, expected);
}

static void
test_head (void)
{
  g_autoptr (LecternSchedule) titled = exports_sessions ("\"id\": \"g\", \"title\": \"New\"", ONE ("One"));
  g_autofree char *text = exports_ical (titled, foreign_calendar, LECTERN_ICAL_NOTHING_MORE, NULL);

  g_assert_true (g_str_has_prefix (text,
    "BEGIN:VCALENDAR\r\nPRODID:-//lectern_app//Lectern//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
    "NAME:New\r\nX-WR-CALNAME:New\r\nMETHOD:PUBLISH\r\nX-COLOUR:red\r\nBEGIN:VTIMEZONE\r\n"));
}

/* A line of the head that stands behind an event which has gone would come to
 * stand in the head. */
static void
test_stray (void)
{
  g_autofree char *fresh = write_over (TWO, NULL, NULL);
  g_autofree char *before = write_over (ONE ("One") "," TWO, NULL, NULL);
  g_autofree char *old = replace (before, "BEGIN:VEVENT\r\nUID:b@g",
                                  "NAME:Old\r\nX-STRAY:1\r\nBEGIN:VEVENT\r\nUID:b@g");
  g_autofree char *text = write_over (TWO, old, NULL);
  g_autofree char *again = write_over (TWO, text, NULL);
  g_autofree char *expected = replace (fresh, "BEGIN:VEVENT", "X-STRAY:1\r\nBEGIN:VEVENT");

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (again, ==, text);
}

/* A file that a version control system gave other line ends. */
static void
test_line_feeds (void)
{
  g_autofree char *crlf = write_over (ONE ("One") "," TWO, NULL, NULL);
  g_autofree char *lf = replace (crlf, "\r\n", "\n");
  g_autofree char *same = write_over (ONE ("One") "," TWO, lf, NULL);
  g_autofree char *changed = write_over (ONE ("Another") "," TWO "," THREE, lf, NULL);

  g_assert_cmpstr (same, ==, lf);
  g_assert_null (strchr (changed, '\r'));
  g_assert_nonnull (strstr (changed, "SUMMARY:Another\n"));
}

/* A conflict badly resolved left an event twice: once is enough. */
static void
test_twice (void)
{
  LecternIcalReport report;
  g_autofree char *fresh = write_over (ONE ("One") "," TWO, NULL, NULL);
  const char *second = strstr (fresh, "BEGIN:VEVENT\r\nUID:b@g");
  g_autofree char *start = g_strndup (fresh, second - fresh);
  g_autofree char *old = g_strconcat (start, strstr (start, "BEGIN:VEVENT"), second, NULL);
  g_autofree char *text = write_over (ONE ("One") "," TWO, old, &report);

  g_assert_cmpstr (text, ==, fresh);
  g_assert_cmpuint (report.kept, ==, 2);
  g_assert_cmpuint (report.removed, ==, 1);
}

/* The schedule has got an id since: its events are known all the same. */
static void
test_new_head_id (void)
{
  LecternIcalReport report;
  g_autoptr (LecternSchedule) before = exports_sessions ("", ONE ("One"));
  g_autofree char *old = exports_ical (before, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);
  g_autofree char *text = write_over (ONE ("One"), old, &report);

  g_assert_cmpuint (report.foreign, ==, 0);
  g_assert_cmpuint (report.removed, ==, 1);
  g_assert_null (strstr (text, "@lectern\r\n"));
  g_assert_nonnull (strstr (text, "UID:a@g\r\n"));
}

static void
test_sequence (void)
{
  static const struct
  {
    const char *old;
    const char *new;
  } cases[] = {
    { "SEQUENCE:7\r\n", "SEQUENCE:8\r\n" }, { "", "SEQUENCE:1\r\n" }, { "SEQUENCE:-3\r\n", "SEQUENCE:1\r\n" },
    { "SEQUENCE:x\r\n", "SEQUENCE:1\r\n" }, { "SEQUENCE:99999999999999999999\r\n", "SEQUENCE:1\r\n" },
    { "SEQUENCE:2147483646\r\n", "SEQUENCE:2147483647\r\n" }, { "SEQUENCE:2\r\nSEQUENCE:5\r\n", "SEQUENCE:6\r\n" },
  };
  g_autofree char *fresh = write_over (ONE ("One"), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *old = replace (fresh, "SEQUENCE:0\r\n", cases[i].old);
      g_autofree char *same = write_over (ONE ("One"), old, NULL);
      g_autofree char *text = write_over (ONE ("Another"), old, NULL);

      g_assert_cmpstr (same, ==, old);
      g_assert_nonnull (strstr (text, cases[i].new));
    }
}

/* What is no calendar is not written over. */
static void
test_refused (void)
{
  static const struct
  {
    const char *old;
    const char *where;
  } cases[] = {
    { "{ \"lectern\": 1 }", "line 1 " },
    { "\n", "line 1 " },
    { " BEGIN:VCALENDAR\nEND:VCALENDAR\n", "line 1 " },
    { "BEGIN:VCALENDAR\n", "line 2 " },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "line 3 " },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR\n", "line 3 " },
    { "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", "line 2 " },
    { "BEGIN:VCALENDAR\nBEGIN:\nEND:\nEND:VCALENDAR\n", "line 2 " },
    { "BEGIN:VCALENDAR\nX:\n 1\n 2\nBEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", "line 5 " },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n", "line 3 " },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\nmore\n", "line 3 " },
  };
  g_autoptr (LecternSchedule) schedule = exports_sessions ("", ONE ("One"));
  g_autofree char *empty = exports_ical (schedule, "", LECTERN_ICAL_NOTHING_MORE, NULL);
  g_autofree char *fresh = exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);

  g_assert_cmpstr (empty, ==, fresh);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = exports_ical_refusal (schedule, cases[i].old, LECTERN_ICAL_ERROR_OLD);

      if (strstr (message, cases[i].where) == NULL)
        g_error ("%s is refused at another place: %s", cases[i].old, message);
    }
}

void
add_ical_merge_tests (void)
{
  g_test_add_func ("/ical/merge/one-change", test_one_change);
  g_test_add_func ("/ical/merge/every-change", test_every_change);
  g_test_add_func ("/ical/merge/order", test_order);
  g_test_add_func ("/ical/merge/foreign", test_foreign);
  g_test_add_func ("/ical/merge/head", test_head);
  g_test_add_func ("/ical/merge/stray", test_stray);
  g_test_add_func ("/ical/merge/line-feeds", test_line_feeds);
  g_test_add_func ("/ical/merge/twice", test_twice);
  g_test_add_func ("/ical/merge/new-head-id", test_new_head_id);
  g_test_add_func ("/ical/merge/sequence", test_sequence);
  g_test_add_func ("/ical/merge/refused", test_refused);
}
