/* test-attention.c: what needs attention, and its remedies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "lectern-application.h"
#include "lectern-attention-row.h"
#include "lectern-attention.h"
#include "lectern-edit.h"
#include "lectern-session-list.h"
#include "lectern-warning-group.h"
#include "lectern-window.h"
#include "ui-test.h"

static GtkApplication *application;

static LecternWindow *
open_window (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LecternWindow *window = lectern_window_new_for_file (application, file);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  /* The action can be done once the schedule has been looked through. */
  ui_test_wait (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "show-warnings"));

  return window;
}

static void
close_window (LecternWindow *window)
{
  LecternWindow *held = g_object_ref (window);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_finalize (held);
}

static void
activate (LecternWindow *window,
          const char    *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static gpointer
find_one (LecternWindow *window,
          GType          type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), type, found);
  g_assert_cmpuint (found->len, >=, 1);

  return g_ptr_array_index (found, 0);
}

/* The editor beside it has such rows as well. */
static GtkWidget *
get_page (LecternWindow *window)
{
  return find_one (window, LECTERN_TYPE_ATTENTION);
}

static guint
count_rows (LecternWindow *window)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (get_page (window), LECTERN_TYPE_ATTENTION_ROW, rows);

  return rows->len;
}

static LecternAttentionRow *
find_row_below (GtkWidget  *root,
                const char *code)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (root, LECTERN_TYPE_ATTENTION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      LecternAttentionRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (lectern_attention_row_get_warning (row)->code, code))
        return row;
    }

  return NULL;
}

/* The row of a kind of warning, NULL if there is none. */
static LecternAttentionRow *
find_row (LecternWindow *window,
          const char    *code)
{
  return find_row_below (get_page (window), code);
}

static LecternAttentionRow *
find_editor_row (LecternWindow *window,
                 const char    *code)
{
  return find_row_below (find_one (window, LECTERN_TYPE_WARNING_GROUP), code);
}

static void
click_remedy (LecternAttentionRow *row)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (row), GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      if (gtk_button_get_label (GTK_BUTTON (button)) != NULL)
        {
          g_signal_emit_by_name (button, "clicked");
          return;
        }
    }
  g_assert_not_reached ();
}

static LecternSession *
find_session (LecternWindow *window,
              const char    *date)
{
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));
  g_autoptr (GPtrArray) found = lectern_schedule_find (schedule, date);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static void
test_rows (void)
{
  LecternWindow *window = open_window (g_getenv ("LECTERN_SAMPLE"));
  GtkWidget *list = find_one (window, LECTERN_TYPE_SESSION_LIST);
  GtkWidget *focus;

  activate (window, "show-warnings");
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_cmpuint (count_rows (window), ==, 6);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_row (window, "weekday"))), ==,
                   "A Thursday; the group meets on Wednesdays");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "weekday"))), ==,
                   "Thu 22 Sep 2022, Git Re-Basin");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_row (window, "no-notes"))), ==,
                   "6 past sessions have no notes");

  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (LECTERN_IS_ATTENTION_ROW (focus));

  activate (window, "close-attention");
  g_assert_true (gtk_widget_get_visible (list));
  close_window (window);
}

static void
test_select (void)
{
  LecternWindow *window = open_window (g_getenv ("LECTERN_SAMPLE"));
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);

  activate (window, "show-warnings");
  adw_action_row_activate (ADW_ACTION_ROW (find_row (window, "newer-paper")));
  g_assert_cmpstr (lectern_session_get_date (lectern_session_list_get_selected (list)), ==,
                   "2023-03-29");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));

  close_window (window);
}

static void
test_remedy (void)
{
  LecternWindow *window = open_window (g_getenv ("LECTERN_SAMPLE"));
  LecternDocument *document = lectern_window_get_document (window);
  LecternHistory *history = lectern_document_get_history (document);

  activate (window, "show-warnings");
  click_remedy (find_row (window, "weekday"));
  g_assert_null (find_session (window, "2022-09-22"));
  g_assert_nonnull (find_session (window, "2022-09-21"));
  ui_test_wait (find_row (window, "weekday") == NULL);
  g_assert_cmpuint (count_rows (window), ==, 5);

  /* One step. */
  activate (window, "undo");
  g_assert_false (lectern_history_get_can_undo (history));
  g_assert_nonnull (find_session (window, "2022-09-22"));
  ui_test_wait (find_row (window, "weekday") != NULL);

  /* A row that stands in the wrong place goes to the right one. */
  click_remedy (find_row (window, "order"));
  ui_test_wait (find_row (window, "order") == NULL);
  activate (window, "undo");
  g_assert_false (lectern_document_get_edited (document));

  close_window (window);
}

