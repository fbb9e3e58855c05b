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
  char                   *before;   /* where they are, if they are to move */
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
  g_free (self->before);
  g_free (self);
}

/* As people type it: with spaces around it, or a slash at its end. */
static char *
dup_folder (Question *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  GString *folder = g_string_new (g_path_is_absolute (text) ? "/" : NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0' || g_str_equal (parts[i], "."))
        continue;
      if (folder->len > 0 && folder->str[folder->len - 1] != '/')
        g_string_append_c (folder, '/');
      g_string_append (folder, parts[i]);
    }

  return g_string_free (folder, FALSE);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *self = user_data;
  g_autofree char *folder = dup_folder (self);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  answer (self, g_str_equal (response, "use") ? folder : NULL);
}

/* What can be said of it before it is tried. */
static gboolean
is_folder (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);

  return *text != '\0' && !g_path_is_absolute (text)
         && !g_strv_contains ((const char * const *) parts, "..");
}

static void
changed_cb (Question *self)
{
  g_autofree char *folder = dup_folder (self);

  adw_message_dialog_set_response_enabled (self->dialog, "use",
                                           is_folder (folder) && g_strcmp0 (folder, self->before) != 0);
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
make_entry (Question   *self,
            const char *folder)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Folder"), -1);
  gtk_editable_set_text (self->entry, folder);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  return list;
}

static GtkWidget *
make_choices (Question  *self,
              char     **folders)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
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

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), make_entry (self, folders[0]));

  return box;
}

/* The dialog frees the question with it. */
static void
ask (Question   *self,
     const char *title,
     const char *text,
     GtkWidget  *choices,
     const char *verb)
{
  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->parent, title, text));
  adw_message_dialog_set_extra_child (self->dialog, choices);
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), "use", verb, NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "use");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  changed_cb (self);
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self, question_free, 0);
  lectern_names_add (GTK_WIDGET (self->dialog));
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Question *self = user_data;
  g_autoptr (LecternNotesScan) scan = lectern_notes_scan_finish (result, NULL);

  ask (self, _("Where Are the Notes Kept?"),
       _("In a folder inside the schedule’s folder, so that the page can link to them. It is made if it is not there."),
       make_choices (self, scan->folders), _("_Keep Notes There"));
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

/**
 * lectern_notes_folder_ask_place:
 * @parent: the window that asks
 * @folder: where the notes are kept
 * @func: (scope async): called once with the answer
 * @user_data: for @func
 *
 * Asks what the folder of the notes is to be called, and where it is to be.
 */
void
lectern_notes_folder_ask_place (GtkWindow              *parent,
                                const char             *folder,
                                LecternNotesFolderFunc  func,
                                gpointer                user_data)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->before = g_strdup (folder);
  self->func = func;
  self->user_data = user_data;
  ask (self, _("Move the Notes Folder"),
       _("It gets this name and place inside the schedule’s folder. All sessions follow, and the schedule is saved."),
       make_entry (self, folder), _("_Move"));
  gtk_window_set_focus (GTK_WINDOW (self->dialog), GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}
