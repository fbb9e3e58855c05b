/* lectern-ical-holidays.c: the holidays in a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical-holidays.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "lectern-ical-scan.h"
#include "lectern-public.h"

G_DEFINE_QUARK (lectern-ical-holidays-error-quark, lectern_ical_holidays_error)

/* Far more than the holidays of a country, for all the years that a calendar
 * has; what is larger is no calendar of holidays, or is meant to do harm. */
#define LARGEST_FILE (4 * 1024 * 1024)
#define MOST_EVENTS 20000
#define MOST_RULES 1000
#define MOST_DAYS 20000

/* Enough for one that comes every day since the year 1. */
#define MOST_STEPS 1000000

typedef struct
{
  GPtrArray  *holidays;
  GHashTable *replaced;
  GDate       from;
  GDate       to;
  guint       n_rules;
  guint       n_steps;
} Reading;

static gboolean
read_date (struct icaltimetype  time,
           GDate               *date)
{
  if (icaltime_is_null_time (time) || time.year < 1 || time.year > 9999
      || !g_date_valid_dmy (time.day, time.month, time.year))
    return FALSE;

  g_date_set_dmy (date, time.day, time.month, time.year);

  return TRUE;
}

static struct icaltimetype
write_date (const GDate *date)
{
  struct icaltimetype time = icaltime_null_time ();

  time.year = g_date_get_year (date);
  time.month = g_date_get_month (date);
  time.day = g_date_get_day (date);
  time.is_date = 1;

  return time;
}

static gboolean
fail_limit (GError **error)
{
  g_set_error_literal (error, LECTERN_ICAL_HOLIDAYS_ERROR, LECTERN_ICAL_HOLIDAYS_ERROR_LIMIT,
                       _("The calendar holds more than a calendar of holidays does. Choose one with fewer events."));

  return FALSE;
}

static char *
dup_summary (icalcomponent *event)
{
  const char *summary = icalcomponent_get_summary (event);
  g_autofree char *valid = summary != NULL ? g_utf8_make_valid (summary, -1) : NULL;

  return valid != NULL && lectern_public_is_text (valid) ? lectern_public_one_line (valid)
                                                         : g_strdup (_("Holiday"));
}

/* What tells one day of a holiday that comes again from its other days. */
static char *
make_name (icalcomponent *event,
           const GDate   *date)
{
  const char *uid = icalcomponent_get_uid (event);

  return g_strdup_printf ("%u %s", g_date_get_julian (date), uid != NULL ? uid : "");
}

/* The days of an event, the last one included; FALSE if it does not take whole
 * days, and so is no holiday. */
static gboolean
read_span (icalcomponent *event,
           GDate         *first,
           guint         *n_days)
{
  struct icaltimetype start = icalcomponent_get_dtstart (event);
  struct icaltimetype end = icalcomponent_get_dtend (event);
  GDate last;
  int n;

  if (!read_date (start, first))
    return FALSE;

  *n_days = 1;
  if (!read_date (end, &last))
    return start.is_date;

  n = g_date_days_between (first, &last);
  /* A date at the end is the day after. */
  if (start.is_date)
    *n_days = CLAMP (n, 1, MOST_DAYS);
  else if (n > 0)
    *n_days = MIN (n + (icaltime_as_timet (end) % (24 * 60 * 60) != 0 ? 1 : 0), MOST_DAYS);

  return start.is_date || n > 0;
}

