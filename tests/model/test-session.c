/* test-session.c: what a session says, and what follows from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-session.h"

#include "lectern-date.h"

static guint n_loads;

static void
load (LecternSession *session,
      const char     *text,
      gsize           length)
{
  g_autofree char *note = g_strndup (text, length);

  n_loads++;
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_ID, "x");
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, "2023-01-04");
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_NOTE, note);
}

static LecternSession *
new_pending (void)
{
  g_autoptr (GBytes) file = g_bytes_new_static ("..the text..", 12);

  n_loads = 0;

  return lectern_session_new_from_text (file, 2, 8, "x", "2023-01-04", load);
}

static void
test_pending (void)
{
  g_autoptr (LecternSession) session = new_pending ();
  g_autoptr (LecternSession) copy = NULL;

  g_assert_cmpstr (lectern_session_get_id (session), ==, "x");
  g_assert_cmpstr (lectern_session_get_date (session), ==, "2023-01-04");
  g_assert_true (lectern_session_is_pristine (session));
  copy = lectern_session_copy (session);
  g_assert_cmpuint (n_loads, ==, 0);

  g_assert_cmpstr (lectern_session_get_note (session), ==, "the text");
  g_assert_cmpstr (lectern_session_get_note (session), ==, "the text");
  g_assert_cmpuint (n_loads, ==, 1);
  g_assert_true (lectern_session_is_pristine (session));

  g_assert_cmpuint (lectern_session_get_key (copy), ==, lectern_session_get_key (session));
  g_assert_cmpstr (lectern_session_get_note (copy), ==, "the text");
  g_assert_cmpuint (n_loads, ==, 2);
}

/* A change of a session that was not read yet must not be undone when it is. */
static void
test_pending_changed (void)
{
  g_autoptr (LecternSession) session = new_pending ();

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, "2023-01-11");

  g_assert_cmpuint (n_loads, ==, 1);
  g_assert_cmpstr (lectern_session_get_date (session), ==, "2023-01-11");
  g_assert_cmpstr (lectern_session_get_note (session), ==, "the text");
  g_assert_false (lectern_session_is_pristine (session));
}

static void
test_duplicate (void)
{
  g_autoptr (LecternSession) session = new_pending ();
  g_autoptr (LecternSession) other = lectern_session_duplicate (session);

  g_assert_cmpuint (lectern_session_get_key (other), !=, lectern_session_get_key (session));
  g_assert_cmpstr (lectern_session_get_id (other), !=, "x");
  g_assert_cmpstr (lectern_session_get_note (other), ==, "the text");
  g_assert_false (lectern_session_get_source (other, NULL, NULL, NULL));
}

static void
add_resource (LecternSession *session,
              const char     *label,
              const char     *file,
              const char     *url,
              gboolean        primary)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  LecternRecord *record = LECTERN_RECORD (resource);

  lectern_record_set_string (record, LECTERN_RESOURCE_LABEL, label);
  lectern_record_set_string (record, LECTERN_RESOURCE_FILE, file);
  lectern_record_set_string (record, LECTERN_RESOURCE_URL, url);
  lectern_record_set_boolean (record, LECTERN_RESOURCE_PRIMARY, primary);
  g_list_store_append (G_LIST_STORE (lectern_session_get_resources (session)), resource);
}

static void
assert_primary (LecternSession *session,
                const char     *url_or_file)
{
  LecternRecord *primary = lectern_session_get_primary (session);

  if (url_or_file == NULL)
    g_assert_null (primary);
  else if (LECTERN_IS_PAPER (primary))
    g_assert_cmpstr (lectern_paper_get_url (LECTERN_PAPER (primary)), ==, url_or_file);
  else if (lectern_resource_get_file (LECTERN_RESOURCE (primary)) != NULL)
    g_assert_cmpstr (lectern_resource_get_file (LECTERN_RESOURCE (primary)), ==, url_or_file);
  else
    g_assert_cmpstr (lectern_resource_get_url (LECTERN_RESOURCE (primary)), ==, url_or_file);
}

/* Each addition is more eligible than those before it. */
static void
test_primary (void)
{
  g_autoptr (LecternSession) session = lectern_session_new ();
  g_autoptr (LecternPaper) paper = lectern_paper_new ();

  assert_primary (session, NULL);

  g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);
  assert_primary (session, NULL);
  lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_URL, "https://example.org/abs");
  assert_primary (session, "https://example.org/abs");

  add_resource (session, "Video", NULL, "https://example.org/video", FALSE);
  assert_primary (session, "https://example.org/abs");
  add_resource (session, "Slides", NULL, "https://example.org/s.PDF?x=1", FALSE);
  assert_primary (session, "https://example.org/s.PDF?x=1");
  add_resource (session, "My notes", NULL, "https://example.org/notes", FALSE);
  assert_primary (session, "https://example.org/notes");
  add_resource (session, "Text", "a.txt", NULL, FALSE);
  assert_primary (session, "https://example.org/notes");
  add_resource (session, "Local", "a.pdf", NULL, FALSE);
  assert_primary (session, "a.pdf");
  add_resource (session, "Marked", NULL, "https://example.org/m", TRUE);
  assert_primary (session, "https://example.org/m");
  add_resource (session, "Marked too", "b.pdf", NULL, TRUE);
  assert_primary (session, "https://example.org/m");
}

static void
test_search (void)
{
  g_autoptr (LecternSession) session = lectern_session_new ();
  const char *presenters[] = { "Ängström", NULL };

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_TITLE, "Gradient Estimation");
  lectern_record_set_strings (LECTERN_RECORD (session), LECTERN_SESSION_PRESENTERS, presenters);

  g_assert_true (lectern_session_matches (session, ""));
  g_assert_true (lectern_session_matches (session, "gradient"));
  g_assert_true (lectern_session_matches (session, "estim gradi"));
  g_assert_false (lectern_session_matches (session, "gradient none"));

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_TITLE, "Other");
  g_assert_false (lectern_session_matches (session, "gradient"));
  g_assert_true (lectern_session_matches (session, "other"));

  add_resource (session, "Folien", NULL, "https://example.org/", FALSE);
  g_assert_true (lectern_session_matches (session, "folien"));
}

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *id = lectern_session_make_id ();

      g_assert_cmpuint (strlen (id), ==, 16);
      g_assert_false (lectern_date_is_shaped (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

void
add_session_tests (void)
{
  g_test_add_func ("/model/session/pending", test_pending);
  g_test_add_func ("/model/session/pending-changed", test_pending_changed);
  g_test_add_func ("/model/session/duplicate", test_duplicate);
  g_test_add_func ("/model/session/primary", test_primary);
  g_test_add_func ("/model/session/search", test_search);
  g_test_add_func ("/model/session/ids", test_ids);
}
