/* lectern-list-span.c: a part of a list, until the rest is wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-list-span.h"

/* A list view makes some two hundred rows, of which a window shows ten.  So
 * that the first frame need not wait for the others, they come to the list
 * after it: first those below, then those above, so that the rows that are
 * shown stay the same ones in the same place. */
struct _LecternListSpan
{
  GObject     parent_instance;

  GListModel *model;
  guint       start;
  guint       length;
  gboolean    whole;
};

static GType
lectern_list_span_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (LECTERN_LIST_SPAN (list)->model);
}

static guint
lectern_list_span_get_n_items (GListModel *list)
{
  LecternListSpan *self = LECTERN_LIST_SPAN (list);

  return self->whole ? g_list_model_get_n_items (self->model) : self->length;
}

static gpointer
lectern_list_span_get_item (GListModel *list,
                            guint       position)
{
  LecternListSpan *self = LECTERN_LIST_SPAN (list);

  if (self->whole)
    return g_list_model_get_item (self->model, position);

  return position < self->length ? g_list_model_get_item (self->model, self->start + position)
                                 : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lectern_list_span_get_item_type;
  iface->get_n_items = lectern_list_span_get_n_items;
  iface->get_item = lectern_list_span_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LecternListSpan, lectern_list_span, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
items_changed_cb (LecternListSpan *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  guint before = self->length;

  if (self->whole)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
      return;
    }

  /* What was shown may not be there any more. */
  self->whole = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, g_list_model_get_n_items (self->model));
}

static void
lectern_list_span_dispose (GObject *object)
{
  LecternListSpan *self = LECTERN_LIST_SPAN (object);

  /* Whoever still looks at it finds it empty. */
  self->length = 0;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  G_OBJECT_CLASS (lectern_list_span_parent_class)->dispose (object);
}

static void
lectern_list_span_finalize (GObject *object)
{
  g_clear_object (&LECTERN_LIST_SPAN (object)->model);

  G_OBJECT_CLASS (lectern_list_span_parent_class)->finalize (object);
}

static void
lectern_list_span_class_init (LecternListSpanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_list_span_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_list_span_finalize;
}

static void
lectern_list_span_init (LecternListSpan *self)
{
}

/**
 * lectern_list_span_new:
 * @model: a list
 * @start: the position of the first item
 * @length: how many items, of those that there are
 *
 * Makes a list of some items of @model.
 *
 * Returns: (transfer full): the list
 */
LecternListSpan *
lectern_list_span_new (GListModel *model,
                       guint       start,
                       guint       length)
{
  LecternListSpan *self = g_object_new (LECTERN_TYPE_LIST_SPAN, NULL);
  guint n = g_list_model_get_n_items (model);

  self->model = g_object_ref (model);
  self->start = MIN (start, n);
  self->length = MIN (length, n - self->start);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lectern_list_span_is_whole:
 * @self: a part of a list
 *
 * Tells whether it has all items.
 *
 * Returns: %TRUE if none is left out
 */
gboolean
lectern_list_span_is_whole (LecternListSpan *self)
{
  return self->whole || self->length == g_list_model_get_n_items (self->model);
}

/**
 * lectern_list_span_widen:
 * @self: a part of a list
 *
 * Adds the items that are left out, and is from now on the same as the list.
 */
void
lectern_list_span_widen (LecternListSpan *self)
{
  guint before = self->start, length = self->length;
  guint after = self->whole ? 0 : g_list_model_get_n_items (self->model) - before - length;

  if (self->whole)
    return;

  self->length += after;
  if (after > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), length, 0, after);
  self->whole = TRUE;
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, before);
}
