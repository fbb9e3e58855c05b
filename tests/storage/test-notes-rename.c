/* test-notes-rename.c: the notes folder gets another name, and copies change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "lectern-copies.h"
#include "lectern-notes-rename.h"

static const char content[] =
  "{ \"lectern\": 1,\n"
  "  \"notes\": { \"folder\": \"files/My Pdfs\", \"url\": \"https://example.org/site/files/My%20Pdfs/\" },\n"
  "  \"sessions\": [ { \"resources\": [\n"
  "    { \"file\": \"files/My Pdfs/a.pdf\" }, { \"file\": \"files/My Pdfs/in/gone.pdf\" },\n"
  "    { \"file\": \"files/My Pdfs too/b.pdf\" }, { \"url\": \"https://example.org/site/files/My%20Pdfs/c%20d.pdf\" },\n"
  "    { \"url\": \"https://example.org/other.pdf\" } ] } ] }\n";

typedef struct
{
  TestFolder      *folder;
  GFile           *file;
  LecternDocument *document;
} Fixture;

static void
make_folder (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = test_folder_path (fixture->folder, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  make_folder (fixture, "files/My Pdfs");
  make_folder (fixture, "files/My Pdfs too");
  test_folder_write (fixture->folder, "files/My Pdfs/a.pdf", "%PDF-a\n");
  test_folder_write (fixture->folder, "files/My Pdfs too/b.pdf", "%PDF-b\n");
  test_folder_write (fixture->folder, "s.json", content);
  fixture->file = test_folder_file (fixture->folder, "s.json");
  fixture->document = lectern_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_unref (fixture->document);
  g_object_unref (fixture->file);
  test_folder_free (fixture->folder);
}

static void
assert_places (Fixture    *fixture,
               const char *expected)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  LecternHead *head = lectern_schedule_get_head (schedule);
  GListModel *resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, 0));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s", lectern_head_get_notes_folder (head), lectern_head_get_notes_url (head));
  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      const char *file = lectern_resource_get_file (resource);

      g_string_append_printf (text, "\n%s", file != NULL ? file : lectern_resource_get_url (resource));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The folder moves, and all that leads into it follows in one step. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  LecternHistory *history = lectern_document_get_history (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_notes_rename_folder (fixture->file, "files/My Pdfs", "new/Ü", &error));
  g_assert_no_error (error);
  g_assert_true (lectern_notes_rename_links (history, "files/My Pdfs", "new/Ü", &error));
  g_assert_no_error (error);
  test_folder_assert_holds (fixture->folder, "new/Ü/a.pdf", "%PDF-a\n");
  test_folder_assert_holds (fixture->folder, "files/My Pdfs too/b.pdf", "%PDF-b\n");
  assert_places (fixture,
                 "new/Ü https://example.org/site/new/%C3%9C/\n"
                 "new/Ü/a.pdf\nnew/Ü/in/gone.pdf\nfiles/My Pdfs too/b.pdf\n"
                 "https://example.org/site/new/%C3%9C/c%20d.pdf\nhttps://example.org/other.pdf");

  g_assert_true (lectern_history_undo (history));
  g_assert_false (lectern_history_get_can_undo (history));
  g_assert_true (lectern_history_get_saved (history));
  g_assert_true (lectern_notes_rename_folder (fixture->file, "new/Ü", "files/My Pdfs", &error));
  test_folder_assert_holds (fixture->folder, "files/My Pdfs/a.pdf", "%PDF-a\n");
}

/* An address that does not end as the folder does may be any. */
static void
test_other_address (Fixture       *fixture,
                    gconstpointer  data)
{
  LecternHistory *history = lectern_document_get_history (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_notes_rename_links (history, "files/My Pdfs", "notes", &error));
  g_assert_true (lectern_notes_note_folder (history, "files/My Pdfs", &error));
  lectern_notes_note_folder (history, "Pdfs", &error);
  assert_places (fixture,
                 "Pdfs https://example.org/site/Pdfs/\n"
                 "notes/a.pdf\nnotes/in/gone.pdf\nfiles/My Pdfs too/b.pdf\n"
                 "https://example.org/site/Pdfs/c%20d.pdf\nhttps://example.org/other.pdf");
}

