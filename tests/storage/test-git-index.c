/* test-git-index.c: the names in the index of a repository
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include "lectern-document.h"
#include "lectern-git-index.h"

static const char schedule_text[] =
  "{ \"lectern\": 1, \"sessions\": [ { \"resources\": [\n"
  "  { \"file\": \"files/known.pdf\" }, { \"file\": \"files/ü new.pdf\" },\n"
  "  { \"file\": \"files/new.pdf\" }, { \"file\": \"files/new.pdf\" },\n"
  "  { \"file\": \"files/none.pdf\" }, { \"url\": \"https://example.org/\" } ] },\n"
  "{ \"title\": \"No file\" },\n"
  "{ \"resources\": [ { \"fil\\u0065\": \"files/known-2.pdf\" } ] } ] }\n";

static gboolean
have_git (void)
{
  g_autofree char *program = g_find_program_in_path ("git");

  if (program == NULL)
    g_test_skip ("required: git is not installed");

  return program != NULL;
}

/* With nothing of the user’s own settings. */
static void
git (TestFolder *folder,
     const char *arguments)
{
  g_autofree char *path = test_folder_path (folder, "");
  g_autofree char *command = g_strconcat ("env -i HOME=/ GIT_CONFIG_NOSYSTEM=1 PATH=", g_getenv ("PATH"),
                                          " git -C ", path, " ", arguments, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static TestFolder *
make_repository (const char *place)
{
  TestFolder *folder = test_folder_new ();
  const char *names[] = { "files/known.pdf", "files/known-2.pdf", "files/new.pdf", "files/ü new.pdf" };
  g_autofree char *file = g_strconcat (place, "s.json", NULL);
  g_autofree char *files = g_strconcat (place, "files", NULL);
  g_autofree char *path = test_folder_path (folder, files);

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat (place, names[i], NULL);

      test_folder_write (folder, name, "%PDF-1.7\n");
    }
  test_folder_write (folder, file, schedule_text);
  git (folder, "init -q .");

  return folder;
}

static void
assert_new (TestFolder *folder,
            const char *file,
            const char *expected)
{
  g_autoptr (GFile) schedule_file = test_folder_file (folder, file);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GError) error = NULL;

  document = lectern_document_load (schedule_file, NULL, &error);
  g_assert_no_error (error);
  found = lectern_git_index_find_uncommitted (schedule_file, lectern_document_get_schedule (document));
  if (found == NULL)
    {
      g_assert_null (expected);
      return;
    }
  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (" | ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_versions (void)
{
  const char *versions[] = { "2", "3", "4" };

  for (guint i = 0; have_git () && i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (TestFolder) folder = make_repository ("");
      g_autofree char *update = g_strconcat ("update-index --index-version ", versions[i], NULL);

      git (folder, "add files/known.pdf files/known-2.pdf s.json");
      if (i == 1)
        git (folder, "add -N s.json");
      git (folder, update);
      assert_new (folder, "s.json", "files/ü new.pdf | files/new.pdf");
      git (folder, "add .");
      assert_new (folder, "s.json", "");
    }
}

/* The repository is often around the schedule’s folder. */
static void
test_inner (void)
{
  if (have_git ())
    {
      g_autoptr (TestFolder) folder = make_repository ("group/");

      git (folder, "add group/files/known.pdf");
      assert_new (folder, "group/s.json", "files/ü new.pdf | files/new.pdf | files/known-2.pdf");
    }
}

/* One in which nothing was added has no index yet, and one that is not a
 * repository has none. */
static void
test_nothing (void)
{
  if (have_git ())
    {
      g_autoptr (TestFolder) folder = make_repository ("");

      assert_new (folder, "s.json",
                  "files/known.pdf | files/ü new.pdf | files/new.pdf | files/known-2.pdf");
      test_folder_write (folder, ".git/index", "something else");
      assert_new (folder, "s.json", NULL);
    }
}

static void
test_broken (void)
{
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autoptr (TestFolder) folder = NULL;
  gsize length;

  if (!have_git ())
    return;
  folder = make_repository ("");
  git (folder, "add .");
  git (folder, "update-index --index-version 4");
  path = test_folder_path (folder, ".git/index");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  /* Cut anywhere, and with each byte another. */
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *other = g_memdup2 (content, length);
      g_autoptr (GBytes) cut = g_bytes_new (content, i);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GHashTable) names = lectern_git_index_parse (cut);
      g_autoptr (GHashTable) more = NULL;

      if (i < length / 2)
        g_assert_null (names);
      other[i] ^= 0xff;
      changed = g_bytes_new (other, length);
      more = lectern_git_index_parse (changed);
      if (i < 8)
        g_assert_null (more);
    }
}

void
test_git_index_add (void)
{
  g_test_add_func ("/git-index/versions", test_versions);
  g_test_add_func ("/git-index/inner", test_inner);
  g_test_add_func ("/git-index/nothing", test_nothing);
  g_test_add_func ("/git-index/broken", test_broken);
}
