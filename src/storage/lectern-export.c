/* lectern-export.c: a schedule in other formats, and into their files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-export.h"

#include <glib/gi18n-lib.h>

#include "lectern-date.h"
#include "lectern-html.h"
#include "lectern-ical.h"
#include "lectern-markdown.h"
#include "lectern-saver.h"

G_DEFINE_QUARK (lectern-export-error-quark, lectern_export_error)

static GBytes *
make_calendar (LecternSchedule     *schedule,
               LecternExportFlags   flags,
               GBytes              *old,
               char               **remarks,
               GError             **error)
{
  LecternIcalFlags ical_flags = LECTERN_ICAL_NOTHING_MORE;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  LecternIcalReport report;
  GBytes *bytes;

  if ((flags & LECTERN_EXPORT_LOCATION) != 0)
    ical_flags |= LECTERN_ICAL_LOCATION;
  if ((flags & LECTERN_EXPORT_ANNOUNCEMENTS) != 0)
    ical_flags |= LECTERN_ICAL_ANNOUNCEMENTS;

  bytes = lectern_ical_write (schedule, old, ical_flags, now, &report, error);
  if (bytes != NULL && remarks != NULL)
    *remarks = lectern_ical_report_describe (&report);

  return bytes;
}

static GBytes *
make_page (LecternSchedule     *schedule,
           LecternExportFlags   flags,
           GBytes              *old,
           GError             **error)
{
  GDate today;

  if (old != NULL && !lectern_html_is_own (old))
    {
      g_set_error_literal (error, LECTERN_EXPORT_ERROR, LECTERN_EXPORT_ERROR_FOREIGN,
                           _("There is a file already that was not exported by Lectern. Name another file, or remove that one."));
      return NULL;
    }

  g_date_clear (&today, 1);
  lectern_date_today (&today);

  return lectern_html_write (schedule,
                             (flags & LECTERN_EXPORT_LOCATION) != 0 ? LECTERN_HTML_LOCATION
                                                                    : LECTERN_HTML_NOTHING_MORE,
                             &today);
}

static GBytes *
make_table (LecternSchedule     *schedule,
            LecternExportFlags   flags,
            GBytes              *old,
            GError             **error)
{
  if (old != NULL && !lectern_markdown_is_table (old))
    {
      g_set_error_literal (error, LECTERN_EXPORT_ERROR, LECTERN_EXPORT_ERROR_FOREIGN,
                           _("There is a file already that holds more than a table. Name another file, or remove that one."));
      return NULL;
    }

  return lectern_markdown_write (schedule,
                                 (flags & LECTERN_EXPORT_LOCATION) != 0 ? LECTERN_MARKDOWN_LOCATION
                                                                        : LECTERN_MARKDOWN_NOTHING_MORE,
                                 NULL);
}

/**
 * lectern_export_make:
 * @schedule: a schedule
 * @format: what to make of it
 * @flags: what goes with it
 * @old: (nullable): what the target holds now
 * @remarks: (out) (optional) (nullable) (transfer full): what was left out,
 *   a sentence a line
 * @error: return location for an error
 *
 * Writes a schedule in another format, in memory.
 *
 * Returns: (transfer full): the bytes, or %NULL with an error of
 *   `LECTERN_EXPORT_ERROR` or `LECTERN_ICAL_ERROR`
 */
GBytes *
lectern_export_make (LecternSchedule      *schedule,
                     LecternExportFormat   format,
                     LecternExportFlags    flags,
                     GBytes               *old,
                     char                **remarks,
                     GError              **error)
{
  if (remarks != NULL)
    *remarks = NULL;

  switch (format)
    {
    case LECTERN_EXPORT_ICAL:
      return make_calendar (schedule, flags, old, remarks, error);
    case LECTERN_EXPORT_HTML:
      return make_page (schedule, flags, old, error);
    case LECTERN_EXPORT_MARKDOWN:
    default:
      return make_table (schedule, flags, old, error);
    }
}

