/* lectern-session-list-first.c: the rows that the first frame shows, and the
 * others after it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-list-private.h"

/* The least that a row takes in the usual font.  Where more fit, the rest
 * comes in the same frame, see below. */
#define ROW_HEIGHT 60

/* The model of the list: the schedule, or before anything is drawn, the part
 * of it that will be in sight. */
GListModel *
lectern_session_list_make_model (LecternSessionList *self)
{
  guint n_rows = self->first_height / ROW_HEIGHT + 2;
  guint n, position, start;

  lectern_session_list_forget_first_rows (self);
  if (self->schedule == NULL)
    return NULL;

  n = lectern_schedule_get_n_sessions (self->schedule);
  if (self->drawn || self->first_height == 0 || n <= n_rows)
    return g_object_ref (G_LIST_MODEL (self->schedule));

  if (lectern_schedule_find_next (self->schedule, &self->context.today, &position) == NULL)
    position = n - 1;
  /* One more above, so that the view can be scrolled up from the start, as it
   * can be later; and as many as fill it at the end. */
  start = position > LECTERN_LIST_ROWS_ABOVE ? position - LECTERN_LIST_ROWS_ABOVE - 1 : 0;
  start = MIN (start, n - n_rows);
  self->first_rows = lectern_list_span_new (G_LIST_MODEL (self->schedule), start, n_rows);

  return g_object_ref (G_LIST_MODEL (self->first_rows));
}

void
lectern_session_list_forget_first_rows (LecternSessionList *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
  g_clear_object (&self->first_rows);
}

/* The rows that are in sight stay where they are. */
void
lectern_session_list_need_all_rows (LecternSessionList *self)
{
  g_autoptr (LecternListSpan) rows = g_steal_pointer (&self->first_rows);

  lectern_session_list_forget_first_rows (self);
  if (rows != NULL)
    lectern_list_span_widen (rows);
}

/* The window may be higher than it was meant to be, or the font smaller. */
static void
layout_cb (LecternSessionList *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < 1)
    lectern_session_list_need_all_rows (self);
}

/* After each layout before the first frame: what is queued then is laid out
 * before it is drawn. */
void
lectern_session_list_follow_layout (LecternSessionList *self)
{
  if (self->first_rows == NULL || self->clock != NULL)
    return;

  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (layout_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

/**
 * lectern_session_list_set_first_height:
 * @self: a list
 * @height: how high it is likely to be, or 0
 *
 * Lets the list begin with the rows that are in sight, and take the others
 * when it is told that its first frame is drawn.
 */
void
lectern_session_list_set_first_height (LecternSessionList *self,
                                       int                 height)
{
  self->first_height = height;
}
