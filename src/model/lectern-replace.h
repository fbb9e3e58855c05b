/* lectern-replace.h: a schedule made to say what another says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

guint      lectern_replace_count (LecternSchedule *schedule,
                                  LecternSchedule *other,
                                  gboolean        *rest);
GPtrArray *lectern_replace_list  (LecternSchedule *schedule,
                                  LecternSchedule *other);
gboolean   lectern_replace       (LecternHistory  *history,
                                  LecternSchedule *other,
                                  const char      *label);

G_END_DECLS
