/* lectern-notes-info.h: what there is of a session's files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternNotesInfo:
 * @missing: whether the file is not there
 * @size: its size in bytes, -1 if there is none to tell
 * @modified: when it was changed last, in seconds since 1970
 *
 * What there is of the file of a resource.
 */
typedef struct
{
  gboolean missing;
  gint64   size;
  gint64   modified;
} LecternNotesInfo;

void    lectern_notes_info_async  (GFile                *schedule_file,
                                   LecternSession       *session,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GArray *lectern_notes_info_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
