/* lectern-backup.h: what files held before they were replaced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternBackup:
 * @time: when it was replaced, in microseconds since 1970
 * @schedule: (nullable): what it said, %NULL if it was no schedule
 *
 * An earlier version of a file.
 */
typedef struct
{
  gint64           time;
  LecternSchedule *schedule;
} LecternBackup;

gboolean   lectern_backup_make        (GFile                *file,
                                       gint64                now,
                                       GError              **error);
gboolean   lectern_backup_keep        (GFile                *file,
                                       GBytes               *bytes,
                                       gint64                now,
                                       GError              **error);
GPtrArray *lectern_backup_find        (GFile                *file);
void       lectern_backup_find_async  (GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray *lectern_backup_find_finish (GAsyncResult         *result,
                                       GError              **error);
void       lectern_backup_free        (LecternBackup        *self);

G_END_DECLS
