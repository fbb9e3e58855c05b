/* lectern-window-carry.c: a schedule is saved in another folder, and its notes
 * come along or do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"
#include "lectern-notes-carry.h"
#include "lectern-progress.h"

typedef struct
{
  GFile             *from;
  GFile             *to;
  GCancellable      *cancellable;
  LecternProgress   *progress;
  LecternNotesCarry *job;

  /* What was noted down, and the state of the schedule since. */
  LecternDocument   *document;
  guint64            state;
} Carry;

static void
carry_free (gpointer data)
{
  Carry *carry = data;

  g_clear_pointer (&carry->progress, lectern_progress_free);
  g_clear_pointer (&carry->job, lectern_notes_carry_unref);
  g_object_unref (carry->from);
  g_object_unref (carry->to);
  g_object_unref (carry->document);
  g_object_unref (carry->cancellable);
  g_free (carry);
}

static void
fail (LecternWindow *self,
      const char    *text)
{
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Schedule Was Not Saved"), text));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
note_down (Carry   *carry,
           GError **error)
{
  LecternHistory *history = lectern_document_get_history (carry->document);
  guint64 before;

  lectern_history_seal (history);
  before = lectern_history_get_state (history);
  if (!lectern_notes_carry_note_down (carry->job, history, error))
    return FALSE;
  if (lectern_history_get_state (history) != before)
    carry->state = lectern_history_get_state (history);

  return TRUE;
}

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LecternWindow *self = g_task_get_source_object (task);
  Carry *carry = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean done = lectern_notes_carry_run_finish (result, &error);

  g_clear_pointer (&carry->progress, lectern_progress_free);
  /* What came too late to be stopped goes again. */
  done = done && !g_cancellable_is_cancelled (carry->cancellable)
         && self->document == carry->document && note_down (carry, &error);
  if (!done)
    lectern_notes_carry_take_back (carry->job);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error->message);
  g_task_return_boolean (task, done);
}

static double
get_progress (gpointer user_data)
{
  return lectern_notes_carry_get_progress (user_data);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  LecternWindow *self = g_task_get_source_object (task);
  Carry *carry = g_task_get_task_data (task);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "cancel") || g_str_equal (response, "leave")
      || self->document != carry->document)
    {
      g_task_return_boolean (task, g_str_equal (response, "leave"));
      return;
    }

  carry->job = lectern_notes_carry_new (carry->from, carry->to,
                                        lectern_document_get_schedule (carry->document),
                                        g_str_equal (response, "copy") ? LECTERN_NOTES_CARRY_COPY
                                                                       : LECTERN_NOTES_CARRY_POINT_BACK);
  carry->progress = lectern_progress_new (GTK_WINDOW (self), _("Copying Notes Along"),
                                          carry->cancellable, get_progress, carry->job);
  lectern_notes_carry_run_async (carry->job, carry->cancellable, carried_cb, g_steal_pointer (&task));
}

static void
closure_unref (gpointer  data,
               GClosure *closure)
{
  g_object_unref (data);
}

/* Asks what becomes of the files of a schedule that is about to be saved in
 * another folder, if it has any, and sees to it. */
void
lectern_window_carry_notes (LecternWindow       *self,
                            GFile               *target,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  GFile *file = lectern_document_get_file (self->document);
  g_autofree char *way_back = NULL;
  AdwMessageDialog *dialog;
  Carry *carry;

  if (file == NULL
      || !lectern_notes_carry_concerns (file, target, lectern_document_get_schedule (self->document)))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  carry = g_new0 (Carry, 1);
  carry->from = g_object_ref (file);
  carry->to = g_object_ref (target);
  carry->document = g_object_ref (self->document);
  carry->cancellable = g_cancellable_new ();
  way_back = lectern_notes_carry_way_back (file, target);
  g_task_set_task_data (task, carry, carry_free);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Take the Notes Along?"),
                                                       _("The schedule is saved in another folder, but its PDFs are in the old one. Copies can be made in the new folder; the old ones stay where they are.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "leave", _("_Leave Them Behind"), NULL);
  if (way_back != NULL)
    adw_message_dialog_add_response (dialog, "back", _("Keep _Pointing Back"));
  adw_message_dialog_add_response (dialog, "copy", _("Copy _Notes Along"));
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "copy");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_steal_pointer (&task),
                         closure_unref, 0);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether it may be saved there now. */
gboolean
lectern_window_carry_finish (LecternWindow *self,
                             GAsyncResult  *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL) && self->document != NULL;
}

/* It was not saved there: the copies go again, and the schedule names its
 * files where they are. */
void
lectern_window_carry_take_back (GAsyncResult *result)
{
  Carry *carry = g_task_get_task_data (G_TASK (result));

  if (carry == NULL || carry->job == NULL)
    return;

  lectern_notes_carry_take_back (carry->job);
  if (carry->state != 0
      && lectern_history_get_state (lectern_document_get_history (carry->document)) == carry->state)
    lectern_history_take_back (lectern_document_get_history (carry->document));
}
