/* lectern-cli-output.c: where a verb writes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <stdio.h>
#include <string.h>

#include "lectern-saver.h"

/**
 * lectern_cli_is_same_file:
 * @file: a file
 * @other: a file
 *
 * Tells whether two paths lead to one file, by symbolic links or otherwise.
 *
 * Returns: whether they do
 */
gboolean
lectern_cli_is_same_file (GFile *file,
                          GFile *other)
{
  g_autofree char *real = lectern_saver_resolve (file, NULL);
  g_autofree char *other_real = lectern_saver_resolve (other, NULL);

  return real != NULL && g_strcmp0 (real, other_real) == 0;
}

/**
 * lectern_cli_write_output:
 * @path: a path, or `-` for standard output
 * @bytes: what to write
 *
 * Writes a file whole.  One that holds the same already is left alone, and
 * one that changes meanwhile is not replaced.
 *
 * Returns: %FALSE if that failed, which has been said
 */
gboolean
lectern_cli_write_output (const char *path,
                          GBytes     *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (strcmp (path, "-") == 0)
    {
      /* What goes wrong is seen when the output is flushed. */
      if (length > 0)
        fwrite (data, 1, length, stdout);
      return TRUE;
    }

  file = g_file_new_for_commandline_arg (path);
  old = lectern_saver_read (file, NULL, NULL);
  if (old != NULL && g_bytes_equal (old, bytes))
    return TRUE;

  hash = old != NULL ? lectern_saver_hash (old) : NULL;
  if (lectern_saver_write (file, bytes,
                           old != NULL ? LECTERN_SAVER_EXPECT_HASH : LECTERN_SAVER_EXPECT_ANYTHING,
                           hash, NULL, &error))
    return TRUE;

  lectern_cli_report (path, error->message);

  return FALSE;
}
