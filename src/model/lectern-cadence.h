/* lectern-cadence.h: how often, and on which day, the group meets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternCadence:
 * @weekday: the day on which the group usually meets, or %G_DATE_BAD_WEEKDAY
 *   if there is none
 * @interval: how many days usually lie between two meetings
 *
 * The rhythm of a group.
 */
typedef struct
{
  GDateWeekday weekday;
  guint        interval;
} LecternCadence;

gboolean     lectern_cadence_is_meeting    (LecternSession       *session,
                                            GDate                *date);
GArray      *lectern_cadence_list_meetings (LecternSchedule      *schedule);
void         lectern_cadence_read          (LecternSchedule      *schedule,
                                            LecternCadence       *cadence);
gboolean     lectern_cadence_is_taken      (LecternSchedule      *schedule,
                                            const GDate          *date);
gboolean     lectern_cadence_is_blocked    (LecternSchedule      *schedule,
                                            const GDate          *date);
void         lectern_cadence_find_free     (LecternSchedule      *schedule,
                                            const GDate          *after,
                                            GDate                *date);
GDateWeekday lectern_cadence_weekday_near  (GArray               *meetings,
                                            guint                 i);

G_END_DECLS
