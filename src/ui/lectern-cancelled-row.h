/* lectern-cancelled-row.h: whether a session is cancelled, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_CANCELLED_ROW (lectern_cancelled_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternCancelledRow, lectern_cancelled_row, LECTERN, CANCELLED_ROW, AdwExpanderRow)

void lectern_cancelled_row_bind (LecternCancelledRow *self,
                                 LecternSubject      *subject);

G_END_DECLS
