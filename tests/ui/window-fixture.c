/* window-fixture.c: a window of the application, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-fixture.h"

#include "lectern-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "lectern-application.h"

GtkApplication *window_fixture_application;

#if ADW_CHECK_VERSION (1, 7, 0)
/* libadwaita 1.7 warns of its own message dialogs, the emptiest too.  That is
 * printed; any other warning ends the test. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && (g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel")
            || g_str_has_prefix (fields[i].value, "Trying to measure AdwMessageDialog")))
      return g_log_writer_standard_streams (level, fields, n_fields, data);

  return g_log_writer_default (level, fields, n_fields, data);
}
#endif

void
window_fixture_init (int    *argc,
                     char ***argv)
{
  const char *folder = g_getenv ("LECTERN_LOCALEDIR");
  g_autoptr (GError) error = NULL;

  gtk_test_init (argc, argv, NULL);
  /* As main() does, where a test is about a language; GTK takes “C” for tests. */
  if (folder != NULL)
    {
      setlocale (LC_ALL, "");
      bindtextdomain (GETTEXT_PACKAGE, folder);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
#if ADW_CHECK_VERSION (1, 7, 0)
  g_log_set_writer_func (write_log, NULL, NULL);
#endif
  window_fixture_application = GTK_APPLICATION (lectern_application_new ());
  g_application_register (G_APPLICATION (window_fixture_application), NULL, &error);
  g_assert_no_error (error);

  /* As on GNOME: its font, and a window has a button to close it and no others. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close",
                "gtk-font-name", "Cantarell 11",
                "gtk-enable-animations", FALSE, NULL);
}

void
window_fixture_clear (void)
{
  g_clear_object (&window_fixture_application);
}

LecternWindow *
window_fixture_open (const char *path,
                     int         width,
                     int         height)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LecternWindow *window = lectern_window_new_for_file (window_fixture_application, file);

  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window))
                && gtk_widget_get_height (GTK_WIDGET (window)) > 0);
  ui_test_settle ();

  return window;
}

LecternWindow *
window_fixture_open_sample (int width,
                            int height)
{
  return window_fixture_open (g_getenv ("LECTERN_SAMPLE"), width, height);
}

void
window_fixture_close (LecternWindow *window)
{
  LecternWindow *held = g_object_ref (window);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_finalize (held);
}

gpointer
window_fixture_find (LecternWindow *window,
                     GType          type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (window), type, found);
  g_assert_cmpuint (found->len, >=, 1);

  return g_ptr_array_index (found, 0);
}

gboolean
window_fixture_is_enabled (LecternWindow *window,
                           const char    *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

void
window_fixture_activate (LecternWindow *window,
                         const char    *action)
{
  ui_test_wait (window_fixture_is_enabled (window, action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static gpointer
find_mapped (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

/* Waits until a dialog is there. */
gpointer
window_fixture_wait_dialog (GType type)
{
  ui_test_wait (find_mapped (type) != NULL);

  return find_mapped (type);
}

/* How many of a type there are. */
guint
window_fixture_count (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      n += G_TYPE_CHECK_INSTANCE_TYPE (window, type);
    }

  return n;
}

/* Presses a button by what it says, with its mnemonic. */
void
window_fixture_press (gpointer    window,
                      const char *label)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *button = NULL;

  ui_test_collect (window, GTK_TYPE_BUTTON, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *each = g_ptr_array_index (found, i);

      if (gtk_widget_get_mapped (each)
          && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (each)), label) == 0)
        button = each;
    }

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}
