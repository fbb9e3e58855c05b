/* lectern-session-list-selection.c: which sessions are selected, and which of
 * them is the current one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-list-private.h"

void
lectern_session_list_add_selection_signal (void)
{
  /**
   * LecternSessionList::selection-changed:
   * @self: the list
   *
   * Other sessions are selected than before.
   */
  lectern_session_list_signals[LECTERN_LIST_SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", LECTERN_TYPE_SESSION_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkBitset *
get_bits (LecternSessionList *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

static LecternSession *
dup_session (LecternSessionList *self,
             guint               position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
}

static void
tell (LecternSessionList *self)
{
  self->n_told = lectern_session_list_get_n_selected (self);
  lectern_session_list_update_folded (self);
  g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_SELECTION_CHANGED], 0);
}

/* The bound row that has the focus. */
static LecternSessionRow *
find_focused_row (LecternSessionList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternSessionRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));

      if (item != NULL && gtk_widget_is_focus (item))
        return row;
    }

  return NULL;
}

/* Of several the current one stays so, as long as it is among them. */
static void
update_current (LecternSessionList *self,
                GtkBitset          *bits)
{
  g_autoptr (LecternSession) first = dup_session (self, gtk_bitset_get_minimum (bits));

  self->selected_position = gtk_bitset_get_minimum (bits);
  if (gtk_bitset_get_size (bits) > 1 && self->selected != NULL)
    {
      guint position = lectern_session_list_find_position (self, lectern_session_get_key (self->selected));

      if (position != GTK_INVALID_LIST_POSITION && gtk_bitset_contains (bits, position))
        return;
    }

  lectern_session_list_set_current (self, first);
}

static gboolean
follow_focus_cb (gpointer user_data)
{
  LecternSessionList *self = user_data;
  g_autoptr (GtkBitset) bits = get_bits (self);
  LecternSessionRow *row;

  self->focus_id = 0;
  row = self->schedule != NULL ? find_focused_row (self) : NULL;
  if (row == NULL)
    return G_SOURCE_REMOVE;

  if (gtk_bitset_is_empty (bits))
    lectern_session_list_select_position (self, lectern_session_row_get_position (row));
  else if (gtk_bitset_contains (bits, lectern_session_row_get_position (row)))
    lectern_session_list_set_current (self, lectern_session_row_get_session (row));

  return G_SOURCE_REMOVE;
}

/* The row that the focus comes to is the current one.  Not at once, as GTK is
 * in the middle of moving the focus. */
void
lectern_session_list_follow_focus (LecternSessionList *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_focus_cb, self, NULL);
}

void
lectern_session_list_selection_cb (LecternSessionList *self)
{
  g_autoptr (GtkBitset) bits = get_bits (self);

  /* That nothing is selected may mean that the filter took the row away, or
   * that the session is gone; the refresh will tell. */
  if (gtk_bitset_is_empty (bits))
    {
      lectern_session_list_queue_refresh (self);
      return;
    }

  /* What is selected now is meant, not what was before. */
  g_clear_pointer (&self->kept, g_hash_table_unref);
  update_current (self, bits);
  if (gtk_bitset_get_size (bits) > 1)
    lectern_session_list_follow_focus (self);
  tell (self);
}

static GtkBitset *
find_positions (LecternSessionList *self,
                GHashTable         *keys)
{
  GtkBitset *positions = gtk_bitset_new_empty ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr (LecternSession) session = dup_session (self, i);
      guint64 key = lectern_session_get_key (session);

      if (g_hash_table_contains (keys, &key))
        gtk_bitset_add (positions, i);
    }

  return positions;
}

/* A filter may begin by showing nothing, and then what passes, bit by bit. */
void
lectern_session_list_keep_selection (LecternSessionList *self)
{
  g_autoptr (GPtrArray) sessions = NULL;

  if (self->kept != NULL || !lectern_session_list_is_several (self))
    return;

  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sessions = lectern_session_list_list_selected (self);
  for (guint i = 0; i < sessions->len; i++)
    {
      guint64 key = lectern_session_get_key (g_ptr_array_index (sessions, i));

      g_hash_table_add (self->kept, g_memdup2 (&key, sizeof key));
    }
}

/* Of several, those that pass the filter stay selected. */
static void
restore_kept (LecternSessionList *self)
{
  g_autoptr (GHashTable) kept = g_steal_pointer (&self->kept);
  g_autoptr (GtkBitset) positions = find_positions (self, kept);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, lectern_session_list_get_n_shown (self));

  if (!gtk_bitset_is_empty (positions))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), positions, all);
}

/* Keeps what was selected selected: by its key, as its position changes. */
static void
restore_current (LecternSessionList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  if (lectern_schedule_find_key (self->schedule, lectern_session_get_key (self->selected),
                                 NULL) != NULL)
    lectern_session_list_select_position (self,
                                          lectern_session_list_find_position (self, lectern_session_get_key (self->selected)));
  else if (n > 0)
    /* It is gone: its neighbour. */
    lectern_session_list_select_position (self, MIN (self->selected_position, n - 1));
  else
    lectern_session_list_set_current (self, NULL);
}

