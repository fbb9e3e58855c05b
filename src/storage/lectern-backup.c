/* lectern-backup.c: what files held before they were replaced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lectern-json.h"
#include "lectern-saver.h"

/* The versions of a file are in a folder of their own, named after the path
 * of the file; each is named after the moment it was replaced at, so that
 * their names are in order.  After a clock was set back, that moment is before
 * others: then a name has the next number in order, a hyphen, and the moment. */

#define INTERVAL (10 * 60 * G_USEC_PER_SEC)
#define N_KEPT 10
#define ENDING ".json"

/* When this process last kept a version, by folder. */
static GMutex last_lock;
static GHashTable *last;

static char *
get_folder (GFile   *file,
            GError **error)
{
  g_autofree char *path = lectern_saver_resolve (file, error);
  g_autofree char *hash = NULL;

  if (path == NULL)
    return NULL;

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_build_filename (g_get_user_state_dir (), "lectern", "backups", hash, NULL);
}

/* Notes the moment, so that another thread does not come to the same end. */
static gboolean
is_time (const char *folder,
         gint64      now)
{
  gint64 *before;
  gboolean due;

  g_mutex_lock (&last_lock);
  if (last == NULL)
    last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  before = g_hash_table_lookup (last, folder);
  /* A clock that was set back must not stop it. */
  due = before == NULL || now - *before >= INTERVAL || now < *before;
  if (due)
    g_hash_table_insert (last, g_strdup (folder), g_memdup2 (&now, sizeof now));
  g_mutex_unlock (&last_lock);

  return due;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

/* The latest first. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ENDING) && g_ascii_isdigit (*name))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* Twenty digits: in order as names until the year 300,000. */
static char *
make_name (GPtrArray *names,
           gint64     now)
{
  gint64 order = names->len > 0 ? g_ascii_strtoll (g_ptr_array_index (names, 0), NULL, 10) + 1 : now;

  if (order <= now)
    return g_strdup_printf ("%020" G_GINT64_FORMAT ENDING, now);

  return g_strdup_printf ("%020" G_GINT64_FORMAT "-%020" G_GINT64_FORMAT ENDING, order, now);
}

static gint64
get_time (const char *name)
{
  char *end;
  gint64 order = g_ascii_strtoll (name, &end, 10);

  return *end == '-' ? g_ascii_strtoll (end + 1, NULL, 10) : order;
}

static gboolean
is_latest (const char *folder,
           GPtrArray  *names,
           GBytes     *bytes)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) latest = NULL;

  if (names->len == 0)
    return FALSE;

  path = g_build_filename (folder, g_ptr_array_index (names, 0), NULL);
  file = g_file_new_for_path (path);
  latest = lectern_saver_read (file, NULL, NULL);

  return latest != NULL && g_bytes_equal (latest, bytes);
}

static gboolean
keep (const char  *folder,
      GBytes      *bytes,
      gint64       now,
      GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
                   _("Could not make the folder “%s”: %s. Check your permissions there."),
                   folder, g_strerror (errno));
      return FALSE;
    }

  names = list_names (folder);
  if (is_latest (folder, names, bytes))
    return TRUE;

  name = make_name (names, now);
  path = g_build_filename (folder, name, NULL);
  target = g_file_new_for_path (path);
  if (!lectern_saver_write_private (target, bytes, NULL, error))
    return FALSE;

  for (guint i = N_KEPT - 1; i < names->len; i++)
    {
      g_autofree char *old = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (old);
    }

  return TRUE;
}

/**
 * lectern_backup_make:
 * @file: a file that is about to be replaced
 * @now: the present moment, in microseconds since 1970
 * @error: return location for an error
 *
 * Keeps what @file holds, if this process has not done so in the last ten
 * minutes.  The last ten versions stay; only the user can read them.
 *
 * Returns: %FALSE with an error of `LECTERN_SAVER_ERROR` if it should have
 *   been kept and could not
 */
gboolean
lectern_backup_make (GFile   *file,
                     gint64   now,
                     GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;

  folder = get_folder (file, error);
  if (folder == NULL)
    return FALSE;
  if (!is_time (folder, now))
    return TRUE;

  bytes = lectern_saver_read (file, NULL, &local_error);
  if (g_error_matches (local_error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING))
    return TRUE;
  if (bytes != NULL && keep (folder, bytes, now, &local_error))
    return TRUE;

  /* Not done: the next save tries again. */
  g_mutex_lock (&last_lock);
  g_hash_table_remove (last, folder);
  g_mutex_unlock (&last_lock);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * lectern_backup_keep:
 * @file: a file that is about to be replaced
 * @bytes: what it holds
 * @now: the present moment, in microseconds since 1970
 * @error: return location for an error
 *
 * Keeps what @file holds, however little time has passed: for what another
 * program wrote and the user wants replaced.
 *
 * Returns: %FALSE with an error of `LECTERN_SAVER_ERROR` if it could not be
 *   kept
 */
gboolean
lectern_backup_keep (GFile   *file,
                     GBytes  *bytes,
                     gint64   now,
                     GError **error)
{
  g_autofree char *folder = get_folder (file, error);

  return folder != NULL && keep (folder, bytes, now, error);
}

/**
 * lectern_backup_free:
 * @self: (transfer full): a version
 *
 * Frees a version; it stays on the disk.
 */
void
lectern_backup_free (LecternBackup *self)
{
  g_clear_object (&self->schedule);
  g_free (self);
}

/**
 * lectern_backup_find:
 * @file: a file
 *
 * Reads the versions of a file that were kept.  One that was no schedule is
 * among them, so that it can be said that it was there.
 *
 * Returns: (transfer full) (element-type LecternBackup): the versions, the
 *   latest first
 */
GPtrArray *
lectern_backup_find (GFile *file)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_backup_free);
  g_autofree char *folder = get_folder (file, NULL);
  g_autoptr (GPtrArray) names = list_names (folder != NULL ? folder : "");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (GFile) version = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = lectern_saver_read (version, NULL, NULL);
      LecternBackup *backup = g_new0 (LecternBackup, 1);

      backup->time = get_time (g_ptr_array_index (names, i));
      if (bytes != NULL)
        backup->schedule = lectern_json_read (bytes, NULL);
      g_ptr_array_add (found, backup);
    }

  return found;
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, lectern_backup_find (task_data), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lectern_backup_find_async:
 * @file: a file
 * @cancellable: (nullable): to give up by
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Does what [func@backup_find] does in a thread.
 */
void
lectern_backup_find_async (GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lectern_backup_find_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, find_thread);
}

/**
 * lectern_backup_find_finish:
 * @result: what the callback was given
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Ends [func@backup_find_async].
 *
 * Returns: (transfer full) (element-type LecternBackup): as of
 *   [func@backup_find], or %NULL with an error
 */
GPtrArray *
lectern_backup_find_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
