/* lectern-ical-term.c: a term around the holidays in a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical-term.h"

#include "lectern-ical-holidays.h"

/* More days than the longest term has: 500 meetings a year apart. */
#define LONGEST_DAYS (600 * 366)

/* With the holidays that were typed before those of the calendar. */
static GPtrArray *
join_holidays (GPtrArray *typed,
               GPtrArray *read)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; typed != NULL && i < typed->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (typed, i));
  g_ptr_array_extend (all, read, NULL, NULL);

  return all;
}

static gboolean
ends_before (LecternPlan *plan,
             const GDate *date)
{
  const LecternPlanRow *last;
  GDate day;

  if (plan->rows->len == 0)
    return FALSE;

  last = g_ptr_array_index (plan->rows, plan->rows->len - 1);

  return lectern_session_get_gdate (last->after, &day) && g_date_compare (&day, date) <= 0;
}

/**
 * lectern_ical_plan_term:
 * @schedule: a schedule
 * @term: what the term is to be like
 * @calendar: (nullable): a calendar of holidays, beside those of @term
 * @error: return location for an error of domain %LECTERN_ICAL_HOLIDAYS_ERROR
 *
 * Plans a term, as [func@term_plan] does, around the holidays of a calendar.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the calendar
 *   cannot be read
 */
LecternPlan *
lectern_ical_plan_term (LecternSchedule    *schedule,
                        const LecternTerm  *term,
                        GBytes             *calendar,
                        GError            **error)
{
  guint n_days = 366 + term->count * (term->interval > 0 ? term->interval : 31);

  if (calendar == NULL)
    return lectern_term_plan (schedule, term);

  /* Holidays make the term longer, and so there may be more of them. */
  for (;; n_days *= 2)
    {
      LecternTerm longer = *term;
      g_autoptr (GPtrArray) read = NULL;
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (LecternPlan) plan = NULL;
      gboolean whole = n_days > LONGEST_DAYS;
      GDate to = term->start;

      g_date_add_days (&to, MIN (n_days, LONGEST_DAYS));
      read = lectern_ical_read_holidays (calendar, &term->start, &to, error);
      if (read == NULL)
        return NULL;

      all = join_holidays (term->holidays, read);
      longer.holidays = all;
      plan = lectern_term_plan (schedule, &longer);
      if (whole || ends_before (plan, &to))
        return g_steal_pointer (&plan);
    }
}
