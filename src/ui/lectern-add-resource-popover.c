/* lectern-add-resource-popover.c: a PDF or a link is added to a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-add-resource-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "lectern-notes-folder.h"

struct _LecternAddResourcePopover
{
  GtkPopover            parent_instance;

  GtkEditable          *link;
  GtkEditable          *label;
  GtkWidget            *add_button;
  GtkLabel             *error;

  LecternSubject       *subject;
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;

  /* The PDF that is looked at, and the session that it is for. */
  LecternResource      *resource;
  LecternSession       *session;
};

G_DEFINE_FINAL_TYPE (LecternAddResourcePopover, lectern_add_resource_popover, GTK_TYPE_POPOVER)

static void
set_error (LecternAddResourcePopover *self,
           const char                *error)
{
  gtk_label_set_label (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  if (error != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_parent (GTK_WIDGET (self))));
}

static void
add (LecternAddResourcePopover *self,
     LecternResource           *resource)
{
  lectern_subject_leave (self->subject);
  lectern_edit_add_resource (lectern_subject_get_history (self->subject),
                             lectern_subject_get_session (self->subject), resource);

  set_error (self, NULL);
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

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LecternAddResourcePopover) self = user_data;
  g_autoptr (LecternResource) resource = g_steal_pointer (&self->resource);
  g_autoptr (LecternSession) session = g_steal_pointer (&self->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = lectern_notes_folder_resolve_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || session != lectern_subject_get_session (self->subject))
    return;

  if (uri == NULL)
    set_error (self, error->message);
  else
    add (self, resource);
}

static char *
dup_real_path (GFile *file)
{
  char *real = g_file_peek_path (file) != NULL ? realpath (g_file_peek_path (file), NULL) : NULL;
  char *path = g_strdup (real);

  free (real);

  return path;
}

/* The same folder can be reached by several names. */
static char *
dup_relative_path (GFile *schedule,
                   GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (schedule);
  g_autofree char *folder_path = NULL;
  g_autofree char *file_path = NULL;
  g_autoptr (GFile) real_folder = NULL;
  g_autoptr (GFile) real_file = NULL;
  char *relative = g_file_get_relative_path (folder, file);

  if (relative != NULL)
    return relative;

  folder_path = dup_real_path (folder);
  file_path = dup_real_path (file);
  if (folder_path == NULL || file_path == NULL)
    return NULL;

  real_folder = g_file_new_for_path (folder_path);
  real_file = g_file_new_for_path (file_path);

  return g_file_get_relative_path (real_folder, real_file);
}

static char *
say_outside (LecternAddResourcePopover *self,
             GFile                     *file)
{
  const char *folder = lectern_head_get_notes_folder (lectern_subject_get_head (self->subject));
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);

  if (folder != NULL)
    return g_strdup_printf (_("“%s” is not in the schedule’s folder, where the page could link to it. Copy it into “%s” there, then choose the copy."),
                            name, folder);

  return g_strdup_printf (_("“%s” is not in the schedule’s folder, where the page could link to it. Copy it there, then choose the copy."),
                          name);
}

/* The first PDF of a session is its notes, unless something else is. */
static gboolean
is_first_file (LecternSession *session)
{
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (lectern_resource_get_file (resource) != NULL
          || g_strcmp0 (lectern_resource_get_label (resource), _("Notes")) == 0)
        return FALSE;
    }

  return TRUE;
}

static char *
make_label (LecternAddResourcePopover *self,
            const char                *path)
{
  g_autofree char *typed = dup_stripped (self->label);
  char *name, *point;

  if (*typed != '\0')
    return g_steal_pointer (&typed);
  if (is_first_file (lectern_subject_get_session (self->subject)))
    return g_strdup (_("Notes"));

  name = g_path_get_basename (path);
  point = strrchr (name, '.');
  if (point != NULL && point != name)
    *point = '\0';

  return name;
}

/**
 * lectern_add_resource_popover_add_file:
 * @self: a popover
 * @file: a file
 *
 * Adds a PDF that is in the schedule's folder to the session, after a look at
 * whether it is one.  If it cannot be added, the popover says why.
 */
