/* test-window.c: the window with the sample in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "lectern-compat.h"
#include "lectern-edit.h"
#include "lectern-session-list.h"
#include "lectern-session-row.h"
#include "lectern-window-private.h"
#include "window-fixture.h"

static LecternHistory *
history_of (LecternWindow *window)
{
  return lectern_document_get_history (lectern_window_get_document (window));
}

static const char *
subtitle_of (LecternWindow *window)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  /* The one over the list; the editor has one of its own. */
  ui_test_collect (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, found);
  for (guint i = 0; i < found->len; i++)
    {
      AdwWindowTitle *title = g_ptr_array_index (found, i);

      if (g_strcmp0 (adw_window_title_get_title (title),
                     gtk_window_get_title (GTK_WINDOW (window))) == 0)
        return adw_window_title_get_subtitle (title);
    }

  return NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static LecternSessionRow *
focused_row (LecternWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);

  return LECTERN_SESSION_ROW (gtk_widget_get_first_child (focus));
}

static void
test_loads (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  LecternSessionList *list = window_fixture_find (window, LECTERN_TYPE_SESSION_LIST);
  LecternSessionRow *row;
  graphene_rect_t bounds;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Deep Learning Theory Reading Group");
  g_assert_cmpstr (subtitle_of (window), ==, "deep-learning-theory.lectern.json");
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 36);

  /* It opens on the next session: selected, with the focus, in sight. */
  g_assert_cmpstr (lectern_session_get_date (lectern_session_list_get_selected (list)), ==,
                   "2023-01-04");
  row = focused_row (window);
  g_assert_true (lectern_session_row_get_session (row) == lectern_session_list_get_selected (list));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, gtk_widget_get_height (GTK_WIDGET (list)));

  window_fixture_close (window);
}

static void
test_undo (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  LecternSessionList *list = window_fixture_find (window, LECTERN_TYPE_SESSION_LIST);
  LecternSession *session = lectern_session_list_get_selected (list);
  g_autoptr (GError) error = NULL;

  g_assert_false (window_fixture_is_enabled (window, "undo"));
  g_assert_true (lectern_edit_set (history_of (window), session, "papers[0].title", "Else", &error));
  g_assert_no_error (error);
  g_assert_true (window_fixture_is_enabled (window, "undo"));
  g_assert_cmpstr (subtitle_of (window), ==, "deep-learning-theory.lectern.json · Edited");

  /* Undoing shows what it changes, and keys go on from there. */
  lectern_session_list_reveal (list, lectern_session_get_key (lectern_schedule_get_session (
    lectern_document_get_schedule (lectern_window_get_document (window)), 0)), TRUE);
  window_fixture_activate (window, "undo");
  g_assert_true (lectern_session_list_get_selected (list) == session);
  g_assert_true (lectern_session_row_get_session (focused_row (window)) == session);
  g_assert_false (window_fixture_is_enabled (window, "undo"));
  g_assert_true (window_fixture_is_enabled (window, "redo"));
  g_assert_cmpstr (subtitle_of (window), ==, "deep-learning-theory.lectern.json");

  window_fixture_close (window);
}

/* Whatever is cut off of a toast, what was done is to be read. */
static void
assert_end_is_shown (LecternWindow *window,
                     const char    *end)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);

      /* Not the tooltip that GTK keeps at hand for what is cut. */
      if (!gtk_widget_get_mapped (GTK_WIDGET (label)) || !g_str_has_suffix (gtk_label_get_text (label), end))
        continue;
      g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_MIDDLE);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Toasts wait for each other, and must not tell then what is known, or was. */
static void
test_toasts (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  LecternDocument *document = lectern_window_get_document (window);

  for (guint i = 0; i < 3; i++)
    lectern_window_toast (window, "The same");
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "The same"));
  lectern_compat_toast_dismiss (lectern_window_toast_with (window, "The same", NULL, NULL));
  ui_test_wait (!ui_test_says (GTK_WIDGET (window), "The same"));

  lectern_window_toast_step (window, "Of one step", NULL, NULL);
  lectern_window_toast (window, "Of none");
  lectern_history_seal (lectern_document_get_history (document));
  g_signal_emit_by_name (lectern_document_get_history (document), "changed");
  ui_test_settle ();
  g_assert_true (ui_test_says (GTK_WIDGET (window), "Of one step"));
  window_fixture_activate (window, "new-session");
  ui_test_wait (!ui_test_says (GTK_WIDGET (window), "Of one step"));
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "Of none"));

  window_fixture_close (window);
}

/* libadwaita 1.2 uses freed memory if a toast goes while it comes in the place of
 * another. */
static void
test_toast_in_passing (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  AdwToast *before;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  before = lectern_window_toast_with (window, "Before it", NULL, NULL);
  lectern_window_toast_step (window, "Of one step", NULL, NULL);
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "Before it"));
  lectern_compat_toast_dismiss (before);
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "Of one step"));

  /* The next step. */
  window_fixture_activate (window, "new-session");
  ui_test_wait (!ui_test_says (GTK_WIDGET (window), "Of one step"));
  for (guint i = 0; i < 3; i++)
    ui_test_settle ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  window_fixture_close (window);
}

