/* lectern-postpone-weeks.c: meetings whose dates move by weeks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-postpone-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-date.h"

/* A date is written with four digits for the year. */
#define LAST_YEAR 9999

/* Where meetings go. */
typedef struct
{
  /* The days that nothing may be moved to. */
  GHashTable *closed;
  int         weeks;
  /* How far to go on from such a day, or on which days of the week. */
  int         step;
  guint       weekdays;
  /* The day of the last meeting that has its date. */
  int         last;
} Way;

static gboolean
is_closed (const Way *way,
           int        day)
{
  return day <= way->last || g_hash_table_contains (way->closed, GINT_TO_POINTER (day));
}

/* The days of breaks and of what is cancelled, and those of the meetings that
 * stay. */
static GHashTable *
list_closed_days (LecternSchedule *schedule,
                  GHashTable      *moving)
{
  GHashTable *closed = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      GDate date;

      if (lectern_session_get_gdate (session, &date) && !g_hash_table_contains (moving, session) &&
          (lectern_session_get_kind (session) == LECTERN_KIND_BREAK ||
           lectern_session_get_cancelled (session) ||
           lectern_cadence_is_meeting (session, NULL)))
        g_hash_table_add (closed, GINT_TO_POINTER (g_date_get_julian (&date)));
    }

  return closed;
}

/* A group that meets every other week and puts off by two goes on from a break
 * by two as well, so that it stays in step; one that meets several times a week
 * goes on to the next of its days. */
static void
set_step (Way             *way,
          LecternSchedule *schedule)
{
  LecternCadence cadence;

  lectern_cadence_read (schedule, &cadence);
  way->weekdays = cadence.weekdays;
  way->step = cadence.week_of_month == 0 && cadence.interval % 7 == 0
              && way->weeks * 7 % (int) cadence.interval == 0 ? (int) cadence.interval : 7;
}

/* The day after or, with @sign -1, before another one that could be free. */
static int
go_on (const Way *way,
       int        day,
       int        sign)
{
  if (way->weekdays == 0)
    return day + sign * way->step;

  /* The first day of the calendar is a Monday, and so is day 1. */
  do
    day += sign;
  while (day > 0 && (way->weekdays & (1u << ((day - 1) % 7 + 1))) == 0);

  return day;
}

/* The next day that is free, after that of the meeting before. */
static int
postpone (const Way *way,
          int        day)
{
  for (day += way->weeks * 7; is_closed (way, day);)
    day = go_on (way, day, 1);

  return day;
}

/* The latest free day that is early enough; if there is none after the meeting
 * before, the first one after that, at worst the day as it is. */
static int
bring_forward (const Way *way,
               int        day)
{
  int wanted = day + way->weeks * 7;
  int found = wanted;

  while (found > way->last && is_closed (way, found))
    found = go_on (way, found, -1);
  if (found > way->last)
    return found;

  for (found = wanted; found < day && is_closed (way, found);)
    found = way->weekdays != 0 ? go_on (way, found, 1) : found + 7;

  return MIN (found, day);
}

/* Gives meetings, earliest first, their new dates; those of one day stay
 * together. */
static gboolean
shift_all (GArray  *meetings,
           Way     *way,
           GError **error)
{
  GDate end;

  g_date_clear (&end, 1);
  g_date_set_dmy (&end, 31, G_DATE_DECEMBER, LAST_YEAR);
  for (guint i = 0, n; i < meetings->len; i += n)
    {
      const GDate date = g_array_index (meetings, LecternMeeting, i).date;
      int day = g_date_get_julian (&date);

      day = way->weeks < 0 ? bring_forward (way, day) : postpone (way, day);
      if (day < 1 || day > (int) g_date_get_julian (&end))
        {
          lectern_postpone_refuse_year (error);
          return FALSE;
        }
      for (n = 0; i + n < meetings->len
                  && g_date_compare (&g_array_index (meetings, LecternMeeting, i + n).date, &date) == 0;)
        g_date_set_julian (&g_array_index (meetings, LecternMeeting, i + n++).date, day);
      way->last = day;
    }

  return TRUE;
}

