/* lectern-unattached-dialog.h: PDFs that belong to no session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_UNATTACHED_DIALOG (lectern_unattached_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternUnattachedDialog, lectern_unattached_dialog, LECTERN, UNATTACHED_DIALOG, AdwWindow)

LecternUnattachedDialog *lectern_unattached_dialog_new          (GtkWindow               *parent,
                                                                 LecternDocument         *document,
                                                                 LecternSession          *selected);
void                     lectern_unattached_dialog_set_selected (LecternUnattachedDialog *self,
                                                                 LecternSession          *selected);

G_END_DECLS
