/* lectern-window-copies.c: what was copied by a step that is undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-attach.h"

#include <glib/gi18n-lib.h>

#include "lectern-copies.h"

/* Undo of an attach takes nothing from the disk: it is said where that is. */
void
lectern_window_remember_copies (LecternWindow *self,
                                guint64        state,
                                GPtrArray     *paths)
{
  LecternCopies *copies = lectern_copies_new (lectern_document_get_file (self->document), paths);

  if (self->copies == NULL)
    self->copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) lectern_copies_unref);

  g_hash_table_insert (self->copies, g_memdup2 (&state, sizeof state), copies);
}

static LecternCopies *
find_copies (LecternWindow *self,
             guint64        state)
{
  return self->copies != NULL ? g_hash_table_lookup (self->copies, &state) : NULL;
}

void
lectern_window_say_copies (LecternWindow *self,
                           guint64        state)
{
  LecternCopies *copies = find_copies (self, state);
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  if (copies == NULL)
    return;

  /* All of one step are in one folder; a toast has no room for names. */
  folder = g_path_get_dirname (lectern_copies_get_path (copies, 0));
  if (lectern_copies_get_n (copies) == 1)
    /* Translators: %s is the path of a folder. */
    text = g_strdup_printf (_("The copy stays in “%s”"), folder);
  else
    text = g_strdup (_("The copies stay in the notes folder"));
  lectern_window_toast_step (self, text, NULL, NULL);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LecternWindow) self = user_data;
  g_autofree char *changed = lectern_copies_check_finish (result);
  g_autofree char *text = NULL;

  if (changed == NULL || self->document == NULL)
    return;

  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_("“%s” has changed or gone since it was attached"), changed);
  lectern_window_undo_toast (self, text);
}

/* Redo of an attach uses the copies again, if they still say the same. */
void
lectern_window_check_copies (LecternWindow *self,
                             guint64        state)
{
  LecternCopies *copies = find_copies (self, state);

  if (copies != NULL)
    lectern_copies_check_async (copies, checked_cb, g_object_ref (self));
}
