/* lectern-notes-carry.c: the notes of a schedule that is saved elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-carry.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern-attach.h"
#include "lectern-grant.h"
#include "lectern-edit.h"
#include "lectern-notes-private.h"
#include "lectern-notes-scan.h"

/* A file that comes along, or is named where it stays. */
typedef struct
{
  guint64  key;
  guint    index;
  char    *path;
  GFile   *file;     /* to be copied */
  goffset  size;
} Item;

struct _LecternNotesCarry
{
  gatomicrefcount       references;

  GFile                *from;
  GFile                *to;
  LecternSchedule      *schedule;   /* nobody else holds it */
  LecternNotesCarryWay  way;
  char                 *way_back;
  GPtrArray            *found;      /* what is copied instead, from elsewhere */
  GPtrArray            *moved;

  /* The copies that were begun, which are asked how far they are. */
  GMutex                mutex;
  GPtrArray            *made;
  goffset               size;
  goffset               done;
  goffset               current;
};

/**
 * lectern_notes_carry_concerns:
 * @from: the file that the schedule has
 * @to: the file that it is to have
 * @schedule: the schedule
 *
 * Tells whether there are files of which it has to be said what becomes of
 * them: paths never lead out of the schedule's folder, so that in another one
 * they lead elsewhere.  Does not look at the disk.
 *
 * Returns: whether the folder is another, and the schedule names files
 */
gboolean
lectern_notes_carry_concerns (GFile           *from,
                              GFile           *to,
                              LecternSchedule *schedule)
{
  g_autoptr (GFile) old = g_file_get_parent (from);
  g_autoptr (GFile) new = g_file_get_parent (to);

  if (old == NULL || new == NULL || g_file_equal (old, new))
    return FALSE;
  /* Nothing can be done about files that are out of reach. */
  if (!lectern_grant_check (from, NULL) || !lectern_grant_check (to, NULL))
    return FALSE;

  for (guint s = 0; s < lectern_schedule_get_n_sessions (schedule); s++)
    {
      GListModel *resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, s));

      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

          if (lectern_resource_get_file (resource) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * lectern_notes_carry_way_back:
 * @from: the file that the schedule has
 * @to: the file that it is to have
 *
 * Finds the way from the new folder to the old one, by their real paths.
 *
 * Returns: (transfer full) (nullable): a relative path; %NULL if the old folder
 *   is not inside the new one, so that no path can lead there
 */
char *
lectern_notes_carry_way_back (GFile *from,
                              GFile *to)
{
  g_autofree char *old = lectern_notes_find_folder (from, NULL);
  g_autofree char *new = lectern_notes_find_folder (to, NULL);

  if (old == NULL || new == NULL || !lectern_notes_is_inside (new, old)
      || !g_utf8_validate (old, -1, NULL))
    return NULL;

  return g_strdup (old + strlen (new) + (new[1] != '\0' ? 1 : 0));
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->file);
  g_free (item->path);
  g_free (item);
}

/**
 * lectern_notes_carry_new:
 * @from: the file that the schedule has
 * @to: the file that it is to have
 * @schedule: the schedule, of which a snapshot is taken
 * @way: what is to become of its files
 *
 * Prepares bringing the files along, or finding the way back to them.
 *
 * Returns: (transfer full): what to run
 */
LecternNotesCarry *
lectern_notes_carry_new (GFile                *from,
                         GFile                *to,
                         LecternSchedule      *schedule,
                         LecternNotesCarryWay  way)
{
  LecternNotesCarry *self = g_new0 (LecternNotesCarry, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->from = g_object_ref (from);
  self->to = g_object_ref (to);
  self->schedule = lectern_schedule_snapshot (schedule);
  self->way = way;
  self->moved = g_ptr_array_new_with_free_func (lectern_moved_free);
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_attach_unref);

  return self;
}

