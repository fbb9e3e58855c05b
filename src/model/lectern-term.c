/* lectern-term.c: a row of dates for a whole term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-cadence.h"
#include "lectern-date.h"

/* More meetings than a term can have, so that a slip of the keyboard does not
 * fill the schedule. */
#define LONGEST_TERM 500

/* A date is written with four digits for the year. */
#define LAST_YEAR 9999

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

/* A date at the start of a text; what follows it. */
static const char *
read_day (const char *text,
          GDate      *date)
{
  g_autofree char *day = NULL;

  while (g_ascii_isspace (*text))
    text++;
  day = g_strndup (text, 10);
  if (!lectern_date_parse (day, date))
    return NULL;

  text += strlen (day);
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

static const char *
skip_range (const char *text)
{
  static const char * const marks[] = { "..", "–", "—", "-", "to " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      GDate date;

      if (g_str_has_prefix (text, marks[i]) && read_day (text + strlen (marks[i]), &date) != NULL)
        return text + strlen (marks[i]);
    }

  return NULL;
}

/**
 * lectern_holiday_parse:
 * @text: a day or a range of days and what it is called, such as
 *   "2022-12-19..2023-01-01 Christmas"
 *
 * Reads a holiday as it is typed.  An equals sign may stand before the title.
 *
 * Returns: (transfer full) (nullable): the holiday, or %NULL if it is none
 */
LecternHoliday *
lectern_holiday_parse (const char *text)
{
  g_autofree char *title = NULL;
  const char *range;
  GDate first;
  GDate last;
  GDate other;

  text = read_day (text, &first);
  if (text == NULL)
    return NULL;

  last = first;
  range = skip_range (text);
  if (range != NULL)
    text = read_day (range, &last);
  if (g_date_compare (&first, &last) > 0)
    return NULL;

  /* Not “2022-12-210”, nor a range to what is no date. */
  if (*text != '\0' && *text != '=' && !g_ascii_isspace (text[-1]))
    return NULL;
  if (g_str_has_prefix (text, "..") || read_day (text, &other) != NULL)
    return NULL;

  if (*text == '=')
    text++;
  title = g_strstrip (g_strdup (text));

  return lectern_holiday_new (&first, &last, *title != '\0' ? title : NULL);
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
add_meeting (LecternPlan       *plan,
             const LecternTerm *term,
             const GDate       *date,
             guint              number)
{
  g_autofree char *title = NULL;
  LecternSession *session;

  if (term->number_text != NULL)
    title = g_strdup_printf ("%s%s%u", term->number_text, *term->number_text != '\0' ? " " : "", number);
  session = new_row (date, NULL, title);
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_TIME, term->time);
  lectern_plan_add (plan, NULL, session);
}

/**
 * lectern_term_plan:
 * @schedule: a schedule
 * @term: what the term is to be like
 *
 * Plans meetings at regular distances, or in the rhythm of the group.  Days in a holiday, days with a break
 * and days that are taken already are passed over.
 *
 * Returns: (transfer full): the plan
 */
LecternPlan *
lectern_term_plan (LecternSchedule   *schedule,
                   const LecternTerm *term)
{
  LecternPlan *plan = lectern_plan_new ();
  GDate date = term->start;
  guint n_added = 0;
  LecternCadence cadence;

  plan->label = g_strdup (_("Plan Term"));
  lectern_cadence_read (schedule, &cadence);

  for (guint n_days = 0;
       n_added < MIN (term->count, LONGEST_TERM) && n_days < 10 * LONGEST_TERM
       && g_date_get_year (&date) <= LAST_YEAR;
       n_days++)
    {
      LecternHoliday *holiday = find_holiday (term->holidays, &date);

      if (holiday != NULL)
        {
          if (holiday->title != NULL && !lectern_cadence_is_blocked (schedule, &date))
            lectern_plan_add (plan, NULL, new_row (&date, "break", holiday->title));
        }
      else if (!lectern_cadence_is_taken (schedule, &date) &&
               !lectern_cadence_is_blocked (schedule, &date))
        {
          add_meeting (plan, term, &date, ++n_added);
        }
      if (term->interval > 0)
        g_date_add_days (&date, term->interval);
      else
        lectern_cadence_step (&cadence, &date);
    }

  return plan;
}
