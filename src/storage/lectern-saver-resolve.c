/* lectern-saver-resolve.c: which file a path leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MAX_LINKS 40

/* Where a path leads, if the last element need not exist: realpath() alone
 * fails for a new file and for a link to a file that is not there. */
static char *
resolve_path (const char *path)
{
  g_autofree char *current = g_strdup (path);
  int i;

  for (i = 0; i < MAX_LINKS; i++)
    {
      char *real = realpath (current, NULL);
      g_autofree char *link = NULL;
      g_autofree char *folder = NULL;
      g_autofree char *name = NULL;
      g_autofree char *joined = NULL;

      if (real != NULL)
        {
          joined = g_strdup (real);
          free (real);
          return g_steal_pointer (&joined);
        }
      if (errno != ENOENT)
        return NULL;

      folder = g_path_get_dirname (current);
      link = g_file_read_link (current, NULL);
      if (link == NULL)
        {
          real = realpath (folder, NULL);
          if (real == NULL)
            return NULL;
          name = g_path_get_basename (current);
          joined = g_build_filename (real, name, NULL);
          free (real);
          return g_steal_pointer (&joined);
        }

      joined = g_path_is_absolute (link) ? g_strdup (link)
                                         : g_build_filename (folder, link, NULL);
      g_free (current);
      current = g_steal_pointer (&joined);
    }

  errno = ELOOP;
  return NULL;
}

/**
 * lectern_saver_resolve:
 * @file: a file, which need not exist
 * @error: return location for an error
 *
 * Finds the file that saving would replace: two names of one file, one of
 * them a symbolic link, give the same path.
 *
 * Returns: (transfer full) (type filename): an absolute path, or %NULL with an
 *   error of `LECTERN_SAVER_ERROR`
 */
char *
lectern_saver_resolve (GFile   *file,
                       GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *shown = NULL;
  char *resolved;

  if (path == NULL)
    {
      shown = g_file_get_uri (file);
      g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_NOT_LOCAL,
                   _("Could not save “%s”: it is not on this computer. Choose a folder of this computer."),
                   shown);
      return NULL;
    }

  resolved = resolve_path (path);
  if (resolved == NULL)
    {
      int code = errno;

      shown = g_filename_display_basename (path);
      g_set_error (error, LECTERN_SAVER_ERROR,
                   code == ENOENT ? LECTERN_SAVER_ERROR_MISSING : LECTERN_SAVER_ERROR_FAILED,
                   _("Could not save “%s”: %s. Nothing was written. %s"), shown,
                   code == ENOENT ? _("its folder does not exist") : lectern_saver_errno_reason (code),
                   lectern_saver_errno_advice (code));
    }

  return resolved;
}
