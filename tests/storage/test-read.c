/* test-read.c: reading a file whole, if it is one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-saver.h"

static void
test_content (void)
{
  const char *contents[] = { "", "x", "two\nlines\n" };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) expected = g_bytes_new_static (contents[i], strlen (contents[i]));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      test_folder_write (folder, "a.json", contents[i]);
      bytes = lectern_saver_read (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

static void
test_hash (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *hash = lectern_saver_hash (bytes);

  /* The test vector of FIPS 180-2. */
  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
assert_refused (GFile             *file,
                LecternSaverError  code,
                const char        *about)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint64 began = g_get_monotonic_time ();

  bytes = lectern_saver_read (file, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, LECTERN_SAVER_ERROR, (int) code);
  test_assert_sentence (error, about);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
}

static void
test_refused (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *pipe_path = test_folder_path (folder, "pipe");
  g_autofree char *link_path = test_folder_path (folder, "circle");
  g_autoptr (GFile) missing = test_folder_file (folder, "missing.json");
  g_autoptr (GFile) below = test_folder_file (folder, "a.json/b.json");
  g_autoptr (GFile) itself = g_file_new_for_path (folder->path);
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);
  g_autoptr (GFile) circle = g_file_new_for_path (link_path);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/a.json");

  test_folder_write (folder, "a.json", "{}");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("circle", link_path), ==, 0);

  assert_refused (missing, LECTERN_SAVER_ERROR_MISSING, "missing.json");
  assert_refused (below, LECTERN_SAVER_ERROR_FAILED, "b.json");
  assert_refused (itself, LECTERN_SAVER_ERROR_NOT_A_FILE, "a folder");
  assert_refused (pipe_file, LECTERN_SAVER_ERROR_NOT_A_FILE, "a pipe");
  assert_refused (circle, LECTERN_SAVER_ERROR_FAILED, "circle");
  assert_refused (device, LECTERN_SAVER_ERROR_NOT_A_FILE, "a device");
  assert_refused (remote, LECTERN_SAVER_ERROR_NOT_LOCAL, "https://example.org/a.json");
}

static void
test_size (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "zeros.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  test_folder_write (folder, "zeros.json", "");

  g_assert_cmpint (truncate (path, 1024 * 1024 * 1024), ==, 0);
  assert_refused (file, LECTERN_SAVER_ERROR_TOO_LARGE, "64 MiB");
  g_assert_cmpint (truncate (path, LECTERN_SAVER_MAX_SIZE + 1), ==, 0);
  assert_refused (file, LECTERN_SAVER_ERROR_TOO_LARGE, "64 MiB");

  g_assert_cmpint (truncate (path, LECTERN_SAVER_MAX_SIZE), ==, 0);
  bytes = lectern_saver_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, LECTERN_SAVER_MAX_SIZE);
}

/* Something that has no size beforehand is refused as soon as it is too much. */
static void
test_endless (void)
{
  g_autoptr (GError) error = NULL;
  int fd = open ("/dev/zero", O_RDONLY | O_CLOEXEC);

  g_assert_null (lectern_saver_read_fd (fd, "endless", NULL, &error));
  g_assert_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_TOO_LARGE);
  test_assert_sentence (error, "endless");
  close (fd);
}

static void
test_cancelled (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  test_folder_write (folder, "a.json", "{}");
  g_cancellable_cancel (cancellable);
  g_assert_null (lectern_saver_read (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

void
test_read_add (void)
{
  g_test_add_func ("/read/content", test_content);
  g_test_add_func ("/read/hash", test_hash);
  g_test_add_func ("/read/refused", test_refused);
  g_test_add_func ("/read/size", test_size);
  g_test_add_func ("/read/endless", test_endless);
  g_test_add_func ("/read/cancelled", test_cancelled);
}
