/* lectern-ical-event.c: one session as an event of a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical-event.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "lectern-ical-time.h"
#include "lectern-public.h"

/* In octets, without the line end. */
#define LINE_LENGTH 75

/**
 * lectern_ical_check_text:
 * @text: (nullable): a text that is to be written
 * @where: the session that it belongs to, as the user knows it
 * @error: return location
 *
 * Looks whether a calendar can hold a text.  A line feed and a tab it can,
 * no other control character: libical would drop the carriage return and
 * write the others, which no reader takes.
 *
 * Returns: %FALSE with %LECTERN_ICAL_ERROR_TEXT if it cannot
 */
gboolean
lectern_ical_check_text (const char  *text,
                         const char  *where,
                         GError     **error)
{
  g_autofree char *shown = NULL;
  const char *end;
  gunichar bad = 0;

  if (text == NULL)
    return TRUE;

  if (!g_utf8_validate (text, -1, &end))
    bad = (guchar) *end;
  for (const char *c = text; bad == 0 && c < end; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) && character != '\n' && character != '\t')
        bad = character;
    }
  if (bad == 0)
    return TRUE;

  shown = lectern_public_one_line (where);
  g_set_error (error, LECTERN_ICAL_ERROR, LECTERN_ICAL_ERROR_TEXT,
               _("A text of “%s” holds the control character U+%04X, which a calendar cannot. Remove it from the schedule, and export again."),
               shown, bad);

  return FALSE;
}

static void
add (icalcomponent *component,
     icalproperty  *property)
{
  icalcomponent_add_property (component, property);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (!lectern_public_is_text (line))
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_papers (GString        *text,
               LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *words = lectern_public_paper_words (paper);
      g_autofree char *authors = lectern_public_names (lectern_paper_get_authors (paper));

      append_line (text, words);
      append_line (text, authors);
      if (lectern_public_is_text (lectern_paper_get_title (paper)))
        append_line (text, lectern_paper_get_url (paper));
    }
}

static void
append_resources (GString        *text,
                  LecternHead    *head,
                  LecternSession *session)
{
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      g_autofree char *name = lectern_resource_dup_shown_name (resource);
      g_autofree char *address = lectern_public_resource (head, resource, FALSE);
      g_autofree char *line = NULL;

      /* The user's own spelling, where it is an address already. */
      if (lectern_public_is_text (lectern_resource_get_url (resource)))
        {
          g_free (address);
          address = g_strdup (lectern_resource_get_url (resource));
        }
      if (address != NULL)
        line = g_strdup_printf ("%s: %s", name, address);
      append_line (text, line);
    }
}

static char *
describe (const LecternIcalEvent *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *presenters = lectern_public_names (lectern_session_get_presenters (self->session));
  g_autofree char *line = NULL;

  if (lectern_session_get_cancelled (self->session))
    {
      const char *reason = lectern_session_get_reason (self->session);

      if (lectern_public_is_text (reason))
        line = g_strdup_printf (_("Cancelled: %s"), reason);
      append_line (text, line != NULL ? line : _("Cancelled"));
      g_clear_pointer (&line, g_free);
    }
  append_papers (text, self->session);
  if (presenters != NULL)
    line = g_strdup_printf (_("Presented by %s"), presenters);
  append_line (text, line);
  append_resources (text, self->head, self->session);

  return g_string_free (text, FALSE);
}

static char *
summarize (const LecternIcalEvent *self)
{
  const char *title = lectern_session_get_title (self->session);
  g_autofree char *papers = lectern_public_papers_words (self->session);

  if (lectern_public_is_text (title))
    return g_strdup (title);
  if (*papers != '\0')
    return g_steal_pointer (&papers);
  if (lectern_session_get_kind (self->session) == LECTERN_KIND_BREAK)
    return g_strdup (_("No meeting"));
  if (lectern_public_is_text (lectern_head_get_title (self->head)))
    return g_strdup (lectern_head_get_title (self->head));

  return g_strdup (_("Meeting"));
}

static gboolean
is_meeting (LecternSession *session)
{
  LecternSessionKind kind = lectern_session_get_kind (session);

  return kind != LECTERN_KIND_BREAK && kind != LECTERN_KIND_ANNOUNCEMENT;
}

/* Nobody is busy all day because the group meets at some time of it, and not
 * at all where it does not meet. */
static gboolean
takes_time (const LecternIcalEvent *self,
            const LecternIcalTime  *time)
{
  return !time->all_day && is_meeting (self->session) &&
         !lectern_session_get_cancelled (self->session);
}

