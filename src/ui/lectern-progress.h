/* lectern-progress.h: what takes long shows how far it is, and can be stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LecternProgressFunc:
 * @user_data: what it was made with
 *
 * Tells how far it is.
 *
 * Returns: from 0 to 1
 */
typedef double (*LecternProgressFunc) (gpointer user_data);

typedef struct _LecternProgress LecternProgress;

LecternProgress *lectern_progress_new  (GtkWindow           *parent,
                                        const char          *title,
                                        GCancellable        *cancellable,
                                        LecternProgressFunc  func,
                                        gpointer             user_data);
void             lectern_progress_free (LecternProgress     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternProgress, lectern_progress_free)

G_END_DECLS
