/* lectern-resource-row.c: a PDF or a link of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-resource-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-names.h"
#include "lectern-resource-popover.h"

/**
 * LecternResourceRow:
 *
 * Name and place of a resource.  Where there are several, a radio button marks
 * what a double click opens.  One button opens, one menu holds the rest.
 */
struct _LecternResourceRow
{
  AdwActionRow            parent_instance;

  GtkCheckButton         *radio;
  GtkImage               *icon;
  GtkWidget              *open_button;
  GtkMenuButton          *menu_button;
  GMenuModel             *menu;

  /* While it is edited. */
  LecternResourcePopover *popover;

  LecternSubject         *subject;
  LecternResource        *resource;
  guint                   index;
  gboolean                updating;

  /* What is known of its file: which file that was, and what there is. */
  char                   *known_file;
  LecternNotesInfo        info;
};

G_DEFINE_FINAL_TYPE (LecternResourceRow, lectern_resource_row, ADW_TYPE_ACTION_ROW)

static char *
dup_path (LecternResourceRow *self,
          const char         *member)
{
  return g_strdup_printf ("resources[%u].%s", self->index, member);
}

static void
mark (LecternResourceRow *self)
{
  g_autofree char *path = dup_path (self, "primary");
  g_autoptr (GError) error = NULL;

  lectern_subject_leave (self->subject);
  if (!lectern_subject_set (self->subject, path, "true", &error))
    g_critical ("A resource could not be marked: %s", error->message);
}

static void
toggled_cb (LecternResourceRow *self)
{
  if (!self->updating && gtk_check_button_get_active (self->radio))
    mark (self);
}

static gboolean
is_missing (LecternResourceRow *self)
{
  return self->info.missing
         && g_strcmp0 (self->known_file, lectern_resource_get_file (self->resource)) == 0;
}

/* What cannot be opened can be looked for. */
static void
open_cb (LecternResourceRow *self)
{
  if (is_missing (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "resource.locate", NULL);
      return;
    }
  lectern_subject_open (self->subject, LECTERN_RECORD (self->resource));
}

static void
mark_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  mark (LECTERN_RESOURCE_ROW (widget));
}

/* The window knows what to do with a file. */
static void
file_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LecternResourceRow *self = LECTERN_RESOURCE_ROW (widget);
  g_autofree char *name = g_strconcat ("win.", action_name + strlen ("resource."), NULL);
  LecternSession *session = lectern_subject_get_session (self->subject);

  lectern_subject_leave (self->subject);
  gtk_widget_activate_action (widget, name, "(ti)", lectern_session_get_key (session),
                              (gint32) self->index);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LecternResourceRow *self = LECTERN_RESOURCE_ROW (widget);
  int offset = g_str_equal (action_name, "resource.move-up") ? -1 : 1;

  lectern_subject_leave (self->subject);
  lectern_edit_move_item (lectern_subject_get_history (self->subject),
                          lectern_subject_get_session (self->subject),
                          LECTERN_SESSION_RESOURCES, self->index, self->index + offset);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LecternResourceRow *self = LECTERN_RESOURCE_ROW (widget);

  lectern_subject_leave (self->subject);
  lectern_edit_remove_item (lectern_subject_get_history (self->subject),
                            lectern_subject_get_session (self->subject),
                            LECTERN_SESSION_RESOURCES, self->index);
}

static void
bind_popover (LecternResourceRow *self)
{
  g_autofree char *prefix = dup_path (self, "");

  lectern_resource_popover_bind (self->popover, self->subject, self->resource, prefix);
}

/* Not while the popover is still at it. */
static gboolean
drop_popover_cb (gpointer user_data)
{
  LecternResourceRow *self = user_data;

  if (self->popover != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      self->popover = NULL;
      gtk_menu_button_set_popover (self->menu_button, NULL);
    }

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (LecternResourceRow *self)
{
  lectern_subject_leave (self->subject);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_popover_cb, g_object_ref (self), g_object_unref);
}

/* The menu's own button shows the popover; afterwards it is the menu's again. */
static gboolean
edit_cb (gpointer user_data)
{
  LecternResourceRow *self = user_data;

  if (self->popover != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  self->popover = LECTERN_RESOURCE_POPOVER (lectern_resource_popover_new ());
  bind_popover (self);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->menu_button, GTK_WIDGET (self->popover));
  gtk_menu_button_popup (self->menu_button);

  return G_SOURCE_REMOVE;
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  /* Not while the menu, whose place it takes, is still at it. */
  g_idle_add_full (G_PRIORITY_DEFAULT, edit_cb, g_object_ref (widget), g_object_unref);
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  LecternResourceRow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->menu));
}

static void
lectern_resource_row_dispose (GObject *object)
{
  LecternResourceRow *self = LECTERN_RESOURCE_ROW (object);

  self->popover = NULL;
  g_clear_object (&self->subject);
  g_clear_object (&self->resource);
  g_clear_pointer (&self->known_file, g_free);

  G_OBJECT_CLASS (lectern_resource_row_parent_class)->dispose (object);
}

static void
lectern_resource_row_class_init (LecternResourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_resource_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-resource-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternResourceRow, radio);
  gtk_widget_class_bind_template_child (widget_class, LecternResourceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LecternResourceRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LecternResourceRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LecternResourceRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);

  gtk_widget_class_install_action (widget_class, "resource.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "resource.open-with", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "resource.show-in-files", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "resource.copy-link", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "resource.locate", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "resource.trash-file", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "resource.mark", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "resource.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "resource.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "resource.remove", NULL, remove_action);
}

static void
lectern_resource_row_init (LecternResourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
}

