/* lectern-merge-dialog.h: what another program changed, put together with what is unsaved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-merge.h"

G_BEGIN_DECLS

GtkWindow *lectern_merge_dialog_new (GtkWindow    *parent,
                                     const char   *name,
                                     LecternMerge *merge,
                                     GCallback     accepted,
                                     gpointer      user_data);

G_END_DECLS
