/* lectern-notes-rename.h: the notes folder gets another name or place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

gboolean  lectern_notes_rename_folder (GFile           *schedule_file,
                                       const char      *before,
                                       const char      *after,
                                       GError         **error);
gboolean  lectern_notes_rename_links  (LecternHistory  *history,
                                       const char      *before,
                                       const char      *after,
                                       GError         **error);
char     *lectern_notes_follow_folder (GFile           *schedule_file,
                                       const char      *folder,
                                       const char      *before,
                                       const char      *after);
gboolean  lectern_notes_note_folder   (LecternHistory  *history,
                                       const char      *after,
                                       GError         **error);

G_END_DECLS
