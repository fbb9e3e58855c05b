/* lectern-window-open.c: choosing what to open, and the actions of files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include "lectern-chooser.h"
#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-names.h"

#define SCHEDULE_ENDING ".lectern.json"
#define MANY_FILES 10000

static void
open_file (LecternWindow *self,
           GFile         *file)
{
  lectern_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), self, file);
}

static void
file_chosen_cb (gpointer  window,
                GFile    *file)
{
  open_file (window, file);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LecternWindow *self = user_data;
  GtkFileChooserNative *chooser = lectern_chooser_new (GTK_WINDOW (self), _("Open Schedule"),
                                                       GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  lectern_chooser_add_filter (chooser, _("Schedules"), "*" SCHEDULE_ENDING, NULL);
  lectern_chooser_add_filter (chooser, _("JSON Files"), "*.json", NULL);
  lectern_chooser_add_filter (chooser, _("All Files"), "*", NULL);
  lectern_chooser_ask (chooser, file_chosen_cb, self);
}

static void
none_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  LecternWindow    *self)
{
  if (g_str_equal (response, "new"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-schedule", NULL);
}

static void
say_none (LecternWindow *self,
          GFile         *folder)
{
  g_autofree char *name = g_file_get_parse_name (folder);
  g_autofree char *base = g_filename_display_basename (name);
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self),
                                                       _("No Schedule in This Folder"), NULL));
  /* Translators: the first %s is the name of a folder, the second the ending
   * of the names of schedules. */
  adw_message_dialog_format_body (dialog,
                                  _("“%s” holds no file whose name ends in “%s”. You can begin a new schedule and save it there."),
                                  base, SCHEDULE_ENDING);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "new", _("_New Schedule"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "new", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "new");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (none_response_cb), self, 0);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
schedule_activated_cb (GtkListBox    *box,
                       GtkListBoxRow *row,
                       LecternWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (row), "lectern-file");
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (box), ADW_TYPE_MESSAGE_DIALOG);

  open_file (self, file);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
ask_which (LecternWindow *self,
           GPtrArray     *files)
{
  AdwMessageDialog *dialog;
  GtkWidget *box = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Open Which Schedule?"), NULL));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "lectern-file", g_object_ref (file), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (box), row);
    }
  g_signal_connect_object (box, "row-activated", G_CALLBACK (schedule_activated_cb), self, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_message_dialog_set_extra_child (dialog, scroller);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile **) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile **) b);

  return g_strcmp0 (name_a, name_b);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GFileEnumerator *enumerator = G_FILE_ENUMERATOR (source);
  g_autoptr (LecternWindow) self = user_data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autolist (GFileInfo) infos = g_file_enumerator_next_files_finish (enumerator, result, &error);

  if (error != NULL)
    {
      lectern_window_toast (self, error->message);
      return;
    }

  for (GList *l = infos; l != NULL; l = l->next)
    {
      if (g_str_has_suffix (g_file_info_get_name (l->data), SCHEDULE_ENDING))
        g_ptr_array_add (files, g_file_enumerator_get_child (enumerator, l->data));
    }

  g_ptr_array_sort (files, compare_names);
  if (files->len == 0)
    say_none (self, g_file_enumerator_get_container (enumerator));
  else if (files->len == 1)
    open_file (self, g_ptr_array_index (files, 0));
  else
    ask_which (self, files);
}

static void
enumerated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) enumerator = NULL;

  enumerator = g_file_enumerate_children_finish (G_FILE (source), result, &error);
  if (enumerator == NULL)
    lectern_window_toast (self, error->message);
  else
    g_file_enumerator_next_files_async (enumerator, MANY_FILES, G_PRIORITY_DEFAULT, NULL,
                                        listed_cb, g_steal_pointer (&self));
}

/**
 * lectern_window_open_folder:
 * @self: a window
 * @folder: a folder
 *
 * Opens the schedule in @folder, asks which if there are several, and says
 * so if there is none.
 */
void
lectern_window_open_folder (LecternWindow *self,
                            GFile         *folder)
{
  g_file_enumerate_children_async (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                   G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                                   enumerated_cb, g_object_ref (self));
}

static void
folder_chosen_cb (gpointer  window,
                  GFile    *folder)
{
  lectern_window_open_folder (window, folder);
}

static void
open_folder_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_chooser_ask (lectern_chooser_new (GTK_WINDOW (self), _("Open Folder"),
                                            GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Open")),
                       folder_chosen_cb, self);
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

static void
new_schedule_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autoptr (LecternDocument) document = lectern_document_new ();

  g_clear_object (&self->loading);
  lectern_window_set_document (self, document);
}

static void
shown_in_editor_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error))
    lectern_window_toast (self, error->message);
}

static void
show_in_editor_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autoptr (GAppInfo) editor = g_app_info_get_default_for_type ("text/plain", FALSE);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GList) uris = NULL;

  if (self->loading == NULL)
    return;
  if (editor == NULL)
    {
      lectern_window_toast (self, _("There is no text editor"));
      return;
    }

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));
  uri = g_file_get_uri (self->loading);
  uris = g_list_append (NULL, uri);
  g_app_info_launch_uris_async (editor, uris, G_APP_LAUNCH_CONTEXT (context), NULL,
                                shown_in_editor_cb, g_object_ref (self));
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  lectern_window_save (user_data, FALSE, NULL, NULL);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  lectern_window_save (user_data, TRUE, NULL, NULL);
}

static const GActionEntry entries[] = {
  { "new-schedule", new_schedule_cb },
  { "open", open_cb },
  { "open-folder", open_folder_cb },
  { "open-recent", open_recent_cb, "s" },
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "show-in-editor", show_in_editor_cb },
};

void
lectern_window_add_file_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
