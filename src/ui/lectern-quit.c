/* lectern-quit.c: whether all windows may be closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-quit.h"

#include "lectern-close-dialog.h"
#include "lectern-window-private.h"

/* From the question until all is saved or it was given up. */
typedef struct
{
  GPtrArray  *windows;    /* those that were asked about */
  GPtrArray  *to_save;
  GHashTable *discarded;  /* document -> the state that may be lost */
} Quit;

static void
quit_free (Quit *quit)
{
  g_clear_pointer (&quit->windows, g_ptr_array_unref);
  g_clear_pointer (&quit->to_save, g_ptr_array_unref);
  g_hash_table_unref (quit->discarded);
  g_free (quit);
}

static guint64
get_state (LecternWindow *window)
{
  return lectern_history_get_state (lectern_document_get_history (window->document));
}

static void
discard (Quit          *quit,
         LecternWindow *window)
{
  guint64 state;

  if (window->document == NULL)
    return;

  state = get_state (window);
  g_hash_table_insert (quit->discarded, g_object_ref (window->document),
                       g_memdup2 (&state, sizeof state));
}

/* What was changed after it had been given up is asked about again. */
static gboolean
has_to_be_asked (Quit          *quit,
                 LecternWindow *window)
{
  guint64 *state;

  if (!lectern_window_has_changes (window))
    return FALSE;

  state = g_hash_table_lookup (quit->discarded, window->document);

  return state == NULL || *state != get_state (window);
}

static void ask (GTask *task);
static void save_next (GTask *task);

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  if (lectern_window_save_finish (LECTERN_WINDOW (object), result))
    save_next (g_steal_pointer (&task));
  else
    g_task_return_boolean (task, FALSE);
}

/* Takes the task.  One after the other, since each may have to ask. */
static void
save_next (GTask *task)
{
  Quit *quit = g_task_get_task_data (task);

  while (quit->to_save->len > 0)
    {
      g_autoptr (LecternWindow) window = g_ptr_array_steal_index (quit->to_save, 0);

      /* One of them may have been closed by its own question. */
      if (window->document == NULL || !lectern_document_get_edited (window->document))
        continue;

      gtk_window_present (GTK_WINDOW (window));
      lectern_window_save (window, FALSE, saved_cb, task);
      return;
    }

  ask (task);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;
  Quit *quit = g_task_get_task_data (task);

  /* See close_response_cb() of the window. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);

  if (!g_str_equal (response, "save") && !g_str_equal (response, "discard"))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  for (guint i = 0; i < quit->windows->len; i++)
    {
      LecternWindow *window = g_ptr_array_index (quit->windows, i);

      if (g_str_equal (response, "save") &&
          lectern_close_dialog_is_selected (LECTERN_CLOSE_DIALOG (dialog), i))
        g_ptr_array_add (quit->to_save, g_object_ref (window));
      else
        discard (quit, window);
    }
  save_next (g_steal_pointer (&task));
}

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  if (!lectern_window_confirm_close_finish (LECTERN_WINDOW (object), result))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  discard (g_task_get_task_data (task), LECTERN_WINDOW (object));
  ask (g_steal_pointer (&task));
}

/* Takes the task. */
static void
ask (GTask *task)
{
  g_autoptr (GTask) held = task;
  Quit *quit = g_task_get_task_data (task);
  GtkApplication *application = g_task_get_source_object (task);
  LecternCloseDialog *dialog;
  GtkWindow *parent;

  g_ptr_array_set_size (quit->windows, 0);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (!LECTERN_IS_WINDOW (l->data) || !has_to_be_asked (quit, l->data))
        continue;
      if (lectern_window_await_save (l->data, ask, held))
        {
          g_steal_pointer (&held);
          return;
        }
      g_ptr_array_add (quit->windows, g_object_ref (l->data));
    }

  if (quit->windows->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* The one that was used last comes first. */
  parent = g_ptr_array_index (quit->windows, 0);
  if (quit->windows->len == 1)
    {
      lectern_window_confirm_close (LECTERN_WINDOW (parent), confirmed_cb, g_steal_pointer (&held));
      return;
    }

  dialog = lectern_close_dialog_new (parent, quit->windows);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_steal_pointer (&held));
  gtk_window_present (parent);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * lectern_quit_confirm:
 * @application: the application
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Asks what to do with changes that are not saved, once for all windows, and
 * does it.  No window is closed.
 */
void
lectern_quit_confirm (GtkApplication      *application,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (application, NULL, callback, user_data);
  Quit *quit = g_new0 (Quit, 1);

  quit->windows = g_ptr_array_new_with_free_func (g_object_unref);
  quit->to_save = g_ptr_array_new_with_free_func (g_object_unref);
  quit->discarded = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  g_task_set_source_tag (task, lectern_quit_confirm);
  g_task_set_task_data (task, quit, (GDestroyNotify) quit_free);
  ask (task);
}

/**
 * lectern_quit_confirm_finish:
 * @application: the application
 * @result: what the callback was given
 *
 * Finishes lectern_quit_confirm().
 *
 * Returns: %TRUE if all windows may be closed
 */
gboolean
lectern_quit_confirm_finish (GtkApplication *application,
                             GAsyncResult   *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