/* An export over the schedule itself would be the end of it. */
static gboolean
check_target (GFile   *schedule_file,
              GFile   *target,
              GError **error)
{
  g_autofree char *path = lectern_saver_resolve (target, NULL);
  g_autofree char *source = schedule_file != NULL ? lectern_saver_resolve (schedule_file, NULL) : NULL;

  if (path == NULL || g_strcmp0 (path, source) != 0)
    return TRUE;

  g_set_error_literal (error, LECTERN_EXPORT_ERROR, LECTERN_EXPORT_ERROR_SAME,
                       _("This is the schedule itself. Name another file for what is exported."));

  return FALSE;
}

/**
 * lectern_export_write:
 * @schedule: a schedule
 * @schedule_file: (nullable): the file of the schedule, which is never
 *   replaced
 * @format: what to make of it
 * @flags: what goes with it
 * @target: where to
 * @remarks: (out) (optional) (nullable) (transfer full): what was left out,
 *   a sentence a line
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Exports a schedule into a file.  Over a calendar that is there already,
 * what did not change stays as it is; another kind of file is not replaced,
 * and one that would stay the same is not touched.
 *
 * Returns: %TRUE if @target holds the export, else %FALSE with an error of
 *   `LECTERN_EXPORT_ERROR`, `LECTERN_ICAL_ERROR` or `LECTERN_SAVER_ERROR`
 */
gboolean
lectern_export_write (LecternSchedule      *schedule,
                      GFile                *schedule_file,
                      LecternExportFormat   format,
                      LecternExportFlags    flags,
                      GFile                *target,
                      char                **remarks,
                      GCancellable         *cancellable,
                      GError              **error)
{
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) local_error = NULL;

  if (remarks != NULL)
    *remarks = NULL;
  if (!check_target (schedule_file, target, error))
    return FALSE;

  old = lectern_saver_read (target, cancellable, &local_error);
  if (old == NULL && !g_error_matches (local_error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  bytes = lectern_export_make (schedule, format, flags, old, remarks, error);
  if (bytes == NULL)
    return FALSE;

  /* The same again leaves the file, and its time, alone. */
  if (old != NULL && g_bytes_equal (old, bytes))
    return TRUE;

  hash = old != NULL ? lectern_saver_hash (old) : NULL;

  return lectern_saver_write (target, bytes,
                              hash != NULL ? LECTERN_SAVER_EXPECT_HASH : LECTERN_SAVER_EXPECT_NOTHING,
                              hash, cancellable, error);
}

/* ---- In a thread ---- */

typedef struct
{
  LecternSchedule     *schedule;
  GFile               *schedule_file;
  LecternExportFormat  format;
  LecternExportFlags   flags;
  GFile               *target;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->schedule);
  g_clear_object (&work->schedule_file);
  g_object_unref (work->target);
  g_free (work);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Work *work = task_data;
  char *remarks = NULL;
  GError *error = NULL;

  if (lectern_export_write (work->schedule, work->schedule_file, work->format, work->flags,
                            work->target, &remarks, cancellable, &error))
    g_task_return_pointer (task, remarks, g_free);
  else
    {
      g_free (remarks);
      g_task_return_error (task, error);
    }
}

/**
 * lectern_export_write_async:
 * @schedule: a schedule; what it says now counts
 * @schedule_file: (nullable): its file
 * @format: what to make of it
 * @flags: what goes with it
 * @target: where to
 * @cancellable: (nullable): to give up by
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Does as [func@export_write] in a thread.
 */
void
lectern_export_write_async (LecternSchedule     *schedule,
                            GFile               *schedule_file,
                            LecternExportFormat  format,
                            LecternExportFlags   flags,
                            GFile               *target,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->schedule = lectern_schedule_snapshot (schedule);
  g_set_object (&work->schedule_file, schedule_file);
  work->format = format;
  work->flags = flags;
  work->target = g_object_ref (target);
  g_task_set_source_tag (task, lectern_export_write_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * lectern_export_write_finish:
 * @result: what the callback was given
 * @remarks: (out) (optional) (nullable) (transfer full): what was left out,
 *   a sentence a line
 * @error: return location for an error
 *
 * Ends [func@export_write_async].
 *
 * Returns: as [func@export_write]
 */
gboolean
lectern_export_write_finish (GAsyncResult  *result,
                             char         **remarks,
                             GError       **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  text = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (remarks != NULL)
    *remarks = g_steal_pointer (&text);

  return TRUE;
}
