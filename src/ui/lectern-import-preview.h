/* lectern-import-preview.h: what a page says, in groups of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-import.h"

G_BEGIN_DECLS

void       lectern_import_preview_sum_up   (LecternImport       *import,
                                            AdwPreferencesGroup *group);
GtkWidget *lectern_import_preview_sessions (LecternImport       *import);
GtkWidget *lectern_import_preview_dates    (LecternImport       *import);
GtkWidget *lectern_import_preview_notes    (LecternImport       *import,
                                            LecternPageNoteKind  kind);

G_END_DECLS
