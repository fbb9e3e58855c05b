/* lectern-notes-rename.c: the notes folder gets another name or place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "lectern-config.h"

#include "lectern-notes-rename.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern-attach-private.h"
#include "lectern-edit.h"
#include "lectern-notes-private.h"
#include "lectern-saver-private.h"

/* What a path is below a folder; %NULL if it is not there. */
static const char *
skip_folder (const char *path,
             const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Where it is to go must be inside, be free, and not be in itself. */
static gboolean
check_target (const char  *root,
              const char  *before,
              const char  *after,
              GError     **error)
{
  g_autofree char *shown = lectern_notes_show (after);
  g_autofree char *path = g_build_filename (root, after, NULL);
  struct stat status;

  if (skip_folder (after, before) != NULL)
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                                 _("“%s” is inside the notes folder itself. Nothing was moved. Choose another place for it."), shown);
  if (lstat (path, &status) == 0)
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                                 _("There is a “%s” already. Nothing was moved. Choose a name that is free."), shown);

  return TRUE;
}

static gboolean
move_folder (const char  *root,
             const char  *before,
             const char  *after,
             GError     **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *from = g_build_filename (root, before, NULL);
  g_autofree char *parent = g_path_get_dirname (after);
  g_autofree char *name = g_path_get_basename (after);
  g_autofree char *shown = lectern_notes_show (before);
  g_autofree char *place = NULL;
  g_autofree char *to = NULL;

  place = g_str_equal (parent, ".") ? g_strdup (root)
                                    : lectern_attach_open_folder (root, parent, made, error);
  if (place == NULL)
    return FALSE;

  to = g_build_filename (place, name, NULL);
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* Not every file system can refuse by itself: the name was looked at above,
   * and an empty folder is all that a rename replaces. */
  if ((errno == EINVAL || errno == ENOSYS) && rename (from, to) == 0)
    return TRUE;

  return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                               /* Translators: the notes folder, and a reason */
                               _("The notes folder “%s” could not be moved: %s. Nothing was changed."),
                               shown, lectern_saver_errno_reason (errno));
}

/**
 * lectern_notes_rename_folder:
 * @schedule_file: the file of the schedule
 * @before: the notes folder, relative to the schedule's
 * @after: what it is to be
 * @error: return location for an error
 *
 * Renames or moves the notes folder inside the schedule's folder.  If it is not
 * there (any more), nothing is to be done: it may have been moved already.
 *
 * Returns: %FALSE with an error of `LECTERN_NOTES_ERROR` that is a sentence for
 *   people
 */
gboolean
lectern_notes_rename_folder (GFile       *schedule_file,
                             const char  *before,
                             const char  *after,
                             GError     **error)
{
  g_autofree char *root = lectern_notes_find_folder (schedule_file, error);
  g_autofree char *from = NULL;
  g_autofree char *real = NULL;

  if (root == NULL || !lectern_attach_check_folder (before, error)
      || !lectern_attach_check_folder (after, error))
    return FALSE;

  from = g_build_filename (root, before, NULL);
  real = lectern_attach_dup_real (from);
  if (real == NULL || !lectern_notes_is_inside (root, real) || !is_folder (real))
    return TRUE;

  return check_target (root, before, after, error) && move_folder (root, before, after, error);
}

/* The address of a folder that was renamed: if it ends as the folder did, it
 * ends as the folder does now. */
static char *
follow_address (const char *url,
                const char *before,
                const char *after)
{
  gboolean slash = g_str_has_suffix (url, "/");
  g_autofree char *plain = g_strndup (url, strlen (url) - (slash ? 1 : 0));
  g_autofree char *old = g_uri_escape_string (before, "/", FALSE);
  g_autofree char *new = g_uri_escape_string (after, "/", FALSE);
  gsize length = strlen (plain);
  gsize end = strlen (old);

  if (length <= end || plain[length - end - 1] != '/' || !g_str_equal (plain + length - end, old))
    return g_strdup (url);

  plain[length - end] = '\0';

  return g_strconcat (plain, new, slash ? "/" : "", NULL);
}

/* A link below the address of the notes goes with it. */
static char *
follow_link (const char *link,
             const char *before,
             const char *after)
{
  g_autofree char *old = g_str_has_suffix (before, "/") ? g_strdup (before) : g_strconcat (before, "/", NULL);
  g_autofree char *new = g_str_has_suffix (after, "/") ? g_strdup (after) : g_strconcat (after, "/", NULL);

  if (!g_str_has_prefix (link, old))
    return NULL;

  return g_strconcat (new, link + strlen (old), NULL);
}

typedef char *(* FollowFunc) (const char *value,
                              const char *before,
                              const char *after);

