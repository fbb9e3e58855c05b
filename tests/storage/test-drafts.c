/* test-drafts.c: what is not saved is kept, found and restored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draft-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern-draft-keeper.h"
#include "lectern-edit.h"
#include "lectern-json.h"
#include "lectern-replace.h"
#include "lectern-saver.h"

static void
assert_writes (LecternDocument *document,
               const char      *expected)
{
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lectern_json_write (schedule, lectern_schedule_get_source (schedule), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_restore (DraftFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternDraft) draft = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) old = g_bytes_new_static (FILE_WITH ("old"), strlen (FILE_WITH ("old")));
  gboolean rest = TRUE;
  GStatBuf status;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  /* Not offered to whoever makes it. */
  g_assert_cmpuint (draft_fixture_count (fixture->file), ==, 0);
  path = draft_fixture_get_name ();
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);
  draft_fixture_close (fixture, TRUE);
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("old"));

  draft_fixture_open (fixture);
  draft = draft_fixture_find (fixture->file);
  hash = lectern_saver_hash (old);
  g_assert_cmpstr (draft->baseline, ==, hash);
  g_assert_cmpstr (draft->baseline, ==, lectern_document_get_baseline (fixture->document));
  g_assert_cmpint (ABS (draft->time - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (lectern_replace_count (lectern_document_get_schedule (fixture->document),
                                           draft->schedule, &rest), ==, 1);
  g_assert_false (rest);
  /* Nothing of that by itself. */
  assert_writes (fixture->document, FILE_WITH ("old"));
  g_assert_false (lectern_document_get_edited (fixture->document));

  g_assert_true (lectern_replace (lectern_document_get_history (fixture->document),
                                  draft->schedule, "Restore"));
  lectern_draft_keeper_adopt (fixture->keeper, draft);
  assert_writes (fixture->document, FILE_WITH ("new"));
  g_assert_true (lectern_document_get_edited (fixture->document));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (draft_fixture_count (fixture->file), ==, 0);

  g_assert_true (lectern_history_undo (lectern_document_get_history (fixture->document)));
  g_assert_false (lectern_history_get_can_undo (lectern_document_get_history (fixture->document)));
  assert_writes (fixture->document, FILE_WITH ("old"));
  g_assert_false (lectern_document_get_edited (fixture->document));
}

static gboolean
say_late (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Somebody who never stops typing has a draft within three seconds. */
static void
test_typing (DraftFixture  *fixture,
             gconstpointer  data)
{
  gboolean late = FALSE;
  guint late_id = g_timeout_add (g_getenv ("LECTERN_SANITIZED") ? 9000 : 3000, say_late, &late);
  g_autofree char *path = NULL;
  guint n = 0;

  while (path == NULL && !late)
    {
      g_autofree char *note = g_strdup_printf ("note %u", n++);

      draft_fixture_set_note (fixture, note);
      for (guint i = 0; i < 5; i++)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (1000);
        }
      path = draft_fixture_get_name ();
    }

  g_assert_false (late);
  g_source_remove (late_id);
}

static void
test_saved (DraftFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  lectern_document_save (fixture->document, NULL, NULL, &error);
  g_assert_no_error (error);
  none = draft_fixture_get_name ();
  g_assert_null (none);
}

static void
test_discarded (DraftFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *none = NULL;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, FALSE);
  none = draft_fixture_get_name ();
  g_assert_null (none);
}

/* As it was saved is saved: nothing to keep. */
static void
test_undone (DraftFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *none = NULL;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  lectern_history_undo (lectern_document_get_history (fixture->document));
  none = draft_fixture_get_name ();
  g_assert_null (none);
}

/* Saved, edited on, killed; the file has changed since. */
static void
test_newer_file (DraftFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (LecternDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  gboolean rest;

  draft_fixture_set_note (fixture, "saved");
  lectern_document_save (fixture->document, NULL, NULL, &error);
  g_assert_no_error (error);
  draft_fixture_set_note (fixture, "not saved");
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);
  test_folder_write (fixture->folder, "a.json", FILE_WITH ("by another"));

  draft_fixture_open (fixture);
  draft = draft_fixture_find (fixture->file);
  g_assert_cmpstr (draft->baseline, !=, lectern_document_get_baseline (fixture->document));
  g_assert_cmpuint (lectern_replace_count (lectern_document_get_schedule (fixture->document),
                                           draft->schedule, &rest), ==, 1);
  assert_writes (fixture->document, FILE_WITH ("by another"));
  test_folder_assert_holds (fixture->folder, "a.json", FILE_WITH ("by another"));
}

/* Two documents of one file, one after the other killed: both are found, and
 * the latest is the first. */
static void
test_two (DraftFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  LecternDraft *first;

  draft_fixture_set_note (fixture, "first");
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);
  draft_fixture_open (fixture);
  draft_fixture_set_note (fixture, "second");
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);

  drafts = lectern_draft_find (fixture->file, NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  first = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (lectern_session_get_note (lectern_schedule_get_session (first->schedule, 0)),
                   ==, "second");
}

/* By another name the file is the same. */
static void
test_link (DraftFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) link = test_folder_file (fixture->folder, "link.json");
  g_autoptr (GFile) other = test_folder_file (fixture->folder, "other.json");
  g_autoptr (LecternDraft) draft = NULL;

  g_assert_true (g_file_make_symbolic_link (link, "a.json", NULL, NULL));
  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);
  draft = draft_fixture_find (link);
  g_assert_cmpuint (draft_fixture_count (other), ==, 0);
}

