/* lectern-date-row.c: when a session is, typed or taken from a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-date-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-calendar.h"
#include "lectern-date.h"
#include "lectern-date-input.h"
#include "lectern-row-error.h"
#include "lectern-settings.h"
#include "lectern-text.h"

/* How wide the text may be where the pane is as narrow as it can be. */
#define ROOM 250

/**
 * LecternDateRow:
 *
 * The date of the session.  A date is taken as soon as it is one; until then
 * the text is the row's own.  When the focus leaves, what is not a date
 * becomes the user's own words for one, such as “TBD”; but numbers that can
 * only be meant as a date, and are none, stay the row's own, with a sentence.
 */
struct _LecternDateRow
{
  AdwEntryRow     parent_instance;

  GtkMenuButton  *calendar_button;
  LecternCalendar *calendar;

  LecternSubject *subject;
  guint64         key;

  /* What the model holds, as the row shows it. */
  char           *shown;
  gboolean        typing;
  gboolean        setting;
  gboolean        dirty;
  gboolean        has_error;
};

G_DEFINE_FINAL_TYPE (LecternDateRow, lectern_date_row, ADW_TYPE_ENTRY_ROW)

/* In full, unless the text is so large that it would be cut. */
static char *
dup_date (LecternDateRow *self,
          const GDate    *date)
{
  GtkWidget *entry = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));
  g_autofree char *full = lectern_text_full_date (date);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, full);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width > ROOM ? lectern_text_short_date (date) : g_steal_pointer (&full);
}

static char *
dup_model_text (LecternDateRow *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);
  const char *text;
  GDate date;

  if (session == NULL)
    return g_strdup ("");

  if (lectern_session_get_gdate (session, &date))
    return dup_date (self, &date);

  /* A date that does not exist is shown as it was written. */
  text = lectern_session_get_date (session);
  if (text == NULL)
    text = lectern_session_get_date_text (session);

  return g_strdup (text != NULL ? text : "");
}

static void
set_text (LecternDateRow *self,
          const char     *text)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int position = gtk_editable_get_position (editable);

  if (strcmp (gtk_editable_get_text (editable), text) == 0)
    return;

  self->setting = TRUE;
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, MIN (position, (int) g_utf8_strlen (text, -1)));
  self->setting = FALSE;
}

static void
set_error (LecternDateRow *self,
           const char     *error)
{
  if (error == NULL && !self->has_error)
    return;

  self->has_error = error != NULL;
  lectern_row_error_set (GTK_WIDGET (self),
                         GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                         error, TRUE);
}

static void
update_shown (LecternDateRow *self)
{
  g_free (self->shown);
  self->shown = dup_model_text (self);
}

static void
put_date (LecternDateRow *self,
          const GDate    *date)
{
  g_autofree char *value = lectern_date_format (date);
  g_autoptr (GError) error = NULL;

  self->typing = TRUE;
  if (!lectern_subject_type (self->subject, "date", value, &error))
    g_critical ("A date was refused: %s", error->message);
  self->typing = FALSE;

  update_shown (self);
}

static void
put_words (LecternDateRow *self,
           const char     *words)
{
  LecternSession *session = lectern_subject_get_session (self->subject);
  g_autoptr (GError) error = NULL;
  const char *path = "dateText";

  if (session == NULL)
    return;

  /* Nothing at all takes out what is there. */
  if (*words == '\0' && lectern_session_get_date (session) != NULL)
    path = "date";

  self->typing = TRUE;
  if (!lectern_subject_set (self->subject, path, words, &error))
    g_critical ("Words for a date were refused: %s", error->message);
  self->typing = FALSE;

  update_shown (self);
}

static void
text_changed_cb (LecternDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  GDate date;

  if (self->setting || self->subject == NULL)
    return;

  self->dirty = TRUE;
  set_error (self, NULL);
  lectern_subject_keep (self->subject, "date", "", NULL);
  if (lectern_date_input_parse (text, lectern_date_input_month_first (), NULL, &date))
    put_date (self, &date);
}

/* A date without a year is meant near the one that it was, or near today. */
static void
get_near (LecternDateRow *self,
          GDate          *near)
{
  LecternSession *session = lectern_subject_get_session (self->subject);

  if (session == NULL || !lectern_session_get_gdate (session, near))
    lectern_date_today (near);
}

static void
show_unreadable (LecternDateRow *self,
                 const char     *text)
{
  g_autofree char *error =
    g_strdup_printf (_("There is no day “%s” in the calendar, so the date has not changed."), text);

  lectern_subject_keep (self->subject, "date", self->shown, text);
  set_error (self, error);
}

