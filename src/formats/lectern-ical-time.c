/* lectern-ical-time.c: when a session is, as a calendar writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-ical.h"
#include "lectern-public.h"

#define DAY (24 * 60 * 60)
/* The days of 1 January 1970, 1 January 1 and 1 January 3001, counted as
 * GDate does: what lies outside libical writes as a row of zeros. */
#define EPOCH_DAY 719163
#define FIRST_SECOND (((gint64) 1 - EPOCH_DAY) * DAY)
#define LAST_SECOND (((gint64) 1095728 - EPOCH_DAY) * DAY - 1)

/* Names such as Europe/London, which are also paths: none may leave the
 * folder of the time zones. */
static gboolean
is_zone_name (const char *name)
{
  if (!g_ascii_isalpha (*name) || strstr (name, "..") != NULL || strstr (name, "//") != NULL)
    return FALSE;

  for (const char *c = name; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("/_-+", *c) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_ical_zone:
 * @name: (nullable): the name of a time zone, such as Europe/London
 * @zone: (out) (transfer full) (nullable): the zone; %NULL if there is no name
 * @error: return location
 *
 * Finds a time zone by its name.
 *
 * Returns: %FALSE with %LECTERN_ICAL_ERROR_ZONE if there is a name, but no
 *   such zone
 */
gboolean
lectern_ical_zone (const char  *name,
                   GTimeZone  **zone,
                   GError     **error)
{
  g_autofree char *shown = NULL;

  *zone = NULL;
  if (!lectern_public_is_text (name))
    return TRUE;

  if (is_zone_name (name))
    *zone = g_time_zone_new_identifier (name);
  if (*zone != NULL)
    return TRUE;

  shown = lectern_public_one_line (name);
  g_set_error (error, LECTERN_ICAL_ERROR, LECTERN_ICAL_ERROR_ZONE,
               _("There is no time zone “%s”, so the times cannot be computed. Set the schedule's “timezone” to a name such as Europe/London."),
               shown);

  return FALSE;
}

/**
 * lectern_ical_zone_to_utc:
 * @zone: a time zone
 * @local: seconds since 1970 that a clock there shows
 *
 * Computes the instant at which a clock in a zone shows a time, by the rules
 * of RFC 5545: a time that comes twice means the first, and one that is left
 * out is counted with the offset before the gap.
 *
 * Returns: seconds since 1970 in UTC
 */
gint64
lectern_ical_zone_to_utc (GTimeZone *zone,
                          gint64     local)
{
  static const GTimeType types[] = { G_TIME_TYPE_STANDARD, G_TIME_TYPE_DAYLIGHT };
  gint64 found = G_MAXINT64;

  /* Which of the two is first depends on the zone: Ireland's winter time is
   * its “daylight” one. */
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      int interval = g_time_zone_find_interval (zone, types[i], local);

      if (interval >= 0)
        found = MIN (found, local - g_time_zone_get_offset (zone, interval));
    }

  if (found == G_MAXINT64)
    {
      gint64 before = local - DAY;
      int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &before);

      found = local - g_time_zone_get_offset (zone, interval);
    }

  return found;
}

static icaltimetype
make_time (gint64   seconds,
           gboolean utc)
{
  icaltimetype time = icaltime_null_time ();
  gint64 days = (seconds - FIRST_SECOND) / DAY;
  gint64 rest = (seconds - FIRST_SECOND) % DAY;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, days + 1);

  time.year = g_date_get_year (&date);
  time.month = g_date_get_month (&date);
  time.day = g_date_get_day (&date);
  time.hour = rest / (60 * 60);
  time.minute = rest / 60 % 60;
  time.second = rest % 60;
  time.zone = utc ? icaltimezone_get_utc_timezone () : NULL;

  return time;
}

/* The group's usual time is that of its meetings: a break or an announcement
 * has a time only if it says so itself. */
static gboolean
find_clock (LecternHead    *head,
            LecternSession *session,
            guint          *hour,
            guint          *minute)
{
  const char *time = lectern_session_get_time (session);
  LecternSessionKind kind = lectern_session_get_kind (session);

  if (time == NULL && kind != LECTERN_KIND_BREAK && kind != LECTERN_KIND_ANNOUNCEMENT)
    time = lectern_head_get_default_time (head);

  return lectern_time_parse (time, hour, minute);
}

/**
 * lectern_ical_time_compute:
 * @head: the schedule's head
 * @zone: (nullable): its time zone
 * @session: a session that has a date
 * @result: (out caller-allocates): when it is
 *
 * Computes when a session is: an instant if the zone is known, else a time
 * wherever one is, else a day.
 *
 * Returns: %FALSE if it begins or ends beyond what a calendar can write
 */
gboolean
lectern_ical_time_compute (LecternHead     *head,
                           GTimeZone       *zone,
                           LecternSession  *session,
                           LecternIcalTime *result)
{
  gint64 duration = lectern_session_get_duration (session);
  gint64 start;
  GDate date;
  guint hour;
  guint minute;

  memset (result, 0, sizeof *result);
  g_date_clear (&date, 1);
  if (!lectern_session_get_gdate (session, &date))
    g_return_val_if_reached (FALSE);

  start = ((gint64) g_date_get_julian (&date) - EPOCH_DAY) * DAY;
  result->all_day = !find_clock (head, session, &hour, &minute);
  if (result->all_day)
    {
      if (start > LAST_SECOND)
        return FALSE;
      result->start = make_time (start, FALSE);
      result->start.is_date = 1;
      return TRUE;
    }

  start += hour * 60 * 60 + minute * 60;
  if (zone != NULL)
    start = lectern_ical_zone_to_utc (zone, start);

  if (duration <= 0)
    duration = lectern_head_get_default_duration (head);
  result->has_end = duration > 0;
  duration = MAX (duration, 0) * 60;

  if (start < FIRST_SECOND || start + duration > LAST_SECOND)
    return FALSE;
  result->start = make_time (start, zone != NULL);
  result->end = make_time (start + duration, zone != NULL);

  return TRUE;
}
