/* lectern-postpone-private.h: what the files that move meetings share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-postpone.h"

G_BEGIN_DECLS

/**
 * LecternMeeting:
 * @session: the session
 * @date: its date
 * @position: where it stands in the schedule
 * @slot: (nullable): whose day it goes to, %NULL for a free one
 * @only_day: whether it goes to the day of @slot at its own time
 *
 * A meeting while it is moved.
 */
typedef struct
{
  LecternSession *session;
  GDate           date;
  guint           position;
  LecternSession *slot;
  gboolean        only_day;
} LecternMeeting;

GArray         *lectern_postpone_list_from   (LecternSchedule *schedule,
                                              const GDate     *from);
GArray         *lectern_postpone_list_among  (LecternSchedule *schedule,
                                              GPtrArray       *sessions,
                                              GError         **error);
gboolean        lectern_postpone_get_date    (LecternSession  *session,
                                              GDate           *date,
                                              GError         **error);
LecternSession *lectern_postpone_copy_to     (LecternSession  *session,
                                              const GDate     *date);
LecternSession *lectern_postpone_copy_into   (LecternSession  *session,
                                              LecternSession  *slot,
                                              const GDate     *free_date);
void            lectern_postpone_refuse_year (GError         **error);
LecternPlan    *lectern_postpone_finish_plan (LecternPlan     *plan,
                                              gboolean         forward,
                                              GError         **error);
int             lectern_postpone_compare     (gconstpointer    a,
                                              gconstpointer    b);

G_END_DECLS