static gboolean
add_times (const LecternIcalEvent *self,
           icalcomponent          *event,
           const char             *summary,
           GError                **error)
{
  g_autofree char *shown = lectern_public_one_line (summary);
  LecternIcalTime time;

  if (!lectern_ical_time_compute (self->head, self->zone, self->session, &time))
    {
      g_set_error (error, LECTERN_ICAL_ERROR, LECTERN_ICAL_ERROR_TIME,
                   _("“%s” begins before the year 1 or ends after the year 3000. Correct its date or its duration, and export again."),
                   shown);
      return FALSE;
    }

  add (event, icalproperty_new_dtstart (time.start));
  if (time.has_end)
    add (event, icalproperty_new_dtend (time.end));
  add (event, icalproperty_new_status (lectern_session_get_cancelled (self->session)
                                         ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add (event, icalproperty_new_transp (takes_time (self, &time)
                                         ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));

  return TRUE;
}

static gboolean
add_texts (const LecternIcalEvent *self,
           icalcomponent          *event,
           const char             *summary,
           GError                **error)
{
  g_autofree char *description = describe (self);
  const char *location = lectern_session_get_location (self->session);

  if (!lectern_public_is_text (location) && is_meeting (self->session))
    location = lectern_head_get_default_location (self->head);
  if ((self->flags & LECTERN_ICAL_LOCATION) == 0)
    location = NULL;

  if (!lectern_ical_check_text (summary, summary, error) ||
      !lectern_ical_check_text (description, summary, error) ||
      !lectern_ical_check_text (location, summary, error))
    return FALSE;

  add (event, icalproperty_new_summary (summary));
  if (*description != '\0')
    add (event, icalproperty_new_description (description));
  if (lectern_public_is_text (location))
    add (event, icalproperty_new_location (location));

  return TRUE;
}

static void
add_url (const LecternIcalEvent *self,
         icalcomponent          *event)
{
  GListModel *papers = lectern_session_get_papers (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *address = lectern_public_web (lectern_paper_get_url (paper));

      if (address != NULL)
        {
          add (event, icalproperty_new_url (address));
          return;
        }
    }
}

static void
add_attachments (const LecternIcalEvent *self,
                 icalcomponent          *event)
{
  GListModel *resources = lectern_session_get_resources (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      g_autofree char *address = lectern_public_resource (self->head, resource, FALSE);
      icalattach *attachment;
      icalproperty *property;

      if (address == NULL)
        continue;

      attachment = icalattach_new_from_url (address);
      property = icalproperty_new_attach (attachment);
      icalattach_unref (attachment);
      if (lectern_resource_is_pdf (resource))
        icalproperty_add_parameter (property, icalparameter_new_fmttype ("application/pdf"));
      add (event, property);
    }
}

static icaltimetype
stamp (GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  icaltimetype time = icaltime_null_time ();

  g_date_time_get_ymd (utc, &time.year, &time.month, &time.day);
  time.hour = g_date_time_get_hour (utc);
  time.minute = g_date_time_get_minute (utc);
  time.second = g_date_time_get_second (utc);
  time.zone = icaltimezone_get_utc_timezone ();

  return time;
}

/* Lines of at most 75 octets, cut between characters: libical cuts a line of
 * just that length between its CR and its LF. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (text);
  guint length = 0;

  g_string_replace (whole, "\r\n ", "", 0);
  for (const char *c = whole->str; *c != '\0'; c = g_utf8_next_char (c))
    {
      guint n = g_utf8_next_char (c) - c;

      if (*c == '\r' || *c == '\n')
        {
          length = 0;
          n = 1;
        }
      else if (length + n > LINE_LENGTH)
        {
          g_string_append (folded, "\r\n ");
          length = 1 + n;
        }
      else
        {
          length += n;
        }
      g_string_append_len (folded, c, n);
    }

  return g_string_free (folded, FALSE);
}

static char *
to_text (icalcomponent *component)
{
  char *own = icalcomponent_as_ical_string_r (component);
  char *text = fold (own);

  free (own);
  icalcomponent_free (component);

  return text;
}

/**
 * lectern_ical_event_to_text:
 * @self: what the event is made of
 * @error: return location
 *
 * Writes the event of one session.  Its note stays in the schedule.
 *
 * Returns: (transfer full): from BEGIN:VEVENT to END:VEVENT, or %NULL with an
 *   error in %LECTERN_ICAL_ERROR
 */
char *
lectern_ical_event_to_text (const LecternIcalEvent  *self,
                            GError                 **error)
{
  g_autofree char *summary = summarize (self);
  icalcomponent *event;

  if (!lectern_ical_check_text (self->uid, summary, error))
    return NULL;

  event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  add (event, icalproperty_new_uid (self->uid));
  add (event, icalproperty_new_dtstamp (stamp (self->now)));
  add (event, icalproperty_new_sequence (self->sequence));
  if (!add_times (self, event, summary, error) || !add_texts (self, event, summary, error))
    {
      icalcomponent_free (event);
      return NULL;
    }
  add_url (self, event);
  add_attachments (self, event);

  return to_text (event);
}

/**
 * lectern_ical_head_to_text:
 * @head: the schedule's head
 * @error: return location
 *
 * Writes how the calendar begins.
 *
 * Returns: (transfer full): from BEGIN:VCALENDAR to its first event, or %NULL
 *   with %LECTERN_ICAL_ERROR_TEXT
 */
char *
lectern_ical_head_to_text (LecternHead  *head,
                           GError      **error)
{
  const char *title = lectern_head_get_title (head);
  icalcomponent *calendar;
  icalproperty *name;
  char *text;

  if (!lectern_ical_check_text (title, title, error))
    return NULL;

  calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  add (calendar, icalproperty_new_prodid ("-//lectern_app//Lectern//EN"));
  add (calendar, icalproperty_new_version ("2.0"));
  add (calendar, icalproperty_new_calscale ("GREGORIAN"));
  if (lectern_public_is_text (title))
    {
      /* The standard's name for it, and the one that most programs know. */
      add (calendar, icalproperty_new_name (title));
      name = icalproperty_new_x (title);
      icalproperty_set_x_name (name, "X-WR-CALNAME");
      add (calendar, name);
    }

  text = to_text (calendar);
  *g_strrstr (text, "END:VCALENDAR") = '\0';

  return text;
}
