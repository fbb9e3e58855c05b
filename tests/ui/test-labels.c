/* test-labels.c: no text of the window is cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lectern-date-row.h"
#include "lectern-edit.h"
#include "lectern-import-dialog.h"
#include "lectern-publish-dialog.h"
#include "lectern-session-list.h"
#include "lectern-session-row.h"
#include "lectern-warning-group.h"
#include "look-fixture.h"
#include "walk-labels.h"
#include "window-fixture.h"

/* A date is short; it must not be cut. */
static void
check_date (LecternWindow *window)
{
  GtkWidget *row = window_fixture_find (window, LECTERN_TYPE_DATE_ROW);
  GtkWidget *entry = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  g_assert_nonnull (strstr (text, "2023"));
  g_assert_cmpint (width, <=, gtk_widget_get_width (entry));
}

/* The sample's seventh session is on another day than the group meets. */
static void
show_warned (LecternWindow *window)
{
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));
  guint64 key = lectern_session_get_key (lectern_schedule_get_session (schedule, 6));
  GtkWidget *group = window_fixture_find (window, LECTERN_TYPE_WARNING_GROUP);

  g_assert_false (gtk_widget_get_mapped (group));
  g_assert_true (lectern_session_list_reveal (window_fixture_find (window, LECTERN_TYPE_SESSION_LIST),
                                              key, FALSE));
  ui_test_wait (gtk_widget_get_mapped (group));
  ui_test_settle ();
}

static void
test_labels (gconstpointer data)
{
  LecternWindow *window = look_fixture_open (data, g_getenv ("LECTERN_SAMPLE"));

  g_assert_cmpuint (walk_labels (GTK_WINDOW (window), "list"), >, 20);
  window_fixture_activate (window, "search");
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (GTK_WINDOW (window), "search"), >, 20);
  window_fixture_activate (window, "search");
  ui_test_wait (window_fixture_is_enabled (window, "show-warnings"));
  window_fixture_activate (window, "show-warnings");
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (GTK_WINDOW (window), "warnings"), >, 10);
  window_fixture_activate (window, "show-list");
  window_fixture_activate (window, "edit-session");
  ui_test_settle ();
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (GTK_WINDOW (window), "editor"), >, 10);
  check_date (window);
  show_warned (window);
  g_assert_cmpuint (walk_labels (GTK_WINDOW (window), "editor with a warning"), >, 10);
  window_fixture_activate (window, "remove-session");
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (GTK_WINDOW (window), "toast"), >, 10);

  look_fixture_close (window);
}

/* The window that lies over another. */
static GtkWindow *
find_dialog (LecternWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window)
          && gtk_widget_get_mapped (GTK_WIDGET (toplevel)))
        return toplevel;
    }

  return NULL;
}

static void
walk_dialog (LecternWindow *window,
             const char    *what,
             guint          fewest)
{
  GtkWindow *dialog;

  ui_test_wait (find_dialog (window) != NULL);
  dialog = find_dialog (window);
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (dialog, what), >=, fewest);
  gtk_window_close (dialog);
  ui_test_wait (find_dialog (window) == NULL);
}

static void
walk_plans (LecternWindow *window)
{
  static const char * const plans[] = { "postpone", "continue-session", "swap", "cancel-session",
                                       "plan-term", "show-presenters" };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      window_fixture_activate (window, plans[i]);
      walk_dialog (window, plans[i], 3);
    }
}

static guint
count_labels (GtkWindow *window)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  if (window == NULL)
    return 0;

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    n += gtk_widget_get_mapped (g_ptr_array_index (labels, i));

  return n;
}

/* What becomes of a page, and of the schedule on it; both are read before
 * they are shown. */
