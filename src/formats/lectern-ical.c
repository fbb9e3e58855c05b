/* lectern-ical.c: a schedule as a calendar, iCalendar (RFC 5545)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-ical-event.h"
#include "lectern-ical-merge.h"
#include "lectern-ical-scan.h"
#include "lectern-ical-time.h"
#include "lectern-public.h"

G_DEFINE_QUARK (lectern-ical-error-quark, lectern_ical_error)

/* Where the schedule's head has no id. */
#define NO_HEAD "lectern"

/* What Lectern writes; whatever else stands in an old calendar is not ours,
 * and stays.  DURATION is DTEND in other words. */
static const char * const event_properties[] = {
  "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "SUMMARY",
  "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "URL", "ATTACH", NULL
};
static const char * const head_properties[] = {
  "PRODID", "VERSION", "CALSCALE", "NAME", "X-WR-CALNAME", NULL
};

typedef struct
{
  LecternSchedule   *schedule;
  LecternHead       *head;
  GTimeZone         *zone;
  LecternIcalFlags   flags;
  GDateTime         *now;
  LecternIcalReport *report;

  GPtrArray         *sessions;  /* those that become events */
  GPtrArray         *uids;      /* as many */
  GHashTable        *wanted;    /* the same, as a set */

  LecternIcalScan   *old;
  GHashTable        *old_uids;  /* uid to index of a piece */
  guint              next_piece;
  GString           *text;
} Export;

static void
export_clear (Export *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->uids, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->old, lectern_ical_scan_free);
  g_clear_pointer (&self->old_uids, g_hash_table_unref);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static const char *
get_domain (Export *self)
{
  const char *id = lectern_head_get_id (self->head);

  return lectern_public_is_text (id) ? id : NO_HEAD;
}

static void
choose_sessions (Export *self)
{
  guint n = lectern_schedule_get_n_sessions (self->schedule);

  self->sessions = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self->schedule, i);
      GDate date;

      if (lectern_session_get_kind (session) == LECTERN_KIND_ANNOUNCEMENT &&
          (self->flags & LECTERN_ICAL_ANNOUNCEMENTS) == 0)
        self->report->announcements++;
      else if (!lectern_session_get_gdate (session, &date))
        self->report->undated++;
      else
        g_ptr_array_add (self->sessions, session);
    }
  self->report->events = self->sessions->len;
}

/* A session that has an id to itself is known by it.  Others get what no id
 * is made like: a date, or the repeated id, with the number of the repeat. */
static void
choose_uids (Export *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  const char *domain = get_domain (self);

  self->uids = g_ptr_array_new_full (self->sessions->len, g_free);
  self->wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const char *id = lectern_session_get_id (g_ptr_array_index (self->sessions, i));

      g_ptr_array_add (self->uids, NULL);
      if (lectern_public_is_text (id) && g_hash_table_add (taken, (gpointer) id))
        {
          g_ptr_array_index (self->uids, i) = g_strconcat (id, "@", domain, NULL);
          g_hash_table_add (self->wanted, g_ptr_array_index (self->uids, i));
        }
    }

  for (guint i = 0; i < self->sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (self->sessions, i);
      const char *id = lectern_session_get_id (session);
      gboolean has_id = lectern_public_is_text (id);
      g_autofree char *uid = NULL;
      guint number = has_id ? 2 : 1;

      if (g_ptr_array_index (self->uids, i) != NULL)
        continue;
      self->report->without_id++;
      do
        {
          g_free (uid);
          uid = g_strdup_printf ("%s~%u@%s", has_id ? id : lectern_session_get_date (session),
                                 number++, domain);
        }
      while (g_hash_table_contains (self->wanted, uid));
      g_hash_table_add (self->wanted, uid);
      g_ptr_array_index (self->uids, i) = g_steal_pointer (&uid);
    }
}

/* Whether a UID has the form of the schedule's own; before it had an id of
 * its own, the schedule called itself by a common one. */
static gboolean
is_own (Export     *self,
        const char *uid)
{
  const char *at = uid != NULL ? strrchr (uid, '@') : NULL;
  g_autofree char *local = NULL;
  g_autofree char *renamed = NULL;

  if (at == NULL)
    return FALSE;
  if (strcmp (at + 1, get_domain (self)) == 0)
    return TRUE;
  if (strcmp (at + 1, NO_HEAD) != 0)
    return FALSE;

  local = g_strndup (uid, at - uid);
  renamed = g_strconcat (local, "@", get_domain (self), NULL);

  return g_hash_table_contains (self->wanted, renamed);
}

