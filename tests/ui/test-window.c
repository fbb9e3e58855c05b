/* test-window.c: the window with the sample in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "lectern-application.h"
#include "lectern-edit.h"
#include "lectern-session-list.h"
#include "lectern-session-row.h"
#include "lectern-settings.h"
#include "lectern-window.h"
#include "ui-test.h"

static GtkApplication *application;

static LecternWindow *
open_window (const char *path,
             int         width,
             int         height)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LecternWindow *window = lectern_window_new_for_file (application, file);

  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window))
                && gtk_widget_get_height (GTK_WIDGET (window)) > 0);
  ui_test_settle ();

  return window;
}

static LecternWindow *
open_sample (int width,
             int height)
{
  return open_window (g_getenv ("LECTERN_SAMPLE"), width, height);
}

static void
close_window (LecternWindow *window)
{
  LecternWindow *held = g_object_ref (window);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_finalize_object (held);
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

static LecternHistory *
history_of (LecternWindow *window)
{
  return lectern_document_get_history (lectern_window_get_document (window));
}

static gboolean
is_enabled (LecternWindow *window,
            const char    *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static void
activate (LecternWindow *window,
          const char    *action)
{
  g_assert_true (is_enabled (window, action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
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
test_loads (void)
{
  LecternWindow *window = open_sample (1000, 700);
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  LecternSessionRow *row;
  graphene_rect_t bounds;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Deep Learning Theory Reading Group");
  g_assert_cmpstr (subtitle_of (window), ==, "deep-learning-theory.lectern.json");
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 36);

  /* It opens on the next session: selected, with the focus, in sight. */
  g_assert_cmpstr (lectern_session_get_date (lectern_session_list_get_selected (list)), ==,
                   "2023-01-04");
  g_assert_nonnull (focus);
  row = LECTERN_SESSION_ROW (gtk_widget_get_first_child (focus));
  g_assert_true (lectern_session_row_get_session (row) == lectern_session_list_get_selected (list));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, gtk_widget_get_height (GTK_WIDGET (list)));

  close_window (window);
}

static void
test_undo (void)
{
  LecternWindow *window = open_sample (1000, 700);
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);
  LecternSession *session = lectern_session_list_get_selected (list);
  g_autoptr (GError) error = NULL;

  g_assert_false (is_enabled (window, "undo"));
  g_assert_true (lectern_edit_set (history_of (window), session, "papers[0].title", "Else", &error));
  g_assert_no_error (error);
  g_assert_true (is_enabled (window, "undo"));
  g_assert_cmpstr (subtitle_of (window), ==, "deep-learning-theory.lectern.json · Edited");

  /* Undoing shows what it changes. */
  lectern_session_list_reveal (list, lectern_session_get_key (lectern_schedule_get_session (
    lectern_document_get_schedule (lectern_window_get_document (window)), 0)), FALSE);
  activate (window, "undo");
  g_assert_true (lectern_session_list_get_selected (list) == session);
  g_assert_false (is_enabled (window, "undo"));
  g_assert_true (is_enabled (window, "redo"));
  g_assert_cmpstr (subtitle_of (window), ==, "deep-learning-theory.lectern.json");

  close_window (window);
}

static void
test_add_and_remove (void)
{
  LecternWindow *window = open_sample (1000, 700);
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));

  activate (window, "new-session");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 37);
  activate (window, "remove-session");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 36);
  ui_test_settle ();
  g_assert_nonnull (lectern_session_list_get_selected (list));
  activate (window, "duplicate-session");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 37);
  activate (window, "undo");
  activate (window, "undo");
  activate (window, "undo");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 36);
  g_assert_false (lectern_document_get_edited (lectern_window_get_document (window)));

  close_window (window);
}

static void
test_search (void)
{
  LecternWindow *window = open_sample (1000, 700);
  LecternSessionList *list = find_one (window, LECTERN_TYPE_SESSION_LIST);

  activate (window, "search");
  g_assert_true (lectern_session_list_get_search_mode (list));
  lectern_session_list_set_text (list, "gradient");
  ui_test_wait (lectern_session_list_get_n_shown (list) == 6);
  activate (window, "search");
  g_assert_false (lectern_session_list_get_search_mode (list));
  ui_test_wait (lectern_session_list_get_n_shown (list) == 36);

  close_window (window);
}

static void
test_new_schedule (void)
{
  LecternWindow *window = lectern_window_new (application);
  LecternSessionList *list;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (is_enabled (window, "save"));
  activate (window, "new-schedule");
  ui_test_settle ();
  list = find_one (window, LECTERN_TYPE_SESSION_LIST);
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 0);
  activate (window, "new-session");
  ui_test_settle ();
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 1);
  g_assert_nonnull (lectern_session_list_get_selected (list));

  close_window (window);
}

