/* test-reach.c: a schedule that was opened without its folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-banner.h"
#include "window-fixture.h"

#define NAME "s.lectern.json"

static const char content[] =
  "{ \"lectern\": 1, \"notes\": { \"folder\": \"notes\" }, \"sessions\": [\n"
  "  { \"id\": \"a\", \"date\": \"2023-01-04\", \"resources\": [ { \"file\": \"notes/a.pdf\" } ] } ] }\n";

/* As the document portal shows it: it is by the path that it is known. */
static GFile *
grant (const char *path,
       const char *text)
{
  g_autofree char *full = g_build_filename (g_get_user_runtime_dir (), "doc", path, NULL);
  g_autofree char *parent = g_path_get_dirname (full);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (full, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (full);
}

static LecternWindow *
open_file (GFile *file)
{
  LecternWindow *window = window_fixture_open (g_file_peek_path (file), 1000, 700);

  ui_test_wait (lectern_window_get_document (window) != NULL);

  return window;
}

/* What a banner says that can be seen; NULL without. */
static const char *
get_banner (LecternWindow *window)
{
  g_autoptr (GPtrArray) banners = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), LECTERN_TYPE_BANNER, banners);
  for (guint i = 0; i < banners->len; i++)
    {
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();
      g_autoptr (GPtrArray) revealers = g_ptr_array_new ();

      ui_test_collect (g_ptr_array_index (banners, i), GTK_TYPE_REVEALER, revealers);
      ui_test_collect (g_ptr_array_index (banners, i), GTK_TYPE_LABEL, labels);
      if (gtk_revealer_get_reveal_child (g_ptr_array_index (revealers, 0)))
        return gtk_label_get_text (g_ptr_array_index (labels, 0));
    }

  return NULL;
}

static gboolean
says (LecternWindow *window,
      const char    *part)
{
  const char *text = get_banner (window);

  return text != NULL && strstr (text, part) != NULL;
}

static void
test_banner (void)
{
  g_autoptr (GFile) alone = grant ("1/" NAME, content);
  g_autoptr (GFile) in_folder = grant ("2/group/_data/" NAME, content);
  g_autoptr (GFile) wrong = grant ("3/other/x", "");
  g_autoptr (GFile) wrong_folder = g_file_get_parent (wrong);
  g_autoptr (GFile) data = g_file_get_parent (in_folder);
  g_autoptr (GFile) folder = g_file_get_parent (data);
  LecternWindow *window = open_file (alone);
  LecternDocument *document = lectern_window_get_document (window);

  g_assert_true (says (window, "was opened without its folder"));
  g_assert_true (window_fixture_is_enabled (window, "choose-folder"));

  lectern_window_take_folder (window, wrong_folder);
  ui_test_wait (says (window, "“other” does not hold “" NAME "”"));
  g_assert_true (lectern_document_get_file (document) != in_folder);

  g_object_unref (grant ("2/group/_data/notes/a.pdf", "%PDF-1.7\n"));
  lectern_window_take_folder (window, folder);
  ui_test_wait (get_banner (window) == NULL);
  g_assert_true (lectern_window_get_document (window) == document);
  g_assert_true (g_file_equal (lectern_document_get_file (document), in_folder));
  g_assert_false (window_fixture_is_enabled (window, "choose-folder"));
  window_fixture_close (window);

  /* Alone again, as by a double click in Files. */
  window = open_file (alone);
  g_assert_true (g_file_equal (lectern_window_get_file (window), in_folder));
  g_assert_null (get_banner (window));
  window_fixture_close (window);
}

static void
test_not_now (void)
{
  g_autoptr (GFile) alone = grant ("4/other.lectern.json", content);
  LecternWindow *window = open_file (alone);

  g_assert_true (says (window, "was opened without its folder"));
  window_fixture_activate (window, "dismiss-reach");
  g_assert_null (get_banner (window));
  g_assert_true (window_fixture_is_enabled (window, "choose-folder"));
  window_fixture_close (window);
}

/* One window for the two paths of one file. */
static void
test_one_window (void)
{
  g_autoptr (GFile) in_folder = grant ("6/site/one.lectern.json", content);
  g_autoptr (GFile) alone = grant ("5/one.lectern.json", content);
  LecternWindow *window = open_file (in_folder);
  GListModel *all = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (all);

  lectern_window_open_file (window_fixture_application, window, alone);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, before + 1);
  ui_test_wait (g_list_model_get_n_items (all) == before);
  g_assert_true (g_file_equal (lectern_window_get_file (window), in_folder));
  window_fixture_close (window);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *runtime = g_dir_make_tmp ("lectern-reach-XXXXXX", NULL);
  g_autofree char *state = g_build_filename (runtime, "state", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", runtime);
  int status;

  /* Where the document portal would be. */
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  window_fixture_init (&argc, &argv);

  g_test_add_func ("/reach/banner", test_banner);
  g_test_add_func ("/reach/not-now", test_not_now);
  g_test_add_func ("/reach/one-window", test_one_window);
  status = g_test_run ();

  window_fixture_clear ();
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));

  return status;
}
