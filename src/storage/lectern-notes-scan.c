/* lectern-notes-scan.c: the PDFs that are in the schedule's folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern-attach.h"
#include "lectern-notes-private.h"

/* A schedule may lie in a home folder: this is a look, not a search. */
#define MAX_DEPTH 4
#define MAX_ENTRIES 20000
#define MAX_FOLDERS 4
#define MIN_MATCH 6

#define USUAL_FOLDER "notes"

typedef struct
{
  const char   *root;
  GPtrArray    *paths;     /* relative */
  guint         n_entries;
  GCancellable *cancellable;
} Walk;

static gboolean
is_pdf_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".pdf") && g_utf8_validate (name, -1, NULL);
}

/* Links are not followed, so that there is no circle and no way out. */
static void
walk (Walk       *self,
      const char *folder,
      guint       depth)
{
  g_autofree char *path = g_build_filename (self->root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL
         && self->n_entries++ < MAX_ENTRIES && !g_cancellable_is_cancelled (self->cancellable))
    {
      g_autofree char *inner = *folder != '\0' ? g_build_filename (folder, name, NULL) : g_strdup (name);
      g_autofree char *full = g_build_filename (self->root, inner, NULL);
      struct stat status;

      if (name[0] == '.' || lstat (full, &status) < 0)
        continue;
      if (S_ISDIR (status.st_mode) && depth < MAX_DEPTH)
        walk (self, inner, depth + 1);
      else if (S_ISREG (status.st_mode) && is_pdf_name (name))
        g_ptr_array_add (self->paths, g_steal_pointer (&inner));
    }
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_pdfs (const char   *root,
           const char   *folder,
           GCancellable *cancellable)
{
  Walk self = { root, g_ptr_array_new_with_free_func (g_free), 0, cancellable };

  walk (&self, folder, 0);
  g_ptr_array_sort (self.paths, compare_paths);

  return self.paths;
}

typedef struct
{
  const char *path;
  guint       n;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;

  return strcmp (left->path, right->path);
}

/* Where the most PDFs are, and the usual one. */
static char **
find_folders (GPtrArray *pdfs)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key, value;
  gboolean usual = FALSE;

  for (guint i = 0; i < pdfs->len; i++)
    {
      char *folder = g_path_get_dirname (g_ptr_array_index (pdfs, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folder));

      g_hash_table_insert (counts, folder, GUINT_TO_POINTER (n + 1));
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Place place = { key, GPOINTER_TO_UINT (value) };

      /* The schedule's own folder is not one for notes. */
      if (!g_str_equal (place.path, "."))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  for (guint i = 0; i < MIN (places->len, MAX_FOLDERS - 1); i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      usual = usual || g_str_equal (place->path, USUAL_FOLDER);
      g_strv_builder_add (found, place->path);
    }
  if (!usual)
    g_strv_builder_add (found, USUAL_FOLDER);

  return g_strv_builder_end (found);
}

/* What a name says, whatever stands between its words. */
static char *
fold_name (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free (letters, FALSE);
}

static gboolean
speaks_of (const char *name,
           const char *title)
{
  if (strlen (name) < MIN_MATCH || strlen (title) < MIN_MATCH)
    return FALSE;

  return strstr (name, title) != NULL || strstr (title, name) != NULL;
}

static gboolean
matches (LecternSession *session,
         const char     *name)
{
  GListModel *papers = lectern_session_get_papers (session);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *title = NULL;

      if (lectern_paper_get_title (paper) == NULL)
        continue;
      title = fold_name (lectern_paper_get_title (paper));
      if (speaks_of (name, title))
        return TRUE;
    }

  return FALSE;
}

/* The one session that a name speaks of; of several that have the same paper,
 * the one that has no notes yet. */
static guint64
find_match (LecternSchedule *schedule,
            const char      *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = NULL;
  LecternSession *found = NULL;
  LecternSession *bare = NULL;
  guint n = 0;
  guint n_bare = 0;

  base[strlen (base) - strlen (".pdf")] = '\0';
  name = fold_name (base);
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);

      if (!matches (session, name))
        continue;
      found = session;
      n++;
      if (g_list_model_get_n_items (lectern_session_get_resources (session)) > 0)
        continue;
      bare = session;
      n_bare++;
    }

  if (n_bare == 1)
    return lectern_session_get_key (bare);

  return n == 1 ? lectern_session_get_key (found) : 0;
}

static void
unattached_free (gpointer data)
{
  LecternUnattached *self = data;

  g_free (self->path);
  g_free (self);
}

/* The files that resources name, by the address that they would be opened by:
 * so a link under the notes' address names its local copy. */
static GHashTable *
collect_attached (GFile           *schedule_file,
                  LecternSchedule *schedule,
                  GCancellable    *cancellable)
{
  GHashTable *attached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LecternHead *head = lectern_schedule_get_head (schedule);

  for (guint s = 0; s < lectern_schedule_get_n_sessions (schedule); s++)
    {
      GListModel *resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, s));

      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);
          char *uri;

          if (g_cancellable_is_cancelled (cancellable))
            return attached;
          uri = lectern_notes_folder_resolve (schedule_file, head, resource, NULL);
          if (uri != NULL)
            g_hash_table_add (attached, uri);
        }
    }

  return attached;
}

