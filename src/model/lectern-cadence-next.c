/* lectern-cadence-next.c: when a group meets next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-cadence.h"

/* A group that does not meet for twice as long as usual, or for two weeks,
 * pauses; two meetings of a month are two weeks apart at least. */
#define TWO_WEEKS 14

/* Who meets once a week has met if it was so many days off. */
#define NEARBY 3

/* The day of a month that is the @week-th of its weekdays, or the last. */
static void
set_week_of_month (GDate        *date,
                   GDateWeekday  weekday,
                   int           week)
{
  int days;

  g_date_set_day (date, 1);
  days = ((int) weekday - (int) g_date_get_weekday (date) + 7) % 7;
  if (week > 0)
    days += (week - 1) * 7;
  else
    days += (g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date)) - 1 - days)
            / 7 * 7;
  g_date_add_days (date, days);
}

/* If the meeting is one that was put off or brought forward by some days, the
 * next one is still that of the next month. */
static void
step_month (const LecternCadence *self,
            GDate                *date)
{
  GDate last = *date;

  set_week_of_month (date, self->weekday, self->week_of_month);
  while (g_date_days_between (&last, date) < TWO_WEEKS)
    {
      g_date_set_day (date, 1);
      g_date_add_months (date, 1);
      set_week_of_month (date, self->weekday, self->week_of_month);
    }
}

/**
 * lectern_cadence_step:
 * @self: a rhythm
 * @date: (inout): the date of a meeting
 *
 * Goes on to when the meeting after it would usually be.
 */
void
lectern_cadence_step (const LecternCadence *self,
                      GDate                *date)
{
  int days;

  if (self->week_of_month != 0)
    {
      step_month (self, date);
      return;
    }

  if (self->weekdays != 0)
    {
      do
        g_date_add_days (date, 1);
      while ((self->weekdays & (1u << g_date_get_weekday (date))) == 0);
      return;
    }

  g_date_add_days (date, self->interval);
  if (self->weekday == G_DATE_BAD_WEEKDAY || self->interval % 7 != 0)
    return;

  /* Back into step after an odd day: to the nearest usual one. */
  days = ((int) self->weekday - (int) g_date_get_weekday (date) + 7) % 7;
  if (days > 3)
    g_date_subtract_days (date, 7 - days);
  else
    g_date_add_days (date, days);
}

/* A meeting that was moved by a day or two stands for that of its week, unless
 * the group meets more often. */
static gboolean
is_taken_nearby (LecternSchedule      *schedule,
                 const LecternCadence *cadence,
                 const GDate          *date)
{
  int reach = cadence->weekdays == 0 && cadence->interval >= 7 ? NEARBY : 0;

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      GDate other;

      if (lectern_cadence_is_meeting (lectern_schedule_get_session (schedule, i), &other) &&
          ABS (g_date_days_between (&other, date)) <= reach)
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_cadence_find_free:
 * @schedule: a schedule
 * @after: a date
 * @date: (out caller-allocates): the free date
 *
 * Finds the next date after another on which the group would usually meet and
 * nothing is planned, nor a break.
 */
void
lectern_cadence_find_free (LecternSchedule *schedule,
                           const GDate     *after,
                           GDate           *date)
{
  LecternCadence cadence;

  lectern_cadence_read (schedule, &cadence);

  *date = *after;
  do
    lectern_cadence_step (&cadence, date);
  while (is_taken_nearby (schedule, &cadence, date) ||
         lectern_cadence_is_blocked (schedule, date));
}

/**
 * lectern_cadence_find_upcoming:
 * @schedule: a schedule
 * @today: today's date
 * @date: (out caller-allocates): the free date
 *
 * Finds the next free date, today or later, in the rhythm that the last
 * meetings had.  If the group pauses now and a meeting is planned for
 * afterwards, the date is after that one.
 */
void
lectern_cadence_find_upcoming (LecternSchedule *schedule,
                               const GDate     *today,
                               GDate           *date)
{
  g_autoptr (GArray) meetings = lectern_cadence_list_meetings (schedule);
  const GDate *last = NULL;
  const GDate *next = NULL;
  LecternCadence cadence;
  GDate after = *today;

  for (guint i = 0; i < meetings->len && next == NULL; i++)
    {
      const GDate *meeting = &g_array_index (meetings, GDate, i);

      if (g_date_compare (meeting, today) <= 0)
        last = meeting;
      else
        next = meeting;
    }

  lectern_cadence_read (schedule, &cadence);
  if (next != NULL && (last == NULL || g_date_days_between (last, today) > MAX (TWO_WEEKS, 2 * (int) cadence.interval)))
    after = *next;
  else if (last != NULL)
    after = *last;

  do
    {
      lectern_cadence_find_free (schedule, &after, date);
      after = *date;
    }
  while (g_date_compare (date, today) < 0);
}

/**
 * lectern_cadence_find_last:
 * @schedule: a schedule
 * @today: today's date
 * @date: (out caller-allocates): the free date
 *
 * Finds the next free date, today or later, after all that is planned.
 */
void
lectern_cadence_find_last (LecternSchedule *schedule,
                           const GDate     *today,
                           GDate           *date)
{
  g_autoptr (GArray) meetings = lectern_cadence_list_meetings (schedule);

  if (meetings->len == 0
      || g_date_compare (&g_array_index (meetings, GDate, meetings->len - 1), today) < 0)
    lectern_cadence_find_upcoming (schedule, today, date);
  else
    lectern_cadence_find_free (schedule, &g_array_index (meetings, GDate, meetings->len - 1), date);
}
