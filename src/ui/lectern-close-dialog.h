/* lectern-close-dialog.h: what to do with several schedules that are not saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-window.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_CLOSE_DIALOG (lectern_close_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternCloseDialog, lectern_close_dialog, LECTERN, CLOSE_DIALOG, AdwMessageDialog)

LecternCloseDialog *lectern_close_dialog_new         (GtkWindow          *parent,
                                                      GPtrArray          *windows);
gboolean            lectern_close_dialog_is_selected (LecternCloseDialog *self,
                                                      guint               i);

G_END_DECLS
