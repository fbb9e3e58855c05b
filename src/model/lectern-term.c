/* lectern-term.c: a row of dates for a whole term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-term.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-date.h"

/* More meetings than a term can have, so that a slip of the keyboard does not
 * fill the schedule. */
#define LONGEST_TERM 500

/**
 * lectern_holiday_new:
 * @first: its first day
 * @last: its last day
 * @title: (nullable): what it is called
 *
 * Creates a holiday.
 *
 * Returns: (transfer full): a new holiday
 */
LecternHoliday *
lectern_holiday_new (const GDate *first,
                     const GDate *last,
                     const char  *title)
{
  LecternHoliday *self = g_new0 (LecternHoliday, 1);

  self->first = *first;
  self->last = *last;
  self->title = g_strdup (title);

  return self;
}

/**
 * lectern_holiday_free:
 * @self: (transfer full): a holiday
 *
 * Frees a holiday.
 */
void
lectern_holiday_free (LecternHoliday *self)
{
  g_free (self->title);
  g_free (self);
}

static LecternHoliday *
find_holiday (GPtrArray   *holidays,
              const GDate *date)
{
  for (guint i = 0; holidays != NULL && i < holidays->len; i++)
    {
      LecternHoliday *holiday = g_ptr_array_index (holidays, i);

      if (g_date_compare (&holiday->first, date) <= 0 && g_date_compare (date, &holiday->last) <= 0)
        return holiday;
    }

  return NULL;
}

static LecternSession *
new_row (const GDate *date,
         const char  *kind,
         const char  *title)
{
  LecternSession *session = lectern_session_new ();
  LecternRecord *record = LECTERN_RECORD (session);
  g_autofree char *id = lectern_session_make_id ();
  g_autofree char *text = lectern_date_format (date);

  lectern_record_set_string (record, LECTERN_SESSION_ID, id);
  lectern_record_set_string (record, LECTERN_SESSION_DATE, text);
  lectern_record_set_string (record, LECTERN_SESSION_KIND, kind);
  lectern_record_set_string (record, LECTERN_SESSION_TITLE, title);

  return session;
}

static void
add_meeting (LecternPlan *plan,
             const GDate *date,
             const char  *number_text,
             guint        number)
{
  g_autofree char *title = NULL;

  if (number_text != NULL)
    title = g_strdup_printf ("%s %u", number_text, number);
  lectern_plan_add (plan, NULL, new_row (date, NULL, title));
}

/**
 * lectern_term_plan:
 * @schedule: a schedule
 * @start: the first day
 * @count: how many meetings, at most 500
 * @interval: how many days lie between two of them
 * @holidays: (nullable) (element-type LecternHoliday): days without a meeting
 * @number_text: (nullable): a word to number the meetings with, such as "Week"
 *
 * Plans meetings at regular distances.  Days in a holiday, days with a break
 * and days that are taken already are passed over.
 *
 * Returns: (transfer full): the plan
 */
LecternPlan *
lectern_term_plan (LecternSchedule *schedule,
                   const GDate     *start,
                   guint            count,
                   guint            interval,
                   GPtrArray       *holidays,
                   const char      *number_text)
{
  LecternPlan *plan = lectern_plan_new ();
  GDate date = *start;
  guint n_added = 0;

  g_return_val_if_fail (interval > 0, plan);

  for (guint n_days = 0; n_added < MIN (count, LONGEST_TERM) && n_days < 10 * LONGEST_TERM; n_days++)
    {
      LecternHoliday *holiday = find_holiday (holidays, &date);

      if (holiday != NULL)
        {
          if (holiday->title != NULL && !lectern_cadence_is_blocked (schedule, &date))
            lectern_plan_add (plan, NULL, new_row (&date, "break", holiday->title));
        }
      else if (!lectern_cadence_is_taken (schedule, &date) &&
               !lectern_cadence_is_blocked (schedule, &date))
        {
          add_meeting (plan, &date, number_text, ++n_added);
        }
      g_date_add_days (&date, interval);
    }

  plan->label = g_strdup (_("Plan Term"));

  return plan;
}
