/* test-save.c: documents saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-document.h"
#include "lectern-edit.h"
#include "lectern-saver.h"

#define FILE_WITH(note) \
  "{\n" \
  "  \"lectern\": 1,\n" \
  "  \"sessions\": [\n" \
  "    { \"id\": \"one\", \"date\": \"2023-01-04\" , \"note\": \"" note "\" },\n" \
  "    {\"id\":\"two\",\"unknown\":18446744073709551615}\n" \
  "  ]\n" \
  "}\n"

typedef struct
{
  TestFolder      *folder;
  GFile           *file;
  LecternDocument *document;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  fixture->file = test_folder_file (fixture->folder, "a.json");
  test_folder_write (fixture->folder, "a.json", FILE_WITH ("old"));
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

static void
set_note (Fixture    *fixture,
          const char *note)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  g_autoptr (GError) error = NULL;

  lectern_edit_set (lectern_document_get_history (fixture->document),
                    lectern_schedule_get_session (schedule, 0), "note", note, &error);
  g_assert_no_error (error);
}

static void
save (Fixture *fixture,
      GFile   *target)
{
  g_autoptr (GError) error = NULL;

  lectern_document_save (fixture->document, target, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_not_saved (Fixture           *fixture,
                  GFile             *target,
                  LecternSaverError  code)
{
  gboolean edited = lectern_document_get_edited (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_false (lectern_document_save (fixture->document, target, NULL, &error));
  g_assert_error (error, LECTERN_SAVER_ERROR, (int) code);
  test_assert_sentence (error, ".json”");
  g_assert_true (lectern_document_get_edited (fixture->document) == edited);
}

static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  set_note (fixture, "new");
  save (fixture, NULL);
  g_assert_false (lectern_document_get_edited (fixture->document));
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("new"));
  test_folder_assert_names (fixture->folder, "a.json");
}

/* Whatever was saved in between, undoing all gives the bytes of the start. */
static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  set_note (fixture, "new");
  save (fixture, NULL);
  set_note (fixture, "newer");
  save (fixture, NULL);

  while (lectern_history_undo (lectern_document_get_history (fixture->document)))
    continue;
  g_assert_true (lectern_document_get_edited (fixture->document));
  save (fixture, NULL);
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("old"));
  g_assert_false (lectern_document_get_edited (fixture->document));
}

/* What is typed and not yet left by Tab is in the file. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  LecternHistory *history = lectern_document_get_history (fixture->document);
  LecternSession *session;
  g_autoptr (GError) error = NULL;

  session = lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), 0);
  lectern_edit_type (history, session, "note", "n", &error);
  lectern_edit_type (history, session, "note", "ne", &error);
  g_assert_no_error (error);
  save (fixture, NULL);
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("ne"));

  /* What is typed after it is a step of its own, which leaves it edited. */
  lectern_edit_type (history, session, "note", "new", &error);
  g_assert_no_error (error);
  g_assert_true (lectern_document_get_edited (fixture->document));
  lectern_history_undo (history);
  g_assert_cmpstr (lectern_session_get_note (session), ==, "ne");
  g_assert_false (lectern_document_get_edited (fixture->document));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  GStatBuf before;
  GStatBuf after;

  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &before), ==, 0);
  save (fixture, NULL);
  save (fixture, fixture->file);
  set_note (fixture, "new");
  lectern_history_undo (lectern_document_get_history (fixture->document));
  save (fixture, NULL);
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &after), ==, 0);

  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);

  /* With nothing to write it still says what has become of the file. */
  test_folder_write (fixture->folder, "a.json", "other");
  assert_not_saved (fixture, NULL, LECTERN_SAVER_ERROR_CHANGED);
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  assert_not_saved (fixture, NULL, LECTERN_SAVER_ERROR_GONE);
  test_folder_assert_names (fixture->folder, "");
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = test_folder_path (fixture->folder, "link.json");
  g_autoptr (GFile) same = g_file_new_for_path (path);
  struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };

  set_note (fixture, "mine");
  test_folder_write (fixture->folder, "a.json", FILE_WITH ("theirs"));
  g_assert_cmpint (symlink ("a.json", path), ==, 0);
  assert_not_saved (fixture, NULL, LECTERN_SAVER_ERROR_CHANGED);
  /* Neither its modification time nor another name for it matters. */
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (fixture->file), times, 0), ==, 0);
  assert_not_saved (fixture, fixture->file, LECTERN_SAVER_ERROR_CHANGED);
  assert_not_saved (fixture, same, LECTERN_SAVER_ERROR_CHANGED);
  g_assert_true (lectern_document_get_edited (fixture->document));
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("theirs"));

  /* Put back, it is saved as if nothing had been. */
  test_folder_write (fixture->folder, "a.json", FILE_WITH ("old"));
  save (fixture, NULL);
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("mine"));
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  set_note (fixture, "mine");
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  assert_not_saved (fixture, NULL, LECTERN_SAVER_ERROR_GONE);
  test_folder_assert_names (fixture->folder, "");

  /* Asked for by name it is made again. */
  save (fixture, fixture->file);
  g_assert_false (lectern_document_get_edited (fixture->document));
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("mine"));
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
test_save_as (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) other = test_folder_file (fixture->folder, "b.json");
  g_autoptr (GFile) nowhere = test_folder_file (fixture->folder, "none/c.json");
  guint count = 0;

  g_signal_connect (fixture->document, "notify::file", G_CALLBACK (count_notify), &count);
  set_note (fixture, "mine");
  assert_not_saved (fixture, nowhere, LECTERN_SAVER_ERROR_MISSING);
  g_assert_true (lectern_document_get_file (fixture->document) == fixture->file);
  g_assert_cmpuint (count, ==, 0);

  /* The chooser has asked whether to replace what is there. */
  test_folder_write (fixture->folder, "b.json", "something else");
  save (fixture, other);
  g_assert_true (lectern_document_get_file (fixture->document) == other);
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (lectern_document_get_edited (fixture->document));
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("old"));
  test_folder_assert_holds (fixture->folder, "b.json", FILE_WITH ("mine"));

  set_note (fixture, "again");
  save (fixture, NULL);
  test_folder_assert_holds (fixture->folder, "b.json", FILE_WITH ("again"));
  g_assert_cmpuint (count, ==, 1);
}

