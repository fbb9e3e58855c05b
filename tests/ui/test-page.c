/* test-page.c: dialogs of the page and of announcements come and go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-announce-dialog.h"
#include "lectern-application.h"
#include "lectern-import-dialog.h"
#include "lectern-publish-dialog.h"
#include "lectern-window.h"
#include "ui-test.h"

static GtkApplication *application;

static const char page_text[] =
  "| Date | Paper | Slides |\n"
  "|---|---|---|\n"
  "| 2023-01-04 | [One](https://e.org/1) | |\n"
  "| 2023-01-11 | Two | |\n";

static GFile *
make_page (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-page-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "p.md", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, page_text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
remove_page (GFile *page)
{
  g_autoptr (GFile) folder = g_file_get_parent (page);

  g_assert_true (g_file_delete (page, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  ui_test_collect (root, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
        return TRUE;
    }

  return FALSE;
}

static void
close_window (gpointer window)
{
  gpointer held = g_object_ref (window);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_finalize_object (held);
}

static void
imported_cb (LecternImportDialog *dialog,
             LecternDocument     *document,
             GFile               *page,
             LecternDocument    **kept)
{
  g_set_object (kept, document);
}

static void
test_import (void)
{
  g_autoptr (GFile) page = make_page ();
  LecternWindow *window = lectern_window_new (application);
  LecternImportDialog *dialog;
  g_autoptr (LecternDocument) document = NULL;

  gtk_window_present (GTK_WINDOW (window));
  dialog = lectern_import_dialog_new (GTK_WINDOW (window), page);
  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), &document);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_wait (says (GTK_WIDGET (dialog), "2 rows found"));
  g_assert_true (says (GTK_WIDGET (dialog), "Slides"));
  g_assert_true (says (GTK_WIDGET (dialog), "Notes and links"));
  g_object_ref (dialog);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  ui_test_wait (document != NULL);
  ui_test_settle ();
  g_assert_finalize_object (dialog);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (lectern_document_get_schedule (document)), ==, 2);

  close_window (window);
  remove_page (page);
}

static void
test_publish (void)
{
  g_autoptr (GFile) page = make_page ();
  g_autoptr (LecternImport) import = lectern_import_new (page, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (LecternDocument) document = lectern_import_make_document (import);
  LecternWindow *window = lectern_window_new (application);
  LecternPublishDialog *dialog;

  gtk_window_present (GTK_WINDOW (window));
  dialog = lectern_publish_dialog_new (GTK_WINDOW (window), document, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (says (GTK_WIDGET (dialog), "No Page Yet"));
  ui_test_settle ();
  close_window (dialog);

  dialog = lectern_publish_dialog_new (GTK_WINDOW (window), document, page);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_wait (says (GTK_WIDGET (dialog), "Nothing changes"));
  close_window (dialog);

  close_window (window);
  remove_page (page);
}

static void
test_announce (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LECTERN_SAMPLE"));
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_document_load (file, NULL, &error);
  LecternWindow *window = lectern_window_new (application);
  LecternAnnounceDialog *dialog;

  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (window));
  dialog = lectern_announce_dialog_new (GTK_WINDOW (window), document,
                                        lectern_schedule_get_session (lectern_document_get_schedule (document), 0));
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_true (says (GTK_WIDGET (dialog), "Template"));
  close_window (dialog);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (lectern_application_new ());
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/page/import", test_import);
  g_test_add_func ("/page/publish", test_publish);
  g_test_add_func ("/page/announce", test_announce);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
