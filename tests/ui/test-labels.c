/* test-labels.c: no text of the window is cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-row.h"
#include "lectern-settings.h"
#include "window-fixture.h"

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
  window = window_fixture_open_sample (0, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, look->width);
  g_assert_cmpuint (walk_labels (window, "list"), >, 20);
  window_fixture_activate (window, "search");
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (window, "search"), >, 20);
  window_fixture_activate (window, "search");
  window_fixture_activate (window, "edit-session");
  ui_test_settle ();
  ui_test_settle ();
  g_assert_cmpuint (walk_labels (window, "editor"), >, 10);

  window_fixture_close (window);
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
  int status;

  window_fixture_init (&argc, &argv);

  g_test_add_data_func ("/labels/wide", &wide, test_labels);
  g_test_add_data_func ("/labels/360", &narrow, test_labels);
  g_test_add_data_func ("/labels/360-double", &large, test_labels);
  g_test_add_data_func ("/labels/1000-double", &large_wide, test_labels);
  g_test_add_data_func ("/labels/360-right-to-left", &mirrored, test_labels);
  g_test_add_data_func ("/labels/1000-right-to-left", &mirrored_wide, test_labels);
  g_test_add_data_func ("/labels/360-double-right-to-left", &mirrored_large, test_labels);
  g_test_add_data_func ("/labels/1000-double-right-to-left", &mirrored_large_wide, test_labels);

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
