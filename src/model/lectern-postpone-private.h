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
 *
 * A meeting while it is moved.
 */
typedef struct
{
  LecternSession *session;
  GDate           date;
  guint           position;
  LecternSession *slot;
} LecternMeeting;

GArray         *lectern_postpone_list_from   (LecternSchedule *schedule,
                                              const GDate     *from);
gboolean        lectern_postpone_get_date    (LecternSession  *session,
                                              GDate           *date,
                                              GError         **error);
LecternSession *lectern_postpone_copy_to     (LecternSession  *session,
                                              const GDate     *date);
LecternSession *lectern_postpone_copy_into   (LecternSession  *session,
                                              LecternSession  *slot,
                                              const GDate     *free_date);
gboolean        lectern_postpone_shift       (GDate           *date,
                                              int              days,
                                              GError         **error);
LecternPlan    *lectern_postpone_finish_plan (LecternPlan     *plan,
                                              gboolean         forward,
                                              GError         **error);
int             lectern_postpone_compare     (gconstpointer    a,
                                              gconstpointer    b);

G_END_DECLS