void
lectern_add_resource_popover_add_file (LecternAddResourcePopover *self,
                                       GFile                     *file)
{
  LecternDocument *document = lectern_subject_get_document (self->subject);
  LecternSession *session = lectern_subject_get_session (self->subject);
  GFile *schedule = document != NULL ? lectern_document_get_file (document) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  g_autofree char *error = NULL;

  if (session == NULL || self->resource != NULL)
    return;

  if (schedule == NULL)
    {
      set_error (self, _("Save the schedule first: a PDF is noted down by its place in the schedule’s folder."));
      return;
    }

  path = dup_relative_path (schedule, file);
  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    {
      error = say_outside (self, file);
      set_error (self, error);
      return;
    }

  label = make_label (self, path);
  self->session = g_object_ref (session);
  self->resource = lectern_resource_new ();
  self->cancellable = g_cancellable_new ();
  lectern_record_set_string (LECTERN_RECORD (self->resource), LECTERN_RESOURCE_LABEL, label);
  lectern_record_set_string (LECTERN_RECORD (self->resource), LECTERN_RESOURCE_FILE, path);
  lectern_notes_folder_resolve_async (schedule, lectern_subject_get_head (self->subject),
                                      LECTERN_RECORD (self->resource), self->cancellable,
                                      resolved_cb, g_object_ref (self));
}

static void
close_chooser (LecternAddResourcePopover *self)
{
  if (self->chooser == NULL)
    return;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
}

static void
chosen_cb (LecternAddResourcePopover *self,
           int                        response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  close_chooser (self);

  if (file != NULL)
    lectern_add_resource_popover_add_file (self, file);
}

static void
set_start_folder (LecternAddResourcePopover *self)
{
  GFile *schedule = lectern_document_get_file (lectern_subject_get_document (self->subject));
  const char *notes = lectern_head_get_notes_folder (lectern_subject_get_head (self->subject));
  g_autoptr (GFile) folder = g_file_get_parent (schedule);
  g_autoptr (GFile) start = notes != NULL ? g_file_resolve_relative_path (folder, notes)
                                          : g_object_ref (folder);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), start, NULL);
}

static void
choose_cb (LecternAddResourcePopover *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  LecternDocument *document = lectern_subject_get_document (self->subject);

  if (document == NULL || lectern_document_get_file (document) == NULL)
    {
      set_error (self, _("Save the schedule first: a PDF is noted down by its place in the schedule’s folder."));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  close_chooser (self);

  gtk_file_filter_set_name (filter, _("PDF Documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_suffix (filter, "pdf");

  self->chooser = gtk_file_chooser_native_new (_("Choose a PDF"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Add"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  set_start_folder (self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
closed_cb (LecternAddResourcePopover *self)
{
  set_error (self, NULL);
}

static void
lectern_add_resource_popover_dispose (GObject *object)
{
  LecternAddResourcePopover *self = LECTERN_ADD_RESOURCE_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  close_chooser (self);

  G_OBJECT_CLASS (lectern_add_resource_popover_parent_class)->dispose (object);
}

static void
lectern_add_resource_popover_finalize (GObject *object)
{
  LecternAddResourcePopover *self = LECTERN_ADD_RESOURCE_POPOVER (object);

  g_clear_object (&self->subject);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->resource);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lectern_add_resource_popover_parent_class)->finalize (object);
}

static void
lectern_add_resource_popover_class_init (LecternAddResourcePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lectern_add_resource_popover_dispose;
  object_class->finalize = lectern_add_resource_popover_finalize;

  g_type_ensure (ADW_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-add-resource-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, link);
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, label);
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, add_button);
  gtk_widget_class_bind_template_child (widget_class, LecternAddResourcePopover, error);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
lectern_add_resource_popover_init (LecternAddResourcePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

/**
 * lectern_add_resource_popover_get_error:
 * @self: a popover
 *
 * Why the last PDF could not be added.
 *
 * Returns: (transfer none) (nullable): a sentence
 */
const char *
lectern_add_resource_popover_get_error (LecternAddResourcePopover *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_label_get_label (self->error)
                                                           : NULL;
}
