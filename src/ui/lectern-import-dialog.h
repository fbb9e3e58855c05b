/* lectern-import-dialog.h: what a page becomes, shown before it is imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-import.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_IMPORT_DIALOG (lectern_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternImportDialog, lectern_import_dialog, LECTERN, IMPORT_DIALOG, AdwWindow)

LecternImportDialog *lectern_import_dialog_new (GtkWindow *parent,
                                                GFile     *page);

G_END_DECLS
