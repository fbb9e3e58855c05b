/* lectern-entry-row.h: a row with an entry for one member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-field.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ENTRY_ROW (lectern_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternEntryRow, lectern_entry_row, LECTERN, ENTRY_ROW, AdwEntryRow)

GtkWidget    *lectern_entry_row_new       (const char      *member,
                                           const char      *title);
void          lectern_entry_row_bind      (LecternEntryRow *self,
                                           LecternSubject  *subject,
                                           LecternRecord   *record,
                                           const char      *prefix);
void          lectern_entry_row_set_usual (LecternEntryRow *self,
                                           const char      *title,
                                           const char      *usual);
LecternField *lectern_entry_row_get_field (LecternEntryRow *self);

G_END_DECLS