static LecternPlan *
make_plan (GArray   *meetings,
           int       weeks,
           gboolean  move,
           GError  **error)
{
  g_autoptr (LecternPlan) plan = lectern_plan_new ();

  plan->move = move;
  g_array_sort (meetings, lectern_postpone_compare);
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i);

      lectern_plan_add (plan, meeting->session,
                        lectern_postpone_copy_to (meeting->session, &meeting->date));
    }
  if (plan->rows->len == 0 && weeks < 0)
    {
      g_set_error_literal (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_ROOM,
                           _("There is no free day between this and the meeting before it."));
      return NULL;
    }

  return lectern_postpone_finish_plan (g_steal_pointer (&plan), weeks >= 0, error);
}

static GHashTable *
make_set (GArray *meetings)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < meetings->len; i++)
    g_hash_table_add (set, g_array_index (meetings, LecternMeeting, i).session);

  return set;
}

/* The day of the last meeting before @from; 0 if there is none. */
static int
find_day_before (LecternSchedule *schedule,
                 const GDate     *from)
{
  g_autoptr (GArray) dates = lectern_cadence_list_meetings (schedule);
  int day = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const GDate *date = &g_array_index (dates, GDate, i);

      if (g_date_compare (date, from) < 0)
        day = g_date_get_julian (date);
    }

  return day;
}

/**
 * lectern_postpone_by_weeks:
 * @schedule: a schedule
 * @session: one of its sessions
 * @weeks: by how many weeks; fewer than 0 bring forward
 * @later_too: whether all later meetings move as well
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to move the dates of meetings.  Nothing is moved onto a break or a
 * cancelled meeting: it goes on from there to the next free day, and what would
 * be there already goes on in turn, so that the order stays and no day is left
 * empty for it.  What is brought forward goes no further than to the meeting
 * before it.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the session is no
 *   meeting or there is no room
 */
LecternPlan *
lectern_postpone_by_weeks (LecternSchedule  *schedule,
                           LecternSession   *session,
                           int               weeks,
                           gboolean          later_too,
                           GError          **error)
{
  g_autoptr (GArray) meetings = NULL;
  g_autoptr (GHashTable) moving = NULL;
  g_autoptr (GHashTable) closed = NULL;
  Way way;
  GDate from;

  if (!later_too)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, session);
      return lectern_postpone_several_by_weeks (schedule, one, weeks, error);
    }
  if (!lectern_postpone_get_date (session, &from, error))
    return NULL;

  meetings = lectern_postpone_list_from (schedule, &from);
  moving = make_set (meetings);
  closed = list_closed_days (schedule, moving);
  way = (Way) { .closed = closed, .weeks = weeks };
  way.last = weeks < 0 ? find_day_before (schedule, &from) : 0;
  set_step (&way, schedule);

  return shift_all (meetings, &way, error) ? make_plan (meetings, weeks, FALSE, error) : NULL;
}

/**
 * lectern_postpone_several_by_weeks:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @weeks: by how many weeks; fewer than 0 bring forward
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to move the dates of those that are meetings, and of no others.
 * Nothing is moved onto a break, a cancelled meeting or one that stays: it goes
 * on to the next free day, and they keep their order.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if none of them is a
 *   meeting or there is no room
 */
LecternPlan *
lectern_postpone_several_by_weeks (LecternSchedule  *schedule,
                                   GPtrArray        *sessions,
                                   int               weeks,
                                   GError          **error)
{
  g_autoptr (GArray) meetings = lectern_postpone_list_among (schedule, sessions, error);
  g_autoptr (GHashTable) moving = NULL;
  g_autoptr (GHashTable) closed = NULL;
  Way way;

  if (meetings == NULL)
    return NULL;

  moving = make_set (meetings);
  closed = list_closed_days (schedule, moving);
  way = (Way) { .closed = closed, .weeks = weeks };
  set_step (&way, schedule);

  return shift_all (meetings, &way, error) ? make_plan (meetings, weeks, TRUE, error) : NULL;
}
