/* lectern-grant.c: what a sandbox lets Lectern have of a schedule's folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-grant.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lectern-notes-folder.h"
#include "lectern-saver.h"

/* The document portal shows a file that was granted alone as ROOT/ID/NAME, and
 * one in a granted folder as ROOT/ID/FOLDER/…/NAME.  Each way to open a file
 * makes an ID of its own, so that a schedule that was opened from a folder
 * once and alone later has two paths; only name and content tell that they are
 * one.  The folders where schedules were found are therefore remembered, the
 * latest first. */

/* Where the portal is, if the path of the user's own does not lead there. */
#define FLATPAK_ROOT "/run/flatpak/doc"

#define GROUP "Folders"
#define KEY "folders"
#define MAX_FOLDERS 50

/* How far a chosen folder is looked through: a website has the schedule among
 * its data, seldom deep, and its tools may keep more files than can be read. */
#define MAX_DEPTH 4
#define MAX_ENTRIES 20000

static GMutex state_lock;

static const char *
skip_root (const char *root,
           const char *path)
{
  gsize length = strlen (root);

  return strncmp (path, root, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

/**
 * lectern_grant_get:
 * @file: a file, which need not exist
 *
 * Tells from its path how a file is reached.
 *
 * Returns: what was granted
 */
LecternGrant
lectern_grant_get (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *root = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  const char *inside;
  const char *name;

  if (path == NULL)
    return LECTERN_GRANT_NONE_NEEDED;

  inside = skip_root (root, path);
  if (inside == NULL)
    inside = skip_root (FLATPAK_ROOT, path);
  name = inside != NULL ? strchr (inside, '/') : NULL;
  if (name == NULL)
    return LECTERN_GRANT_NONE_NEEDED;

  return strchr (name + 1, '/') == NULL ? LECTERN_GRANT_FILE : LECTERN_GRANT_FOLDER;
}

/**
 * lectern_grant_check:
 * @file: the file of a schedule
 * @error: return location for an error
 *
 * Makes sure that what is beside a file can be reached.  Where the file alone
 * was granted the folder that it seems to be in is none: what is made there is
 * lost, or stays behind where nobody looks for it.
 *
 * Returns: %TRUE, or %FALSE with an error of `LECTERN_NOTES_ERROR`
 */
gboolean
lectern_grant_check (GFile   *file,
                     GError **error)
{
  g_autofree char *name = NULL;

  if (lectern_grant_get (file) != LECTERN_GRANT_FILE)
    return TRUE;

  name = g_filename_display_basename (g_file_peek_path (file));
  g_set_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH,
               _("“%s” was opened without its folder, so nothing beside it can be reached. Choose its folder, or open it with Open Folder…."),
               name);

  return FALSE;
}

/* ---- Folders that are remembered ---- */

static char *
get_state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "lectern", "folders.ini", NULL);
}

static char **
load_folders (void)
{
  g_autofree char *path = get_state_path ();
  g_autoptr (GKeyFile) state = g_key_file_new ();
  char **folders;

  /* What is not there, or was spoilt, holds nothing. */
  g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL);
  folders = g_key_file_get_string_list (state, GROUP, KEY, NULL, NULL);

  return folders != NULL ? folders : g_new0 (char *, 1);
}

static void
save_folders (GPtrArray *folders)
{
  g_autofree char *path = get_state_path ();
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GKeyFile) state = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_set_string_list (state, GROUP, KEY, (const char * const *) folders->pdata, folders->len);
  g_mkdir_with_parents (parent, 0700);
  /* The folder can be chosen again. */
  if (!g_key_file_save_to_file (state, path, &error))
    g_info ("%s", error->message);
}

/**
 * lectern_grant_remember:
 * @file: the file of a schedule
 *
 * Remembers the folder of a schedule, if it is one that was granted.  Blocks
 * for the disk.
 */
void
lectern_grant_remember (GFile *file)
{
  g_autoptr (GFile) parent = NULL;
  g_autofree char *uri = NULL;
  g_auto (GStrv) before = NULL;
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();

  if (lectern_grant_get (file) != LECTERN_GRANT_FOLDER)
    return;

  parent = g_file_get_parent (file);
  uri = g_file_get_uri (parent);

  g_mutex_lock (&state_lock);
  before = load_folders ();
  if (g_strcmp0 (before[0], uri) != 0)
    {
      g_ptr_array_add (folders, uri);
      for (guint i = 0; before[i] != NULL && folders->len < MAX_FOLDERS; i++)
        {
          if (!g_str_equal (before[i], uri))
            g_ptr_array_add (folders, before[i]);
        }
      save_folders (folders);
    }
  g_mutex_unlock (&state_lock);
}

static gboolean
holds (GFile  *file,
       GBytes *bytes)
{
  g_autoptr (GBytes) own = lectern_saver_read (file, NULL, NULL);

  return own != NULL && g_bytes_equal (own, bytes);
}

/* Two grants may show one folder, or one lie inside another. */
static gboolean
is_same_place (GFile *a,
               GFile *b)
{
  g_autoptr (GFileInfo) info_a = g_file_query_info (a, "unix::inode,unix::device", 0, NULL, NULL);
  g_autoptr (GFileInfo) info_b = g_file_query_info (b, "unix::inode,unix::device", 0, NULL, NULL);

  return info_a != NULL && info_b != NULL
         && g_file_info_get_attribute_uint64 (info_a, "unix::inode")
            == g_file_info_get_attribute_uint64 (info_b, "unix::inode")
         && g_file_info_get_attribute_uint32 (info_a, "unix::device")
            == g_file_info_get_attribute_uint32 (info_b, "unix::device");
}

