/* lectern-window-folder.c: the notes folder gets another name or place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-attach.h"

#include <glib/gi18n-lib.h>

#include "lectern-edit.h"
#include "lectern-grant.h"
#include "lectern-names.h"
#include "lectern-notes-folder-dialog.h"
#include "lectern-notes-rename.h"

/* The folder on the disk goes with the step that names it: an undo moves it
 * back, a redo again, and each time the file is written, so that it never names
 * a folder that is not there. */

typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
} Question;

static void
fail (LecternWindow *self,
      const GError  *error)
{
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Notes Folder Was Not Moved"),
                                                       error->message));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static LecternHead *
get_head (LecternWindow *self)
{
  return lectern_schedule_get_head (lectern_document_get_schedule (self->document));
}

static gboolean
move_folder (LecternWindow  *self,
             const char     *before,
             const char     *after,
             GError        **error)
{
  return lectern_notes_rename_folder (lectern_document_get_file (self->document), before, after, error);
}

static void
remember (LecternWindow *self,
          const char    *before,
          const char    *after)
{
  guint64 state = lectern_history_get_state (lectern_document_get_history (self->document));
  const char *folders[] = { before, after, NULL };

  if (self->folders == NULL)
    self->folders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_strfreev);
  g_hash_table_insert (self->folders, g_memdup2 (&state, sizeof state), g_strdupv ((char **) folders));
}

static const char * const *
find_step (LecternWindow *self,
           guint64        state)
{
  return self->folders != NULL ? g_hash_table_lookup (self->folders, &state) : NULL;
}

/* Before an undo of the step that leads to a state: whether it may be done. */
gboolean
lectern_window_move_folder_back (LecternWindow *self,
                                 guint64        state)
{
  const char * const *folders = find_step (self, state);
  g_autoptr (GError) error = NULL;

  if (folders == NULL || move_folder (self, folders[1], folders[0], &error))
    return TRUE;

  fail (self, error);

  return FALSE;
}

/* After a redo that leads to a state: it is taken back if it cannot be done. */
void
lectern_window_move_folder_again (LecternWindow *self,
                                  guint64        state)
{
  const char * const *folders = find_step (self, state);
  g_autoptr (GError) error = NULL;

  if (folders == NULL || move_folder (self, folders[0], folders[1], &error))
    return;

  lectern_history_undo (lectern_document_get_history (self->document));
  fail (self, error);
}

/* The file is to name the folder as it is now. */
void
lectern_window_save_folder (LecternWindow *self,
                            guint64        state)
{
  if (find_step (self, state) != NULL)
    lectern_window_save (self, FALSE, NULL, NULL);
}

static void
rename_folder (LecternWindow *self,
               const char    *after)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  g_autofree char *before = g_strdup (lectern_head_get_notes_folder (get_head (self)));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint64 state;

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (history);
  if (!move_folder (self, before, after, &error))
    {
      fail (self, error);
      return;
    }
  state = lectern_history_get_state (history);
  if (!lectern_notes_rename_links (history, before, after, &error))
    {
      /* Nothing names it there. */
      if (lectern_history_get_state (history) != state)
        lectern_history_take_back (history);
      move_folder (self, after, before, NULL);
      fail (self, error);
      return;
    }

  remember (self, before, after);
  /* Translators: %s is the path of a folder. */
  text = g_strdup_printf (_("Notes are in “%s” now"), after);
  lectern_window_undo_toast (self, text);
  lectern_window_save (self, FALSE, NULL, NULL);
}

static void
chosen_cb (const char *folder,
           gpointer    user_data)
{
  Question *question = user_data;
  LecternWindow *self = question->window;
  g_autoptr (GError) error = NULL;

  if (folder != NULL && self->document == question->document)
    {
      if (lectern_head_get_notes_folder (get_head (self)) != NULL)
        rename_folder (self, folder);
      else if (!lectern_edit_set_head (lectern_document_get_history (self->document), "notes.folder",
                                       folder, &error))
        fail (self, error);
    }

  g_object_unref (question->document);
  g_object_unref (question->window);
  g_free (question);
}

static void
notes_folder_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LecternWindow *self = user_data;
  GFile *file = lectern_document_get_file (self->document);
  const char *folder = lectern_head_get_notes_folder (get_head (self));
  g_autoptr (GError) error = NULL;
  Question *question;

  if (file == NULL)
    {
      lectern_window_toast (self, _("Save the schedule first: its notes are kept beside its file"));
      return;
    }
  if (!lectern_grant_check (file, &error))
    {
      lectern_window_toast (self, error->message);
      return;
    }

  question = g_new0 (Question, 1);
  question->window = g_object_ref (self);
  question->document = g_object_ref (self->document);
  if (folder != NULL)
    lectern_notes_folder_ask_place (GTK_WINDOW (self), folder, chosen_cb, question);
  else
    lectern_notes_folder_ask (GTK_WINDOW (self), self->document, chosen_cb, question);
}

static const GActionEntry entries[] = {
  { "notes-folder", notes_folder_cb },
};

void
lectern_window_add_folder_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
