/* lectern-copies.c: whether copies still say what they said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-copies.h"

#include <fcntl.h>
#include <unistd.h>

#include "lectern-notes-private.h"
#include "lectern-saver-private.h"

struct _LecternCopies
{
  gatomicrefcount  references;

  GFile           *schedule_file;
  GPtrArray       *paths;

  /* What they said, once that was read. */
  GMutex           mutex;
  GPtrArray       *hashes;
};

static char *
hash_file (LecternCopies *self,
           guint          i)
{
  g_autofree char *uri = lectern_notes_resolve_file (self->schedule_file, g_ptr_array_index (self->paths, i),
                                                     NULL);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  int fd = path != NULL ? lectern_saver_open_at (AT_FDCWD, path) : -1;
  char *hash = NULL;

  if (fd >= 0)
    {
      hash = lectern_saver_hash_fd (fd, NULL);
      close (fd);
    }

  return hash;
}

/* The first look is what the later ones are compared with. */
static void
read_hashes (LecternCopies *self)
{
  g_mutex_lock (&self->mutex);
  for (guint i = self->hashes->len; i < self->paths->len; i++)
    g_ptr_array_add (self->hashes, hash_file (self, i));
  g_mutex_unlock (&self->mutex);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  read_hashes (task_data);
  g_task_return_boolean (task, TRUE);
}

/**
 * lectern_copies_new:
 * @schedule_file: the file of a schedule
 * @paths: (element-type utf8): files that were just made, relative to its folder
 *
 * Remembers what they say, which is read in a thread.
 *
 * Returns: (transfer full): what is remembered
 */
LecternCopies *
lectern_copies_new (GFile     *schedule_file,
                    GPtrArray *paths)
{
  LecternCopies *self = g_new0 (LecternCopies, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->schedule_file = g_object_ref (schedule_file);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (self->paths, g_strdup (g_ptr_array_index (paths, i)));
  self->hashes = g_ptr_array_new_with_free_func (g_free);

  g_task_set_source_tag (task, lectern_copies_new);
  g_task_set_task_data (task, lectern_copies_ref (self), (GDestroyNotify) lectern_copies_unref);
  g_task_run_in_thread (task, read_thread);

  return self;
}

/**
 * lectern_copies_ref:
 * @self: what is remembered
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
LecternCopies *
lectern_copies_ref (LecternCopies *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * lectern_copies_unref:
 * @self: (transfer full): what is remembered
 *
 * Drops a reference, from any thread.
 */
void
lectern_copies_unref (LecternCopies *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_object_unref (self->schedule_file);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->hashes);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * lectern_copies_get_n:
 * @self: what is remembered
 *
 * Counts the files.
 *
 * Returns: how many there are
 */
guint
lectern_copies_get_n (LecternCopies *self)
{
  return self->paths->len;
}

/**
 * lectern_copies_get_path:
 * @self: what is remembered
 * @i: which
 *
 * Gets where a file is.
 *
 * Returns: (transfer none): its path, relative to the schedule's folder
 */
const char *
lectern_copies_get_path (LecternCopies *self,
                         guint          i)
{
  return g_ptr_array_index (self->paths, i);
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  LecternCopies *self = task_data;
  char *changed = NULL;

  read_hashes (self);
  for (guint i = 0; i < self->paths->len && changed == NULL; i++)
    {
      g_autofree char *now = hash_file (self, i);

      if (now == NULL || g_strcmp0 (now, g_ptr_array_index (self->hashes, i)) != 0)
        changed = g_strdup (g_ptr_array_index (self->paths, i));
    }

  g_task_return_pointer (task, changed, g_free);
}

/**
 * lectern_copies_check_async:
 * @self: what is remembered
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks in a thread whether all are there and say the same.
 */
void
lectern_copies_check_async (LecternCopies       *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, lectern_copies_check_async);
  g_task_set_task_data (task, lectern_copies_ref (self), (GDestroyNotify) lectern_copies_unref);
  g_task_run_in_thread (task, check_thread);
}

/**
 * lectern_copies_check_finish:
 * @result: what the callback was given
 *
 * Ends [method@Copies.check_async].
 *
 * Returns: (transfer full) (nullable): a file that has gone or says something
 *   else; %NULL if there is none
 */
char *
lectern_copies_check_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
