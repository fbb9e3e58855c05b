/* lectern-page-date-write.c: a date put in the place of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-dates.h"

/* Ten and more say nothing about zeros, so that the other dates decide. */
static char *
format_number (const char *old,
               gsize       length,
               gboolean    pad,
               guint       value)
{
  if (length == 2 && *old == '0')
    pad = TRUE;
  else if (length == 1)
    pad = FALSE;

  return g_strdup_printf (pad ? "%02u" : "%u", value);
}

static const char *
ordinal (guint day)
{
  if (day >= 11 && day <= 13)
    return "th";

  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

static char *
format_ordinal (const char *old,
                gsize       length,
                guint       day)
{
  if (length != 2 || g_ascii_strncasecmp (old, "er", 2) == 0)
    return g_strndup (old, length);

  return g_ascii_isupper (*old) ? g_ascii_strup (ordinal (day), -1) : g_strdup (ordinal (day));
}

/**
 * lectern_page_field_format:
 * @text: the text that the field stands in
 * @field: a part of a date
 * @pad: whether numbers below ten have a zero before them, where the old one
 *   does not show it
 * @swap: whether what is called the day is the month, and the other way round
 * @date: the new date
 *
 * Writes a part of a date in the manner of the old one.
 *
 * Returns: (transfer full): the new text of the field
 */
char *
lectern_page_field_format (const char             *text,
                           const LecternPageField *field,
                           gboolean                pad,
                           gboolean                swap,
                           const GDate            *date)
{
  const char *old = text + field->start;
  gsize length = field->end - field->start;
  guint day = g_date_get_day (date);
  guint month = g_date_get_month (date);

  switch (field->type)
    {
    case LECTERN_PAGE_FIELD_DAY:
      return format_number (old, length, pad, swap ? month : day);
    case LECTERN_PAGE_FIELD_MONTH:
      return format_number (old, length, pad, swap ? day : month);
    case LECTERN_PAGE_FIELD_MONTH_NAME:
      if (lectern_page_month_parse (old, length) == month)
        break;
      return lectern_page_month_rename (old, length, month);
    case LECTERN_PAGE_FIELD_YEAR:
      return length == 2 ? g_strdup_printf ("%02u", g_date_get_year (date) % 100u)
                         : g_strdup_printf ("%04u", (guint) g_date_get_year (date));
    case LECTERN_PAGE_FIELD_WEEKDAY:
      if (lectern_page_weekday_parse (old, length) == g_date_get_weekday (date))
        break;
      return lectern_page_weekday_rename (old, length, g_date_get_weekday (date));
    case LECTERN_PAGE_FIELD_ORDINAL:
      return format_ordinal (old, length, day);
    case LECTERN_PAGE_FIELD_HOUR:
    case LECTERN_PAGE_FIELD_MINUTE:
    case LECTERN_PAGE_FIELD_HALF:
      break;
    }

  return g_strndup (old, length);
}

/**
 * lectern_page_time_format:
 * @text: the text that the field stands in
 * @field: a part of a time of day
 * @hour: the new hour
 * @minute: the new minute
 * @half: whether the time is said in halves of the day
 * @minutes: whether the minute has a field of its own
 *
 * Writes a part of a time in the manner of the old one.
 *
 * Returns: (transfer full): the new text of the field
 */
char *
lectern_page_time_format (const char             *text,
                          const LecternPageField *field,
                          guint                   hour,
                          guint                   minute,
                          gboolean                half,
                          gboolean                minutes)
{
  const char *old = text + field->start;
  gsize length = field->end - field->start;
  const char *name = hour < 12 ? "am" : "pm";

  switch (field->type)
    {
    case LECTERN_PAGE_FIELD_HOUR:
      if (half)
        hour = hour % 12 == 0 ? 12 : hour % 12;
      if (!minutes && minute > 0)
        return g_strdup_printf ("%u:%02u", hour, minute);
      return format_number (old, length, !half, hour);
    case LECTERN_PAGE_FIELD_MINUTE:
      return g_strdup_printf ("%02u", minute);
    case LECTERN_PAGE_FIELD_HALF:
      return g_ascii_isupper (*old) ? g_ascii_strup (name, -1) : g_strdup (name);
    case LECTERN_PAGE_FIELD_DAY:
    case LECTERN_PAGE_FIELD_MONTH:
    case LECTERN_PAGE_FIELD_MONTH_NAME:
    case LECTERN_PAGE_FIELD_YEAR:
    case LECTERN_PAGE_FIELD_WEEKDAY:
    case LECTERN_PAGE_FIELD_ORDINAL:
      break;
    }

  return g_strndup (old, length);
}
