/* lectern-save-job.c: one save of a document, apart from the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-save-job.h"

#include "lectern-backup.h"
#include "lectern-json.h"
#include "lectern-saver.h"

/**
 * lectern_save_job_new:
 * @history: the document's history
 * @own: (nullable): the document's file
 * @target: (nullable): where to, %NULL for @own
 * @baseline: (nullable): hash of what @own held when it was last known
 * @unconfirmed: whether to write even what @own holds already
 *
 * Takes all from a document that saving it needs, in the main thread.
 *
 * Returns: (transfer full): a job to run once
 */
LecternSaveJob *
lectern_save_job_new (LecternHistory *history,
                      GFile          *own,
                      GFile          *target,
                      const char     *baseline,
                      gboolean        unconfirmed)
{
  LecternSaveJob *self = g_new0 (LecternSaveJob, 1);

  /* What is typed after this belongs to the next step. */
  lectern_history_seal (history);

  self->state = lectern_history_get_state (history);
  self->snapshot = lectern_schedule_snapshot (lectern_history_get_schedule (history));
  g_set_object (&self->own, own);
  self->target = g_object_ref (target != NULL ? target : own);
  self->chosen = target != NULL;
  self->baseline = g_strdup (baseline);
  self->unconfirmed = unconfirmed;

  return self;
}

/**
 * lectern_save_job_free:
 * @self: a job
 *
 * Frees a job.
 */
void
lectern_save_job_free (LecternSaveJob *self)
{
  g_clear_object (&self->snapshot);
  g_clear_object (&self->own);
  g_clear_object (&self->target);
  g_free (self->baseline);
  g_free (self->written);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* Whether the target is the document's own file, be it by another name. */
static gboolean
is_own_file (LecternSaveJob *self)
{
  g_autofree char *own = NULL;
  g_autofree char *target = NULL;

  if (self->own == NULL)
    return FALSE;
  if (g_file_equal (self->own, self->target))
    return TRUE;

  own = lectern_saver_resolve (self->own, NULL);
  target = lectern_saver_resolve (self->target, NULL);

  return own != NULL && g_strcmp0 (own, target) == 0;
}

/* Whether the file holds what it shall hold, by its content on the disk. */
static gboolean
nothing_to_write (LecternSaveJob *self,
                  const char     *hash)
{
  return self->own_file && !self->unconfirmed &&
         g_strcmp0 (hash, self->baseline) == 0 &&
         lectern_saver_check (self->target, LECTERN_SAVER_EXPECT_HASH, hash, NULL);
}

/* What another program wrote, and another schedule that Save As is told to
 * replace, are no versions of this one: they are kept, however soon.  Without a backup, for which there may be no room,
 * a save is still better than none. */
static void
keep_replaced (LecternSaveJob *self)
{
  gint64 now = g_get_real_time ();
  g_autoptr (GBytes) replaced = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->own_file || self->foreign)
    replaced = lectern_saver_read (self->target, NULL, NULL);

  if (replaced != NULL)
    lectern_backup_keep (self->target, replaced, now, &error);
  else
    lectern_backup_make (self->target, now, &error);
  if (error != NULL)
    g_message ("%s", error->message);
}

/**
 * lectern_save_job_run:
 * @self: a job
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Writes the snapshot, in any thread.
 *
 * Returns: %TRUE if the target holds it, else %FALSE with an error of
 *   `LECTERN_SAVER_ERROR` or `LECTERN_JSON_ERROR`
 */
gboolean
lectern_save_job_run (LecternSaveJob  *self,
                      GCancellable    *cancellable,
                      GError         **error)
{
  LecternSaverExpect expect = LECTERN_SAVER_EXPECT_ANYTHING;
  GBytes *bytes;
  g_autofree char *hash = NULL;
  g_autoptr (GError) local_error = NULL;

  bytes = self->bytes = lectern_json_write (self->snapshot,
                                            lectern_schedule_get_source (self->snapshot), error);
  if (bytes == NULL)
    return FALSE;

  hash = lectern_saver_hash (bytes);
  self->own_file = is_own_file (self);

  if (nothing_to_write (self, hash))
    {
      self->written = g_steal_pointer (&hash);
      return TRUE;
    }

  /* A file that is gone is made again only when it is asked for by name. */
  if (self->own_file)
    expect = self->chosen || self->missing
             ? LECTERN_SAVER_EXPECT_HASH_OR_NOTHING
             : LECTERN_SAVER_EXPECT_HASH;

  if (self->backup)
    keep_replaced (self);

  if (lectern_saver_write (self->target, bytes, expect, self->baseline,
                           cancellable, &local_error))
    {
      self->written = g_steal_pointer (&hash);
      return TRUE;
    }

  /* Replaced all the same: the next save has to know what is there now. */
  if (g_error_matches (local_error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_UNCONFIRMED))
    self->written = g_steal_pointer (&hash);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
