/* lectern-notes-private.h: what the parts of the notes folder share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-notes-folder.h"

G_BEGIN_DECLS

G_GNUC_INTERNAL
gboolean  lectern_notes_refuse       (GError            **error,
                                      LecternNotesError   code,
                                      const char         *format,
                                      ...) G_GNUC_PRINTF (3, 4);
G_GNUC_INTERNAL
char     *lectern_notes_show         (const char         *text);
G_GNUC_INTERNAL
gboolean  lectern_notes_has_control  (const char         *text);
G_GNUC_INTERNAL
char     *lectern_notes_find_folder  (GFile              *schedule_file,
                                      GError            **error);
G_GNUC_INTERNAL
gboolean  lectern_notes_is_inside    (const char         *folder,
                                      const char         *path);
G_GNUC_INTERNAL
gboolean  lectern_notes_find_prefixes (const char        *before,
                                      const char         *after,
                                      gsize              *before_length,
                                      gsize              *after_length);
G_GNUC_INTERNAL
gboolean  lectern_notes_fd_is_pdf    (int                 fd);
G_GNUC_INTERNAL
char     *lectern_notes_resolve_file (GFile              *schedule_file,
                                      const char         *path,
                                      GError            **error);

G_END_DECLS
