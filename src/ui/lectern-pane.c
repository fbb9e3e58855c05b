/* lectern-pane.c: a pane with a width of its own, whatever is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-pane.h"

#define MINIMUM_WIDTH 360
#define NATURAL_WIDTH 380

struct _LecternPane
{
  GtkWidget  parent_instance;

  GtkWidget *child;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void lectern_pane_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (LecternPane, lectern_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      lectern_pane_buildable_init))

static GtkSizeRequestMode
lectern_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_pane_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  LecternPane *self = LECTERN_PANE (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);

  /* A long text in the pane must not make it wider. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, MINIMUM_WIDTH);
      *natural = MAX (*minimum, NATURAL_WIDTH);
    }
}

static void
lectern_pane_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  LecternPane *self = LECTERN_PANE (widget);

  if (self->child != NULL)
    gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
lectern_pane_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, lectern_pane_get_child (LECTERN_PANE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_pane_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_CHILD:
      lectern_pane_set_child (LECTERN_PANE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_pane_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  if (GTK_IS_WIDGET (child))
    lectern_pane_set_child (LECTERN_PANE (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
lectern_pane_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = lectern_pane_add_child;
}

static void
lectern_pane_dispose (GObject *object)
{
  LecternPane *self = LECTERN_PANE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (lectern_pane_parent_class)->dispose (object);
}

static void
lectern_pane_class_init (LecternPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lectern_pane_get_property;
  object_class->set_property = lectern_pane_set_property;
  object_class->dispose = lectern_pane_dispose;
  widget_class->get_request_mode = lectern_pane_get_request_mode;
  widget_class->measure = lectern_pane_measure;
  widget_class->size_allocate = lectern_pane_size_allocate;

  /**
   * LecternPane:child:
   *
   * What is in the pane.
   */
  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_pane_init (LecternPane *self)
{
}

/**
 * lectern_pane_get_child:
 * @self: a pane
 *
 * What is in it.
 *
 * Returns: (transfer none) (nullable): the child
 */
GtkWidget *
lectern_pane_get_child (LecternPane *self)
{
  return self->child;
}

/**
 * lectern_pane_set_child:
 * @self: a pane
 * @child: (nullable): what to put into it
 *
 * Puts @child in place of what was there.
 */
void
lectern_pane_set_child (LecternPane *self,
                        GtkWidget   *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}