/**
 * lectern_notes_carry_new_found:
 * @schedule_file: the file of the schedule
 * @schedule: the schedule, of which a snapshot is taken
 * @found: (element-type LecternMoved): files that were found outside, as
 *   [func@notes_find_moved] does
 *
 * Prepares bringing missing files back to where the schedule names them.
 *
 * Returns: (transfer full): what to run
 */
LecternNotesCarry *
lectern_notes_carry_new_found (GFile           *schedule_file,
                               LecternSchedule *schedule,
                               GPtrArray       *found)
{
  LecternNotesCarry *self = lectern_notes_carry_new (schedule_file, schedule_file, schedule,
                                                     LECTERN_NOTES_CARRY_COPY);

  self->found = g_ptr_array_ref (found);

  return self;
}

/**
 * lectern_notes_carry_ref:
 * @self: what is carried along
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
LecternNotesCarry *
lectern_notes_carry_ref (LecternNotesCarry *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * lectern_notes_carry_unref:
 * @self: (transfer full): what is carried along
 *
 * Drops a reference, from any thread.
 */
void
lectern_notes_carry_unref (LecternNotesCarry *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_object_unref (self->from);
  g_object_unref (self->to);
  g_object_unref (self->schedule);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->moved);
  g_ptr_array_unref (self->made);
  g_mutex_clear (&self->mutex);
  g_free (self->way_back);
  g_free (self);
}

/* Where the file is that is to be copied, if it is. */
static char *
find_source (LecternNotesCarry *self,
             Item              *item)
{
  g_autofree char *uri = NULL;

  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const LecternMoved *found = g_ptr_array_index (self->found, i);

      if (found->key == item->key && found->index == item->index)
        return g_strdup (found->path);
    }
  if (self->found != NULL || self->way != LECTERN_NOTES_CARRY_COPY)
    return NULL;

  /* What cannot be opened here is missing there. */
  uri = lectern_notes_resolve_file (self->from, item->path, NULL);

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

static void
find_file (LecternNotesCarry *self,
           Item              *item)
{
  g_autofree char *source = find_source (self, item);
  struct stat status;

  if (source == NULL)
    return;
  item->file = g_file_new_for_path (source);
  if (stat (source, &status) == 0)
    item->size = status.st_size;
}

static GPtrArray *
list_files (LecternNotesCarry *self,
            GCancellable      *cancellable)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  goffset size = 0;

  for (guint s = 0; s < lectern_schedule_get_n_sessions (self->schedule); s++)
    {
      LecternSession *session = lectern_schedule_get_session (self->schedule, s);
      GListModel *resources = lectern_session_get_resources (session);

      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
          Item *item;

          if (lectern_resource_get_file (resource) == NULL || g_cancellable_is_cancelled (cancellable))
            continue;
          item = g_new0 (Item, 1);
          item->key = lectern_session_get_key (session);
          item->index = i;
          item->path = g_strdup (lectern_resource_get_file (resource));
          find_file (self, item);
          size += item->size;
          g_ptr_array_add (items, item);
        }
    }

  g_mutex_lock (&self->mutex);
  self->size = size;
  g_mutex_unlock (&self->mutex);

  return items;
}

/* A copy at the same place there. */
static char *
copy_along (LecternNotesCarry  *self,
            Item               *item,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (item->path);
  g_autofree char *name = g_path_get_basename (item->path);
  LecternAttach *attach;
  gsize length = strlen (name);
  char *path;

  if (length > 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0)
    name[length - 4] = '\0';
  attach = lectern_attach_new (self->to, folder, item->file, name, LECTERN_ATTACH_COPY);

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->made, attach);
  self->current = item->size;
  g_mutex_unlock (&self->mutex);

  path = lectern_attach_run (attach, cancellable, error);

  g_mutex_lock (&self->mutex);
  self->done += item->size;
  self->current = 0;
  g_mutex_unlock (&self->mutex);

  return path;
}

