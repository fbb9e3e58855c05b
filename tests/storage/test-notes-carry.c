/* test-notes-carry.c: the notes of a schedule that is saved elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>

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
carry (Fixture           *fixture,
       const char        *to,
       LecternNotesCarry  way,
       const char        *expected)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  LecternHistory *history = lectern_document_get_history (fixture->document);
  g_autoptr (GFile) target = test_folder_file (fixture->folder, to);
  g_autofree char *back = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GString) files = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GListModel *resources;

  g_assert_true (lectern_notes_carry_concerns (fixture->from, target, schedule));
  moved = lectern_notes_carry (fixture->from, target, schedule, way, &error);
  g_assert_no_error (error);
  if (way == LECTERN_NOTES_CARRY_POINT_BACK)
    back = lectern_notes_carry_way_back (fixture->from, target);
  lectern_notes_carry_note_down (history, moved, back, &error);
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
  g_autoptr (GError) error = NULL;

  /* The folder of the second file is a file there. */
  make_folder (fixture, "site/old/deep");
  test_folder_write (fixture->folder, "site/old/deep/c.pdf", "%PDF-c\n");
  test_folder_write (fixture->folder, "other/deep", "a file");
  lectern_edit_set (lectern_document_get_history (fixture->document),
                    lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), 0),
                    "resources[2].file", "deep/c.pdf", &error);
  g_assert_no_error (error);
  g_assert_null (lectern_notes_carry (fixture->from, target,
                                      lectern_document_get_schedule (fixture->document),
                                      LECTERN_NOTES_CARRY_COPY, &error));
  test_assert_sentence (error, NULL);
  g_clear_object (&target);
  target = test_folder_file (fixture->folder, "other/notes");
  g_assert_false (g_file_query_exists (target, NULL));
}

void
test_notes_carry_add (void)
{
#define ADD(name, function) \
  g_test_add ("/notes-carry/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("copy", test_copy);
  ADD ("back", test_back);
  ADD ("failure", test_failure);
}
