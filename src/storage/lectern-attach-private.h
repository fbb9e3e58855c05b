/* lectern-attach-private.h: what the parts of attaching share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-attach.h"

G_BEGIN_DECLS

/**
 * LecternAttachCopy:
 * @source: the PDF, open for reading
 * @shown: what the user calls it
 * @folder: the real path of the folder that it goes to
 * @name: the name that it should get, without its ending
 * @done: how much of it is there, in thousandths; read by other threads
 *
 * A copy that is being made.
 */
typedef struct
{
  int         source;
  const char *shown;
  const char *folder;
  const char *name;
  int        *done;
} LecternAttachCopy;

G_GNUC_INTERNAL
char *lectern_attach_copy (LecternAttachCopy  *self,
                           gboolean           *made,
                           GCancellable       *cancellable,
                           GError            **error);

G_GNUC_INTERNAL
gboolean  lectern_attach_check_folder (const char  *notes,
                                       GError     **error);
G_GNUC_INTERNAL
char     *lectern_attach_dup_real     (const char  *path);
G_GNUC_INTERNAL
char     *lectern_attach_open_folder  (const char  *folder,
                                       const char  *notes,
                                       GPtrArray   *made,
                                       GError     **error);

G_END_DECLS
