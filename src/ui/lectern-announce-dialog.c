/* lectern-announce-dialog.c: what to tell the group, to be copied or sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-announce-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-announcement.h"
#include "lectern-date.h"
#include "lectern-dialog.h"
#include "lectern-edit.h"
#include "lectern-names.h"
#include "lectern-settings.h"
#include "lectern-text-view.h"
#include "lectern-text.h"

/**
 * LecternAnnounceDialog:
 *
 * Writes what to tell the group about a session; the text can be changed
 * before it is copied or sent, and so can the template, which is the
 * schedule's.
 */
struct _LecternAnnounceDialog
{
  AdwWindow        parent_instance;

  LecternDocument *document;
  LecternSession  *session;
  GDate            today;

  /* The template of the preferences, if it counts. */
  GSettings       *settings;
  char            *preferred;
  char            *subject;
  GtkTextBuffer   *text;
  GtkTextBuffer   *template;
  GtkWidget       *template_row;
  GtkLabel        *error;
  GtkWidget       *reset;
  GtkWidget       *verb;
  GtkWidget       *mail;
  gboolean         filling;
};

enum
{
  SIGNAL_COPIED,
  SIGNAL_MAIL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAnnounceDialog, lectern_announce_dialog, ADW_TYPE_WINDOW)

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The schedule's own template counts more than that of the preferences. */
static void
update_preferred (LecternAnnounceDialog *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  const char *own = lectern_head_get_announcement (lectern_schedule_get_head (schedule));
  g_autofree char *preferred = lectern_settings_dup_string (LECTERN_SETTINGS_ANNOUNCEMENT);

  g_clear_pointer (&self->preferred, g_free);
  if (own == NULL && preferred != NULL && *preferred != '\0'
      && lectern_announcement_takes_template (self->session))
    self->preferred = g_steal_pointer (&preferred);
}

/* Writes the text anew, from the template as it is now. */
static void
update (LecternAnnounceDialog *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  LecternHead *head = lectern_schedule_get_head (schedule);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  update_preferred (self);
  text = lectern_announcement_write (schedule, self->session, &self->today, self->preferred, &error);
  if (text != NULL)
    gtk_text_buffer_set_text (self->text, text, -1);
  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_sensitive (self->verb, error == NULL);
  gtk_widget_set_sensitive (self->mail, error == NULL);
  gtk_widget_set_sensitive (self->reset, lectern_head_get_announcement (head) != NULL);
}

static void
fill_template (LecternAnnounceDialog *self)
{
  const char *template =
    lectern_announcement_get_template (lectern_document_get_schedule (self->document),
                                       self->session, &self->today, TRUE);

  update_preferred (self);
  self->filling = TRUE;
  gtk_text_buffer_set_text (self->template, self->preferred != NULL ? self->preferred : template, -1);
  self->filling = FALSE;
}

static void
set_template (LecternAnnounceDialog *self,
              const char            *template)
{
  g_autoptr (GError) error = NULL;

  /* Any text will do; only the whole schedule could refuse it. */
  if (!lectern_edit_set_head (lectern_document_get_history (self->document), "announcement",
                              template, &error))
    gtk_label_set_text (self->error, error->message);
}

static void
template_changed_cb (LecternAnnounceDialog *self)
{
  g_autofree char *template = NULL;

  if (self->filling)
    return;

  template = get_text (self->template);
  set_template (self, template);
  update (self);
}

/* Another window may show the preferences. */
static void
preferences_changed_cb (LecternAnnounceDialog *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);

  if (lectern_head_get_announcement (lectern_schedule_get_head (schedule)) != NULL)
    return;

  fill_template (self);
  update (self);
}

static void
reset_cb (LecternAnnounceDialog *self)
{
  set_template (self, "");
  lectern_history_seal (lectern_document_get_history (self->document));
  fill_template (self);
  update (self);
}

static void
copy_cb (LecternAnnounceDialog *self)
{
  g_autofree char *text = get_text (self->text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_COPIED], 0);
}

