/* lectern-window-notes.c: PDFs and links come into the window: chosen, dropped
 * or pasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-attach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-edit.h"

static void
commit (LecternWindow *self)
{
  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (lectern_document_get_history (self->document));
}

/* A link becomes a resource, or the paper of a new session. */
static void
take_link (LecternWindow *self,
           guint64        key,
           const char    *url)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  LecternSession *session = NULL;
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  g_autofree char *assignment = g_strconcat ("papers[0].url=", url, NULL);
  g_autoptr (GError) error = NULL;

  commit (self);
  if (key != 0)
    session = lectern_schedule_find_key (lectern_document_get_schedule (self->document), key, NULL);
  if (key == 0)
    {
      session = lectern_edit_add (history, (const char *[]) { assignment, NULL }, &error);
    }
  else if (session != NULL && lectern_edit_check (session, "resources[0].url", url, &error))
    {
      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_URL, url);
      lectern_edit_add_resource (history, session, resource);
    }

  if (error != NULL)
    {
      lectern_window_toast (self, error->message);
      return;
    }
  if (session == NULL)
    return;

  lectern_session_list_reveal (self->list, lectern_session_get_key (session), FALSE);
  lectern_window_undo_toast (self, key == 0 ? _("A session was made of the link")
                                            : _("The link is attached"));
}

static gboolean
is_link (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

/* Lines of text: links, and files by their addresses or paths. */
static void
take_text (LecternWindow *self,
           guint64        key,
           const char    *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_links = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      /* A browser gives the address, and below it the title. */
      if (is_link (line) && n_links++ == 0)
        take_link (self, key, line);
      else if (g_ascii_strncasecmp (line, "file://", 7) == 0)
        g_ptr_array_add (files, g_file_new_for_uri (line));
      else if (g_path_is_absolute (line))
        g_ptr_array_add (files, g_file_new_for_path (line));
    }

  if (files->len > 0)
    lectern_window_attach (self, key, NULL, files);
  else if (n_links == 0)
    lectern_window_toast (self, _("Only PDF files and links can be attached"));
}

/* What was dropped or pasted, for the session with a key, or for a new one. */
void
lectern_window_take_value (LecternWindow *self,
                           guint64        key,
                           const GValue  *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->document == NULL)
    return;

  if (G_VALUE_HOLDS_STRING (value))
    {
      take_text (self, key, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      return;
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    {
      g_autofree char *uri = g_file_get_uri (l->data);

      /* Browsers call a link a file too. */
      if (is_link (uri))
        take_link (self, key, uri);
      else
        g_ptr_array_add (files, g_object_ref (l->data));
    }
  if (files->len > 0)
    lectern_window_attach (self, key, NULL, files);
}

static void
list_take_cb (LecternWindow *self,
              guint64        key,
              const GValue  *value)
{
  lectern_window_take_value (self, key, value);
}

static gboolean
editor_drop_cb (LecternWindow *self,
                const GValue  *value,
                double         x,
                double         y)
{
  if (self->shown == NULL)
    return FALSE;

  lectern_window_take_value (self, lectern_session_get_key (self->shown), value);

  return TRUE;
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  /* The clipboard may hold nothing that can be had. */
  if (value == NULL || self->document == NULL || self->shown == NULL)
    return;

  lectern_window_take_value (self, lectern_session_get_key (self->shown), value);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LecternWindow *self = user_data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GdkContentFormats) all = NULL;
  GType type;

  all = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  if (gdk_content_formats_contain_gtype (all, GDK_TYPE_FILE_LIST))
    type = GDK_TYPE_FILE_LIST;
  else if (gdk_content_formats_contain_gtype (all, G_TYPE_STRING))
    type = G_TYPE_STRING;
  else
    return;

  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, self->cancellable,
                                  pasted_cb, g_object_ref (self));
}

/* What the chooser is for. */
typedef struct
{
  LecternWindow *window;
  guint64        key;
  char          *label;
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->window);
  g_free (choice->label);
  g_free (choice);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           gpointer         user_data)
{
  Choice *choice = user_data;
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_native_dialog_hide (chooser);
  if (response == GTK_RESPONSE_ACCEPT && choice->window->document != NULL)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      lectern_window_attach (choice->window, choice->key, choice->label, files);
    }
  g_clear_object (&choice->window->chooser);
}

static void
set_start_folder (LecternWindow  *self,
                  GtkFileChooser *chooser)
{
  GFile *schedule = lectern_document_get_file (self->document);
  g_autoptr (GFile) folder = schedule != NULL ? g_file_get_parent (schedule) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
choose (LecternWindow *self,
        guint64        key,
        const char    *label)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice;

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);

  gtk_file_filter_set_name (filter, _("PDF Documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_suffix (filter, "pdf");

  self->chooser = gtk_file_chooser_native_new (_("Attach PDF"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Attach"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  set_start_folder (self, GTK_FILE_CHOOSER (self->chooser));

  choice = g_new0 (Choice, 1);
  choice->window = g_object_ref (self);
  choice->key = key;
  choice->label = g_strdup (label);
  g_signal_connect_data (self->chooser, "response", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
attach_pdf_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LecternWindow *self = user_data;

  choose (self, lectern_session_get_key (self->shown), NULL);
}

/* The target: the key of a session, and a label. */
static void
attach_choose_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LecternWindow *self = user_data;
  const char *label;
  guint64 key;

  if (self->document == NULL)
    return;
  g_variant_get (parameter, "(t&s)", &key, &label);
  choose (self, key, label);
}

/* The target: the key of a session, a label, and the addresses of PDFs. */
static void
attach_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **uris = NULL;
  const char *label;
  guint64 key;

  if (self->document == NULL)
    return;
  g_variant_get (parameter, "(t&s^a&s)", &key, &label, &uris);
  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  lectern_window_attach (self, key, label, files);
}

static const GActionEntry entries[] = {
  { "attach", attach_cb, "(tsas)" },
  { "attach-choose", attach_choose_cb, "(ts)" },
  { "attach-pdf", attach_pdf_cb },
  { "paste-notes", paste_cb },
};

static gboolean
paste_key_cb (LecternWindow   *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_v
      || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return FALSE;

  /* In a field it is the field that takes it, before this is asked. */
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-notes", NULL);
}

static void
add_paste_key (LecternWindow *self,
               GtkWidget     *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (paste_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

void
lectern_window_update_notes_actions (LecternWindow *self)
{
  static const char * const names[] = { "attach-pdf", "paste-notes" };

  lectern_window_enable_action (self, "notes-folder", self->document != NULL);
  lectern_window_enable_action (self, "show-unattached", self->document != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    lectern_window_enable_action (self, names[i], self->shown != NULL);
}

void
lectern_window_add_notes_actions (LecternWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY | GDK_ACTION_LINK);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  lectern_window_add_file_menu_actions (self);
  lectern_window_add_folder_actions (self);

  /* Before the fields, which would take a file for its name. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (editor_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor_box, GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (self->list, "take", G_CALLBACK (list_take_cb), self, G_CONNECT_SWAPPED);
  add_paste_key (self, self->editor_pane);
  add_paste_key (self, self->list_pane);
}

/* It is about one schedule. */
void
lectern_window_close_unattached (LecternWindow *self)
{
  GtkWindow *dialog = GTK_WINDOW (self->unattached);

  g_clear_weak_pointer (&self->unattached);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

void
lectern_window_forget_notes (LecternWindow *self)
{
  g_cancellable_cancel (self->attach_cancellable);
  g_clear_object (&self->attach_cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_clear_pointer (&self->folders, g_hash_table_unref);
  lectern_window_close_unattached (self);
}
