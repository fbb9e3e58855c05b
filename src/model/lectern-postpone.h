/* lectern-postpone.h: meetings that take place at another time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-plan.h"

G_BEGIN_DECLS

#define LECTERN_POSTPONE_ERROR (lectern_postpone_error_quark ())
GQuark lectern_postpone_error_quark (void);

/**
 * LecternPostponeError:
 * @LECTERN_POSTPONE_ERROR_NO_MEETING: the session has no date to be moved
 *   from, or is a break, an announcement or cancelled
 * @LECTERN_POSTPONE_ERROR_NO_ROOM: there is no day that it could be moved to
 * @LECTERN_POSTPONE_ERROR_NOT_WAITING: the session has a date already, or can
 *   have none
 */
typedef enum
{
  LECTERN_POSTPONE_ERROR_NO_MEETING,
  LECTERN_POSTPONE_ERROR_NO_ROOM,
  LECTERN_POSTPONE_ERROR_NOT_WAITING,
} LecternPostponeError;

LecternPlan    *lectern_postpone_by_slots         (LecternSchedule  *schedule,
                                                   LecternSession   *session,
                                                   gboolean          later_too,
                                                   GError          **error);
LecternPlan    *lectern_postpone_swap             (LecternSchedule  *schedule,
                                                   LecternSession   *first,
                                                   LecternSession   *second,
                                                   GError          **error);
LecternPlan    *lectern_postpone_cancel           (LecternSchedule  *schedule,
                                                   LecternSession   *session,
                                                   const char       *reason,
                                                   gboolean          slide,
                                                   GError          **error);

/* lectern-postpone-next.c */
LecternSession *lectern_postpone_find_following   (LecternSchedule  *schedule,
                                                   LecternSession   *session);
LecternPlan    *lectern_postpone_continue         (LecternSchedule  *schedule,
                                                   LecternSession   *session,
                                                   gboolean          slide,
                                                   GError          **error);
LecternPlan    *lectern_postpone_schedule_next    (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   const GDate      *today,
                                                   GError          **error);

/* lectern-postpone-weeks.c */
LecternPlan    *lectern_postpone_by_weeks         (LecternSchedule  *schedule,
                                                   LecternSession   *session,
                                                   int               weeks,
                                                   gboolean          later_too,
                                                   GError          **error);
LecternPlan    *lectern_postpone_several_by_weeks (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   int               weeks,
                                                   GError          **error);

/* lectern-postpone-several.c */
gboolean        lectern_postpone_is_waiting       (LecternSession   *session);
LecternSession *lectern_postpone_find_first       (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   GError          **error);
LecternPlan    *lectern_postpone_several_by_slots (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   GError          **error);
LecternPlan    *lectern_postpone_cancel_several   (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   const char       *reason,
                                                   GError          **error);
LecternPlan    *lectern_postpone_move             (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   LecternSession   *target,
                                                   GError          **error);
LecternSession *lectern_postpone_find_neighbour   (LecternSchedule  *schedule,
                                                   GPtrArray        *sessions,
                                                   gboolean          later);

G_END_DECLS