static void
test_bad_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.lectern.json", NULL);
  LecternWindow *window;
  AdwStatusPage *page;

  g_assert_true (g_file_set_contents (path, "{ \"lectern\": 1,\n  oops", -1, NULL));
  window = open_window (path, 1000, 700);
  g_assert_null (lectern_window_get_document (window));
  page = find_one (window, ADW_TYPE_STATUS_PAGE);
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "ine 2"));
  g_assert_false (is_enabled (window, "save"));

  close_window (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A title that has an ellipsis must have a tooltip, its own or that of what
 * it is in. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *text = gtk_widget_get_tooltip_text (widget);

      /* A row makes its tooltip when it is asked for. */
      if ((text != NULL && *text != '\0')
          || (LECTERN_IS_SESSION_ROW (widget) && gtk_widget_get_has_tooltip (widget)))
        return TRUE;
    }

  return FALSE;
}

/* Whether every label has its place: one that appears gets it in the next
 * frame. */
static gboolean
all_placed (LecternWindow *window)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_mapped (label) && *gtk_label_get_text (GTK_LABEL (label)) != '\0'
          && gtk_widget_get_width (label) == 0)
        return FALSE;
    }

  return TRUE;
}

static guint
walk_labels (LecternWindow *window,
             const char    *what)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  int window_width = gtk_widget_get_width (GTK_WIDGET (window));
  guint n = 0;

  ui_test_wait (all_placed (window));
  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      const char *text = gtk_label_get_text (GTK_LABEL (label));
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
      graphene_rect_t bounds;
      int width, height;

      if (!gtk_widget_get_mapped (label) || *text == '\0'
          || !gtk_widget_compute_bounds (label, GTK_WIDGET (window), &bounds))
        continue;

      n++;
      pango_layout_get_pixel_size (layout, &width, &height);
      if (pango_layout_is_ellipsized (layout) && !has_tooltip (label))
        g_error ("%s: “%s” has an ellipsis and no tooltip", what, text);
      if (width > gtk_widget_get_width (label) || height > gtk_widget_get_height (label))
        g_error ("%s: “%s” is clipped: %d × %d in %d × %d", what, text, width, height,
                 gtk_widget_get_width (label), gtk_widget_get_height (label));
      if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > window_width)
        g_error ("%s: “%s” reaches out of the window: %g to %g of %d", what, text,
                 bounds.origin.x, bounds.origin.x + bounds.size.width, window_width);
    }

  return n;
}

typedef struct
{
  int              width;
  int              dpi;
  GtkTextDirection direction;
} Look;

/* What GTK draws around a window where there is no compositor. */
#define BORDER 5

static void
test_labels (gconstpointer data)
{
  const Look *look = data;
  GtkSettings *settings = gtk_settings_get_default ();
  GtkTextDirection direction = gtk_widget_get_default_direction ();
  LecternWindow *window;
  g_autoptr (GSettings) window_settings = lectern_settings_new ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", look->dpi * 1024, NULL);
  gtk_widget_set_default_direction (look->direction);

  /* As it is opened again at the size it had: it must not become wider.
   * Without a compositor a border is drawn inside. */
  g_settings_set_int (window_settings, "window-width", look->width + 2 * BORDER);
  window = open_sample (0, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, look->width);
  g_assert_cmpuint (walk_labels (window, "list"), >, 20);
  activate (window, "search");
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (window, "search"), >, 20);
  activate (window, "search");
  activate (window, "edit-session");
  ui_test_settle ();
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (window, "editor"), >, 10);

  close_window (window);
  gtk_widget_set_default_direction (direction);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const Look wide = { 1000, 96, GTK_TEXT_DIR_LTR };
  static const Look narrow = { 360, 96, GTK_TEXT_DIR_LTR };
  static const Look large = { 360, 192, GTK_TEXT_DIR_LTR };
  static const Look large_wide = { 1000, 192, GTK_TEXT_DIR_LTR };
  static const Look mirrored = { 360, 96, GTK_TEXT_DIR_RTL };
  static const Look mirrored_wide = { 1000, 96, GTK_TEXT_DIR_RTL };
  static const Look mirrored_large = { 360, 192, GTK_TEXT_DIR_RTL };
  static const Look mirrored_large_wide = { 1000, 192, GTK_TEXT_DIR_RTL };
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (lectern_application_new ());
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  /* As on GNOME: its font, and a window has a button to close it and no others. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close",
                "gtk-font-name", "Cantarell 11", NULL);

  g_test_add_func ("/window/loads", test_loads);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/add-and-remove", test_add_and_remove);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/new-schedule", test_new_schedule);
  g_test_add_func ("/window/bad-file", test_bad_file);
  g_test_add_data_func ("/window/labels/wide", &wide, test_labels);
  g_test_add_data_func ("/window/labels/360", &narrow, test_labels);
  g_test_add_data_func ("/window/labels/360-double", &large, test_labels);
  g_test_add_data_func ("/window/labels/1000-double", &large_wide, test_labels);
  g_test_add_data_func ("/window/labels/360-right-to-left", &mirrored, test_labels);
  g_test_add_data_func ("/window/labels/1000-right-to-left", &mirrored_wide, test_labels);
  g_test_add_data_func ("/window/labels/360-double-right-to-left", &mirrored_large, test_labels);
  g_test_add_data_func ("/window/labels/1000-double-right-to-left", &mirrored_large_wide, test_labels);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