static void
test_new (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "new.json");
  g_autoptr (LecternDocument) document = lectern_document_new ();
  g_autoptr (LecternDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  const char * const assignments[] = { "date=2023-01-04", "papers[0].title=A paper", NULL };

  lectern_document_save (document, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lectern_document_get_file (document) == file);

  lectern_edit_add (lectern_document_get_history (document), assignments, &error);
  g_assert_no_error (error);
  lectern_document_save (document, NULL, NULL, &error);
  g_assert_no_error (error);

  again = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lectern_record_equal (LECTERN_RECORD (lectern_schedule_get_head (lectern_document_get_schedule (document))),
                                       LECTERN_RECORD (lectern_schedule_get_head (lectern_document_get_schedule (again)))));
  g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (lectern_document_get_schedule (again), 0)),
                   ==, "2023-01-04");
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
finish (Fixture       *fixture,
        GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  lectern_document_save_finish (fixture->document, *result, &error);
  g_assert_no_error (error);
}

/* What is edited while the writing is under way is not part of it. */
static void
test_meanwhile (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  set_note (fixture, "first");
  lectern_document_save_async (fixture->document, NULL, NULL, take_result, &result);
  g_assert_true (lectern_document_get_saving (fixture->document));
  set_note (fixture, "second");
  finish (fixture, &result);

  g_assert_true (lectern_document_get_edited (fixture->document));
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("first"));
  lectern_history_undo (lectern_document_get_history (fixture->document));
  g_assert_false (lectern_document_get_edited (fixture->document));
}

static void
test_queue (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) other = test_folder_file (fixture->folder, "b.json");
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GError) error = NULL;
  guint count = 0;

  g_signal_connect (fixture->document, "notify::saving", G_CALLBACK (count_notify), &count);
  set_note (fixture, "first");
  lectern_document_save_async (fixture->document, NULL, NULL, take_result, &first);
  set_note (fixture, "second");
  lectern_document_save_async (fixture->document, other, NULL, take_result, &second);
  lectern_document_save_async (fixture->document, NULL, NULL, take_result, &third);

  /* The other way of saving does not wait, and says so. */
  g_assert_false (lectern_document_save (fixture->document, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  test_assert_sentence (error, NULL);

  finish (fixture, &first);
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("first"));
  finish (fixture, &second);
  test_folder_assert_holds (fixture->folder, "b.json", FILE_WITH ("second"));
  finish (fixture, &third);

  g_assert_false (lectern_document_get_saving (fixture->document));
  g_assert_false (lectern_document_get_edited (fixture->document));
  g_assert_true (lectern_document_get_file (fixture->document) == other);
  g_assert_cmpuint (count, ==, 2);
}

static void
test_async_fails (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_note (fixture, "mine");
  test_folder_write (fixture->folder, "a.json", FILE_WITH ("theirs"));
  lectern_document_save_async (fixture->document, NULL, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (lectern_document_save_finish (fixture->document, result, &error));
  g_assert_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED);
  g_assert_true (lectern_document_get_edited (fixture->document));
  g_assert_false (lectern_document_get_saving (fixture->document));
}

static void
dropped_cb (gpointer  data,
            GObject  *where_the_document_was)
{
  GThread **thread = data;

  *thread = g_thread_self ();
}

/* A window that is closed while it saves does not take the save with it.  The
 * document goes in the main thread: its signals are other objects' business,
 * and the loop below would not wake for another thread's. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = g_object_ref (lectern_document_get_file (fixture->document));

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *note = g_strdup_printf ("%d", i);
      g_autofree char *expected = g_strdup_printf (FILE_WITH ("%d"), i);
      GThread *thread = NULL;

      set_note (fixture, note);
      g_object_weak_ref (G_OBJECT (fixture->document), dropped_cb, &thread);
      lectern_document_save_async (fixture->document, NULL, NULL, NULL, NULL);
      g_clear_object (&fixture->document);
      g_assert_null (thread);
      while (thread == NULL)
        g_main_context_iteration (NULL, FALSE);

      g_assert_true (thread == g_thread_self ());
      test_folder_assert_holds (fixture->folder, "a.json", expected);
      fixture->document = lectern_document_load (file, NULL, NULL);
      g_assert_nonnull (fixture->document);
    }
}

/* Its own saves are never taken for another program's. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  guint i;

  for (i = 0; i < 300; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u", i);

      set_note (fixture, note);
      save (fixture, NULL);
      g_assert_false (lectern_document_get_edited (fixture->document));
    }
}

static void
add (const char  *path,
     void       (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

void
test_save_add (void)
{
  add ("/save/one", test_one);
  add ("/save/undone", test_undone);
  add ("/save/typed", test_typed);
  add ("/save/nothing", test_nothing);
  add ("/save/changed", test_changed);
  add ("/save/gone", test_gone);
  add ("/save/save-as", test_save_as);
  g_test_add_func ("/save/new", test_new);
  add ("/save/meanwhile", test_meanwhile);
  add ("/save/queue", test_queue);
  add ("/save/async-fails", test_async_fails);
  add ("/save/dropped", test_dropped);
  add ("/save/many", test_many);
}
