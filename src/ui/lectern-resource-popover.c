/* lectern-resource-popover.c: the label and the address of a resource
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-resource-popover.h"

#include "lectern-entry-row.h"

struct _LecternResourcePopover
{
  GtkPopover       parent_instance;

  LecternEntryRow *label;
  LecternEntryRow *file;
  LecternEntryRow *link;
};

G_DEFINE_FINAL_TYPE (LecternResourcePopover, lectern_resource_popover, GTK_TYPE_POPOVER)

static void
lectern_resource_popover_class_init (LecternResourcePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LECTERN_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-resource-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternResourcePopover, label);
  gtk_widget_class_bind_template_child (widget_class, LecternResourcePopover, file);
  gtk_widget_class_bind_template_child (widget_class, LecternResourcePopover, link);
}

static void
lectern_resource_popover_init (LecternResourcePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lectern_resource_popover_new:
 *
 * Makes a popover that is not bound yet.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
lectern_resource_popover_new (void)
{
  return g_object_new (LECTERN_TYPE_RESOURCE_POPOVER, NULL);
}

/**
 * lectern_resource_popover_bind:
 * @self: a popover
 * @subject: what the editor is about
 * @resource: a resource of its session
 * @prefix: the path of the resource, and a point
 *
 * Shows a resource.  It is a file or a link: one of them is shown.
 */
void
lectern_resource_popover_bind (LecternResourcePopover *self,
                               LecternSubject         *subject,
                               LecternResource        *resource,
                               const char             *prefix)
{
  LecternRecord *record = LECTERN_RECORD (resource);
  gboolean is_file = lectern_resource_get_file (resource) != NULL;
  gboolean is_link = lectern_resource_get_url (resource) != NULL;

  lectern_entry_row_bind (self->label, subject, record, prefix);
  lectern_entry_row_bind (self->file, subject, record, prefix);
  lectern_entry_row_bind (self->link, subject, record, prefix);

  /* A field that was just emptied stays. */
  if (is_file || is_link)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->file), is_file);
      gtk_widget_set_visible (GTK_WIDGET (self->link), is_link);
    }
}
