/* test-grants.c: schedules that a sandbox was given without their folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "lectern-attach.h"
#include "lectern-document.h"
#include "lectern-grant.h"
#include "lectern-notes-folder.h"
#include "lectern-page-file.h"

#define NAME "s.lectern.json"

static const char content[] =
  "{ \"lectern\": 1, \"notes\": { \"folder\": \"notes\" }, \"page\": \"index.md\", \"sessions\": [\n"
  "  { \"id\": \"a\", \"date\": \"2023-01-04\", \"resources\": [ { \"file\": \"notes/a.pdf\" } ] } ] }\n";

/* A file where the document portal would show it: folders of this disk do for
 * it, as it is by the path that they are told apart. */
static GFile *
grant (const char *path,
       const char *text)
{
  g_autofree char *full = g_build_filename (g_get_user_runtime_dir (), "doc", path, NULL);
  g_autofree char *parent = g_path_get_dirname (full);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  if (text != NULL)
    {
      g_file_set_contents (full, text, -1, &error);
      g_assert_no_error (error);
    }

  return g_file_new_for_path (full);
}

static LecternDocument *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_load (file, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
assert_loads_as (GFile *file,
                 GFile *expected)
{
  g_autoptr (LecternDocument) document = load (file);

  g_assert_cmpstr (g_file_peek_path (lectern_document_get_file (document)), ==,
                   g_file_peek_path (expected));
}

static void
assert_alone_with (GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, NAME);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_kinds (void)
{
  static const struct
  {
    const char   *path;
    LecternGrant  grant;
  } cases[] = {
    { "/home/user/" NAME, LECTERN_GRANT_NONE_NEEDED },
    { "/home/doc/1a2b/" NAME, LECTERN_GRANT_NONE_NEEDED },
    { "/run/flatpak/doc/1a2b/" NAME, LECTERN_GRANT_FILE },
    { "/run/flatpak/doc/1a2b/site/" NAME, LECTERN_GRANT_FOLDER },
    { "/run/flatpak/doc/1a2b/site/_data/" NAME, LECTERN_GRANT_FOLDER },
    { "/run/flatpak/document/1a2b/" NAME, LECTERN_GRANT_NONE_NEEDED },
    { "/run/flatpak/doc/1a2b", LECTERN_GRANT_NONE_NEEDED },
  };
  g_autoptr (GFile) alone = grant ("1a2b/" NAME, NULL);
  g_autoptr (GFile) in_folder = grant ("1a2b/site/" NAME, NULL);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("sftp://example.org/" NAME);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (lectern_grant_get (file), ==, cases[i].grant);
    }
  g_assert_cmpint (lectern_grant_get (alone), ==, LECTERN_GRANT_FILE);
  g_assert_cmpint (lectern_grant_get (in_folder), ==, LECTERN_GRANT_FOLDER);
  g_assert_cmpint (lectern_grant_get (elsewhere), ==, LECTERN_GRANT_NONE_NEEDED);
}

/* Nothing is looked for beside the file, and nothing is made there. */
static void
test_out_of_reach (void)
{
  g_autoptr (GFile) file = grant ("1/" NAME, content);
  g_autoptr (TestFolder) elsewhere = test_folder_new ();
  g_autoptr (GFile) pdf = NULL;
  g_autoptr (LecternDocument) document = load (file);
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);
  g_autoptr (LecternResource) resource = g_list_model_get_item (lectern_session_get_resources (session), 0);
  LecternAttach *attach;
  g_autoptr (GFile) page = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  test_folder_write (elsewhere, "b.pdf", "%PDF-1.7\n");
  pdf = test_folder_file (elsewhere, "b.pdf");

  uri = lectern_notes_folder_resolve (file, lectern_schedule_get_head (schedule),
                                      LECTERN_RECORD (resource), &error);
  g_assert_null (uri);
  g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH);
  test_assert_sentence (error, NAME);
  g_clear_error (&error);

  attach = lectern_attach_new (file, "notes", pdf, "b", LECTERN_ATTACH_COPY);
  path = lectern_attach_run (attach, NULL, &error);
  lectern_attach_unref (attach);
  g_assert_null (path);
  g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH);
  g_clear_error (&error);

  page = lectern_page_file_find (document, &error);
  g_assert_null (page);
  g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH);

  g_assert_cmpint (lectern_document_save (document, NULL, NULL, NULL), ==, TRUE);
  assert_alone_with (file);
}

/* What was found in a folder once is found there again. */
static void
test_recall (void)
{
  g_autoptr (GFile) alone = grant ("1/" NAME, content);
  g_autoptr (GFile) in_folder = grant ("2/site/" NAME, content);
  g_autoptr (GFile) changed = NULL;

  assert_loads_as (alone, alone);
  assert_loads_as (in_folder, in_folder);
  assert_loads_as (alone, in_folder);

  /* Another one of that name. */
  changed = grant ("2/site/" NAME, "{ \"lectern\": 1, \"sessions\": [] }\n");
  assert_loads_as (alone, alone);
  g_assert_cmpint (g_unlink (g_file_peek_path (changed)), ==, 0);
  assert_loads_as (alone, alone);
}

