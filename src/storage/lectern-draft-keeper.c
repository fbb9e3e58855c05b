/* lectern-draft-keeper.c: keeps a document's unsaved changes as a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-draft-keeper.h"

#include <glib/gstdio.h>

/* From the first change that is in no draft to the writing, however steadily
 * someone types: with the writing it stays below three seconds. */
#define WAIT_MS 2000

/* Where the draft is, shared with the threads that write to it.  Work that
 * comes late must not replace what is newer, nor bring back what was removed:
 * each piece of it has a number, which only ever grows. */
typedef struct
{
  GMutex   lock;
  char    *path;
  guint64  done;
} Place;

/* One writing of the draft. */
typedef struct
{
  Place           *place;
  guint64          number;
  guint64          state;
  LecternSchedule *snapshot;
  GFile           *file;
  char            *baseline;
  gint64           time;
} Job;

/**
 * LecternDraftKeeper:
 *
 * Follows a document's history, and has what is not saved written to the
 * state directory, in a thread.  The draft goes when the document is saved,
 * or is as it was saved, or when the keeper is retired.
 */
struct _LecternDraftKeeper
{
  GObject          parent_instance;

  LecternDocument *document;
  Place           *place;
  guint64          last_number;
  guint            timeout_id;
  gboolean         writing;
  gboolean         exists;       /* a draft that is this document's */
  guint64          drafted;      /* the state that is in it */
  GFile           *file;         /* which file it says it is of */
  char            *baseline;     /* what that held */
  gboolean         complained;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (LecternDraftKeeper, lectern_draft_keeper, G_TYPE_OBJECT)

static Place *
place_new (const char *path)
{
  Place *place = g_atomic_rc_box_new0 (Place);

  g_mutex_init (&place->lock);
  place->path = g_strdup (path);
  lectern_draft_set_in_use (path, TRUE);

  return place;
}

static void
place_clear (Place *place)
{
  g_mutex_clear (&place->lock);
  g_free (place->path);
}

static void
place_release (Place *place)
{
  g_atomic_rc_box_release_full (place, (GDestroyNotify) place_clear);
}

static void
place_remove (Place   *place,
              guint64  number)
{
  g_mutex_lock (&place->lock);
  place->done = number;
  g_unlink (place->path);
  g_mutex_unlock (&place->lock);
}

static Job *
job_new (LecternDraftKeeper *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  Job *job = g_new0 (Job, 1);

  job->place = g_atomic_rc_box_acquire (self->place);
  job->number = ++self->last_number;
  job->state = lectern_history_get_state (history);
  job->snapshot = lectern_schedule_snapshot (lectern_document_get_schedule (self->document));
  g_set_object (&job->file, lectern_document_get_file (self->document));
  job->baseline = g_strdup (lectern_document_get_baseline (self->document));
  job->time = g_get_real_time ();

  return job;
}

static void
job_free (Job *job)
{
  place_release (job->place);
  g_object_unref (job->snapshot);
  g_clear_object (&job->file);
  g_free (job->baseline);
  g_free (job);
}

static gboolean
job_run (Job     *job,
         GError **error)
{
  gboolean written = TRUE;

  g_mutex_lock (&job->place->lock);
  if (job->number > job->place->done)
    {
      written = lectern_draft_write (job->place->path, job->snapshot, job->file, job->baseline,
                                     job->time, error);
      if (written)
        job->place->done = job->number;
    }
  g_mutex_unlock (&job->place->lock);

  return written;
}

static gboolean
needs_writing (LecternDraftKeeper *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);

  if (lectern_history_get_saved (history))
    return FALSE;
  if (!self->exists || lectern_history_get_state (history) != self->drafted)
    return TRUE;

  /* A save that ends after the draft was written changes what that is of. */
  return self->file != lectern_document_get_file (self->document)
         || g_strcmp0 (self->baseline, lectern_document_get_baseline (self->document)) != 0;
}

static gboolean timeout_cb (gpointer user_data);

static void
schedule_writing (LecternDraftKeeper *self)
{
  /* Not postponed by what is typed meanwhile. */
  if (self->timeout_id == 0 && !self->writing && needs_writing (self))
    self->timeout_id = g_timeout_add (WAIT_MS, timeout_cb, self);
}

static void
remove_draft (LecternDraftKeeper *self)
{
  if (self->exists || self->writing)
    place_remove (self->place, ++self->last_number);
  self->exists = FALSE;
}

static void
changed_cb (LecternDraftKeeper *self)
{
  if (lectern_history_get_saved (lectern_document_get_history (self->document)))
    {
      g_clear_handle_id (&self->timeout_id, g_source_remove);
      remove_draft (self);
    }
  else
    {
      schedule_writing (self);
    }
}