static void
test_dismiss (void)
{
  LecternWindow *window = open_window (g_getenv ("LECTERN_SAMPLE"));
  LecternSession *session = find_session (window, "2022-09-22");

  activate (window, "show-warnings");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (window, "weekday")),
                                             "attention.dismiss", NULL));
  g_assert_true (g_strv_contains (lectern_session_get_ignore (session), "weekday"));
  ui_test_wait (find_row (window, "weekday") == NULL);
  activate (window, "undo");
  ui_test_wait (find_row (window, "weekday") != NULL);
  g_assert_null (lectern_session_get_ignore (session));

  close_window (window);
}

/* In the editor, beside what is wrong. */
static void
test_editor (void)
{
  LecternWindow *window = open_window (g_getenv ("LECTERN_SAMPLE"));
  LecternDocument *document = lectern_window_get_document (window);
  LecternSession *session = find_session (window, "2022-09-22");
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);

  lectern_session_list_reveal (list, lectern_session_get_key (session), FALSE);
  activate (window, "edit-session");
  ui_test_wait (find_editor_row (window, "weekday") != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (find_editor_row (window, "weekday")));
  click_remedy (find_editor_row (window, "weekday"));
  g_assert_cmpstr (lectern_session_get_date (session), ==, "2022-09-21");
  ui_test_wait (find_editor_row (window, "weekday") == NULL);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  activate (window, "undo");
  g_assert_false (lectern_document_get_edited (document));
  ui_test_wait (find_editor_row (window, "weekday") != NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_editor_row (window, "weekday")),
                                             "attention.dismiss", NULL));
  g_assert_true (g_strv_contains (lectern_session_get_ignore (session), "weekday"));
  ui_test_wait (find_editor_row (window, "weekday") == NULL);
  activate (window, "undo");
  g_assert_false (lectern_document_get_edited (document));

  close_window (window);
}

static void
test_without_notes (void)
{
  LecternWindow *window = open_window (g_getenv ("LECTERN_SAMPLE"));
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);

  activate (window, "show-warnings");
  click_remedy (find_row (window, "no-notes"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_assert_cmpint (lectern_session_list_get_filters (list), ==,
                   LECTERN_FILTER_PAST | LECTERN_FILTER_WITHOUT_NOTES);
  ui_test_wait (lectern_session_list_get_n_shown (list) == 6);

  close_window (window);
}

static void
test_missing_file (void)
{
  static const char text[] =
    "{ \"lectern\": 1, \"sessions\": [ { \"id\": \"a\", \"date\": \"2022-12-07\", \"title\": \"One\",\n"
    "  \"resources\": [ { \"file\": \"there.pdf\" }, { \"file\": \"gone.pdf\" } ] } ] }\n";
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "one.lectern.json", NULL);
  g_autofree char *there = g_build_filename (folder, "there.pdf", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.pdf", NULL);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  LecternWindow *window;
  AdwStatusPage *page = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_set_contents (there, "%PDF-1.4\n", -1, NULL));
  window = open_window (path);
  activate (window, "show-warnings");
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_row (window, "missing-file"))), ==,
                   "“gone.pdf” is missing");

  /* It is looked for again when the schedule is looked through; nothing is
   * wrong then, and the page says so. */
  g_assert_true (g_file_set_contents (gone, "%PDF-1.4\n", -1, NULL));
  lectern_edit_set (lectern_document_get_history (lectern_window_get_document (window)),
                    find_session (window, "2022-12-07"), "title", "Two", NULL);
  ui_test_wait (count_rows (window) == 0);
  ui_test_collect (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, pages);
  for (guint i = 0; i < pages->len; i++)
    {
      if (gtk_widget_get_mapped (g_ptr_array_index (pages, i)))
        page = g_ptr_array_index (pages, i);
    }
  g_assert_nonnull (page);
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Nothing Needs Attention");
  activate (window, "close-attention");

  close_window (window);
  g_assert_cmpint (g_remove (path) + g_remove (there) + g_remove (gone), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
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

  g_test_add_func ("/attention/rows", test_rows);
  g_test_add_func ("/attention/select", test_select);
  g_test_add_func ("/attention/remedy", test_remedy);
  g_test_add_func ("/attention/dismiss", test_dismiss);
  g_test_add_func ("/attention/editor", test_editor);
  g_test_add_func ("/attention/without-notes", test_without_notes);
  g_test_add_func ("/attention/missing-file", test_missing_file);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
