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
#include "lectern-order.h"

/* A date this far from its neighbours is more likely of another year. */
#define HALF_A_YEAR 183

/* On so many days, and on one in four, two meetings are a habit. */
#define OFTEN 2

typedef LecternOrderEntry Entry;

static Entry *
get_entry (GArray *entries,
           guint   i)
{
  return &g_array_index (entries, Entry, i);
}

/* The next one in order in the same section. */
static Entry *
find_neighbour (GArray *entries,
                guint   i,
                int     step)
{
  guint section = get_entry (entries, i)->section;

  for (int j = (int) i + step; j >= 0 && j < (int) entries->len; j += step)
    {
      if (get_entry (entries, j)->section != section)
        return NULL;
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

/* @wrong_years says of each entry whether its year is what is wrong. */
static void
check_order (GArray    *entries,
             gboolean  *wrong_years,
             GPtrArray *warnings)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = get_entry (entries, i);
      int earlier = entry->newest_first ? 1 : -1;
      Entry *before = find_neighbour (entries, i, earlier);
      Entry *after = find_neighbour (entries, i, -earlier);
      LecternWarning *warning;
      GDate date;

      if (entry->in_order || fits (&entry->date, before, after))
        continue;

      if (find_year (entry, before, after, &date))
        {
          wrong_years[i] = TRUE;
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

/* Whether a group often has two meetings a day, at no times of their own. */
static gboolean
meets_twice_a_day (GArray *entries)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) twice = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = get_entry (entries, i);
      gpointer day = GUINT_TO_POINTER (g_date_get_julian (&entry->date));

      if (lectern_cadence_is_meeting (entry->session, NULL) && !g_hash_table_add (days, day))
        g_hash_table_add (twice, day);
    }

  return g_hash_table_size (twice) >= OFTEN
         && g_hash_table_size (twice) * 4 >= g_hash_table_size (days);
}

/* Two meetings on one day, but for those at times of their own, and unless
 * that is usual. */
static void
check_repeated (GArray    *entries,
                GPtrArray *warnings)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);

  if (meets_twice_a_day (entries))
    return;

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
                const gboolean  *wrong_years,
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
      if (wrong_years[i] || !lectern_cadence_is_meeting (entry->session, NULL) ||
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
  g_autoptr (GArray) entries = lectern_order_read (schedule);
  g_autofree gboolean *wrong_years = g_new0 (gboolean, entries->len + 1);

  check_order (entries, wrong_years, warnings);
  check_repeated (entries, warnings);
  check_weekdays (schedule, entries, wrong_years, warnings);
}
