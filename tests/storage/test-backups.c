/* test-backups.c: what a file held before it was replaced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "lectern-backup.h"
#include "lectern-document.h"
#include "lectern-edit.h"

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)
#define FILE_WITH(title) "{ \"lectern\": 1, \"title\": \"" title "\", \"sessions\": [] }\n"

static void
write_title (TestFolder *folder,
             const char *title)
{
  g_autofree char *content = g_strdup_printf (FILE_WITH ("%s"), title);

  test_folder_write (folder, "a.json", content);
}

static void
make (GFile  *file,
      gint64  now)
{
  g_autoptr (GError) error = NULL;

  lectern_backup_make (file, now, &error);
  g_assert_no_error (error);
}

/* The titles of the versions, the latest first. */
static char *
list_titles (GFile *file)
{
  g_autoptr (GPtrArray) versions = lectern_backup_find (file);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      LecternBackup *version = g_ptr_array_index (versions, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              version->schedule != NULL
                              ? lectern_head_get_title (lectern_schedule_get_head (version->schedule)) : "?");
    }

  return g_string_free (titles, FALSE);
}

static void
assert_titles (GFile      *file,
               const char *expected)
{
  g_autofree char *titles = list_titles (file);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_interval (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GFile) other = test_folder_file (folder, "b.json");
  gint64 start = 1000 * MINUTE;

  write_title (folder, "A");
  assert_titles (file, "");
  make (file, start);
  assert_titles (file, "A");
  write_title (folder, "B");
  make (file, start + 10 * MINUTE - 1);
  assert_titles (file, "A");
  make (file, start + 10 * MINUTE);
  assert_titles (file, "B A");
  /* The same again is no other version, and another file has its own. */
  make (file, start + 20 * MINUTE);
  assert_titles (file, "B A");
  test_folder_write (folder, "b.json", FILE_WITH ("C"));
  make (other, start + 20 * MINUTE);
  assert_titles (other, "C");
  assert_titles (file, "B A");
}

static void
test_last_ten (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");

  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      write_title (folder, title);
      make (file, (1000 + i * 10) * MINUTE);
    }
  assert_titles (file, "12 11 10 9 8 7 6 5 4 3");
}

/* A clock that was a year ahead and is right again: what was kept last is the
 * latest, and none of it is the first to go. */
static void
test_clock_set_back (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GPtrArray) versions = NULL;
  const gint64 year = 365 * 24 * 60 * MINUTE;
  LecternBackup *latest;

  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      write_title (folder, title);
      make (file, (i < 10 ? year : 0) + (1000 + i * 10) * MINUTE);
    }
  assert_titles (file, "12 11 10 9 8 7 6 5 4 3");

  versions = lectern_backup_find (file);
  latest = g_ptr_array_index (versions, 0);
  g_assert_cmpint (latest->time, ==, (1000 + 12 * 10) * MINUTE);
}

static void
assert_private (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0077, ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      assert_private (inner);
    }
}

static void
test_saves (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GFile) link = test_folder_file (folder, "link.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "lectern", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_make_symbolic_link (link, "a.json", NULL, NULL));
  write_title (folder, "A");
  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);

  lectern_document_set_backups (document, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      lectern_edit_set_head (lectern_document_get_history (document), "title", i % 2 ? "C" : "B", &error);
      g_assert_no_error (error);
      lectern_document_save (document, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  assert_titles (file, "A");
  assert_titles (link, "A");
  assert_private (state);
}

/* What another program wrote and is to be replaced is kept, however soon. */
static void
test_keep (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GBytes) theirs = g_bytes_new_static (FILE_WITH ("Theirs"), strlen (FILE_WITH ("Theirs")));
  g_autoptr (GError) error = NULL;
  gint64 now = 1000 * MINUTE;

  write_title (folder, "A");
  make (file, now);
  write_title (folder, "B");
  make (file, now + MINUTE);
  assert_titles (file, "A");

  g_assert_true (lectern_backup_keep (file, theirs, now + 2 * MINUTE, &error));
  g_assert_no_error (error);
  assert_titles (file, "Theirs A");
}

/* Save As over another schedule: that is no version of the document's own, and
 * is kept, however soon. */
static void
test_saved_over_another (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GFile) other = test_folder_file (folder, "b.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  write_title (folder, "A");
  test_folder_write (folder, "b.json", FILE_WITH ("B"));
  make (other, g_get_real_time ());
  test_folder_write (folder, "b.json", FILE_WITH ("C"));

  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  lectern_document_set_backups (document, TRUE);
  lectern_document_save (document, other, NULL, &error);
  g_assert_no_error (error);
  assert_titles (other, "C B");
}

/* The command line's documents keep nothing. */
static void
test_not_asked (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  write_title (folder, "A");
  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  lectern_edit_set_head (lectern_document_get_history (document), "title", "B", &error);
  lectern_document_save (document, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_titles (file, "");
}

/* Nowhere to keep it: the save is made all the same, and the next tries again. */
static void
test_failed (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autofree char *in_the_way = g_build_filename (g_get_user_state_dir (), "lectern", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_state_dir (), 0700);
  g_file_set_contents (in_the_way, "", 0, &error);
  g_assert_no_error (error);
  write_title (folder, "A");
  g_assert_false (lectern_backup_make (file, 1000 * MINUTE, &error));
  test_assert_sentence (error, in_the_way);
  g_assert_cmpint (g_unlink (in_the_way), ==, 0);
  make (file, 1001 * MINUTE);
  assert_titles (file, "A");
}

void
test_backups_add (void)
{
  g_test_add_func ("/backups/interval", test_interval);
  g_test_add_func ("/backups/keep", test_keep);
  g_test_add_func ("/backups/last-ten", test_last_ten);
  g_test_add_func ("/backups/clock-set-back", test_clock_set_back);
  g_test_add_func ("/backups/saves", test_saves);
  g_test_add_func ("/backups/saved-over-another", test_saved_over_another);
  g_test_add_func ("/backups/not-asked", test_not_asked);
  g_test_add_func ("/backups/failed", test_failed);
}
