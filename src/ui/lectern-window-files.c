/* lectern-window-files.c: what else can be done with the file of a resource
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-attach.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-edit.h"
#include "lectern-names.h"
#include "lectern-notes-folder.h"
#include "lectern-page-read.h"
#include "lectern-unattached-dialog.h"

/* A resource as menus name it: by the key of its session and its index. */
typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
  LecternSession  *session;
  LecternResource *resource;
  guint            index;
  char            *action;
  GFile           *file;
} Subject;

static void
subject_free (Subject *self)
{
  g_object_unref (self->window);
  g_object_unref (self->document);
  g_object_unref (self->session);
  g_object_unref (self->resource);
  g_clear_object (&self->file);
  g_free (self->action);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Subject, subject_free)

static void
closure_free (gpointer  data,
              GClosure *closure)
{
  subject_free (data);
}

static Subject *
subject_new (LecternWindow *window,
             GVariant      *parameter,
             GAction       *action)
{
  LecternSession *session;
  g_autoptr (LecternResource) resource = NULL;
  Subject *self;
  guint64 key;
  gint32 index;

  g_variant_get (parameter, "(ti)", &key, &index);
  if (window->document == NULL || index < 0)
    return NULL;
  session = lectern_schedule_find_key (lectern_document_get_schedule (window->document), key, NULL);
  if (session != NULL)
    resource = g_list_model_get_item (lectern_session_get_resources (session), index);
  if (resource == NULL)
    return NULL;

  self = g_new0 (Subject, 1);
  self->window = g_object_ref (window);
  self->document = g_object_ref (window->document);
  self->session = g_object_ref (session);
  self->resource = g_steal_pointer (&resource);
  self->index = index;
  self->action = g_strdup (g_action_get_name (action));

  return self;
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (lectern_compat_launch_with_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: the reason follows. */
  text = g_strdup_printf (_("No program could be started to open it: %s"), error->message);
  lectern_window_toast (self, text);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lectern_compat_show_in_folder_finish (GTK_WINDOW (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lectern_window_toast (self, _("There is no file manager to show it in"));
}

/* Only if the session is still as it was when it was asked. */
static gboolean
take_off (Subject *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  LecternHistory *history = lectern_document_get_history (self->document);
  GListModel *resources;

  if (lectern_schedule_find_key (schedule, lectern_session_get_key (self->session), NULL) != self->session)
    return FALSE;

  resources = lectern_session_get_resources (self->session);
  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (g_strcmp0 (lectern_resource_get_file (resource),
                     lectern_resource_get_file (self->resource)) != 0)
        continue;
      lectern_edit_remove_item (history, self->session, LECTERN_SESSION_RESOURCES, i);
      return TRUE;
    }

  return FALSE;
}

static void
trashed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Subject) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_file_trash_finish (G_FILE (source), result, &error))
    {
      /* Translators: the first %s is the name of a file; the reason follows. */
      text = g_strdup_printf (_("“%s” could not be moved to the trash: %s"),
                              lectern_resource_get_file (self->resource), error->message);
      lectern_window_toast (self->window, text);
      return;
    }

  if (self->window->document != self->document)
    return;
  if (self->window->editor != NULL)
    lectern_session_editor_commit (self->window->editor);
  lectern_history_seal (lectern_document_get_history (self->document));
  take_off (self);
  /* Without Undo, as that would not bring the file back. */
  text = g_strdup_printf (_("“%s” is in the trash"), lectern_resource_get_file (self->resource));
  lectern_window_toast (self->window, text);
  if (self->window->warnings != NULL)
    lectern_warnings_check (self->window->warnings);
}

static void
trash_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   gpointer          user_data)
{
  Subject *self = user_data;
  Subject *copy;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (!g_str_equal (response, "trash") || self->window->document != self->document)
    return;

  copy = g_new0 (Subject, 1);
  copy->window = g_object_ref (self->window);
  copy->document = g_object_ref (self->document);
  copy->session = g_object_ref (self->session);
  copy->resource = g_object_ref (self->resource);
  g_file_trash_async (self->file, G_PRIORITY_DEFAULT, NULL, trashed_cb, copy);
}

static guint
count_users (Subject *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  guint n = 0;

  for (guint s = 0; s < lectern_schedule_get_n_sessions (schedule); s++)
    {
      GListModel *resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, s));

      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

          if (g_strcmp0 (lectern_resource_get_file (resource),
                         lectern_resource_get_file (self->resource)) == 0)
            n++;
        }
    }

  return n;
}