static void
take_result (LecternDraftKeeper *self,
             Job                *job,
             const GError       *error)
{
  if (error == NULL)
    {
      self->complained = FALSE;
      /* Unless it was removed meanwhile. */
      if (job->number == self->last_number)
        {
          self->exists = TRUE;
          self->drafted = job->state;
          g_set_object (&self->file, job->file);
          g_free (self->baseline);
          self->baseline = g_strdup (job->baseline);
        }
    }
  else if (!self->complained)
    {
      self->complained = TRUE;
      g_signal_emit (self, failed_signal, 0, error->message);
    }
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LecternDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->writing = FALSE;
  if (self->document == NULL)
    return;

  take_result (self, g_task_get_task_data (G_TASK (result)), error);
  schedule_writing (self);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
timeout_cb (gpointer user_data)
{
  LecternDraftKeeper *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->timeout_id = 0;
  if (!needs_writing (self))
    return G_SOURCE_REMOVE;

  /* The keeper is not its source: a thread drops its task when it likes. */
  task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));
  g_task_set_source_tag (task, timeout_cb);
  g_task_set_task_data (task, job_new (self), (GDestroyNotify) job_free);
  self->writing = TRUE;
  g_task_run_in_thread (task, write_thread);

  return G_SOURCE_REMOVE;
}

static void
lectern_draft_keeper_dispose (GObject *object)
{
  LecternDraftKeeper *self = LECTERN_DRAFT_KEEPER (object);

  /* Whoever has not decided otherwise loses nothing. */
  lectern_draft_keeper_retire (self, TRUE);

  G_OBJECT_CLASS (lectern_draft_keeper_parent_class)->dispose (object);
}

static void
lectern_draft_keeper_finalize (GObject *object)
{
  LecternDraftKeeper *self = LECTERN_DRAFT_KEEPER (object);

  place_release (self->place);
  g_clear_object (&self->file);
  g_free (self->baseline);

  G_OBJECT_CLASS (lectern_draft_keeper_parent_class)->finalize (object);
}

static void
lectern_draft_keeper_class_init (LecternDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_draft_keeper_dispose;
  object_class->finalize = lectern_draft_keeper_finalize;

  /**
   * LecternDraftKeeper::failed:
   * @self: the keeper
   * @message: a sentence for people
   *
   * Emitted when a draft could not be written, once until it can again; it is
   * tried on.
   */
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_draft_keeper_init (LecternDraftKeeper *self)
{
  g_autofree char *path = lectern_draft_make_path ();

  self->place = place_new (path);
}

/**
 * lectern_draft_keeper_new:
 * @document: a document
 *
 * Begins to keep drafts of what is not saved.
 *
 * Returns: (transfer full): a new keeper
 */
LecternDraftKeeper *
lectern_draft_keeper_new (LecternDocument *document)
{
  LecternDraftKeeper *self = g_object_new (LECTERN_TYPE_DRAFT_KEEPER, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (lectern_document_get_history (document), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::baseline",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  schedule_writing (self);

  return self;
}

/**
 * lectern_draft_keeper_adopt:
 * @self: a keeper
 * @draft: a draft that was found, and restored to the keeper's document
 *
 * Takes a draft over: it stays on the disk until the document has a newer one,
 * or is saved.
 */
void
lectern_draft_keeper_adopt (LecternDraftKeeper *self,
                            LecternDraft       *draft)
{
  g_return_if_fail (LECTERN_IS_DRAFT_KEEPER (self));
  g_return_if_fail (self->document != NULL);

  /* What the document had of its own is in the history, and soon in the
   * adopted one. */
  remove_draft (self);
  lectern_draft_set_in_use (self->place->path, FALSE);
  place_release (self->place);
  self->place = place_new (draft->path);
  self->exists = TRUE;
  self->drafted = G_MAXUINT64;
  schedule_writing (self);
}

/**
 * lectern_draft_keeper_flush:
 * @self: a keeper
 * @error: return location for an error
 *
 * Writes what is in no draft yet, and returns when it is on the disk: for when
 * there may be no later.
 *
 * Returns: %FALSE with an error if it could not be written
 */
gboolean
lectern_draft_keeper_flush (LecternDraftKeeper  *self,
                            GError             **error)
{
  GError *local_error = NULL;
  Job *job;

  g_return_val_if_fail (LECTERN_IS_DRAFT_KEEPER (self), FALSE);

  if (self->document == NULL)
    return TRUE;
  /* Somebody may have cleared the folder. */
  if (self->exists && !g_file_test (self->place->path, G_FILE_TEST_EXISTS))
    self->exists = FALSE;
  if (!needs_writing (self))
    return TRUE;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  job = job_new (self);
  if (job_run (job, &local_error))
    take_result (self, job, NULL);
  job_free (job);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  schedule_writing (self);

  return FALSE;
}

/**
 * lectern_draft_keeper_retire:
 * @self: a keeper
 * @keep: whether the draft stays; else the changes were discarded
 *
 * Ends keeping drafts.
 */
void
lectern_draft_keeper_retire (LecternDraftKeeper *self,
                             gboolean            keep)
{
  g_return_if_fail (LECTERN_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->document == NULL)
    return;

  if (!keep)
    remove_draft (self);
  g_signal_handlers_disconnect_by_data (lectern_document_get_history (self->document), self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  lectern_draft_set_in_use (self->place->path, FALSE);
}
