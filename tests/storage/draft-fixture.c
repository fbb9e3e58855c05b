/* draft-fixture.c: a document with a keeper of its drafts, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draft-fixture.h"

#include "lectern-edit.h"

void
draft_fixture_open (DraftFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->document = lectern_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->keeper = lectern_draft_keeper_new (fixture->document);
}

void
draft_fixture_close (DraftFixture *fixture,
                     gboolean      keep)
{
  lectern_draft_keeper_retire (fixture->keeper, keep);
  g_clear_object (&fixture->keeper);
  g_assert_finalize_object (g_steal_pointer (&fixture->document));
}

void
draft_fixture_set_up (DraftFixture  *fixture,
                      gconstpointer  data)
{
  fixture->folder = test_folder_new ();
  fixture->file = test_folder_file (fixture->folder, "a.json");
  test_folder_write (fixture->folder, "a.json", FILE_WITH ("old"));
  draft_fixture_open (fixture);
}

void
draft_fixture_tear_down (DraftFixture  *fixture,
                         gconstpointer  data)
{
  if (fixture->document != NULL)
    draft_fixture_close (fixture, FALSE);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, test_folder_free);
}

void
draft_fixture_set_note (DraftFixture *fixture,
                        const char   *note)
{
  g_autoptr (GError) error = NULL;

  lectern_edit_set (lectern_document_get_history (fixture->document),
                    lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), 0),
                    "note", note, &error);
  g_assert_no_error (error);
}

guint
draft_fixture_count (GFile *file)
{
  g_autoptr (GPtrArray) drafts = lectern_draft_find (file, NULL);

  return drafts->len;
}

/* The only draft there is. */
LecternDraft *
draft_fixture_find (GFile *file)
{
  g_autoptr (GPtrArray) drafts = lectern_draft_find (file, NULL);

  g_assert_cmpuint (drafts->len, ==, 1);

  return g_ptr_array_steal_index (drafts, 0);
}

void
draft_fixture_flush (DraftFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  lectern_draft_keeper_flush (fixture->keeper, &error);
  g_assert_no_error (error);
}

char *
draft_fixture_get_name (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lectern", "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}