/* Each is refused in a sentence, and nothing is moved. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const char *targets[] = {
    "files/My Pdfs too", "files/My Pdfs/in/it", "/tmp/elsewhere", "../elsewhere", "files/../../x", "",
    "a\nb", "s.json", "s.json/notes", "out/notes",
  };
  g_autofree char *link = test_folder_path (fixture->folder, "out");

  g_assert_cmpint (symlink ("..", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (lectern_notes_rename_folder (fixture->file, "files/My Pdfs", targets[i], &error));
      test_assert_sentence (error, NULL);
      test_folder_assert_holds (fixture->folder, "files/My Pdfs/a.pdf", "%PDF-a\n");
    }
}

/* What is not there (any more) needs no moving; what is outside is left alone. */
static void
test_not_there (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *link = test_folder_path (fixture->folder, "out");
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_notes_rename_folder (fixture->file, "none", "files/My Pdfs", &error));
  g_assert_no_error (error);
  g_assert_cmpint (symlink ("..", link), ==, 0);
  g_assert_true (lectern_notes_rename_folder (fixture->file, "out", "elsewhere", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* The folder of the notes follows a file that was found again, or does not. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *before, *after, *folder;
  } cases[] = {
    { "gone/Pdfs/a.pdf", "files/My Pdfs/a.pdf", "files/My Pdfs" },
    { "gone/Pdfs/in/a.pdf", "files/My Pdfs/in/a.pdf", "files/My Pdfs" },
    { "gone/Pdfs/in/a.pdf", "gone/Pdfs/there/a.pdf", NULL },
    { "gone/Pdfs/a.pdf", "gone/Pdfs/b.pdf", NULL },
    { "gone/Pdfs/a.pdf", "a.pdf", NULL },
    { "other/a.pdf", "files/My Pdfs/a.pdf", NULL },
  };
  g_autofree char *folder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = lectern_notes_follow_folder (fixture->file, "gone/Pdfs", cases[i].before,
                                                            cases[i].after);

      g_assert_cmpstr (found, ==, cases[i].folder);
    }

  /* It is still there: only that file has moved. */
  folder = lectern_notes_follow_folder (fixture->file, "files/My Pdfs too", "files/My Pdfs too/a.pdf",
                                        "files/My Pdfs/a.pdf");
  g_assert_null (folder);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  char **changed = user_data;

  *changed = lectern_copies_check_finish (result);
  if (*changed == NULL)
    *changed = g_strdup ("none");
}

static void
assert_changed (LecternCopies *copies,
                const char    *expected)
{
  g_autofree char *changed = NULL;

  lectern_copies_check_async (copies, checked_cb, &changed);
  while (changed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (changed, ==, expected);
}

/* The same content is the same copy, whoever wrote it. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (LecternCopies) copies = NULL;
  g_autofree char *path = test_folder_path (fixture->folder, "files/My Pdfs too/b.pdf");

  g_ptr_array_add (paths, (char *) "files/My Pdfs/a.pdf");
  g_ptr_array_add (paths, (char *) "files/My Pdfs too/b.pdf");
  copies = lectern_copies_new (fixture->file, paths);
  g_assert_cmpuint (lectern_copies_get_n (copies), ==, 2);
  assert_changed (copies, "none");
  test_folder_write (fixture->folder, "files/My Pdfs/a.pdf", "%PDF-a\n");
  assert_changed (copies, "none");
  test_folder_write (fixture->folder, "files/My Pdfs/a.pdf", "%PDF-A\n");
  assert_changed (copies, "files/My Pdfs/a.pdf");
  test_folder_write (fixture->folder, "files/My Pdfs/a.pdf", "%PDF-a\n");
  g_assert_cmpint (unlink (path), ==, 0);
  assert_changed (copies, "files/My Pdfs too/b.pdf");
}

void
test_notes_rename_add (void)
{
#define ADD(name, function) \
  g_test_add ("/notes-rename/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("rename", test_rename);
  ADD ("other-address", test_other_address);
  ADD ("refused", test_refused);
  ADD ("not-there", test_not_there);
  ADD ("follow", test_follow);
  ADD ("copies", test_copies);
}
