/* lectern-resource-group.c: the PDFs and links of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-resource-group.h"

#include <glib/gi18n-lib.h>

#include "lectern-notes-info.h"
#include "lectern-resource-row.h"

struct _LecternResourceGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *add_row;
  GtkMenuButton       *add_button;

  /* The rows that are shown, from the first. */
  GPtrArray           *rows;
  LecternSubject      *subject;

  /* What is known of the files, and what is being looked at. */
  GCancellable        *cancellable;
  char                *looked_at;
};

G_DEFINE_FINAL_TYPE (LecternResourceGroup, lectern_resource_group, ADW_TYPE_PREFERENCES_GROUP)

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  LecternResourceGroup *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL && self->subject != NULL)
    gtk_menu_button_set_popover (button, lectern_add_resource_popover_new (self->subject));
}

static void
lectern_resource_group_dispose (GObject *object)
{
  LecternResourceGroup *self = LECTERN_RESOURCE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->looked_at, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (lectern_resource_group_parent_class)->dispose (object);
}

static void
lectern_resource_group_class_init (LecternResourceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_resource_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-resource-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternResourceGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, LecternResourceGroup, add_button);
}

static void
lectern_resource_group_init (LecternResourceGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, create_popup_cb, self, NULL);
}

/* A removed row's place in the focus goes to the one that takes its place. */
static void
keep_focus (LecternResourceGroup *self,
            guint                 index)
{
  if (index < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, index));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
set_n_rows (LecternResourceGroup *self,
            guint                 n)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (self->add_row));
  gboolean had_focus = FALSE;

  while (self->rows->len > n)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, self->rows->len - 1);

      had_focus = had_focus || gtk_widget_get_focus_child (GTK_WIDGET (list)) == row;
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
      lectern_resource_row_close (LECTERN_RESOURCE_ROW (row));
      gtk_list_box_remove (list, row);
    }

  while (self->rows->len < n)
    {
      GtkWidget *row = lectern_resource_row_new ();

      if (self->rows->len > 0)
        gtk_check_button_set_group (lectern_resource_row_get_radio (LECTERN_RESOURCE_ROW (row)),
                                    lectern_resource_row_get_radio (g_ptr_array_index (self->rows, 0)));
      gtk_list_box_insert (list, row, self->rows->len);
      g_ptr_array_add (self->rows, row);
    }

  if (had_focus)
    keep_focus (self, n > 0 ? n - 1 : 0);
}

static const char *
get_description (LecternSession *session)
{
  LecternRecord *primary;

  if (session == NULL || g_list_model_get_n_items (lectern_session_get_resources (session)) < 2)
    return NULL;

  primary = lectern_session_get_primary (session);
  if (LECTERN_IS_RESOURCE (primary))
    return _("Double click opens the marked one");
  if (LECTERN_IS_PAPER (primary))
    return _("Double click opens the paper, unless one is marked");

  return _("Mark what a double click opens");
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LecternResourceGroup) self = user_data;
  g_autoptr (GArray) infos = lectern_notes_info_finish (result, NULL);

  /* Cancelled: a later look is under way, or the rows are gone. */
  if (infos == NULL || self->rows == NULL)
    return;

  for (guint i = 0; i < MIN (infos->len, self->rows->len); i++)
    lectern_resource_row_set_info (g_ptr_array_index (self->rows, i),
                                   &g_array_index (infos, LecternNotesInfo, i));
}

/* The files that a session names, in one text. */
static char *
list_files (LecternSession *session)
{
  GString *text = g_string_new (NULL);
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      const char *file = lectern_resource_get_file (resource);

      g_string_append_printf (text, "%s\n", file != NULL ? file : "");
    }

  return g_string_free (text, FALSE);
}

/* In a thread, and all of them at once; not at each key that is typed
 * elsewhere. */
static void
look_at_files (LecternResourceGroup *self,
               gboolean              again)
{
  LecternDocument *document = lectern_subject_get_document (self->subject);
  LecternSession *session = lectern_subject_get_session (self->subject);
  g_autofree char *files = session != NULL ? list_files (session) : NULL;

  if (!again && g_strcmp0 (files, self->looked_at) == 0)
    return;
  g_free (self->looked_at);
  self->looked_at = g_steal_pointer (&files);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (document == NULL || session == NULL || self->rows->len == 0)
    return;

  self->cancellable = g_cancellable_new ();
  lectern_notes_info_async (lectern_document_get_file (document), session, self->cancellable,
                            looked_cb, g_object_ref (self));
}

/**
 * lectern_resource_group_refresh:
 * @self: a group
 *
 * Looks at the files again, as they may have come or gone.
 */
void
lectern_resource_group_refresh (LecternResourceGroup *self)
{
  if (self->subject != NULL)
    look_at_files (self, TRUE);
}

/**
 * lectern_resource_group_bind:
 * @self: a group
 * @subject: what the editor is about
 *
 * Shows the resources of the session that @subject has now.
 */
void
lectern_resource_group_bind (LecternResourceGroup *self,
                             LecternSubject       *subject)
{
  LecternSession *session = lectern_subject_get_session (subject);
  guint n = 0;

  g_set_object (&self->subject, subject);
  if (session != NULL)
    n = g_list_model_get_n_items (lectern_session_get_resources (session));

  set_n_rows (self, n);
  for (guint i = 0; i < n; i++)
    lectern_resource_row_bind (g_ptr_array_index (self->rows, i), subject, i);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), get_description (session));
  look_at_files (self, FALSE);
}

/**
 * lectern_resource_group_add:
 * @self: a group
 *
 * Opens the popover that adds a PDF or a link.
 */
void
lectern_resource_group_add (LecternResourceGroup *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  gtk_menu_button_popup (self->add_button);
}

/**
 * lectern_resource_group_get_popover:
 * @self: a group
 *
 * The popover that adds a PDF or a link.
 *
 * Returns: (transfer none) (nullable): the popover, %NULL as long as it has
 *   not been opened
 */
LecternAddResourcePopover *
lectern_resource_group_get_popover (LecternResourceGroup *self)
{
  return (LecternAddResourcePopover *) gtk_menu_button_get_popover (self->add_button);
}
