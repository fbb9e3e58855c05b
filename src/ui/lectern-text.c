/* lectern-text.c: what the window says about a session, as pure functions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-text.h"

#include <glib/gi18n-lib.h>

#include "lectern-date.h"

static char *
format_date (const GDate *date,
             const char  *format)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                              g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, format);
}

/**
 * lectern_text_weekday_short:
 * @date: a valid date
 *
 * The abbreviated weekday in the user's language, such as “Wed”.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_weekday_short (const GDate *date)
{
  return format_date (date, "%a");
}

/**
 * lectern_text_day:
 * @date: a valid date
 *
 * The day of the month, without a leading zero.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_day (const GDate *date)
{
  return format_date (date, "%-e");
}

/**
 * lectern_text_month:
 * @date: a valid date
 *
 * The heading of a month in the list, such as “January 2023”.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_month (const GDate *date)
{
  /* Translators: the heading of a month, as for g_date_time_format(); %OB is
   * the month's name when it stands without a day. */
  return format_date (date, _("%OB %Y"));
}

/**
 * lectern_text_full_date:
 * @date: a valid date
 *
 * The date in full, such as “Wednesday 4 January 2023”.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_full_date (const GDate *date)
{
  /* Translators: a date in full, as for g_date_time_format(). */
  return format_date (date, _("%A %-e %B %Y"));
}

/**
 * lectern_text_short_date:
 * @date: a valid date
 *
 * The date as a title says it, such as “Wed 4 Jan 2023”.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_short_date (const GDate *date)
{
  /* Translators: a short date, as for g_date_time_format(). */
  return format_date (date, _("%a %-e %b %Y"));
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * lectern_text_session_date:
 * @session: a session
 *
 * When a session takes place, as a title says it: its date, or the user's
 * own words, or that it has none.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_session_date (LecternSession *session)
{
  GDate date;

  if (lectern_session_get_gdate (session, &date))
    return lectern_text_short_date (&date);
  /* A date that does not exist is shown as it was written. */
  if (!is_empty (lectern_session_get_date (session)))
    return g_strdup (lectern_session_get_date (session));
  if (!is_empty (lectern_session_get_date_text (session)))
    return g_strdup (lectern_session_get_date_text (session));

  return g_strdup (_("Not Scheduled"));
}

/**
 * lectern_text_session_is_past:
 * @session: a session
 * @today: today's date
 *
 * Whether the session's day is over.
 *
 * Returns: %TRUE if it has a date that lies before @today
 */
gboolean
lectern_text_session_is_past (LecternSession *session,
                              const GDate    *today)
{
  GDate date;

  return lectern_session_get_gdate (session, &date)
         && g_date_compare (&date, today) < 0;
}

static char *
next_text (LecternSession *session,
           const GDate    *today)
{
  GDate date;
  int days;

  if (!lectern_session_get_gdate (session, &date))
    return g_strdup (_("Next"));

  days = g_date_days_between (today, &date);
  if (days <= 0)
    return g_strdup (_("Next, today"));
  if (days == 1)
    return g_strdup (_("Next, tomorrow"));

  return g_strdup_printf (ngettext ("Next, in %d day", "Next, in %d days", days),
                          days);
}

static char *
upcoming_text (LecternSession *session,
               const GDate    *today)
{
  GDate date;
  int days;

  if (!lectern_session_get_gdate (session, &date))
    return g_strdup ("");

  days = g_date_days_between (today, &date);
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Tomorrow"));

  return g_strdup_printf (ngettext ("In %d day", "In %d days", days), days);
}

/**
 * lectern_text_get_kind_name:
 * @kind: a kind
 *
 * What sessions of a kind are called.
 *
 * Returns: (transfer none): the name
 */
const char *
lectern_text_get_kind_name (LecternSessionKind kind)
{
  switch (kind)
    {
    case LECTERN_KIND_BREAK:
      return _("Break");
    case LECTERN_KIND_ANNOUNCEMENT:
      return _("Announcement");
    case LECTERN_KIND_SESSION:
    case LECTERN_KIND_UNKNOWN:
    default:
      return _("Session");
    }
}

/**
 * lectern_text_session_tag:
 * @session: a session
 * @today: today's date
 * @is_next: whether it is the next session
 *
 * The state that stands above the title: that a session is the next one,
 * that it is cancelled and why, or that it is a break or an announcement.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there is nothing
 *   to say
 */
char *
lectern_text_session_tag (LecternSession *session,
                          const GDate    *today,
                          gboolean        is_next)
{
  if (lectern_session_get_cancelled (session))
    {
      const char *reason = lectern_session_get_reason (session);

      if (is_empty (reason))
        return g_strdup (_("Cancelled"));
      /* Translators: %s is the reason, in the user's words. */
      return g_strdup_printf (_("Cancelled: %s"), reason);
    }

  switch (lectern_session_get_kind (session))
    {
    case LECTERN_KIND_BREAK:
    case LECTERN_KIND_ANNOUNCEMENT:
      return g_strdup (lectern_text_get_kind_name (lectern_session_get_kind (session)));
    case LECTERN_KIND_SESSION:
    case LECTERN_KIND_UNKNOWN:
    default:
      return is_next ? next_text (session, today) : NULL;
    }
}

/**
 * lectern_text_session_state:
 * @session: a session
 * @today: today's date
 * @is_next: whether it is the next session
 *
 * The line under the date in the title of the editor, such as “Past” or
 * “Next, in 2 days”.
 *
 * Returns: (transfer full): the text, empty if there is nothing to say
 */