static gboolean
has_date (icalcomponent     *event,
          icalproperty_kind  kind,
          const GDate       *date)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, kind);
       property != NULL;
       property = icalcomponent_get_next_property (event, kind))
    {
      icalvalue *value = icalproperty_get_value (property);
      GDate other;

      if (value != NULL && read_date (icalvalue_get_datetime (value), &other)
          && g_date_compare (&other, date) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One time that it takes place, if that is in reach of the term. */
static gboolean
add_holiday (Reading        *self,
             icalcomponent  *event,
             const GDate    *first,
             guint           n_days,
             GError        **error)
{
  g_autofree char *title = NULL;
  GDate last = *first;

  g_date_add_days (&last, n_days - 1);
  if (g_date_compare (&last, &self->from) < 0 || g_date_compare (first, &self->to) > 0)
    return TRUE;
  if (self->holidays->len == MOST_DAYS)
    return fail_limit (error);

  title = dup_summary (event);
  g_ptr_array_add (self->holidays, lectern_holiday_new (first, &last, title));

  return TRUE;
}

static gboolean
is_replaced (Reading       *self,
             icalcomponent *event,
             const GDate   *date)
{
  g_autofree char *name = make_name (event, date);

  return g_hash_table_contains (self->replaced, name);
}

static gboolean
uses (const short *part)
{
  return part[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/* Rules that libical steps through in a moment.  One that looks at each second,
 * or at each day for one that never comes, can keep it busy for ever. */
static gboolean
is_simple (const struct icalrecurrencetype *rule)
{
  if (uses (rule->by_second) || uses (rule->by_minute) || uses (rule->by_hour)
      || rule->rscale != NULL)
    return FALSE;

  switch (rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE:
      return !uses (rule->by_month_day) && !uses (rule->by_year_day) && !uses (rule->by_week_no)
             && !uses (rule->by_month) && !uses (rule->by_set_pos);
    case ICAL_MONTHLY_RECURRENCE:
    case ICAL_YEARLY_RECURRENCE:
      return TRUE;
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
    case ICAL_NO_RECURRENCE:
    default:
      return FALSE;
    }
}

static gboolean
fail_rule (icalcomponent  *event,
           GError        **error)
{
  g_autofree char *title = dup_summary (event);

  g_set_error (error, LECTERN_ICAL_HOLIDAYS_ERROR, LECTERN_ICAL_HOLIDAYS_ERROR_RULE,
               _("In the calendar, “%s” comes again in a way that Lectern does not understand. Take that event out of the calendar, and type its days."),
               title);

  return FALSE;
}

/* libical 3.0 takes week 53 of a year that has none for the week after its
 * last. */
static gboolean
is_in_week (const struct icalrecurrencetype *rule,
            const GDate                     *date)
{
  if (!uses (rule->by_week_no) || rule->week_start != ICAL_MONDAY_WEEKDAY)
    return TRUE;

  for (guint i = 0; i < ICAL_BY_WEEKNO_SIZE && rule->by_week_no[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      if (rule->by_week_no[i] < 0
          || rule->by_week_no[i] == (short) g_date_get_iso8601_week_of_year (date))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_occurrences (Reading                          *self,
                 icalcomponent                    *event,
                 const struct icalrecurrencetype  *rule,
                 icalrecur_iterator               *iterator,
                 guint                             n_days,
                 GError                          **error)
{
  for (struct icaltimetype time = icalrecur_iterator_next (iterator);
       !icaltime_is_null_time (time);
       time = icalrecur_iterator_next (iterator))
    {
      GDate date;

      if (++self->n_steps > MOST_STEPS)
        return fail_limit (error);
      if (!read_date (time, &date) || g_date_compare (&date, &self->to) > 0)
        return TRUE;
      if (is_in_week (rule, &date)
          && !has_date (event, ICAL_EXDATE_PROPERTY, &date) && !is_replaced (self, event, &date)
          && !add_holiday (self, event, &date, n_days, error))
        return FALSE;
    }

  return TRUE;
}

/* A rule that counts has to be stepped through from its start; another one
 * starts shortly before the term. */
static gboolean
add_rule (Reading        *self,
          icalcomponent  *event,
          icalproperty   *property,
          const GDate    *first,
          guint           n_days,
          GError        **error)
{
  struct icalrecurrencetype rule = icalproperty_get_rrule (property);
  icalrecur_iterator *iterator;
  gboolean done;

  if (!is_simple (&rule))
    return fail_rule (event, error);
  if (++self->n_rules > MOST_RULES)
    return fail_limit (error);

  iterator = icalrecur_iterator_new (rule, write_date (first));
  if (iterator == NULL)
    return fail_rule (event, error);

  if (rule.count == 0)
    {
      GDate near = self->from;

      g_date_subtract_days (&near, MIN (n_days, g_date_get_julian (&near) - 1));
      if (g_date_compare (first, &near) < 0)
        icalrecur_iterator_set_start (iterator, write_date (&near));
    }
  done = add_occurrences (self, event, &rule, iterator, n_days, error);
  icalrecur_iterator_free (iterator);

  return done;
}

static gboolean
add_more_dates (Reading        *self,
                icalcomponent  *event,
                guint           n_days,
                GError        **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (GDate));

  /* All first: a component has one place where it looks for properties. */
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY))
    {
      struct icaldatetimeperiodtype more = icalproperty_get_rdate (property);
      GDate date;

      if (read_date (icaltime_is_null_time (more.time) ? more.period.start : more.time, &date))
        g_array_append_val (dates, date);
    }

  for (guint i = 0; i < dates->len; i++)
    {
      if (!add_holiday (self, event, &g_array_index (dates, GDate, i), n_days, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_event (Reading        *self,
            icalcomponent  *event,
            GError        **error)
{
  icalproperty *rule = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  GDate first;
  guint n_days;

  if (icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED
      || !read_span (event, &first, &n_days))
    return TRUE;

  if (rule != NULL && !add_rule (self, event, rule, &first, n_days, error))
    return FALSE;
  if (rule == NULL && !has_date (event, ICAL_EXDATE_PROPERTY, &first)
      && !add_holiday (self, event, &first, n_days, error))
    return FALSE;

  return add_more_dates (self, event, n_days, error);
}

/* The days that a holiday would have come again, and that another event of the
 * same name stands for. */
static gboolean
find_replaced (Reading        *self,
               icalcomponent  *calendar,
               GError        **error)
{
  guint n_events = 0;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      GDate date;

      if (++n_events > MOST_EVENTS)
        return fail_limit (error);
      if (read_date (icalcomponent_get_recurrenceid (event), &date))
        g_hash_table_add (self->replaced, make_name (event, &date));
    }

  return TRUE;
}

static gboolean
read_calendar (Reading        *self,
               icalcomponent  *calendar,
               GError        **error)
{
  if (!find_replaced (self, calendar, error))
    return FALSE;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      if (!read_event (self, event, error))
        return FALSE;
    }

  return TRUE;
}

/* The scan refuses what is no calendar, and what is nested too deep for
 * libical. */
static icalcomponent *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (LecternIcalScan) scan = NULL;
  g_autofree char *text = NULL;
  icalcomponent *calendar = NULL;
  gsize length = g_bytes_get_size (bytes);

  if (length > LARGEST_FILE)
    {
      fail_limit (error);
      return NULL;
    }

  scan = lectern_ical_scan (bytes, NULL);
  if (scan != NULL)
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), length);
      calendar = icalparser_parse_string (text);
    }
  if (calendar != NULL && icalcomponent_isa (calendar) == ICAL_VCALENDAR_COMPONENT)
    return calendar;

  if (calendar != NULL)
    icalcomponent_free (calendar);
  g_set_error_literal (error, LECTERN_ICAL_HOLIDAYS_ERROR, LECTERN_ICAL_HOLIDAYS_ERROR_CALENDAR,
                       _("This is not a calendar. Choose an .ics file, as calendars of holidays are."));

  return NULL;
}

/**
 * lectern_ical_read_holidays:
 * @bytes: a calendar
 * @from: the first day that matters
 * @to: the last one
 * @error: return location for an error of domain %LECTERN_ICAL_HOLIDAYS_ERROR
 *
 * Reads the events of a calendar that take whole days.  What comes again, as
 * each year does, is looked up for the days that matter only; an event that
 * says no day that exists is passed over, as is one that is cancelled.
 *
 * Returns: (transfer full) (nullable) (element-type LecternHoliday): the
 *   holidays, or %NULL if it is no calendar or is not understood
 */
GPtrArray *
lectern_ical_read_holidays (GBytes       *bytes,
                            const GDate  *from,
                            const GDate  *to,
                            GError      **error)
{
  icalcomponent *calendar = parse (bytes, error);
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  g_autoptr (GHashTable) replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { holidays, replaced, *from, *to, 0, 0 };
  gboolean done;

  if (calendar == NULL)
    return NULL;

  done = read_calendar (&reading, calendar, error);
  icalcomponent_free (calendar);

  return done ? g_steal_pointer (&holidays) : NULL;
}
