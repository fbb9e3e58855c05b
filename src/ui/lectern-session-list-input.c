/* lectern-session-list-input.c: keys and clicks of the list, and the menu of
 * a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-text.h"

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

/* In a menu's label an underscore is not itself. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_target (GMenu          *menu,
               LecternSession *session,
               LecternRecord  *target,
               int             index)
{
  g_autofree char *name = lectern_text_target_name (target);
  g_autofree char *escaped = escape_label (name);
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (LECTERN_IS_PAPER (target))
    label = g_strdup (_("Open Paper"));
  else
    /* Translators: %s is the name of a file or a link. */
    label = g_strdup_printf (_("Open “%s”"), escaped);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-resource", "(ti)",
                                     lectern_session_get_key (session), index);
  g_menu_append_item (menu, item);
}

static void
append_action (GMenu          *menu,
               const char     *label,
               const char     *action,
               LecternSession *session,
               guint           index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ti)", lectern_session_get_key (session),
                                     (gint32) index);
  g_menu_append_item (menu, item);
}

/* What can be done with the notes that a double click opens; for the others
 * the editor has menus. */
static void
append_primary (GMenu          *menu,
                LecternSession *session)
{
  LecternRecord *primary = lectern_session_get_primary (session);
  guint index;

  if (!LECTERN_IS_RESOURCE (primary)
      || !g_list_store_find (G_LIST_STORE (lectern_session_get_resources (session)), primary, &index))
    return;

  if (lectern_resource_get_file (LECTERN_RESOURCE (primary)) != NULL)
    {
      append_action (menu, _("Open Notes W_ith…"), "win.open-with", session, index);
      append_action (menu, _("Show Notes in _Files"), "win.show-in-files", session, index);
    }
  append_action (menu, _("Copy Lin_k to Notes"), "win.copy-link", session, index);
}

static GMenuModel *
make_menu (LecternSession *session)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) targets = g_menu_new ();
  g_autoptr (GMenu) notes = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) shares = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  GListModel *resources = lectern_session_get_resources (session);
  GListModel *papers = lectern_session_get_papers (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);

      append_target (targets, session, resource, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternRecord) paper = g_list_model_get_item (papers, i);

      /* A paper is counted down from -1. */
      if (lectern_paper_get_url (LECTERN_PAPER (paper)) != NULL)
        append_target (targets, session, paper, -1 - (int) i);
    }

  g_menu_append (notes, _("A_ttach PDF…"), "win.attach-pdf");
  g_menu_append (notes, _("_Add PDF or Link…"), "win.add-notes");
  append_primary (notes, session);

  g_menu_append (moves, _("_Postpone…"), "win.postpone");
  g_menu_append (moves, _("_Continue Next Time…"), "win.continue-session");
  g_menu_append (moves, _("S_wap With…"), "win.swap");
  g_menu_append (moves, _("Cance_l Session…"), "win.cancel-session");
  if (lectern_session_get_date (session) == NULL)
    g_menu_append (moves, _("Schedule _Next…"), "win.schedule-session");

  g_menu_append (shares, _("Ann_ounce…"), "win.announce");
  g_menu_append (shares, _("Copy as _Markdown"), "win.copy-session");
  g_menu_append (edits, _("_Edit"), "win.edit-session");
  g_menu_append (edits, _("_Duplicate"), "win.duplicate-session");
  g_menu_append (edits, _("_Remove"), "win.remove-session");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (targets));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shares));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
menu_closed_cb (LecternSessionList *self)
{
  lectern_session_list_focus (self);
}

/* Opens the menu of a session, at a place in the list or below @anchor. */
void
lectern_session_list_show_row_menu (LecternSessionList *self,
                                    LecternSession     *session,
                                    GtkWidget          *anchor,
                                    const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = make_menu (session);
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  lectern_session_list_reveal (self, lectern_session_get_key (session), FALSE);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);

  if (at != NULL)
    rectangle = *at;
  else if (anchor != NULL && gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle) {
      bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height,
    };
  else
    rectangle = (GdkRectangle) { 0, 0, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * lectern_session_list_popup_menu:
 * @self: a list
 *
 * Opens the menu of the selected session.
 */
void
lectern_session_list_popup_menu (LecternSessionList *self)
{
  LecternSessionRow *row = NULL;

  if (self->selected != NULL)
    row = lectern_session_list_find_row (self, lectern_session_get_key (self->selected));
  if (row == NULL)
    return;

  lectern_session_list_show_row_menu (self, self->selected, GTK_WIDGET (row), NULL);
}

static void
show_menu_at (LecternSessionList *self,
              double              x,
              double              y)
{
  LecternSessionRow *row = lectern_session_list_row_at (self, x, y);
  graphene_point_t point;

  if (row == NULL
      || !gtk_widget_compute_point (self->view, GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  lectern_session_list_show_row_menu (self, lectern_session_row_get_session (row), NULL,
                                      &(GdkRectangle) { point.x, point.y, 1, 1 });
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
  LecternSessionRow *row;

  if (!self->folded || n_press != 1)
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

static gboolean
select_focused_cb (gpointer user_data)
{
  LecternSessionList *self = user_data;

  if (self->schedule == NULL
      || gtk_single_selection_get_selected_item (self->selection) != NULL)
    return G_SOURCE_REMOVE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternSessionRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));

      if (item != NULL && gtk_widget_is_focus (item))
        {
          gtk_single_selection_set_selected (self->selection,
                                             lectern_session_row_get_position (row));
          break;
        }
    }

  return G_SOURCE_REMOVE;
}

/* A search may have taken the selected row away: then the row that the focus
 * comes to is the one that Delete and the others are about.  Not at once, as
 * GTK is in the middle of moving the focus. */
static void
contains_focus_cb (LecternSessionList      *self,
                   GParamSpec              *pspec,
                   GtkEventControllerFocus *controller)
{
  if (gtk_event_controller_focus_contains_focus (controller))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, select_focused_cb, g_object_ref (self), g_object_unref);
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
