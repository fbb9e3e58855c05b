/* main.c: the tests of the storage room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
}

TestFolder *
test_folder_new (void)
{
  TestFolder *self = g_new0 (TestFolder, 1);
  g_autofree char *made = g_dir_make_tmp ("lectern-storage-XXXXXX", NULL);
  char *real;

  g_assert_nonnull (made);
  real = realpath (made, NULL);
  self->path = g_strdup (real);
  free (real);

  return self;
}

void
test_folder_free (TestFolder *self)
{
  remove_tree (self->path);
  g_free (self->path);
  g_free (self);
}

char *
test_folder_path (TestFolder *self,
                  const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

GFile *
test_folder_file (TestFolder *self,
                  const char *name)
{
  g_autofree char *path = test_folder_path (self, name);

  return g_file_new_for_path (path);
}

void
test_folder_write (TestFolder *self,
                   const char *name,
                   const char *content)
{
  g_autofree char *path = test_folder_path (self, name);
  FILE *stream = g_fopen (path, "w");

  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (content, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
}

void
test_folder_assert_holds (TestFolder *self,
                          const char *name,
                          const char *content)
{
  g_autofree char *path = test_folder_path (self, name);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, content);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* All names in the folder, hidden ones too, sorted and joined by spaces. */
void
test_folder_assert_names (TestFolder *self,
                          const char *names)
{
  g_autoptr (GDir) folder = g_dir_open (self->path, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (found, g_strdup (name));
  g_ptr_array_sort (found, compare);
  g_ptr_array_add (found, NULL);

  joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, names);
}

/* What an error must be to be shown to people as it is. */
void
test_assert_sentence (const GError *error,
                      const char   *about)
{
  g_assert_nonnull (error);
  if (about != NULL && strstr (error->message, about) == NULL)
    g_error ("“%s” does not name “%s”", error->message, about);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  /* Two parts: what happened, and what to do. */
  g_assert_nonnull (strstr (error->message, " "));
}

int
main (int    argc,
      char **argv)
{
  /* Each test has a state directory of its own. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* A pipe that holds a test up is a failure, not a wait. */
  alarm (350);

  test_read_add ();
  test_saver_add ();
  test_document_add ();
  test_save_add ();
  test_notes_add ();
  test_attach_add ();
  test_notes_scan_add ();
  test_page_add ();
  test_drafts_add ();
  test_draft_keeper_add ();
  test_backups_add ();
  test_own_saves_add ();
  test_git_index_add ();
  test_grants_add ();
  test_notes_carry_add ();
  test_notes_rename_add ();

  return g_test_run ();
}
