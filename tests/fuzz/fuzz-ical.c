/* fuzz-ical.c: any bytes as the calendar that an export replaces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "lectern-ical-scan.h"
#include "lectern-ical.h"
#include "lectern-json.h"

static const char schedules[2][1024] = {
  "{ \"lectern\": 1, \"id\": \"g\", \"title\": \"G\", \"defaults\": { \"time\": \"15:00\" }, \"sessions\": ["
  "  { \"id\": \"a\", \"date\": \"2023-01-04\", \"title\": \"One\" }, { \"date\": \"2023-01-11\", \"kind\": \"break\" },"
  "  { \"id\": \"b\", \"date\": \"2023-01-18\", \"papers\": [ { \"title\": \"Two, three\", \"url\": \"https://e.org/\" } ] } ] }",
  "{ \"lectern\": 1, \"id\": \"g\", \"title\": \"H\", \"sessions\": ["
  "  { \"id\": \"b\", \"date\": \"2023-01-18\", \"status\": \"cancelled\" }, { \"id\": \"a\", \"date\": \"2023-01-04\" } ] }",
};

int LLVMFuzzerInitialize   (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  setlocale (LC_ALL, "C.UTF-8");

  return 0;
}

/* Head, pieces and end are all of the file, each once. */
static void
check_spans (GBytes *bytes)
{
  g_autoptr (LecternIcalScan) scan = lectern_ical_scan (bytes, NULL);
  g_autoptr (GString) joined = g_string_new (NULL);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_assert_nonnull (scan);
  lectern_ical_scan_append_lines (scan, 0, scan->head, joined);
  for (guint i = 0; i < scan->pieces->len; i++)
    {
      LecternIcalPiece *piece = g_ptr_array_index (scan->pieces, i);

      lectern_ical_scan_append_lines (scan, piece->first, piece->n, joined);
    }
  lectern_ical_scan_append_lines (scan, scan->end, scan->lines->len - scan->end, joined);
  g_assert_cmpmem (joined->str, joined->len, data, size);
}

static GBytes *
write_over (guint              schedule,
            GBytes            *old,
            LecternIcalReport *report,
            GError           **error)
{
  g_autoptr (GBytes) text = g_bytes_new_static (schedules[schedule], strlen (schedules[schedule]));
  g_autoptr (LecternSchedule) read = lectern_json_read (text, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2023, 1, 2, 3, 4, 5);

  g_assert_nonnull (read);

  return lectern_ical_write (read, old, LECTERN_ICAL_NOTHING_MORE, now, report, error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) old = g_bytes_new (data, size);

  for (guint i = 0; i < G_N_ELEMENTS (schedules); i++)
    {
      g_autoptr (GError) error = NULL;
      LecternIcalReport report;
      g_autoptr (GBytes) bytes = write_over (i, old, &report, &error);
      g_autoptr (GBytes) again = NULL;
      g_autofree char *remarks = NULL;

      if (bytes == NULL)
        {
          g_assert_error (error, LECTERN_ICAL_ERROR, LECTERN_ICAL_ERROR_OLD);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          return 0;
        }

      if (size > 0)
        check_spans (old);
      check_spans (bytes);
      g_assert_cmpuint (report.kept + report.changed, <=, report.events);
      remarks = lectern_ical_report_describe (&report);

      /* Over itself it is what it was. */
      again = write_over (i, bytes, &report, NULL);
      g_assert_nonnull (again);
      g_assert_true (g_bytes_equal (bytes, again));
      g_assert_cmpuint (report.kept, ==, report.events);
    }

  return 0;
}
