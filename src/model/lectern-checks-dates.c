/* lectern-checks-dates.c: dates out of order, taken twice, on another day of
 * the week, in the wrong year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-checks-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-date.h"

/* A date this far from its neighbours is more likely of another year. */
#define HALF_A_YEAR 183

typedef struct
{
  LecternSession *session;
  GDate           date;
  gboolean        in_order;
  gboolean        wrong_year;
} Entry;

static GArray *
list_dated (LecternSchedule *schedule)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      Entry entry = { lectern_schedule_get_session (schedule, i) };

      if (lectern_session_get_gdate (entry.session, &entry.date))
        g_array_append_val (entries, entry);
    }

  return entries;
}

static Entry *
get_entry (GArray *entries,
           guint   i)
{
  return &g_array_index (entries, Entry, i);
}

/* The longest run of entries whose dates rise is in order, so that fewest are
 * blamed; of several such runs the one with the earlier rows, so that the row
 * that goes back is.  Looks from the end: @heads holds, for each length, the
 * entry with the latest date that such a run can begin with. */
static void
find_rising (GArray *entries)
{
  g_autofree guint *heads = g_new (guint, entries->len + 1);
  g_autofree int *next = g_new (int, entries->len + 1);
  guint length = 0;

  for (guint i = entries->len; i-- > 0;)
    {
      GDate *date = &get_entry (entries, i)->date;
      guint low = 0;
      guint high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_date_compare (&get_entry (entries, heads[middle])->date, date) > 0)
            low = middle + 1;
          else
            high = middle;
        }

      next[i] = low > 0 ? (int) heads[low - 1] : -1;
      heads[low] = i;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? (int) heads[length - 1] : -1; i >= 0; i = next[i])
    get_entry (entries, i)->in_order = TRUE;
}

static Entry *
find_neighbour (GArray *entries,
                guint   i,
                int     step)
{
  for (int j = (int) i + step; j >= 0 && j < (int) entries->len; j += step)
    {
      if (get_entry (entries, j)->in_order)
        return get_entry (entries, j);
    }

  return NULL;
}

static gboolean
fits (const GDate *date,
      Entry       *before,
      Entry       *after)
{
  return (before == NULL || g_date_compare (&before->date, date) <= 0) &&
         (after == NULL || g_date_compare (date, &after->date) <= 0);
}

/* The same day of another year, if that would be in order. */
static gboolean
find_year (Entry *entry,
           Entry *before,
           Entry *after,
           GDate *date)
{
  Entry *near = before != NULL ? before : after;

  if (near == NULL || ABS (g_date_days_between (&near->date, &entry->date)) < HALF_A_YEAR)
    return FALSE;

  for (int years = -1; years <= 1; years += 2)
    {
      *date = entry->date;
      if (years < 0)
        g_date_subtract_years (date, 1);
      else
        g_date_add_years (date, 1);
      if (fits (date, before, after) &&
          ABS (g_date_days_between (&near->date, date)) < HALF_A_YEAR)
        return TRUE;
    }

  return FALSE;
}

static void
set_date_remedy (LecternWarning *warning,
                 const GDate    *date,
                 char           *label)
{
  g_autofree char *text = lectern_date_format (date);

  warning->remedy_label = label;
  warning->remedy = g_new0 (char *, 2);
  warning->remedy[0] = g_strconcat ("date=", text, NULL);
}

static void
check_order (GArray    *entries,
             GPtrArray *warnings)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = get_entry (entries, i);
      Entry *before = find_neighbour (entries, i, -1);
      Entry *after = find_neighbour (entries, i, 1);
      LecternWarning *warning;
      GDate date;

      if (entry->in_order || fits (&entry->date, before, after))
        continue;

      if (find_year (entry, before, after, &date))
        {
          entry->wrong_year = TRUE;
          warning = lectern_checks_warn (warnings, entry->session, "year",
                                         g_strdup_printf (_("The year may be wrong: in %d this would be in order"),
                                                          g_date_get_year (&date)),
                                         g_strdup ("date"));
          if (warning != NULL)
            set_date_remedy (warning, &date,
                             g_strdup_printf (_("Use %d"), g_date_get_year (&date)));
          continue;
        }

      warning = lectern_checks_warn (warnings, entry->session, "order",
                                     g_strdup (_("Out of order")), g_strdup ("date"));
      if (warning != NULL)
        warning->remedy_label = g_strdup (before != NULL && g_date_compare (&entry->date, &before->date) < 0
                                          ? _("Move Up") : _("Move Down"));
    }
}

