/* lectern-session-list-rows.c: the rows of the list, and what they need to
 * know of each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-text.h"

/* The heading of a month stands above its first row, judged by the row
 * before it in the filtered list. */
void
lectern_session_list_update_heading (LecternSessionList *self,
                                     LecternSessionRow  *row)
{
  LecternSession *session = lectern_session_row_get_session (row);
  guint position = lectern_session_row_get_position (row);
  g_autoptr (LecternSession) previous = NULL;
  g_autofree char *text = NULL;
  gboolean has_date, had_date = FALSE, is_year;
  GDate date, before;

  if (session == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  if (position > 0)
    previous = g_list_model_get_item (G_LIST_MODEL (self->filtered), position - 1);
  has_date = lectern_session_get_gdate (session, &date);
  if (previous != NULL)
    had_date = lectern_session_get_gdate (previous, &before);

  if (!has_date)
    {
      text = previous == NULL || had_date ? g_strdup (_("Not Scheduled")) : NULL;
      lectern_session_row_set_heading (row, text, TRUE);
      return;
    }

  is_year = !had_date || g_date_get_year (&date) != g_date_get_year (&before);
  if (is_year || g_date_get_month (&date) != g_date_get_month (&before))
    text = lectern_text_month (&date);
  lectern_session_row_set_heading (row, text, is_year);
}

void
lectern_session_list_update_next (LecternSessionList *self)
{
  LecternSession *next = NULL;
  guint64 key, old = self->context.next_key;

  if (self->schedule != NULL)
    next = lectern_schedule_find_next (self->schedule, &self->context.today, NULL);
  key = next != NULL ? lectern_session_get_key (next) : 0;
  if (key == old)
    return;

  self->context.next_key = key;
  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternSessionRow *row = g_ptr_array_index (self->rows, i);
      guint64 own = lectern_session_get_key (lectern_session_row_get_session (row));

      if (own == key || own == old)
        lectern_session_row_update (row);
    }
}

guint
lectern_session_list_find_position (LecternSessionList *self,
                                    guint64             key)
{
  GListModel *model = G_LIST_MODEL (self->filtered);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternSession) session = g_list_model_get_item (model, i);

      if (lectern_session_get_key (session) == key)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
row_open_target_cb (LecternSessionList *self,
                    LecternRecord      *target,
                    LecternSessionRow  *row)
{
  g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_OPEN_TARGET], 0,
                 lectern_session_row_get_session (row), target);
}

static void
row_show_menu_cb (LecternSessionList *self,
                  GtkWidget          *button,
                  LecternSessionRow  *row)
{
  lectern_session_list_show_row_menu (self, lectern_session_row_get_session (row),
                                      button, NULL);
}

static void
row_add_notes_cb (LecternSessionList *self,
                  LecternSessionRow  *row)
{
  LecternSession *session = lectern_session_row_get_session (row);

  lectern_session_list_reveal (self, lectern_session_get_key (session), FALSE);
  g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_ADD_NOTES], 0, session);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          LecternSessionList       *self)
{
  GtkWidget *row = lectern_session_row_new ();

  g_signal_connect_object (row, "open-target", G_CALLBACK (row_open_target_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-menu", G_CALLBACK (row_show_menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "add-notes", G_CALLBACK (row_add_notes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (lectern_session_list_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         LecternSessionList       *self)
{
  LecternSessionRow *row = LECTERN_SESSION_ROW (gtk_list_item_get_child (item));

  lectern_session_row_bind (row, item, &self->context);
  g_ptr_array_add (self->rows, row);
  lectern_session_list_update_heading (self, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           LecternSessionList       *self)
{
  LecternSessionRow *row = LECTERN_SESSION_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  lectern_session_row_unbind (row);
}

static void
activate_cb (LecternSessionList *self,
             guint               position)
{
  g_autoptr (LecternSession) session = g_list_model_get_item (G_LIST_MODEL (self->filtered),
                                                              position);

  if (session != NULL)
    g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_OPEN_TARGET], 0,
                   session, lectern_session_get_primary (session));
}

LecternSessionRow *
lectern_session_list_find_row (LecternSessionList *self,
                               guint64             key)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternSessionRow *row = g_ptr_array_index (self->rows, i);

      if (lectern_session_get_key (lectern_session_row_get_session (row)) == key)
        return row;
    }

  return NULL;
}

void
lectern_session_list_make_view (LecternSessionList *self)
{
  self->factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (self->factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (self->factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)),
                                  g_object_ref (self->factory));
  lectern_compat_list_view_set_tab_leaves (GTK_LIST_VIEW (self->view));
  gtk_widget_add_css_class (self->view, "sessions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb),
                           self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "list");
}
