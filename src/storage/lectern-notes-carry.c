/* lectern-notes-carry.c: the notes of a schedule that is saved elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-carry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-attach.h"
#include "lectern-grant.h"
#include "lectern-edit.h"
#include "lectern-notes-private.h"
#include "lectern-notes-scan.h"

/* Paths are relative to the schedule's folder, and never lead out of it: in
 * another folder they lead elsewhere. */

/**
 * lectern_notes_carry_concerns:
 * @from: the file that the schedule has
 * @to: the file that it is to have
 * @schedule: the schedule
 *
 * Tells whether there are files of which it has to be said what becomes of
 * them.  Does not look at the disk.
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

/* A copy at the same place there; the copies that were made before are @made. */
static char *
copy_along (GFile       *from,
            GFile       *to,
            const char  *path,
            GPtrArray   *made,
            GError     **error)
{
  g_autofree char *uri = lectern_notes_resolve_file (from, path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = NULL;
  LecternAttach *attach;
  gsize length = strlen (name);

  /* What could not be opened here is missing there. */
  if (uri == NULL)
    return g_strdup (path);

  if (length > 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0)
    name[length - 4] = '\0';
  file = g_file_new_for_uri (uri);
  attach = lectern_attach_new (to, folder, file, name, LECTERN_ATTACH_COPY);
  g_ptr_array_add (made, attach);

  return lectern_attach_run (attach, NULL, error);
}

static void
take_back (GPtrArray *made)
{
  for (guint i = made->len; i > 0; i--)
    lectern_attach_take_back (g_ptr_array_index (made, i - 1));
}

/**
 * lectern_notes_carry:
 * @from: the file that the schedule has
 * @to: the file that it is to have
 * @schedule: the schedule
 * @way: what is to become of its files
 * @error: return location for an error
 *
 * Brings the files along, or finds the way back to them.  Nothing is moved and
 * nothing overwritten; after an error what was copied is gone again.  Blocks
 * for the disk.
 *
 * Returns: (transfer full) (element-type LecternMoved): the resources that have
 *   to name their files by other paths there; %NULL with an error
 */
GPtrArray *
lectern_notes_carry (GFile              *from,
                     GFile              *to,
                     LecternSchedule    *schedule,
                     LecternNotesCarry   way,
                     GError            **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (lectern_moved_free);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_attach_unref);
  g_autofree char *back = lectern_notes_carry_way_back (from, to);

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
          if (way == LECTERN_NOTES_CARRY_COPY)
            path = copy_along (from, to, file, made, error);
          else
            path = back != NULL ? g_build_filename (back, file, NULL) : g_strdup (file);
          if (path == NULL)
            {
              take_back (made);
              return NULL;
            }
          if (!g_str_equal (path, file))
            g_ptr_array_add (moved, lectern_moved_new (lectern_session_get_key (session), i, path));
        }
    }

  return g_steal_pointer (&moved);
}

/* Nobody else holds the schedule. */
typedef struct
{
  GFile             *from;
  GFile             *to;
  LecternSchedule   *schedule;
  LecternNotesCarry  way;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->from);
  g_object_unref (work->to);
  g_object_unref (work->schedule);
  g_free (work);
}

static void
carry_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  GPtrArray *moved = lectern_notes_carry (work->from, work->to, work->schedule, work->way, &error);

  if (moved != NULL)
    g_task_return_pointer (task, moved, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_notes_carry_async:
 * @from: the file that the schedule has
 * @to: the file that it is to have
 * @schedule: the schedule, of which a snapshot is taken
 * @way: what is to become of its files
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does as [func@notes_carry] in a thread.
 */
void
lectern_notes_carry_async (GFile               *from,
                           GFile               *to,
                           LecternSchedule     *schedule,
                           LecternNotesCarry    way,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->from = g_object_ref (from);
  work->to = g_object_ref (to);
  work->schedule = lectern_schedule_snapshot (schedule);
  work->way = way;
  g_task_set_source_tag (task, lectern_notes_carry_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, carry_thread);
}

/**
 * lectern_notes_carry_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@notes_carry_async].
 *
 * Returns: (transfer full): as [func@notes_carry]
 */
GPtrArray *
lectern_notes_carry_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_notes_carry_note_down:
 * @history: the history of a schedule
 * @moved: (element-type LecternMoved): what [func@notes_carry] returned
 * @way_back: (nullable): where the notes folder is, if they stayed there
 * @error: return location for an error
 *
 * Notes the paths down, and the folder of the notes, in one step.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR` if a path cannot stand
 *   in a schedule
 */
gboolean
lectern_notes_carry_note_down (LecternHistory  *history,
                               GPtrArray       *moved,
                               const char      *way_back,
                               GError         **error)
{
  const char *folder = lectern_head_get_notes_folder (lectern_schedule_get_head (lectern_history_get_schedule (history)));
  gboolean done = TRUE;

  lectern_history_begin_group (history, _("Save in Another Folder"));
  if (way_back != NULL && folder != NULL)
    {
      g_autofree char *path = g_build_filename (way_back, folder, NULL);

      done = lectern_edit_set_head (history, "notes.folder", path, error);
    }
  done = done && lectern_notes_mend (history, moved, error);
  lectern_history_end_group (history);

  return done;
}
