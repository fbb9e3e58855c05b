/* lectern-session-list-menu.c: the menus of a row, and of several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-list-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-text.h"

/* In a menu's label an underscore is not itself. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_target (GMenu          *menu,
               LecternSession *session,
               LecternRecord  *target,
               int             index)
{
  g_autofree char *name = lectern_text_target_name (target);
  g_autofree char *escaped = escape_label (name);
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (LECTERN_IS_PAPER (target))
    label = g_strdup (_("Open Paper"));
  else
    /* Translators: %s is the name of a file or a link. */
    label = g_strdup_printf (_("Open “%s”"), escaped);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-resource", "(ti)",
                                     lectern_session_get_key (session), index);
  g_menu_append_item (menu, item);
}

static void
append_action (GMenu          *menu,
               const char     *label,
               const char     *action,
               LecternSession *session,
               guint           index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ti)", lectern_session_get_key (session),
                                     (gint32) index);
  g_menu_append_item (menu, item);
}

/* What can be done with the notes that a double click opens; for the others
 * the editor has menus. */
static void
append_primary (GMenu          *menu,
                LecternSession *session)
{
  LecternRecord *primary = lectern_session_get_primary (session);
  guint index;

  if (!LECTERN_IS_RESOURCE (primary)
      || !g_list_store_find (G_LIST_STORE (lectern_session_get_resources (session)), primary, &index))
    return;

  if (lectern_resource_get_file (LECTERN_RESOURCE (primary)) != NULL)
    {
      append_action (menu, _("Open Notes W_ith…"), "win.open-with", session, index);
      append_action (menu, _("Show Notes in _Files"), "win.show-in-files", session, index);
    }
  append_action (menu, _("Copy Lin_k to Notes"), "win.copy-link", session, index);
}

static GMenuModel *
make_menu (LecternSession *session)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) targets = g_menu_new ();
  g_autoptr (GMenu) notes = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) shares = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  GListModel *resources = lectern_session_get_resources (session);
  GListModel *papers = lectern_session_get_papers (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);

      append_target (targets, session, resource, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternRecord) paper = g_list_model_get_item (papers, i);

      /* A paper is counted down from -1. */
      if (lectern_paper_get_url (LECTERN_PAPER (paper)) != NULL)
        append_target (targets, session, paper, -1 - (int) i);
    }

  g_menu_append (notes, _("A_ttach PDF…"), "win.attach-pdf");
  g_menu_append (notes, _("_Add PDF or Link…"), "win.add-notes");
  append_primary (notes, session);

  g_menu_append (moves, _("_Postpone…"), "win.postpone");
  g_menu_append (moves, _("_Continue Next Time…"), "win.continue-session");
  g_menu_append (moves, _("S_wap With…"), "win.swap");
  g_menu_append (moves, _("Cance_l Session…"), "win.cancel-session");
  g_menu_append (moves, _("Mo_ve Earlier…"), "win.move-earlier");
  g_menu_append (moves, _("M_ove Later…"), "win.move-later");
  if (lectern_session_get_date (session) == NULL)
    g_menu_append (moves, _("Schedule _Next…"), "win.schedule-session");
  g_menu_append (moves, _("Su_ggest Presenter"), "win.suggest-presenter");

  g_menu_append (shares, _("Anno_unce…"), "win.announce");
  g_menu_append (shares, _("Copy as _Markdown"), "win.copy-session");
  g_menu_append (edits, _("_Edit"), "win.edit-session");
  g_menu_append (edits, _("_Duplicate"), "win.duplicate-session");
  g_menu_append (edits, _("_Remove"), "win.remove-session");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (targets));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shares));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
make_several_menu (guint n)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) shares = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autofree char *duplicate = NULL;
  g_autofree char *remove = NULL;

  g_menu_append (moves, _("_Postpone…"), "win.postpone");
  g_menu_append (moves, _("Cance_l Sessions…"), "win.cancel-session");
  g_menu_append (moves, _("Mo_ve Earlier…"), "win.move-earlier");
  g_menu_append (moves, _("M_ove Later…"), "win.move-later");
  g_menu_append (moves, _("Schedule _Next…"), "win.schedule-session");
  g_menu_append (kinds, _("Mark as _Session"), "win.session-kind::session");
  g_menu_append (kinds, _("Mark as _Break"), "win.session-kind::break");
  g_menu_append (kinds, _("Mark as _Announcement"), "win.session-kind::announcement");
  g_menu_append (shares, _("Copy as _Markdown"), "win.copy-session");
  duplicate = g_strdup_printf (ngettext ("_Duplicate %u Session", "_Duplicate %u Sessions", n), n);
  remove = g_strdup_printf (ngettext ("_Remove %u Session", "_Remove %u Sessions", n), n);
  g_menu_append (edits, duplicate, "win.duplicate-session");
  g_menu_append (edits, remove, "win.remove-session");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shares));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * lectern_session_list_make_several_menu:
 * @self: a list
 *
 * Makes a menu of what can be done with the several sessions that are
 * selected.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
lectern_session_list_make_several_menu (LecternSessionList *self)
{
  return make_several_menu (lectern_session_list_get_n_selected (self));
}

static void
menu_closed_cb (LecternSessionList *self)
{
  lectern_session_list_focus (self);
}

/* Opens a menu at a place in the list or below @anchor. */
static void
show_menu (LecternSessionList *self,
           GMenuModel         *model,
           GtkWidget          *anchor,
           const GdkRectangle *at)
{
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);

  if (at != NULL)
    rectangle = *at;
  else if (anchor != NULL && gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle) {
      bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height,
    };
  else
    rectangle = (GdkRectangle) { 0, 0, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Opens the menu of a session, at a place in the list or below @anchor. */
void
lectern_session_list_show_row_menu (LecternSessionList *self,
                                    LecternSession     *session,
                                    GtkWidget          *anchor,
                                    const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = make_menu (session);

  lectern_session_list_reveal (self, lectern_session_get_key (session), FALSE);
  show_menu (self, model, anchor, at);
}

/* Opens the menu of all that are selected. */
void
lectern_session_list_show_several_menu (LecternSessionList *self,
                                        GtkWidget          *anchor,
                                        const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = lectern_session_list_make_several_menu (self);

  show_menu (self, model, anchor, at);
}

/**
 * lectern_session_list_popup_menu:
 * @self: a list
 *
 * Opens the menu of the selected sessions.
 */
void
lectern_session_list_popup_menu (LecternSessionList *self)
{
  LecternSessionRow *row = NULL;

  if (self->selected != NULL)
    row = lectern_session_list_find_row (self, lectern_session_get_key (self->selected));
  if (row == NULL)
    return;

  if (lectern_session_list_is_several (self))
    lectern_session_list_show_several_menu (self, GTK_WIDGET (row), NULL);
  else
    lectern_session_list_show_row_menu (self, self->selected, GTK_WIDGET (row), NULL);
}
