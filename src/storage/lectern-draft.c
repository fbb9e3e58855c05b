/* lectern-draft.c: work that was not saved, kept and found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-draft.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lectern-json.h"
#include "lectern-saver.h"

/* A draft is a few lines and the schedule as it would have been saved:
 *
 *   lectern-draft 1
 *   file: where the schedule lives, a URI; absent if it was never saved
 *   real: the same with all symbolic links resolved
 *   baseline: SHA-256 of what was there when the work began
 *   time: when the draft was made
 *   (an empty line, then the schedule)
 *
 * Each open document has a draft of a name of its own: none replaces another,
 * least of all one that was found and not decided upon. */

#define FIRST_LINE "lectern-draft 1\n"
#define ENDING ".draft"

static GMutex in_use_lock;
static GHashTable *in_use;

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "lectern", "drafts", NULL);
}

/**
 * lectern_draft_make_path:
 *
 * Makes a path for a new draft.
 *
 * Returns: (transfer full): the path
 */
char *
lectern_draft_make_path (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *id = lectern_session_make_id ();
  g_autofree char *name = g_strconcat (id, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * lectern_draft_set_in_use:
 * @path: the path of a draft
 * @used: whether a document of this process writes to it
 *
 * Keeps a draft from being found by the process whose work it is.
 */
void
lectern_draft_set_in_use (const char *path,
                          gboolean    used)
{
  g_mutex_lock (&in_use_lock);
  if (in_use == NULL)
    in_use = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (used)
    g_hash_table_add (in_use, g_strdup (path));
  else
    g_hash_table_remove (in_use, path);
  g_mutex_unlock (&in_use_lock);
}

/**
 * lectern_draft_get_in_use:
 * @path: the path of a draft
 *
 * Tells whether a document of this process writes to a draft by now.
 *
 * Returns: whether it is somebody's
 */
gboolean
lectern_draft_get_in_use (const char *path)
{
  gboolean used;

  g_mutex_lock (&in_use_lock);
  used = in_use != NULL && g_hash_table_contains (in_use, path);
  g_mutex_unlock (&in_use_lock);

  return used;
}

/* The file itself, by whatever name it was opened. */
static char *
get_real_uri (GFile *file)
{
  g_autofree char *path = lectern_saver_resolve (file, NULL);
  g_autoptr (GFile) real = path != NULL ? g_file_new_for_path (path) : g_object_ref (file);

  return g_file_get_uri (real);
}

static void
append_line (GString    *out,
             const char *name,
             const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
               /* Translators: a folder, and the system's reason */
               _("Could not make the folder “%s”: %s. Check your permissions there."),
               folder, g_strerror (errno));
  return FALSE;
}

/**
 * lectern_draft_write:
 * @path: where to, from [func@draft_make_path]
 * @schedule: a schedule that nobody else changes meanwhile
 * @file: (nullable): its file
 * @baseline: (nullable): hash of what @file held
 * @time: when @schedule was as it is, in microseconds since 1970
 * @error: return location for an error
 *
 * Writes a draft, in any thread; only the user can read it.
 *
 * Returns: %TRUE if it is on the disk, else %FALSE with an error of
 *   `LECTERN_SAVER_ERROR` or `LECTERN_JSON_ERROR`
 */
gboolean
lectern_draft_write (const char       *path,
                     LecternSchedule  *schedule,
                     GFile            *file,
                     const char       *baseline,
                     gint64            time,
                     GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autofree char *time_text = g_strdup_printf ("%" G_GINT64_FORMAT, time);
  GString *out;

  bytes = lectern_json_write (schedule, lectern_schedule_get_source (schedule), error);
  if (bytes == NULL || !make_folder (path, error))
    return FALSE;

  out = g_string_new (FIRST_LINE);
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *real = get_real_uri (file);

      append_line (out, "file", uri);
      append_line (out, "real", real);
    }
  append_line (out, "baseline", baseline);
  append_line (out, "time", time_text);
  g_string_append_c (out, '\n');
  g_string_append_len (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  all = g_string_free_to_bytes (out);

  return lectern_saver_write_private (target, all, NULL, error);
}

static char *
get_value (char       **lines,
           const char  *name)
{
  gsize length = strlen (name);

  for (; *lines != NULL; lines++)
    {
      if (strncmp (*lines, name, length) == 0 && g_str_has_prefix (*lines + length, ": "))
        return g_strdup (*lines + length + 2);
    }

  return NULL;
}

/* The lines before the schedule, and where that begins. */
static char **
read_head (GBytes      *bytes,
           const char  *path,
           gsize       *start,
           GError     **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text != NULL ? g_strstr_len (text, length, "\n\n") : NULL;
  g_autofree char *head = NULL;

  if (length < strlen (FIRST_LINE) || end == NULL ||
      strncmp (text, FIRST_LINE, strlen (FIRST_LINE)) != 0)
    {
      g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
                   _("“%s” is no draft of Lectern’s. Move it elsewhere."), path);
      return NULL;
    }

  *start = end + 2 - text;
  head = g_strndup (text, end - text);

  return g_strsplit (head, "\n", -1);
}