/**
 * lectern_grant_recall:
 * @file: the file of a schedule
 * @bytes: what it holds
 *
 * Looks for a file that was granted alone in the remembered folders: it is the
 * one of the same name and content, if there is exactly one.  Blocks for the
 * disk.
 *
 * Returns: (transfer full) (nullable): the same file with its folder, %NULL if
 *   that is not known or @file has it already
 */
GFile *
lectern_grant_recall (GFile  *file,
                      GBytes *bytes)
{
  g_auto (GStrv) folders = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) found = NULL;

  if (lectern_grant_get (file) != LECTERN_GRANT_FILE)
    return NULL;

  g_mutex_lock (&state_lock);
  folders = load_folders ();
  g_mutex_unlock (&state_lock);

  name = g_file_get_basename (file);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (folders[i]);
      g_autoptr (GFile) candidate = g_file_get_child (folder, name);

      if (!holds (candidate, bytes) || (found != NULL && is_same_place (found, candidate)))
        continue;
      if (found != NULL)
        return NULL;
      found = g_steal_pointer (&candidate);
    }

  return g_steal_pointer (&found);
}

/* ---- A folder that was chosen ---- */

typedef struct
{
  const char   *name;
  GBytes       *bytes;
  GCancellable *cancellable;
  GPtrArray    *found;      /* the same name and content */
  gboolean      other;      /* the same name was seen with other content */
  guint         n_entries;
} Search;

static void
search_folder (Search *self,
               GFile  *folder,
               guint   depth)
{
  g_autoptr (GFileEnumerator) entries = NULL;
  GFileInfo *info;
  GFile *child;

  /* A folder that cannot be read holds nothing for us. */
  entries = g_file_enumerate_children (folder, "standard::name,standard::type,standard::is-hidden",
                                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, self->cancellable, NULL);
  while (entries != NULL && self->n_entries++ < MAX_ENTRIES
         && g_file_enumerator_iterate (entries, &info, &child, self->cancellable, NULL)
         && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          if (depth < MAX_DEPTH && !g_file_info_get_is_hidden (info))
            search_folder (self, child, depth + 1);
        }
      else if (g_str_equal (g_file_info_get_name (info), self->name))
        {
          if (holds (child, self->bytes))
            g_ptr_array_add (self->found, g_object_ref (child));
          else
            self->other = TRUE;
        }
    }
}

static GFile *
refuse (Search  *search,
        GFile   *folder,
        GError **error)
{
  g_autofree char *path = g_file_get_parse_name (folder);
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *name = g_filename_display_name (search->name);

  if (search->found->len > 1)
    g_set_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH,
                 /* Translators: the name of a folder, and of a file */
                 _("“%s” holds more than one “%s” that is like this one. Choose the folder of the one that you mean."),
                 shown, name);
  else if (search->other)
    g_set_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH,
                 /* Translators: the name of a folder, and of a file */
                 _("In “%s” there is a “%s” with other content. Choose the folder of the schedule that is open here."),
                 shown, name);
  else
    g_set_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH,
                 /* Translators: the name of a folder, and of a file */
                 _("“%s” does not hold “%s”. Choose the folder that the schedule is in, or one around it."),
                 shown, name);

  return NULL;
}

/**
 * lectern_grant_find:
 * @folder: a folder
 * @name: the name of a schedule's file
 * @bytes: what that file holds
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Looks for a schedule in a folder that was chosen for it, and in the folders
 * inside that.  Blocks for the disk.
 *
 * Returns: (transfer full): the file, or %NULL with an error of
 *   `LECTERN_NOTES_ERROR` that is a sentence for people
 */
GFile *
lectern_grant_find (GFile         *folder,
                    const char    *name,
                    GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) direct = g_file_get_child (folder, name);
  Search search = { name, bytes, cancellable, found, FALSE, 0 };

  /* Copies further down do not make it doubtful. */
  if (holds (direct, bytes))
    return g_steal_pointer (&direct);

  search_folder (&search, folder, 0);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return found->len == 1 ? g_object_ref (g_ptr_array_index (found, 0))
                         : refuse (&search, folder, error);
}

typedef struct
{
  GFile  *folder;
  char   *name;
  GBytes *bytes;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->folder);
  g_free (question->name);
  g_bytes_unref (question->bytes);
  g_free (question);
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Question *question = task_data;
  GError *error = NULL;
  GFile *found = lectern_grant_find (question->folder, question->name, question->bytes,
                                     cancellable, &error);

  if (found != NULL)
    {
      lectern_grant_remember (found);
      g_task_return_pointer (task, found, g_object_unref);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/**
 * lectern_grant_find_async:
 * @folder: a folder
 * @name: the name of a schedule's file
 * @bytes: what that file holds
 * @cancellable: (nullable): to give up by
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Does as [func@grant_find] in a thread, and remembers the folder of what it
 * finds.
 */
void
lectern_grant_find_async (GFile               *folder,
                          const char          *name,
                          GBytes              *bytes,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->folder = g_object_ref (folder);
  question->name = g_strdup (name);
  question->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, lectern_grant_find_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * lectern_grant_find_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@grant_find_async].
 *
 * Returns: (transfer full): as [func@grant_find] does
 */
GFile *
lectern_grant_find_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
