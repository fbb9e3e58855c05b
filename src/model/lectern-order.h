/* lectern-order.h: in which order the sessions of a schedule stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternOrderEntry:
 * @session: a session that has a date
 * @date: its date
 * @position: where it stands in the schedule
 * @section: the section that it stands in, from 0
 * @newest_first: whether that section begins with the latest date
 * @in_order: whether it stands where its section's order wants it
 *
 * A session, as the order of a schedule sees it.
 */
typedef struct
{
  LecternSession *session;
  GDate           date;
  guint           position;
  guint           section;
  gboolean        newest_first;
  gboolean        in_order;
} LecternOrderEntry;

GArray   *lectern_order_read            (LecternSchedule *schedule);
gboolean  lectern_order_is_newest_first (LecternSchedule *schedule);
gboolean  lectern_order_find_place      (LecternSchedule *schedule,
                                         const GDate     *date,
                                         guint            but,
                                         guint           *place);

G_END_DECLS
