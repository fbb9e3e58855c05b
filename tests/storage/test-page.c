/* test-page.c: pages beside schedules: imported, found again, published
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lectern-edit.h"
#include "lectern-export.h"
#include "lectern-import.h"
#include "lectern-page-file.h"
#include "lectern-publication.h"
#include "lectern-saver.h"

static const char page_text[] =
  "---\ntitle: Group\n---\n\n"
  "| Date | Paper | Resources |\n"
  "|------|-------|-----------|\n"
  "| 04/01/2023 | [One](https://e.org/1) | |\n"
  "| 18/01/2023 | [Two](https://e.org/2) | |\n";

static void
make_folder (TestFolder *folder,
             const char *name)
{
  g_autofree char *path = test_folder_path (folder, name);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_link (TestFolder *folder,
           const char *target,
           const char *name)
{
  g_autofree char *path = test_folder_path (folder, name);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

/* group/s.json, group/pages/p.md, p.md outside, and links both ways. */
static TestFolder *
make_site (void)
{
  TestFolder *folder = test_folder_new ();

  make_folder (folder, "group");
  make_folder (folder, "group/pages");
  test_folder_write (folder, "group/pages/p.md", page_text);
  test_folder_write (folder, "p.md", page_text);
  make_link (folder, "pages/p.md", "group/in.md");
  make_link (folder, "../p.md", "group/out.md");
  make_link (folder, "group", "other");

  return folder;
}

static void
check_relative (TestFolder *folder,
                const char *page,
                const char *expected)
{
  g_autoptr (GFile) schedule = test_folder_file (folder, "group/s.json");
  g_autoptr (GFile) file = test_folder_file (folder, page);
  g_autoptr (GError) error = NULL;
  g_autofree char *relative = lectern_page_file_get_relative (schedule, file, &error);

  g_assert_cmpstr (relative, ==, expected);
  if (expected == NULL)
    {
      g_assert_error (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_OUTSIDE);
      test_assert_sentence (error, NULL);
    }
}

static void
test_relative (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autoptr (GFile) file = test_folder_file (folder, "p.md");
  g_autoptr (GError) error = NULL;

  check_relative (folder, "group/pages/p.md", "pages/p.md");
  check_relative (folder, "group/in.md", "in.md");
  check_relative (folder, "other/pages/p.md", "pages/p.md");
  check_relative (folder, "group/out.md", NULL);
  check_relative (folder, "p.md", NULL);
  check_relative (folder, "group", NULL);

  g_assert_null (lectern_page_file_get_relative (NULL, file, &error));
  g_assert_error (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_UNSAVED);
  test_assert_sentence (error, NULL);
}

static void
check_resolve (TestFolder *folder,
               const char *path,
               gboolean    good)
{
  g_autoptr (GFile) schedule = test_folder_file (folder, "group/s.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) page = lectern_page_file_resolve (schedule, path, &error);

  g_assert_true ((page != NULL) == good);
  if (!good)
    g_assert_error (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_OUTSIDE);
}

static void
test_resolve (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autofree char *absolute = test_folder_path (folder, "group/pages/p.md");

  check_resolve (folder, "pages/p.md", TRUE);
  check_resolve (folder, "in.md", TRUE);
  check_resolve (folder, "pages/new.md", TRUE);
  check_resolve (folder, "out.md", FALSE);
  check_resolve (folder, "../p.md", FALSE);
  check_resolve (folder, "pages/../../p.md", FALSE);
  check_resolve (folder, absolute, FALSE);
  check_resolve (folder, ".", FALSE);
}

static LecternDocument *
save_new (TestFolder *folder)
{
  LecternDocument *document = lectern_document_new ();
  g_autoptr (GFile) target = test_folder_file (folder, "group/s.json");
  g_autoptr (GError) error = NULL;

  lectern_document_save (document, target, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static void
assert_found (LecternDocument *document,
              GFile           *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) found = lectern_page_file_find (document, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_equal (found, expected));
}

static void
test_choose (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autoptr (LecternDocument) document = save_new (folder);
  GFile *schedule = lectern_document_get_file (document);
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (document));
  g_autoptr (GFile) inside = test_folder_file (folder, "group/pages/p.md");
  g_autoptr (GFile) outside = test_folder_file (folder, "p.md");
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_page_file_find (document, &none));
  g_assert_error (none, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_NONE);
  test_assert_sentence (none, NULL);

  /* Inside: an edit, to be undone. */
  g_assert_true (lectern_page_file_choose (document, schedule, inside, &error));
  g_assert_cmpstr (lectern_head_get_page (head), ==, "pages/p.md");
  g_assert_true (lectern_document_get_edited (document));
  assert_found (document, inside);
  lectern_history_undo (lectern_document_get_history (document));
  g_assert_null (lectern_head_get_page (head));
  lectern_history_redo (lectern_document_get_history (document));

  /* Outside: this computer alone knows. */
  g_assert_true (lectern_page_file_choose (document, schedule, outside, &error));
  g_assert_no_error (error);
  g_assert_null (lectern_head_get_page (head));
  assert_found (document, outside);

  /* Inside again: what was known is forgotten. */
  g_assert_true (lectern_page_file_choose (document, schedule, inside, &error));
  assert_found (document, inside);
  lectern_edit_set_head (lectern_document_get_history (document), "page", "", &error);
  g_assert_null (lectern_page_file_find (document, NULL));
}

