/* lectern-window-restore.c: unsaved changes that were found, restored or discarded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-replace.h"

/* What was chosen at the start is restored once its file is shown: the paths
 * of drafts. */
static GHashTable *chosen;

static void
restore_own (LecternWindow *self)
{
  LecternDraft *draft = lectern_window_get_draft (self);

  lectern_window_replace (self, draft->schedule, _("Restore Unsaved Changes"));
  lectern_draft_keeper_adopt (self->keeper, draft);
  lectern_window_drop_draft (self, FALSE);
  lectern_window_undo_toast (self, _("Unsaved changes were restored"));
}

/**
 * lectern_window_restore_chosen:
 * @self: a window in which drafts of its file were found
 *
 * Restores the latest, if that was chosen before there was a window for it.
 * If the file has changed since it was made, it is asked about again.
 */
void
lectern_window_restore_chosen (LecternWindow *self)
{
  LecternDraft *draft = lectern_window_get_draft (self);
  gboolean is_chosen = chosen != NULL && self->document != NULL && draft != NULL
                       && g_hash_table_contains (chosen, draft->path);

  if (!is_chosen)
    return;

  for (guint i = 0; i < self->drafts->len; i++)
    g_hash_table_remove (chosen, ((LecternDraft *) g_ptr_array_index (self->drafts, i))->path);
  if (g_strcmp0 (draft->baseline, lectern_document_get_baseline (self->document)) == 0)
    restore_own (self);
}

/* As a new schedule, in this window if it shows none. */
static LecternWindow *
restore_new (LecternWindow *self,
             LecternDraft  *draft)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autoptr (LecternDocument) document = lectern_document_new ();
  LecternWindow *target = self;

  if (self->document != NULL || !lectern_window_is_blank (self))
    target = lectern_window_new (application);

  lectern_window_set_document (target, document);
  lectern_replace (lectern_document_get_history (document), draft->schedule,
                   _("Restore Unsaved Changes"));
  lectern_draft_keeper_adopt (target->keeper, draft);
  gtk_window_present (GTK_WINDOW (target));

  return target;
}

/* A draft that was chosen, while its file is looked at. */
typedef struct
{
  LecternWindow *window;
  LecternDraft  *draft;
} Restore;

static void
restore_free (Restore *restore)
{
  g_object_unref (restore->window);
  lectern_draft_free (restore->draft);
  g_free (restore);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restore, restore_free)

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Restore) restore = user_data;
  LecternWindow *self = restore->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_document_load_finish (result, &error);

  if (lectern_draft_get_in_use (restore->draft->path))
    return;

  if (document == NULL)
    {
      /* Gone, or no schedule any more: there is still the draft. */
      lectern_window_toast (restore_new (self, restore->draft), error->message);
      return;
    }

  if (chosen == NULL)
    chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (chosen, g_strdup (restore->draft->path));
  lectern_window_open_file (GTK_APPLICATION (g_application_get_default ()), self,
                            restore->draft->file);
}

/* Each in a window of its own, the first in this one. */
static void
restore_all (LecternWindow *self)
{
  /* A window that gets a schedule forgets what it has found. */
  g_autoptr (GPtrArray) drafts = g_steal_pointer (&self->drafts);

  while (drafts->len > 0)
    {
      Restore *restore = g_new0 (Restore, 1);

      restore->window = g_object_ref (self);
      restore->draft = g_ptr_array_steal_index (drafts, 0);
      if (restore->draft->file != NULL)
        {
          lectern_document_load_async (restore->draft->file, NULL, looked_cb, restore);
        }
      else
        {
          if (!lectern_draft_get_in_use (restore->draft->path))
            restore_new (self, restore->draft);
          restore_free (restore);
        }
    }
  lectern_window_offer_drafts (self);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternDraft *draft = lectern_window_get_draft (self);

  if (self->document == NULL)
    {
      restore_all (self);
      return;
    }

  if (draft->file == NULL && !lectern_draft_get_in_use (draft->path))
    restore_new (self, draft);
  if (draft->file != NULL)
    restore_own (self);
  else
    lectern_window_drop_draft (self, FALSE);
  lectern_window_offer_drafts (self);
}

static void
discard_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LecternWindow *self = user_data;

  do
    lectern_window_drop_draft (self, TRUE);
  while (self->document == NULL && lectern_window_get_draft (self) != NULL);
  lectern_window_offer_drafts (self);
}

static const GActionEntry entries[] = {
  { "discard-draft", discard_cb },
  { "restore-draft", restore_cb },
};

void
lectern_window_add_draft_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  lectern_window_update_draft_actions (self);
}
