/* lectern-search-bar.c: the text that is searched for, and the filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-search-bar.h"

#include <adwaita.h>

#include "lectern-flow-layout.h"

struct _LecternSearchBar
{
  GtkWidget       parent_instance;

  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkWidget      *upcoming;
  GtkWidget      *past;
  GtkWidget      *without_notes;
  GtkWidget      *with_warnings;

  gboolean        updating;
};

enum
{
  PROP_0,
  PROP_ENABLED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (LecternSearchBar, lectern_search_bar, GTK_TYPE_WIDGET)

static void
emit_changed (LecternSearchBar *self)
{
  if (!self->updating)
    g_signal_emit (self, changed_signal, 0);
}

static void
search_changed_cb (LecternSearchBar *self)
{
  emit_changed (self);
}

static void
stop_search_cb (LecternSearchBar *self)
{
  lectern_search_bar_set_enabled (self, FALSE);
}

static void
toggled_cb (LecternSearchBar *self,
            GtkToggleButton  *button)
{
  /* A session is upcoming or past: one of the two at most. */
  if (gtk_toggle_button_get_active (button) && !self->updating)
    {
      GtkWidget *other = NULL;

      if (GTK_WIDGET (button) == self->upcoming)
        other = self->past;
      else if (GTK_WIDGET (button) == self->past)
        other = self->upcoming;

      if (other != NULL)
        {
          self->updating = TRUE;
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
          self->updating = FALSE;
        }
    }

  emit_changed (self);
}

static void
enabled_cb (LecternSearchBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
  emit_changed (self);
}

static void
lectern_search_bar_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LecternSearchBar *self = LECTERN_SEARCH_BAR (object);

  switch (property_id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, lectern_search_bar_get_enabled (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_search_bar_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_ENABLED:
      lectern_search_bar_set_enabled (LECTERN_SEARCH_BAR (object),
                                      g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_search_bar_dispose (GObject *object)
{
  LecternSearchBar *self = LECTERN_SEARCH_BAR (object);

  self->updating = TRUE;
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (lectern_search_bar_parent_class)->dispose (object);
}

static void
lectern_search_bar_class_init (LecternSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lectern_search_bar_get_property;
  object_class->set_property = lectern_search_bar_set_property;
  object_class->dispose = lectern_search_bar_dispose;

  /**
   * LecternSearchBar:enabled:
   *
   * Whether it is shown and its text and filters hold.
   */
  properties[PROP_ENABLED] =
    g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LecternSearchBar::changed:
   *
   * The text or a filter has changed.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (LECTERN_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchBar, upcoming);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchBar, past);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchBar, without_notes);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchBar, with_warnings);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
lectern_search_bar_init (LecternSearchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled",
                           G_CALLBACK (enabled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lectern_search_bar_new:
 *
 * Makes a search bar that is not shown yet.
 *
 * Returns: (transfer floating): the search bar
 */
GtkWidget *
lectern_search_bar_new (void)
{
  return g_object_new (LECTERN_TYPE_SEARCH_BAR, NULL);
}

/**
 * lectern_search_bar_get_enabled:
 * @self: a search bar
 *
 * Whether it is shown.
 *
 * Returns: whether it is
 */
gboolean
lectern_search_bar_get_enabled (LecternSearchBar *self)
{
  return self->bar != NULL && gtk_search_bar_get_search_mode (self->bar);
}

/**
 * lectern_search_bar_set_enabled:
 * @self: a search bar
 * @enabled: whether to show it
 *
 * Shows it and gives the entry the focus, or hides it, which ends the search
 * and the filters.
 */
void
lectern_search_bar_set_enabled (LecternSearchBar *self,
                                gboolean          enabled)
{
  if (!enabled)
    {
      self->updating = TRUE;
      lectern_search_bar_set_flags (self, LECTERN_FILTER_NONE);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      self->updating = FALSE;
    }

  gtk_search_bar_set_search_mode (self->bar, enabled);
}

/**
 * lectern_search_bar_get_text:
 * @self: a search bar
 *
 * What is searched for, as it was typed.
 *
 * Returns: (transfer none): the text
 */
const char *
lectern_search_bar_get_text (LecternSearchBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * lectern_search_bar_set_text:
 * @self: a search bar
 * @text: a text
 *
 * Searches for @text.
 */
void
lectern_search_bar_set_text (LecternSearchBar *self,
                             const char       *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  emit_changed (self);
}

/**
 * lectern_search_bar_get_flags:
 * @self: a search bar
 *
 * Which filters are on.
 *
 * Returns: the flags
 */
LecternFilterFlags
lectern_search_bar_get_flags (LecternSearchBar *self)
{
  LecternFilterFlags flags = LECTERN_FILTER_NONE;

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->upcoming)))
    flags |= LECTERN_FILTER_UPCOMING;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->past)))
    flags |= LECTERN_FILTER_PAST;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->without_notes)))
    flags |= LECTERN_FILTER_WITHOUT_NOTES;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->with_warnings)))
    flags |= LECTERN_FILTER_WITH_WARNINGS;

  return flags;
}

/**
 * lectern_search_bar_set_flags:
 * @self: a search bar
 * @flags: filters
 *
 * Turns filters on and off.
 */
void
lectern_search_bar_set_flags (LecternSearchBar   *self,
                              LecternFilterFlags  flags)
{
  gboolean updating = self->updating;

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->upcoming),
                                (flags & LECTERN_FILTER_UPCOMING) != 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->past),
                                (flags & LECTERN_FILTER_PAST) != 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->without_notes),
                                (flags & LECTERN_FILTER_WITHOUT_NOTES) != 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->with_warnings),
                                (flags & LECTERN_FILTER_WITH_WARNINGS) != 0);
  self->updating = updating;

  emit_changed (self);
}

/**
 * lectern_search_bar_forward:
 * @self: a search bar
 * @controller: the controller of the list, that has a key press
 *
 * Begins to search by a key that was typed into the list.
 */
void
lectern_search_bar_forward (LecternSearchBar      *self,
                            GtkEventControllerKey *controller)
{
  lectern_search_bar_set_enabled (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_event_controller_key_forward (controller,
                                    GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}
