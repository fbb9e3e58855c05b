/* lectern-window-versions.c: what the schedule's file held earlier
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-backup.h"
#include "lectern-draft.h"
#include "lectern-names.h"
#include "lectern-replace.h"
#include "lectern-text-differences.h"

/* The dialog, the window and its document at that time. */
typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
  GtkWindow       *dialog;
  GPtrArray       *versions;
} Versions;

static void
versions_free (Versions *self)
{
  g_object_unref (self->window);
  g_object_unref (self->document);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self);
}

static char *
describe (LecternSchedule *now,
          LecternBackup   *version,
          gboolean        *differs)
{
  gboolean rest = FALSE;
  guint n = 0;

  *differs = FALSE;
  if (version->schedule == NULL)
    return g_strdup (_("The file was no schedule"));

  n = lectern_replace_count (now, version->schedule, &rest);
  *differs = n > 0 || rest;
  if (n > 0)
    {
      g_autofree char *names = lectern_text_differences (now, version->schedule);
      g_autofree char *text = g_strdup_printf (ngettext ("%u session differs", "%u sessions differ", n), n);

      return g_strconcat (text, "\n", names, NULL);
    }

  return g_strdup (rest ? _("The group’s details or the order differ")
                        : _("As the schedule is now"));
}

static void
restore_cb (GtkButton *button,
            Versions  *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "version"));
  LecternBackup *version = g_ptr_array_index (self->versions, index);
  LecternWindow *window = self->window;

  if (window->document == self->document)
    {
      lectern_window_replace (window, version->schedule, _("Restore Earlier Version"));
      lectern_window_undo_toast (window, _("An earlier version was restored"));
    }
  gtk_window_close (self->dialog);
}

/* With its day, also if that is today. */
static char *
format_moment (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  if (moment == NULL)
    return lectern_draft_format_time (time);

  /* Translators: a day and the time of day, as of g_date_time_format() */
  return g_date_time_format (moment, _("%-e %B %Y, %H:%M"));
}

static GtkWidget *
make_row (Versions *self,
          guint     index)
{
  LecternBackup *version = g_ptr_array_index (self->versions, index);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = format_moment (version->time);
  g_autofree char *text = NULL;
  gboolean differs;

  text = describe (lectern_document_get_schedule (self->document), version, &differs);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (differs)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Restore"));
      /* Translators: a day and a time */
      g_autofree char *name = g_strdup_printf (_("Restore the Version of %s"), time);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, name);
      g_object_set_data (G_OBJECT (button), "version", GUINT_TO_POINTER (index));
      g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}

static GtkWidget *
make_content (Versions *self)
{
  GtkWidget *page;
  GtkWidget *group;

  if (self->versions->len == 0)
    {
      page = adw_status_page_new ();
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Earlier Versions"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                       _("What a save replaces is kept here."));
      return page;
    }

  page = adw_preferences_page_new ();
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Replaced by a Save"));
  for (guint i = 0; i < self->versions->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, i));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return page;
}

/* Takes the versions. */
static void
show_dialog (Versions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = make_content (self);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->dialog = g_object_new (ADW_TYPE_WINDOW,
                               "title", _("Earlier Versions"),
                               "transient-for", self->window,
                               "modal", TRUE,
                               "default-width", 360,
                               "default-height", 420,
                               NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self->dialog), controller);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self->dialog), box);
  g_object_set_data_full (G_OBJECT (self->dialog), "versions", self, (GDestroyNotify) versions_free);
  lectern_names_add (GTK_WIDGET (self->dialog));
  gtk_window_present (self->dialog);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Versions *self = user_data;

  self->versions = lectern_backup_find_finish (result, NULL);
  if (self->versions != NULL && self->window->document == self->document)
    show_dialog (self);
  else
    versions_free (self);
}

static void
show_versions_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LecternWindow *window = user_data;
  Versions *self;

  if (window->document == NULL || lectern_document_get_file (window->document) == NULL)
    return;

  if (window->editor != NULL)
    lectern_session_editor_commit (window->editor);
  self = g_new0 (Versions, 1);
  self->window = g_object_ref (window);
  self->document = g_object_ref (window->document);
  lectern_backup_find_async (lectern_document_get_file (window->document), NULL, found_cb, self);
}

static void
update (LecternWindow *self)
{
  lectern_window_enable_action (self, "show-versions",
                                self->document != NULL
                                && lectern_document_get_file (self->document) != NULL);
}

/* The window shows another document. */
void
lectern_window_follow_versions (LecternWindow *self)
{
  lectern_document_set_backups (self->document, TRUE);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static const GActionEntry entries[] = {
  { "show-versions", show_versions_cb },
};

void
lectern_window_add_version_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  update (self);
}
