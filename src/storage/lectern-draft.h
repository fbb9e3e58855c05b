/* lectern-draft.h: work that was not saved, as it was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternDraft:
 * @path: where the draft itself is
 * @file: (nullable): the file of the schedule, %NULL if it never had one
 * @baseline: (nullable): hash of what @file held when the work began
 * @time: when the draft was made, in microseconds since 1970
 * @schedule: the work
 *
 * A schedule with changes that its file does not hold.
 */
typedef struct
{
  char            *path;
  GFile           *file;
  char            *baseline;
  gint64           time;
  LecternSchedule *schedule;
} LecternDraft;

char         *lectern_draft_make_path   (void);
gboolean      lectern_draft_write       (const char           *path,
                                         LecternSchedule      *schedule,
                                         GFile                *file,
                                         const char           *baseline,
                                         gint64                time,
                                         GError              **error);
LecternDraft *lectern_draft_read        (const char           *path,
                                         GError              **error);
gboolean      lectern_draft_remove      (LecternDraft         *self,
                                         GError              **error);
char         *lectern_draft_format_time (gint64                time);
void          lectern_draft_free        (LecternDraft         *self);

void          lectern_draft_set_in_use  (const char           *path,
                                         gboolean              in_use);
gboolean      lectern_draft_get_in_use  (const char           *path);
GPtrArray    *lectern_draft_find        (GFile                *file,
                                         GCancellable         *cancellable);
void          lectern_draft_find_async  (GFile                *file,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray    *lectern_draft_find_finish (GAsyncResult         *result,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDraft, lectern_draft_free)

G_END_DECLS
