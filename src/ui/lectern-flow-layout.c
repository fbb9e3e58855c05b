/* lectern-flow-layout.c: as many lines of widgets as it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-flow-layout.h"

#define SPACING 6

/* Each child has its natural width, each line is centred.  A GtkFlowBox would
 * make columns of equal width, and take the focus. */
struct _LecternFlowLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LecternFlowLayout, lectern_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
child_size (GtkWidget      *child,
            GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Finds the end of the line that begins with @first.  Returns the child
 * after it. */
static GtkWidget *
find_line (GtkWidget *first,
           int        available,
           int       *width,
           int       *height)
{
  GtkWidget *child;

  *width = *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = MIN (child_size (child, GTK_ORIENTATION_HORIZONTAL), available);
      if (*width > 0 && *width + SPACING + child_width > available)
        break;
      *width += child_width + (*width > 0 ? SPACING : 0);
      *height = MAX (*height, child_size (child, GTK_ORIENTATION_VERTICAL));
    }

  return child;
}

static void
lectern_flow_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int total = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int widest = 0, height;

      find_line (next, G_MAXINT, &total, &height);
      for (; next != NULL; next = gtk_widget_get_next_sibling (next))
        {
          int child_minimum;

          gtk_widget_measure (next, orientation, -1, &child_minimum, NULL, NULL, NULL);
          widest = MAX (widest, child_minimum);
        }
      *minimum = widest;
      *natural = MAX (widest, total);
      return;
    }

  while (next != NULL)
    {
      int width, height;

      next = find_line (next, for_size >= 0 ? for_size : G_MAXINT, &width, &height);
      total += height + (total > 0 ? SPACING : 0);
    }
  *minimum = *natural = total;
}

static void
lectern_flow_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int y = 0;

  while (next != NULL)
    {
      GtkWidget *child = next;
      int line_width, line_height, x;

      next = find_line (child, width, &line_width, &line_height);
      x = (width - line_width) / 2;
      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int child_width;

          if (!gtk_widget_should_layout (child))
            continue;
          child_width = MIN (child_size (child, GTK_ORIENTATION_HORIZONTAL), width);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation) {
                                      rtl ? width - x - child_width : x, y,
                                      child_width, line_height,
                                    }, -1);
          x += child_width + SPACING;
        }
      y += line_height + SPACING;
    }
}

static GtkSizeRequestMode
lectern_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_flow_layout_class_init (LecternFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = lectern_flow_layout_get_request_mode;
  manager_class->measure = lectern_flow_layout_measure;
  manager_class->allocate = lectern_flow_layout_allocate;
}

static void
lectern_flow_layout_init (LecternFlowLayout *self)
{
}