static void
mail_cb (LecternAnnounceDialog *self)
{
  g_autofree char *text = get_text (self->text);
  g_autofree char *uri = lectern_announcement_mailto (self->subject, text);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_MAIL], 0, uri);
}

static GtkWidget *
make_view (const char     *name,
           GtkTextBuffer **buffer)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *view = g_object_new (LECTERN_TYPE_TEXT_VIEW, NULL);

  *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (row, "text-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), view);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);

  return row;
}

static GtkWidget *
make_letter (LecternAnnounceDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *subject = lectern_dialog_make_row (_("Subject"), self->subject, NULL);

  self->mail = gtk_button_new_with_mnemonic (_("Send by _Mail…"));
  gtk_widget_set_tooltip_text (self->mail, _("Open the Mail Program with This Text"));
  gtk_widget_set_halign (self->mail, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->mail, 12);
  g_signal_connect_object (self->mail, "clicked", G_CALLBACK (mail_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), subject);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_view (_("Text"), &self->text));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->mail);

  return group;
}

static GtkWidget *
make_template (LecternAnnounceDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->template_row = make_view (_("Template"), &self->template);
  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_xalign (self->error, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->error), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");

  self->reset = gtk_button_new_with_mnemonic (_("_Reset"));
  gtk_widget_set_tooltip_text (self->reset, _("Use the Template of the Preferences"));
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->reset, "flat");
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Template"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("What stands in braces is filled in for each meeting. It is saved with the schedule."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->reset);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->template_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->error));

  return group;
}

static void
fill (LecternAnnounceDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *template;
  g_autofree char *date = lectern_text_session_date (self->session);

  self->verb = lectern_dialog_add_header (GTK_WINDOW (self), box, _("Announcement"), date,
                                          _("_Close"), _("_Copy"));
  g_signal_connect_object (self->verb, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_letter (self)));
  template = make_template (self);
  /* A break or what is cancelled has words of its own. */
  gtk_widget_set_visible (template, lectern_announcement_takes_template (self->session));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (template));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  lectern_names_add (GTK_WIDGET (self));

  fill_template (self);
  g_signal_connect_object (self->template, "changed", G_CALLBACK (template_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->settings = lectern_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" LECTERN_SETTINGS_ANNOUNCEMENT,
                             G_CALLBACK (preferences_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_widget_grab_focus (self->verb);
}

static void
lectern_announce_dialog_dispose (GObject *object)
{
  LecternAnnounceDialog *self = LECTERN_ANNOUNCE_DIALOG (object);

  if (self->document != NULL)
    lectern_history_seal (lectern_document_get_history (self->document));
  g_clear_object (&self->settings);
  g_clear_pointer (&self->preferred, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_pointer (&self->subject, g_free);

  G_OBJECT_CLASS (lectern_announce_dialog_parent_class)->dispose (object);
}

static void
lectern_announce_dialog_class_init (LecternAnnounceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_announce_dialog_dispose;

  /**
   * LecternAnnounceDialog::copied:
   * @self: the dialog
   *
   * The text is on the clipboard.
   */
  signals[SIGNAL_COPIED] =
    g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternAnnounceDialog::mail:
   * @self: the dialog
   * @uri: an address for the mail program
   *
   * A letter is to be begun.
   */
  signals[SIGNAL_MAIL] =
    g_signal_new ("mail", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
lectern_announce_dialog_init (LecternAnnounceDialog *self)
{
  lectern_date_today (&self->today);
  lectern_dialog_prepare (GTK_WINDOW (self), 520);
}

/**
 * lectern_announce_dialog_new:
 * @parent: the window that it is for
 * @document: a document
 * @session: one of its sessions
 *
 * Makes a dialog with what to tell the group about @session.
 *
 * Returns: (transfer none): the dialog
 */
LecternAnnounceDialog *
lectern_announce_dialog_new (GtkWindow       *parent,
                             LecternDocument *document,
                             LecternSession  *session)
{
  LecternAnnounceDialog *self = g_object_new (LECTERN_TYPE_ANNOUNCE_DIALOG,
                                              "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->subject = lectern_announcement_subject (lectern_document_get_schedule (document), session);
  fill (self);

  return self;
}
