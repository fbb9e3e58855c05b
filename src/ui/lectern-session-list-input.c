/* lectern-session-list-input.c: keys and clicks of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-list-private.h"

LecternSessionRow *
lectern_session_list_row_at (LecternSessionList *self,
                             double              x,
                             double              y)
{
  GtkWidget *picked = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row;

  if (picked == NULL)
    return NULL;
  if (LECTERN_IS_SESSION_ROW (picked))
    return LECTERN_SESSION_ROW (picked);

  row = gtk_widget_get_ancestor (picked, LECTERN_TYPE_SESSION_ROW);

  return row != NULL ? LECTERN_SESSION_ROW (row) : NULL;
}

static void
show_menu_at (LecternSessionList *self,
              double              x,
              double              y)
{
  LecternSessionRow *row = lectern_session_list_row_at (self, x, y);
  graphene_point_t point;
  GdkRectangle at;

  if (row == NULL
      || !gtk_widget_compute_point (self->view, GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  at = (GdkRectangle) { point.x, point.y, 1, 1 };
  if (lectern_session_list_is_among_several (self, row))
    lectern_session_list_show_several_menu (self, NULL, &at);
  else
    lectern_session_list_show_row_menu (self, lectern_session_row_get_session (row), NULL, &at);
}

static void
secondary_pressed_cb (LecternSessionList *self,
                      int                 n_press,
                      double              x,
                      double              y,
                      GtkGesture         *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
long_pressed_cb (LecternSessionList *self,
                 double              x,
                 double              y,
                 GtkGesture         *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

/* When folded, a click goes to the editor.  Not by the list view's own
 * single-click-activate, which selects what the pointer passes over. */
static void
primary_released_cb (LecternSessionList *self,
                     int                 n_press,
                     double              x,
                     double              y,
                     GtkGesture         *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  LecternSessionRow *row;

  /* With Shift or Control more are selected. */
  if (!self->folded || n_press != 1 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    return;
  row = lectern_session_list_row_at (self, x, y);
  if (row == NULL)
    return;

  lectern_session_list_reveal (self, lectern_session_get_key (lectern_session_row_get_session (row)),
                               FALSE);
  g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_EDIT], 0);
}

static gboolean
is_typing (guint           keyval,
           GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;

  return character != 0 && g_unichar_isgraph (character);
}

/* With Alt what is read moves, along the days. */
static gboolean
move_key (LecternSessionList *self,
          gboolean            later,
          GdkModifierType     state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), later ? "win.move-later" : "win.move-earlier", NULL);

  return TRUE;
}

static gboolean
key_pressed_cb (LecternSessionList    *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_key (self, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down, state);
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      /* Towards the editor. */
      if ((keyval == GDK_KEY_Left) != rtl || (state & gtk_accelerator_get_default_mod_mask ()))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_F2:
      if (self->selected == NULL)
        return FALSE;
      g_signal_emit (self, lectern_session_list_signals[LECTERN_LIST_SIGNAL_EDIT], 0);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-session", NULL);
    case GDK_KEY_Menu:
      lectern_session_list_popup_menu (self);
      return TRUE;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return FALSE;
      lectern_session_list_popup_menu (self);
      return TRUE;
    case GDK_KEY_Escape:
      if (lectern_session_list_is_several (self))
        {
          lectern_session_list_reveal (self, lectern_session_get_key (self->selected), TRUE);
          return TRUE;
        }
      if (!lectern_session_list_get_search_mode (self))
        return FALSE;
      lectern_session_list_set_search_mode (self, FALSE);
      return TRUE;
    default:
      break;
    }

  if (!is_typing (keyval, state) || self->schedule == NULL
      || lectern_schedule_get_n_sessions (self->schedule) == 0)
    return FALSE;

  lectern_session_list_set_search_mode (self, TRUE);
  lectern_search_bar_forward (self->search_bar, controller);
  return TRUE;
}

/* A search may have taken the selected row away: then the row that the focus
 * comes to is the one that Delete and the others are about. */
static void
contains_focus_cb (LecternSessionList      *self,
                   GParamSpec              *pspec,
                   GtkEventControllerFocus *controller)
{
  if (gtk_event_controller_focus_contains_focus (controller))
    lectern_session_list_follow_focus (self);
}

/* One set for the list, not one for each row. */
void
lectern_session_list_add_controllers (LecternSessionList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();

  /* Before the list view, which takes the arrows. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);

  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (contains_focus_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (secondary));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (primary), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (primary, "released", G_CALLBACK (primary_released_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (primary));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect_object (touch, "pressed", G_CALLBACK (long_pressed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (touch));
}
