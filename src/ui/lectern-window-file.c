/* lectern-window-file.c: opening and closing the window's schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

/* A wait that is longer than this is shown. */
#define BUSY_MS 300

struct _LecternReading
{
  GFile         *file;
  GCancellable  *cancellable;
  LecternWindow *window;
};

static void
reading_clear (LecternReading *self)
{
  g_clear_object (&self->window);
  g_object_unref (self->cancellable);
  g_object_unref (self->file);
}

static void
reading_unref (LecternReading *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) reading_clear);
}

static void
access_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info == NULL || self->document == NULL
      || lectern_document_get_file (self->document) != G_FILE (source)
      || g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    return;

  lectern_window_show_banner (self,
                              _("This schedule is read-only. Changes can be saved under another name."),
                              _("Save _As…"), "win.save-as");
}

static void
check_access (LecternWindow *self)
{
  g_file_query_info_async (lectern_document_get_file (self->document),
                           G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_LOW, self->cancellable, access_cb, g_object_ref (self));
}

static LecternWindow *
find_window (GtkApplication *application,
             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      GFile *own;

      if (!LECTERN_IS_WINDOW (l->data))
        continue;
      own = lectern_window_get_file (l->data);
      if (own != NULL && g_file_equal (own, file))
        return l->data;
    }

  return NULL;
}

/* A file that was opened without its folder may turn out to be the one that
 * another window shows. */
