/* lectern-publication.c: what publishing will change on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-publication.h"

#include <glib/gi18n-lib.h>

#include "lectern-git-index.h"
#include "lectern-saver.h"

static void
clear (LecternPublication *self)
{
  g_clear_object (&self->page);
  g_clear_pointer (&self->before, g_bytes_unref);
  g_clear_pointer (&self->after, g_bytes_unref);
  g_clear_pointer (&self->report, lectern_page_report_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->new_files, g_ptr_array_unref);
}

/**
 * lectern_publication_ref:
 * @self: a publication
 *
 * Holds it; it does not change once it is made, so that any thread may.
 *
 * Returns: (transfer full): @self
 */
LecternPublication *
lectern_publication_ref (LecternPublication *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lectern_publication_unref:
 * @self: (transfer full): a publication
 *
 * Lets it go.
 */
void
lectern_publication_unref (LecternPublication *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * lectern_publication_dup_name:
 * @self: a publication
 *
 * Gets what to call the page in a sentence.
 *
 * Returns: (transfer full): the file's name
 */
char *
lectern_publication_dup_name (LecternPublication *self)
{
  g_autofree char *name = g_file_get_basename (self->page);

  return g_filename_display_name (name);
}

/**
 * lectern_publication_new:
 * @schedule: a schedule
 * @schedule_file: (nullable): its file
 * @page: a page
 * @new_dates: (nullable): how to write dates into a table that has none yet
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Reads a page, and puts the schedule into it in memory.
 *
 * Returns: (transfer full): what would be written, or %NULL with an error of
 *   `LECTERN_SAVER_ERROR` or `LECTERN_PAGE_ERROR`
 */
LecternPublication *
lectern_publication_new (LecternSchedule  *schedule,
                         GFile            *schedule_file,
                         GFile            *page,
                         const char       *new_dates,
                         GCancellable     *cancellable,
                         GError          **error)
{
  LecternPageOptions options = { .new_dates = new_dates };
  g_autoptr (LecternPublication) self = g_atomic_rc_box_new0 (LecternPublication);

  self->page = g_object_ref (page);
  self->before = lectern_saver_read (page, cancellable, error);
  if (self->before == NULL)
    return NULL;

  self->after = lectern_page_publish (self->before, schedule, &options, &self->report, error);
  if (self->after == NULL)
    return NULL;

  self->changes = lectern_page_diff (self->before, self->after);
  self->new_files = lectern_git_index_find_uncommitted (schedule_file, schedule);
  if (self->new_files == NULL)
    self->new_files = g_ptr_array_ref (self->report->new_files);

  return g_steal_pointer (&self);
}

/**
 * lectern_publication_write:
 * @self: a publication
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Writes the page, if it still holds what it held when it was read.  A page
 * that is to stay as it is is not touched.
 *
 * Returns: %TRUE if the page holds it, else %FALSE with an error of
 *   `LECTERN_SAVER_ERROR`
 */
gboolean
lectern_publication_write (LecternPublication  *self,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autofree char *hash = lectern_saver_hash (self->before);

  if (g_bytes_equal (self->before, self->after))
    return TRUE;

  return lectern_saver_write (self->page, self->after, LECTERN_SAVER_EXPECT_HASH, hash,
                              cancellable, error);
}

/* ---- In a thread ---- */

typedef struct
{
  LecternSchedule *schedule;
  GFile           *schedule_file;
  GFile           *page;
  char            *new_dates;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->schedule);
  g_clear_object (&work->schedule_file);
  g_object_unref (work->page);
  g_free (work->new_dates);
  g_free (work);
}

static void
new_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  LecternPublication *self = lectern_publication_new (work->schedule, work->schedule_file,
                                                      work->page, work->new_dates,
                                                      cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) lectern_publication_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_publication_new_async:
 * @schedule: a schedule; what it says now counts
 * @schedule_file: (nullable): its file
 * @page: a page
 * @new_dates: (nullable): how to write dates into a table that has none yet
 * @cancellable: (nullable): to give up by
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Does as [func@publication_new] in a thread.
 */
void
lectern_publication_new_async (LecternSchedule     *schedule,
                               GFile               *schedule_file,
                               GFile               *page,
                               const char          *new_dates,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->schedule = lectern_schedule_snapshot (schedule);
  g_set_object (&work->schedule_file, schedule_file);
  work->page = g_object_ref (page);
  work->new_dates = g_strdup (new_dates);
  g_task_set_source_tag (task, lectern_publication_new_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, new_thread);
}

/**
 * lectern_publication_new_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@publication_new_async].
 *
 * Returns: (transfer full): as [func@publication_new]
 */
LecternPublication *
lectern_publication_new_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (lectern_publication_write (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_publication_write_async:
 * @self: a publication
 * @cancellable: (nullable): to give up by
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Does as [func@publication_write] in a thread.
 */
void
lectern_publication_write_async (LecternPublication  *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lectern_publication_write_async);
  /* A page that was replaced was published, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, lectern_publication_ref (self),
                        (GDestroyNotify) lectern_publication_unref);
  g_task_run_in_thread (task, write_thread);
}

/**
 * lectern_publication_write_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@publication_write_async].
 *
 * Returns: as [func@publication_write]
 */
gboolean
lectern_publication_write_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