static GPtrArray *
find_unattached (GFile           *schedule_file,
                 LecternSchedule *schedule,
                 const char      *root,
                 GCancellable    *cancellable)
{
  GPtrArray *unattached = g_ptr_array_new_with_free_func (unattached_free);
  const char *folder = lectern_head_get_notes_folder (lectern_schedule_get_head (schedule));
  g_autoptr (GHashTable) attached = NULL;
  g_autoptr (GPtrArray) pdfs = NULL;

  if (folder == NULL)
    return unattached;

  attached = collect_attached (schedule_file, schedule, cancellable);
  pdfs = list_pdfs (root, folder, cancellable);
  for (guint i = 0; i < pdfs->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const char *path = g_ptr_array_index (pdfs, i);
      /* Which also refuses a folder that leads out, and what is no PDF. */
      g_autofree char *uri = lectern_notes_resolve_file (schedule_file, path, NULL);
      LecternUnattached *found;

      if (uri == NULL || g_hash_table_contains (attached, uri))
        continue;
      found = g_new0 (LecternUnattached, 1);
      found->path = g_strdup (path);
      found->key = find_match (schedule, path);
      g_ptr_array_add (unattached, found);
    }

  return unattached;
}

/**
 * lectern_notes_scan:
 * @schedule_file: (nullable): the file of the schedule
 * @schedule: the schedule
 * @cancellable: (nullable): to give up by
 *
 * Looks through the schedule's folder, though not through all of a large one.
 * Blocks for the disk.
 *
 * Returns: (transfer full): what was found, which may be nothing
 */
LecternNotesScan *
lectern_notes_scan (GFile           *schedule_file,
                    LecternSchedule *schedule,
                    GCancellable    *cancellable)
{
  LecternNotesScan *self = g_new0 (LecternNotesScan, 1);
  g_autofree char *root = lectern_notes_find_folder (schedule_file, NULL);
  g_autoptr (GPtrArray) pdfs = NULL;

  pdfs = root != NULL ? list_pdfs (root, "", cancellable) : g_ptr_array_new ();
  self->folders = find_folders (pdfs);
  if (root != NULL)
    self->unattached = find_unattached (schedule_file, schedule, root, cancellable);
  else
    self->unattached = g_ptr_array_new_with_free_func (unattached_free);

  return self;
}

/**
 * lectern_notes_scan_free:
 * @self: (transfer full): what was found
 *
 * Frees it.
 */
void
lectern_notes_scan_free (LecternNotesScan *self)
{
  g_strfreev (self->folders);
  g_ptr_array_unref (self->unattached);
  g_free (self);
}

/* Nobody else holds the schedule. */
typedef struct
{
  GFile           *file;
  LecternSchedule *schedule;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->file);
  g_object_unref (work->schedule);
  g_free (work);
}

static void
scan_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;

  g_task_return_pointer (task, lectern_notes_scan (work->file, work->schedule, cancellable),
                         (GDestroyNotify) lectern_notes_scan_free);
}

/**
 * lectern_notes_scan_async:
 * @schedule_file: (nullable): the file of the schedule
 * @schedule: the schedule, of which a snapshot is taken
 * @cancellable: (nullable): to give up by
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does as [func@notes_scan] in a thread.
 */
void
lectern_notes_scan_async (GFile               *schedule_file,
                          LecternSchedule     *schedule,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_set_object (&work->file, schedule_file);
  work->schedule = lectern_schedule_snapshot (schedule);
  g_task_set_source_tag (task, lectern_notes_scan_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, scan_thread);
}

/**
 * lectern_notes_scan_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@notes_scan_async].
 *
 * Returns: (transfer full): what was found; %NULL if it was cancelled
 */
LecternNotesScan *
lectern_notes_scan_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_notes_attach_found:
 * @history: the history of a schedule
 * @found: (element-type LecternUnattached): PDFs, and to which sessions
 * @error: return location for an error
 *
 * Attaches PDFs that are in their place already, in one step.  Those that have
 * no session are passed over.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR` if the schedule cannot
 *   hold one of them
 */
gboolean
lectern_notes_attach_found (LecternHistory  *history,
                            GPtrArray       *found,
                            GError         **error)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  gboolean done = TRUE;

  lectern_history_begin_group (history, found->len == 1 ? _("Attach PDF") : _("Attach PDFs"));
  for (guint i = 0; i < found->len && done; i++)
    {
      const LecternUnattached *item = g_ptr_array_index (found, i);
      LecternSession *session = lectern_schedule_find_key (schedule, item->key, NULL);
      g_autoptr (GFile) file = g_file_new_build_filename ("/", item->path, NULL);
      g_autofree char *label = NULL;

      if (session == NULL)
        continue;
      label = lectern_attach_suggest_label (session, file);
      done = lectern_attach_add (history, session, NULL, label, item->path, error);
    }
  lectern_history_end_group (history);

  return done;
}
