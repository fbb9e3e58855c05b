/* lectern-date.c: dates and times as the file writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-date.h"

#include <string.h>

static gboolean
read_digits (const char *text,
             guint       n,
             guint      *value)
{
  *value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value (text[i]);
    }

  return TRUE;
}

/**
 * lectern_date_is_shaped:
 * @text: (nullable): a text
 *
 * Tells whether a text looks like an ISO 8601 date, YYYY-MM-DD, be there
 * such a day or not.
 *
 * Returns: whether it has the shape of a date
 */
gboolean
lectern_date_is_shaped (const char *text)
{
  guint value;

  return text != NULL && strlen (text) == 10 &&
         read_digits (text, 4, &value) && text[4] == '-' &&
         read_digits (text + 5, 2, &value) && text[7] == '-' &&
         read_digits (text + 8, 2, &value);
}

/**
 * lectern_date_parse:
 * @text: (nullable): a text
 * @date: (out) (optional): the date
 *
 * Reads an ISO 8601 date.
 *
 * Returns: whether @text is one, of a day that exists
 */
gboolean
lectern_date_parse (const char *text,
                    GDate      *date)
{
  guint year;
  guint month;
  guint day;

  if (!lectern_date_is_shaped (text))
    return FALSE;

  read_digits (text, 4, &year);
  read_digits (text + 5, 2, &month);
  read_digits (text + 8, 2, &day);

  /* GDate's own check warns of a month or day that it cannot hold. */
  if (year == 0 || month == 0 || month > 12 || day == 0 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return FALSE;

  if (date != NULL)
    {
      g_date_clear (date, 1);
      g_date_set_dmy (date, day, month, year);
    }

  return TRUE;
}

/**
 * lectern_date_format:
 * @date: a valid date
 *
 * Writes a date as the file has it.
 *
 * Returns: (transfer full): the date as YYYY-MM-DD
 */
char *
lectern_date_format (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d",
                          g_date_get_year (date),
                          g_date_get_month (date),
                          g_date_get_day (date));
}

/**
 * lectern_date_today:
 * @date: (out caller-allocates): today's date
 *
 * Gets today's date in the local time zone, or the one in the environment
 * variable `LECTERN_TODAY`, so that tests and pictures do not age.
 */
void
lectern_date_today (GDate *date)
{
  g_autoptr (GDateTime) now = NULL;

  if (lectern_date_parse (g_getenv ("LECTERN_TODAY"), date))
    return;

  now = g_date_time_new_now_local ();
  g_date_clear (date, 1);
  g_date_set_dmy (date,
                  g_date_time_get_day_of_month (now),
                  g_date_time_get_month (now),
                  g_date_time_get_year (now));
}

/**
 * lectern_time_parse:
 * @text: (nullable): a text
 * @hour: (out) (optional): the hour, 0 to 23
 * @minute: (out) (optional): the minute, 0 to 59
 *
 * Reads a time of day as the file has it, HH:MM.
 *
 * Returns: whether @text is one
 */
gboolean
lectern_time_parse (const char *text,
                    guint      *hour,
                    guint      *minute)
{
  guint h;
  guint m;

  if (text == NULL || strlen (text) != 5 || text[2] != ':' ||
      !read_digits (text, 2, &h) || !read_digits (text + 3, 2, &m) ||
      h > 23 || m > 59)
    return FALSE;

  if (hour != NULL)
    *hour = h;
  if (minute != NULL)
    *minute = m;

  return TRUE;
}