static void
walk_pages (LecternWindow *window,
            const char    *folder)
{
  g_autofree char *path = g_build_filename (folder, "page.md", NULL);
  g_autoptr (GFile) page = g_file_new_for_path (path);
  g_autofree char *bytes = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *other = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("LECTERN_PAGE"), &bytes, NULL, NULL));
  g_assert_true (g_file_set_contents (path, bytes, -1, NULL));

  gtk_window_present (GTK_WINDOW (lectern_import_dialog_new (GTK_WINDOW (window), page)));
  ui_test_wait (count_labels (find_dialog (window)) > 20);
  walk_dialog (window, "import", 20);

  /* With a title that the schedule does not have. */
  pieces = g_strsplit (bytes, "Git Re-Basin", 2);
  g_assert_cmpuint (g_strv_length (pieces), ==, 2);
  other = g_strjoinv ("Git Rebase", pieces);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  gtk_window_present (GTK_WINDOW (lectern_publish_dialog_new (GTK_WINDOW (window),
                                                              lectern_window_get_document (window), page)));
  ui_test_wait (count_labels (find_dialog (window)) > 10);
  walk_dialog (window, "publish", 10);
  window_fixture_activate (window, "announce");
  walk_dialog (window, "announce", 4);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static gboolean
has_label (LecternWindow *window,
           const char    *pattern)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_mapped (label)
          && g_pattern_match_simple (pattern, gtk_label_get_text (GTK_LABEL (label))))
        return TRUE;
    }

  return FALSE;
}

/* What both sides changed, in the banner and in the dialog. */
static void
walk_changed (LecternWindow *window,
              const char    *path)
{
  LecternDocument *document = lectern_window_get_document (window);
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  LecternHistory *history = lectern_document_get_history (document);
  /* As the window says it, in whatever language. */
  g_autofree char *changed = g_strdup_printf (_("“%s” was changed by another program, and here are changes "
                                                "that are not saved."), "one.lectern.json");
  g_autofree char *bytes = NULL;
  g_autoptr (GString) text = NULL;

  lectern_edit_set (history, lectern_schedule_get_session (schedule, 0), "papers[0].title",
                    "Something that is rather long as a title, as titles are", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  text = g_string_new (bytes);
  g_assert_cmpuint (g_string_replace (text, "\"Principles of Deep Learning Theory\"",
                                      "\"Incomprehensibilities of deep learning\"", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  ui_test_wait (has_label (window, changed));
  ui_test_settle ();
  walk_labels (GTK_WINDOW (window), "changed");
  window_fixture_activate (window, "merge");
  walk_dialog (window, "merge", 6);
  window_fixture_activate (window, "reload");
  walk_dialog (window, "reload", 4);
}

/* What stands in the editor's place when several are selected. */
static void
walk_several (LecternWindow *window)
{
  GtkWidget *view = window_fixture_find (window, GTK_TYPE_LIST_VIEW);
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));
  guint n = lectern_schedule_get_n_sessions (schedule);
  g_autofree char *title = g_strdup_printf (ngettext ("%u Session Selected", "%u Sessions Selected", n), n);

  g_assert_true (gtk_widget_activate_action (view, "list.select-all", NULL));
  window_fixture_activate (window, "edit-session");
  ui_test_wait (has_label (window, title));
  ui_test_settle ();
  walk_labels (GTK_WINDOW (window), "several");
  window_fixture_activate (window, "show-list");
  gtk_widget_activate_action (view, "list.select-item", "(ubb)", 0, FALSE, FALSE);
  ui_test_settle ();
}

static void
test_dialogs (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "one.lectern.json", NULL);
  g_autofree char *other = g_build_filename (folder, "two-with-a-name-that-is-rather-long.lectern.json", NULL);
  g_autofree char *deleted = g_strdup_printf (_("“%s” was deleted or moved by another program. What is shown "
                                                "here is kept; saving writes the file anew."),
                                              "one.lectern.json");
  g_autofree char *bytes = NULL;
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  LecternWindow *window;
  gsize length;

  g_assert_true (g_file_get_contents (g_getenv ("LECTERN_SAMPLE"), &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_assert_true (g_file_set_contents (other, bytes, length, NULL));
  window = look_fixture_open (data, path);

  walk_plans (window);
  walk_several (window);
  walk_pages (window, folder);
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application), "about", NULL);
  walk_dialog (window, "about", 3);
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application), "preferences", NULL);
  walk_dialog (window, "preferences", 8);
  lectern_window_open_folder (window, place);
  walk_dialog (window, "which schedule", 4);

  window_fixture_activate (window, "duplicate-session");
  gtk_window_close (GTK_WINDOW (window));
  walk_dialog (window, "save changes", 5);
  walk_changed (window, path);
  window_fixture_activate (window, "show-versions");
  walk_dialog (window, "earlier versions", 2);
  g_assert_cmpint (g_remove (path), ==, 0);
  window_fixture_activate (window, "save");
  walk_dialog (window, "not saved", 4);
  ui_test_wait (has_label (window, deleted));
  ui_test_settle ();
  walk_labels (GTK_WINDOW (window), "deleted");

  look_fixture_close (window);
  g_assert_cmpint (g_remove (other), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* In a window from right to left, the lines of a Latin title start where the
 * row does. */
static void
test_lines (gconstpointer data)
{
  LecternWindow *window = look_fixture_open (data, g_getenv ("LECTERN_SAMPLE"));
  const Look *look = data;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  ui_test_collect (window_fixture_find (window, LECTERN_TYPE_SESSION_LIST), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);
      PangoLayout *layout = gtk_label_get_layout (label);
      PangoRectangle whole, line;

      if (!gtk_widget_get_mapped (GTK_WIDGET (label)) || !gtk_label_get_wrap (label)
          || pango_layout_get_line_count (layout) < 2)
        continue;

      pango_layout_get_extents (layout, NULL, &whole);
      for (PangoLayoutIter *iter = pango_layout_get_iter (layout); iter != NULL;)
        {
          pango_layout_iter_get_line_extents (iter, NULL, &line);
          if (look->direction == GTK_TEXT_DIR_RTL)
            g_assert_cmpint (ABS (line.x + line.width - whole.x - whole.width), <, 8 * PANGO_SCALE);
          else
            g_assert_cmpint (ABS (line.x - whole.x), <, PANGO_SCALE);
          if (!pango_layout_iter_next_line (iter))
            g_clear_pointer (&iter, pango_layout_iter_free);
        }
      n++;
    }
  g_assert_cmpuint (n, >, 3);

  look_fixture_close (window);
}

