/* lectern-document-save.c: a document into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-document-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-save-job.h"

static LecternSaveJob *
new_job (LecternDocument *self,
         GFile           *target)
{
  LecternSaveJob *job = lectern_save_job_new (self->history, self->file, target,
                                              self->baseline, self->unconfirmed);

  job->backup = self->backups;
  job->missing = self->missing;
  job->foreign = self->foreign;

  return job;
}

/* In the main thread again: what the document knows of its file now. */
static void
finish_save (LecternDocument *self,
             LecternSaveJob  *job,
             gboolean         confirmed)
{
  /* Neither was a file replaced, nor is anything known that was not before. */
  if (job->written == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  /* After an unconfirmed save the target holds what was written, and the next
   * save must not take that for another program's work; but it is not saved. */
  if (confirmed || job->own_file)
    {
      lectern_document_take_baseline (self, g_strdup (job->written));
      g_clear_pointer (&self->base, g_bytes_unref);
      self->base = g_bytes_ref (job->bytes);
      self->missing = FALSE;
      self->foreign = FALSE;
      self->unconfirmed = !confirmed;
    }

  if (confirmed)
    {
      /* Its own may have got another path meanwhile. */
      if (!job->own_file && (self->file == NULL || !g_file_equal (self->file, job->target)))
        {
          g_set_object (&self->file, job->target);
          lectern_document_notify (self, LECTERN_DOCUMENT_PROP_FILE);
        }
      self->saved_state = job->state;
      lectern_history_mark_saved (self->history, job->state);
      lectern_document_update_edited (self);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lectern_document_save:
 * @self: a document
 * @target: (nullable): where to; %NULL is its own file, which it must have
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Saves, and returns when all is on the disk.  Its own file is replaced only
 * if it holds what it held when it was last read or written, and not at all if
 * there is nothing to change.  Another @target is replaced whatever it holds,
 * since whoever chose it has been asked, and becomes the document's file.
 *
 * Returns: %TRUE if the file holds the schedule, else %FALSE with an error of
 *   `LECTERN_SAVER_ERROR` or `LECTERN_JSON_ERROR`, or with `G_IO_ERROR_PENDING`
 *   while another save is under way
 */
gboolean
lectern_document_save (LecternDocument  *self,
                       GFile            *target,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr (LecternSaveJob) job = NULL;
  gboolean saved;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (target != NULL || self->file != NULL, FALSE);

  if (lectern_document_get_saving (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _("The schedule is being saved already. Try again when that is done."));
      return FALSE;
    }

  job = new_job (self, target);
  saved = lectern_save_job_run (job, cancellable, error);
  finish_save (self, job, saved);

  return saved;
}

static void start_save (LecternDocument *self);

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (lectern_save_job_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_done (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LecternDocument) self = user_data;
  g_autoptr (GTask) task = g_queue_pop_head (&self->saves);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  finish_save (self, g_task_get_task_data (G_TASK (result)), saved);

  if (g_queue_is_empty (&self->saves))
    lectern_document_notify (self, LECTERN_DOCUMENT_PROP_SAVING);
  else
    start_save (self);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The writing is a task of its own, so that the document knows of its end
 * before whoever asked for it.  The document is not its source: a thread drops
 * its task when it likes, and the last of a document must not go there. */
static void
start_save (LecternDocument *self)
{
  GTask *asked = g_queue_peek_head (&self->saves);
  g_autoptr (GTask) task = g_task_new (NULL, g_task_get_cancellable (asked), save_done,
                                       g_object_ref (self));

  g_task_set_source_tag (task, start_save);
  /* A save that has replaced the file has succeeded, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, new_job (self, g_task_get_task_data (asked)),
                        (GDestroyNotify) lectern_save_job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * lectern_document_save_async:
 * @self: a document
 * @target: (nullable): where to; %NULL is its own file, which it must have
 * @cancellable: (nullable): to give up by
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves as [method@Document.save] does, writing in a thread.  What is edited
 * meanwhile is not part of it and leaves the document edited.  A save that is
 * asked for while another is under way waits for that, and then saves what
 * there is by then.
 */
void
lectern_document_save_async (LecternDocument     *self,
                             GFile               *target,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LECTERN_IS_DOCUMENT (self));
  g_return_if_fail (target != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lectern_document_save_async);
  g_task_set_check_cancellable (task, FALSE);
  if (target != NULL)
    g_task_set_task_data (task, g_object_ref (target), g_object_unref);

  g_queue_push_tail (&self->saves, task);
  if (g_queue_get_length (&self->saves) > 1)
    return;

  lectern_document_notify (self, LECTERN_DOCUMENT_PROP_SAVING);
  start_save (self);
}

/**
 * lectern_document_save_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Document.save_async].
 *
 * Returns: as [method@Document.save] does
 */
gboolean
lectern_document_save_finish (LecternDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
