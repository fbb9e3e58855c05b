/* lectern-window-pages.c: what stands in for the schedule, and above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

typedef struct
{
  const char *label;
  const char *action_name;
  const char *css_class;
} PageButton;

static GtkWidget *
make_buttons (const PageButton *buttons,
              guint             n_buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < n_buttons; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons[i].label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action_name);
      gtk_widget_add_css_class (button, "pill");
      if (buttons[i].css_class != NULL)
        gtk_widget_add_css_class (button, buttons[i].css_class);
      gtk_widget_set_size_request (button, 220, -1);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

/* A page in the window's stack with a header bar and @content; what stood
 * there under that name before is replaced. */
static void
show_page (LecternWindow *self,
           const char    *name,
           GtkWidget     *content)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, name);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *menu_button = gtk_menu_button_new ();
  g_autoptr (GtkBuilder) builder = NULL;

  builder = gtk_builder_new_from_resource ("/io/github/lectern_app/Lectern/ui/lectern-menus.ui");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu_button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (menu_button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu_button),
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "wide")));
  gtk_widget_set_tooltip_text (menu_button, _("Main Menu"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), menu_button);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_("Lectern"), ""));

  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (page), header);
  gtk_box_append (GTK_BOX (page), content);
  lectern_names_add (page);

  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  gtk_stack_add_named (self->stack, page, name);
  gtk_stack_set_visible_child (self->stack, page);
  gtk_window_set_title (GTK_WINDOW (self), _("Lectern"));
}

/* The first of the buttons, which is what most will want; not the menu, which
 * comes before it. */
static void
focus_first (GtkWidget *buttons)
{
  gtk_widget_grab_focus (gtk_widget_get_first_child (buttons));
}

/* No schedule is open. */
void
lectern_window_show_start (LecternWindow *self)
{
  static const PageButton buttons[] = {
    { N_("Open _Folder…"), "win.open-folder", "suggested-action" },
    { N_("_Open…"), "win.open", NULL },
    { N_("_New Schedule"), "win.new-schedule", NULL },
    { N_("_Import a Page…"), "win.import-page", NULL },
  };
  PageButton translated[G_N_ELEMENTS (buttons)];
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      translated[i] = buttons[i];
      translated[i].label = _(buttons[i].label);
    }

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Schedule Open"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Open your group’s folder to have the schedule and its notes together."));
  box = make_buttons (translated, G_N_ELEMENTS (translated));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  show_page (self, "start", page);
  self->start_banner = LECTERN_BANNER (lectern_banner_new ());
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (page)),
                              GTK_WIDGET (self->start_banner), gtk_widget_get_prev_sibling (page));
  lectern_window_find_drafts (self);
  focus_first (box);
}

/* @file could not be understood, or not be read. */
void
lectern_window_show_error (LecternWindow *self,
                           GFile         *file,
                           const GError  *error)
{
  PageButton buttons[] = {
    { _("_Open Another…"), "win.open", "suggested-action" },
    { _("_Show in Text Editor"), "win.show-in-editor", NULL },
  };
  g_autofree char *description = g_markup_escape_text (error->message, -1);
  GtkWidget *page = adw_status_page_new ();
  gboolean exists = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL)
                    == G_FILE_TYPE_REGULAR;
  GtkWidget *box;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Schedule Cannot Be Opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  box = make_buttons (buttons, exists ? 2 : 1);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  show_page (self, "error", page);
  focus_first (box);
}

/* Reading takes long. */
void
lectern_window_show_busy (LecternWindow *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Opening the schedule"), -1);
  gtk_spinner_start (GTK_SPINNER (spinner));
  show_page (self, "busy", spinner);
}

/* The schedule itself.  The other pages go: a window rarely sees them again. */
void
lectern_window_show_main (LecternWindow *self)
{
  static const char * const others[] = { "start", "error", "busy" };

  gtk_stack_set_visible_child_name (self->stack, "main");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, others[i]);

      if (page != NULL)
        gtk_stack_remove (self->stack, page);
      self->start_banner = NULL;
    }
}

/* Shows that the schedule is being saved. */
void
lectern_window_set_busy (LecternWindow *self,
                         gboolean       busy)
{
  if (busy && self->spinner == NULL)
    {
      self->spinner = gtk_spinner_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saving"), -1);
      adw_header_bar_pack_end (self->list_header, self->spinner);
    }
  if (self->spinner == NULL)
    return;

  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}
