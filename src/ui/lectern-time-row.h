/* lectern-time-row.h: at what time a session is, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_TIME_ROW (lectern_time_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternTimeRow, lectern_time_row, LECTERN, TIME_ROW, AdwExpanderRow)

void lectern_time_row_bind (LecternTimeRow *self,
                            LecternSubject *subject);

G_END_DECLS
