/* lectern-export.h: a schedule in other formats, and into their files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-schedule.h"

G_BEGIN_DECLS

#define LECTERN_EXPORT_ERROR (lectern_export_error_quark ())
GQuark lectern_export_error_quark (void);

/**
 * LecternExportError:
 * @LECTERN_EXPORT_ERROR_SAME: the target is the schedule itself
 * @LECTERN_EXPORT_ERROR_FOREIGN: the target holds something else
 */
typedef enum
{
  LECTERN_EXPORT_ERROR_SAME,
  LECTERN_EXPORT_ERROR_FOREIGN,
} LecternExportError;

/**
 * LecternExportFormat:
 * @LECTERN_EXPORT_MARKDOWN: a table
 * @LECTERN_EXPORT_HTML: a page
 * @LECTERN_EXPORT_ICAL: a calendar
 *
 * What is made of a schedule.
 */
typedef enum
{
  LECTERN_EXPORT_MARKDOWN,
  LECTERN_EXPORT_HTML,
  LECTERN_EXPORT_ICAL,
} LecternExportFormat;

/**
 * LecternExportFlags:
 * @LECTERN_EXPORT_NOTHING_MORE: what everybody may see
 * @LECTERN_EXPORT_LOCATION: with the places, which may hold meeting links
 * @LECTERN_EXPORT_ANNOUNCEMENTS: with the announcements, in a calendar
 *
 * What is exported only if it was asked for.
 */
typedef enum
{
  LECTERN_EXPORT_NOTHING_MORE = 0,
  LECTERN_EXPORT_LOCATION = 1 << 0,
  LECTERN_EXPORT_ANNOUNCEMENTS = 1 << 1,
} LecternExportFlags;

GBytes   *lectern_export_make         (LecternSchedule      *schedule,
                                       LecternExportFormat   format,
                                       LecternExportFlags    flags,
                                       GBytes               *old,
                                       char                **remarks,
                                       GError              **error);
gboolean  lectern_export_write        (LecternSchedule      *schedule,
                                       GFile                *schedule_file,
                                       LecternExportFormat   format,
                                       LecternExportFlags    flags,
                                       GFile                *target,
                                       char                **remarks,
                                       GCancellable         *cancellable,
                                       GError              **error);
void      lectern_export_write_async  (LecternSchedule      *schedule,
                                       GFile                *schedule_file,
                                       LecternExportFormat   format,
                                       LecternExportFlags    flags,
                                       GFile                *target,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean  lectern_export_write_finish (GAsyncResult         *result,
                                       char                **remarks,
                                       GError              **error);

G_END_DECLS
