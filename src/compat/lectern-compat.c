/* lectern-compat.c: what differs between the versions of GTK
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-compat.h"

/**
 * lectern_compat_list_item_set_label:
 * @item: a list item that has its child
 * @label: the accessible name
 *
 * Gives the row of a list view an accessible name.  GTK can do so itself
 * since 4.12; before, the row is the parent of the item's child.
 */
void
lectern_compat_list_item_set_label (GtkListItem *item,
                                    const char  *label)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_item_set_accessible_label (item, label);
#else
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *row = child != NULL ? gtk_widget_get_parent (child) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
#endif
}

/**
 * lectern_compat_list_view_scroll_to:
 * @view: a list view
 * @position: the position of an item
 *
 * Scrolls as far as it takes to show an item.
 */
void
lectern_compat_list_view_scroll_to (GtkListView *view,
                                    guint        position)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_view_scroll_to (view, position, GTK_LIST_SCROLL_NONE, NULL);
#else
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item",
                              "u", position);
#endif
}

#if !GTK_CHECK_VERSION (4, 12, 0)

/* As if the list were not there. */
static gboolean
leave_cb (GtkWidget *view,
          GVariant  *arguments,
          gpointer   user_data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (view));

  gtk_widget_set_can_focus (view, FALSE);
  gtk_widget_child_focus (window, GPOINTER_TO_INT (user_data));
  gtk_widget_set_can_focus (view, TRUE);

  return TRUE;
}

static void
add_way_out (GtkEventController *controller,
             guint               keyval,
             GdkModifierType     modifiers,
             GtkDirectionType    direction)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                      gtk_callback_action_new (leave_cb, GINT_TO_POINTER (direction), NULL)));
}

#endif

/**
 * lectern_compat_list_view_set_tab_leaves:
 * @view: a list view
 *
 * Lets Tab go on to what comes after the list, not to the next row.  Before
 * 4.12 a list view cannot do so itself.
 */
void
lectern_compat_list_view_set_tab_leaves (GtkListView *view)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_view_set_tab_behavior (view, GTK_LIST_TAB_ITEM);
#else
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_way_out (controller, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_way_out (controller, GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (view), controller);
#endif
}

/**
 * lectern_compat_announce:
 * @widget: what changed, or what it is in; it is shown
 * @text: a sentence
 *
 * Lets a screen reader say what changed without the focus having gone there,
 * which GTK can since 4.14.
 */
void
lectern_compat_announce (GtkWidget  *widget,
                         const char *text)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* That of GTK's own tests cannot, and does not look whether it can. */
  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

#if !GTK_CHECK_VERSION (4, 10, 0)

#define LAST_ICONS "/org/gnome/Adwaita/icons"

static gpointer
read_icons (gpointer user_data)
{
  g_autoptr (GtkIconTheme) theme = user_data;

  /* Any question will do: the theme answers under a lock of its own, once it
   * has read itself. */
  gtk_icon_theme_has_icon (theme, "list-add-symbolic");

  return NULL;
}

static void
icon_paths_changed_cb (GtkIconTheme *theme)
{
  g_auto (GStrv) paths = gtk_icon_theme_get_resource_path (theme);

  if (!g_strv_contains ((const char * const *) paths, LAST_ICONS))
    return;

  g_signal_handlers_disconnect_by_func (theme, icon_paths_changed_cb, NULL);
  g_thread_unref (g_thread_new ("icons", read_icons, g_object_ref (theme)));
}

#endif

/**
 * lectern_compat_read_icons_ahead:
 *
 * Reads the icons beside what else there is to do at the start.  GTK 4.8
 * begins to do so, in a thread; but an application and libadwaita each have
 * icons of their own, and when those are added all begins anew, where the
 * first icon is drawn.  So this begins when the last are added, while
 * libadwaita reads its style.
 *
 * To be called before an #AdwApplication starts up.
 */
void
lectern_compat_read_icons_ahead (void)
{
#if !GTK_CHECK_VERSION (4, 10, 0)
  gtk_init ();
  g_signal_connect (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                    "notify::resource-path", G_CALLBACK (icon_paths_changed_cb), NULL);
#endif
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
file_launched_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
uri_launched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

#endif

/**
 * lectern_compat_launch:
 * @parent: (nullable): the window that asks
 * @uri: a file or an address
 * @cancellable: (nullable): a cancellable
 * @callback: called when the viewer has been started
 * @user_data: data for @callback
 *
 * Opens @uri in the program that the user has chosen for its kind.
 */
void
lectern_compat_launch (GtkWindow           *parent,
                       const char          *uri,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  if (g_str_has_prefix (uri, "file:"))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

      gtk_file_launcher_launch (launcher, parent, cancellable, file_launched_cb, task);
    }
  else
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (launcher, parent, cancellable, uri_launched_cb, task);
    }
#else
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, cancellable, callback, user_data);
#endif
}

/**
 * lectern_compat_launch_finish:
 * @parent: (nullable): the window that asked
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes lectern_compat_launch().
 *
 * Returns: %TRUE if a program was started
 */
gboolean
lectern_compat_launch_finish (GtkWindow     *parent,
                              GAsyncResult  *result,
                              GError       **error)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  return g_task_propagate_boolean (G_TASK (result), error);
#else
  return gtk_show_uri_full_finish (parent, result, error);
#endif
}

#if !ADW_CHECK_VERSION (1, 3, 0)
/* Longer than a toast takes to come in the place of another. */
#define TOAST_COMES_MS 600

static gboolean
dismiss_cb (gpointer user_data)
{
  adw_toast_dismiss (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
toast_tick_cb (GtkWidget     *title,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  const gint64 *shown = g_object_get_data (G_OBJECT (title), "lectern-shown");

  if (gdk_frame_clock_get_frame_time (clock) < *shown + TOAST_COMES_MS * 1000)
    return G_SOURCE_CONTINUE;

  /* The toast may see this frame after its title. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, dismiss_cb, g_object_ref (user_data), g_object_unref);

  return G_SOURCE_REMOVE;
}

static void
toast_shown_cb (GtkWidget *title)
{
  gint64 now = g_get_monotonic_time ();

  g_object_set_data_full (G_OBJECT (title), "lectern-shown", g_memdup2 (&now, sizeof now), g_free);
}
#endif

/**
 * lectern_compat_toast_new:
 * @title: (transfer floating): what says it
 *
 * Makes a toast that may be dismissed at any time.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
lectern_compat_toast_new (GtkWidget *title)
{
#if !ADW_CHECK_VERSION (1, 3, 0)
  g_signal_connect (title, "map", G_CALLBACK (toast_shown_cb), NULL);
#endif

  return g_object_new (ADW_TYPE_TOAST, "custom-title", title, NULL);
}

/**
 * lectern_compat_toast_dismiss:
 * @toast: a toast of lectern_compat_toast_new()
 *
 * Takes it away.  libadwaita 1.2 uses freed memory if it goes while it still comes:
 * there it comes first.
 */
void
lectern_compat_toast_dismiss (AdwToast *toast)
{
#if !ADW_CHECK_VERSION (1, 3, 0)
  GtkWidget *title = adw_toast_get_custom_title (toast);

  if (gtk_widget_get_mapped (title))
    {
      /* The title goes with the toast, which alone holds it. */
      gtk_widget_add_tick_callback (title, toast_tick_cb, toast, NULL);
      return;
    }
#endif
  adw_toast_dismiss (toast);
}
