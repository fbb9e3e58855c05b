/* lectern-notes-info.c: what there is of a session's files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-info.h"

#include <sys/stat.h>

#include "lectern-notes-private.h"

/* Nothing of the model: a thread may not touch that. */
typedef struct
{
  GFile     *file;
  GPtrArray *paths;  /* NULL for what is no file */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->file);
  g_ptr_array_unref (work->paths);
  g_free (work);
}

static LecternNotesInfo
look_at (GFile      *schedule_file,
         const char *path)
{
  LecternNotesInfo info = { FALSE, -1, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *real = NULL;
  struct stat status;

  if (path == NULL || schedule_file == NULL)
    return info;

  uri = lectern_notes_resolve_file (schedule_file, path, &error);
  info.missing = g_error_matches (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_MISSING);
  real = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  if (real != NULL && stat (real, &status) == 0)
    {
      info.size = status.st_size;
      info.modified = status.st_mtim.tv_sec;
    }

  return info;
}

static void
look_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;
  GArray *infos = g_array_sized_new (FALSE, FALSE, sizeof (LecternNotesInfo), work->paths->len);

  for (guint i = 0; i < work->paths->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      LecternNotesInfo info = look_at (work->file, g_ptr_array_index (work->paths, i));

      g_array_append_val (infos, info);
    }

  g_task_return_pointer (task, infos, (GDestroyNotify) g_array_unref);
}

/**
 * lectern_notes_info_async:
 * @schedule_file: (nullable): the file of the schedule
 * @session: a session
 * @cancellable: (nullable): to give up by
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks at the files of all resources of a session, in a thread.
 */
void
lectern_notes_info_async (GFile               *schedule_file,
                          LecternSession      *session,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GListModel *resources = lectern_session_get_resources (session);
  Work *work = g_new0 (Work, 1);

  g_set_object (&work->file, schedule_file);
  work->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      g_ptr_array_add (work->paths, g_strdup (lectern_resource_get_file (resource)));
    }
  g_task_set_source_tag (task, lectern_notes_info_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, look_thread);
}

/**
 * lectern_notes_info_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@notes_info_async].
 *
 * Returns: (transfer full) (element-type LecternNotesInfo): as many as the
 *   session had resources; %NULL if it was cancelled
 */
GArray *
lectern_notes_info_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
