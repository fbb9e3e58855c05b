/* lectern-session-list-search.c: the search of the list, and what stands in
 * for it when it is empty
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-names.h"

static GtkWidget *
make_page (const char *icon_name,
           const char *title,
           const char *description,
           const char *button_label,
           const char *action_name,
           gboolean    suggested)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (button_label);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_set_vexpand (page, TRUE);
  lectern_names_add (page);

  return page;
}

static void
show_page (LecternSessionList *self,
           const char         *name)
{
  GtkStack *stack = GTK_STACK (self->stack);
  GtkWidget *page = NULL;

  if (gtk_stack_get_child_by_name (stack, name) == NULL)
    {
      if (g_str_equal (name, "no-results"))
        page = make_page ("edit-find-symbolic", _("No Sessions Found"),
                          _("Try another search, or fewer filters."),
                          _("_Clear Filters"), "win.clear-filters", FALSE);
      else
        page = make_page ("x-office-calendar-symbolic", _("No Sessions Yet"),
                          _("A session has a date, a paper, and those who present it."),
                          _("_Add the First Session"), "win.new-session", TRUE);
      gtk_stack_add_named (stack, page, name);
    }

  gtk_stack_set_visible_child_name (stack, name);
}

/* How long is waited for the next letter before the count is said. */
#define SAY_MS 500

static gboolean
say_count_cb (gpointer user_data)
{
  LecternSessionList *self = user_data;
  guint shown = lectern_session_list_get_n_shown (self);
  g_autofree char *text = NULL;

  self->say_id = 0;
  self->n_said = shown;
  text = g_strdup_printf (ngettext ("%u session found", "%u sessions found", shown), shown);
  lectern_compat_announce (GTK_WIDGET (self), shown > 0 ? text : _("No Sessions Found"));

  return G_SOURCE_REMOVE;
}

static void
update_count (LecternSessionList *self,
              guint               shown,
              guint               all)
{
  g_autofree char *text = NULL;
  gboolean filtered = lectern_session_filter_get_needle (self->filter) != NULL
                      || lectern_session_filter_get_flags (self->filter) != LECTERN_FILTER_NONE;

  /* An edit of a row that stays is no news. */
  g_clear_handle_id (&self->say_id, g_source_remove);
  if (!filtered)
    self->n_said = G_MAXUINT;
  else if (shown != self->n_said)
    self->say_id = g_timeout_add (SAY_MS, say_count_cb, self);

  if (!filtered || shown == 0)
    {
      if (self->count != NULL)
        gtk_widget_set_visible (self->count, FALSE);
      return;
    }

  if (self->count == NULL)
    {
      self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
      gtk_widget_add_css_class (self->count, "count");
      gtk_box_insert_child_after (GTK_BOX (self->box), self->count,
                                  GTK_WIDGET (self->search_bar));
    }

  /* Translators: how many sessions were found, of how many. */
  text = g_strdup_printf (_("%u of %u"), shown, all);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, TRUE);
}

/* Shows the list, or why there is none. */
void
lectern_session_list_update_page (LecternSessionList *self)
{
  guint shown = lectern_session_list_get_n_shown (self);
  guint all = self->schedule != NULL ? lectern_schedule_get_n_sessions (self->schedule) : 0;

  if (shown > 0 || self->schedule == NULL
      || gtk_filter_list_model_get_pending (self->filtered) > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  else
    show_page (self, all > 0 ? "no-results" : "empty");

  update_count (self, shown, all);
}

/* Underlines what was found in the rows that stay; those that come are bound
 * anew. */
static void
update_needle (LecternSessionList *self)
{
  const char *needle = lectern_session_filter_get_needle (self->filter);

  if (g_strcmp0 (needle, self->context.needle) == 0)
    return;

  g_free (self->context.needle);
  self->context.needle = g_strdup (needle);
  for (guint i = 0; i < self->rows->len; i++)
    lectern_session_row_update (g_ptr_array_index (self->rows, i));
}

static void
search_cb (LecternSessionList *self)
{
  lectern_session_filter_set_text (self->filter,
                                   lectern_search_bar_get_text (self->search_bar));
  lectern_session_filter_set_flags (self->filter,
                                    lectern_search_bar_get_flags (self->search_bar));
  update_needle (self);
  lectern_session_list_queue_refresh (self);
}

static void
enabled_cb (LecternSessionList *self)
{
  gboolean enabled = lectern_search_bar_get_enabled (self->search_bar);

  g_object_notify (G_OBJECT (self), "search-mode");
  if (!enabled)
    {
      search_cb (self);
      if (self->selected != NULL)
        lectern_session_list_reveal (self, lectern_session_get_key (self->selected), TRUE);
      else
        lectern_session_list_focus (self);
    }
}

/* Down goes past the filters to what was found. */
static gboolean
search_key_cb (LecternSessionList *self,
               guint               keyval,
               guint               keycode,
               GdkModifierType     state)
{
  g_autoptr (LecternSession) first = NULL;

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
      || (state & gtk_accelerator_get_default_mod_mask ()))
    return FALSE;

  first = g_list_model_get_item (G_LIST_MODEL (self->filtered), 0);
  if (first == NULL)
    return FALSE;

  lectern_session_list_reveal (self, lectern_session_get_key (first), TRUE);
  return TRUE;
}