/* Takes the subject. */
static void
ask_to_trash (Subject *self)
{
  guint n = count_users (self);
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self->window),
                                                       _("Move the File to the Trash?"), NULL));
  if (n > 1)
    adw_message_dialog_format_body (dialog,
                                    ngettext ("“%s” is taken off this session. Undo brings the session’s entry back, but not the file. %u other entry names it and will miss it.",
                                              "“%s” is taken off this session. Undo brings the session’s entry back, but not the file. %u other entries name it and will miss it.",
                                              n - 1),
                                    lectern_resource_get_file (self->resource), n - 1);
  else
    adw_message_dialog_format_body (dialog,
                                    _("“%s” is taken off this session. Undo brings the session’s entry back, but not the file."),
                                    lectern_resource_get_file (self->resource));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "trash", _("_Move to Trash"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "trash", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (trash_response_cb), self, closure_free, 0);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Subject) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = lectern_notes_folder_resolve_finish (result, &error);
  LecternWindow *window = self->window;

  if (window->document != self->document || window->launcher == NULL)
    return;
  if (uri == NULL)
    {
      lectern_window_toast (window, error->message);
      return;
    }
  if (!g_str_has_prefix (uri, "file:"))
    {
      lectern_window_toast (window, _("This link has no file on this computer"));
      return;
    }

  self->file = g_file_new_for_uri (uri);
  if (g_str_equal (self->action, "open-with"))
    lectern_compat_launch_with (GTK_WINDOW (window), self->file, NULL, launched_cb,
                                g_object_ref (window));
  else if (g_str_equal (self->action, "show-in-files"))
    lectern_compat_show_in_folder (GTK_WINDOW (window), self->file, NULL, shown_cb,
                                   g_object_ref (window));
  else
    ask_to_trash (g_steal_pointer (&self));
}

/* What is to be done to a file is done to one that may be opened. */
static void
file_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Subject *self = subject_new (user_data, parameter, G_ACTION (action));

  if (self == NULL)
    return;

  lectern_notes_folder_resolve_async (lectern_document_get_file (self->document),
                                      lectern_schedule_get_head (lectern_document_get_schedule (self->document)),
                                      LECTERN_RECORD (self->resource), NULL, resolved_cb, self);
}

/* The address on the web, if it has one. */
static void
copy_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (Subject) self = subject_new (user_data, parameter, G_ACTION (action));
  LecternHead *head;
  g_autofree char *address = NULL;
  GFile *schedule;

  if (self == NULL)
    return;

  head = lectern_schedule_get_head (lectern_document_get_schedule (self->document));
  if (lectern_head_get_notes_url (head) != NULL || lectern_resource_get_url (self->resource) != NULL)
    address = lectern_page_resource_address (LECTERN_RECORD (self->resource),
                                             lectern_head_get_notes_folder (head),
                                             lectern_head_get_notes_url (head));

  schedule = lectern_document_get_file (self->document);
  if ((address == NULL || g_uri_peek_scheme (address) == NULL) && schedule != NULL
      && lectern_resource_get_file (self->resource) != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (schedule);
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder,
                                                             lectern_resource_get_file (self->resource));

      g_free (address);
      address = g_file_get_uri (file);
    }
  if (address == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), address);
  lectern_window_toast (self->window, g_str_has_prefix (address, "file:") ? _("The file’s address was copied")
                                                                          : _("The link was copied"));
}

static void
locate_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (Subject) self = subject_new (user_data, parameter, G_ACTION (action));

  if (self != NULL)
    lectern_window_locate (self->window, lectern_session_get_key (self->session), self->index);
}

static void
show_unattached_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LecternWindow *self = user_data;

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  if (self->unattached == NULL)
    g_set_weak_pointer (&self->unattached,
                        lectern_unattached_dialog_new (GTK_WINDOW (self), self->document, self->shown));
  gtk_window_present (GTK_WINDOW (self->unattached));
}

static const GActionEntry entries[] = {
  { "copy-link", copy_link_cb, "(ti)" },
  { "locate", locate_cb, "(ti)" },
  { "open-with", file_cb, "(ti)" },
  { "show-in-files", file_cb, "(ti)" },
  { "show-unattached", show_unattached_cb },
  { "trash-file", file_cb, "(ti)" },
};

void
lectern_window_add_file_menu_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
