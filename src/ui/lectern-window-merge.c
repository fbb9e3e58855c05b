/* lectern-window-merge.c: another program's changes, merged or written over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-backup.h"
#include "lectern-json.h"
#include "lectern-merge-dialog.h"

/* What the dialog is about: the three versions at one moment. */
typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
  GtkWindow       *dialog;
  LecternMerge    *merge;
  GBytes          *bytes;   /* theirs */
  guint64          state;   /* of mine */
} Merging;

static void
merging_free (Merging *self)
{
  g_object_unref (self->window);
  g_object_unref (self->document);
  lectern_merge_free (self->merge);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
accepted_cb (Merging *self)
{
  LecternWindow *window = self->window;
  LecternHistory *history = lectern_document_get_history (self->document);
  g_autoptr (GPtrArray) ids = lectern_window_list_selected_ids (window);

  /* Nothing is typed under a dialog; but a document may have been replaced. */
  if (window->document == self->document && lectern_history_get_state (history) == self->state)
    {
      lectern_merge_apply (self->merge, history, _("Merge Changes"));
      lectern_document_set_base (self->document, self->bytes);
      lectern_window_set_changed (window, FALSE);
      lectern_window_select_ids (window, ids);
      lectern_window_undo_toast (window, _("Both versions were merged"));
    }
  gtk_window_destroy (self->dialog);
}

static void
ask (LecternWindow   *self,
     LecternSchedule *base,
     LecternSchedule *theirs)
{
  Merging *merging = g_new0 (Merging, 1);
  g_autofree char *name = lectern_document_dup_name (self->document);

  merging->window = g_object_ref (self);
  merging->document = g_object_ref (self->document);
  merging->bytes = g_bytes_ref (lectern_schedule_get_source (theirs));
  merging->state = lectern_history_get_state (lectern_document_get_history (self->document));
  merging->merge = lectern_merge_new (base, lectern_document_get_schedule (self->document), theirs);
  merging->dialog = lectern_merge_dialog_new (GTK_WINDOW (self), name, merging->merge,
                                              G_CALLBACK (accepted_cb), merging);
  g_object_set_data_full (G_OBJECT (merging->dialog), "merging", merging,
                          (GDestroyNotify) merging_free);
  gtk_window_present (merging->dialog);
}

/* Shows how the file and what is shown go together. */
void
lectern_window_ask_merge (LecternWindow   *self,
                          LecternDocument *theirs)
{
  g_autoptr (LecternSchedule) base = NULL;
  GBytes *bytes = lectern_document_get_base (self->document);

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  if (bytes != NULL)
    base = lectern_json_read (bytes, NULL);
  /* What was read or written by Lectern itself can be read. */
  g_return_if_fail (base != NULL);

  ask (self, base, lectern_document_get_schedule (theirs));
}

/* Writes over what another program wrote, once that is among the earlier
 * versions. */
void
lectern_window_keep_mine (LecternWindow   *self,
                          LecternDocument *theirs)
{
  GBytes *bytes = lectern_document_get_base (theirs);
  g_autoptr (GError) error = NULL;

  if (!lectern_backup_keep (lectern_document_get_file (self->document), bytes,
                            g_get_real_time (), &error))
    {
      lectern_window_toast (self, error->message);
      return;
    }

  lectern_document_set_base (self->document, bytes);
  lectern_window_set_changed (self, FALSE);
  lectern_window_save (self, FALSE, NULL, NULL);
}
