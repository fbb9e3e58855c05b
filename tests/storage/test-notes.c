/* test-notes.c: what may be opened, and what may not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "lectern-notes-folder.h"
#include "test-notes-cases.h"

#define LONG_NAME 251  /* and “.pdf” after it: the longest a name can be */

typedef struct
{
  TestFolder  *folder;
  GFile       *schedule;
  LecternHead *head;
} Fixture;

static void
make_link (TestFolder *folder,
           const char *target,
           const char *name)
{
  g_autofree char *path = test_folder_path (folder, name);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_socket (TestFolder *folder,
             const char *name)
{
  g_autofree char *path = test_folder_path (folder, name);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <,
                    sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
make_files (TestFolder *folder)
{
  const char *pdfs[] = {
    "outside.pdf", "site-evil/a.pdf", "site/-rf.pdf", "site/~.pdf", "site/files/a.pdf",
    "site/files/ü b.PDF", "site/files/#1%20?.pdf", "site/files/2303.10512", "site/files/plain",
    "site/files/start.desktop", "site/files/page.html", "site/files/run.sh", "site/files/a.pdf.exe",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pdfs); i++)
    test_folder_write (folder, pdfs[i], "%PDF-1.7\n");

  test_folder_write (folder, "site/schedule.json", "{}");
  test_folder_write (folder, "site/files/empty.pdf", "");
  test_folder_write (folder, "site/files/short.pdf", "%PDF");
  test_folder_write (folder, "site/files/text.pdf", "Not a PDF");
  test_folder_write (folder, "site/files/late.pdf", "\n%PDF-1.7\n");
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  const char *folders[] = { "site", "site-evil", "site/files", "site/files/folder.pdf" };
  g_autofree char *outside = NULL;
  g_autofree char *pipe_path = NULL;
  guint i;

  fixture->folder = test_folder_new ();
  for (i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = test_folder_path (fixture->folder, folders[i]);

      g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
    }
  make_files (fixture->folder);

  outside = test_folder_path (fixture->folder, "outside.pdf");
  make_link (fixture->folder, "a.pdf", "site/files/inside.pdf");
  make_link (fixture->folder, "../../outside.pdf", "site/files/out.pdf");
  make_link (fixture->folder, "../../site-evil/a.pdf", "site/files/evil.pdf");
  make_link (fixture->folder, outside, "site/files/absolute.pdf");
  make_link (fixture->folder, "../..", "site/files/up");
  make_link (fixture->folder, "circle.pdf", "site/files/circle.pdf");
  make_link (fixture->folder, "nothing.pdf", "site/files/dangling.pdf");
  make_link (fixture->folder, "page.html", "site/files/page.pdf");
  make_link (fixture->folder, "/dev/zero", "site/files/zero.pdf");
  make_socket (fixture->folder, "site/files/socket.pdf");
  pipe_path = test_folder_path (fixture->folder, "site/files/pipe.pdf");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);

  fixture->schedule = test_folder_file (fixture->folder, "site/schedule.json");
  fixture->head = lectern_head_new ();
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->head);
  g_clear_object (&fixture->schedule);
  g_clear_pointer (&fixture->folder, test_folder_free);
}

static void
set_notes (Fixture    *fixture,
           const char *folder,
           const char *url)
{
  LecternRecord *notes = lectern_record_get_record (LECTERN_RECORD (fixture->head), LECTERN_HEAD_NOTES);

  lectern_record_set_string (notes, LECTERN_NOTES_FOLDER, folder);
  lectern_record_set_string (notes, LECTERN_NOTES_URL, url);
}

static void
assert_outcome (const Case   *expected,
                const char   *uri,
                const GError *error)
{
  if (expected->outcome >= 0)
    {
      if (uri != NULL)
        g_error ("“%s” opens %s", expected->value, uri);
      if (!g_error_matches (error, LECTERN_NOTES_ERROR, expected->outcome))
        g_error ("“%s”: %d: %s", expected->value, error->code, error->message);
      test_assert_sentence (error, NULL);
      return;
    }

  if (error != NULL)
    g_error ("“%s”: %s", expected->value, error->message);
  if (!g_str_has_suffix (uri, expected->uri))
    g_error ("“%s” opens %s", expected->value, uri);
  g_assert_true (g_str_has_prefix (uri, expected->outcome == OPENS ? "file:///" : "http"));
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (LecternResource) resource = lectern_resource_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;

      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, files[i].value);
      uri = lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                          LECTERN_RECORD (resource), &error);
      assert_outcome (&files[i], uri, error);
    }
}

static void
test_urls (Fixture       *fixture,
           gconstpointer  data)
{
  guint i;

  set_notes (fixture, "files", "https://example.org/files/Pdfs/");

  for (i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (LecternResource) resource = lectern_resource_new ();
      g_autoptr (LecternPaper) paper = lectern_paper_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) paper_error = NULL;
      g_autofree char *uri = NULL;
      g_autofree char *paper_uri = NULL;

      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_URL, urls[i].value);
      uri = lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                          LECTERN_RECORD (resource), &error);
      assert_outcome (&urls[i], uri, error);

      lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_URL, urls[i].value);
      paper_uri = lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                                LECTERN_RECORD (paper), &paper_error);
      assert_outcome (&urls[i], paper_uri, paper_error);
    }
}

