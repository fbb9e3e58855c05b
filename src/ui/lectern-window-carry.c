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

typedef struct
{
  GFile *from;
  GFile *to;
  char  *way_back;
} Carry;

static void
carry_free (gpointer data)
{
  Carry *carry = data;

  g_object_unref (carry->from);
  g_object_unref (carry->to);
  g_free (carry->way_back);
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

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LecternWindow *self = g_task_get_source_object (task);
  Carry *carry = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moved = lectern_notes_carry_finish (result, &error);
  LecternHistory *history;

  lectern_window_set_busy (self, FALSE);
  if (moved != NULL && self->document != NULL)
    {
      history = lectern_document_get_history (self->document);
      lectern_history_seal (history);
      lectern_notes_carry_note_down (history, moved, carry->way_back, &error);
    }
  if (error != NULL)
    fail (self, error->message);
  g_task_return_boolean (task, error == NULL && self->document != NULL);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  LecternWindow *self = g_task_get_source_object (task);
  Carry *carry = g_task_get_task_data (task);
  gboolean copies = g_str_equal (response, "copy");

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "cancel") || g_str_equal (response, "leave") || self->document == NULL)
    {
      g_task_return_boolean (task, g_str_equal (response, "leave"));
      return;
    }

  if (copies)
    g_clear_pointer (&carry->way_back, g_free);
  lectern_window_set_busy (self, TRUE);
  lectern_notes_carry_async (carry->from, carry->to, lectern_document_get_schedule (self->document),
                             copies ? LECTERN_NOTES_CARRY_COPY : LECTERN_NOTES_CARRY_POINT_BACK,
                             carried_cb, g_steal_pointer (&task));
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
  carry->way_back = lectern_notes_carry_way_back (file, target);
  g_task_set_task_data (task, carry, carry_free);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Take the Notes Along?"),
                                                       _("The schedule is saved in another folder, but its PDFs are in the old one. Copies can be made in the new folder; the old ones stay where they are.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "leave", _("_Leave Them Behind"), NULL);
  if (carry->way_back != NULL)
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
