/* lectern-copies.h: whether copies still say what they said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LecternCopies LecternCopies;

LecternCopies *lectern_copies_new          (GFile                *schedule_file,
                                            GPtrArray            *paths);
LecternCopies *lectern_copies_ref          (LecternCopies        *self);
void           lectern_copies_unref        (LecternCopies        *self);
guint          lectern_copies_get_n        (LecternCopies        *self);
const char    *lectern_copies_get_path     (LecternCopies        *self,
                                            guint                 i);
void           lectern_copies_check_async  (LecternCopies        *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
char          *lectern_copies_check_finish (GAsyncResult         *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCopies, lectern_copies_unref)

G_END_DECLS