/**
 * lectern_notes_carry_run:
 * @self: what is carried along
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Brings the files along, or finds the way back to them.  Nothing is moved and
 * nothing overwritten; after an error what was copied is gone again.  To be run
 * once; blocks for the disk.
 *
 * Returns: %FALSE with an error that is a sentence for people, or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
lectern_notes_carry_run (LecternNotesCarry  *self,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr (GPtrArray) items = list_files (self, cancellable);

  if (self->way == LECTERN_NOTES_CARRY_POINT_BACK)
    self->way_back = lectern_notes_carry_way_back (self->from, self->to);

  for (guint i = 0; i < items->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Item *item = g_ptr_array_index (items, i);
      g_autofree char *path = NULL;

      if (item->file != NULL)
        path = copy_along (self, item, cancellable, error);
      else
        path = self->way_back != NULL ? g_build_filename (self->way_back, item->path, NULL)
                                      : g_strdup (item->path);
      if (path == NULL)
        {
          lectern_notes_carry_take_back (self);
          return FALSE;
        }
      if (!g_str_equal (path, item->path))
        g_ptr_array_add (self->moved, lectern_moved_new (item->key, item->index, path));
    }

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    return TRUE;

  lectern_notes_carry_take_back (self);

  return FALSE;
}

static void
run_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (lectern_notes_carry_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_notes_carry_run_async:
 * @self: what is carried along
 * @cancellable: (nullable): to give up by
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does as [method@NotesCarry.run] in a thread.
 */
void
lectern_notes_carry_run_async (LecternNotesCarry   *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  /* What came too late to be stopped is there, and whoever asked knows it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, lectern_notes_carry_run_async);
  g_task_set_task_data (task, lectern_notes_carry_ref (self), (GDestroyNotify) lectern_notes_carry_unref);
  g_task_run_in_thread (task, run_thread);
}

/**
 * lectern_notes_carry_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@NotesCarry.run_async].
 *
 * Returns: as [method@NotesCarry.run] does
 */
gboolean
lectern_notes_carry_run_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lectern_notes_carry_get_progress:
 * @self: what is carried along
 *
 * Tells, in any thread, how much is copied.
 *
 * Returns: from 0 to 1
 */
double
lectern_notes_carry_get_progress (LecternNotesCarry *self)
{
  double done;

  g_mutex_lock (&self->mutex);
  done = self->done;
  if (self->current > 0)
    done += self->current * lectern_attach_get_progress (g_ptr_array_index (self->made, self->made->len - 1));
  done = self->size > 0 ? done / self->size : 0;
  g_mutex_unlock (&self->mutex);

  return done;
}

/**
 * lectern_notes_carry_note_down:
 * @self: what was carried along
 * @history: the history of the schedule
 * @error: return location for an error
 *
 * Notes the paths down, and the folder of the notes if they stayed where they
 * are, in one step.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR` if a path cannot stand
 *   in a schedule
 */
gboolean
lectern_notes_carry_note_down (LecternNotesCarry  *self,
                               LecternHistory     *history,
                               GError            **error)
{
  const char *folder = lectern_head_get_notes_folder (lectern_schedule_get_head (lectern_history_get_schedule (history)));
  gboolean done = TRUE;

  lectern_history_begin_group (history, _("Save in Another Folder"));
  if (self->way_back != NULL && folder != NULL)
    {
      g_autofree char *path = g_build_filename (self->way_back, folder, NULL);

      done = lectern_edit_set_head (history, "notes.folder", path, error);
    }
  done = done && lectern_notes_mend (history, self->moved, error);
  lectern_history_end_group (history);

  return done;
}

/**
 * lectern_notes_carry_take_back:
 * @self: what was carried along
 *
 * Removes the copies and the folders that were made, for when the schedule was
 * not written there.  What was there before stays.
 */
void
lectern_notes_carry_take_back (LecternNotesCarry *self)
{
  for (guint i = self->made->len; i > 0; i--)
    lectern_attach_take_back (g_ptr_array_index (self->made, i - 1));
}
