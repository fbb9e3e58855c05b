/* lectern-compat-files.c: what a desktop can do with a file, by the version of
 * GTK
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-compat.h"

#if GTK_CHECK_VERSION (4, 12, 0)

static void
asked_cb (GObject      *source,
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
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

#else

static void
response_cb (GtkAppChooser *chooser,
             int            response,
             gpointer       user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GAppInfo) program = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = GTK_WIDGET (chooser);
  GFile *file = g_task_get_task_data (task);

  if (response == GTK_RESPONSE_OK)
    program = gtk_app_chooser_get_app_info (chooser);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));

  if (program == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No program was chosen");
  else if (g_app_info_launch (program, &(GList) { .data = file }, G_APP_LAUNCH_CONTEXT (context), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  g_autofree char *uri = g_file_get_uri (g_task_get_task_data (task));
  const char *uris[] = { uri, NULL };

  if (bus == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            g_task_get_cancellable (task), called_cb, g_object_ref (task));
}

#endif

/**
 * lectern_compat_launch_with:
 * @parent: the window that asks
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called when a program has been started
 * @user_data: data for @callback
 *
 * Opens @file in a program that the user chooses now.
 */
void
lectern_compat_launch_with (GtkWindow           *parent,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
#if GTK_CHECK_VERSION (4, 12, 0)
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_set_always_ask (launcher, TRUE);
  gtk_file_launcher_launch (launcher, parent, cancellable, asked_cb, task);
#else
  GtkWidget *dialog;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  dialog = gtk_app_chooser_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_USE_HEADER_BAR, file);
  G_GNUC_END_IGNORE_DEPRECATIONS
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * lectern_compat_launch_with_finish:
 * @parent: the window that asked
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes lectern_compat_launch_with().
 *
 * Returns: %TRUE if a program was started
 */
gboolean
lectern_compat_launch_with_finish (GtkWindow     *parent,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lectern_compat_show_in_folder:
 * @parent: the window that asks
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called when the file manager was asked
 * @user_data: data for @callback
 *
 * Lets the file manager show @file in its folder.
 */
void
lectern_compat_show_in_folder (GtkWindow           *parent,
                               GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
#if GTK_CHECK_VERSION (4, 12, 0)
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, parent, cancellable, shown_cb, task);
#else
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, task);
#endif
}

/**
 * lectern_compat_show_in_folder_finish:
 * @parent: the window that asked
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes lectern_compat_show_in_folder().
 *
 * Returns: %TRUE if the file manager shows it
 */
gboolean
lectern_compat_show_in_folder_finish (GtkWindow     *parent,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
