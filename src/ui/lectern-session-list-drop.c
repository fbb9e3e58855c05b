/* lectern-session-list-drop.c: PDFs and links are dropped on the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-list-private.h"

/* As near to the edge of a row as this is between two rows. */
#define BETWEEN 6

/* Marks a row; none with %NULL. */
void
lectern_session_list_set_drop_row (LecternSessionList *self,
                                   LecternSessionRow  *row,
                                   const char         *css_class)
{
  if (self->drop_row == GTK_WIDGET (row) && g_strcmp0 (self->drop_class, css_class) == 0)
    return;

  if (self->drop_row != NULL)
    gtk_widget_remove_css_class (self->drop_row, self->drop_class);
  g_set_weak_pointer (&self->drop_row, GTK_WIDGET (row));
  self->drop_class = css_class;
  if (row != NULL)
    gtk_widget_add_css_class (self->drop_row, css_class);
}

/* The row under the pointer, and whether that is in it or at its edge. */
LecternSessionRow *
lectern_session_list_find_drop_row (LecternSessionList *self,
                                    double              x,
                                    double              y,
                                    LecternDropEdge    *edge)
{
  graphene_point_t point, inner;
  LecternSessionRow *row;

  if (!gtk_widget_get_mapped (self->view)
      || !gtk_widget_compute_point (GTK_WIDGET (self), self->view, &GRAPHENE_POINT_INIT (x, y), &point))
    return NULL;
  row = lectern_session_list_row_at (self, point.x, point.y);
  if (row == NULL
      || !gtk_widget_compute_point (self->view, GTK_WIDGET (row), &point, &inner))
    return NULL;

  if (inner.y < BETWEEN)
    *edge = LECTERN_DROP_ABOVE;
  else if (inner.y > gtk_widget_get_height (GTK_WIDGET (row)) - BETWEEN)
    *edge = LECTERN_DROP_BELOW;
  else
    *edge = LECTERN_DROP_ONTO;

  return row;
}

/* The row that is meant; none between two rows, and where there are none. */
static LecternSessionRow *
find_row (LecternSessionList *self,
          double              x,
          double              y)
{
  LecternDropEdge edge;
  LecternSessionRow *row = lectern_session_list_find_drop_row (self, x, y, &edge);

  return row != NULL && edge == LECTERN_DROP_ONTO ? row : NULL;
}

static GdkDragAction
motion_cb (LecternSessionList *self,
           double              x,
           double              y)
{
  lectern_session_list_set_drop_row (self, find_row (self, x, y), "drop-here");

  return GDK_ACTION_COPY;
}

static void
leave_cb (LecternSessionList *self)
{
  lectern_session_list_set_drop_row (self, NULL, NULL);
}

static gboolean
drop_cb (LecternSessionList *self,
         const GValue       *value,
         double              x,
         double              y)
{
  LecternSessionRow *row = find_row (self, x, y);
  guint64 key = row != NULL ? lectern_session_get_key (lectern_session_row_get_session (row)) : 0;

  lectern_session_list_set_drop_row (self, NULL, NULL);
  if (self->schedule == NULL)
    return FALSE;

  g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_TAKE], 0, key, value);

  return TRUE;
}

/* One for the list, not one for each row. */
void
lectern_session_list_add_drop_target (LecternSessionList *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_LINK);

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_object (drop, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

void
lectern_session_list_add_drop_signal (void)
{
  /**
   * LecternSessionList::take:
   * @self: the list
   * @key: the key of a session, or 0 for a new one
   * @value: files, or a text
   *
   * Something was dropped.
   */
  lectern_session_list_signals[LECTERN_LIST_SIGNAL_TAKE] =
    g_signal_new ("take", LECTERN_TYPE_SESSION_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64,
                  G_TYPE_VALUE | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * LecternSessionList::move-to:
   * @self: the list
   * @target: a session
   *
   * The selected sessions were dragged to the day of another one.
   */
  lectern_session_list_signals[LECTERN_LIST_SIGNAL_MOVE_TO] =
    g_signal_new ("move-to", LECTERN_TYPE_SESSION_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_SESSION);
}
