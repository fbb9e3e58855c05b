/* lectern-document.c: a schedule, its history and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-document-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-json.h"
#include "lectern-save-job.h"
#include "lectern-saver.h"

/**
 * LecternDocument:
 *
 * What a window shows and the command line works on: a schedule with its
 * history, the file it was read from, and the hash of what that file held when
 * it was last read or written.  All edits go through the history; saving never
 * changes the schedule.
 */
struct _LecternDocument
{
  GObject          parent_instance;

  GFile           *file;
  LecternSchedule *schedule;
  LecternHistory  *history;

  GBytes          *base;          /* what the file held; %NULL without */
  char            *baseline;      /* its hash */
  guint64          saved_state;   /* that of the history which the file holds */
  gboolean         missing;       /* the file is gone, by another program */
  gboolean         unconfirmed;   /* the last save may not survive a power cut */
  gboolean         backups;       /* whether what is replaced is kept */
  gboolean         edited;        /* as last notified */

  GQueue           saves;         /* of GTask: the one under way comes first */
};

G_DEFINE_FINAL_TYPE (LecternDocument, lectern_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_EDITED,
  PROP_SAVING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_edited (LecternDocument *self)
{
  gboolean edited = !lectern_history_get_saved (self->history);

  if (self->edited == edited)
    return;

  self->edited = edited;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
}

static void
lectern_document_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LecternDocument *self = LECTERN_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_EDITED:
      g_value_set_boolean (value, lectern_document_get_edited (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, lectern_document_get_saving (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_document_dispose (GObject *object)
{
  LecternDocument *self = LECTERN_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->schedule);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (lectern_document_parent_class)->dispose (object);
}

static void
lectern_document_finalize (GObject *object)
{
  LecternDocument *self = LECTERN_DOCUMENT (object);

  /* Each save holds a reference, so that there are none left. */
  g_assert (g_queue_is_empty (&self->saves));
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->baseline);

  G_OBJECT_CLASS (lectern_document_parent_class)->finalize (object);
}

static void
lectern_document_class_init (LecternDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lectern_document_get_property;
  object_class->dispose = lectern_document_dispose;
  object_class->finalize = lectern_document_finalize;

  /**
   * LecternDocument:file:
   *
   * The file it was read from or last saved to; %NULL before the first save.
   */
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);

  /**
   * LecternDocument:edited:
   *
   * Whether there is something that the file does not hold.
   */
  properties[PROP_EDITED] =
    g_param_spec_boolean ("edited", NULL, NULL, FALSE, flags);

  /**
   * LecternDocument:saving:
   *
   * Whether a save is under way.
   */
  properties[PROP_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_document_init (LecternDocument *self)
{
  g_queue_init (&self->saves);
}

/* For the other half of this type: with the hash of what @file holds. */
LecternDocument *
lectern_document_new_for_schedule (LecternSchedule *schedule,
                                   GFile           *file,
                                   const char      *baseline)
{
  LecternDocument *self = g_object_new (LECTERN_TYPE_DOCUMENT, NULL);

  self->schedule = g_object_ref (schedule);
  self->history = lectern_history_new (schedule);
  g_set_object (&self->file, file);
  self->baseline = g_strdup (baseline);
  if (baseline != NULL)
    self->base = g_bytes_ref (lectern_schedule_get_source (schedule));
  self->saved_state = lectern_history_get_state (self->history);
  g_signal_connect_object (self->history, "notify::saved",
                           G_CALLBACK (update_edited), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lectern_document_new:
 *
 * Makes a document with an empty schedule and no file.  It counts as unedited
 * until something is changed.
 *
 * Returns: (transfer full): a new document
 */
LecternDocument *
lectern_document_new (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  LecternRecord *head = LECTERN_RECORD (lectern_schedule_get_head (schedule));
  g_autofree char *id = lectern_session_make_id ();

  lectern_record_set_string (head, LECTERN_HEAD_ID, id);
  lectern_record_set_string (head, LECTERN_HEAD_TITLE, _("Reading Group"));

  return lectern_document_new_for_schedule (schedule, NULL, NULL);
}

static LecternSaveJob *
new_job (LecternDocument *self,
         GFile           *target)
{
  LecternSaveJob *job = lectern_save_job_new (self->history, self->file, target,
                                              self->baseline, self->unconfirmed);

  job->backup = self->backups;
  job->missing = self->missing;

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
      g_free (self->baseline);
      self->baseline = g_strdup (job->written);
      g_clear_pointer (&self->base, g_bytes_unref);
      self->base = g_bytes_ref (job->bytes);
      self->missing = FALSE;
      self->unconfirmed = !confirmed;
    }

  if (confirmed)
    {
      /* Its own may have got another path meanwhile. */
      if (!job->own_file && (self->file == NULL || !g_file_equal (self->file, job->target)))
        {
          g_set_object (&self->file, job->target);
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
        }
      self->saved_state = job->state;
      lectern_history_mark_saved (self->history, job->state);
      update_edited (self);
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
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
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

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
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

/**
 * lectern_document_get_file:
 * @self: a document
 *
 * Gets where the document lives.
 *
 * Returns: (transfer none) (nullable): the file, %NULL before the first save
 */
GFile *
lectern_document_get_file (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * lectern_document_set_path:
 * @self: a document with a file
 * @file: the same file by another path
 *
 * Says that its file is to be reached by another path from now on, as one
 * that a sandbox was given without its folder, when the folder is there too.
 */
void
lectern_document_set_path (LecternDocument *self,
                           GFile           *file)
{
  g_return_if_fail (LECTERN_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL && G_IS_FILE (file));

  if (g_file_equal (self->file, file))
    return;

  g_set_object (&self->file, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * lectern_document_get_baseline:
 * @self: a document
 *
 * Gets the hash of what its file held when it was last read or written.
 *
 * Returns: (transfer none) (nullable): the hash, %NULL without a file
 */
const char *
lectern_document_get_baseline (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->baseline;
}

/**
 * lectern_document_get_base:
 * @self: a document
 *
 * Gets what its file held when it was last read or written.
 *
 * Returns: (transfer none) (nullable): the bytes, %NULL without a file
 */
GBytes *
lectern_document_get_base (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->base;
}

/**
 * lectern_document_set_base:
 * @self: a document with a file
 * @base: what another program has put into the file
 *
 * Says that what the file holds now is known: the next save may replace it.
 * The document counts as edited unless it would write just that.
 */
void
lectern_document_set_base (LecternDocument *self,
                           GBytes          *base)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (LECTERN_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  g_bytes_ref (base);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = base;
  g_free (self->baseline);
  self->baseline = lectern_saver_hash (base);
  self->unconfirmed = FALSE;
  self->missing = FALSE;

  bytes = lectern_json_write (self->schedule, lectern_schedule_get_source (self->schedule), NULL);
  self->saved_state = bytes != NULL && g_bytes_equal (bytes, base)
                      ? lectern_history_get_state (self->history) : LECTERN_HISTORY_NO_STATE;
  lectern_history_mark_saved (self->history, self->saved_state);
  update_edited (self);
}

/**
 * lectern_document_set_missing:
 * @self: a document with a file
 * @missing: whether the file is gone
 *
 * Says that another program has deleted or moved the file, or that it is back
 * as it was.  Without its file a document is edited, and a save writes the
 * file anew.
 */
void
lectern_document_set_missing (LecternDocument *self,
                              gboolean         missing)
{
  g_return_if_fail (LECTERN_IS_DOCUMENT (self));

  if (self->missing == missing)
    return;

  self->missing = missing;
  lectern_history_mark_saved (self->history,
                              missing ? LECTERN_HISTORY_NO_STATE : self->saved_state);
  update_edited (self);
}

/**
 * lectern_document_get_schedule:
 * @self: a document
 *
 * Gets the schedule, which stays the same one.
 *
 * Returns: (transfer none): the schedule
 */
LecternSchedule *
lectern_document_get_schedule (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->schedule;
}

/**
 * lectern_document_get_history:
 * @self: a document
 *
 * Gets the history, which all edits go through.
 *
 * Returns: (transfer none): the history
 */
LecternHistory *
lectern_document_get_history (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * lectern_document_get_edited:
 * @self: a document
 *
 * Tells whether there is something that the file does not hold.
 *
 * Returns: whether something would be lost
 */
gboolean
lectern_document_get_edited (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), FALSE);

  return self->edited;
}

/**
 * lectern_document_get_saving:
 * @self: a document
 *
 * Tells whether a save is under way or waits.
 *
 * Returns: whether the document is being saved
 */
gboolean
lectern_document_get_saving (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), FALSE);

  return !g_queue_is_empty (&self->saves);
}

/**
 * lectern_document_set_backups:
 * @self: a document
 * @backups: whether to keep what a save replaces
 *
 * Sets whether a save keeps what the file held before, see
 * [func@backup_make].  A document does not, unless it is told to.
 */
void
lectern_document_set_backups (LecternDocument *self,
                              gboolean         backups)
{
  g_return_if_fail (LECTERN_IS_DOCUMENT (self));

  self->backups = backups;
}
