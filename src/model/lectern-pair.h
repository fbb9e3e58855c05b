/* lectern-pair.h: which session of one schedule is which of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

GPtrArray *lectern_pair_list      (LecternSchedule *schedule);
gboolean   lectern_pair_same      (LecternSession  *a,
                                   LecternSession  *b);
gboolean   lectern_pair_same_text (LecternSession  *a,
                                   LecternSession  *b);
GPtrArray *lectern_pair_sessions  (GPtrArray       *sessions,
                                   GPtrArray       *others,
                                   gboolean         surely);

G_END_DECLS
