/* lectern-session-list-drag.c: what is read is dragged to another meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-postpone.h"
#include "lectern-text.h"

/* So near to the end of the list it scrolls, by so much a frame at most. */
#define SCROLL_EDGE 48
#define SCROLL_STEP 16

/* ---- From where ---- */

static gboolean
can_move_any (LecternSessionList *self)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self);

  for (guint i = 0; i < sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (sessions, i);

      if (lectern_cadence_is_meeting (session, NULL) || lectern_postpone_is_waiting (session))
        return TRUE;
    }

  return FALSE;
}

static GdkContentProvider *
prepare_cb (LecternSessionList *self,
            double              x,
            double              y,
            GtkDragSource      *source)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (source));
  LecternSessionRow *row = lectern_session_list_row_at (self, x, y);

  /* A finger scrolls. */
  if (row == NULL || self->schedule == NULL
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    return NULL;

  if (!lectern_session_list_is_among_several (self, row))
    lectern_session_list_select_position (self, lectern_session_row_get_position (row));
  if (!can_move_any (self))
    return NULL;

  return gdk_content_provider_new_typed (LECTERN_TYPE_SESSION, lectern_session_row_get_session (row));
}

static char *
describe (LecternSessionList *self)
{
  guint n = lectern_session_list_get_n_selected (self);
  g_auto (GStrv) titles = NULL;

  if (n > 1)
    return g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);

  titles = lectern_text_titles (self->selected, NULL);

  return g_strdup (titles[0]);
}

static void
drag_begin_cb (LecternSessionList *self,
               GdkDrag            *drag)
{
  g_autofree char *text = describe (self);
  GtkWidget *label = gtk_label_new (text);

  self->dragging = TRUE;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
stop (LecternSessionList *self)
{
  lectern_session_list_set_drop_row (self, NULL, NULL);
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
}

static void
drag_end_cb (LecternSessionList *self)
{
  self->dragging = FALSE;
  stop (self);
}

/* ---- To where ---- */

/* The next meeting from a place in the list on, in a direction. */
static LecternSession *
find_meeting (LecternSessionList *self,
              guint               position,
              int                 step)
{
  GListModel *model = G_LIST_MODEL (self->filtered);

  for (; position < g_list_model_get_n_items (model); position += step)
    {
      g_autoptr (LecternSession) session = g_list_model_get_item (model, position);

      if (lectern_cadence_is_meeting (session, NULL))
        return session;
    }

  return NULL;
}

static gboolean
is_selected (LecternSessionList *self,
             LecternSession     *session)
{
  guint position = lectern_session_list_find_position (self, lectern_session_get_key (session));

  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
}

/* The meeting that is meant: that of the row, or between two rows the one
 * whose day what is dragged then has.  A break takes nothing. */
static LecternSession *
find_target (LecternSessionList *self,
             LecternSessionRow  *row,
             LecternDropEdge     edge)
{
  guint position = lectern_session_row_get_position (row);
  LecternSession *target;

  if (edge == LECTERN_DROP_BELOW)
    position++;
  if (edge == LECTERN_DROP_ONTO)
    target = lectern_cadence_is_meeting (lectern_session_row_get_session (row), NULL)
               ? lectern_session_row_get_session (row) : NULL;
  else if (self->selected_position < position)
    target = find_meeting (self, position - 1, -1);
  else
    target = find_meeting (self, position, 1);

  return target != NULL && !is_selected (self, target) ? target : NULL;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  LecternSessionList *self = LECTERN_SESSION_LIST (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->scroll_step);

  return G_SOURCE_CONTINUE;
}

/* Near its ends the list scrolls, the nearer the faster. */
static void
update_scroll (LecternSessionList *self,
               double              y)
{
  graphene_point_t point;
  double below;

  self->scroll_step = 0;
  if (gtk_widget_compute_point (GTK_WIDGET (self), self->scroller, &GRAPHENE_POINT_INIT (0, y), &point))
    {
      below = gtk_widget_get_height (self->scroller) - point.y;
      if (point.y < SCROLL_EDGE)
        self->scroll_step = -SCROLL_STEP * (SCROLL_EDGE - MAX (point.y, 0)) / SCROLL_EDGE;
      else if (below < SCROLL_EDGE)
        self->scroll_step = SCROLL_STEP * (SCROLL_EDGE - MAX (below, 0)) / SCROLL_EDGE;
    }

  if (self->scroll_step != 0 && self->scroll_id == 0)
    {
      self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
    }
  else if (self->scroll_step == 0 && self->scroll_id != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
      self->scroll_id = 0;
    }
}

static GdkDragAction
motion_cb (LecternSessionList *self,
           double              x,
           double              y)
{
  LecternDropEdge edge;
  LecternSessionRow *row;

  /* Sessions of another schedule are not taken. */
  if (!self->dragging)
    return 0;

  update_scroll (self, y);
  row = lectern_session_list_find_drop_row (self, x, y, &edge);
  if (row == NULL || find_target (self, row, edge) == NULL)
    {
      lectern_session_list_set_drop_row (self, NULL, NULL);
      return 0;
    }

  lectern_session_list_set_drop_row (self, row, edge == LECTERN_DROP_ONTO ? "drop-here"
                                                : edge == LECTERN_DROP_ABOVE ? "drop-above"
                                                                             : "drop-below");

  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (LecternSessionList *self,
         const GValue       *value,
         double              x,
         double              y)
{
  LecternDropEdge edge;
  LecternSessionRow *row = lectern_session_list_find_drop_row (self, x, y, &edge);
  LecternSession *target = row != NULL && self->dragging ? find_target (self, row, edge) : NULL;

  stop (self);
  if (target == NULL)
    return FALSE;

  g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_MOVE_TO], 0, target);

  return TRUE;
}

/* One source and one target for the list, not one for each row. */
void
lectern_session_list_add_drag (LecternSessionList *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (LECTERN_TYPE_SESSION, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (drop, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "leave", G_CALLBACK (stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
