/* random-schedule.h: schedules that nobody would write by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

char *random_schedule_new  (GRand          *rand,
                            guint           n_sessions,
                            GPtrArray      *unknown);
void  random_schedule_edit (LecternHistory *history,
                            GRand          *rand);

G_END_DECLS
