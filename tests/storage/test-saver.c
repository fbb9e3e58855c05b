/* test-saver.c: replacing a file whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-saver.h"

static char *
hash_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return lectern_saver_hash (bytes);
}

static gboolean
save (GFile               *file,
      const char          *text,
      LecternSaverExpect   expect,
      const char          *expected,
      GError             **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *hash = expected != NULL ? hash_of (expected) : NULL;

  return lectern_saver_write (file, bytes, expect, hash, NULL, error);
}

static void
assert_saves (GFile      *file,
              const char *text)
{
  g_autoptr (GError) error = NULL;

  save (file, text, LECTERN_SAVER_EXPECT_ANYTHING, NULL, &error);
  g_assert_no_error (error);
}

/* What is expected, what is there ("" for nothing), what becomes of it. */
static const struct
{
  LecternSaverExpect expect;
  const char        *hash_of;
  const char        *there;
  int                code;  /* -1: saved */
} expectations[] = {
  { LECTERN_SAVER_EXPECT_ANYTHING, NULL, NULL, -1 },
  { LECTERN_SAVER_EXPECT_ANYTHING, NULL, "old", -1 },
  { LECTERN_SAVER_EXPECT_NOTHING, NULL, NULL, -1 },
  { LECTERN_SAVER_EXPECT_NOTHING, NULL, "old", LECTERN_SAVER_ERROR_EXISTS },
  { LECTERN_SAVER_EXPECT_NOTHING, NULL, "", LECTERN_SAVER_ERROR_EXISTS },
  { LECTERN_SAVER_EXPECT_HASH, "old", "old", -1 },
  { LECTERN_SAVER_EXPECT_HASH, "", "", -1 },
  { LECTERN_SAVER_EXPECT_HASH, "old", "other", LECTERN_SAVER_ERROR_CHANGED },
  { LECTERN_SAVER_EXPECT_HASH, "old", "", LECTERN_SAVER_ERROR_CHANGED },
  { LECTERN_SAVER_EXPECT_HASH, "old", "old\n", LECTERN_SAVER_ERROR_CHANGED },
  { LECTERN_SAVER_EXPECT_HASH, "old", NULL, LECTERN_SAVER_ERROR_GONE },
  { LECTERN_SAVER_EXPECT_HASH, "old", "new", -1 },
  { LECTERN_SAVER_EXPECT_HASH_OR_NOTHING, "old", "old", -1 },
  { LECTERN_SAVER_EXPECT_HASH_OR_NOTHING, "old", "other", LECTERN_SAVER_ERROR_CHANGED },
  { LECTERN_SAVER_EXPECT_HASH_OR_NOTHING, "old", NULL, -1 },
};

static void
test_expectations (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autoptr (GFile) file = test_folder_file (folder, "a.json");
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = NULL;
      gboolean saved;

      if (expectations[i].there != NULL)
        test_folder_write (folder, "a.json", expectations[i].there);

      saved = save (file, "new", expectations[i].expect, expectations[i].hash_of, &error);

      if (expectations[i].code == -1)
        {
          g_assert_no_error (error);
          g_assert_true (saved);
          test_folder_assert_holds (folder, "a.json", "new");
          test_folder_assert_names (folder, "a.json");
          continue;
        }

      g_assert_false (saved);
      g_assert_error (error, LECTERN_SAVER_ERROR, expectations[i].code);
      test_assert_sentence (error, "“a.json”");
      test_folder_assert_names (folder, expectations[i].there != NULL ? "a.json" : "");
      if (expectations[i].there != NULL)
        test_folder_assert_holds (folder, "a.json", expectations[i].there);

      /* The look alone says the same. */
      g_clear_error (&error);
      hash = expectations[i].hash_of != NULL ? hash_of (expectations[i].hash_of) : NULL;
      g_assert_false (lectern_saver_check (file, expectations[i].expect, hash, &error));
      g_assert_error (error, LECTERN_SAVER_ERROR, expectations[i].code);
    }
}

static guint
mode_of (GFile *file)
{
  GStatBuf status;

  g_assert_cmpint (g_lstat (g_file_peek_path (file), &status), ==, 0);

  return status.st_mode & 07777;
}

