/* lectern-attach-folder.c: the notes folder, found or made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-attach-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lectern-notes-private.h"
#include "lectern-saver-private.h"

static gboolean
fail_folder (const char  *notes,
             GError     **error,
             int          code)
{
  g_autofree char *shown = lectern_notes_show (notes);

  /* Translators: the notes folder, and a reason */
  return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                               _("The notes folder “%s” cannot be used: %s. Nothing was attached. Choose another folder for the notes."),
                               shown, lectern_saver_errno_reason (code));
}

static gboolean
fail_outside (const char  *notes,
              GError     **error)
{
  g_autofree char *shown = lectern_notes_show (notes);

  return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                               _("The notes folder “%s” is not inside the schedule’s folder. Nothing was attached. Choose a folder inside it for the notes."),
                               shown);
}

/* What can be said of the notes folder without looking at the disk. */
gboolean
lectern_attach_check_folder (const char  *notes,
                             GError     **error)
{
  g_auto (GStrv) parts = NULL;

  if (notes == NULL || *notes == '\0')
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_EMPTY,
                                 _("The schedule does not say where its notes are kept. Choose a folder for the notes first."));
  if (g_path_is_absolute (notes) || lectern_notes_has_control (notes))
    return fail_outside (notes, error);

  parts = g_strsplit (notes, "/", -1);
  if (g_strv_contains ((const char * const *) parts, ".."))
    return fail_outside (notes, error);

  return TRUE;
}

char *
lectern_attach_dup_real (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);

  return copy;
}

static gboolean
is_within (const char *folder,
           const char *path)
{
  return g_str_equal (folder, path) || lectern_notes_is_inside (folder, path);
}

/* The real path of the notes folder, which is made if it is not there.  Each
 * part is looked at before the next is made, as it may be a link that leads
 * out.  What was made is told of, so that it can go again. */
char *
lectern_attach_open_folder (const char  *folder,
                            const char  *notes,
                            GPtrArray   *made,
                            GError     **error)
{
  g_autofree char *path = g_strdup (folder);
  g_auto (GStrv) parts = NULL;

  if (!lectern_attach_check_folder (notes, error))
    return NULL;

  parts = g_strsplit (notes, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *next = g_build_filename (path, parts[i], NULL);
      gboolean is_new = mkdir (next, 0777) == 0;

      if (!is_new && errno != EEXIST)
        {
          fail_folder (notes, error, errno);
          return NULL;
        }
      if (is_new)
        g_ptr_array_add (made, g_strdup (next));

      g_free (path);
      path = lectern_attach_dup_real (next);
      if (path == NULL)
        {
          fail_folder (notes, error, errno);
          return NULL;
        }
      if (!is_within (folder, path))
        {
          fail_outside (notes, error);
          return NULL;
        }
      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          fail_folder (notes, error, ENOTDIR);
          return NULL;
        }
    }

  return g_steal_pointer (&path);
}