static void
test_add_and_remove (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  LecternSessionList *list = window_fixture_find (window, LECTERN_TYPE_SESSION_LIST);
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));

  /* The keys stay in the list. */
  window_fixture_activate (window, "remove-session");
  ui_test_settle ();
  g_assert_true (lectern_session_row_get_session (focused_row (window))
                 == lectern_session_list_get_selected (list));
  window_fixture_activate (window, "undo");

  window_fixture_activate (window, "new-session");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 37);
  window_fixture_activate (window, "remove-session");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 36);
  ui_test_settle ();
  g_assert_nonnull (lectern_session_list_get_selected (list));
  assert_end_is_shown (window, " was removed");
  window_fixture_activate (window, "duplicate-session");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 37);
  window_fixture_activate (window, "undo");
  window_fixture_activate (window, "undo");
  window_fixture_activate (window, "undo");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 36);
  g_assert_false (lectern_document_get_edited (lectern_window_get_document (window)));

  window_fixture_close (window);
}

static void
test_search (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  LecternSessionList *list = window_fixture_find (window, LECTERN_TYPE_SESSION_LIST);

  window_fixture_activate (window, "search");
  g_assert_true (lectern_session_list_get_search_mode (list));
  lectern_session_list_set_text (list, "gradient");
  ui_test_wait (lectern_session_list_get_n_shown (list) == 6);
  window_fixture_activate (window, "search");
  g_assert_false (lectern_session_list_get_search_mode (list));
  ui_test_wait (lectern_session_list_get_n_shown (list) == 36);

  window_fixture_close (window);
}

/* What the button that has the focus does. */
static const char *
focused_action (LecternWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return GTK_IS_ACTIONABLE (focus) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)) : NULL;
}

static gboolean
shows_page (LecternWindow *window,
            const char    *title)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, pages);
  for (guint i = 0; i < pages->len; i++)
    {
      AdwStatusPage *page = g_ptr_array_index (pages, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (page))
          && g_str_equal (adw_status_page_get_title (page), title))
        return TRUE;
    }

  return FALSE;
}

static void
test_new_schedule (void)
{
  LecternWindow *window = lectern_window_new (window_fixture_application);
  LecternSessionList *list;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (window_fixture_is_enabled (window, "save"));
  g_assert_cmpstr (focused_action (window), ==, "win.open-folder");
  window_fixture_activate (window, "new-schedule");
  ui_test_settle ();
  list = window_fixture_find (window, LECTERN_TYPE_SESSION_LIST);
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 0);
  ui_test_wait (shows_page (window, "No Session Selected"));
  window_fixture_activate (window, "new-session");
  ui_test_settle ();
  g_assert_false (shows_page (window, "No Session Selected"));
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 1);
  g_assert_nonnull (lectern_session_list_get_selected (list));

  window_fixture_close (window);
}

/* A check that ends after its document has gone is about nothing any more. */
static void
test_check_under_way (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  g_autoptr (LecternDocument) other = lectern_document_new ();
  /* As its thread keeps them. */
  g_autoptr (LecternWarnings) warnings = g_object_ref (window->warnings);
  guint n_changes = 0;

  g_signal_connect_swapped (warnings, "changed", G_CALLBACK (count_cb), &n_changes);
  lectern_warnings_check (warnings);
  ui_test_wait (n_changes == 1);
  lectern_warnings_check (warnings);
  lectern_window_set_document (window, other);
  ui_test_wait (window->warnings != NULL && window->warnings != warnings);
  ui_test_settle ();
  g_assert_cmpuint (n_changes, ==, 1);

  lectern_warnings_check (window->warnings);
  g_set_object (&warnings, window->warnings);
  window_fixture_close (window);
  ui_test_settle ();
}

static void
test_bad_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.lectern.json", NULL);
  LecternWindow *window;
  AdwStatusPage *page;

  g_assert_true (g_file_set_contents (path, "{ \"lectern\": 1,\n  oops", -1, NULL));
  window = window_fixture_open (path, 1000, 700);
  g_assert_null (lectern_window_get_document (window));
  page = window_fixture_find (window, ADW_TYPE_STATUS_PAGE);
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "ine 2"));
  g_assert_false (window_fixture_is_enabled (window, "save"));
  g_assert_cmpstr (focused_action (window), ==, "win.open");

  window_fixture_close (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);

  g_test_add_func ("/window/loads", test_loads);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/toasts", test_toasts);
  g_test_add_func ("/window/toast-in-passing", test_toast_in_passing);
  g_test_add_func ("/window/add-and-remove", test_add_and_remove);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/new-schedule", test_new_schedule);
  g_test_add_func ("/window/check-under-way", test_check_under_way);
  g_test_add_func ("/window/bad-file", test_bad_file);

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