static gboolean
read_old (Export  *self,
          GBytes  *old,
          GError **error)
{
  self->old_uids = g_hash_table_new (g_str_hash, g_str_equal);
  if (old == NULL || g_bytes_get_size (old) == 0)
    return TRUE;

  self->old = lectern_ical_scan (old, error);
  if (self->old == NULL)
    return FALSE;

  for (guint i = 0; i < self->old->pieces->len; i++)
    {
      LecternIcalPiece *piece = g_ptr_array_index (self->old->pieces, i);

      if (!is_own (self, piece->uid))
        self->report->foreign++;
      else if (!g_hash_table_contains (self->wanted, piece->uid) ||
               g_hash_table_contains (self->old_uids, piece->uid))
        self->report->removed++;
      else
        g_hash_table_insert (self->old_uids, piece->uid, GUINT_TO_POINTER (i));
    }

  return TRUE;
}

/* A line that has strayed among the events, and would say once more what the
 * head says if it came to stand there. */
static gboolean
repeats_head (Export           *self,
              LecternIcalPiece *piece)
{
  return piece->n == 1 &&
         g_strv_contains (head_properties, lectern_ical_scan_line (self->old, piece->first)->name);
}

/* Others' pieces go along with the event that they follow: behind a piece of
 * the old calendar, or behind its head, all that follow it up to the next event
 * that stays. */
static void
append_foreign_after (Export *self,
                      guint   index)
{
  gboolean behind_head = index == 0;

  for (guint i = index; i < self->old->pieces->len; i++)
    {
      LecternIcalPiece *piece = g_ptr_array_index (self->old->pieces, i);
      gpointer place;

      if (is_own (self, piece->uid))
        {
          if (g_hash_table_lookup_extended (self->old_uids, piece->uid, NULL, &place) &&
              GPOINTER_TO_UINT (place) == i)
            return;
        }
      else if (!behind_head || !repeats_head (self, piece))
        {
          lectern_ical_scan_append_lines (self->old, piece->first, piece->n, self->text);
          behind_head = behind_head && piece->n == 1;
        }
    }
}

/* A calendar that lies in a Git repository may have lost its carriage
 * returns: what is new then goes without them too.  No text holds any. */
static char *
follow_line_ends (Export *self,
                  char   *fresh)
{
  GString *text;

  if (fresh == NULL || self->old == NULL || self->old->crlf)
    return fresh;

  text = g_string_new (fresh);
  g_free (fresh);
  g_string_replace (text, "\r\n", "\n", 0);

  return g_string_free (text, FALSE);
}

static gboolean
append_head (Export  *self,
             GError **error)
{
  g_autofree char *fresh = follow_line_ends (self, lectern_ical_head_to_text (self->head, error));

  if (fresh == NULL)
    return FALSE;

  if (self->old == NULL)
    {
      g_string_append (self->text, fresh);
      return TRUE;
    }

  lectern_ical_merge_piece (self->old, 0, self->old->head, fresh, head_properties, self->text);
  append_foreign_after (self, 0);

  return TRUE;
}

static gboolean
append_event (Export  *self,
              guint    index,
              GError **error)
{
  LecternIcalPiece *piece = NULL;
  LecternIcalEvent event = {
    .head = self->head,
    .zone = self->zone,
    .flags = self->flags,
    .now = self->now,
    .session = g_ptr_array_index (self->sessions, index),
    .uid = g_ptr_array_index (self->uids, index),
  };
  g_autofree char *fresh = NULL;
  gpointer place;

  if (g_hash_table_lookup_extended (self->old_uids, event.uid, NULL, &place))
    {
      piece = g_ptr_array_index (self->old->pieces, GPOINTER_TO_UINT (place));
      event.sequence = piece->sequence + 1;
    }

  fresh = follow_line_ends (self, lectern_ical_event_to_text (&event, error));
  if (fresh == NULL)
    return FALSE;
  if (self->zone == NULL && strstr (fresh, "\nDTSTART:") != NULL)
    self->report->floating++;

  if (piece == NULL)
    {
      g_string_append (self->text, fresh);
      return TRUE;
    }

  if (lectern_ical_merge_piece (self->old, piece->first, piece->n, fresh,
                                event_properties, self->text))
    self->report->kept++;
  else
    self->report->changed++;
  append_foreign_after (self, GPOINTER_TO_UINT (place) + 1);

  return TRUE;
}

