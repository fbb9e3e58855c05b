/* lectern-cadence.c: how often, and on which day, the group meets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-cadence.h"

/* What a group without dates starts from. */
#define USUAL_INTERVAL 7

/* A gap longer than this is a holiday, not a rhythm. */
#define LONGEST_INTERVAL 35

/* How many meetings on each side say what is usual for the one between. */
#define N_NEIGHBOURS 4

/**
 * lectern_cadence_is_meeting:
 * @session: a session
 * @date: (out) (optional): its date
 *
 * Tells whether the group meets: it is no break or announcement, is not
 * cancelled, and has a date of a day that exists.
 *
 * Returns: whether it does
 */
gboolean
lectern_cadence_is_meeting (LecternSession *session,
                            GDate          *date)
{
  return lectern_session_get_gdate (session, date) &&
         lectern_session_get_kind (session) == LECTERN_KIND_SESSION &&
         !lectern_session_get_cancelled (session);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return g_date_compare (a, b);
}

/**
 * lectern_cadence_list_meetings:
 * @schedule: a schedule
 *
 * Lists the days on which the group meets.
 *
 * Returns: (transfer full) (element-type GDate): the dates, earliest first,
 *   a day with two meetings twice
 */
GArray *
lectern_cadence_list_meetings (LecternSchedule *schedule)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (GDate));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      GDate date;

      if (lectern_cadence_is_meeting (lectern_schedule_get_session (schedule, i), &date))
        g_array_append_val (dates, date);
    }
  g_array_sort (dates, compare_dates);

  return dates;
}

/* The day that stands out among the meetings from @start up to @end, but for
 * the one at @skip: three in four at least. */
static GDateWeekday
usual_weekday (GArray *meetings,
               guint   start,
               guint   end,
               guint   skip)
{
  guint counts[8] = { 0 };
  guint n = 0;
  guint best = 0;

  for (guint i = start; i < end; i++)
    {
      if (i == skip)
        continue;
      counts[g_date_get_weekday (&g_array_index (meetings, GDate, i))]++;
      n++;
    }

  for (guint day = 1; day < 8; day++)
    {
      if (counts[day] > counts[best])
        best = day;
    }

  return n >= 3 && counts[best] * 4 >= n * 3 ? (GDateWeekday) best : G_DATE_BAD_WEEKDAY;
}

/**
 * lectern_cadence_weekday_near:
 * @meetings: (element-type GDate): what
 *   [func@cadence_list_meetings] gives
 * @i: the index of one of them
 *
 * Finds on which day the group usually meets about that time, by the meetings
 * before and after it: a group that moves to another day does not break its
 * habit.
 *
 * Returns: the day, %G_DATE_BAD_WEEKDAY if none is usual
 */
GDateWeekday
lectern_cadence_weekday_near (GArray *meetings,
                              guint   i)
{
  guint start = i > N_NEIGHBOURS ? i - N_NEIGHBOURS : 0;
  guint end = MIN (i + N_NEIGHBOURS + 1, meetings->len);

  return usual_weekday (meetings, start, end, i);
}

/**
 * lectern_cadence_read:
 * @schedule: a schedule
 * @cadence: (out caller-allocates): the rhythm
 *
 * Reads the rhythm of the group off its last meetings.
 */
void
lectern_cadence_read (LecternSchedule *schedule,
                      LecternCadence  *cadence)
{
  g_autoptr (GArray) meetings = lectern_cadence_list_meetings (schedule);
  guint start = meetings->len > 12 ? meetings->len - 12 : 0;
  guint counts[LONGEST_INTERVAL + 1] = { 0 };
  guint best = 0;

  cadence->weekday = usual_weekday (meetings, start, meetings->len, G_MAXUINT);

  for (guint i = start + 1; i < meetings->len; i++)
    {
      int days = g_date_days_between (&g_array_index (meetings, GDate, i - 1),
                                      &g_array_index (meetings, GDate, i));

      if (days > 0 && days <= LONGEST_INTERVAL)
        counts[days]++;
    }
  for (guint days = 1; days <= LONGEST_INTERVAL; days++)
    {
      if (counts[days] > counts[best])
        best = days;
    }

  cadence->interval = best != 0 ? best : USUAL_INTERVAL;
}

/**
 * lectern_cadence_is_blocked:
 * @schedule: a schedule
 * @date: a date
 *
 * Tells whether the group will not meet that day: there is a break, or a
 * meeting that is cancelled.
 *
 * Returns: whether nothing may be moved there
 */
gboolean
lectern_cadence_is_blocked (LecternSchedule *schedule,
                            const GDate     *date)
{
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      GDate other;

      if (lectern_session_get_gdate (session, &other) &&
          g_date_compare (&other, date) == 0 &&
          (lectern_session_get_kind (session) == LECTERN_KIND_BREAK ||
           lectern_session_get_cancelled (session)))
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_cadence_is_taken:
 * @schedule: a schedule
 * @date: a date
 *
 * Tells whether the group meets that day.
 *
 * Returns: whether there is a meeting
 */
gboolean
lectern_cadence_is_taken (LecternSchedule *schedule,
                          const GDate     *date)
{
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      GDate other;

      if (lectern_cadence_is_meeting (lectern_schedule_get_session (schedule, i), &other) &&
          g_date_compare (&other, date) == 0)
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
    {
      g_date_add_days (date, cadence.interval);

      /* Back into step after an odd day. */
      while (cadence.weekday != G_DATE_BAD_WEEKDAY && cadence.interval % 7 == 0 &&
             g_date_get_weekday (date) != cadence.weekday)
        g_date_subtract_days (date, 1);
      if (g_date_compare (date, after) <= 0)
        g_date_add_days (date, 7);
    }
  while (lectern_cadence_is_taken (schedule, date) ||
         lectern_cadence_is_blocked (schedule, date));
}