static LecternDocument *
import (TestFolder *folder)
{
  g_autoptr (GFile) page = test_folder_file (folder, "group/pages/p.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternImport) imported = lectern_import_new (page, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return lectern_import_make_document (imported);
}

static void
test_import (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autoptr (LecternDocument) document = import (folder);
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  LecternHistory *history = lectern_document_get_history (document);

  g_assert_null (lectern_document_get_file (document));
  g_assert_true (lectern_document_get_edited (document));
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 2);
  g_assert_cmpstr (lectern_head_get_title (lectern_schedule_get_head (schedule)), ==, "Group");
  g_assert_cmpstr (lectern_history_get_undo_label (history), ==, "Import Page");
  lectern_history_undo (history);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 0);
  g_assert_false (lectern_history_get_can_undo (history));
  g_assert_false (lectern_document_get_edited (document));
  lectern_history_redo (history);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 2);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What the columns hold is chosen, and the page not read again. */
static void
test_import_chosen (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autoptr (GFile) page = test_folder_file (folder, "none.md");
  g_autoptr (GBytes) bytes = g_bytes_new_static (page_text, strlen (page_text));
  g_autoptr (GVariant) columns = g_variant_ref_sink (g_variant_new_parsed ("{'Resources': 'extra'}"));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LecternImport) imported = NULL;
  g_autoptr (GError) error = NULL;
  LecternRecord *format;

  lectern_import_new_async (page, bytes, "dd/mm/yyyy", columns, NULL, keep_cb, &result);
  wait_for (&result);
  imported = lectern_import_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imported->report->columns->len, ==, 3);
  g_assert_cmpstr (((LecternPageColumnNote *) imported->report->columns->pdata[2])->role, ==, "extra");
  g_assert_cmpstr (((LecternPageColumnNote *) imported->report->columns->pdata[1])->example, ==, "One");
  format = lectern_record_get_record (LECTERN_RECORD (lectern_schedule_get_head (imported->schedule)),
                                      LECTERN_HEAD_PAGE_FORMAT);
  g_assert_cmpstr (lectern_record_get_string (format, LECTERN_PAGE_FORMAT_DATES), ==, "dd/mm/yyyy");
  g_assert_true (g_variant_equal (lectern_record_get_map (format, LECTERN_PAGE_FORMAT_COLUMNS), columns));
}

static LecternPublication *
prepare (LecternDocument *document,
         GFile           *page)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LecternPublication *publication;

  lectern_publication_new_async (lectern_document_get_schedule (document),
                                 lectern_document_get_file (document), page, NULL, NULL, keep_cb, &result);
  wait_for (&result);
  publication = lectern_publication_new_finish (result, &error);
  g_assert_no_error (error);

  return publication;
}

static gboolean
write_page (LecternPublication  *publication,
            GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lectern_publication_write_async (publication, NULL, keep_cb, &result);
  wait_for (&result);

  return lectern_publication_write_finish (result, error);
}

