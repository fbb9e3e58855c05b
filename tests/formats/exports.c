/* exports.c: the tests of what a schedule is exported to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <locale.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-json.h"

static const char *sample_path;

LecternSchedule *
exports_read (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LecternSchedule *schedule = lectern_json_read (bytes, &error);

  g_assert_no_error (error);

  return schedule;
}

/* A schedule of which only what matters is said. */
LecternSchedule *
exports_sessions (const char *head,
                  const char *sessions)
{
  g_autofree char *text = g_strdup_printf ("{ \"lectern\": 1, %s%s \"sessions\": [ %s ] }",
                                           head, *head != '\0' ? "," : "", sessions);

  return exports_read (text);
}

LecternSchedule *
exports_sample (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (sample_path, &text, NULL, &error);
  g_assert_no_error (error);

  return exports_read (text);
}

char *
exports_quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (quoted, "\\%c", *c);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (quoted, "\\u%04x", *c);
      else
        g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

static GBytes *
write_ical (LecternSchedule    *schedule,
            const char         *old,
            LecternIcalFlags    flags,
            LecternIcalReport  *report,
            GError            **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2023, 1, 2, 3, 4, 5);
  g_autoptr (GBytes) old_bytes = old != NULL ? g_bytes_new (old, strlen (old)) : NULL;

  return lectern_ical_write (schedule, old_bytes, flags, now, report, error);
}

char *
exports_ical (LecternSchedule    *schedule,
              const char         *old,
              LecternIcalFlags    flags,
              LecternIcalReport  *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_ical (schedule, old, flags, report, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_null (memchr (data, '\0', size));

  return g_strndup (data, size);
}

char *
exports_ical_refusal (LecternSchedule *schedule,
                      const char      *old,
                      int              code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_ical (schedule, old, LECTERN_ICAL_NOTHING_MORE, NULL, &error);

  g_assert_error (error, LECTERN_ICAL_ERROR, code);
  g_assert_null (bytes);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return g_strdup (error->message);
}

void
exports_today (const char *text,
               GDate      *today)
{
  g_date_clear (today, 1);
  g_assert_true (lectern_date_parse (text, today));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  sample_path = argv[1];

  add_public_tests ();
  add_ical_tests ();
  add_ical_time_tests ();
  add_ical_holidays_tests ();
  add_ical_hostile_tests ();
  add_ical_merge_tests ();
  add_html_tests ();
  add_markdown_tests ();
  add_announcement_tests ();

  return g_test_run ();
}