char *
lectern_text_session_state (LecternSession *session,
                            const GDate    *today,
                            gboolean        is_next)
{
  char *tag = lectern_text_session_tag (session, today, is_next);

  if (tag != NULL)
    return tag;
  if (lectern_text_session_is_past (session, today))
    return g_strdup (_("Past"));

  return upcoming_text (session, today);
}

static const char *
first_of (const char *own,
          const char *usual)
{
  return is_empty (own) ? usual : own;
}

/**
 * lectern_text_time_and_place:
 * @session: a session
 * @head: (nullable): the head of its schedule, for the usual values
 *
 * When and where, such as “15:00 – 16:00, Room 1.11”.
 *
 * Returns: (transfer full): the text, empty if neither is known
 */
char *
lectern_text_time_and_place (LecternSession *session,
                             LecternHead    *head)
{
  const char *time = lectern_session_get_time (session);
  const char *place = lectern_session_get_location (session);
  int duration = lectern_session_get_duration (session);
  g_autofree char *when = NULL;
  guint hour, minute;

  if (head != NULL)
    {
      time = first_of (time, lectern_head_get_default_time (head));
      place = first_of (place, lectern_head_get_default_location (head));
      if (duration == 0)
        duration = lectern_head_get_default_duration (head);
    }

  if (is_empty (time))
    when = NULL;
  else if (duration > 0 && duration < 24 * 60
           && lectern_time_parse (time, &hour, &minute))
    {
      guint end = (hour * 60 + minute + duration) % (24 * 60);

      /* Translators: from one time of day to another. */
      when = g_strdup_printf (_("%s – %02u:%02u"), time, end / 60, end % 60);
    }
  else
    when = g_strdup (time);

  if (when == NULL)
    return g_strdup (is_empty (place) ? "" : place);
  if (is_empty (place))
    return g_steal_pointer (&when);

  /* Translators: a time, and a place. */
  return g_strdup_printf (_("%s, %s"), when, place);
}

static const char *
title_of_nothing (LecternSession *session)
{
  switch (lectern_session_get_kind (session))
    {
    case LECTERN_KIND_BREAK:
      return _("No Meeting");
    case LECTERN_KIND_ANNOUNCEMENT:
      return _("Nothing Announced Yet");
    case LECTERN_KIND_SESSION:
    case LECTERN_KIND_UNKNOWN:
    default:
      return _("No Paper Yet");
    }
}

/**
 * lectern_text_titles:
 * @session: a session
 * @parts: (out) (optional) (transfer full): for each title the part of the
 *   paper that is read, empty if there is none
 *
 * The titles that a session shows, one for each line: its own if it has one,
 * then those of its papers.  There is always at least one.
 *
 * Returns: (transfer full): the titles
 */
GStrv
lectern_text_titles (LecternSession *session,
                     GStrv          *parts)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) parts_builder = g_strv_builder_new ();
  GListModel *papers = lectern_session_get_papers (session);
  guint n = g_list_model_get_n_items (papers);
  gboolean has_title = !is_empty (lectern_session_get_title (session));

  if (has_title)
    {
      g_strv_builder_add (titles, lectern_session_get_title (session));
      g_strv_builder_add (parts_builder, "");
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      const char *title = lectern_paper_get_title (paper);

      if (is_empty (title))
        title = first_of (lectern_paper_get_url (paper), _("Untitled Paper"));
      g_strv_builder_add (titles, title);
      g_strv_builder_add (parts_builder, first_of (lectern_paper_get_part (paper), ""));
    }

  if (n == 0 && !has_title)
    {
      g_strv_builder_add (titles, title_of_nothing (session));
      g_strv_builder_add (parts_builder, "");
    }

  if (parts != NULL)
    *parts = g_strv_builder_end (parts_builder);
  return g_strv_builder_end (titles);
}

/**
 * lectern_text_presenters:
 * @session: a session
 *
 * Who presents, in one line.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if nobody is named
 */
char *
lectern_text_presenters (LecternSession *session)
{
  const char * const *presenters = lectern_session_get_presenters (session);

  if (presenters == NULL || presenters[0] == NULL)
    return NULL;

  /* Translators: stands between the names of presenters. */
  return g_strjoinv (_(", "), (char **) presenters);
}

/**
 * lectern_text_target_name:
 * @target: a resource or a paper
 *
 * What a button that opens @target says.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_target_name (LecternRecord *target)
{
  if (LECTERN_IS_RESOURCE (target))
    return lectern_resource_dup_shown_name (LECTERN_RESOURCE (target));

  return g_strdup (_("Paper"));
}

static void
append_clause (GString    *sentence,
               const char *clause)
{
  if (is_empty (clause))
    return;
  if (sentence->len > 0)
    g_string_append (sentence, _(", "));
  g_string_append (sentence, clause);
}

/**
 * lectern_text_row_sentence:
 * @session: a session
 * @today: today's date
 * @is_next: whether it is the next session
 * @warning: (nullable): the warning that the row shows
 *
 * All that a row of the list says, in one sentence for those who hear it.
 * It has the full date, so that nothing depends on the month's heading.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_row_sentence (LecternSession *session,
                           const GDate    *today,
                           gboolean        is_next,
                           const char     *warning)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autofree char *presenters = lectern_text_presenters (session);
  g_autofree char *tag = lectern_text_session_tag (session, today, is_next);
  g_autofree char *when = NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = lectern_text_titles (session, &parts);
  GDate date;

  if (lectern_session_get_gdate (session, &date))
    when = lectern_text_full_date (&date);
  else
    when = lectern_text_session_date (session);

  append_clause (sentence, when);
  append_clause (sentence, tag);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      append_clause (sentence, titles[i]);
      append_clause (sentence, parts[i]);
    }
  append_clause (sentence, presenters);
  append_clause (sentence, warning);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
