/* test-notes-carry.c: the notes of a schedule that is saved elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "lectern-edit.h"
#include "lectern-notes-carry.h"

static const char content[] =
  "{ \"lectern\": 1, \"notes\": { \"folder\": \"notes\" }, \"sessions\": [ { \"resources\": [\n"
  "  { \"file\": \"notes/a.pdf\" }, { \"file\": \"notes/b.PDF\" }, { \"file\": \"c.pdf\" },\n"
  "  { \"file\": \"notes/none.pdf\" }, { \"url\": \"https://example.org/\" } ] } ] }\n";

typedef struct
{
  TestFolder      *folder;
  GFile           *from;
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
  make_folder (fixture, "site/old/notes");
  make_folder (fixture, "other");
  test_folder_write (fixture->folder, "site/old/s.json", content);
  test_folder_write (fixture->folder, "site/old/notes/a.pdf", "%PDF-a\n");
  test_folder_write (fixture->folder, "site/old/notes/b.PDF", "%PDF-b\n");
  test_folder_write (fixture->folder, "site/old/c.pdf", "%PDF-c\n");
  fixture->from = test_folder_file (fixture->folder, "site/old/s.json");
  fixture->document = lectern_document_load (fixture->from, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_unref (fixture->document);
  g_object_unref (fixture->from);
  test_folder_free (fixture->folder);
}

static void
carry (Fixture              *fixture,
       const char           *to,
       LecternNotesCarryWay  way,
       const char           *expected)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  LecternHistory *history = lectern_document_get_history (fixture->document);
  g_autoptr (GFile) target = test_folder_file (fixture->folder, to);
  g_autoptr (LecternNotesCarry) job = lectern_notes_carry_new (fixture->from, target, schedule, way);
  g_autoptr (GString) files = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GListModel *resources;

  g_assert_true (lectern_notes_carry_concerns (fixture->from, target, schedule));
  g_assert_true (lectern_notes_carry_run (job, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (lectern_notes_carry_note_down (job, history, &error));
  g_assert_no_error (error);

  resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, 0));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      g_string_append_printf (files, "%s ", lectern_resource_get_file (resource));
    }
  g_string_append (files, lectern_head_get_notes_folder (lectern_schedule_get_head (schedule)));
  g_assert_cmpstr (files->str, ==, expected);

  /* One step, or none. */
  if (lectern_history_get_can_undo (history))
    g_assert_true (lectern_history_undo (history));
  g_assert_true (lectern_history_get_saved (history));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  make_folder (fixture, "other/notes");
  test_folder_write (fixture->folder, "other/notes/a.pdf", "something else");
  test_folder_write (fixture->folder, "other/c.pdf", "%PDF-c\n");
  carry (fixture, "other/s.json", LECTERN_NOTES_CARRY_COPY,
         "notes/a_2.pdf notes/b.pdf c.pdf notes/none.pdf notes");
  test_folder_assert_holds (fixture->folder, "other/notes/a.pdf", "something else");
  test_folder_assert_holds (fixture->folder, "other/notes/a_2.pdf", "%PDF-a\n");
  test_folder_assert_holds (fixture->folder, "other/notes/b.pdf", "%PDF-b\n");
  test_folder_assert_holds (fixture->folder, "site/old/notes/a.pdf", "%PDF-a\n");
}

static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) beside = test_folder_file (fixture->folder, "other/s.json");
  g_autoptr (GFile) same = test_folder_file (fixture->folder, "site/old/t.json");

  g_assert_null (lectern_notes_carry_way_back (fixture->from, beside));
  g_assert_false (lectern_notes_carry_concerns (fixture->from, same,
                                                lectern_document_get_schedule (fixture->document)));
  carry (fixture, "site/s.json", LECTERN_NOTES_CARRY_POINT_BACK,
         "old/notes/a.pdf old/notes/b.PDF old/c.pdf old/notes/none.pdf old/notes");
}

