/* lectern-session-list-scroll.c: brings a session of the list into sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include "lectern-compat.h"

static void
scroll_to (LecternSessionList *self,
           guint               position)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  /* GTK 4.8 reckons with the height of what is in sight, and before there is
   * one, divides by it.  With any it puts the row at the top, and makes the
   * rows around it and no others, which is what the first frame needs. */
  if (gtk_adjustment_get_page_size (adjustment) <= 0)
    gtk_adjustment_configure (adjustment, 0, 0, 1, 1, 1, 1);

  lectern_compat_list_view_scroll_to (GTK_LIST_VIEW (self->view), position);
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

/* Whether keys go to another row of the list: those that come next are meant
 * for the one that is selected. */
static gboolean
is_focus_elsewhere (LecternSessionList *self,
                    guint64             key)
{
  GtkRoot *root = gtk_widget_get_root (self->view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  LecternSessionRow *row = lectern_session_list_find_row (self, key);

  return focus != NULL && gtk_widget_is_ancestor (focus, self->view)
         && (row == NULL || (focus != gtk_widget_get_parent (GTK_WIDGET (row))
                             && !gtk_widget_is_ancestor (focus, GTK_WIDGET (row))));
}

/**
 * lectern_session_list_reveal:
 * @self: a list
 * @key: the key of a session
 * @focus: whether to give its row the focus, which it has in any case if another
 *   row of the list had it
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

  lectern_session_list_need_all_rows (self);
  position = lectern_session_list_find_position (self, key);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      lectern_session_list_clear_filters (self);
      position = lectern_session_list_find_position (self, key);
    }
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  lectern_session_list_update_page (self);
  focus = focus || is_focus_elsewhere (self, key);
  lectern_session_list_select_position (self, position);
  scroll_to (self, position);
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

  lectern_session_list_select_position (self, position);
  /* The row has to be made to take the focus, which in turn scrolls to it. */
  scroll_to (self, position);
  if (focus)
    focus_row (self, lectern_session_get_key (self->selected));
  scroll_to (self, position > LECTERN_LIST_ROWS_ABOVE ? position - LECTERN_LIST_ROWS_ABOVE : 0);
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
  guint64 key;
  guint position;

  /* What was selected may just have gone. */
  if (self->schedule != NULL)
    lectern_session_list_restore_selection (self);
  if (self->selected == NULL)
    {
      gtk_widget_grab_focus (self->view);
      return;
    }

  key = lectern_session_get_key (self->selected);
  position = lectern_session_list_find_position (self, key);
  if (position != GTK_INVALID_LIST_POSITION && lectern_session_list_find_row (self, key) == NULL)
    scroll_to (self, position);
  if (lectern_session_list_find_row (self, key) != NULL)
    focus_row (self, key);
  else
    gtk_widget_grab_focus (self->view);
}
