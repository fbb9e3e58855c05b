/* lectern-names.c: accessible names that GTK does not give by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-names.h"

#include <glib/gi18n-lib.h>

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  if (name != NULL && *name != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GTK 4.8 says a label with a mnemonic twice, once with its underscore; what
 * remains is the label itself. */
static void
name_button (GtkButton *button)
{
  if (g_strcmp0 (gtk_button_get_icon_name (button), "window-close-symbolic") == 0)
    set_name (GTK_WIDGET (button), _("Close"));
  else if (gtk_button_get_label (button) == NULL)
    set_name (GTK_WIDGET (button), gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
  else if (gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Without the mark of a mnemonic. */
static char *
title_of (AdwPreferencesRow *row)
{
  g_auto (GStrv) parts = NULL;

  if (!adw_preferences_row_get_use_underline (row))
    return g_strdup (adw_preferences_row_get_title (row));

  parts = g_strsplit (adw_preferences_row_get_title (row), "_", -1);

  return g_strjoinv ("", parts);
}

static char *
row_title (GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, ADW_TYPE_PREFERENCES_ROW);

  return row != NULL ? title_of (ADW_PREFERENCES_ROW (row)) : NULL;
}

/* What scrolls takes the keys if nothing in it does. */
static const char *
page_title (GtkWidget *page)
{
  if (ADW_IS_STATUS_PAGE (page))
    return adw_status_page_get_title (ADW_STATUS_PAGE (page));
  if (ADW_IS_PREFERENCES_PAGE (page) && GTK_IS_WINDOW (gtk_widget_get_root (page)))
    return gtk_window_get_title (GTK_WINDOW (gtk_widget_get_root (page)));

  return NULL;
}

/* A row names the widget that a click on it goes to. */
static gboolean
has_row_name (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return row != NULL && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) == widget;
}

/* A group with a title names its list itself; one that is filled later has
 * its page's. */
static char *
list_title (GtkListBox *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_PREFERENCES_GROUP);
  g_autofree char *title = row_title (GTK_WIDGET (list));
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (list, 0);

  if (title != NULL && *title != '\0')
    return g_steal_pointer (&title);
  if (group != NULL && *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) != '\0')
    return NULL;

  if (ADW_IS_PREFERENCES_ROW (first))
    return title_of (ADW_PREFERENCES_ROW (first));

  return g_strdup (page_title (gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_PREFERENCES_PAGE)));
}

/* The first key of what it does, as the keyboard has it written on it. */
static char *
dup_key (GtkWidget *widget)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;
  g_auto (GStrv) keys = NULL;
  GdkModifierType modifiers;
  guint keyval;

  if (application == NULL || action == NULL)
    return NULL;

  keys = gtk_application_get_accels_for_action (application, action);
  if (keys[0] == NULL || !gtk_accelerator_parse (keys[0], &keyval, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (keyval, modifiers);
}

/**
 * lectern_names_dup_tooltip:
 * @widget: a widget
 *
 * Gives what the tooltip of a button says, with the key that does the same.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if the widget has no
 *   tooltip or no key
 */
char *
lectern_names_dup_tooltip (GtkWidget *widget)
{
  const char *text = gtk_widget_get_tooltip_text (widget);
  g_autofree char *key = dup_key (widget);

  if (text == NULL || key == NULL)
    return NULL;

  /* Translators: what a button does, and the key that does the same. */
  return g_strdup_printf (C_("tooltip", "%s (%s)"), text, key);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = lectern_names_dup_tooltip (widget);

  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/**
 * lectern_names_set:
 * @button: a button with a text
 * @name: its name for those who hear it
 *
 * Gives a button another accessible name than its text, which later versions
 * of GTK than 4.8 take for the name whatever else is said.
 */
void
lectern_names_set (GtkWidget  *button,
                   const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (button, name);
}

/**
 * lectern_names_add:
 * @root: a widget
 *
 * Gives what is in @root the accessible name that is to be seen: a button
 * with an icon that of its tooltip, a switch that of its row, a list that of
 * its first row, where its group has no title, and what scrolls in a page the
 * title of that, or of its window.  What is in a list view is left alone; it
 * has itself the name of the row that it drops down from.  The tooltips of
 * buttons say their keys as well.
 */
void
lectern_names_add (GtkWidget *root)
{
  g_autofree char *title = NULL;

  if (GTK_IS_LIST_VIEW (root))
    {
      title = row_title (root);
      set_name (root, title);
      return;
    }

  if (GTK_IS_ACTIONABLE (root))
    {
      g_signal_handlers_disconnect_by_func (root, query_tooltip_cb, NULL);
      g_signal_connect (root, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }

  /* The button inside has its name from it. */
  if (GTK_IS_MENU_BUTTON (root))
    {
      set_name (root, gtk_widget_get_tooltip_text (root));
      return;
    }

  if (GTK_IS_BUTTON (root))
    name_button (GTK_BUTTON (root));
  else if (GTK_IS_SWITCH (root) && !has_row_name (root))
    title = row_title (root);
  else if (GTK_IS_LIST_BOX (root))
    {
      title = list_title (GTK_LIST_BOX (root));
      /* libadwaita 1.7 has it named by the title of its group, which is empty. */
      if (title != NULL)
        gtk_accessible_reset_relation (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  else if (ADW_IS_EXPANDER_ROW (root))
    title = title_of (ADW_PREFERENCES_ROW (root));
  else if (GTK_IS_SCROLLED_WINDOW (root))
    title = g_strdup (page_title (gtk_widget_get_parent (root)));
  set_name (root, title);

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lectern_names_add (child);
}

/* What has no room says the rest in a tooltip. */
static void
add_tooltips (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root))
    return;
  if (GTK_IS_LABEL (root))
    gtk_widget_set_tooltip_text (root, gtk_label_get_text (GTK_LABEL (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_tooltips (child);
}

static void
children_changed_cb (GListModel *children,
                     guint       position,
                     guint       removed,
                     guint       added,
                     gpointer    user_data)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      lectern_names_add (child);
      add_tooltips (child);
    }
}

/**
 * lectern_names_follow:
 * @parent: a widget
 *
 * Gives names, and tooltips to its texts, to what comes into @parent from now
 * on, such as a toast, which is made when the one before it has gone.
 */
void
lectern_names_follow (GtkWidget *parent)
{
  GListModel *children = gtk_widget_observe_children (parent);

  g_signal_connect (children, "items-changed", G_CALLBACK (children_changed_cb), NULL);
  g_object_set_data_full (G_OBJECT (parent), "lectern-named-children", children, g_object_unref);
}

static gboolean
choice_to_tooltip (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  GtkStringObject *choice = g_value_get_object (from);

  g_value_set_string (to, choice != NULL ? gtk_string_object_get_string (choice) : NULL);

  return TRUE;
}

/**
 * lectern_names_choice:
 * @row: a row whose model is a list of strings
 *
 * Says in the tooltip what is chosen, as a narrow window cuts it.
 */
void
lectern_names_choice (AdwComboRow *row)
{
  g_object_bind_property_full (row, "selected-item", row, "tooltip-text", G_BINDING_SYNC_CREATE,
                               choice_to_tooltip, NULL, NULL, NULL);
}