static void
test_modes (void)
{
  const mode_t modes[] = { 0600, 0640, 0644, 0664, 0660, 0606, 0755, 0777, 0200 };
  const mode_t umasks[] = { 0022, 0077, 0002, 0000 };
  mode_t before = umask (0);
  guint i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (umasks); i++)
    {
      umask (umasks[i]);
      for (j = 0; j < G_N_ELEMENTS (modes); j++)
        {
          g_autoptr (TestFolder) folder = test_folder_new ();
          g_autoptr (GFile) file = test_folder_file (folder, "a.json");
          g_autoptr (GFile) other = test_folder_file (folder, "b.json");

          test_folder_write (folder, "a.json", "old");
          g_assert_cmpint (g_chmod (g_file_peek_path (file), modes[j]), ==, 0);
          assert_saves (file, "new");
          g_assert_cmpuint (mode_of (file), ==, modes[j]);

          assert_saves (other, "new");
          g_assert_cmpuint (mode_of (other), ==, 0666 & ~umasks[i]);
        }
    }

  umask (before);
}

/* Only root can give a file away; for anyone else it is their own. */
static void
test_owner (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  uid_t uid = geteuid () == 0 ? 12345 : geteuid ();
  gid_t gid = geteuid () == 0 ? 54321 : getegid ();
  GStatBuf status;

  test_folder_write (folder, "a.json", "old");
  g_assert_cmpint (chown (g_file_peek_path (file), uid, gid), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0640), ==, 0);

  assert_saves (file, "new");

  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, uid);
  g_assert_cmpuint (status.st_gid, ==, gid);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
}

static void
test_symlinks (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *inner = test_folder_path (folder, "inner");
  g_autofree char *first = test_folder_path (folder, "first.json");
  g_autofree char *second = test_folder_path (folder, "inner/second.json");
  g_autofree char *empty = test_folder_path (folder, "empty.json");
  g_autoptr (GFile) file = g_file_new_for_path (first);
  g_autoptr (GFile) dangling = g_file_new_for_path (empty);
  g_autoptr (GFile) target = test_folder_file (folder, "inner/real.json");
  g_autofree char *resolved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (inner, 0755), ==, 0);
  test_folder_write (folder, "inner/real.json", "old");
  g_assert_cmpint (g_chmod (g_file_peek_path (target), 0640), ==, 0);
  g_assert_cmpint (symlink ("inner/second.json", first), ==, 0);
  g_assert_cmpint (symlink ("real.json", second), ==, 0);
  g_assert_cmpint (symlink ("inner/made.json", empty), ==, 0);

  assert_saves (file, "new");
  test_folder_assert_holds (folder, "inner/real.json", "new");
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (mode_of (target), ==, 0640);

  resolved = lectern_saver_resolve (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (resolved, ==, g_file_peek_path (target));

  /* A link to what is not there yet makes it there, and stays a link. */
  assert_saves (dangling, "made");
  g_assert_true (g_file_test (empty, G_FILE_TEST_IS_SYMLINK));
  test_folder_assert_holds (folder, "inner/made.json", "made");
  test_folder_assert_names (folder, "empty.json first.json inner");
}

/* As the saver's own comment says: the name that is saved gets a file of its
 * own, and nothing is written into the one that the other name has. */
static void
test_hard_link (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *one = test_folder_path (folder, "a.json");
  g_autofree char *other = test_folder_path (folder, "b.json");
  g_autoptr (GFile) file = g_file_new_for_path (one);

  test_folder_write (folder, "a.json", "old");
  g_assert_cmpint (link (one, other), ==, 0);

  assert_saves (file, "new");
  test_folder_assert_holds (folder, "a.json", "new");
  test_folder_assert_holds (folder, "b.json", "old");
}

static void
test_names (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *longest = g_strnfill (255, 'n');
  g_autofree char *too_long = g_strnfill (256, 'n');
  const char *names[] = { "a", "-x", " a b ", "ü “quoted”.json", "a\nb", "\xff\xfe.json", longest };
  g_autoptr (GFile) beyond = test_folder_file (folder, too_long);
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = test_folder_file (folder, names[i]);

      assert_saves (file, "first");
      assert_saves (file, "second");
      test_folder_assert_holds (folder, names[i], "second");
    }

  g_assert_false (save (beyond, "new", LECTERN_SAVER_EXPECT_ANYTHING, NULL, &error));
  g_assert_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED);
  test_assert_sentence (error, "too long");
}