static void
test_ambiguous (void)
{
  g_autoptr (GFile) alone = grant ("1/" NAME, content);
  g_autoptr (GFile) one = grant ("2/site/" NAME, content);
  g_autoptr (GFile) two = grant ("3/copy/" NAME, content);
  g_autofree char *same = NULL;
  g_autoptr (GFile) three = grant ("4/again/x", "");

  assert_loads_as (one, one);
  assert_loads_as (two, two);
  assert_loads_as (alone, alone);

  /* The same folder by two grants is one. */
  g_assert_cmpint (g_unlink (g_file_peek_path (two)), ==, 0);
  same = g_build_filename (g_get_user_runtime_dir (), "doc/4/again", NAME, NULL);
  g_assert_cmpint (link (g_file_peek_path (one), same), ==, 0);
  g_set_object (&three, NULL);
  three = g_file_new_for_path (same);
  assert_loads_as (three, three);
  assert_loads_as (alone, three);
}

/* What cannot be understood any more is no hindrance. */
static void
test_spoilt_state (void)
{
  g_autoptr (GFile) alone = grant ("1/" NAME, content);
  g_autoptr (GFile) in_folder = grant ("2/site/" NAME, content);
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "lectern", NULL);
  g_autofree char *path = g_build_filename (state, "folders.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (state, 0700), ==, 0);
  g_file_set_contents (path, "\xff\n[[", -1, &error);
  g_assert_no_error (error);
  assert_loads_as (alone, alone);
  assert_loads_as (in_folder, in_folder);
  assert_loads_as (alone, in_folder);
}

static void
assert_refused (GFile      *folder,
                GBytes     *bytes,
                const char *about)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) found = lectern_grant_find (folder, NAME, bytes, NULL, &error);

  g_assert_null (found);
  g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUT_OF_REACH);
  test_assert_sentence (error, about);
}

static void
assert_found (GFile  *folder,
              GBytes *bytes,
              GFile  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) found = lectern_grant_find (folder, NAME, bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_file_peek_path (found), ==, g_file_peek_path (expected));
}

static void
test_find (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, sizeof content - 1);
  g_autoptr (GFile) root = grant ("2/site/x", "");
  g_autoptr (GFile) site = g_file_get_parent (root);
  g_autoptr (GFile) deep = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GFile) top = NULL;

  /* What is hidden is not looked into. */
  g_object_unref (grant ("2/site/.cache/" NAME, content));
  assert_refused (site, bytes, "does not hold");
  deep = grant ("2/site/_data/" NAME, "{}");
  assert_refused (site, bytes, "other content");
  g_object_unref (deep);
  deep = grant ("2/site/_data/" NAME, content);
  assert_found (site, bytes, deep);
  copy = grant ("2/site/backup/" NAME, content);
  assert_refused (site, bytes, "more than one");
  /* Nothing is as plain as the folder itself. */
  top = grant ("2/site/" NAME, content);
  assert_found (site, bytes, top);
}

/* An undone and unsaved document goes on with its file by the new path. */
static void
test_set_path (void)
{
  g_autoptr (GFile) alone = grant ("1/" NAME, content);
  g_autoptr (GFile) in_folder = grant ("2/site/" NAME, content);
  g_autoptr (LecternDocument) document = load (alone);
  g_autofree char *baseline = g_strdup (lectern_document_get_baseline (document));
  g_autofree char *uri = NULL;
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);
  g_autoptr (LecternResource) resource = g_list_model_get_item (lectern_session_get_resources (session), 0);
  g_autoptr (GError) error = NULL;

  g_object_unref (grant ("2/site/notes/a.pdf", "%PDF-1.7\n"));
  lectern_document_set_path (document, in_folder);
  g_assert_true (lectern_document_get_file (document) == in_folder);
  g_assert_cmpstr (lectern_document_get_baseline (document), ==, baseline);
  g_assert_false (lectern_document_get_edited (document));

  uri = lectern_notes_folder_resolve (in_folder, lectern_schedule_get_head (schedule),
                                      LECTERN_RECORD (resource), &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (uri, "/site/notes/a.pdf"));
}

void
test_grants_add (void)
{
  g_test_add_func ("/storage/grants/kinds", test_kinds);
  g_test_add_func ("/storage/grants/out-of-reach", test_out_of_reach);
  g_test_add_func ("/storage/grants/recall", test_recall);
  g_test_add_func ("/storage/grants/ambiguous", test_ambiguous);
  g_test_add_func ("/storage/grants/spoilt-state", test_spoilt_state);
  g_test_add_func ("/storage/grants/find", test_find);
  g_test_add_func ("/storage/grants/set-path", test_set_path);
}
