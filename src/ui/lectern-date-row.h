/* lectern-date-row.h: when a session is, typed or taken from a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_DATE_ROW (lectern_date_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternDateRow, lectern_date_row, LECTERN, DATE_ROW, AdwEntryRow)

void lectern_date_row_bind (LecternDateRow *self,
                            LecternSubject *subject);

G_END_DECLS
