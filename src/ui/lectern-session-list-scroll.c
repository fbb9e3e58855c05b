/* lectern-session-list-scroll.c: brings a session of the list into sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include "lectern-compat.h"

/* How many rows stand above the one that the list opens with. */
#define ROWS_ABOVE 3

static gboolean
is_allocated (LecternSessionList *self)
{
  return gtk_widget_get_height (self->view) > 0;
}

/* Where the row begins that should be the first in sight, from the top of
 * what is in sight now.  Only a row that is allocated stands somewhere. */
static gboolean
find_top (LecternSessionList *self,
          guint               position,
          double             *top)
{
  for (guint above = MIN (position, ROWS_ABOVE) + 1; above-- > 0;)
    {
      g_autoptr (LecternSession) session = NULL;
      LecternSessionRow *row;
      graphene_rect_t bounds;

      session = g_list_model_get_item (G_LIST_MODEL (self->filtered), position - above);
      row = lectern_session_list_find_row (self, lectern_session_get_key (session));
      if (row == NULL || gtk_widget_get_height (GTK_WIDGET (row)) == 0
          || !gtk_widget_compute_bounds (GTK_WIDGET (row), self->view, &bounds))
        continue;

      *top = bounds.origin.y;
      return TRUE;
    }

  return FALSE;
}

/* Scrolls to the row that was asked for while the list had no size, as a
 * list view of GTK 4.8 that has none cannot.  Called after each layout: the
 * first may have to bring about the rows, whose places the next one then
 * knows; the frame is drawn when no more is asked for. */
void
lectern_session_list_scroll_pending (LecternSessionList *self)
{
  guint position;
  double top;

  if (self->pending_key == 0 || !is_allocated (self))
    return;

  position = lectern_session_list_find_position (self, self->pending_key);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      self->pending_key = 0;
      return;
    }

  if (find_top (self, position, &top))
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

      self->pending_key = 0;
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top);
    }
  else if (!self->pending_scrolled)
    {
      self->pending_scrolled = TRUE;
      lectern_compat_list_view_scroll_to (GTK_LIST_VIEW (self->view), position);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  self->pending_scrolled = FALSE;
}

static void
focus_row (LecternSessionList *self,
           guint64             key)
{
  LecternSessionRow *row = lectern_session_list_find_row (self, key);

  /* The row of the list view is what takes the focus. */
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/**
 * lectern_session_list_reveal:
 * @self: a list
 * @key: the key of a session
 * @focus: whether to give its row the focus
 *
 * Selects a session and scrolls to it.  If the filter hides it, the filter
 * is cleared.
 *
 * Returns: %TRUE if there is such a session
 */
gboolean
lectern_session_list_reveal (LecternSessionList *self,
                             guint64             key,
                             gboolean            focus)
{
  guint position;

  if (self->schedule == NULL
      || lectern_schedule_find_key (self->schedule, key, NULL) == NULL)
    return FALSE;

  position = lectern_session_list_find_position (self, key);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      lectern_session_list_clear_filters (self);
      position = lectern_session_list_find_position (self, key);
    }
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  lectern_session_list_update_page (self);
  gtk_single_selection_set_selected (self->selection, position);
  self->pending_key = 0;
  if (is_allocated (self))
    lectern_compat_list_view_scroll_to (GTK_LIST_VIEW (self->view), position);
  else
    self->pending_key = key;
  if (focus)
    focus_row (self, key);

  return TRUE;
}

/**
 * lectern_session_list_show_next:
 * @self: a list
 * @focus: whether to give its row the focus
 *
 * Selects the next session, or the last one if none is to come, and scrolls
 * so that a few stand above it.
 */
void
lectern_session_list_show_next (LecternSessionList *self,
                                gboolean            focus)
{
  guint n = lectern_session_list_get_n_shown (self);
  guint position;

  if (n == 0)
    return;

  position = lectern_session_list_find_position (self, self->context.next_key);
  if (position == GTK_INVALID_LIST_POSITION)
    position = n - 1;

  gtk_single_selection_set_selected (self->selection, position);
  self->pending_key = lectern_session_get_key (self->selected);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (focus)
    focus_row (self, lectern_session_get_key (self->selected));
}

/**
 * lectern_session_list_focus:
 * @self: a list
 *
 * Gives the focus to the selected row, or to the list.
 */
void
lectern_session_list_focus (LecternSessionList *self)
{
  if (self->selected != NULL
      && lectern_session_list_find_row (self, lectern_session_get_key (self->selected)) != NULL)
    focus_row (self, lectern_session_get_key (self->selected));
  else
    gtk_widget_grab_focus (self->view);
}
