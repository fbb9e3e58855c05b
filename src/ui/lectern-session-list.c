/* lectern-session-list.c: the sessions of a schedule, searched and filtered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-list-private.h"

#include <adwaita.h>

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_SEARCH_MODE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
guint lectern_session_list_signals[LECTERN_LIST_N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSessionList, lectern_session_list, GTK_TYPE_WIDGET)

/* Another session is the one that is selected, or the current one of several. */
void
lectern_session_list_set_current (LecternSessionList *self,
                                  LecternSession     *session)
{
  if (g_set_object (&self->selected, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static gboolean
refresh_cb (gpointer user_data)
{
  LecternSessionList *self = user_data;

  self->refresh_id = 0;
  if (self->schedule == NULL)
    return G_SOURCE_REMOVE;

  lectern_session_list_restore_selection (self);
  lectern_session_list_update_next (self);
  for (guint i = 0; i < self->rows->len; i++)
    lectern_session_list_update_heading (self, g_ptr_array_index (self->rows, i));
  lectern_session_list_update_page (self);

  return G_SOURCE_REMOVE;
}

/* Brings up to date what depends on more than one session, before the next
 * frame and once for all changes till then. */
void
lectern_session_list_queue_refresh (LecternSessionList *self)
{
  if (self->refresh_id == 0 && self->schedule != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
lectern_session_list_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lectern_session_list_parent_class)->realize (widget);
  lectern_session_list_follow_layout (LECTERN_SESSION_LIST (widget));
}

static void
lectern_session_list_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lectern_session_list_parent_class)->css_changed (widget, change);
  lectern_row_metrics_reset (LECTERN_SESSION_LIST (widget)->context.metrics);
}

static void
lectern_session_list_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (lectern_session_list_parent_class)->system_setting_changed (widget, setting);
  lectern_row_metrics_reset (LECTERN_SESSION_LIST (widget)->context.metrics);
}

static void
lectern_session_list_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LecternSessionList *self = LECTERN_SESSION_LIST (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, lectern_session_list_get_search_mode (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_session_list_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SEARCH_MODE:
      lectern_session_list_set_search_mode (LECTERN_SESSION_LIST (object),
                                            g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_session_list_dispose (GObject *object)
{
  LecternSessionList *self = LECTERN_SESSION_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_handle_id (&self->say_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_weak_pointer (&self->drop_row);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  lectern_session_list_forget_first_rows (self);
  g_clear_object (&self->schedule);
  g_clear_object (&self->selected);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->factory);
  g_clear_pointer (&self->context.warnings, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);

  G_OBJECT_CLASS (lectern_session_list_parent_class)->dispose (object);
}

static void
lectern_session_list_finalize (GObject *object)
{
  LecternSessionList *self = LECTERN_SESSION_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->context.needle);
  lectern_row_metrics_free (self->context.metrics);

  G_OBJECT_CLASS (lectern_session_list_parent_class)->finalize (object);
}

static void
lectern_session_list_class_init (LecternSessionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lectern_session_list_get_property;
  object_class->set_property = lectern_session_list_set_property;
  object_class->dispose = lectern_session_list_dispose;
  object_class->finalize = lectern_session_list_finalize;
  widget_class->realize = lectern_session_list_realize;
  widget_class->css_changed = lectern_session_list_css_changed;
  widget_class->system_setting_changed = lectern_session_list_system_setting_changed;

  /**
   * LecternSessionList:selected:
   *
   * The selected session; of several, the one that the focus came to last.
   * It stays the current one when the filter hides it.
   */
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, LECTERN_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LecternSessionList:search-mode:
   *
   * Whether the search bar is shown.
   */
  properties[PROP_SEARCH_MODE] =
    g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LecternSessionList::open-target:
   * @self: the list
   * @session: a session
   * @target: (nullable): its resource or paper, %NULL if it has none
   *
   * @target is to be opened.
   */
  lectern_session_list_signals[LECTERN_LIST_SIGNAL_OPEN_TARGET] =
    g_signal_new ("open-target", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, LECTERN_TYPE_SESSION, LECTERN_TYPE_RECORD);

  /**
   * LecternSessionList::edit:
   * @self: the list
   *
   * The selected session is to be edited.
   */
  lectern_session_list_signals[LECTERN_LIST_SIGNAL_EDIT] =
    g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternSessionList::add-notes:
   * @self: the list
   * @session: a session
   *
   * Notes are to be added to @session.
   */
  lectern_session_list_signals[LECTERN_LIST_SIGNAL_ADD_NOTES] =
    g_signal_new ("add-notes", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_SESSION);

  lectern_session_list_add_selection_signal ();
  lectern_session_list_add_drop_signal ();

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Text at 78 %: what is secondary but is to be read.  In the light scheme
 * text is itself at 80 %.  In high contrast nothing is dimmed. */
static void
update_secondary (LecternSessionList *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    self->context.secondary_alpha = G_MAXUINT16;
  else
    self->context.secondary_alpha = (adw_style_manager_get_dark (style) ? 0.78 : 0.78 * 0.8) * G_MAXUINT16;
  for (guint i = 0; i < self->rows->len; i++)
    lectern_session_row_update (g_ptr_array_index (self->rows, i));
}

static void
lectern_session_list_init (LecternSessionList *self)
{
  self->rows = g_ptr_array_new ();
  self->n_said = G_MAXUINT;
  self->context.metrics = lectern_row_metrics_new ();
  g_date_set_dmy (&self->context.today, 1, G_DATE_JANUARY, 1970);

  update_secondary (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_secondary), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (update_secondary), self, G_CONNECT_SWAPPED);

  self->filter = lectern_session_filter_new ();
  /* Before the model below, which begins anew with no row at all. */
  g_signal_connect_object (self->filter, "changed",
                           G_CALLBACK (lectern_session_list_keep_selection),
                           self, G_CONNECT_SWAPPED);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  /* That nothing was found is known only at the end. */
  g_signal_connect_object (self->filtered, "notify::pending",
                           G_CALLBACK (lectern_session_list_queue_refresh), self, G_CONNECT_SWAPPED);
  self->selection = g_object_new (GTK_TYPE_MULTI_SELECTION, "model", self->filtered, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->stack = gtk_stack_new ();
  gtk_box_append (GTK_BOX (self->box), self->stack);
  lectern_session_list_make_view (self);
  lectern_session_list_add_controllers (self);
  lectern_session_list_add_drop_target (self);
  lectern_session_list_add_drag (self);

  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (lectern_session_list_selection_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed",
                           G_CALLBACK (lectern_session_list_queue_refresh),
                           self, G_CONNECT_SWAPPED);
}

/**
 * lectern_session_list_new:
 *
 * Makes a list that shows nothing yet.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lectern_session_list_new (void)
{
  return g_object_new (LECTERN_TYPE_SESSION_LIST, NULL);
}

/**
 * lectern_session_list_set_schedule:
 * @self: a list
 * @schedule: (nullable): a schedule
 *
 * Shows the sessions of @schedule, with the next one selected.
 */
void
lectern_session_list_set_schedule (LecternSessionList *self,
                                   LecternSchedule    *schedule)
{
  g_autoptr (GListModel) model = NULL;

  if (!g_set_object (&self->schedule, schedule))
    return;

  /* One notification, if any: none between the two schedules. */
  g_object_freeze_notify (G_OBJECT (self));
  model = lectern_session_list_make_model (self);
  lectern_session_list_update_next (self);
  lectern_session_list_set_current (self, NULL);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  /* Without a factory the rows at the beginning, where the next session
   * rarely is, are not filled in just to be thrown away. */
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), NULL);
  gtk_filter_list_model_set_model (self->filtered, model);
  lectern_session_list_show_next (self, FALSE);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), self->factory);
  g_object_thaw_notify (G_OBJECT (self));
  lectern_session_list_update_page (self);
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    lectern_session_list_follow_layout (self);
}