/* What a pointer is to reach is 32 high and wide, or more. */
static void
check_targets (LecternWindow *window,
               const char    *what)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  guint n = 0;

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_BUTTON, buttons);
  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (button) || !gtk_widget_compute_bounds (button, button, &bounds))
        continue;
      if (bounds.size.width < 32 || bounds.size.height < 32)
        g_error ("%s: “%s” %s is %g × %g", what, G_OBJECT_TYPE_NAME (button),
                 gtk_widget_get_tooltip_text (button), bounds.size.width, bounds.size.height);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_targets (gconstpointer data)
{
  LecternWindow *window = look_fixture_open (data, g_getenv ("LECTERN_SAMPLE"));

  check_targets (window, "list");
  window_fixture_activate (window, "search");
  ui_test_settle ();
  check_targets (window, "search");
  window_fixture_activate (window, "search");
  window_fixture_activate (window, "show-warnings");
  ui_test_settle ();
  check_targets (window, "warnings");

  look_fixture_close (window);
}

/* The window speaks the language that was asked for, where there is one. */
static void
test_words (void)
{
  const char *language = g_getenv ("LANGUAGE");
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  g_autofree char *next = g_strdup_printf (ngettext ("Next, in %d day", "Next, in %d days", 2), 2);
  gboolean english = language == NULL || g_getenv ("LECTERN_LOCALEDIR") == NULL;

  g_assert_cmpint (g_str_equal (_("New Session"), "New Session"), ==, english);
  g_assert_true (has_label (window, next));

  window_fixture_close (window);
}

