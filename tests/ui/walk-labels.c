/* walk-labels.c: looks whether a text is cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "walk-labels.h"

#include "lectern-session-row.h"
#include "ui-test.h"

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
all_placed (GtkWindow *window)
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

/* What is wrong with a label, or %NULL. */
static char *
find_fault (GtkWidget *label,
            GtkWidget *window)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  int window_width = gtk_widget_get_width (window);
  graphene_rect_t bounds;
  int width, height;

  if (!gtk_widget_compute_bounds (label, window, &bounds))
    return NULL;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (label))
    return g_strdup_printf ("“%s” has an ellipsis and no tooltip", text);
  if (width > gtk_widget_get_width (label) || height > gtk_widget_get_height (label))
    return g_strdup_printf ("“%s” is clipped: %d × %d in %d × %d", text, width, height,
                            gtk_widget_get_width (label), gtk_widget_get_height (label));
  if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > window_width)
    return g_strdup_printf ("“%s” reaches out of the window: %g to %g of %d", text,
                            bounds.origin.x, bounds.origin.x + bounds.size.width, window_width);

  return NULL;
}

/* How many labels there are, and what is wrong with the first that is. */
static guint
look_at_labels (GtkWindow  *window,
                char      **fault)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (!gtk_widget_get_mapped (label) || *gtk_label_get_text (GTK_LABEL (label)) == '\0')
        continue;

      n++;
      if (*fault == NULL)
        *fault = find_fault (label, GTK_WIDGET (window));
    }

  return n;
}

guint
walk_labels (GtkWindow  *window,
             const char *what)
{
  g_autofree char *fault = NULL;
  guint n;

  ui_test_wait (gtk_widget_get_width (GTK_WIDGET (window)) > 0 && all_placed (window));
  n = look_at_labels (window, &fault);
  /* What has just got another text gets its place in the next frame. */
  for (guint i = 0; fault != NULL && i < 5; i++)
    {
      g_clear_pointer (&fault, g_free);
      ui_test_settle ();
      n = look_at_labels (window, &fault);
    }
  if (fault != NULL)
    g_error ("%s: %s", what, fault);

  return n;
}
