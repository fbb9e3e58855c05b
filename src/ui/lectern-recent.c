/* lectern-recent.c: the schedules that were open lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-recent.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#define MIME_TYPE "application/vnd.lectern.schedule+json"
#define MAX_ITEMS 10

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited (*(GtkRecentInfo **) b),
                              gtk_recent_info_get_visited (*(GtkRecentInfo **) a));
}

/* The schedule's title, and its file's name, as there may be several. */
static char *
make_label (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *label = g_strdup_printf ("%s (%s)",
                                            gtk_recent_info_get_display_name (info), name);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  /* In a menu's label an underscore is not itself. */
  return g_strjoinv ("__", parts);
}

static void
fill_menu (GtkRecentManager *manager,
           GMenu            *menu)
{
  g_autolist (GtkRecentInfo) all = gtk_recent_manager_get_items (manager);
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();

  for (GList *l = all; l != NULL; l = l->next)
    {
      if (gtk_recent_info_has_application (l->data, g_get_application_name ())
          && g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) == 0
          && gtk_recent_info_exists (l->data))
        g_ptr_array_add (ours, l->data);
    }
  g_ptr_array_sort (ours, compare_visited);

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (ours->len, MAX_ITEMS); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (ours, i);
      g_autofree char *label = make_label (info);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                         gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
    }
  if (ours->len == 0)
    g_menu_append (menu, _("No Recent Schedules"), "win.no-recent");
}

/**
 * lectern_recent_get_menu:
 *
 * The schedules that were open lately, latest first; kept up to date.
 *
 * Returns: (transfer none): the menu
 */
GMenuModel *
lectern_recent_get_menu (void)
{
  static GMenu *menu;

  if (menu == NULL)
    {
      GtkRecentManager *manager = gtk_recent_manager_get_default ();

      menu = g_menu_new ();
      g_signal_connect_object (manager, "changed", G_CALLBACK (fill_menu), menu, 0);
      fill_menu (manager, menu);
    }

  return G_MENU_MODEL (menu);
}

/**
 * lectern_recent_add:
 * @document: a document that has a file
 *
 * Remembers that @document was opened or saved.
 */
void
lectern_recent_add (LecternDocument *document)
{
  GFile *file = lectern_document_get_file (document);
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (document));
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = lectern_document_dup_name (document);
  const char *title = lectern_head_get_title (head);
  GtkRecentData data = {
    .display_name = (char *) (title != NULL ? title : name),
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "lectern %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
