/* lectern-window-attention.c: Needs Attention, in the place of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

static void
show_warning_cb (LecternWindow  *self,
                 LecternWarning *warning)
{
  lectern_session_list_reveal (self->list, warning->key, FALSE);
  if (adw_leaflet_get_folded (self->leaflet))
    lectern_window_show_editor (self);
}

/* Does what the button of a warning says. */
void
lectern_window_remedy (LecternWindow  *self,
                       LecternWarning *warning)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  g_autofree char *label = g_strdup (warning->remedy_label);
  guint64 key = warning->key;
  g_autoptr (GError) error = NULL;

  /* Many sessions: the list is where they are seen to. */
  if (label == NULL)
    {
      lectern_window_close_attention (self);
      lectern_session_list_set_filters (self->list,
                                        LECTERN_FILTER_PAST | LECTERN_FILTER_WITHOUT_NOTES);
      return;
    }

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (history);
  if (lectern_checks_remedy (history, warning, &error))
    {
      lectern_session_list_reveal (self->list, key, FALSE);
      lectern_window_undo_toast (self, lectern_history_get_undo_label (history));
    }
  else if (error != NULL)
    {
      lectern_window_toast (self, error->message);
    }
}

/* Warns of that no more. */
void
lectern_window_dismiss (LecternWindow  *self,
                        LecternWarning *warning)
{
  LecternHistory *history = lectern_document_get_history (self->document);

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (history);
  if (lectern_checks_dismiss (history, warning))
    lectern_window_undo_toast (self, _("Warning dismissed"));
}

static void
close_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  lectern_window_close_attention (user_data);
}

static gboolean
key_cb (LecternWindow   *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || !lectern_window_get_attention (self))
    return FALSE;

  lectern_window_close_attention (self);
  return TRUE;
}

static void
make_header (LecternWindow *self)
{
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->attention_header = adw_header_bar_new ();
  self->attention_title = ADW_WINDOW_TITLE (adw_window_title_new (_("Needs Attention"), ""));
  gtk_widget_set_tooltip_text (back, _("Back to the Schedule"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.close-attention");
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->attention_header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->attention_header),
                                   GTK_WIDGET (self->attention_title));
  g_object_bind_property (self->leaflet, "folded",
                          self->attention_header, "show-end-title-buttons",
                          G_BINDING_SYNC_CREATE);
  gtk_box_insert_child_after (GTK_BOX (self->list_pane), self->attention_header,
                              GTK_WIDGET (self->list_header));
  lectern_names_add (self->attention_header);
}

/* Made when it is first asked for. */
static void
need_attention (LecternWindow *self)
{
  GtkEventController *keys;

  if (self->attention != NULL)
    return;

  make_header (self);
  self->attention = LECTERN_ATTENTION (lectern_attention_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->attention), TRUE);
  gtk_box_append (GTK_BOX (self->list_pane), GTK_WIDGET (self->attention));
  g_signal_connect_object (self->attention, "remedy", G_CALLBACK (lectern_window_remedy),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attention, "dismiss", G_CALLBACK (lectern_window_dismiss),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attention, "show-warning", G_CALLBACK (show_warning_cb),
                           self, G_CONNECT_SWAPPED);

  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list_pane, keys);
}

static void
set_shown (LecternWindow *self,
           gboolean       shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list_header), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !shown);
  gtk_widget_set_visible (self->attention_header, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->attention), shown);
}

/* Whether it is shown. */
gboolean
lectern_window_get_attention (LecternWindow *self)
{
  return self->attention != NULL && gtk_widget_get_visible (GTK_WIDGET (self->attention));
}

/* Brings it up to date, if it is shown. */
void
lectern_window_update_attention (LecternWindow *self)
{
  GPtrArray *warnings;
  g_autofree char *count = NULL;

  if (!lectern_window_get_attention (self) || self->warnings == NULL)
    return;

  warnings = lectern_warnings_get_list (self->warnings);
  lectern_attention_set_warnings (self->attention,
                                  lectern_document_get_schedule (self->document), warnings);
  count = g_strdup_printf (ngettext ("%u thing", "%u things", warnings->len), warnings->len);
  adw_window_title_set_subtitle (self->attention_title, warnings->len > 0 ? count : "");
}

/* Shows it where the list was; the editor stays beside it. */
void
lectern_window_show_attention (LecternWindow *self)
{
  if (self->warnings == NULL)
    return;

  need_attention (self);
  set_shown (self, TRUE);
  lectern_window_update_attention (self);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  lectern_attention_focus (self->attention);
}

/* Shows the list again. */
void
lectern_window_close_attention (LecternWindow *self)
{
  if (!lectern_window_get_attention (self))
    return;

  set_shown (self, FALSE);
  lectern_session_list_focus (self->list);
}

static const GActionEntry entries[] = {
  { "close-attention", close_action_cb },
};

void
lectern_window_add_attention_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
