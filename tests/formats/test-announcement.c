/* test-announcement.c: what to tell the group about a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <string.h>

#include "lectern-announcement.h"

static const char head[] =
  "\"title\": \"Group\", \"defaults\": { \"time\": \"15:00\", \"timezone\": \"Europe/London\", \"location\": \"Room 1\" },"
  "\"notes\": { \"folder\": \"n\", \"url\": \"https://e.org/n/\" }";
static const char sessions[] =
  "{ \"id\": \"z\", \"date\": \"2023-01-25\", \"title\": \"Later\" },"
  "{ \"id\": \"a\", \"date\": \"2022-12-14\", \"status\": \"cancelled\", \"reason\": \"strike\" },"
  "{ \"id\": \"c\", \"date\": \"2023-01-04\", \"presenters\": [ \"A\", \"B\" ], \"note\": \"private\","
  "  \"papers\": [ { \"title\": \"One\", \"url\": \"https://e.org/1\", \"part\": \"Section 1\" }, { \"title\": \"Two\" } ],"
  "  \"resources\": [ { \"label\": \"Notes\", \"file\": \"n/1.pdf\" }, { \"label\": \"Here only\", \"file\": \"x/1.pdf\" } ] },"
  "{ \"id\": \"b\", \"date\": \"2022-12-21\", \"kind\": \"break\", \"title\": \"Christmas\" },"
  "{ \"id\": \"n\", \"date\": \"2022-12-28\", \"kind\": \"announcement\", \"title\": \"Thursdays from now on\" }";

static char *
announce (LecternSchedule *schedule,
          const char      *id,
          const char      *day,
          const char      *template)
{
  g_autoptr (GPtrArray) found = id != NULL ? lectern_schedule_find (schedule, id) : NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  GDate today;

  exports_today (day, &today);
  text = lectern_announcement_write (schedule, found != NULL ? g_ptr_array_index (found, 0) : NULL,
                                     &today, template, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_next (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, sessions);
  g_autofree char *text = announce (schedule, NULL, "2022-12-14", NULL);
  g_autofree char *after = announce (schedule, NULL, "2022-12-22", NULL);
  g_autofree char *later = announce (schedule, NULL, "2023-01-05", NULL);

  g_assert_cmpstr (text, ==,
                   "Group\n\nNext meeting: Wednesday 4 January 2023, 15:00 (Europe/London)\nPlace: Room 1\nPresenter: A, B\n\n"
                   "One, Section 1\nhttps://e.org/1\nTwo\n\nNotes: https://e.org/n/1.pdf\n\n"
                   "The meeting on Wednesday 14 December 2022 is cancelled: strike\n"
                   "No meeting on Wednesday 21 December 2022: Christmas\n");
  g_assert_null (strstr (after, "No meeting"));
  g_assert_cmpstr (later, ==,
                   "Group\n\nNext meeting: Wednesday 25 January 2023, 15:00 (Europe/London)\nPlace: Room 1\n\nLater\n");
}

static void
test_one (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, sessions);
  g_autofree char *cancelled = announce (schedule, "a", "2022-12-10", NULL);
  g_autofree char *christmas = announce (schedule, "b", "2022-12-10", NULL);
  g_autofree char *news = announce (schedule, "n", "2022-12-10", NULL);
  g_autofree char *other = announce (schedule, "z", "2022-12-22", NULL);

  g_assert_cmpstr (cancelled, ==,
                   "Group\n\nThe meeting on Wednesday 14 December 2022 is cancelled: strike\n\n"
                   "Next meeting: Wednesday 4 January 2023, 15:00 (Europe/London)\n");
  g_assert_cmpstr (christmas, ==,
                   "Group\n\nNo meeting on Wednesday 21 December 2022: Christmas\n\n"
                   "Next meeting: Wednesday 4 January 2023, 15:00 (Europe/London)\n");
  g_assert_cmpstr (news, ==, "Group\n\nWednesday 28 December 2022\nThursdays from now on\n");
  g_assert_true (g_str_has_prefix (other, "Group\n\nMeeting: Wednesday 25 January 2023, 15:00"));
}

static void
test_template (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, sessions);
  g_autofree char *text = announce (schedule, NULL, "2023-01-04",
                                    "\n\nDear all,\r\n{title}\n{date} at {time} in {place}{{{when}\n\n\n\n"
                                    "- {papers}\nReason: {no-meeting} {title}\n{ } { x} {Y} }\n\nNext: {next}\n\n\n");
  g_autofree char *bare = announce (schedule, NULL, "2023-01-04", "{group}");

  g_assert_cmpstr (text, ==,
                   "Dear all,\nWednesday 4 January 2023 at 15:00 (Europe/London) in Room 1{Wednesday 4 January 2023, 15:00 (Europe/London)\n\n"
                   "- One, Section 1\nhttps://e.org/1\nTwo\n{ } { x} {Y} }\n\n"
                   "Next: Wednesday 25 January 2023, 15:00 (Europe/London)\n");
  g_assert_cmpstr (bare, ==, "Group\n");
}

/* The schedule's own words, but only where there is a meeting. */
static void
test_own_template (void)
{
  g_autofree char *own = g_strconcat (head, ", \"announcement\": \"Hello, {date}\\n{group}\"", NULL);
  g_autoptr (LecternSchedule) schedule = exports_sessions (own, sessions);
  g_autofree char *text = announce (schedule, NULL, "2023-01-04", NULL);
  g_autofree char *given = announce (schedule, NULL, "2023-01-04", "{group}");
  g_autofree char *cancelled = announce (schedule, "a", "2022-12-10", NULL);
  g_autofree char *news = announce (schedule, "n", "2022-12-10", NULL);
  LecternSession *session = lectern_schedule_get_session (schedule, 2);
  GDate today;

  exports_today ("2023-01-04", &today);
  g_assert_cmpstr (text, ==, "Hello, Wednesday 4 January 2023\nGroup\n");
  g_assert_cmpstr (given, ==, "Group\n");
  g_assert_nonnull (strstr (cancelled, "is cancelled: strike"));
  g_assert_cmpstr (news, ==, "Group\n\nWednesday 28 December 2022\nThursdays from now on\n");
  g_assert_true (lectern_announcement_takes_template (session));
  g_assert_false (lectern_announcement_takes_template (lectern_schedule_get_session (schedule, 1)));
  g_assert_false (lectern_announcement_takes_template (lectern_schedule_get_session (schedule, 4)));
  g_assert_cmpstr (lectern_announcement_get_template (schedule, session, &today, TRUE), ==, "Hello, {date}\n{group}");
  g_assert_true (g_str_has_prefix (lectern_announcement_get_template (schedule, session, &today, FALSE), "{group}\n\nNext meeting"));
}

