/* test-document.c: documents: made, loaded, edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <string.h>

#include "lectern-document.h"
#include "lectern-edit.h"
#include "lectern-json.h"
#include "lectern-saver.h"

static const char schedule[] =
  "{\n"
  "  \"lectern\": 1,\n"
  "  \"title\": \"Group\",\n"
  "  \"sessions\": [\n"
  "    { \"id\": \"one\", \"date\": \"2023-01-04\", \"note\": \"first\" }\n"
  "  ]\n"
  "}\n";

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
test_new (void)
{
  g_autoptr (LecternDocument) document = lectern_document_new ();
  g_autoptr (LecternDocument) another = lectern_document_new ();
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (document));
  LecternHead *other_head = lectern_schedule_get_head (lectern_document_get_schedule (another));
  g_autofree char *name = lectern_document_dup_name (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_document_get_file (document));
  g_assert_false (lectern_document_get_edited (document));
  g_assert_false (lectern_document_get_saving (document));
  g_assert_cmpuint (lectern_schedule_get_n_sessions (lectern_document_get_schedule (document)), ==, 0);
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Reading Group");
  g_assert_nonnull (lectern_head_get_id (head));
  g_assert_cmpstr (lectern_head_get_id (head), !=, lectern_head_get_id (other_head));
  g_assert_cmpstr (name, ==, "Unsaved Schedule");

  lectern_edit_set_head (lectern_document_get_history (document), "title", "Mine", &error);
  g_assert_no_error (error);
  g_assert_true (lectern_document_get_edited (document));
}

static void
test_load (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  test_folder_write (folder, "a.json", schedule);
  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lectern_document_get_file (document) == file);
  g_assert_false (lectern_document_get_edited (document));
  g_assert_cmpuint (lectern_schedule_get_n_sessions (lectern_document_get_schedule (document)), ==, 1);
  name = lectern_document_dup_name (document);
  g_assert_cmpstr (name, ==, "a.json");
}

/* Each of the files that are no schedules, and what is said of it. */
static const struct
{
  const char *content;
  int         code;
  const char *where;
} bad_files[] = {
  { "", LECTERN_JSON_ERROR_SYNTAX, "Line 1, column 1" },
  { "{", LECTERN_JSON_ERROR_SYNTAX, "Line 1, column 2" },
  { "{\n  \"lectern\": 1,\n  \"sessions\": [ { \"date\": 5 } ]\n}\n", LECTERN_JSON_ERROR_TYPE, "Line 3, column 27" },
  { "{ \"lectern\": 2 }", LECTERN_JSON_ERROR_VERSION, "Line 1, column 14" },
  { "{\n\"lectern\": 1,\n\"title\": \"\xff\" }", LECTERN_JSON_ERROR_SYNTAX, "Line 3, column 11" },
};

static void
test_bad_files (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "bad.json");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) raw = NULL;
      g_autoptr (GBytes) bytes = NULL;
      guint line = 0;
      guint column = 0;

      test_folder_write (folder, "bad.json", bad_files[i].content);
      g_assert_null (lectern_document_load (file, NULL, &error));
      g_assert_error (error, LECTERN_JSON_ERROR, bad_files[i].code);
      test_assert_sentence (error, "“bad.json”");
      test_assert_sentence (error, bad_files[i].where);
      g_assert_true (lectern_json_error_get_position (error, &line, &column));
      g_assert_cmpuint (line, >, 0);

      /* The same without name and position, for those who write their own. */
      bytes = g_bytes_new_static (bad_files[i].content, strlen (bad_files[i].content));
      g_assert_null (lectern_document_new_from_bytes (bytes, file, &raw));
      g_assert_error (raw, LECTERN_JSON_ERROR, bad_files[i].code);
      g_assert_null (strstr (raw->message, "column"));
      g_assert_null (strstr (raw->message, "bad.json"));
    }
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static LecternDocument *
load_in_thread (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lectern_document_load_async (file, cancellable, take_result, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lectern_document_load_finish (result, error);
}

static void
test_load_async (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (load_in_thread (file, NULL, &error));
  g_assert_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING);
  g_clear_error (&error);

  test_folder_write (folder, "a.json", schedule);
  document = load_in_thread (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (lectern_document_get_schedule (document)), ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_null (load_in_thread (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_edited (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  LecternHistory *history;
  LecternSession *session;
  guint count = 0;

  test_folder_write (folder, "a.json", schedule);
  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  history = lectern_document_get_history (document);
  session = lectern_schedule_get_session (lectern_document_get_schedule (document), 0);
  g_signal_connect (document, "notify::edited", G_CALLBACK (count_notify), &count);

  lectern_edit_set (history, session, "note", "second", &error);
  g_assert_no_error (error);
  g_assert_true (lectern_document_get_edited (document));
  g_assert_cmpuint (count, ==, 1);
  lectern_edit_set (history, session, "note", "third", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count, ==, 1);

  lectern_history_undo (history);
  lectern_history_undo (history);
  g_assert_false (lectern_document_get_edited (document));
  g_assert_cmpuint (count, ==, 2);
  lectern_history_redo (history);
  g_assert_true (lectern_document_get_edited (document));
  g_assert_cmpuint (count, ==, 3);
}

static void
test_properties (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GFile) got = NULL;
  g_autoptr (GError) error = NULL;
  gboolean edited = TRUE;
  gboolean saving = TRUE;

  test_folder_write (folder, "a.json", schedule);
  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);

  g_object_get (document, "file", &got, "edited", &edited, "saving", &saving, NULL);
  g_assert_true (got == file);
  g_assert_false (edited);
  g_assert_false (saving);
}

static void
test_finalize (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "a.json");
  g_autoptr (GError) error = NULL;
  LecternDocument *document;

  g_assert_finalize_object (lectern_document_new ());

  test_folder_write (folder, "a.json", schedule);
  document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  lectern_edit_set (lectern_document_get_history (document),
                    lectern_schedule_get_session (lectern_document_get_schedule (document), 0),
                    "note", "second", &error);
  lectern_document_save (document, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (document);
}

void
test_document_add (void)
{
  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/load", test_load);
  g_test_add_func ("/document/bad-files", test_bad_files);
  g_test_add_func ("/document/load-async", test_load_async);
  g_test_add_func ("/document/edited", test_edited);
  g_test_add_func ("/document/properties", test_properties);
  g_test_add_func ("/document/finalize", test_finalize);
}
