/* lectern-window-panes.c: the list, the editor, and what passes between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-date.h"
#include "lectern-names.h"
#include "lectern-text.h"

static void
update_editor_title (LecternWindow *self)
{
  g_autofree char *date = NULL;
  g_autofree char *state = NULL;
  g_autofree char *tooltip = NULL;
  GDate today;

  if (self->shown == NULL)
    {
      adw_window_title_set_title (self->editor_title, "");
      adw_window_title_set_subtitle (self->editor_title, "");
      return;
    }

  lectern_date_today (&today);
  date = lectern_text_session_date (self->shown);
  state = lectern_text_session_state (self->shown, &today,
                                      lectern_session_list_is_next (self->list, self->shown));
  adw_window_title_set_title (self->editor_title, date);
  adw_window_title_set_subtitle (self->editor_title, state);
  tooltip = g_strconcat (date, "\n", state, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->editor_title), tooltip);
}

/* An empty pane would look as if something were missing. */
static void
update_editor_page (LecternWindow *self)
{
  if (self->editor == NULL)
    return;

  if (self->shown == NULL && self->n_selected == 0 && self->no_session == NULL)
    {
      self->no_session = adw_status_page_new ();
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->no_session), "document-edit-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (self->no_session), _("No Session Selected"));
      gtk_widget_add_css_class (self->no_session, "compact");
      gtk_widget_add_css_class (self->no_session, "dim-label");
      gtk_widget_set_vexpand (self->no_session, TRUE);
      gtk_box_append (GTK_BOX (self->editor_box), self->no_session);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->editor), self->shown != NULL);
  if (self->no_session != NULL)
    gtk_widget_set_visible (self->no_session, self->shown == NULL && self->n_selected == 0);
  lectern_window_update_several (self);
}

static void
shown_changed_cb (LecternWindow *self)
{
  update_editor_page (self);
  update_editor_title (self);
  lectern_window_update_actions (self);
}

static void
selected_cb (LecternWindow *self)
{
  guint n = lectern_session_list_get_n_selected (self->list);
  LecternSession *session = n > 1 ? NULL : lectern_session_list_get_selected (self->list);

  /* The filter may hide the one that is shown. */
  if (n <= 1)
    n = session != NULL ? 1 : 0;
  if (self->shown == session && self->n_selected == n && n <= 1)
    return;
  self->n_selected = n;

  if (self->editor != NULL && self->shown != NULL)
    lectern_session_editor_commit (self->editor);
  if (self->shown != NULL)
    g_clear_signal_handler (&self->shown_id, self->shown);
  g_set_object (&self->shown, session);
  if (self->unattached != NULL)
    lectern_unattached_dialog_set_selected (self->unattached, session);
  if (session != NULL)
    self->shown_id = g_signal_connect_object (session, "changed", G_CALLBACK (shown_changed_cb),
                                              self, G_CONNECT_SWAPPED);
  else if (n == 0 && adw_leaflet_get_folded (self->leaflet))
    lectern_window_show_list (self);

  if (self->editor != NULL)
    g_object_set (self->editor, "session", session, NULL);
  shown_changed_cb (self);
}

void
lectern_window_open_target (LecternWindow *self,
                            LecternRecord *target)
{
  if (target != NULL)
    {
      lectern_launcher_open (self->launcher, self->document, target);
      return;
    }

  lectern_window_toast_with (self, _("This session has no notes yet"), _("A_ttach…"), "win.attach-pdf");
}

static void
list_open_target_cb (LecternWindow  *self,
                     LecternSession *session,
                     LecternRecord  *target)
{
  lectern_window_open_target (self, target);
}

static void
launch_failed_cb (LecternWindow *self,
                  const GError  *error)
{
  lectern_window_toast (self, error->message);
}

static void
add_notes_cb (LecternWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-notes", NULL);
}

/* The editor is made after the first frame, or when it is asked for. */
void
lectern_window_need_editor (LecternWindow *self)
{
  if (self->editor != NULL)
    return;

  self->editor = lectern_session_editor_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self->editor), TRUE);
  g_object_set (self->editor, "document", self->document, "session", self->shown, NULL);
  if (self->warnings != NULL)
    lectern_session_editor_set_warnings (self->editor, lectern_warnings_get_list (self->warnings));
  g_signal_connect_object (self->editor, "open-target",
                           G_CALLBACK (lectern_window_open_target), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "remedy",
                           G_CALLBACK (lectern_window_remedy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "dismiss",
                           G_CALLBACK (lectern_window_dismiss), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->editor_box), GTK_WIDGET (self->editor));
  lectern_names_add (GTK_WIDGET (self->editor));
  update_editor_page (self);
}

void
lectern_window_show_editor (LecternWindow *self)
{
  if (self->n_selected == 0)
    return;

  lectern_window_need_editor (self);
  adw_leaflet_set_visible_child (self->leaflet, self->editor_pane);
  if (self->shown == NULL)
    {
      gtk_widget_child_focus (self->several, GTK_DIR_TAB_FORWARD);
      return;
    }
  lectern_session_editor_focus_title (self->editor);
}

void
lectern_window_show_list (LecternWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  if (lectern_window_get_attention (self))
    lectern_attention_focus (self->attention);
  else
    lectern_session_list_focus (self->list);
}

void
lectern_window_folded_cb (LecternWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !folded);
  lectern_session_list_set_folded (self->list, folded);
  lectern_window_update_actions (self);
}

void
lectern_window_visible_child_cb (LecternWindow *self)
{
  gboolean on_list = adw_leaflet_get_visible_child (self->leaflet) == self->list_pane;

  /* A swipe back is no click: leave the field as a click would. */
  if (on_list && self->editor != NULL && adw_leaflet_get_folded (self->leaflet))
    lectern_session_editor_commit (self->editor);
}

void
lectern_window_update_today (LecternWindow *self)
{
  GDate today;

  /* The day may have changed since it was looked at. */
  lectern_date_today (&today);
  lectern_session_list_set_today (self->list, &today);
  update_editor_title (self);
  /* So may have the notes beside the schedule. */
  if (self->warnings != NULL)
    lectern_warnings_check (self->warnings);
}

static gboolean
editor_key_cb (LecternWindow   *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  lectern_window_show_list (self);
  return TRUE;
}

void
lectern_window_connect_panes (LecternWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->launcher = lectern_launcher_new (GTK_WINDOW (self));
  g_signal_connect_object (self->launcher, "failed", G_CALLBACK (launch_failed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "open-target", G_CALLBACK (list_open_target_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "add-notes", G_CALLBACK (add_notes_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "edit", G_CALLBACK (lectern_window_show_editor),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (editor_key_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor_pane, keys);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (lectern_window_update_today), NULL);
}
