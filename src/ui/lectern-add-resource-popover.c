/* lectern-add-resource-popover.c: a PDF or a link is added to a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-add-resource-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-names.h"

struct _LecternAddResourcePopover
{
  GtkPopover            parent_instance;

  GtkEditable          *link;
  GtkEditable          *label;
  GtkWidget            *add_button;

  LecternSubject       *subject;
};

G_DEFINE_FINAL_TYPE (LecternAddResourcePopover, lectern_add_resource_popover, GTK_TYPE_POPOVER)

static void
add (LecternAddResourcePopover *self,
     LecternResource           *resource)
{
  lectern_subject_leave (self->subject);
  lectern_edit_add_resource (lectern_subject_get_history (self->subject),
                             lectern_subject_get_session (self->subject), resource);

  gtk_editable_set_text (self->link, "");
  gtk_editable_set_text (self->label, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* An address without a scheme is meant as one of the web. */
static char *
dup_address (LecternAddResourcePopover *self)
{
  g_autofree char *text = dup_stripped (self->link);

  if (*text != '\0' && strstr (text, "://") == NULL && strchr (text, '.') != NULL)
    return g_strconcat ("https://", text, NULL);

  return g_steal_pointer (&text);
}

static void
link_changed_cb (LecternAddResourcePopover *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);
  g_autofree char *address = dup_address (self);
  g_autoptr (GError) error = NULL;
  gboolean fits;

  /* Asked as the first resource, since where it stands does not matter. */
  fits = session != NULL && *address != '\0'
         && lectern_edit_check (session, "resources[0].url", address, &error);
  gtk_widget_set_sensitive (self->add_button, fits);
  gtk_widget_set_tooltip_text (self->add_button, error != NULL ? error->message : NULL);
}

static void
add_link_cb (LecternAddResourcePopover *self)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  g_autofree char *address = dup_address (self);
  g_autofree char *label = dup_stripped (self->label);

  if (!gtk_widget_get_sensitive (self->add_button))
    return;

  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_LABEL, label);
  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_URL, address);
  add (self, resource);
}

/* The window chooses, copies, and says what is wrong. */
static void
choose_cb (LecternAddResourcePopover *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);
  g_autofree char *label = dup_stripped (self->label);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (session == NULL)
    return;

  lectern_subject_leave (self->subject);
  gtk_editable_set_text (self->label, "");
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (parent, "win.attach-choose", "(ts)",
                              lectern_session_get_key (session), label);
}

static void
lectern_add_resource_popover_finalize (GObject *object)
{
  LecternAddResourcePopover *self = LECTERN_ADD_RESOURCE_POPOVER (object);

  g_clear_object (&self->subject);

  G_OBJECT_CLASS (lectern_add_resource_popover_parent_class)->finalize (object);
}

static void
lectern_add_resource_popover_class_init (LecternAddResourcePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = lectern_add_resource_popover_finalize;

  g_type_ensure (ADW_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-add-resource-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, link);
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, label);
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, add_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_link_cb);
}

static void
lectern_add_resource_popover_init (LecternAddResourcePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lectern_names_add (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->link)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Label"), -1);
}

/**
 * lectern_add_resource_popover_new:
 * @subject: what the editor is about
 *
 * Makes a popover, for a [class@Gtk.MenuButton], that adds to the session that
 * @subject has then.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
lectern_add_resource_popover_new (LecternSubject *subject)
{
  LecternAddResourcePopover *self = g_object_new (LECTERN_TYPE_ADD_RESOURCE_POPOVER, NULL);

  self->subject = g_object_ref (subject);

  return GTK_WIDGET (self);
}
