/* lectern-window-actions.c: what the window can do to a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-compat.h"
#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-names.h"
#include "lectern-text.h"

static LecternHistory *
get_history (LecternWindow *self)
{
  return lectern_document_get_history (self->document);
}

/* What is typed in the editor belongs before what comes now. */
static void
commit (LecternWindow *self)
{
  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (get_history (self));
}

static void
announce_step (LecternWindow *self,
               const char    *format,
               const char    *label)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (label, parts);

  lectern_compat_announce (GTK_WIDGET (self), text);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autofree char *label = NULL;
  guint64 state;

  commit (self);
  state = lectern_history_get_state (get_history (self));
  label = g_strdup (lectern_history_get_undo_label (get_history (self)));
  if (!lectern_window_move_folder_back (self, state) || !lectern_history_undo (get_history (self)))
    return;

  /* Translators: what was undone, such as Change Date; said, not shown. */
  announce_step (self, _("Undone: %s"), label);
  lectern_window_save_folder (self, state);
  lectern_window_select_touched (self, state, TRUE);
  lectern_window_say_copies (self, state);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autofree char *label = NULL;
  guint64 state;

  commit (self);
  label = g_strdup (lectern_history_get_redo_label (get_history (self)));
  if (!lectern_history_redo (get_history (self)))
    return;

  state = lectern_history_get_state (get_history (self));
  lectern_window_move_folder_again (self, state);
  if (lectern_history_get_state (get_history (self)) != state)
    return;

  /* Translators: what was done again, such as Change Date; said, not shown. */
  announce_step (self, _("Redone: %s"), label);
  lectern_window_save_folder (self, state);
  lectern_window_select_touched (self, state, FALSE);
  lectern_window_check_copies (self, state);
}

/* When the group will meet next after all that is planned: only a proposal. */
static char *
propose_date (LecternSchedule *schedule)
{
  g_autoptr (GArray) meetings = lectern_cadence_list_meetings (schedule);
  GDate today, date;

  if (meetings->len == 0)
    return NULL;

  lectern_date_today (&today);
  lectern_cadence_find_last (schedule, &today, &date);

  return lectern_date_format (&date);
}

static void
new_session_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autofree char *date = propose_date (lectern_document_get_schedule (self->document));
  g_autofree char *assignment = date != NULL ? g_strconcat ("date=", date, NULL) : NULL;
  const char *assignments[] = { assignment, NULL };
  g_autoptr (GError) error = NULL;
  LecternSession *session;

  commit (self);
  session = lectern_edit_add (get_history (self), assignments, &error);
  if (session == NULL)
    {
      lectern_window_toast (self, error->message);
      return;
    }

  lectern_session_list_reveal (self->list, lectern_session_get_key (session), FALSE);
  lectern_window_show_editor (self);
}

static void
duplicate_several (LecternWindow *self)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  g_autoptr (GPtrArray) copies = lectern_edit_duplicate_all (get_history (self), sessions);

  lectern_window_remember_several (self, sessions, copies);
  lectern_window_select (self, copies);
}

static void
duplicate_session_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternSession *copy;

  commit (self);
  if (self->n_selected > 1)
    {
      duplicate_several (self);
      return;
    }

  copy = lectern_edit_duplicate (get_history (self), self->shown);
  lectern_session_list_reveal (self->list, lectern_session_get_key (copy), TRUE);
}

/* Gives what to say of it. */
static char *
remove_several (LecternWindow *self)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  guint n = sessions->len;

  lectern_edit_remove_all (get_history (self), sessions);
  lectern_window_remember_several (self, sessions, sessions);

  return g_strdup_printf (ngettext ("%u session was removed", "%u sessions were removed", n), n);
}

static char *
remove_shown (LecternWindow *self)
{
  g_auto (GStrv) titles = lectern_text_titles (self->shown, NULL);

  lectern_edit_remove (get_history (self), self->shown);

  /* Translators: %s is the title of what was removed. */
  return g_strdup_printf (_("“%s” was removed"), titles[0]);
}

static void
remove_session_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autofree char *text = NULL;
  gboolean in_list = gtk_widget_get_focus_child (self->list_pane) != NULL;

  commit (self);
  text = self->n_selected > 1 ? remove_several (self) : remove_shown (self);
  lectern_window_undo_toast (self, text);

  if (in_list || adw_leaflet_get_folded (self->leaflet))
    lectern_window_show_list (self);
}

static void
edit_session_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  lectern_window_show_editor (user_data);
}

static void
show_list_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  lectern_window_show_list (user_data);
}

static void
add_notes_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_window_need_editor (self);
  adw_leaflet_set_visible_child (self->leaflet, self->editor_pane);
  lectern_session_editor_add_resource (self->editor);
}

static void
open_primary_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_window_open_target (self, lectern_session_get_primary (self->shown));
}

/* The target: the key of a session, and the index of a resource; a paper is
 * counted down from -1. */
static void
open_resource_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternSession *session;
  g_autoptr (LecternRecord) target = NULL;
  guint64 key;
  gint32 index;

  g_variant_get (parameter, "(ti)", &key, &index);
  session = lectern_schedule_find_key (lectern_document_get_schedule (self->document), key, NULL);
  if (session == NULL)
    return;

  if (index >= 0)
    target = g_list_model_get_item (lectern_session_get_resources (session), index);
  else
    target = g_list_model_get_item (lectern_session_get_papers (session), -1 - index);
  if (target != NULL)
    lectern_window_open_target (self, target);
}

static void
mark_several (LecternWindow *self,
              const char    *kind)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  g_autoptr (GError) error = NULL;
  guint64 state = lectern_history_get_state (get_history (self));

  if (!lectern_edit_set_all (get_history (self), sessions, "kind", kind, &error))
    lectern_window_toast (self, error->message);
  else if (lectern_history_get_state (get_history (self)) != state)
    lectern_window_remember_several (self, sessions, sessions);
}