static char *
follow_path (const char *path,
             const char *before,
             const char *after)
{
  const char *rest = skip_folder (path, before);

  return rest != NULL ? g_build_filename (after, rest, NULL) : NULL;
}

static gboolean
follow_all (LecternHistory         *history,
            LecternResourceMember   member,
            FollowFunc              follow,
            const char             *before,
            const char             *after,
            GError                **error)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  gboolean done = TRUE;

  for (guint s = 0; s < lectern_schedule_get_n_sessions (schedule); s++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, s);
      GListModel *resources = lectern_session_get_resources (session);

      for (guint i = 0; i < g_list_model_get_n_items (resources) && done; i++)
        {
          g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);
          const char *value = lectern_record_get_string (resource, member);
          g_autofree char *now = value != NULL ? follow (value, before, after) : NULL;
          g_autofree char *path = g_strdup_printf (member == LECTERN_RESOURCE_FILE ? "resources[%u].file"
                                                                                  : "resources[%u].url", i);

          if (now != NULL)
            done = lectern_edit_set (history, session, path, now, error);
        }
    }

  return done;
}

/**
 * lectern_notes_note_folder:
 * @history: the history of a schedule
 * @after: the notes folder
 * @error: return location for an error
 *
 * Notes down in one step that the notes folder is another.  If its address on
 * the web ends as the folder did, that follows, and with it the links below.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR`
 */
gboolean
lectern_notes_note_folder (LecternHistory  *history,
                           const char      *after,
                           GError         **error)
{
  LecternHead *head = lectern_schedule_get_head (lectern_history_get_schedule (history));
  g_autofree char *before = g_strdup (lectern_head_get_notes_folder (head));
  g_autofree char *url = g_strdup (lectern_head_get_notes_url (head));
  gboolean done;

  lectern_history_begin_group (history, _("Move Notes Folder"));
  done = lectern_edit_set_head (history, "notes.folder", after, error);
  if (done && before != NULL && url != NULL)
    {
      g_autofree char *now = follow_address (url, before, after);

      if (!g_str_equal (url, now))
        done = lectern_edit_set_head (history, "notes.url", now, error)
               && follow_all (history, LECTERN_RESOURCE_URL, follow_link, url, now, error);
    }
  lectern_history_end_group (history);

  return done;
}

/**
 * lectern_notes_rename_links:
 * @history: the history of a schedule
 * @before: the notes folder as it was
 * @after: and as it is now
 * @error: return location for an error
 *
 * Does as [func@notes_note_folder], and lets all resources name their files in
 * the folder as it is now, in the same step.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR`
 */
gboolean
lectern_notes_rename_links (LecternHistory  *history,
                            const char      *before,
                            const char      *after,
                            GError         **error)
{
  g_autofree char *old = g_strdup (before);
  gboolean done;

  lectern_history_begin_group (history, _("Move Notes Folder"));
  done = follow_all (history, LECTERN_RESOURCE_FILE, follow_path, old, after, error)
         && lectern_notes_note_folder (history, after, error);
  lectern_history_end_group (history);

  return done;
}

/**
 * lectern_notes_follow_folder:
 * @schedule_file: the file of the schedule
 * @folder: (nullable): the notes folder
 * @before: the path of a file that was missing
 * @after: where it was found
 *
 * Finds the notes folder, if it has moved as that file has.
 *
 * Returns: (transfer full) (nullable): the notes folder, relative to the
 *   schedule's; %NULL if it is still there, or did not move as the file did
 */
char *
lectern_notes_follow_folder (GFile      *schedule_file,
                             const char *folder,
                             const char *before,
                             const char *after)
{
  g_autofree char *root = lectern_notes_find_folder (schedule_file, NULL);
  g_autofree char *inside = NULL;
  g_autofree char *old = NULL;
  g_autofree char *now = NULL;
  g_autofree char *new = NULL;
  gsize before_length, after_length = 0;

  if (root == NULL || folder == NULL
      || !lectern_notes_find_prefixes (before, after, &before_length, &after_length))
    return NULL;

  inside = g_strconcat (folder, "/", NULL);
  if (strncmp (inside, before, before_length) != 0)
    return NULL;
  now = g_strdup_printf ("%.*s%s", (int) after_length, after, inside + before_length);
  while (g_str_has_suffix (now, "/"))
    now[strlen (now) - 1] = '\0';

  old = g_build_filename (root, folder, NULL);
  new = g_build_filename (root, now, NULL);
  /* The schedule's own folder is not one for notes. */
  if (*now == '\0' || is_folder (old) || !is_folder (new))
    return NULL;

  return g_steal_pointer (&now);
}
