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
  "| 2023-01-04 | [One](https://e.org/1) | [S](s.pdf) |\n"
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

static void
close_window (gpointer window)
{
  gpointer held = g_object_ref (window);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_finalize (held);
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
  ui_test_wait (ui_test_says (GTK_WIDGET (dialog), "2 rows found"));
  g_assert_true (ui_test_says (GTK_WIDGET (dialog), "Slides"));
  g_assert_true (ui_test_says (GTK_WIDGET (dialog), "Notes and links"));
  g_object_ref (dialog);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  ui_test_wait (document != NULL);
  ui_test_finalize (dialog);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (lectern_document_get_schedule (document)), ==, 2);

  close_window (window);
  remove_page (page);
}

static AdwComboRow *
find_combo (GtkWidget  *root,
            const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (root, ADW_TYPE_COMBO_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      AdwPreferencesRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (adw_preferences_row_get_title (row), title))
        return ADW_COMBO_ROW (row);
    }
  g_error ("there is no “%s”", title);
}

static void
choose (AdwComboRow *row,
        const char  *choice)
{
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), choice))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_error ("“%s” cannot be chosen", choice);
}

/* What a column holds, and how dates are written, is for the user to say, and
 * is remembered for publishing. */
static void
test_override (void)
{
  g_autoptr (GFile) page = make_page ();
  LecternWindow *window = lectern_window_new (application);
  LecternImportDialog *dialog;
  g_autoptr (LecternDocument) document = NULL;
  GtkWidget *verb;
  LecternSession *session;
  LecternRecord *format;
  const char *role;

  gtk_window_present (GTK_WINDOW (window));
  dialog = lectern_import_dialog_new (GTK_WINDOW (window), page);
  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), &document);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_wait (ui_test_says (GTK_WIDGET (dialog), "2 rows found"));
  g_assert_true (ui_test_says (GTK_WIDGET (dialog), "Wed 4 Jan 2023 · S"));

  verb = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  choose (find_combo (GTK_WIDGET (dialog), "Slides"), "Kept as it is");
  g_assert_false (gtk_widget_get_sensitive (verb));
  ui_test_wait (gtk_widget_get_sensitive (verb));
  g_assert_false (ui_test_says (GTK_WIDGET (dialog), "Wed 4 Jan 2023 · S"));
  choose (find_combo (GTK_WIDGET (dialog), "Paper"), "Title");
  ui_test_wait (gtk_widget_get_sensitive (verb));
  choose (find_combo (GTK_WIDGET (dialog), "Order"), "Month before day");
  ui_test_wait (gtk_widget_get_sensitive (verb));
  g_assert_true (ui_test_says (GTK_WIDGET (dialog), "As you chose"));
  gtk_widget_activate (verb);
  ui_test_wait (document != NULL);

  session = lectern_schedule_get_session (lectern_document_get_schedule (document), 0);
  g_assert_cmpstr (lectern_session_get_title (session), ==, "One");
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_resources (session)), ==, 0);
  g_assert_true (g_variant_lookup (lectern_session_get_extra (session), "Slides", "&s", &role));
  g_assert_cmpstr (role, ==, "[S](s.pdf)");
  format = lectern_record_get_record (LECTERN_RECORD (lectern_schedule_get_head (lectern_document_get_schedule (document))),
                                      LECTERN_HEAD_PAGE_FORMAT);
  g_assert_cmpstr (lectern_record_get_string (format, LECTERN_PAGE_FORMAT_DATES), ==, "mm/dd/yyyy");
  g_assert_true (g_variant_lookup (lectern_record_get_map (format, LECTERN_PAGE_FORMAT_COLUMNS), "Slides", "&s", &role));
  g_assert_cmpstr (role, ==, "extra");

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
  g_assert_true (ui_test_says (GTK_WIDGET (dialog), "No Page Yet"));
  ui_test_settle ();
  close_window (dialog);

  dialog = lectern_publish_dialog_new (GTK_WINDOW (window), document, page);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_wait (ui_test_says (GTK_WIDGET (dialog), "Nothing changes"));
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
  g_assert_true (ui_test_says (GTK_WIDGET (dialog), "Template"));
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
  g_test_add_func ("/page/override", test_override);
  g_test_add_func ("/page/publish", test_publish);
  g_test_add_func ("/page/announce", test_announce);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
