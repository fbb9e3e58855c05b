/* save-once.c: one save, to be disturbed by test-faults.py
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: save-once TARGET NEW-CONTENT [OLD-CONTENT]
 *
 * Saves what the file NEW-CONTENT holds: over a target that must hold what
 * OLD-CONTENT does, or must not exist.  Status: 0 saved, 3 refused with a
 * sentence on standard error, 4 replaced but not confirmed.
 */

#include <stdio.h>
#include <unistd.h>

#include "lectern-saver.h"

static GBytes *
read_content (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lectern_saver_read (file, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) target = g_file_new_for_path (argv[1]);
  g_autoptr (GBytes) content = read_content (argv[2]);
  g_autoptr (GBytes) old = argc > 3 ? read_content (argv[3]) : NULL;
  g_autofree char *hash = old != NULL ? lectern_saver_hash (old) : NULL;
  g_autoptr (GError) error = NULL;

  /* Where the save begins in a trace; nobody has a file of that name. */
  if (access ("/lectern-save-begins", F_OK) == 0)
    return 2;

  if (lectern_saver_write (target, content,
                           hash != NULL ? LECTERN_SAVER_EXPECT_HASH : LECTERN_SAVER_EXPECT_NOTHING,
                           hash, NULL, &error))
    return 0;

  fprintf (stderr, "%s\n", error->message);

  return g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_UNCONFIRMED) ? 4 : 3;
}
