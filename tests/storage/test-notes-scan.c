/* test-notes-scan.c: PDFs that belong to no session, and those that moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lectern-notes-carry.h"
#include "lectern-notes-scan.h"

static const char content[] =
  "{ \"lectern\": 1,\n"
  "  \"notes\": { \"folder\": \"files/Pdfs\", \"url\": \"https://example.org/p/\" },\n"
  "  \"sessions\": [\n"
  "    { \"id\": \"a\", \"papers\": [ { \"title\": \"Neural Tangent Kernel\" } ],\n"
  "      \"resources\": [ { \"file\": \"files/Pdfs/one.pdf\" },\n"
  "                       { \"url\": \"https://example.org/p/two.pdf\" } ] },\n"
  "    { \"id\": \"b\", \"papers\": [ { \"title\": \"Toy Models of Superposition\" } ],\n"
  "      \"resources\": [ { \"file\": \"old/x.pdf\" }, { \"file\": \"old/in/y.pdf\" },\n"
  "                       { \"file\": \"old/here.pdf\" }, { \"file\": \"old/gone.pdf\" } ] },\n"
  "    { \"id\": \"c\", \"papers\": [ { \"title\": \"Neural Tangent Kernel\" } ] }\n"
  "  ] }\n";

typedef struct
{
  TestFolder      *folder;
  GFile           *file;
  LecternDocument *document;
} Fixture;

static void
make_folder (TestFolder *folder,
             const char *name)
{
  g_autofree char *path = test_folder_path (folder, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  const char *pdfs[] = {
    "files/Pdfs/one.pdf", "files/Pdfs/two.pdf", "files/Pdfs/neural-tangent_kernel v2.pdf",
    "files/Pdfs/sub/Toy Models.PDF", "files/Pdfs/other.pdf", "files/Pdfs/.hidden.pdf",
    "old/here.pdf", "new/x.pdf", "new/in/y.pdf", "new/here.pdf", "loose.pdf",
  };
  g_autofree char *link = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  make_folder (fixture->folder, "files/Pdfs/sub");
  make_folder (fixture->folder, "old/in");
  make_folder (fixture->folder, "new/in");
  for (guint i = 0; i < G_N_ELEMENTS (pdfs); i++)
    test_folder_write (fixture->folder, pdfs[i], "%PDF-1.7\n");
  test_folder_write (fixture->folder, "files/Pdfs/text.pdf", "no PDF");
  test_folder_write (fixture->folder, "s.json", content);
  link = test_folder_path (fixture->folder, "files/Pdfs/up");
  g_assert_cmpint (symlink ("..", link), ==, 0);

  fixture->file = test_folder_file (fixture->folder, "s.json");
  fixture->document = lectern_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, test_folder_free);
}

static LecternSession *
get_session (Fixture *fixture,
             guint    n)
{
  return lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), n);
}

static void
got_result_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
assert_unattached (LecternNotesScan *scan,
                   guint             n,
                   const char       *path,
                   guint64           key)
{
  const LecternUnattached *found = g_ptr_array_index (scan->unattached, n);

  g_assert_cmpstr (found->path, ==, path);
  g_assert_cmpuint (found->key, ==, key);
}

static void
test_unattached (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LecternNotesScan) scan = NULL;
  g_autoptr (GError) error = NULL;

  lectern_notes_scan_async (fixture->file, lectern_document_get_schedule (fixture->document),
                            NULL, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  scan = lectern_notes_scan_finish (result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (scan->unattached->len, ==, 3);
  /* The third session has the same paper, and no notes yet. */
  assert_unattached (scan, 0, "files/Pdfs/neural-tangent_kernel v2.pdf",
                     lectern_session_get_key (get_session (fixture, 2)));
  assert_unattached (scan, 1, "files/Pdfs/other.pdf", 0);
  assert_unattached (scan, 2, "files/Pdfs/sub/Toy Models.PDF",
                     lectern_session_get_key (get_session (fixture, 1)));

  g_assert_true (lectern_notes_attach_found (lectern_document_get_history (fixture->document),
                                             scan->unattached, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (get_session (fixture, 2))),
                    ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (get_session (fixture, 1))),
                    ==, 5);
  g_assert_true (lectern_history_undo (lectern_document_get_history (fixture->document)));
  g_assert_false (lectern_history_get_can_undo (lectern_document_get_history (fixture->document)));
}