static void
test_new_document (DraftFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (LecternDocument) again = lectern_document_new ();
  g_autoptr (LecternDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  LecternHead *head;

  draft_fixture_close (fixture, TRUE);
  fixture->document = lectern_document_new ();
  fixture->keeper = lectern_draft_keeper_new (fixture->document);
  lectern_edit_set_head (lectern_document_get_history (fixture->document), "title", "Mine", &error);
  g_assert_no_error (error);
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);

  draft = draft_fixture_find (NULL);
  g_assert_null (draft->file);
  g_assert_null (draft->baseline);
  g_assert_true (lectern_replace (lectern_document_get_history (again), draft->schedule, "Restore"));
  head = lectern_schedule_get_head (lectern_document_get_schedule (again));
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Mine");
}

/* What is no draft is left alone, and no obstacle. */
static void
test_bad (DraftFixture  *fixture,
          gconstpointer  data)
{
  static const char * const bad[] = { "", "lectern-draft 1\n", "lectern-draft 1\ntime: 5\n\n{",
                                      "lectern-draft 2\ntime: 5\n\n{\"lectern\":1}", "\n\n" };
  g_autofree char *path = NULL;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  path = draft_fixture_get_name ();
  draft_fixture_close (fixture, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *another = lectern_draft_make_path ();
      g_autoptr (GError) error = NULL;

      g_file_set_contents (another, bad[i], -1, &error);
      g_assert_no_error (error);
      g_assert_null (lectern_draft_read (another, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (draft_fixture_count (fixture->file), ==, 1);
      g_assert_true (g_file_test (another, G_FILE_TEST_EXISTS));
    }
}

static void
take_message (LecternDraftKeeper *keeper,
              const char         *message,
              gpointer            user_data)
{
  *(char **) user_data = g_strdup (message);
}

/* The state directory cannot be made: said once, and tried on. */
static void
test_failed (DraftFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *in_the_way = g_build_filename (g_get_user_state_dir (), "lectern", NULL);

  g_mkdir_with_parents (g_get_user_state_dir (), 0700);
  g_file_set_contents (in_the_way, "", 0, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->keeper, "failed", G_CALLBACK (take_message), &message);

  draft_fixture_set_note (fixture, "new");
  while (message == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (message, "Could not make the folder"));
  g_assert_false (lectern_draft_keeper_flush (fixture->keeper, &error));
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (in_the_way), ==, 0);
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);
  g_assert_cmpuint (draft_fixture_count (fixture->file), ==, 1);
}

/* Sessions moved, added, removed, without an id, and twice the same one. */
static void
test_replace (DraftFixture  *fixture,
              gconstpointer  data)
{
  static const char * const others[] = {
    "{ \"lectern\": 1, \"sessions\": [] }",
    "{ \"lectern\": 1, \"title\": \"T\", \"sessions\": [ {\"id\":\"two\",\"unknown\":18446744073709551615}, {\"id\":\"one\"} ] }",
    "{ \"lectern\": 1, \"sessions\": [ {\"date\":\"2023-01-18\",\"note\":\"x\"}, {\"id\":\"three\"}, {\"id\":\"one\", \"date\": \"2023-01-04\" , \"note\": \"old\"}, {\"id\":\"one\"}, {}, {} ] }",
  };
  LecternHistory *history = lectern_document_get_history (fixture->document);
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i], strlen (others[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSchedule) other = lectern_json_read (bytes, &error);
      g_autoptr (GPtrArray) differing = NULL;
      guint n_differing;
      gboolean rest;

      g_assert_no_error (error);
      n_differing = lectern_replace_count (schedule, other, &rest);
      g_assert_cmpuint (n_differing, >, 0);
      differing = lectern_replace_list (schedule, other);
      g_assert_cmpuint (differing->len, ==, n_differing);
      g_assert_true (lectern_replace (history, other, "Restore"));
      g_assert_cmpuint (lectern_replace_count (schedule, other, &rest), ==, 0);
      g_assert_false (rest);
      g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, lectern_schedule_get_n_sessions (other));
      for (guint j = 0; j < lectern_schedule_get_n_sessions (other); j++)
        g_assert_true (lectern_record_equal (LECTERN_RECORD (lectern_schedule_get_session (schedule, j)),
                                             LECTERN_RECORD (lectern_schedule_get_session (other, j))));
      g_assert_false (lectern_replace (history, other, "Restore"));
      g_assert_true (lectern_history_undo (history));
      assert_writes (fixture->document, FILE_WITH ("old"));
    }
}

#define ADD(name, function) \
  g_test_add ("/drafts/" name, DraftFixture, NULL, draft_fixture_set_up, function, draft_fixture_tear_down)

void
test_drafts_add (void)
{
  ADD ("restore", test_restore);
  ADD ("typing", test_typing);
  ADD ("saved", test_saved);
  ADD ("discarded", test_discarded);
  ADD ("undone", test_undone);
  ADD ("newer-file", test_newer_file);
  ADD ("two", test_two);
  ADD ("link", test_link);
  ADD ("new-document", test_new_document);
  ADD ("bad", test_bad);
  ADD ("failed", test_failed);
  ADD ("replace", test_replace);
}
