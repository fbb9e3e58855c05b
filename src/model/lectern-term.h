/* lectern-term.h: a row of dates for a whole term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-plan.h"

G_BEGIN_DECLS

/**
 * LecternHoliday:
 * @first: its first day
 * @last: its last day
 * @title: (nullable): what it is called; with a title a break is written into
 *   the schedule on each meeting's day that falls into it
 *
 * Days on which the group does not meet.
 */
typedef struct
{
  GDate  first;
  GDate  last;
  char  *title;
} LecternHoliday;

LecternHoliday *lectern_holiday_new  (const GDate     *first,
                                      const GDate     *last,
                                      const char      *title);
void            lectern_holiday_free (LecternHoliday  *self);

LecternPlan    *lectern_term_plan    (LecternSchedule *schedule,
                                      const GDate     *start,
                                      guint            count,
                                      guint            interval,
                                      GPtrArray       *holidays,
                                      const char      *number_text);

G_END_DECLS
