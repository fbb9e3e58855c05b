/* test-draft-keeper.c: a draft while a document is saved, and others know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draft-fixture.h"

#include <glib/gstdio.h>

#include "lectern-replace.h"

/* Found, and restored elsewhere since: whoever found it as well cannot remove
 * the other's work. */
static void
test_adopted (DraftFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternDraft) draft = NULL;
  g_autoptr (LecternDraft) again = NULL;
  g_autoptr (GError) error = NULL;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);
  draft_fixture_open (fixture);
  draft = draft_fixture_find (fixture->file);
  again = draft_fixture_find (fixture->file);

  lectern_replace (lectern_document_get_history (fixture->document), draft->schedule, "Restore");
  lectern_draft_keeper_adopt (fixture->keeper, draft);
  g_assert_true (lectern_draft_get_in_use (again->path));
  g_assert_true (lectern_draft_remove (again, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (again->path, G_FILE_TEST_EXISTS));

  draft_fixture_close (fixture, TRUE);
  g_assert_false (lectern_draft_get_in_use (again->path));
  g_assert_true (lectern_draft_remove (again, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (again->path, G_FILE_TEST_EXISTS));
}

/* Somebody has cleared the state directory: what is thought to be there is
 * written again. */
static void
test_removed (DraftFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = NULL;

  draft_fixture_set_note (fixture, "new");
  draft_fixture_flush (fixture);
  path = draft_fixture_get_name ();
  g_assert_cmpint (g_unlink (path), ==, 0);
  draft_fixture_flush (fixture);
  draft_fixture_close (fixture, TRUE);
  g_assert_cmpuint (draft_fixture_count (fixture->file), ==, 1);
}

static void
count_saved (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  lectern_document_save_finish (LECTERN_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What is typed while a save is under way is in a draft before the save has
 * ended: that has to say of which file it is by then, and what that holds. */
static void
save_and_type_on (DraftFixture *fixture,
                  GFile        *target)
{
  g_autoptr (LecternDraft) draft = NULL;
  g_autofree char *baseline = NULL;
  gboolean saved = FALSE;

  draft_fixture_set_note (fixture, "saved");
  lectern_document_save_async (fixture->document, target, NULL, count_saved, &saved);
  draft_fixture_set_note (fixture, "typed on");
  draft_fixture_flush (fixture);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  draft_fixture_flush (fixture);
  baseline = g_strdup (lectern_document_get_baseline (fixture->document));
  draft_fixture_close (fixture, TRUE);

  draft = draft_fixture_find (target != NULL ? target : fixture->file);
  g_assert_cmpstr (draft->baseline, ==, baseline);
  if (target != NULL)
    g_assert_cmpuint (draft_fixture_count (fixture->file), ==, 0);
}

static void
test_typed_during_save (DraftFixture  *fixture,
                        gconstpointer  data)
{
  save_and_type_on (fixture, NULL);
}

static void
test_typed_during_save_as (DraftFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (GFile) target = test_folder_file (fixture->folder, "b.json");

  save_and_type_on (fixture, target);
}

#define ADD(name, function) \
  g_test_add ("/drafts/" name, DraftFixture, NULL, draft_fixture_set_up, function, draft_fixture_tear_down)

void
test_draft_keeper_add (void)
{
  ADD ("adopted", test_adopted);
  ADD ("removed", test_removed);
  ADD ("typed-during-save", test_typed_during_save);
  ADD ("typed-during-save-as", test_typed_during_save_as);
}
