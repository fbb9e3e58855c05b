/* lectern-order.c: in which order the sessions of a schedule stand
 *
 * Most schedules go from the first date to the last.  Some begin with the
 * newest, and some have a section for each term, the latest on top.  Which of
 * these it is shows in the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-order-private.h"

/* After New Year the year of the dates may have been forgotten; a section that
 * goes on this soon, were it a year later, is looked at. */
#define SOON 92

/* How many rows tell the usual day of the week. */
#define N_TELLING 8

static LecternOrderEntry *
get (GArray *entries,
     guint   i)
{
  return &g_array_index (entries, LecternOrderEntry, i);
}

static GArray *
list_dated (LecternSchedule *schedule,
            guint            but)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (LecternOrderEntry));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternOrderEntry entry = { lectern_schedule_get_session (schedule, i) };

      entry.position = i;
      if (i != but && lectern_session_get_gdate (entry.session, &entry.date))
        g_array_append_val (entries, entry);
    }

  return entries;
}

static gboolean
is_sorted (GArray *entries)
{
  for (guint i = 1; i < entries->len; i++)
    {
      if (g_date_compare (&get (entries, i - 1)->date, &get (entries, i)->date) > 0)
        return FALSE;
    }

  return TRUE;
}

/* ---- A year that was forgotten for many rows ---- */

static int
find_in_order (GArray *entries,
               int     i,
               int     step)
{
  for (i += step; i >= 0 && i < (int) entries->len; i += step)
    {
      if (get (entries, i)->in_order)
        return i;
    }

  return -1;
}

/* How many of the rows from @i on, at most a few, are on a day of the week, by
 * their dates and by those of the next year. */
static guint
count_weekdays (GArray       *entries,
                int           i,
                int           step,
                GDateWeekday  weekday,
                guint        *next_year,
                guint        *n)
{
  guint section = get (entries, i)->section;
  guint found = 0;

  *next_year = *n = 0;
  for (; i >= 0 && get (entries, i)->section == section && *n < N_TELLING;
       i = find_in_order (entries, i, step))
    {
      GDate shifted = get (entries, i)->date;

      (*n)++;
      if (g_date_get_weekday (&shifted) == weekday)
        found++;
      g_date_add_years (&shifted, 1);
      if (g_date_get_weekday (&shifted) == weekday)
        (*next_year)++;
    }

  return found;
}

/* Whether the section that begins after row @last goes back a year only since
 * the new one was forgotten: with it, the dates go on, and they are on the day
 * of the week on which the group met before, as they are not by now. */
static gboolean
is_forgotten_year (GArray *entries,
                   int     last,
                   int     first)
{
  GDate shifted = get (entries, first)->date;
  GDateWeekday weekday = g_date_get_weekday (&get (entries, last)->date);
  guint n, next_year, found;
  int days;

  if (get (entries, last)->newest_first || get (entries, first)->newest_first)
    return FALSE;

  g_date_add_years (&shifted, 1);
  days = g_date_days_between (&get (entries, last)->date, &shifted);
  if (days < 0 || days > SOON)
    return FALSE;

  found = count_weekdays (entries, last, -1, weekday, &next_year, &n);
  if (found * 4 < n * 3)
    return FALSE;
  found = count_weekdays (entries, first, 1, weekday, &next_year, &n);

  return next_year * 4 >= n * 3 && found * 4 < n;
}

/* Those rows are out of order, and what follows them goes on before them. */
static void
find_forgotten_years (GArray *entries)
{
  int last = find_in_order (entries, -1, 1);

  for (int i = last; i >= 0; i = find_in_order (entries, i, 1))
    {
      guint old = get (entries, last)->section;

      if (get (entries, i)->section == old || !is_forgotten_year (entries, last, i))
        {
          last = i;
          continue;
        }

      for (guint j = i, section = get (entries, i)->section; j < entries->len; j++)
        {
          LecternOrderEntry *entry = get (entries, j);

          if (entry->in_order && entry->section == section)
            {
              entry->in_order = g_date_compare (&entry->date, &get (entries, last)->date) >= 0;
              entry->section = old;
            }
        }
    }
}