static gboolean
is_shown_elsewhere (LecternWindow   *self,
                    LecternDocument *document)
{
  LecternWindow *other = find_window (gtk_window_get_application (GTK_WINDOW (self)),
                                      lectern_document_get_file (document));

  if (other == NULL || other == self || other->document == NULL)
    return FALSE;

  gtk_window_present (GTK_WINDOW (other));
  if (self->document == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    lectern_window_show_main (self);

  return TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  LecternReading *reading = user_data;
  g_autoptr (LecternWindow) self = g_steal_pointer (&reading->window);
  g_autoptr (GFile) file = g_object_ref (reading->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_document_load_finish (result, &error);

  reading_unref (reading);

  /* The window was closed meanwhile, or something else is to be shown. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || self == NULL || self->loading != file)
    return;

  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (document != NULL)
    {
      g_clear_object (&self->loading);
      if (is_shown_elsewhere (self, document))
        return;
      lectern_window_set_document (self, document);
      check_access (self);
    }
  else
    {
      lectern_window_show_error (self, file, error);
    }

  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
loading_long_cb (gpointer user_data)
{
  LecternWindow *self = user_data;

  self->busy_id = 0;
  lectern_window_show_busy (self);
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/**
 * lectern_reading_new:
 * @file: the file of a schedule
 *
 * Begins to read @file, for a window to be made meanwhile.
 *
 * Returns: (transfer full): what lectern_window_new_reading() takes
 */
LecternReading *
lectern_reading_new (GFile *file)
{
  LecternReading *self = g_rc_box_new0 (LecternReading);

  self->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  lectern_document_load_async (file, self->cancellable, loaded_cb, g_rc_box_acquire (self));

  return self;
}

/**
 * lectern_reading_is_of:
 * @self: what is being read
 * @file: the file of a schedule
 *
 * Tells whether @file is what is being read.
 *
 * Returns: %TRUE if it is
 */
gboolean
lectern_reading_is_of (LecternReading *self,
                       GFile          *file)
{
  return g_file_equal (self->file, file);
}

/**
 * lectern_reading_drop:
 * @self: (transfer full): what is being read
 *
 * Forgets it.  If no window took it, nothing comes of it.
 */
void
lectern_reading_drop (LecternReading *self)
{
  if (self->window == NULL)
    g_cancellable_cancel (self->cancellable);
  reading_unref (self);
}

static void
follow_reading (LecternWindow  *self,
                LecternReading *reading)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, reading->cancellable);
  g_set_object (&self->loading, reading->file);
  reading->window = g_object_ref (self);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  self->busy_id = g_timeout_add (BUSY_MS, loading_long_cb, self);
}

/**
 * lectern_window_load:
 * @self: a window
 * @file: the file of a schedule
 *
 * Reads a file, and presents the window when that is done, or when it takes
 * long.
 */
void
lectern_window_load (LecternWindow *self,
                     GFile         *file)
{
  g_autoptr (LecternReading) reading = lectern_reading_new (file);

  follow_reading (self, reading);
}

/**
 * lectern_window_new_reading:
 * @application: the application
 * @reading: what is being read; not yet by a window, nor before the main loop
 *   last ran
 *
 * Makes a window that shows what is being read.  It presents itself when that
 * is done, which goes on while the window is made.
 *
 * Returns: (transfer none): the window
 */
LecternWindow *
lectern_window_new_reading (GtkApplication *application,
                            LecternReading *reading)
{
  LecternWindow *self = g_object_new (LECTERN_TYPE_WINDOW, "application", application, NULL);

  follow_reading (self, reading);

  return self;
}

/**
 * lectern_window_new_for_file:
 * @application: the application
 * @file: the file of a schedule
 *
 * Makes a window that shows @file, as lectern_window_new_reading() does.
 *
 * Returns: (transfer none): the window
 */
LecternWindow *
lectern_window_new_for_file (GtkApplication *application,
                             GFile          *file)
{
  g_autoptr (LecternReading) reading = lectern_reading_new (file);

  return lectern_window_new_reading (application, reading);
}

/**
 * lectern_window_new:
 * @application: the application
 *
 * Makes a window that shows no schedule yet.
 *
 * Returns: (transfer none): the window
 */
LecternWindow *
lectern_window_new (GtkApplication *application)
{
  LecternWindow *self = g_object_new (LECTERN_TYPE_WINDOW, "application", application, NULL);

  lectern_window_show_start (self);

  return self;
}

/**
 * lectern_window_open_file:
 * @application: the application
 * @near: (nullable): the window that asks
 * @file: the file of a schedule
 *
 * Presents the window that shows @file; if none does, opens it in @near, if
 * that shows nothing that would be missed, or in a new window.
 */
void
lectern_window_open_file (GtkApplication *application,
                          LecternWindow  *near,
                          GFile          *file)
{
  LecternWindow *window = find_window (application, file);

  if (window != NULL && window->document != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else if (window != NULL && window->busy_id != 0)
    return;
  else if (window != NULL)
    lectern_window_load (window, file);
  else if (near != NULL && lectern_window_is_blank (near))
    lectern_window_load (near, file);
  else
    lectern_window_new_for_file (application, file);
}

static void
close_saved_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  LecternWindow *self = LECTERN_WINDOW (object);
  g_autoptr (GTask) task = user_data;

  /* Something may have been typed while it was being saved. */
  g_task_return_boolean (task, lectern_window_save_finish (self, result)
                               && !lectern_document_get_edited (self->document));
}

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;
  LecternWindow *self = g_task_get_source_object (task);

  /* An event on its way to the dialog keeps it alive longer than the window,
   * which GTK 4.8 then looks for. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);

  if (g_str_equal (response, "save"))
    lectern_window_save (self, FALSE, close_saved_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, g_str_equal (response, "discard"));
}

/**
 * lectern_window_has_changes:
 * @self: a window
 *
 * Tells whether there is something in it that is not saved, with what is half
 * typed.
 *
 * Returns: whether something would be lost
 */
gboolean
lectern_window_has_changes (LecternWindow *self)
{
  if (self->editor != NULL && self->document != NULL)
    lectern_session_editor_commit (self->editor);

  return self->document != NULL && lectern_document_get_edited (self->document);
}

/* Takes the task. */
static void
ask_close (GTask *task)
{
  g_autoptr (GTask) held = task;
  LecternWindow *self = g_task_get_source_object (task);
  AdwMessageDialog *dialog;
  g_autofree char *name = NULL;

  if (!lectern_window_has_changes (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  /* What is being saved need not be asked about. */
  if (lectern_window_await_save (self, ask_close, held))
    {
      g_steal_pointer (&held);
      return;
    }

  name = lectern_document_dup_name (self->document);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL));
  /* Translators: %s is the name of a file. */
  adw_message_dialog_format_body (dialog,
                                  _("“%s” has changes that are not saved. If you discard them, they are lost."),
                                  name);
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (close_response_cb), g_steal_pointer (&held));
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * lectern_window_confirm_close:
 * @self: a window
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Asks what to do with changes that are not saved, if there are any; a save
 * that is under way is waited for first.
 */
void
lectern_window_confirm_close (LecternWindow       *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  ask_close (g_task_new (self, NULL, callback, user_data));
}

/**
 * lectern_window_confirm_close_finish:
 * @self: a window
 * @result: what the callback was given
 *
 * Finishes lectern_window_confirm_close().
 *
 * Returns: %TRUE if the window may be closed
 */
gboolean
lectern_window_confirm_close_finish (LecternWindow *self,
                                     GAsyncResult  *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