/* Values of notes.folder and notes.url are no safer than those of “url”. */
static void
test_hostile_head (Fixture       *fixture,
                   gconstpointer  data)
{
  const struct { const char *folder; const char *url; } heads[] = {
    { "..", "https://example.org/" },
    { "files/up", "https://example.org/" },
    { "/etc", "https://example.org/" },
    { "files/..", "https://example.org/" },
    { "../site-evil", "https://example.org/" },
    { "files", "https://example.org" },
    { "files", "file:///" },
    { "files", "javascript:x" },
    { "files", "" },
    { "", "https://example.org/" },
    { "files", NULL },
    { NULL, "https://example.org/" },
  };
  const Case outside = { "https://example.org/outside.pdf", BROWSER, "/outside.pdf" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (LecternResource) resource = lectern_resource_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;

      set_notes (fixture, heads[i].folder, heads[i].url);
      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_URL, outside.value);
      uri = lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                          LECTERN_RECORD (resource), &error);
      assert_outcome (&outside, uri, error);
    }
}

/* A name of 254 bytes is opened, one of 255 is not, and one of 10,000 does
 * not make a sentence of 10,000. */
static void
test_long_names (Fixture       *fixture,
                 gconstpointer  data)
{
  const guint lengths[] = { LONG_NAME - 1, LONG_NAME, LONG_NAME + 1, 10000 };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *stem = g_strnfill (lengths[i], 'n');
      g_autofree char *name = g_strconcat ("site/", stem, ".pdf", NULL);
      g_autoptr (LecternResource) resource = lectern_resource_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;
      Case expected = { name, LECTERN_NOTES_ERROR_MISSING, NULL };

      if (lengths[i] <= LONG_NAME)
        test_folder_write (fixture->folder, name, "%PDF-1.7\n");
      if (i == 0)
        {
          expected.outcome = OPENS;
          expected.uri = "nn.pdf";
        }

      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, name + strlen ("site/"));
      uri = lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                          LECTERN_RECORD (resource), &error);
      assert_outcome (&expected, uri, error);
      g_assert_true (error == NULL || g_utf8_strlen (error->message, -1) < 240);
    }
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  g_autoptr (LecternPaper) paper = lectern_paper_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                               LECTERN_RECORD (resource), &error));
  g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_EMPTY);
  test_assert_sentence (error, NULL);
  g_clear_error (&error);

  g_assert_null (lectern_notes_folder_resolve (fixture->schedule, fixture->head,
                                               LECTERN_RECORD (paper), &error));
  g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_EMPTY);
}

/* Without a folder there are no files, but there is still the web. */
static void
test_unsaved (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  g_autoptr (LecternResource) link = lectern_resource_new ();
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/schedule.json");
  GFile *places[] = { NULL, remote };
  guint i;

  set_notes (fixture, "files", "https://example.org/");
  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, "files/a.pdf");
  lectern_record_set_string (LECTERN_RECORD (link), LECTERN_RESOURCE_URL, "https://example.org/a.pdf");

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;

      g_assert_null (lectern_notes_folder_resolve (places[i], fixture->head,
                                                   LECTERN_RECORD (resource), &error));
      g_assert_error (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_UNSAVED);
      test_assert_sentence (error, NULL);
      g_clear_error (&error);

      uri = lectern_notes_folder_resolve (places[i], fixture->head, LECTERN_RECORD (link), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (uri, ==, "https://example.org/a.pdf");
    }
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  const Case *cases[] = { &files[0], &files[11], &files[28] };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternResource) resource = lectern_resource_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;

      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, cases[i]->value);
      lectern_notes_folder_resolve_async (fixture->schedule, fixture->head, LECTERN_RECORD (resource),
                                          NULL, take_result, &result);
      /* The thread has all it needs: the model may change under it. */
      lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, "else");
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      uri = lectern_notes_folder_resolve_finish (result, &error);
      assert_outcome (cases[i], uri, error);
    }
}

/* A schedule that is a symbolic link has its files beside the real one. */
static void
test_linked_schedule (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  g_autoptr (GFile) linked = test_folder_file (fixture->folder, "linked.json");
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  make_link (fixture->folder, "site/schedule.json", "linked.json");
  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, "files/a.pdf");
  uri = lectern_notes_folder_resolve (linked, fixture->head, LECTERN_RECORD (resource), &error);
  assert_outcome (&files[0], uri, error);
}

static void
add (const char  *path,
     void       (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

void
test_notes_add (void)
{
  add ("/notes/files", test_files);
  add ("/notes/urls", test_urls);
  add ("/notes/hostile-head", test_hostile_head);
  add ("/notes/long-names", test_long_names);
  add ("/notes/nothing", test_nothing);
  add ("/notes/unsaved", test_unsaved);
  add ("/notes/async", test_async);
  add ("/notes/linked-schedule", test_linked_schedule);
}