static void
append_end (Export *self)
{
  if (self->old != NULL)
    lectern_ical_scan_append_lines (self->old, self->old->end,
                                    self->old->lines->len - self->old->end, self->text);
  else
    g_string_append (self->text, "END:VCALENDAR\r\n");
}

/**
 * lectern_ical_write:
 * @schedule: a schedule
 * @old: (nullable): the calendar that the new one replaces
 * @flags: what to write only because it was asked for
 * @now: the time of writing
 * @report: (out caller-allocates) (optional): what was written and what not
 * @error: return location
 *
 * Writes a schedule as a calendar, an event for each session that has a date.
 *
 * An event that means the same as in @old keeps its bytes; one that changed
 * keeps what other programs have added to it, and its SEQUENCE rises.  What
 * of @old is not of this schedule is kept in place.
 *
 * Notes are private and never written.
 *
 * Returns: (transfer full): the new calendar, or %NULL with an error in
 *   %LECTERN_ICAL_ERROR
 */
GBytes *
lectern_ical_write (LecternSchedule    *schedule,
                    GBytes             *old,
                    LecternIcalFlags    flags,
                    GDateTime          *now,
                    LecternIcalReport  *report,
                    GError            **error)
{
  LecternIcalReport own_report;
  g_auto (Export) self = {
    .schedule = schedule,
    .head = lectern_schedule_get_head (schedule),
    .flags = flags,
    .now = now,
    .report = report != NULL ? report : &own_report,
    .text = g_string_new (NULL),
  };
  gsize length;

  memset (self.report, 0, sizeof *self.report);

  if (!lectern_ical_zone (lectern_head_get_timezone (self.head), &self.zone, error))
    return NULL;
  choose_sessions (&self);
  choose_uids (&self);
  if (!read_old (&self, old, error) || !append_head (&self, error))
    return NULL;
  for (guint i = 0; i < self.sessions->len; i++)
    {
      if (!append_event (&self, i, error))
        return NULL;
    }
  append_end (&self);

  length = self.text->len;

  return g_bytes_new_take (g_string_free (g_steal_pointer (&self.text), FALSE), length);
}

/* Takes the sentence; there is none about nothing. */
static void
append_sentence (GString *text,
                 guint    number,
                 char    *sentence)
{
  if (number > 0 && text->len > 0)
    g_string_append_c (text, '\n');
  if (number > 0)
    g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * lectern_ical_report_describe:
 * @self: a report
 *
 * Says what the user should know of an export: what was left out, and what
 * was done with the calendar that it replaced.
 *
 * Returns: (transfer full) (nullable): sentences, one a line, or %NULL if
 *   there is nothing to say
 */
char *
lectern_ical_report_describe (const LecternIcalReport *self)
{
  GString *text = g_string_new (NULL);

  append_sentence (text, self->announcements,
                   g_strdup_printf (ngettext ("%u announcement was left out.",
                                              "%u announcements were left out.",
                                              self->announcements),
                                    self->announcements));
  append_sentence (text, self->undated,
                   g_strdup_printf (ngettext ("%u session without a date was left out.",
                                              "%u sessions without a date were left out.",
                                              self->undated),
                                    self->undated));
  append_sentence (text, self->without_id,
                   g_strdup_printf (ngettext ("%u session has no id of its own: if its date changes, calendars take it for another.",
                                              "%u sessions have no id of their own: if their dates change, calendars take them for others.",
                                              self->without_id),
                                    self->without_id));
  append_sentence (text, self->floating,
                   g_strdup_printf (ngettext ("The schedule names no time zone: the time of %u session is that of wherever the calendar is read.",
                                              "The schedule names no time zone: the times of %u sessions are those of wherever the calendar is read.",
                                              self->floating),
                                    self->floating));
  append_sentence (text, self->removed,
                   g_strdup_printf (ngettext ("%u event that is no longer in the schedule was removed.",
                                              "%u events that are no longer in the schedule were removed.",
                                              self->removed),
                                    self->removed));
  append_sentence (text, self->foreign,
                   g_strdup_printf (ngettext ("%u entry of the old calendar is not of this schedule, and was kept.",
                                              "%u entries of the old calendar are not of this schedule, and were kept.",
                                              self->foreign),
                                    self->foreign));

  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);

  return NULL;
}
