/* lectern-history-private.h: what the parts of LecternHistory share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-change.h"
#include "lectern-history.h"

G_BEGIN_DECLS

void lectern_history_record (LecternHistory *self,
                             LecternChange  *change,
                             const char     *label,
                             const char     *merge);
void lectern_history_record_all (LecternHistory *self,
                                 GPtrArray      *changes,
                                 const char     *label);

G_END_DECLS
