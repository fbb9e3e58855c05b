/* lectern-preferences.c: what the user may set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "lectern-announcement.h"
#include "lectern-date-form.h"
#include "lectern-dialog.h"
#include "lectern-names.h"
#include "lectern-settings.h"
#include "lectern-text-view.h"

/* One of several values, in the order of the row's list. */
typedef struct
{
  const char *value;
  const char *label;
} Choice;

static const Choice week_starts[] = {
  { "locale", N_("As Usual") },
  { "monday", N_("Monday") },
  { "saturday", N_("Saturday") },
  { "sunday", N_("Sunday") },
  { NULL },
};

static const Choice attached[] = {
  { "copy", N_("Copy") },
  { "link", N_("Leave in Place") },
  { NULL },
};

/* A day that can be read in one way only. */
static const Choice new_dates[] = {
  { LECTERN_DATE_FORM_ISO, "2023-12-31" },
  { LECTERN_DATE_FORM_DAY_FIRST, "31/12/2023" },
  { LECTERN_DATE_FORM_MONTH_FIRST, "12/31/2023" },
  { LECTERN_DATE_FORM_WORDS, "31 December 2023" },
  { NULL },
};

/* There is one window of them, as there is one of each setting. */
static GtkWindow *preferences;

static gboolean
value_to_index (GValue   *value,
                GVariant *variant,
                gpointer  user_data)
{
  const Choice *choices = user_data;

  for (guint i = 0; choices[i].value != NULL; i++)
    {
      if (g_strcmp0 (choices[i].value, g_variant_get_string (variant, NULL)) == 0)
        {
          g_value_set_uint (value, i);
          return TRUE;
        }
    }

  return FALSE;
}

static GVariant *
index_to_value (const GValue       *value,
                const GVariantType *type,
                gpointer            user_data)
{
  const Choice *choices = user_data;

  return g_variant_new_string (choices[g_value_get_uint (value)].value);
}

static GtkWidget *
make_choice (GSettings    *settings,
             const char   *key,
             const Choice *choices,
             const char   *title)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].value != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  lectern_names_choice (ADW_COMBO_ROW (row));
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                value_to_index, index_to_value, (gpointer) choices, NULL);

  return row;
}

/* ---- The template ---- */

typedef struct
{
  GSettings     *settings;
  GtkTextBuffer *buffer;
  GtkLabel      *error;
  GtkWidget     *reset;
  gboolean       setting;
} Template;

static void
template_free (gpointer data)
{
  Template *self = data;

  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_object_unref (self->settings);
  g_free (self);
}

static void
show_error (Template   *self,
            const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* Nothing set: Lectern's own words, to begin from. */
static void
show_template (Template *self)
{
  g_autofree char *template = g_settings_get_string (self->settings, LECTERN_SETTINGS_ANNOUNCEMENT);

  gtk_widget_set_sensitive (self->reset, *template != '\0');
  if (self->setting)
    return;

  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer,
                            *template != '\0' ? template : lectern_announcement_get_usual (), -1);
  self->setting = FALSE;
  show_error (self, NULL);
}

/* What cannot be filled in is not used: the last that could be is. */
static void
template_changed_cb (Template *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->setting)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (!lectern_announcement_check_template (text, &error))
    {
      show_error (self, error->message);
      return;
    }

  show_error (self, NULL);
  self->setting = TRUE;
  g_settings_set_string (self->settings, LECTERN_SETTINGS_ANNOUNCEMENT,
                         g_str_equal (text, lectern_announcement_get_usual ()) ? "" : text);
  self->setting = FALSE;
}

static void
reset_cb (Template *self)
{
  g_settings_reset (self->settings, LECTERN_SETTINGS_ANNOUNCEMENT);
  show_template (self);
}

static GtkWidget *
make_view (Template *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *view = g_object_new (LECTERN_TYPE_TEXT_VIEW, NULL);

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Template"), -1);
  gtk_widget_add_css_class (row, "text-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), view);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Template"));

  return row;
}

static GtkWidget *
make_template (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  Template *self = g_new0 (Template, 1);

  self->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (group), "lectern-template", self, template_free);

  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_xalign (self->error, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->error), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");

  self->reset = gtk_button_new_with_mnemonic (_("_Reset"));
  gtk_widget_set_tooltip_text (self->reset, _("Use Lectern’s Own Words"));
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->reset, "flat");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Announcements"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("For schedules that have no template of their own. What stands in braces is filled in for each meeting."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->reset);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_view (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->error));

  show_template (self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (template_changed_cb), self);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  g_signal_connect_swapped (settings, "changed::" LECTERN_SETTINGS_ANNOUNCEMENT,
                            G_CALLBACK (show_template), self);

  return group;
}

/* ---- All of it ---- */

/* What a choice means stands above it: beside it, there is no room for what
 * is chosen. */
static void
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description,
           GtkWidget          *row)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_group_add (group, row);
  adw_preferences_page_add (page, group);
}

static void
fill (AdwPreferencesPage *page,
      GSettings          *settings)
{
  add_group (page, _("Notes"),
             _("A PDF that is in the schedule’s folder already may be left there. One from elsewhere is copied into the notes folder in any case."),
             make_choice (settings, LECTERN_SETTINGS_ATTACHED, attached, _("Attached PDFs")));
  add_group (page, _("Tables"),
             _("In what is copied as Markdown, and on pages without dates. Other pages keep the form that they have."),
             make_choice (settings, LECTERN_SETTINGS_NEW_DATES, new_dates, _("Dates")));
  add_group (page, _("Calendar"), NULL,
             make_choice (settings, LECTERN_SETTINGS_WEEK_START, week_starts, _("First Day of the Week")));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_template (settings)));
}

static void
destroyed_cb (GtkWindow *window)
{
  preferences = NULL;
}

/* AdwPreferencesWindow has a search, which so few need not, and whose parts
 * have no names. */
static GtkWindow *
make_window (GSettings *settings)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkEventController *controller = gtk_shortcut_controller_new ();

  lectern_dialog_prepare (window, 560);
  gtk_window_set_title (window, _("Preferences"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);

  fill (ADW_PREFERENCES_PAGE (page), settings);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  lectern_names_add (GTK_WIDGET (window));
  g_signal_connect (window, "destroy", G_CALLBACK (destroyed_cb), NULL);

  return window;
}

/**
 * lectern_preferences_are_there:
 *
 * Tells whether there is anything to set: a program that was not installed
 * has no schema of its settings.
 *
 * Returns: whether there is
 */
gboolean
lectern_preferences_are_there (void)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();

  return settings != NULL;
}

/**
 * lectern_preferences_show:
 * @parent: (nullable): the window that they are shown over
 *
 * Shows the preferences, if there are any; what is changed there takes effect
 * at once.
 */
void
lectern_preferences_show (GtkWindow *parent)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();

  if (settings == NULL)
    return;

  if (preferences == NULL)
    preferences = make_window (settings);
  gtk_window_set_transient_for (preferences, parent);
  gtk_window_present (preferences);
}
