/* lectern-text-row.h: a row for a member whose text wraps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-field.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_TEXT_ROW (lectern_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternTextRow, lectern_text_row, LECTERN, TEXT_ROW, AdwPreferencesRow)

void          lectern_text_row_bind      (LecternTextRow *self,
                                          LecternSubject *subject,
                                          LecternRecord  *record,
                                          const char     *prefix);
LecternField *lectern_text_row_get_field (LecternTextRow *self);
GtkTextView  *lectern_text_row_get_view  (LecternTextRow *self);

G_END_DECLS