static void
test_mailto (void)
{
  g_autofree char *plain = lectern_announcement_mailto ("Group: 4 Jan", "a & b\n100%\n");
  g_autofree char *hostile = lectern_announcement_mailto ("é&bcc=x@e.org?#", "+ \"'<>&to=y\r");

  g_assert_cmpstr (plain, ==, "mailto:?subject=Group%3A%204%20Jan&body=a%20%26%20b%0D%0A100%25%0D%0A");
  g_assert_cmpstr (hostile, ==, "mailto:?subject=%C3%A9%26bcc%3Dx%40e.org%3F%23&body=%2B%20%22%27%3C%3E%26to%3Dy%0D");
}

static void
test_refused (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, sessions);
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) unknown = NULL;
  GDate today;

  exports_today ("2024-01-04", &today);
  g_assert_null (lectern_announcement_write (schedule, NULL, &today, NULL, &nothing));
  g_assert_error (nothing, LECTERN_ANNOUNCEMENT_ERROR, LECTERN_ANNOUNCEMENT_ERROR_NOTHING);
  g_assert_nonnull (strstr (nothing->message, "Thursday 4 January 2024"));

  exports_today ("2023-01-04", &today);
  g_assert_null (lectern_announcement_write (schedule, NULL, &today, "{group}\n{note}", &unknown));
  g_assert_error (unknown, LECTERN_ANNOUNCEMENT_ERROR, LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (unknown->message, "“{note}”"));
  g_assert_nonnull (strstr (unknown->message, "{no-meeting}"));
}

/* As it is written, before there is a meeting to fill it in for. */
static void
test_check_template (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_announcement_check_template (lectern_announcement_get_usual (), NULL));
  g_assert_true (lectern_announcement_check_template ("", NULL));
  g_assert_true (lectern_announcement_check_template ("{{friends} {group}", NULL));
  g_assert_false (lectern_announcement_check_template ("{group}\n{friends}", &error));
  g_assert_error (error, LECTERN_ANNOUNCEMENT_ERROR, LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (error->message, "“{friends}”"));
}

/* A text stays on its line, and braces in it are no names. */
static void
test_hostile (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "\"title\": \"{when}\\r\\nBcc: x\"", "{ \"date\": \"2023-01-04\", \"title\": \"a\\nb\\u001b[31m{place}\", \"presenters\": [ \"c\\nd\" ] }");
  g_autofree char *text = announce (schedule, NULL, "2023-01-04", NULL);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);
  g_autofree char *subject = lectern_announcement_subject (schedule, session);

  g_assert_cmpstr (text, ==,
                   "{when}  Bcc: x\n\nNext meeting: Wednesday 4 January 2023\nPresenter: c d\n\na b [31m{place}\n");
  g_assert_cmpstr (subject, ==, "{when}  Bcc: x: Wednesday 4 January 2023");
}

void
add_announcement_tests (void)
{
  g_test_add_func ("/announcement/next", test_next);
  g_test_add_func ("/announcement/one", test_one);
  g_test_add_func ("/announcement/template", test_template);
  g_test_add_func ("/announcement/own-template", test_own_template);
  g_test_add_func ("/announcement/mailto", test_mailto);
  g_test_add_func ("/announcement/refused", test_refused);
  g_test_add_func ("/announcement/check-template", test_check_template);
  g_test_add_func ("/announcement/hostile", test_hostile);
}