void
lectern_session_list_restore_selection (LecternSessionList *self)
{
  g_autoptr (GtkBitset) bits = NULL;

  if (self->kept != NULL && gtk_filter_list_model_get_pending (self->filtered) > 0)
    return;
  if (self->kept != NULL)
    restore_kept (self);

  bits = get_bits (self);
  if (!gtk_bitset_is_empty (bits))
    update_current (self, bits);
  else if (self->selected != NULL)
    restore_current (self);

  /* The filter takes rows away without a word of the selection. */
  if (lectern_session_list_get_n_selected (self) != self->n_told)
    tell (self);
}

/* Selects one and no other: by the view, so that Shift goes on from there; but
 * not before it was drawn, as the view would make rows of its own choice. */
void
lectern_session_list_select_position (LecternSessionList *self,
                                      guint               position)
{
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (self->drawn)
    gtk_widget_activate_action (self->view, "list.select-item", "(ubb)", position, FALSE, FALSE);
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/**
 * lectern_session_list_set_drawn:
 * @self: a list
 *
 * Tells the list that its first frame is there.
 */
void
lectern_session_list_set_drawn (LecternSessionList *self)
{
  g_autoptr (GtkBitset) bits = NULL;

  lectern_session_list_need_all_rows (self);
  self->drawn = TRUE;
  bits = get_bits (self);
  if (gtk_bitset_get_size (bits) == 1)
    lectern_session_list_select_position (self, gtk_bitset_get_minimum (bits));
}

gboolean
lectern_session_list_is_several (LecternSessionList *self)
{
  return lectern_session_list_get_n_selected (self) > 1;
}

/* Whether a row is one of several that are selected. */
gboolean
lectern_session_list_is_among_several (LecternSessionList *self,
                                       LecternSessionRow  *row)
{
  return lectern_session_list_is_several (self)
         && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection),
                                             lectern_session_row_get_position (row));
}

/* When the list fills the window, the selected row is no more than where one
 * is; but several were selected on purpose. */
void
lectern_session_list_update_folded (LecternSessionList *self)
{
  if (self->folded && !lectern_session_list_is_several (self))
    gtk_widget_add_css_class (self->view, "folded");
  else
    gtk_widget_remove_css_class (self->view, "folded");
}

/**
 * lectern_session_list_get_n_selected:
 * @self: a list
 *
 * How many of the sessions that are shown are selected.
 *
 * Returns: their number
 */
guint
lectern_session_list_get_n_selected (LecternSessionList *self)
{
  g_autoptr (GtkBitset) bits = get_bits (self);

  return gtk_bitset_get_size (bits);
}

/**
 * lectern_session_list_list_selected:
 * @self: a list
 *
 * The sessions that are selected.  If the filter hides the only one, it is
 * still what the editor shows and actions are about.
 *
 * Returns: (transfer full) (element-type LecternSession): the sessions, in the
 *   order of the list
 */
GPtrArray *
lectern_session_list_list_selected (LecternSessionList *self)
{
  g_autoptr (GtkBitset) bits = get_bits (self);
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (sessions, dup_session (self, position));
  if (sessions->len == 0 && self->selected != NULL)
    g_ptr_array_add (sessions, g_object_ref (self->selected));

  return sessions;
}

/**
 * lectern_session_list_select:
 * @self: a list
 * @keys: (array length=n_keys): keys of sessions
 * @n_keys: how many
 *
 * Selects those that are there and no others, and scrolls to the first.  If
 * the filter hides one, the filter is cleared.
 */
void
lectern_session_list_select (LecternSessionList *self,
                             const guint64      *keys,
                             guint               n_keys)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GtkBitset) positions = NULL;
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (LecternSession) first = NULL;

  if (self->schedule == NULL)
    return;

  lectern_session_list_need_all_rows (self);
  for (guint i = 0; i < n_keys; i++)
    {
      if (lectern_schedule_find_key (self->schedule, keys[i], NULL) != NULL)
        g_hash_table_add (wanted, (gpointer) &keys[i]);
    }
  if (g_hash_table_size (wanted) == 0)
    return;

  positions = find_positions (self, wanted);
  if (gtk_bitset_get_size (positions) < g_hash_table_size (wanted))
    {
      lectern_session_list_clear_filters (self);
      gtk_bitset_unref (positions);
      positions = find_positions (self, wanted);
    }

  first = dup_session (self, gtk_bitset_get_minimum (positions));
  lectern_session_list_reveal (self, lectern_session_get_key (first), FALSE);
  all = gtk_bitset_new_range (0, lectern_session_list_get_n_shown (self));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), positions, all);
}