static void
need_search_bar (LecternSessionList *self)
{
  GtkEventController *keys;

  if (self->search_bar != NULL)
    return;

  lectern_session_list_need_all_rows (self);
  self->search_bar = LECTERN_SEARCH_BAR (lectern_search_bar_new ());
  gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->search_bar));
  g_signal_connect_object (self->search_bar, "changed", G_CALLBACK (search_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::enabled", G_CALLBACK (enabled_cb),
                           self, G_CONNECT_SWAPPED);

  /* Before the window, for which Down is the next widget. */
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_bar), keys);
}

/**
 * lectern_session_list_get_search_mode:
 * @self: a list
 *
 * Whether the search bar is shown.
 *
 * Returns: whether it is
 */
gboolean
lectern_session_list_get_search_mode (LecternSessionList *self)
{
  return self->search_bar != NULL && lectern_search_bar_get_enabled (self->search_bar);
}

/**
 * lectern_session_list_set_search_mode:
 * @self: a list
 * @search_mode: whether to show the search bar
 *
 * Shows the search bar, or hides it, which shows all sessions again.
 */
void
lectern_session_list_set_search_mode (LecternSessionList *self,
                                      gboolean            search_mode)
{
  if (lectern_session_list_get_search_mode (self) == search_mode)
    return;

  need_search_bar (self);
  lectern_search_bar_set_enabled (self->search_bar, search_mode);
}

/**
 * lectern_session_list_get_filters:
 * @self: a list
 *
 * Which filters are on.
 *
 * Returns: the filters
 */
LecternFilterFlags
lectern_session_list_get_filters (LecternSessionList *self)
{
  return lectern_session_filter_get_flags (self->filter);
}

/**
 * lectern_session_list_set_filters:
 * @self: a list
 * @filters: what the sessions must be
 *
 * Turns filters on and off, and shows them in the search bar.
 */
void
lectern_session_list_set_filters (LecternSessionList *self,
                                  LecternFilterFlags  filters)
{
  need_search_bar (self);
  if (filters != LECTERN_FILTER_NONE)
    lectern_search_bar_set_enabled (self->search_bar, TRUE);
  lectern_search_bar_set_flags (self->search_bar, filters);
}

/**
 * lectern_session_list_set_text:
 * @self: a list
 * @text: a text
 *
 * Searches for @text, and shows it in the search bar.
 */
void
lectern_session_list_set_text (LecternSessionList *self,
                               const char         *text)
{
  need_search_bar (self);
  lectern_search_bar_set_enabled (self->search_bar, TRUE);
  lectern_search_bar_set_text (self->search_bar, text);
}

/**
 * lectern_session_list_clear_filters:
 * @self: a list
 *
 * Shows all sessions.
 */
void
lectern_session_list_clear_filters (LecternSessionList *self)
{
  if (self->search_bar == NULL)
    return;

  lectern_search_bar_set_flags (self->search_bar, LECTERN_FILTER_NONE);
  lectern_search_bar_set_text (self->search_bar, "");
}