/* In high contrast nothing is dimmed: a past session is written as the others
 * are. */
static void
test_contrast (gconstpointer data)
{
  LecternWindow *window = look_fixture_open (data, g_getenv ("LECTERN_SAMPLE"));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gboolean high = g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL;
  guint n = 0;

  g_assert_cmpint (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()), ==, high);
  ui_test_collect (window_fixture_find (window, LECTERN_TYPE_SESSION_LIST), LECTERN_TYPE_SESSION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();
      GdkRGBA whole, color;

      if (!gtk_widget_has_css_class (row, "past") || !gtk_widget_get_mapped (row))
        continue;
      gtk_style_context_get_color (gtk_widget_get_style_context (row), &whole);
      ui_test_collect (row, GTK_TYPE_LABEL, labels);
      for (guint j = 0; j < labels->len; j++)
        {
          GtkWidget *label = g_ptr_array_index (labels, j);

          if (!gtk_widget_has_css_class (label, "session-title"))
            continue;
          gtk_style_context_get_color (gtk_widget_get_style_context (label), &color);
          g_assert_cmpint (gdk_rgba_equal (&whole, &color), ==, high);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 0);

  look_fixture_close (window);
}

static const Look wide = { 1000, 96, GTK_TEXT_DIR_LTR };
static const Look narrow = { 360, 96, GTK_TEXT_DIR_LTR };

static void
add_looks (void)
{
  static const Look large = { 360, 192, GTK_TEXT_DIR_LTR };
  static const Look large_wide = { 1000, 192, GTK_TEXT_DIR_LTR };
  static const Look mirrored = { 360, 96, GTK_TEXT_DIR_RTL };
  static const Look mirrored_wide = { 1000, 96, GTK_TEXT_DIR_RTL };
  static const Look mirrored_large = { 360, 192, GTK_TEXT_DIR_RTL };
  static const Look mirrored_large_wide = { 1000, 192, GTK_TEXT_DIR_RTL };

  g_test_add_data_func ("/labels/360-double", &large, test_labels);
  g_test_add_data_func ("/labels/1000-double", &large_wide, test_labels);
  g_test_add_data_func ("/labels/360-right-to-left", &mirrored, test_labels);
  g_test_add_data_func ("/labels/1000-right-to-left", &mirrored_wide, test_labels);
  g_test_add_data_func ("/labels/360-double-right-to-left", &mirrored_large, test_labels);
  g_test_add_data_func ("/labels/1000-double-right-to-left", &mirrored_large_wide, test_labels);
  g_test_add_data_func ("/labels/targets", &wide, test_targets);
  g_test_add_data_func ("/labels/dialogs-wide", &wide, test_dialogs);
  g_test_add_data_func ("/labels/dialogs-double", &large, test_dialogs);
  g_test_add_data_func ("/labels/dialogs-double-right-to-left", &mirrored_large, test_dialogs);
  g_test_add_data_func ("/labels/lines", &narrow, test_lines);
  g_test_add_data_func ("/labels/lines-right-to-left", &mirrored, test_lines);
}

int
main (int    argc,
      char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);
  look_fixture_init ();

  g_test_add_func ("/labels/words", test_words);
  g_test_add_data_func ("/labels/contrast", &wide, test_contrast);
  g_test_add_data_func ("/labels/wide", &wide, test_labels);
  g_test_add_data_func ("/labels/360", &narrow, test_labels);
  g_test_add_data_func ("/labels/dialogs", &narrow, test_dialogs);
  /* In another language, what is longest: it is not larger, nor mirrored otherwise. */
  if (g_getenv ("LECTERN_LOCALEDIR") == NULL)
    add_looks ();

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
