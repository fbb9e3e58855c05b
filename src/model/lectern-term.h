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

/**
 * LecternTerm:
 * @start: the first day
 * @count: how many meetings, at most 500
 * @interval: how many days lie between two of them, 0 for the group's rhythm
 * @time: (nullable): when they begin, %NULL for the group's usual time
 * @holidays: (nullable) (element-type LecternHoliday): days without a meeting
 * @number_text: (nullable): a word to number the meetings with, such as "Week"
 *
 * What a term is to be like.
 */
typedef struct
{
  GDate       start;
  guint       count;
  guint       interval;
  const char *time;
  GPtrArray  *holidays;
  const char *number_text;
} LecternTerm;

LecternHoliday *lectern_holiday_new   (const GDate       *first,
                                       const GDate       *last,
                                       const char        *title);
LecternHoliday *lectern_holiday_parse (const char        *text);
void            lectern_holiday_free  (LecternHoliday    *self);

LecternPlan    *lectern_term_plan     (LecternSchedule   *schedule,
                                       const LecternTerm *term);

G_END_DECLS
