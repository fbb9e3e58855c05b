/* lectern-cadence.c: how often, and on which day, the group meets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-cadence.h"

/* What a group without dates starts from. */
#define USUAL_INTERVAL 7

/* A gap longer than this is a holiday, not a rhythm. */
#define LONGEST_INTERVAL 35

/* How many days tell the rhythm. */
#define N_LAST 12

/* How many others on a day of the week, among that many before and after, make
 * it usual as well. */
#define N_HABIT 2

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

/* Whether the day of the week comes again and again beside the usual one, such
 * as once a month: then it is no slip. */
static gboolean
is_habit (GArray *meetings,
          guint   i)
{
  GDateWeekday weekday = g_date_get_weekday (&g_array_index (meetings, GDate, i));
  guint end = MIN (i + N_LAST + 1, meetings->len);
  guint n = 0;

  for (guint j = i > N_LAST ? i - N_LAST : 0; j < end; j++)
    n += j != i && g_date_get_weekday (&g_array_index (meetings, GDate, j)) == weekday;

  return n >= N_HABIT;
}

/**
 * lectern_cadence_weekday_near:
 * @meetings: (element-type GDate): what
 *   [func@cadence_list_meetings] gives
 * @i: the index of one of them
 *
 * Finds on which day the group usually meets about that time, by the meetings
 * before and after it: a group that moves to another day does not break its
 * habit, nor does one that also meets on another day now and then.
 *
 * Returns: the day, %G_DATE_BAD_WEEKDAY if none is usual
 */
GDateWeekday
lectern_cadence_weekday_near (GArray *meetings,
                              guint   i)
{
  guint start = i > N_NEIGHBOURS ? i - N_NEIGHBOURS : 0;
  guint end = MIN (i + N_NEIGHBOURS + 1, meetings->len);

  return is_habit (meetings, i) ? G_DATE_BAD_WEEKDAY : usual_weekday (meetings, start, end, i);
}

/* The last days on which the group met or will meet, each once; with
 * @weekdays, a bit for each day of the week, also those on which it would have,
 * but for a break or since the meeting is cancelled. */
static GArray *
list_last_days (LecternSchedule *schedule,
                guint            weekdays)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (GDate));
  GArray *days = g_array_new (FALSE, FALSE, sizeof (GDate));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      GDate date;

      if (lectern_session_get_gdate (session, &date)
          && (lectern_cadence_is_meeting (session, NULL)
              || (lectern_session_get_kind (session) != LECTERN_KIND_ANNOUNCEMENT
                  && (weekdays & (1u << g_date_get_weekday (&date))) != 0)))
        g_array_append_val (dates, date);
    }
  g_array_sort (dates, compare_dates);

  for (guint i = 0; i < dates->len; i++)
    {
      GDate *date = &g_array_index (dates, GDate, i);

      if (i == 0 || g_date_compare (date, &g_array_index (dates, GDate, i - 1)) != 0)
        g_array_append_val (days, *date);
    }
  if (days->len > N_LAST)
    g_array_remove_range (days, 0, days->len - N_LAST);

  return days;
}

static int
get_gap (GArray *days,
         guint   i)
{
  return g_date_days_between (&g_array_index (days, GDate, i - 1), &g_array_index (days, GDate, i));
}

/* The days of the week of a group that meets several times a week: each comes
 * again, together they are three in four at least, and less than a week lies
 * between most meetings. */
static guint
find_weekdays (GArray *days)
{
  guint counts[8] = { 0 };
  guint n_short = 0;
  guint n = 0;
  guint n_weekdays = 0;
  guint weekdays = 0;

  for (guint i = 0; i < days->len; i++)
    counts[g_date_get_weekday (&g_array_index (days, GDate, i))]++;
  for (guint i = 1; i < days->len; i++)
    n_short += get_gap (days, i) < 7;

  for (guint day = 1; day < 8; day++)
    {
      if (counts[day] < 2 || counts[day] * 10 < days->len)
        continue;
      weekdays |= 1u << day;
      n += counts[day];
      n_weekdays++;
    }

  return n_weekdays > 1 && n * 4 >= days->len * 3 && n_short * 2 >= days->len - 1 ? weekdays : 0;
}

static int
get_week_of_month (const GDate *date)
{
  return (g_date_get_day (date) - 1) / 7 + 1;
}

static gboolean
is_in_last_week (const GDate *date)
{
  return g_date_get_day (date) + 7 > g_date_get_days_in_month (g_date_get_month (date),
                                                               g_date_get_year (date));
}

/* On which of its weekdays of the month a group meets that does so once a
 * month: 28 or 35 days lie between. */
static int
find_week_of_month (GArray *days)
{
  guint counts[6] = { 0 };
  guint n_last = 0;
  guint n_months = 0;
  guint n_gaps = 0;
  guint best = 0;

  for (guint i = 0; i < days->len; i++)
    {
      const GDate *date = &g_array_index (days, GDate, i);

      counts[get_week_of_month (date)]++;
      n_last += is_in_last_week (date);
      if (i > 0 && get_gap (days, i) <= LONGEST_INTERVAL)
        {
          n_gaps++;
          n_months += get_gap (days, i) == 28 || get_gap (days, i) == 35;
        }
    }
  for (guint week = 1; week < 6; week++)
    {
      if (counts[week] > counts[best])
        best = week;
    }

  if (n_months < 2 || n_months * 4 < n_gaps * 3 || MAX (counts[best], n_last) * 4 < days->len * 3)
    return 0;

  return n_last > counts[best] || best == 5 ? -1 : (int) best;
}

/* How many days lie between two meetings: what is most common, whole weeks
 * unless it is clearly something else. */
static guint
find_interval (GArray *days)
{
  guint counts[LONGEST_INTERVAL + 1] = { 0 };
  guint best = 0;
  guint n = 0;

  for (guint i = 1; i < days->len; i++)
    {
      int gap = get_gap (days, i);

      if (gap > LONGEST_INTERVAL)
        continue;
      counts[gap]++;
      n++;
    }
  for (guint gap = 1; gap <= LONGEST_INTERVAL; gap++)
    {
      if (counts[gap] > counts[best])
        best = gap;
    }

  if (best == 0)
    return USUAL_INTERVAL;
  if (best % 7 != 0 && (counts[best] < 3 || counts[best] * 2 < n))
    return MAX (1, (best + 3) / 7) * 7;

  return best;
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
  g_autoptr (GArray) met = list_last_days (schedule, 0);
  g_autoptr (GArray) days = NULL;

  cadence->weekday = usual_weekday (met, 0, met->len, G_MAXUINT);
  cadence->weekdays = cadence->weekday == G_DATE_BAD_WEEKDAY ? find_weekdays (met) : 0;

  days = list_last_days (schedule, cadence->weekday != G_DATE_BAD_WEEKDAY ? 1u << cadence->weekday
                                                                          : cadence->weekdays);
  cadence->interval = find_interval (days);
  cadence->week_of_month = cadence->weekday != G_DATE_BAD_WEEKDAY ? find_week_of_month (days) : 0;
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
