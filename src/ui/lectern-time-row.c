/* lectern-time-row.c: at what time a session is, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-time-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-entry-row.h"
#include "lectern-text.h"

/**
 * LecternTimeRow:
 *
 * Time, duration and place, which few sessions have of their own.  Closed, it
 * tells what holds; what is in it is made when it is first opened.
 */
struct _LecternTimeRow
{
  AdwExpanderRow   parent_instance;

  LecternSubject  *subject;
  LecternEntryRow *time;
  LecternEntryRow *duration;
  LecternEntryRow *place;
};

G_DEFINE_FINAL_TYPE (LecternTimeRow, lectern_time_row, ADW_TYPE_EXPANDER_ROW)

static void
update_usual (LecternTimeRow *self)
{
  LecternHead *head = lectern_subject_get_head (self->subject);
  int duration = head != NULL ? lectern_head_get_default_duration (head) : 0;
  g_autofree char *minutes = duration > 0 ? g_strdup_printf ("%d", duration) : NULL;

  lectern_entry_row_set_usual (self->time, _("Time"),
                               head != NULL ? lectern_head_get_default_time (head) : NULL);
  lectern_entry_row_set_usual (self->duration, _("Duration in Minutes"), minutes);
  lectern_entry_row_set_usual (self->place, _("Place"),
                               head != NULL ? lectern_head_get_default_location (head) : NULL);
}

static void
update (LecternTimeRow *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);
  g_autofree char *text = NULL;

  if (session != NULL)
    text = lectern_text_time_and_place (session, lectern_subject_get_head (self->subject));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 text != NULL && *text != '\0' ? text : _("As Usual"));

  if (self->time == NULL)
    return;

  lectern_entry_row_bind (self->time, self->subject, LECTERN_RECORD (session), "");
  lectern_entry_row_bind (self->duration, self->subject, LECTERN_RECORD (session), "");
  lectern_entry_row_bind (self->place, self->subject, LECTERN_RECORD (session), "");
  update_usual (self);
}

static LecternEntryRow *
add_row (LecternTimeRow *self,
         const char     *member,
         const char     *title)
{
  GtkWidget *row = lectern_entry_row_new (member, title);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return LECTERN_ENTRY_ROW (row);
}

static void
expanded_cb (LecternTimeRow *self)
{
  if (self->time != NULL || self->subject == NULL)
    return;

  self->time = add_row (self, "time", _("Time"));
  self->duration = add_row (self, "duration", _("Duration in Minutes"));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->duration), GTK_INPUT_PURPOSE_DIGITS);
  self->place = add_row (self, "location", _("Place"));
  update (self);
}

static void
lectern_time_row_dispose (GObject *object)
{
  g_clear_object (&LECTERN_TIME_ROW (object)->subject);

  G_OBJECT_CLASS (lectern_time_row_parent_class)->dispose (object);
}

static void
lectern_time_row_class_init (LecternTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_time_row_dispose;
}

static void
lectern_time_row_init (LecternTimeRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Time and Place"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * lectern_time_row_bind:
 * @self: a row
 * @subject: what the editor is about
 *
 * Shows the session that @subject has now.
 */
void
lectern_time_row_bind (LecternTimeRow *self,
                       LecternSubject *subject)
{
  if (g_set_object (&self->subject, subject))
    g_signal_connect_object (subject, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  update (self);
}
