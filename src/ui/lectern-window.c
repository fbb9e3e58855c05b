/* lectern-window.c: a window that shows and edits one schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "lectern-compat.h"
#include "lectern-names.h"
#include "lectern-recent.h"

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternWindow, lectern_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
schedule_title (LecternWindow *self)
{
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (self->document));
  const char *title = lectern_head_get_title (head);

  return title != NULL && *title != '\0' ? title : _("Untitled Schedule");
}

void
lectern_window_update_title (LecternWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *tooltip = NULL;
  const char *title;

  if (self->document == NULL)
    return;

  title = schedule_title (self);
  name = lectern_document_dup_name (self->document);
  if (lectern_document_get_edited (self->document))
    /* Translators: %s is the name of a file. */
    subtitle = g_strdup_printf (_("%s · Edited"), name);
  else
    subtitle = g_strdup (name);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  tooltip = g_strconcat (title, "\n", subtitle, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), tooltip);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
warnings_changed_cb (LecternWindow *self)
{
  guint n = lectern_warnings_get_n (self->warnings);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *tooltip = g_strdup_printf (ngettext ("Show %u Warning", "Show %u Warnings", n), n);

  lectern_session_list_set_warnings (self->list, lectern_warnings_get_by_key (self->warnings));
  if (self->editor != NULL)
    lectern_session_editor_set_warnings (self->editor, lectern_warnings_get_list (self->warnings));
  adw_button_content_set_label (self->warnings_content, number);
  gtk_widget_set_tooltip_text (self->warnings_button, tooltip);
  /* The number alone says little. */
  lectern_names_set (GTK_WIDGET (self->warnings_button), tooltip);
  lectern_window_update_attention (self);
  lectern_window_update_actions (self);
}

