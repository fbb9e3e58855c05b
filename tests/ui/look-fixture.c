/* look-fixture.c: the window in other widths, sizes of text and directions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "look-fixture.h"

#include "lectern-settings.h"
#include "window-fixture.h"

/* What GTK draws around a window where there is no compositor. */
#define BORDER 5

static GtkTextDirection usual_direction;
static int usual_dpi;

void
look_fixture_init (void)
{
  usual_direction = gtk_widget_get_default_direction ();
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &usual_dpi, NULL);
}

LecternWindow *
look_fixture_open (const Look *look,
                   const char *path)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();
  LecternWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", look->dpi * 1024, NULL);
  gtk_widget_set_default_direction (look->direction);

  /* As it is opened again at the size it had: it must not become wider.
   * Without a compositor a border is drawn inside. */
  g_settings_set_int (settings, "window-width", look->width + 2 * BORDER);
  window = window_fixture_open (path, 0, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, look->width);

  return window;
}

void
look_fixture_close (LecternWindow *window)
{
  window_fixture_close (window);
  gtk_widget_set_default_direction (usual_direction);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", usual_dpi, NULL);
}