/* What is out of order belongs to the section that it stands in. */
static void
fill_sections (GArray *entries)
{
  const LecternOrderEntry *last = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      LecternOrderEntry *entry = get (entries, i);
      int next;

      if (entry->in_order)
        {
          last = entry;
          continue;
        }
      next = last == NULL ? find_in_order (entries, i, 1) : -1;
      if (next >= 0)
        last = get (entries, next);
      if (last != NULL)
        {
          entry->section = last->section;
          entry->newest_first = last->newest_first;
        }
    }
}

static GArray *
read_but (LecternSchedule *schedule,
          guint            but)
{
  GArray *entries = list_dated (schedule, but);

  if (is_sorted (entries))
    {
      for (guint i = 0; i < entries->len; i++)
        get (entries, i)->in_order = TRUE;
      return entries;
    }

  lectern_order_find_sections (entries);
  find_forgotten_years (entries);
  fill_sections (entries);

  return entries;
}

/**
 * lectern_order_read:
 * @schedule: a schedule
 *
 * Finds out in which order the sessions stand, and which do not stand in it.
 * Of several sessions that could be blamed, the later ones are.
 *
 * Returns: (transfer full) (element-type LecternOrderEntry): the sessions that
 *   have a date, as they stand in the schedule
 */
GArray *
lectern_order_read (LecternSchedule *schedule)
{
  return read_but (schedule, G_MAXUINT);
}

/* Whether there is one section, and it goes forwards. */
static gboolean
is_simple (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      if (get (entries, i)->section > 0 || get (entries, i)->newest_first)
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_order_is_newest_first:
 * @schedule: a schedule
 *
 * Tells whether a schedule as a whole begins with the latest date.
 *
 * Returns: whether it does
 */
gboolean
lectern_order_is_newest_first (LecternSchedule *schedule)
{
  g_autoptr (GArray) entries = lectern_order_read (schedule);

  for (guint i = 0; i < entries->len; i++)
    {
      if (get (entries, i)->section > 0 || !get (entries, i)->newest_first)
        return FALSE;
    }

  return entries->len > 0;
}

/* The row in order whose date is nearest; of two, the earlier date. */
static int
find_nearest (GArray      *entries,
              const GDate *date)
{
  int nearest = -1;
  int least = G_MAXINT;

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternOrderEntry *entry = get (entries, i);
      int days = g_date_days_between (&entry->date, date);

      if (!entry->in_order || ABS (days) > ABS (least)
          || (ABS (days) == ABS (least) && days < least))
        continue;
      nearest = i;
      least = days;
    }

  return nearest;
}

/**
 * lectern_order_find_place:
 * @schedule: a schedule
 * @date: a date
 * @but: the position of a session that is not looked at, or %G_MAXUINT
 * @place: (out): the place before which a session of that date belongs
 *
 * Finds the place for a date in a schedule that begins with the latest date or
 * has sections.
 *
 * Returns: whether the schedule is such a one
 */
gboolean
lectern_order_find_place (LecternSchedule *schedule,
                          const GDate     *date,
                          guint            but,
                          guint           *place)
{
  g_autoptr (GArray) entries = read_but (schedule, but);
  const LecternOrderEntry *nearest;
  int i = is_simple (entries) ? -1 : find_nearest (entries, date);

  if (i < 0)
    return FALSE;

  /* After the last one in that section that comes before it. */
  nearest = get (entries, i);
  *place = G_MAXUINT;
  for (guint j = 0; j < entries->len; j++)
    {
      const LecternOrderEntry *entry = get (entries, j);
      int order = g_date_compare (&entry->date, date);

      if (!entry->in_order || entry->section != nearest->section)
        continue;
      if (nearest->newest_first ? order >= 0 : order <= 0)
        *place = entry->position + 1;
      else if (*place == G_MAXUINT)
        *place = entry->position;
    }

  return TRUE;
}
