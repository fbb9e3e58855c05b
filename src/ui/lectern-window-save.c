/* lectern-window-save.c: saving the window's schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-names.h"
#include "lectern-recent.h"
#include "lectern-saver.h"

/* A wait that is longer than this is shown. */
#define BUSY_MS 300

/* One save, until it has succeeded or was given up. */
typedef struct
{
  GFile                *target;
  GtkFileChooserNative *chooser;
  /* What became of the notes for that. */
  GAsyncResult         *carried;
  guint                 busy_id;
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->target);
  g_clear_object (&save->chooser);
  g_clear_object (&save->carried);
  g_clear_handle_id (&save->busy_id, g_source_remove);
  g_free (save);
}

static void choose (GTask *task);
static void write_file (GTask *task);

static void
failed_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;
  Save *save = g_task_get_task_data (task);

  /* See close_response_cb() of the window. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);

  if (g_str_equal (response, "retry"))
    {
      write_file (g_steal_pointer (&task));
      return;
    }

  if (save->carried != NULL)
    lectern_window_carry_take_back (save->carried);
  g_clear_object (&save->carried);
  if (g_str_equal (response, "save-as"))
    choose (g_steal_pointer (&task));
  else
    g_task_return_boolean (task, FALSE);
}

/* Whether it may go better without anything being changed here. */
static gboolean
may_be_retried (const GError *error)
{
  return !g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED)
         && !g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_GONE)
         && !g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_NOT_LOCAL);
}

/* Takes the task. */
static void
show_failure (GTask        *task,
              const GError *error)
{
  LecternWindow *self = g_task_get_source_object (task);
  const char *proposed = may_be_retried (error) ? "retry" : "save-as";
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self),
                                                       _("Schedule Was Not Saved"),
                                                       error->message));
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "save-as", _("Save _As…"),
                                    NULL);
  if (may_be_retried (error))
    adw_message_dialog_add_response (dialog, "retry", _("_Try Again"));
  adw_message_dialog_set_response_appearance (dialog, proposed, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, proposed);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (failed_response_cb), task);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
saving_long_cb (gpointer user_data)
{
  GTask *task = user_data;
  Save *save = g_task_get_task_data (task);

  save->busy_id = 0;
  lectern_window_set_busy (g_task_get_source_object (task), TRUE);

  return G_SOURCE_REMOVE;
}

/* Says that a field holds what the file cannot, such as half a date. */
static void
say_unfinished (LecternWindow *self)
{
  g_autofree char *sentence = NULL;

  if (self->editor != NULL)
    sentence = lectern_session_editor_dup_unfinished (self->editor);
  if (sentence != NULL)
    lectern_window_toast (self, sentence);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Save *save = g_task_get_task_data (task);
  LecternWindow *self = g_task_get_source_object (task);
  LecternDocument *document = LECTERN_DOCUMENT (object);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&save->busy_id, g_source_remove);
  lectern_window_set_busy (self, FALSE);

  if (!lectern_document_save_finish (document, result, &error))
    {
      /* Never written over unasked. */
      if (g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED)
          && save->target == NULL && document == self->document)
        {
          lectern_window_merge (self);
          g_task_return_boolean (task, FALSE);
          return;
        }
      lectern_window_check_file (self);
      show_failure (g_steal_pointer (&task), error);
      return;
    }

  if (save->target != NULL)
    {
      /* The schedule has its page now, by its new place. */
      g_clear_object (&self->page_file);
      lectern_window_hide_banner (self);
    }
  lectern_compat_announce (GTK_WIDGET (self), _("Saved"));
  say_unfinished (self);
  lectern_recent_add (document);
  g_task_return_boolean (task, TRUE);
}

/* Takes the task. */
static void
write_file (GTask *task)
{
  LecternWindow *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);

  save->busy_id = g_timeout_add (BUSY_MS, saving_long_cb, task);
  lectern_document_save_async (self->document, save->target, NULL, saved_cb, task);
}

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LecternWindow *self = LECTERN_WINDOW (source);
  Save *save = g_task_get_task_data (task);

  if (!lectern_window_carry_finish (self, result))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  save->carried = g_object_ref (result);
  lectern_window_remember_page (self, save->target);
  write_file (g_steal_pointer (&task));
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;
  Save *save = g_task_get_task_data (task);
  G_GNUC_UNUSED g_autoptr (GtkFileChooserNative) own = g_steal_pointer (&save->chooser);

  gtk_native_dialog_hide (chooser);
  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  g_clear_object (&save->target);
  save->target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  lectern_window_carry_notes (g_task_get_source_object (task), save->target, carried_cb,
                              g_object_ref (task));
}

/* Takes the task. */
static void
choose (GTask *task)
{
  LecternWindow *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  GFile *file = lectern_document_get_file (self->document);

  /* A native chooser is held by nobody else. */
  save->chooser = gtk_file_chooser_native_new (_("Save Schedule"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (save->chooser), TRUE);
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (save->chooser), file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->chooser),
                                       /* Translators: keep the ending. */
                                       _("schedule.lectern.json"));
  g_signal_connect (save->chooser, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->chooser));
}

/**
 * lectern_window_save:
 * @self: a window that shows a document
 * @choose_file: whether to ask where to
 * @callback: (nullable): called when it is saved or was given up
 * @user_data: data for @callback
 *
 * Saves, and asks where to if that is not known.  If it fails, it says why,
 * and offers to try again or elsewhere.
 */
void
lectern_window_save (LecternWindow       *self,
                     gboolean             choose_file,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, g_new0 (Save, 1), (GDestroyNotify) save_free);

  /* What is typed and not left yet belongs into the file. */
  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);

  g_set_weak_pointer (&self->save, task);
  if (choose_file || lectern_document_get_file (self->document) == NULL)
    choose (task);
  else
    write_file (task);
}

/**
 * lectern_window_save_finish:
 * @self: a window
 * @result: what the callback was given
 *
 * Finishes lectern_window_save().
 *
 * Returns: %TRUE if it was saved
 */
gboolean
lectern_window_save_finish (LecternWindow *self,
                            GAsyncResult  *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Calls a function with a task, which it takes, when the save that is under way
 * has ended, and what it asked is answered.  Returns whether there is one. */
gboolean
lectern_window_await_save (LecternWindow *self,
                           void         (*go_on) (GTask *task),
                           GTask         *task)
{
  if (self->save == NULL || g_task_get_completed (self->save))
    return FALSE;

  /* It may be asking something, behind another window. */
  gtk_window_present (GTK_WINDOW (self));
  g_signal_connect_swapped (self->save, "notify::completed", G_CALLBACK (go_on), task);

  return TRUE;
}