/**
 * lectern_session_list_set_today:
 * @self: a list
 * @today: today's date
 *
 * Sets what divides upcoming from past.
 */
void
lectern_session_list_set_today (LecternSessionList *self,
                                const GDate        *today)
{
  if (g_date_compare (&self->context.today, today) == 0)
    return;

  self->context.today = *today;
  lectern_session_filter_set_today (self->filter, today);
  lectern_session_list_update_next (self);
  for (guint i = 0; i < self->rows->len; i++)
    lectern_session_row_update (g_ptr_array_index (self->rows, i));
}

/**
 * lectern_session_list_set_warnings:
 * @self: a list
 * @warnings: (nullable): sentences by the keys of the sessions
 *
 * Sets what is wrong with the sessions.
 */
void
lectern_session_list_set_warnings (LecternSessionList *self,
                                   GHashTable         *warnings)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->context.warnings);

  if (warnings != NULL)
    self->context.warnings = g_hash_table_ref (warnings);
  lectern_session_filter_set_warnings (self->filter, warnings);

  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternSessionRow *row = g_ptr_array_index (self->rows, i);
      guint64 key = lectern_session_get_key (lectern_session_row_get_session (row));
      const char *before = old != NULL ? g_hash_table_lookup (old, &key) : NULL;
      const char *now = warnings != NULL ? g_hash_table_lookup (warnings, &key) : NULL;

      if (g_strcmp0 (before, now) != 0)
        lectern_session_row_update (row);
    }
}

/**
 * lectern_session_list_set_folded:
 * @self: a list
 * @folded: whether it fills the window
 *
 * When folded, a click goes to the editor, and no row looks selected unless
 * several are.
 */
void
lectern_session_list_set_folded (LecternSessionList *self,
                                 gboolean            folded)
{
  self->folded = folded;
  lectern_session_list_update_folded (self);
}

/**
 * lectern_session_list_get_selected:
 * @self: a list
 *
 * The selected session; of several, the current one.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL
 */
LecternSession *
lectern_session_list_get_selected (LecternSessionList *self)
{
  return self->selected;
}

/**
 * lectern_session_list_is_next:
 * @self: a list
 * @session: a session
 *
 * Whether @session is the next one.
 *
 * Returns: %TRUE if it is
 */
gboolean
lectern_session_list_is_next (LecternSessionList *self,
                              LecternSession     *session)
{
  lectern_session_list_update_next (self);

  return lectern_session_get_key (session) == self->context.next_key;
}

/**
 * lectern_session_list_get_n_shown:
 * @self: a list
 *
 * How many sessions pass the filter.
 *
 * Returns: their number
 */
guint
lectern_session_list_get_n_shown (LecternSessionList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}
