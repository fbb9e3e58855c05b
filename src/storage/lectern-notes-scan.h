/* lectern-notes-scan.h: the PDFs that are in the schedule's folder, and where
 * those went that are missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternUnattached:
 * @path: the PDF, relative to the schedule's folder
 * @key: the session that its name speaks of, 0 if there is none or several
 *
 * A PDF that belongs to no session.
 */
typedef struct
{
  char    *path;
  guint64  key;
} LecternUnattached;

/**
 * LecternNotesScan:
 * @folders: where the notes could be kept, relative to the schedule's folder,
 *   the best first
 * @unattached: (element-type LecternUnattached): the PDFs in the notes folder
 *   that belong to no session
 *
 * What was found in the schedule's folder.
 */
typedef struct
{
  char      **folders;
  GPtrArray  *unattached;
} LecternNotesScan;

/**
 * LecternMoved:
 * @key: a session
 * @index: which of its resources
 * @path: where its file is now
 *
 * A resource whose file has moved.
 */
typedef struct
{
  guint64  key;
  guint    index;
  char    *path;
} LecternMoved;

LecternMoved     *lectern_moved_new               (guint64               key,
                                                   guint                 index,
                                                   const char           *path);
void              lectern_moved_free              (gpointer              data);

LecternNotesScan *lectern_notes_scan              (GFile                *schedule_file,
                                                   LecternSchedule      *schedule,
                                                   GCancellable         *cancellable);
void              lectern_notes_scan_free         (LecternNotesScan     *self);
void              lectern_notes_scan_async        (GFile                *schedule_file,
                                                   LecternSchedule      *schedule,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LecternNotesScan *lectern_notes_scan_finish       (GAsyncResult         *result,
                                                   GError              **error);

gboolean          lectern_notes_attach_found      (LecternHistory       *history,
                                                   GPtrArray            *found,
                                                   GError              **error);

GPtrArray        *lectern_notes_find_moved        (GFile                *schedule_file,
                                                   LecternSchedule      *schedule,
                                                   const char           *before,
                                                   const char           *after);
void              lectern_notes_find_moved_async  (GFile                *schedule_file,
                                                   LecternSchedule      *schedule,
                                                   const char           *before,
                                                   const char           *after,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GPtrArray        *lectern_notes_find_moved_finish (GAsyncResult         *result,
                                                   GError              **error);
gboolean          lectern_notes_mend              (LecternHistory       *history,
                                                   GPtrArray            *moved,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternNotesScan, lectern_notes_scan_free)

G_END_DECLS