static void
leave (LecternDateRow *self)
{
  g_autofree char *text = NULL;
  GDate near, date;

  if (!self->dirty || self->subject == NULL || lectern_subject_get_changing (self->subject))
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  self->dirty = FALSE;

  if (strcmp (text, self->shown) != 0)
    {
      get_near (self, &near);
      if (lectern_date_input_parse (text, lectern_date_input_month_first (), &near, &date))
        put_date (self, &date);
      else if (lectern_date_input_is_numeric (text))
        {
          show_unreadable (self, text);
          return;
        }
      else
        put_words (self, text);
    }

  set_text (self, self->shown);
}

static void
focus_left_cb (LecternDateRow *self)
{
  leave (self);
  if (self->subject != NULL && lectern_subject_get_history (self->subject) != NULL)
    lectern_history_seal (lectern_subject_get_history (self->subject));
}

static void
show_model (LecternDateRow *self)
{
  set_error (self, NULL);
  set_text (self, self->shown);
  self->dirty = FALSE;
}

static void
model_changed_cb (LecternDateRow *self)
{
  g_autofree char *text = NULL;

  if (self->typing)
    return;

  text = dup_model_text (self);
  if (strcmp (text, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  lectern_subject_keep (self->subject, "date", self->shown, NULL);
  show_model (self);
}

static void
day_chosen_cb (LecternDateRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  GDate day;

  lectern_calendar_get_day (self->calendar, &day);
  value = lectern_date_format (&day);
  if (!lectern_subject_set (self->subject, "date", value, &error))
    g_critical ("A date was refused: %s", error->message);
  gtk_menu_button_popdown (self->calendar_button);
}

/* Before the popover looks for what takes the focus. */
static void
show_day (LecternDateRow *self)
{
  GDate date, today;

  get_near (self, &date);
  lectern_date_today (&today);
  lectern_calendar_show_day (self->calendar, &date, &today);
  lectern_calendar_focus (self->calendar);
}

/* The calendar is made when it is first opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  LecternDateRow *self = user_data;
  GtkWidget *popover;

  leave (self);
  if (self->calendar == NULL)
    {
      popover = gtk_popover_new ();
      self->calendar = LECTERN_CALENDAR (lectern_calendar_new ());
      lectern_settings_bind_week_start (G_OBJECT (self->calendar));
      gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
      g_signal_connect_object (popover, "map", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->calendar, "chosen", G_CALLBACK (day_chosen_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, popover);
    }
}

static void
refit (LecternDateRow *self)
{
  if (self->subject != NULL && !self->dirty)
    model_changed_cb (self);
}

static void
lectern_date_row_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lectern_date_row_parent_class)->realize (widget);
  refit (LECTERN_DATE_ROW (widget));
}

static void
lectern_date_row_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (lectern_date_row_parent_class)->system_setting_changed (widget, setting);
  refit (LECTERN_DATE_ROW (widget));
}

static void
lectern_date_row_dispose (GObject *object)
{
  g_clear_object (&LECTERN_DATE_ROW (object)->subject);

  G_OBJECT_CLASS (lectern_date_row_parent_class)->dispose (object);
}

static void
lectern_date_row_finalize (GObject *object)
{
  g_free (LECTERN_DATE_ROW (object)->shown);

  G_OBJECT_CLASS (lectern_date_row_parent_class)->finalize (object);
}

static void
lectern_date_row_class_init (LecternDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lectern_date_row_dispose;
  object_class->finalize = lectern_date_row_finalize;
  widget_class->realize = lectern_date_row_realize;
  widget_class->system_setting_changed = lectern_date_row_system_setting_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternDateRow, calendar_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
lectern_date_row_init (LecternDateRow *self)
{
  self->shown = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_menu_button_set_create_popup_func (self->calendar_button, create_popup_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
}

static void
set_subject (LecternDateRow *self,
             LecternSubject *subject)
{
  if (self->subject != NULL)
    g_signal_handlers_disconnect_by_data (self->subject, self);

  g_set_object (&self->subject, subject);
  g_signal_connect_object (subject, "leave", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "changed", G_CALLBACK (model_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * lectern_date_row_bind:
 * @self: a row
 * @subject: what the editor is about
 *
 * Binds the row to the session that @subject has now.
 */
void
lectern_date_row_bind (LecternDateRow *self,
                       LecternSubject *subject)
{
  LecternSession *session = lectern_subject_get_session (subject);
  guint64 key = session != NULL ? lectern_session_get_key (session) : 0;
  g_autofree char *kept = NULL;

  if (self->subject != subject)
    set_subject (self, subject);

  if (key == self->key)
    {
      model_changed_cb (self);
      return;
    }

  self->key = key;
  update_shown (self);
  show_model (self);

  kept = g_strdup (lectern_subject_find_kept (subject, "date", self->shown));
  if (kept != NULL)
    {
      set_text (self, kept);
      show_unreadable (self, kept);
    }
}
