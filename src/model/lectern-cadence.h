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
 * @weekdays: if the group meets on several days a week, a bit for each of them
 *   (1 << %G_DATE_MONDAY and so on), else 0
 * @week_of_month: if the group meets once a month, on which of the @weekday
 *   of the month, from 1, or -1 for the last one; else 0
 *
 * The rhythm of a group.
 */
typedef struct
{
  GDateWeekday weekday;
  guint        interval;
  guint        weekdays;
  int          week_of_month;
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
void         lectern_cadence_step          (const LecternCadence *self,
                                            GDate                *date);
void         lectern_cadence_find_free     (LecternSchedule      *schedule,
                                            const GDate          *after,
                                            GDate                *date);
void         lectern_cadence_find_upcoming (LecternSchedule      *schedule,
                                            const GDate          *today,
                                            GDate                *date);
void         lectern_cadence_find_last     (LecternSchedule      *schedule,
                                            const GDate          *today,
                                            GDate                *date);
GDateWeekday lectern_cadence_weekday_near  (GArray               *meetings,
                                            guint                 i);

G_END_DECLS