static void
assert_refused (GFile             *file,
                LecternSaverError  code,
                const char        *about)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, "new", LECTERN_SAVER_EXPECT_ANYTHING, NULL, &error));
  g_assert_error (error, LECTERN_SAVER_ERROR, (int) code);
  test_assert_sentence (error, about);
}

static void
test_refused (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *pipe_path = test_folder_path (folder, "pipe");
  g_autofree char *circle_path = test_folder_path (folder, "circle");
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);
  g_autoptr (GFile) circle = g_file_new_for_path (circle_path);
  g_autoptr (GFile) itself = g_file_new_for_path (folder->path);
  g_autoptr (GFile) no_folder = test_folder_file (folder, "none/a.json");
  g_autoptr (GFile) below = test_folder_file (folder, "a.json/b.json");
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/a.json");

  test_folder_write (folder, "a.json", "old");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("circle", circle_path), ==, 0);

  assert_refused (pipe_file, LECTERN_SAVER_ERROR_NOT_A_FILE, "a pipe");
  assert_refused (itself, LECTERN_SAVER_ERROR_NOT_A_FILE, "a folder");
  assert_refused (circle, LECTERN_SAVER_ERROR_FAILED, "circle");
  assert_refused (no_folder, LECTERN_SAVER_ERROR_MISSING, "its folder does not exist");
  assert_refused (below, LECTERN_SAVER_ERROR_FAILED, "not a folder");
  assert_refused (remote, LECTERN_SAVER_ERROR_NOT_LOCAL, "sftp://example.org/a.json");
  test_folder_assert_names (folder, "a.json circle pipe");
  test_folder_assert_holds (folder, "a.json", "old");
}

static void
test_cancelled (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  test_folder_write (folder, "a.json", "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (lectern_saver_write (file, bytes, LECTERN_SAVER_EXPECT_ANYTHING, NULL,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_folder_assert_holds (folder, "a.json", "old");
  test_folder_assert_names (folder, "a.json");
}

#define ROUNDS 300
#define LARGE (256 * 1024)

static int finished;

static gpointer
write_rounds (gpointer data)
{
  GFile *file = data;
  g_autofree char *content = g_malloc (LARGE);
  guint i;

  for (i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      memset (content, 'a' + i % 26, LARGE);
      bytes = g_bytes_new (content, LARGE);
      lectern_saver_write (file, bytes, LECTERN_SAVER_EXPECT_ANYTHING, NULL, NULL, &error);
      g_assert_no_error (error);
    }

  g_atomic_int_set (&finished, TRUE);
  return NULL;
}

/* Whoever reads while someone saves reads one whole version. */
static void
test_whole (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autofree char *start = g_strnfill (LARGE, 'a');
  GThread *writer;
  guint versions = 0;
  char last = '\0';

  assert_saves (file, start);
  writer = g_thread_new ("writer", write_rounds, file);
  while (!g_atomic_int_get (&finished))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lectern_saver_read (file, NULL, &error);
      const char *text;
      gsize size;

      g_assert_no_error (error);
      text = g_bytes_get_data (bytes, &size);
      g_assert_cmpuint (size, ==, LARGE);
      g_assert_true (memcmp (text, text + 1, size - 1) == 0);
      versions += text[0] != last;
      last = text[0];
    }
  g_thread_join (writer);
  g_assert_cmpuint (versions, >, 3);

  test_folder_assert_names (folder, "a.json");
}

void
test_saver_add (void)
{
  g_test_add_func ("/saver/expectations", test_expectations);
  g_test_add_func ("/saver/modes", test_modes);
  g_test_add_func ("/saver/owner", test_owner);
  g_test_add_func ("/saver/symlinks", test_symlinks);
  g_test_add_func ("/saver/hard-link", test_hard_link);
  g_test_add_func ("/saver/names", test_names);
  g_test_add_func ("/saver/refused", test_refused);
  g_test_add_func ("/saver/cancelled", test_cancelled);
  g_test_add_func ("/saver/whole", test_whole);
}