/* What was copied before an error is gone again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) target = test_folder_file (fixture->folder, "other/s.json");
  g_autoptr (LecternNotesCarry) job = NULL;
  g_autoptr (GError) error = NULL;

  /* The folder of the second file is a file there. */
  make_folder (fixture, "site/old/deep");
  test_folder_write (fixture->folder, "site/old/deep/c.pdf", "%PDF-c\n");
  test_folder_write (fixture->folder, "other/deep", "a file");
  lectern_edit_set (lectern_document_get_history (fixture->document),
                    lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), 0),
                    "resources[2].file", "deep/c.pdf", &error);
  g_assert_no_error (error);
  job = lectern_notes_carry_new (fixture->from, target, lectern_document_get_schedule (fixture->document),
                                 LECTERN_NOTES_CARRY_COPY);
  g_assert_false (lectern_notes_carry_run (job, NULL, &error));
  test_assert_sentence (error, NULL);
  g_clear_object (&target);
  target = test_folder_file (fixture->folder, "other/notes");
  g_assert_false (g_file_query_exists (target, NULL));
}

static void
assert_gone (Fixture    *fixture,
             const char *path)
{
  g_autoptr (GFile) file = test_folder_file (fixture->folder, path);

  g_assert_false (g_file_query_exists (file, NULL));
}

/* The schedule was not saved there after all. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  LecternHistory *history = lectern_document_get_history (fixture->document);
  g_autoptr (GFile) target = test_folder_file (fixture->folder, "other/s.json");
  g_autoptr (LecternNotesCarry) job = NULL;
  g_autoptr (GError) error = NULL;

  test_folder_write (fixture->folder, "other/c.pdf", "%PDF-c\n");
  job = lectern_notes_carry_new (fixture->from, target, lectern_document_get_schedule (fixture->document),
                                 LECTERN_NOTES_CARRY_COPY);
  g_assert_true (lectern_notes_carry_run (job, NULL, &error));
  g_assert_cmpfloat (lectern_notes_carry_get_progress (job), ==, 1);
  test_folder_assert_holds (fixture->folder, "other/notes/a.pdf", "%PDF-a\n");
  g_assert_true (lectern_notes_carry_note_down (job, history, &error));

  lectern_notes_carry_take_back (job);
  lectern_history_take_back (history);
  assert_gone (fixture, "other/notes");
  /* It was there before. */
  test_folder_assert_holds (fixture->folder, "other/c.pdf", "%PDF-c\n");
  g_assert_true (lectern_history_get_saved (history));
  g_assert_false (lectern_history_get_can_redo (history));
}

typedef struct
{
  LecternNotesCarry *job;
  GCancellable      *cancellable;
  double             most;
  gboolean           ended;
  GError            *error;
} Watch;

/* Stops it as soon as something was copied. */
static gboolean
watch_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->most = MAX (watch->most, lectern_notes_carry_get_progress (watch->job));
  if (watch->most > 0)
    g_cancellable_cancel (watch->cancellable);

  return watch->ended ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Watch *watch = user_data;

  g_assert_false (lectern_notes_carry_run_finish (result, &watch->error));
  watch->ended = TRUE;
}

/* Stopped midway, nothing is left of it. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) target = test_folder_file (fixture->folder, "other/s.json");
  g_autoptr (GFile) large = test_folder_file (fixture->folder, "site/old/notes/b.PDF");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LecternNotesCarry) job = NULL;
  Watch watch = { 0 };

  /* No room is needed for what is not written. */
  g_assert_cmpint (truncate (g_file_peek_path (large), 2000 * 1024 * 1024L), ==, 0);
  job = lectern_notes_carry_new (fixture->from, target, lectern_document_get_schedule (fixture->document),
                                 LECTERN_NOTES_CARRY_COPY);
  watch.job = job;
  watch.cancellable = cancellable;
  g_idle_add (watch_cb, &watch);
  lectern_notes_carry_run_async (job, cancellable, run_cb, &watch);
  while (!watch.ended)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (watch.most, >, 0);
  g_assert_cmpfloat (watch.most, <, 1);
  assert_gone (fixture, "other/notes");
  g_clear_error (&watch.error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
test_notes_carry_add (void)
{
#define ADD(name, function) \
  g_test_add ("/notes-carry/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("copy", test_copy);
  ADD ("back", test_back);
  ADD ("failure", test_failure);
  ADD ("take-back", test_take_back);
  ADD ("cancel", test_cancel);
}