/**
 * lectern_resource_row_new:
 *
 * Makes a row that is not bound yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_resource_row_new (void)
{
  return g_object_new (LECTERN_TYPE_RESOURCE_ROW, NULL);
}

static void
set_name (GtkWidget  *button,
          const char *format,
          const char *name,
          gboolean    has_tooltip)
{
  /* The format is one of those below. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, name);
#pragma GCC diagnostic pop

  lectern_names_set (button, text);
  if (has_tooltip)
    gtk_widget_set_tooltip_text (button, text);
}

/* Kind, size and day, below where it is. */
static char *
describe_place (LecternResourceRow *self)
{
  const char *file = lectern_resource_get_file (self->resource);
  const char *url = lectern_resource_get_url (self->resource);
  g_autofree char *size = NULL;
  g_autofree char *date = NULL;
  g_autoptr (GDateTime) modified = NULL;

  if (file == NULL)
    return g_strdup (url != NULL ? url : _("Neither a file nor a link yet"));
  if (is_missing (self))
    /* Translators: %s is the path of a file. */
    return g_strdup_printf (_("%s\nMissing"), file);
  if (self->info.size < 0 || g_strcmp0 (self->known_file, file) != 0)
    return g_strdup (file);

  size = g_format_size (self->info.size);
  modified = g_date_time_new_from_unix_local (self->info.modified);
  /* Translators: the day of a file, as g_date_time_format() writes it. */
  date = modified != NULL ? g_date_time_format (modified, _("%-d %b %Y")) : NULL;

  /* Translators: the path of a PDF, its size, its day. */
  return g_strdup_printf (_("%s\nPDF · %s · %s"), file, size, date != NULL ? date : "");
}

static void
update_open_button (LecternResourceRow *self,
                    const char         *name)
{
  gboolean is_file = lectern_resource_get_file (self->resource) != NULL;

  if (is_missing (self))
    gtk_button_set_icon_name (GTK_BUTTON (self->open_button), "edit-find-symbolic");
  else
    gtk_button_set_icon_name (GTK_BUTTON (self->open_button),
                              is_file ? "document-open-symbolic" : "lectern-open-link-symbolic");
  set_name (self->open_button, is_missing (self) ? _("Locate “%s”…") : _("Open “%s”"), name, TRUE);
}

static void
update_texts (LecternResourceRow *self)
{
  const char *file = lectern_resource_get_file (self->resource);
  const char *url = lectern_resource_get_url (self->resource);
  const char *place = file != NULL ? file : url;
  g_autofree char *name = lectern_resource_dup_shown_name (self->resource);
  g_autofree char *description = NULL;

  if (*name == '\0')
    {
      g_free (name);
      name = g_strdup (_("Untitled"));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  description = describe_place (self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), description);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), place);

  gtk_image_set_from_icon_name (self->icon, file != NULL ? "x-office-document-symbolic"
                                                         : "web-browser-symbolic");
  gtk_widget_set_visible (self->open_button, place != NULL);

  update_open_button (self, name);
  set_name (GTK_WIDGET (self->menu_button), _("Menu of “%s”"), name, TRUE);
  set_name (GTK_WIDGET (self->radio), _("Double click opens “%s”"), name, FALSE);
}

/**
 * lectern_resource_row_bind:
 * @self: a row
 * @subject: what the editor is about
 * @index: which resource of its session
 *
 * Shows a resource.
 */
void
lectern_resource_row_bind (LecternResourceRow *self,
                           LecternSubject     *subject,
                           guint               index)
{
  LecternSession *session = lectern_subject_get_session (subject);
  GListModel *resources = lectern_session_get_resources (session);
  guint n = g_list_model_get_n_items (resources);
  g_autoptr (LecternResource) resource = g_list_model_get_item (resources, index);
  gboolean is_file = lectern_resource_get_file (resource) != NULL;
  gboolean opened_first = lectern_session_get_primary (session) == LECTERN_RECORD (resource);

  if (self->popover != NULL && resource != self->resource)
    gtk_menu_button_popdown (self->menu_button);

  g_set_object (&self->subject, subject);
  g_set_object (&self->resource, resource);
  self->index = index;

  self->updating = TRUE;
  gtk_check_button_set_active (self->radio, opened_first);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->radio), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), n == 1);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self),
                                         n > 1 ? GTK_WIDGET (self->radio) : NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.open-with", is_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.show-in-files", is_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.locate", is_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.trash-file", is_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.mark", n == 1 && !opened_first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.move-up", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.move-down", index + 1 < n);

  update_texts (self);
  if (self->popover != NULL)
    bind_popover (self);
}

/**
 * lectern_resource_row_set_info:
 * @self: a row
 * @info: what there is of its file
 *
 * Shows it.
 */
void
lectern_resource_row_set_info (LecternResourceRow     *self,
                               const LecternNotesInfo *info)
{
  g_free (self->known_file);
  self->known_file = g_strdup (lectern_resource_get_file (self->resource));
  self->info = *info;
  update_texts (self);
}

/**
 * lectern_resource_row_close:
 * @self: a row
 *
 * Closes what the row has opened: to be called before the row is removed,
 * since GTK 4.8 never frees a popover that goes with the focus in an entry.
 */
void
lectern_resource_row_close (LecternResourceRow *self)
{
  if (self->popover == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
  gtk_menu_button_popdown (self->menu_button);
  gtk_menu_button_set_popover (self->menu_button, NULL);
  self->popover = NULL;
}

/**
 * lectern_resource_row_get_radio:
 * @self: a row
 *
 * What marks the resource that a double click opens.
 *
 * Returns: (transfer none): the radio button
 */
GtkCheckButton *
lectern_resource_row_get_radio (LecternResourceRow *self)
{
  return self->radio;
}