static void
test_publish (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autoptr (LecternDocument) document = import (folder);
  g_autoptr (GFile) page = test_folder_file (folder, "group/pages/p.md");
  LecternSession *session = lectern_schedule_get_session (lectern_document_get_schedule (document), 1);
  g_autoptr (LecternPublication) same = prepare (document, page);
  g_autoptr (LecternPublication) publication = NULL;
  g_autoptr (LecternPublication) again = NULL;
  g_autoptr (GError) changed = NULL;
  g_autoptr (GError) error = NULL;
  const LecternPageChange *change;

  g_assert_cmpuint (same->changes->len, ==, 0);
  g_assert_true (write_page (same, &error));

  lectern_edit_set (lectern_document_get_history (document), session, "papers[0].title", "Three", &error);
  g_assert_no_error (error);
  publication = prepare (document, page);
  g_assert_cmpuint (publication->changes->len, ==, 1);
  change = g_ptr_array_index (publication->changes, 0);
  g_assert_cmpuint (change->old_line, ==, 8);
  g_assert_cmpuint (publication->report->n_changed, ==, 1);
  test_folder_assert_holds (folder, "group/pages/p.md", page_text);

  /* Somebody else was there meanwhile. */
  test_folder_write (folder, "group/pages/p.md", "| Date | Paper | Resources |\n|---|---|---|\n| 18/01/2023 | [Two](https://e.org/2) | |\n");
  g_assert_false (write_page (publication, &changed));
  g_assert_error (changed, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED);
  test_assert_sentence (changed, "p.md");
  again = prepare (document, page);
  g_assert_true (write_page (again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (again->report->n_added, ==, 1);
}

static void
test_pairs (void)
{
  char *before[] = { (char *) "| a | one paper |\n", (char *) "| b | two |\n", NULL };
  char *after[] = { (char *) "| n | something else |\n", (char *) "| a | one papers |\n", (char *) "| b | two! |\n", NULL };
  const LecternPageChange change = { 1, 1, before, after };
  g_autoptr (GArray) pairs = lectern_page_diff_pair (&change);
  g_autoptr (GArray) words = lectern_page_diff_words ("| a  | new café words |", "| a | words |");
  const LecternPagePair expected[] = { { -1, 0 }, { 0, 1 }, { 1, 2 } };

  g_assert_cmpmem (pairs->data, pairs->len * sizeof (LecternPagePair), expected, sizeof expected);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpuint (g_array_index (words, LecternPageWords, 0).start, ==, strlen ("| a  | "));
  g_assert_cmpuint (g_array_index (words, LecternPageWords, 0).end, ==, strlen ("| a  | new café"));
}

/* Over itself a schedule is never exported, nor over what is something else;
 * the same again is left alone. */
static void
test_export (void)
{
  g_autoptr (TestFolder) folder = make_site ();
  g_autoptr (LecternDocument) document = import (folder);
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  g_autoptr (GFile) own = test_folder_file (folder, "group/s.json");
  g_autoptr (GFile) calendar = test_folder_file (folder, "group/c.ics");
  g_autoptr (GFile) page = test_folder_file (folder, "group/pages/p.md");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *remarks = NULL;
  g_autofree char *path = test_folder_path (folder, "group/c.ics");
  GStatBuf before, after;
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) foreign = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lectern_export_write (schedule, own, LECTERN_EXPORT_HTML, 0, own, NULL, NULL, &same));
  g_assert_error (same, LECTERN_EXPORT_ERROR, LECTERN_EXPORT_ERROR_SAME);
  g_assert_false (lectern_export_write (schedule, own, LECTERN_EXPORT_HTML, 0, page, NULL, NULL, &foreign));
  g_assert_error (foreign, LECTERN_EXPORT_ERROR, LECTERN_EXPORT_ERROR_FOREIGN);
  test_folder_assert_holds (folder, "group/pages/p.md", page_text);

  lectern_export_write_async (schedule, own, LECTERN_EXPORT_ICAL, 0, calendar, NULL, keep_cb, &result);
  wait_for (&result);
  g_assert_true (lectern_export_write_finish (result, &remarks, &error));
  g_assert_no_error (error);
  g_assert_null (remarks);
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  g_assert_true (lectern_export_write (schedule, own, LECTERN_EXPORT_ICAL, 0, calendar, NULL, NULL, &error));
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

void
test_page_add (void)
{
  g_test_add_func ("/page/relative", test_relative);
  g_test_add_func ("/page/resolve", test_resolve);
  g_test_add_func ("/page/choose", test_choose);
  g_test_add_func ("/page/import", test_import);
  g_test_add_func ("/page/import-chosen", test_import_chosen);
  g_test_add_func ("/page/publish", test_publish);
  g_test_add_func ("/page/pairs", test_pairs);
  g_test_add_func ("/page/export", test_export);
}
