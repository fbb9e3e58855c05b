/* lectern-session-row.c: one session in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-row-private.h"

guint lectern_session_row_signals[LECTERN_ROW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSessionRow, lectern_session_row, GTK_TYPE_WIDGET)

static void
session_changed_cb (LecternSessionRow *self)
{
  lectern_session_row_update (self);
  g_signal_emit (self, lectern_session_row_signals[LECTERN_ROW_SIGNAL_CHANGED], 0);
}

/**
 * lectern_session_row_bind:
 * @self: a row
 * @item: the list item whose child it is
 * @context: what it needs to know beside its session; must live until it is
 *   unbound
 *
 * Shows the session of @item, and follows its changes.
 */
void
lectern_session_row_bind (LecternSessionRow       *self,
                          GtkListItem             *item,
                          const LecternRowContext *context)
{
  lectern_session_row_unbind (self);

  self->item = item;
  self->context = context;
  self->session = g_object_ref (gtk_list_item_get_item (item));
  self->changed_id = g_signal_connect_object (self->session, "changed",
                                              G_CALLBACK (session_changed_cb),
                                              self, G_CONNECT_SWAPPED);
  lectern_session_row_update (self);
}

/**
 * lectern_session_row_unbind:
 * @self: a row
 *
 * Forgets the session.
 */
void
lectern_session_row_unbind (LecternSessionRow *self)
{
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed_id, self->session);
  g_ptr_array_set_size (self->pills, 0);
  g_clear_object (&self->session);
  self->item = NULL;
  self->context = NULL;
}

/**
 * lectern_session_row_get_session:
 * @self: a row
 *
 * The session that it shows.
 *
 * Returns: (transfer none) (nullable): the session, %NULL if it is not bound
 */
LecternSession *
lectern_session_row_get_session (LecternSessionRow *self)
{
  return self->session;
}

/**
 * lectern_session_row_get_position:
 * @self: a row
 *
 * Where in the list it stands.
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint
lectern_session_row_get_position (LecternSessionRow *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item)
                            : GTK_INVALID_LIST_POSITION;
}

/* The tooltip of a label has what its ellipsis took away. */
static gboolean
lectern_session_row_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  if (!GTK_IS_LABEL (picked)
      || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (picked))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (picked)));
  return TRUE;
}

static void
lectern_session_row_dispose (GObject *object)
{
  LecternSessionRow *self = LECTERN_SESSION_ROW (object);
  GtkWidget *child;

  if (self->pills != NULL)
    lectern_session_row_unbind (self);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->pills, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lectern_session_row_parent_class)->dispose (object);
}

static void
lectern_session_row_class_init (LecternSessionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lectern_session_row_dispose;
  widget_class->get_request_mode = lectern_session_row_get_request_mode;
  widget_class->measure = lectern_session_row_measure;
  widget_class->size_allocate = lectern_session_row_size_allocate;
  widget_class->query_tooltip = lectern_session_row_query_tooltip;

  /**
   * LecternSessionRow::open-target:
   * @self: the row
   * @target: a resource
   *
   * The button of @target was clicked.
   */
  lectern_session_row_signals[LECTERN_ROW_SIGNAL_OPEN_TARGET] =
    g_signal_new ("open-target", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_RECORD);

  /**
   * LecternSessionRow::show-menu:
   * @self: the row
   * @button: the button that asks for it
   *
   * The rest of the resources is wanted.
   */
  lectern_session_row_signals[LECTERN_ROW_SIGNAL_SHOW_MENU] =
    g_signal_new ("show-menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  /**
   * LecternSessionRow::add-notes:
   * @self: the row
   *
   * Notes are to be added to a past session that has none.
   */
  lectern_session_row_signals[LECTERN_ROW_SIGNAL_ADD_NOTES] =
    g_signal_new ("add-notes", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternSessionRow::changed:
   * @self: the row
   *
   * The session of the row has changed.
   */
  lectern_session_row_signals[LECTERN_ROW_SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "session");
}

static void
lectern_session_row_init (LecternSessionRow *self)
{
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->pills = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  self->body = g_object_new (GTK_TYPE_BOX, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->body, "body");
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  self->date = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->date), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap_mode (GTK_LABEL (self->date), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->date, "date");
  gtk_label_set_yalign (GTK_LABEL (self->date), 0);
  gtk_widget_set_parent (self->date, GTK_WIDGET (self));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * lectern_session_row_new:
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_session_row_new (void)
{
  return g_object_new (LECTERN_TYPE_SESSION_ROW, NULL);
}