static gboolean
same_time (LecternSession *a,
           LecternSession *b)
{
  return g_strcmp0 (lectern_session_get_time (a), lectern_session_get_time (b)) == 0;
}

/* Two meetings on one day, but for those at times of their own. */
static void
check_repeated (GArray    *entries,
                GPtrArray *warnings)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = get_entry (entries, i);
      gpointer day = GUINT_TO_POINTER (g_date_get_julian (&entry->date));
      LecternSession *first = g_hash_table_lookup (taken, day);
      g_autofree char *name = NULL;

      if (!lectern_cadence_is_meeting (entry->session, NULL))
        continue;

      if (first == NULL)
        {
          g_hash_table_insert (taken, day, entry->session);
          continue;
        }

      if (!same_time (first, entry->session))
        continue;
      name = lectern_checks_day_name (&entry->date);
      lectern_checks_warn (warnings, entry->session, "repeated-date",
                           g_strdup_printf (_("%s is already taken"), name), g_strdup ("date"));
    }
}

static char *
format_date (const GDate *date,
             const char  *format)
{
  char text[128];

  g_date_strftime (text, sizeof (text), format, date);

  return g_strdup (text);
}

/* The day of that week on which the group usually meets, if it is free. */
static void
add_weekday_remedy (LecternWarning  *warning,
                    LecternSchedule *schedule,
                    const GDate     *date,
                    GDateWeekday     usual)
{
  int days = (int) usual - (int) g_date_get_weekday (date);
  GDate better = *date;
  g_autofree char *name = NULL;

  if (days < 0)
    g_date_subtract_days (&better, -days);
  else
    g_date_add_days (&better, days);

  if (lectern_cadence_is_taken (schedule, &better) || lectern_cadence_is_blocked (schedule, &better))
    return;

  /* Translators: a short date on a button, as in “Use 21 Sep”; see the
   * documentation of strftime(). */
  name = format_date (&better, C_("date on a button", "%e %b"));
  set_date_remedy (warning, &better, g_strdup_printf (_("Use %s"), g_strstrip (name)));
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return g_date_compare (a, b);
}

static void
check_weekdays (LecternSchedule *schedule,
                GArray          *entries,
                GPtrArray       *warnings)
{
  static const char *one[] = {
    NULL, N_("A Monday"), N_("A Tuesday"), N_("A Wednesday"), N_("A Thursday"),
    N_("A Friday"), N_("A Saturday"), N_("A Sunday"),
  };
  static const char *usually[] = {
    NULL, N_("the group meets on Mondays"), N_("the group meets on Tuesdays"),
    N_("the group meets on Wednesdays"), N_("the group meets on Thursdays"),
    N_("the group meets on Fridays"), N_("the group meets on Saturdays"),
    N_("the group meets on Sundays"),
  };
  g_autoptr (GArray) meetings = lectern_cadence_list_meetings (schedule);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = get_entry (entries, i);
      GDateWeekday usual;
      GDateWeekday day = g_date_get_weekday (&entry->date);
      LecternWarning *warning;
      guint position;

      /* In another year it is another day of the week: one slip, one warning. */
      if (entry->wrong_year || !lectern_cadence_is_meeting (entry->session, NULL) ||
          !g_array_binary_search (meetings, &entry->date, compare_dates, &position))
        continue;
      usual = lectern_cadence_weekday_near (meetings, position);
      if (usual == G_DATE_BAD_WEEKDAY || usual == day)
        continue;

      /* Translators: for example “A Thursday; the group meets on Wednesdays”. */
      warning = lectern_checks_warn (warnings, entry->session, "weekday",
                                     g_strdup_printf (_("%s; %s"), _(one[day]), _(usually[usual])),
                                     g_strdup ("date"));
      if (warning != NULL)
        add_weekday_remedy (warning, schedule, &entry->date, usual);
    }
}

/* What is wrong with the dates beside each other. */
void
lectern_checks_dates (LecternSchedule *schedule,
                      GPtrArray       *warnings)
{
  g_autoptr (GArray) entries = list_dated (schedule);

  find_rising (entries);
  check_order (entries, warnings);
  check_repeated (entries, warnings);
  check_weekdays (schedule, entries, warnings);
}
