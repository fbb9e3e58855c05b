/* lectern-grant.h: what a sandbox lets Lectern have of a schedule's folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LecternGrant:
 * @LECTERN_GRANT_NONE_NEEDED: an ordinary path
 * @LECTERN_GRANT_FILE: the document portal shows the file, and nothing beside it
 * @LECTERN_GRANT_FOLDER: the document portal shows a folder with the file in it
 *
 * How a file is reached.
 */
typedef enum
{
  LECTERN_GRANT_NONE_NEEDED,
  LECTERN_GRANT_FILE,
  LECTERN_GRANT_FOLDER,
} LecternGrant;

LecternGrant  lectern_grant_get           (GFile                *file);
gboolean      lectern_grant_check         (GFile                *file,
                                           GError              **error);
void          lectern_grant_remember      (GFile                *file);
GFile        *lectern_grant_recall        (GFile                *file,
                                           GBytes               *bytes);
GFile        *lectern_grant_find          (GFile                *folder,
                                           const char           *name,
                                           GBytes               *bytes,
                                           GCancellable         *cancellable,
                                           GError              **error);
void          lectern_grant_find_async    (GFile                *folder,
                                           const char           *name,
                                           GBytes               *bytes,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GFile        *lectern_grant_find_finish   (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
