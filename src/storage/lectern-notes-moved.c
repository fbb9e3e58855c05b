/* lectern-notes-moved.c: where the files went that resources name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern-edit.h"
#include "lectern-notes-private.h"

/**
 * lectern_moved_new:
 * @key: a session
 * @index: which of its resources
 * @path: where its file is now
 *
 * Notes that a file has moved.
 *
 * Returns: (transfer full): the note
 */
LecternMoved *
lectern_moved_new (guint64     key,
                   guint       index,
                   const char *path)
{
  LecternMoved *self = g_new0 (LecternMoved, 1);

  self->key = key;
  self->index = index;
  self->path = g_strdup (path);

  return self;
}

/**
 * lectern_moved_free:
 * @data: (transfer full): a note that a file has moved
 *
 * Frees it.
 */
void
lectern_moved_free (gpointer data)
{
  LecternMoved *self = data;

  g_free (self->path);
  g_free (self);
}

/* How much of a path is the folder that moved: what both have in common at
 * their ends, whole parts of at least the name, stayed as it was. */
gboolean
lectern_notes_find_prefixes (const char *before,
                             const char *after,
                             gsize      *before_length,
                             gsize      *after_length)
{
  gsize i = strlen (before);
  gsize j = strlen (after);

  *before_length = i + 1;
  while (i > 0 && j > 0 && before[i - 1] == after[j - 1])
    {
      i--;
      j--;
      if ((i == 0 || before[i - 1] == '/') && (j == 0 || after[j - 1] == '/'))
        {
          *before_length = i;
          *after_length = j;
        }
    }

  return *before_length <= strlen (before);
}

static gboolean
can_open (GFile      *schedule_file,
          const char *path)
{
  g_autofree char *uri = lectern_notes_resolve_file (schedule_file, path, NULL);

  return uri != NULL;
}

static gboolean
is_missing (GFile      *schedule_file,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autofree char *uri = lectern_notes_resolve_file (schedule_file, path, &error);

  return g_error_matches (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_MISSING);
}

/* Outside, nothing is followed that leads elsewhere. */
static gboolean
is_file (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0 && S_ISREG (status.st_mode);
}

/**
 * lectern_notes_find_moved:
 * @schedule_file: the file of the schedule
 * @schedule: the schedule
 * @before: the path of a file that is missing
 * @after: where it was found; an absolute path if that is not in the schedule's
 *   folder
 *
 * Finds all resources whose files are missing and are to be found where a move
 * like that of the one file would have brought them; the one is among them,
 * unless it was found outside.
 * Blocks for the disk.
 *
 * Returns: (transfer full) (element-type LecternMoved): where they are now
 */
GPtrArray *
lectern_notes_find_moved (GFile           *schedule_file,
                          LecternSchedule *schedule,
                          const char      *before,
                          const char      *after)
{
  GPtrArray *moved = g_ptr_array_new_with_free_func (lectern_moved_free);
  gsize before_length;
  gsize after_length = 0;
  gboolean outside = g_path_is_absolute (after);
  gboolean likewise = lectern_notes_find_prefixes (before, after, &before_length, &after_length);

  for (guint s = 0; s < lectern_schedule_get_n_sessions (schedule); s++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, s);
      GListModel *resources = lectern_session_get_resources (session);

      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
          const char *file = lectern_resource_get_file (resource);
          g_autofree char *path = NULL;

          if (file == NULL)
            continue;
          if (g_str_equal (file, before))
            path = outside ? NULL : g_strdup (after);
          else if (likewise && strncmp (file, before, before_length) == 0
                   && is_missing (schedule_file, file))
            path = g_strdup_printf ("%.*s%s", (int) after_length, after, file + before_length);
          if (path == NULL || !(outside ? is_file (path) : can_open (schedule_file, path)))
            continue;

          g_ptr_array_add (moved, lectern_moved_new (lectern_session_get_key (session), i, path));
        }
    }

  return moved;
}

/* Nobody else holds the schedule. */
typedef struct
{
  GFile           *file;
  LecternSchedule *schedule;
  char            *before;
  char            *after;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->file);
  g_object_unref (work->schedule);
  g_free (work->before);
  g_free (work->after);
  g_free (work);
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;

  g_task_return_pointer (task,
                         lectern_notes_find_moved (work->file, work->schedule,
                                                   work->before, work->after),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lectern_notes_find_moved_async:
 * @schedule_file: the file of the schedule
 * @schedule: the schedule, of which a snapshot is taken
 * @before: the path of a file that is missing
 * @after: where it was found
 * @cancellable: (nullable): to give up by
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does as [func@notes_find_moved] in a thread.
 */
void
lectern_notes_find_moved_async (GFile               *schedule_file,
                                LecternSchedule     *schedule,
                                const char          *before,
                                const char          *after,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->file = g_object_ref (schedule_file);
  work->schedule = lectern_schedule_snapshot (schedule);
  work->before = g_strdup (before);
  work->after = g_strdup (after);
  g_task_set_source_tag (task, lectern_notes_find_moved_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * lectern_notes_find_moved_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@notes_find_moved_async].
 *
 * Returns: (transfer full) (element-type LecternMoved): where the files are
 *   now; %NULL if it was cancelled
 */
GPtrArray *
lectern_notes_find_moved_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_notes_mend:
 * @history: the history of a schedule
 * @moved: (element-type LecternMoved): where files are now
 * @error: return location for an error
 *
 * Lets resources name their files where they are now, in one step.  What has
 * gone from the schedule meanwhile is passed over.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR` if a path cannot stand
 *   in a schedule
 */
gboolean
lectern_notes_mend (LecternHistory  *history,
                    GPtrArray       *moved,
                    GError         **error)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  gboolean done = TRUE;

  lectern_history_begin_group (history, _("Locate Files"));
  for (guint i = 0; i < moved->len && done; i++)
    {
      const LecternMoved *item = g_ptr_array_index (moved, i);
      LecternSession *session = lectern_schedule_find_key (schedule, item->key, NULL);
      g_autofree char *path = g_strdup_printf ("resources[%u].file", item->index);

      if (session != NULL
          && item->index < g_list_model_get_n_items (lectern_session_get_resources (session)))
        done = lectern_edit_set (history, session, path, item->path, error);
    }
  lectern_history_end_group (history);

  return done;
}