static void
start_warnings (LecternWindow *self)
{
  if (self->warnings != NULL || self->document == NULL)
    return;

  self->warnings = lectern_warnings_new (self->document);
  g_signal_connect_object (self->warnings, "changed", G_CALLBACK (warnings_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Reading styles, icons and a file leaves much memory that is free and not given
 * back: 3 MB with a small schedule. */
#define TRIM_MS 1000

static gboolean
trim_cb (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  LecternWindow *self = LECTERN_WINDOW (widget);

  /* Once before the first frame is drawn, and again before the next. */
  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;

  self->first_frame_id = 0;
  lectern_session_list_set_drawn (self->list);
  lectern_window_folded_cb (self);
  lectern_window_need_editor (self);
  lectern_window_add_recent_menu (self);
  if (lectern_document_get_file (self->document) != NULL)
    lectern_recent_add (self->document);
  lectern_window_find_drafts (self);
  start_warnings (self);
  g_timeout_add_full (G_PRIORITY_LOW, TRIM_MS, trim_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
history_changed_cb (LecternWindow *self)
{
  lectern_window_drop_step_toast (self);
  lectern_window_update_actions (self);
}

static void
applied_cb (LecternWindow *self,
            guint64        key)
{
  if (key != 0)
    lectern_session_list_reveal (self->list, key, FALSE);
}

static void
forget_document (LecternWindow *self)
{
  if (self->document == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (lectern_document_get_history (self->document), self);
  g_signal_handlers_disconnect_by_data (lectern_schedule_get_head (lectern_document_get_schedule (self->document)), self);
  lectern_window_unfollow_file (self);
  lectern_window_stop_drafts (self);
  /* A check may be under way, which keeps them alive until it has ended. */
  if (self->warnings != NULL)
    g_object_run_dispose (G_OBJECT (self->warnings));
  g_clear_object (&self->warnings);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_object (&self->page_file);
  g_clear_object (&self->document);
}

static void
follow_document (LecternWindow *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);

  g_signal_connect_object (self->document, "notify::edited",
                           G_CALLBACK (lectern_window_update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file",
                           G_CALLBACK (lectern_window_update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "changed", G_CALLBACK (history_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "applied", G_CALLBACK (applied_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lectern_schedule_get_head (schedule), "changed",
                           G_CALLBACK (lectern_window_update_title), self, G_CONNECT_SWAPPED);
  lectern_window_start_drafts (self);
  lectern_window_follow_versions (self);
  lectern_window_follow_file (self);
  lectern_window_follow_reach (self);
}

/**
 * lectern_window_set_document:
 * @self: a window
 * @document: a document
 *
 * Shows a document, with the next session selected and in sight.
 */
void
lectern_window_set_document (LecternWindow   *self,
                             LecternDocument *document)
{
  if (self->document == document)
    return;

  lectern_window_close_attention (self);
  lectern_window_close_unattached (self);
  forget_document (self);
  self->document = g_object_ref (document);
  follow_document (self);

  lectern_window_update_today (self);
  lectern_window_hide_banner (self);
  lectern_session_list_set_warnings (self->list, NULL);
  if (self->editor != NULL)
    g_object_set (self->editor, "session", NULL, "document", document, NULL);
  lectern_session_list_set_schedule (self->list, lectern_document_get_schedule (document));
  lectern_window_show_main (self);
  lectern_window_update_title (self);
  lectern_session_list_show_next (self->list, TRUE);
  lectern_window_update_actions (self);

  if (self->first_frame_id == 0)
    self->first_frame_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb,
                                                         NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * lectern_window_get_document:
 * @self: a window
 *
 * What it shows.
 *
 * Returns: (transfer none) (nullable): the document, %NULL if it has none
 */
LecternDocument *
lectern_window_get_document (LecternWindow *self)
{
  return self->document;
}

/**
 * lectern_window_get_file:
 * @self: a window
 *
 * The file that it shows, reads, or could not read.
 *
 * Returns: (transfer none) (nullable): the file
 */
GFile *
lectern_window_get_file (LecternWindow *self)
{
  if (self->loading != NULL)
    return self->loading;

  return self->document != NULL ? lectern_document_get_file (self->document) : NULL;
}

/**
 * lectern_window_is_blank:
 * @self: a window
 *
 * Whether another schedule may take its place.
 *
 * Returns: %TRUE if it shows none, or a new one that nothing was put into
 */
gboolean
lectern_window_is_blank (LecternWindow *self)
{
  if (self->document == NULL)
    return self->cancellable == NULL;

  return lectern_document_get_file (self->document) == NULL
         && !lectern_document_get_edited (self->document);
}

/* The least at which the editor stands beside the list. */
#define BOTH_PANES_WIDTH 721

static void
restore_size (LecternWindow *self)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();

  int width, height;

  if (settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1000, 700);
      return;
    }

  width = g_settings_get_int (settings, "window-width");
  height = g_settings_get_int (settings, "window-height");
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  /* A leaflet folds when it gets its first size: until then, what is there
   * beside a wide list only must not make a narrow window wider. */
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), width >= BOTH_PANES_WIDTH);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  else
    lectern_session_list_set_first_height (self->list, height);
}

static void
keep_size (LecternWindow *self)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();
  int width, height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
close_confirmed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  LecternWindow *self = LECTERN_WINDOW (object);

  if (lectern_window_confirm_close_finish (self, result))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
lectern_window_close_request (GtkWindow *window)
{
  LecternWindow *self = LECTERN_WINDOW (window);

  keep_size (self);
  lectern_window_confirm_close (self, close_confirmed_cb, NULL);

  return TRUE;
}

static void
lectern_window_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, lectern_window_get_document (LECTERN_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_window_dispose (GObject *object)
{
  LecternWindow *self = LECTERN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  lectern_window_forget_notes (self);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->first_frame_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->first_frame_id);
  self->first_frame_id = 0;

  if (self->launcher != NULL)
    g_object_run_dispose (G_OBJECT (self->launcher));
  g_clear_object (&self->launcher);
  if (self->shown != NULL)
    g_clear_signal_handler (&self->shown_id, self->shown);
  g_clear_object (&self->shown);
  forget_document (self);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->start_banner = NULL;
  g_clear_object (&self->loading);
  g_clear_weak_pointer (&self->save);
  g_clear_weak_pointer (&self->step_toast);
  g_clear_weak_pointer (&self->last_toast);

  G_OBJECT_CLASS (lectern_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, list_header);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, warnings_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, warnings_content);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, editor_pane);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, editor_box);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, editor_title);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, session_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, lectern_window_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, lectern_window_visible_child_cb);
}

static void
lectern_window_class_init (LecternWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lectern_window_get_property;
  object_class->dispose = lectern_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lectern_window_close_request;

  /**
   * LecternWindow:document:
   *
   * What the window shows.
   */
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, LECTERN_TYPE_DOCUMENT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LECTERN_TYPE_PANE);
  g_type_ensure (LECTERN_TYPE_SESSION_LIST);
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
lectern_window_init (LecternWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lectern_names_add (GTK_WIDGET (self));
  if (DEVEL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  lectern_names_follow (GTK_WIDGET (self->toasts));
  restore_size (self);

  lectern_window_connect_panes (self);
  lectern_window_add_menus (self);
  lectern_window_add_actions (self);
  lectern_window_add_file_actions (self);
  lectern_window_add_attention_actions (self);
  lectern_window_add_plan_actions (self);
  lectern_window_add_notes_actions (self);
  lectern_window_add_page_actions (self);
  lectern_window_add_share_actions (self);
  lectern_window_add_draft_actions (self);
  lectern_window_add_version_actions (self);
  lectern_window_add_external_actions (self);
  lectern_window_add_reach_actions (self);
  lectern_window_update_actions (self);
}
