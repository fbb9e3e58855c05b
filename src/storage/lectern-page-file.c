/* lectern-page-file.c: where a schedule's page is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-page-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-edit.h"
#include "lectern-grant.h"
#include "lectern-saver.h"

G_DEFINE_QUARK (lectern-page-file-error-quark, lectern_page_file_error)

/* The folder that a schedule's paths are relative to, by its real path. */
static char *
find_folder (GFile   *schedule_file,
             GError **error)
{
  g_autofree char *path = NULL;

  if (schedule_file == NULL)
    {
      g_set_error_literal (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_UNSAVED,
                           _("The schedule is in no folder yet, so its page cannot be found. Save it first."));
      return NULL;
    }

  if (!lectern_grant_check (schedule_file, error))
    return NULL;

  path = lectern_saver_resolve (schedule_file, error);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

/* Of a path inside a folder, the part after it. */
static const char *
skip_folder (const char *folder,
             const char *path)
{
  gsize length = strlen (folder);

  /* The root folder is the only one that ends in a slash. */
  if (strncmp (path, folder, length) != 0)
    return NULL;
  if (length == 1)
    return path[1] != '\0' ? path + 1 : NULL;

  return path[length] == '/' ? path + length + 1 : NULL;
}

static void
refuse_outside (const char  *path,
                GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_OUTSIDE,
               _("The page “%s” is not inside the schedule’s folder. Choose another page, or save the schedule in the folder of the website."),
               shown);
}

/**
 * lectern_page_file_get_relative:
 * @schedule_file: (nullable): the file of a schedule, which need not exist
 * @page: a page
 * @error: return location for an error
 *
 * Writes the path of a page as a schedule remembers it: relative to its
 * folder, and inside it by its real path.
 *
 * Returns: (transfer full): the path, or %NULL with an error of
 *   `LECTERN_PAGE_FILE_ERROR`, `LECTERN_NOTES_ERROR` or `LECTERN_SAVER_ERROR`
 */
char *
lectern_page_file_get_relative (GFile   *schedule_file,
                                GFile   *page,
                                GError **error)
{
  g_autofree char *folder = find_folder (schedule_file, error);
  g_autofree char *real = folder != NULL ? lectern_saver_resolve (page, error) : NULL;
  g_autoptr (GFile) parent = NULL;
  g_autofree char *named = NULL;
  const char *inside;

  if (real == NULL)
    return NULL;

  inside = skip_folder (folder, real);
  if (inside == NULL || !g_utf8_validate (inside, -1, NULL))
    {
      refuse_outside (g_file_peek_path (page), error);
      return NULL;
    }

  /* As the user calls it, if that is in the folder too. */
  parent = g_file_get_parent (schedule_file);
  named = g_file_get_relative_path (parent, page);

  return named != NULL && g_utf8_validate (named, -1, NULL) ? g_steal_pointer (&named)
                                                            : g_strdup (inside);
}

/**
 * lectern_page_file_resolve:
 * @schedule_file: (nullable): the file of a schedule
 * @path: what it says of its page
 * @error: return location for an error
 *
 * Finds the page that a schedule names.  Whether it is there shows when it is
 * read.
 *
 * Returns: (transfer full): the page, or %NULL with an error of
 *   `LECTERN_PAGE_FILE_ERROR`, `LECTERN_NOTES_ERROR` or `LECTERN_SAVER_ERROR`
 */
GFile *
lectern_page_file_resolve (GFile       *schedule_file,
                           const char  *path,
                           GError     **error)
{
  g_autofree char *folder = find_folder (schedule_file, error);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autofree char *joined = NULL;
  g_autofree char *real = NULL;
  g_autoptr (GFile) page = NULL;

  if (folder == NULL)
    return NULL;
  if (g_path_is_absolute (path) || g_strv_contains ((const char * const *) parts, ".."))
    {
      refuse_outside (path, error);
      return NULL;
    }

  joined = g_build_filename (folder, path, NULL);
  page = g_file_new_for_path (joined);
  real = lectern_saver_resolve (page, error);
  if (real == NULL)
    return NULL;
  if (skip_folder (folder, real) == NULL)
    {
      refuse_outside (path, error);
      return NULL;
    }

  return g_steal_pointer (&page);
}

/* ---- Pages elsewhere: known to this computer alone ---- */

static char *
get_state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "lectern", "pages.ini", NULL);
}

static GKeyFile *
load_state (const char *path)
{
  GKeyFile *state = g_key_file_new ();

  /* What is not there, or was spoilt, holds nothing. */
  g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL);

  return state;
}

static GFile *
recall (GFile *schedule_file)
{
  g_autofree char *path = get_state_path ();
  g_autoptr (GKeyFile) state = load_state (path);
  g_autofree char *group = g_file_get_uri (schedule_file);
  g_autofree char *page = g_key_file_get_string (state, group, "page", NULL);

  return page != NULL ? g_file_new_for_uri (page) : NULL;
}

/* %NULL forgets. */
static gboolean
remember (GFile   *schedule_file,
          GFile   *page,
          GError **error)
{
  g_autofree char *path = get_state_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) state = load_state (path);
  g_autofree char *group = g_file_get_uri (schedule_file);
  g_autofree char *uri = page != NULL ? g_file_get_uri (page) : NULL;

  if (uri == NULL && !g_key_file_has_group (state, group))
    return TRUE;

  if (uri != NULL)
    g_key_file_set_string (state, group, "page", uri);
  else
    g_key_file_remove_group (state, group, NULL);
  g_mkdir_with_parents (folder, 0700);

  return g_key_file_save_to_file (state, path, error);
}

/**
 * lectern_page_file_find:
 * @document: a document
 * @error: return location for an error
 *
 * Finds the page of a schedule: the one that it names, else one outside its
 * folder that was chosen on this computer.
 *
 * Returns: (transfer full): the page, or %NULL with an error of
 *   `LECTERN_PAGE_FILE_ERROR`, `LECTERN_NOTES_ERROR` or `LECTERN_SAVER_ERROR`
 */
GFile *
lectern_page_file_find (LecternDocument  *document,
                        GError          **error)
{
  GFile *schedule_file = lectern_document_get_file (document);
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (document));
  const char *path = lectern_head_get_page (head);
  GFile *page;

  if (path != NULL && *path != '\0')
    return lectern_page_file_resolve (schedule_file, path, error);

  page = schedule_file != NULL ? recall (schedule_file) : NULL;
  if (page == NULL)
    g_set_error_literal (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_NONE,
                         _("Lectern does not know the group’s page yet. Choose the Markdown file of it."));

  return page;
}

/**
 * lectern_page_file_choose:
 * @document: a document
 * @schedule_file: where the schedule is or will be
 * @page: its page
 * @error: return location for an error
 *
 * Makes @page the page of a schedule.  One inside the schedule's folder is
 * written into the schedule, as an edit; one elsewhere is remembered on this
 * computer only, and the schedule names none.
 *
 * Returns: %FALSE with an error if it could not be remembered
 */
gboolean
lectern_page_file_choose (LecternDocument  *document,
                          GFile            *schedule_file,
                          GFile            *page,
                          GError          **error)
{
  LecternHistory *history = lectern_document_get_history (document);
  g_autofree char *relative = lectern_page_file_get_relative (schedule_file, page, NULL);
  gboolean chosen;

  lectern_history_seal (history);
  chosen = lectern_edit_set_head (history, "page", relative != NULL ? relative : "", error) &&
           remember (schedule_file, relative != NULL ? NULL : page, error);
  lectern_history_seal (history);

  return chosen;
}
