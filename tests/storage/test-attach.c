/* test-attach.c: PDFs get their copies, in a thread and with a way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-attach.h"
#include "lectern-edit.h"
#include "lectern-notes-folder.h"

/* Sparse, so that it takes time but no disk to read. */
#define LARGE (256 * 1024 * 1024)

typedef struct
{
  TestFolder *folder;
  GFile      *schedule;
  GFile      *pdf;
} Fixture;

typedef struct
{
  GMainLoop *loop;
  char      *path;
  GError    *error;
} Outcome;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->folder = test_folder_new ();
  test_folder_write (fixture->folder, "schedule.json", "{}");
  test_folder_write (fixture->folder, "original.pdf", "%PDF-1.7\n");
  fixture->schedule = test_folder_file (fixture->folder, "schedule.json");
  fixture->pdf = test_folder_file (fixture->folder, "original.pdf");
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->schedule);
  g_clear_object (&fixture->pdf);
  g_clear_pointer (&fixture->folder, test_folder_free);
}

static void
grow (Fixture *fixture)
{
  g_assert_cmpint (truncate (g_file_peek_path (fixture->pdf), LARGE), ==, 0);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->path = lectern_attach_run_finish (result, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static void
outcome_clear (Outcome *outcome)
{
  g_main_loop_unref (outcome->loop);
  g_free (outcome->path);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static LecternAttach *
prepare (Fixture          *fixture,
         LecternAttachWay  way)
{
  return lectern_attach_new (fixture->schedule, "a/b", fixture->pdf, "copy", way);
}

typedef struct
{
  LecternAttach *attach;
  GCancellable  *cancellable;
  double         seen;
} Watch;

static gboolean
watch_cb (gpointer user_data)
{
  Watch *watch = user_data;
  double progress = lectern_attach_get_progress (watch->attach);

  g_assert_cmpfloat (progress, >=, watch->seen);
  g_assert_cmpfloat (progress, <=, 1);
  watch->seen = progress;
  if (progress > 0 && watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);

  return G_SOURCE_CONTINUE;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (Outcome) outcome = { g_main_loop_new (NULL, FALSE) };
  g_autoptr (LecternAttach) attach = prepare (fixture, LECTERN_ATTACH_COPY);

  lectern_attach_run_async (attach, NULL, run_cb, &outcome);
  g_main_loop_run (outcome.loop);

  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.path, ==, "a/b/copy.pdf");
  g_assert_true (lectern_attach_get_made (attach));
  g_assert_cmpfloat (lectern_attach_get_progress (attach), ==, 1);
  test_folder_assert_holds (fixture->folder, "a/b/copy.pdf", "%PDF-1.7\n");
  test_folder_assert_names (fixture->folder, "a original.pdf schedule.json");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (Outcome) outcome = { g_main_loop_new (NULL, FALSE) };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LecternAttach) attach = prepare (fixture, LECTERN_ATTACH_COPY);
  Watch watch = { attach, cancellable, 0 };
  guint id;

  grow (fixture);
  id = g_timeout_add (1, watch_cb, &watch);
  lectern_attach_run_async (attach, cancellable, run_cb, &outcome);
  g_main_loop_run (outcome.loop);
  g_source_remove (id);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (watch.seen, <, 1);
  g_assert_false (lectern_attach_get_made (attach));
  test_folder_assert_names (fixture->folder, "original.pdf schedule.json");
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LecternAttach) attach = prepare (fixture, LECTERN_ATTACH_COPY);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (lectern_attach_run (attach, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_folder_assert_names (fixture->folder, "original.pdf schedule.json");
}

static void
test_either (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LecternAttach) attach = prepare (fixture, LECTERN_ATTACH_EITHER);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lectern_attach_run (attach, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, "original.pdf");
  g_assert_false (lectern_attach_get_made (attach));
}

static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LecternAttach) first = prepare (fixture, LECTERN_ATTACH_COPY);
  g_autoptr (LecternAttach) second = prepare (fixture, LECTERN_ATTACH_COPY);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;

  path = lectern_attach_run (first, NULL, NULL);
  again = lectern_attach_run (second, NULL, NULL);
  g_assert_cmpstr (path, ==, "a/b/copy.pdf");
  g_assert_cmpstr (again, ==, path);
  g_assert_false (lectern_attach_get_made (second));

  /* The second made nothing, so that it takes nothing away. */
  lectern_attach_take_back (second);
  test_folder_assert_holds (fixture->folder, "a/b/copy.pdf", "%PDF-1.7\n");

  lectern_attach_take_back (first);
  test_folder_assert_names (fixture->folder, "original.pdf schedule.json");
}

static void
test_unsaved (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternAttach) attach = lectern_attach_new (NULL, "a", fixture->pdf, "copy",
                                                         LECTERN_ATTACH_COPY);
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_attach_run (attach, NULL, &error));
  g_assert_cmpint (error->code, ==, LECTERN_NOTES_ERROR_UNSAVED);
  test_assert_sentence (error, NULL);
}

/* Undo takes the resource off and the folder out of the head; the file stays,
 * and redo names it again. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternDocument) document = lectern_document_new ();
  LecternHistory *history = lectern_document_get_history (document);
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (document));
  LecternSession *session = lectern_edit_add (history, (const char *[]) { "papers[0].title=Copy", NULL }, NULL);
  g_autoptr (LecternAttach) attach = prepare (fixture, LECTERN_ATTACH_COPY);
  g_autofree char *path = lectern_attach_run (attach, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_attach_add (history, session, "a/b", "Notes", path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lectern_head_get_notes_folder (head), ==, "a/b");
  g_assert_cmpstr (lectern_history_get_undo_label (history), ==, "Attach PDF");

  g_assert_true (lectern_history_undo (history));
  g_assert_null (lectern_head_get_notes_folder (head));
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (session)), ==, 0);
  test_folder_assert_holds (fixture->folder, "a/b/copy.pdf", "%PDF-1.7\n");

  g_assert_true (lectern_history_redo (history));
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (session)), ==, 1);

  /* Once more changes nothing, and is no step. */
  g_assert_true (lectern_attach_add (history, session, "a/b", "Notes", path, &error));
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (session)), ==, 1);
  g_assert_true (lectern_history_undo (history));
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (session)), ==, 0);
}

void
test_attach_add (void)
{
  g_test_add ("/attach/async", Fixture, NULL, fixture_set_up, test_async, fixture_tear_down);
  g_test_add ("/attach/cancel", Fixture, NULL, fixture_set_up, test_cancel, fixture_tear_down);
  g_test_add ("/attach/cancelled-before", Fixture, NULL, fixture_set_up, test_cancelled_before,
              fixture_tear_down);
  g_test_add ("/attach/either", Fixture, NULL, fixture_set_up, test_either, fixture_tear_down);
  g_test_add ("/attach/take-back", Fixture, NULL, fixture_set_up, test_take_back, fixture_tear_down);
  g_test_add ("/attach/unsaved", Fixture, NULL, fixture_set_up, test_unsaved, fixture_tear_down);
  g_test_add ("/attach/history", Fixture, NULL, fixture_set_up, test_history, fixture_tear_down);
}