static void
test_folders (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternNotesScan) scan = NULL;
  g_autofree char *joined = NULL;

  scan = lectern_notes_scan (fixture->file, lectern_document_get_schedule (fixture->document), NULL);
  joined = g_strjoinv (" ", scan->folders);
  g_assert_cmpstr (joined, ==, "files/Pdfs new files/Pdfs/sub notes");
}

static void
test_unsaved (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternNotesScan) scan = lectern_notes_scan (NULL, schedule, NULL);

  g_assert_cmpuint (g_strv_length (scan->folders), ==, 1);
  g_assert_cmpuint (scan->unattached->len, ==, 0);
}

static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  LecternHistory *history = lectern_document_get_history (fixture->document);
  GListModel *resources = lectern_session_get_resources (get_session (fixture, 1));
  const char *expected[] = { "new/x.pdf", "new/in/y.pdf", "old/here.pdf", "old/gone.pdf" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GError) error = NULL;

  lectern_notes_find_moved_async (fixture->file, lectern_document_get_schedule (fixture->document),
                                  "old/x.pdf", "new/x.pdf", NULL, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  moved = lectern_notes_find_moved_finish (result, &error);
  g_assert_no_error (error);

  /* What is still there stays, and what is nowhere too. */
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_true (lectern_notes_mend (history, moved, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      g_assert_cmpstr (lectern_resource_get_file (resource), ==, expected[i]);
    }

  g_assert_true (lectern_history_undo (history));
  g_assert_false (lectern_history_get_can_undo (history));
}

/* Under another name only the one is mended. */
static void
test_renamed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) moved = NULL;

  moved = lectern_notes_find_moved (fixture->file, lectern_document_get_schedule (fixture->document),
                                    "old/x.pdf", "new/here.pdf");
  g_assert_cmpuint (moved->len, ==, 1);
  g_assert_cmpstr (((LecternMoved *) g_ptr_array_index (moved, 0))->path, ==, "new/here.pdf");
}

/* Outside the schedule's folder, the others are found, the one is known. */
static void
test_outside (Fixture       *fixture,
              gconstpointer  data)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  LecternHistory *history = lectern_document_get_history (fixture->document);
  g_autofree char *away = test_folder_path (fixture->folder, "new/x.pdf");
  g_autoptr (GPtrArray) found = lectern_notes_find_moved (fixture->file, schedule, "old/x.pdf", away);
  g_autoptr (LecternNotesCarry) carry = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_str_has_suffix (((LecternMoved *) g_ptr_array_index (found, 0))->path, "/new/in/y.pdf"));
  carry = lectern_notes_carry_new_found (fixture->file, schedule, found);
  g_assert_true (lectern_notes_carry_run (carry, NULL, &error));
  g_assert_no_error (error);
  test_folder_assert_holds (fixture->folder, "old/in/y.pdf", "%PDF-1.7\n");
  test_folder_assert_holds (fixture->folder, "new/in/y.pdf", "%PDF-1.7\n");
  /* It is where the schedule names it. */
  g_assert_true (lectern_notes_carry_note_down (carry, history, &error));
  g_assert_false (lectern_history_get_can_undo (history));
  lectern_notes_carry_take_back (carry);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = lectern_notes_find_moved (fixture->file, schedule, "old/x.pdf", away);
  g_assert_cmpuint (found->len, ==, 1);
}

void
test_notes_scan_add (void)
{
  g_test_add ("/notes-scan/unattached", Fixture, NULL, fixture_set_up, test_unattached,
              fixture_tear_down);
  g_test_add ("/notes-scan/folders", Fixture, NULL, fixture_set_up, test_folders, fixture_tear_down);
  g_test_add_func ("/notes-scan/unsaved", test_unsaved);
  g_test_add ("/notes-scan/moved", Fixture, NULL, fixture_set_up, test_moved, fixture_tear_down);
  g_test_add ("/notes-scan/outside", Fixture, NULL, fixture_set_up, test_outside, fixture_tear_down);
  g_test_add ("/notes-scan/renamed", Fixture, NULL, fixture_set_up, test_renamed, fixture_tear_down);
}