static void
session_kind_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       user_data)
{
  LecternWindow *self = user_data;
  const char *kind = g_variant_get_string (value, NULL);
  g_autoptr (GError) error = NULL;

  /* A session is what is meant where nothing is said. */
  if (g_str_equal (kind, "session"))
    kind = "";

  commit (self);
  if (self->n_selected > 1)
    {
      mark_several (self, kind);
      return;
    }

  if (!lectern_edit_set (get_history (self), self->shown, "kind", kind, &error))
    lectern_window_toast (self, error->message);
}

static void
show_warnings_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  lectern_window_show_attention (user_data);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_window_close_attention (self);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  lectern_session_list_set_search_mode (self->list, g_variant_get_boolean (value));
}

static void
search_mode_cb (LecternWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");
  gboolean search_mode = lectern_session_list_get_search_mode (self->list);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (search_mode));
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_session_list_clear_filters (self->list);
}

static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  builder = gtk_builder_new_from_resource ("/io/github/lectern_app/Lectern/ui/lectern-shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  /* So that it finds the keys of actions. */
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (user_data),
                                           GTK_SHORTCUTS_WINDOW (shortcuts));
  g_object_set (shortcuts, "view-name", NULL, NULL);
  lectern_names_add (GTK_WIDGET (shortcuts));
  gtk_window_present (shortcuts);
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static const GActionEntry entries[] = {
  { "add-notes", add_notes_cb },
  { "clear-filters", clear_filters_cb },
  { "close", close_cb },
  { "duplicate-session", duplicate_session_cb },
  { "edit-session", edit_session_cb },
  { "new-session", new_session_cb },
  { "open-primary", open_primary_cb },
  { "open-resource", open_resource_cb, "(ti)" },
  { "redo", redo_cb },
  { "remove-session", remove_session_cb },
  { "search", NULL, NULL, "false", search_cb },
  { "session-kind", NULL, "s", "'session'", session_kind_cb },
  { "show-help-overlay", show_help_overlay_cb },
  { "show-list", show_list_cb },
  { "show-warnings", show_warnings_cb },
  { "undo", undo_cb },
};

/* What is not enabled is dim in the menus, and its key does nothing. */
void
lectern_window_enable_action (LecternWindow *self,
                              const char    *name,
                              gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static const char *
kind_name (LecternSession *session)
{
  switch (lectern_session_get_kind (session))
    {
    case LECTERN_KIND_SESSION:
      return "session";
    case LECTERN_KIND_BREAK:
      return "break";
    case LECTERN_KIND_ANNOUNCEMENT:
      return "announcement";
    case LECTERN_KIND_UNKNOWN:
    default:
      return "";
    }
}

static void
set_step_tooltip (GtkWidget  *button,
                  const char *format,
                  const char *plain,
                  const char *label)
{
  g_autofree char *tooltip = NULL;

  if (label != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

      tooltip = g_strjoinv (label, parts);
    }
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : plain);
}

/* Brings what can be done, and what it is called, up to date. */
void
lectern_window_update_actions (LecternWindow *self)
{
  LecternHistory *history = self->document != NULL ? get_history (self) : NULL;
  gboolean has_document = history != NULL;
  gboolean has_session = self->shown != NULL;
  gboolean has_any = self->n_selected > 0;
  guint n_warnings = self->warnings != NULL ? lectern_warnings_get_n (self->warnings) : 0;
  GAction *kind = g_action_map_lookup_action (G_ACTION_MAP (self), "session-kind");

  lectern_window_enable_action (self, "new-session", has_document);
  lectern_window_enable_action (self, "save", has_document);
  lectern_window_enable_action (self, "save-as", has_document);
  lectern_window_enable_action (self, "search", has_document);
  lectern_window_enable_action (self, "show-warnings", n_warnings > 0);
  lectern_window_enable_action (self, "undo", has_document && lectern_history_get_can_undo (history));
  lectern_window_enable_action (self, "redo", has_document && lectern_history_get_can_redo (history));
  lectern_window_enable_action (self, "add-notes", has_session);
  lectern_window_enable_action (self, "duplicate-session", has_any);
  lectern_window_enable_action (self, "edit-session", has_any);
  lectern_window_enable_action (self, "open-primary", has_session);
  lectern_window_enable_action (self, "remove-session", has_any);
  lectern_window_enable_action (self, "session-kind", has_any);
  lectern_window_update_plan_actions (self);
  lectern_window_update_notes_actions (self);
  lectern_window_update_share_actions (self);
  /* Several may be of several kinds. */
  if (has_any)
    g_simple_action_set_state (G_SIMPLE_ACTION (kind),
                               g_variant_new_string (has_session ? kind_name (self->shown) : ""));

  gtk_widget_set_visible (self->warnings_button,
                          n_warnings > 0 && !adw_leaflet_get_folded (self->leaflet));
  gtk_widget_set_sensitive (GTK_WIDGET (self->session_menu_button), has_any);

  if (!has_document)
    return;
  /* Translators: %s is the name of a step, such as Change Date. */
  set_step_tooltip (self->undo_button, _("Undo %s"), _("Undo"),
                    lectern_history_get_undo_label (history));
  /* Translators: %s is the name of a step, such as Change Date. */
  set_step_tooltip (self->redo_button, _("Redo %s"), _("Redo"),
                    lectern_history_get_redo_label (history));
}

void
lectern_window_add_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->list, "notify::search-mode", G_CALLBACK (search_mode_cb),
                           self, G_CONNECT_SWAPPED);
}