/**
 * lectern_draft_read:
 * @path: the path of a draft
 * @error: return location for an error
 *
 * Reads a draft.
 *
 * Returns: (transfer full): the draft, or %NULL with an error of
 *   `LECTERN_SAVER_ERROR` or `LECTERN_JSON_ERROR`
 */
LecternDraft *
lectern_draft_read (const char  *path,
                    GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = lectern_saver_read (file, NULL, error);
  g_autoptr (GBytes) content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (LecternDraft) self = g_new0 (LecternDraft, 1);
  g_autofree char *uri = NULL;
  g_autofree char *time_text = NULL;
  gsize start;

  if (bytes == NULL)
    return NULL;
  lines = read_head (bytes, path, &start, error);
  if (lines == NULL)
    return NULL;

  self->path = g_strdup (path);
  uri = get_value (lines, "file");
  self->file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  self->baseline = get_value (lines, "baseline");
  time_text = get_value (lines, "time");
  self->time = time_text != NULL ? g_ascii_strtoll (time_text, NULL, 10) : 0;

  content = g_bytes_new_from_bytes (bytes, start, g_bytes_get_size (bytes) - start);
  self->schedule = lectern_json_read (content, error);

  return self->schedule != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * lectern_draft_remove:
 * @self: a draft
 * @error: return location for an error
 *
 * Removes it from the disk, unless a document of this process writes to it by
 * now: then it is that one's work.
 *
 * Returns: %TRUE if it is no leftover any more, else %FALSE with an error of
 *   `LECTERN_SAVER_ERROR`
 */
gboolean
lectern_draft_remove (LecternDraft  *self,
                      GError       **error)
{
  if (lectern_draft_get_in_use (self->path) || g_unlink (self->path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
               _("Could not remove the draft “%s”: %s. Remove it by hand."),
               self->path, g_strerror (errno));
  return FALSE;
}

/**
 * lectern_draft_format_time:
 * @time: microseconds since 1970
 *
 * Writes a moment as one would say it today.
 *
 * Returns: (transfer full): the time of day, with the date if that is another
 */
char *
lectern_draft_format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (moment == NULL)
    return g_strdup (_("an unknown time"));
  if (g_date_time_get_year (moment) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (moment) == g_date_time_get_day_of_year (now))
    /* Translators: the time of day, as of g_date_time_format() */
    return g_date_time_format (moment, _("%H:%M"));

  /* Translators: a day and the time of day, as of g_date_time_format() */
  return g_date_time_format (moment, _("%-e %B %Y, %H:%M"));
}

/**
 * lectern_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees a draft; it stays on the disk.
 */
void
lectern_draft_free (LecternDraft *self)
{
  g_free (self->path);
  g_clear_object (&self->file);
  g_free (self->baseline);
  g_clear_object (&self->schedule);
  g_free (self);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const LecternDraft *left = *(LecternDraft * const *) a;
  const LecternDraft *right = *(LecternDraft * const *) b;

  return (left->time < right->time) - (left->time > right->time);
}

static gboolean
is_of_file (LecternDraft *draft,
            const char   *real)
{
  g_autofree char *own = draft->file != NULL ? get_real_uri (draft->file) : NULL;

  return real == NULL || g_strcmp0 (own, real) == 0;
}

/**
 * lectern_draft_find:
 * @file: (nullable): the file of a schedule, %NULL for the drafts of all, and
 *   of those without a file
 * @cancellable: (nullable): to give up by
 *
 * Looks for drafts that were left behind.  What no document of this process
 * writes to counts as that.  A draft that cannot be read is left where it is.
 *
 * Returns: (transfer full) (element-type LecternDraft): the drafts, the latest
 *   first
 */
GPtrArray *
lectern_draft_find (GFile        *file,
                    GCancellable *cancellable)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_draft_free);
  g_autofree char *folder = get_folder ();
  g_autofree char *real = file != NULL ? get_real_uri (file) : NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) &&
         (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (LecternDraft) draft = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ENDING) || lectern_draft_get_in_use (path))
        continue;
      draft = lectern_draft_read (path, &error);
      if (draft == NULL)
        g_info ("%s", error->message);
      else if (is_of_file (draft, real))
        g_ptr_array_add (found, g_steal_pointer (&draft));
    }

  g_ptr_array_sort (found, compare_times);

  return found;
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, lectern_draft_find (task_data, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lectern_draft_find_async:
 * @file: (nullable): the file of a schedule
 * @cancellable: (nullable): to give up by
 * @callback: called when they are found
 * @user_data: for @callback
 *
 * Does what [func@draft_find] does in a thread.
 */
void
lectern_draft_find_async (GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lectern_draft_find_async);
  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, find_thread);
}

/**
 * lectern_draft_find_finish:
 * @result: what the callback was given
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Ends [func@draft_find_async].
 *
 * Returns: (transfer full) (element-type LecternDraft): as of
 *   [func@draft_find], or %NULL with an error
 */
GPtrArray *
lectern_draft_find_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
