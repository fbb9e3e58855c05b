/* lectern-words.c: dates and times in the words of a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-words.h"

#include <glib/gi18n-lib.h>

#include "lectern-public.h"

/**
 * lectern_words_date:
 * @date: a valid date
 *
 * Writes a date in words, such as “Wednesday 4 January 2023”.
 *
 * Returns: (transfer full): the words, in the user's language
 */
char *
lectern_words_date (const GDate *date)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                   g_date_get_day (date), 0, 0, 0);

  /* Translators: a date in a sentence, such as “Wednesday 4 January 2023”, as
   * g_date_time_format() writes it: %A weekday, %-d day, %B month, %Y year. */
  return g_date_time_format (day, _("%A %-d %B %Y"));
}

/**
 * lectern_words_duration:
 * @minutes: a number of minutes
 *
 * Writes a duration in words.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL if there is none
 */
char *
lectern_words_duration (int minutes)
{
  if (minutes <= 0)
    return NULL;
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", minutes / 60), minutes / 60);

  return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
}

/**
 * lectern_words_when:
 * @session: a session
 *
 * Writes on which day a session is: in words if its date is one, else as the
 * user has written it.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL if it has no date
 */
char *
lectern_words_when (LecternSession *session)
{
  GDate date;

  if (lectern_session_get_gdate (session, &date))
    return lectern_words_date (&date);
  if (lectern_public_is_text (lectern_session_get_date (session)))
    return g_strdup (lectern_session_get_date (session));
  if (lectern_public_is_text (lectern_session_get_date_text (session)))
    return g_strdup (lectern_session_get_date_text (session));

  return NULL;
}
