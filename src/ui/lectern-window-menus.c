/* lectern-window-menus.c: the menus of the window, made when they are opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-recent.h"

#define MENUS "/io/github/lectern_app/Lectern/ui/lectern-menus.ui"

static void
create_main_menu (GtkMenuButton *button,
                  gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);
  gboolean narrow = adw_leaflet_get_folded (self->leaflet) && self->document != NULL;

  if (narrow)
    g_menu_append_submenu (G_MENU (gtk_builder_get_object (builder, "narrow_open")),
                           _("Open _Recent"), lectern_recent_get_menu ());

  gtk_menu_button_set_menu_model (button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder,
                                                                        narrow ? "narrow" : "wide")));
}

static void
create_session_menu (GtkMenuButton *button,
                     gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->n_selected > 1)
    {
      g_autoptr (GMenuModel) several = lectern_session_list_make_several_menu (self->list);

      gtk_menu_button_set_menu_model (button, several);
      return;
    }

  builder = gtk_builder_new_from_resource (MENUS);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "session")));
}

void
lectern_window_add_menus (LecternWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->session_menu_button, create_session_menu,
                                         self, NULL);
}

/* After the first frame, as the list of recent files has to be read. */
void
lectern_window_add_recent_menu (LecternWindow *self)
{
  if (adw_split_button_get_menu_model (self->open_button) == NULL)
    adw_split_button_set_menu_model (self->open_button, lectern_recent_get_menu ());
}
