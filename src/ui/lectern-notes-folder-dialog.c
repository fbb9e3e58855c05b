/* lectern-notes-folder-dialog.c: asks where the notes are to be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-folder-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-names.h"
#include "lectern-notes-scan.h"

typedef struct
{
  GtkWindow              *parent;
  LecternNotesFolderFunc  func;
  gpointer                user_data;
  AdwMessageDialog       *dialog;
  GtkEditable            *entry;
} Question;

static void
answer (Question   *self,
        const char *folder)
{
  LecternNotesFolderFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (folder, self->user_data);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  answer (self, NULL);
  g_object_unref (self->parent);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *self = user_data;
  g_autofree char *folder = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  answer (self, g_str_equal (response, "use") ? folder : NULL);
}

/* What can be said of it before it is tried. */
static gboolean
is_folder (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = g_strsplit (stripped, "/", -1);

  return *stripped != '\0' && !g_path_is_absolute (stripped)
         && !g_strv_contains ((const char * const *) parts, "..");
}

static void
changed_cb (Question *self)
{
  adw_message_dialog_set_response_enabled (self->dialog, "use",
                                           is_folder (gtk_editable_get_text (self->entry)));
}

static void
row_activated_cb (GtkListBox *box,
                  GtkWidget  *row,
                  gpointer    user_data)
{
  Question *self = user_data;

  gtk_editable_set_text (self->entry, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static GtkWidget *
make_choices (Question  *self,
              char     **folders)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry_list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (entry_list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (entry_list, "boxed-list");
  for (guint i = 0; folders[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), folders[i]);
      if (folders[i + 1] != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Holds PDFs already"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Folder"), -1);
  gtk_editable_set_text (self->entry, folders[0]);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (entry_list), entry);

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), entry_list);

  return box;
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Question *self = user_data;
  g_autoptr (LecternNotesScan) scan = lectern_notes_scan_finish (result, NULL);

  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->parent, _("Where Are the Notes Kept?"),
                                                             _("In a folder inside the schedule’s folder, so that the page can link to them. It is made if it is not there.")));
  adw_message_dialog_set_extra_child (self->dialog, make_choices (self, scan->folders));
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), "use", _("_Keep Notes There"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "use");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self, question_free, 0);
  lectern_names_add (GTK_WIDGET (self->dialog));
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/**
 * lectern_notes_folder_ask:
 * @parent: the window that asks
 * @document: a document that has a file
 * @func: (scope async): called once with the answer
 * @user_data: for @func
 *
 * Asks for the folder of the notes, and suggests those that hold PDFs.
 */
void
lectern_notes_folder_ask (GtkWindow              *parent,
                          LecternDocument        *document,
                          LecternNotesFolderFunc  func,
                          gpointer                user_data)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->func = func;
  self->user_data = user_data;
  /* Not cancelled: it looks at a limited number of names only. */
  lectern_notes_scan_async (lectern_document_get_file (document),
                            lectern_document_get_schedule (document), NULL, scanned_cb, self);
}
