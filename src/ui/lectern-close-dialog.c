/* lectern-close-dialog.c: what to do with several schedules that are not saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-close-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

/**
 * LecternCloseDialog:
 *
 * Asks once about all windows with changes: each has a row with a check mark,
 * which says whether it is saved.
 */
struct _LecternCloseDialog
{
  AdwMessageDialog  parent_instance;

  /* Of GtkCheckButton, which belong to their rows. */
  GPtrArray        *checks;
};

G_DEFINE_FINAL_TYPE (LecternCloseDialog, lectern_close_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
lectern_close_dialog_dispose (GObject *object)
{
  g_clear_pointer (&LECTERN_CLOSE_DIALOG (object)->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_close_dialog_parent_class)->dispose (object);
}

static void
lectern_close_dialog_class_init (LecternCloseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_close_dialog_dispose;
}

static void
lectern_close_dialog_init (LecternCloseDialog *self)
{
  self->checks = g_ptr_array_new ();
}

/* What saving does follows the marks. */
static void
update_verb (LecternCloseDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += lectern_close_dialog_is_selected (self, i);

  adw_message_dialog_set_response_label (dialog, "save",
                                         n < self->checks->len ? _("_Save Selected") : _("_Save All"));
  adw_message_dialog_set_response_enabled (dialog, "save", n > 0);
}

/* Where it is: two schedules may have the same title, and the same name. */
static char *
describe_place (LecternWindow *window)
{
  GFile *file = lectern_document_get_file (lectern_window_get_document (window));
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *inside = NULL;

  if (file == NULL)
    return g_strdup (_("Not in a file yet: saving asks for one"));

  inside = g_file_get_relative_path (home, file);
  if (inside == NULL)
    return g_file_get_parse_name (file);

  return g_filename_display_name (inside);
}

static GtkWidget *
make_row (LecternCloseDialog *self,
          LecternWindow      *window)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *check = gtk_check_button_new ();
  const char *title = gtk_window_get_title (GTK_WINDOW (window));
  g_autofree char *place = describe_place (window);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  /* The end of a path says most, so that all of it is shown. */
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_verb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  /* That gives it the row's name. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_ptr_array_add (self->checks, check);

  return row;
}

/**
 * lectern_close_dialog_new:
 * @parent: the window in front of which it stands
 * @windows: (element-type LecternWindow): those with changes that are not saved
 *
 * Makes the dialog.  Its responses are `save`, `discard` and `cancel`.
 *
 * Returns: (transfer none): the dialog
 */
LecternCloseDialog *
lectern_close_dialog_new (GtkWindow *parent,
                          GPtrArray *windows)
{
  LecternCloseDialog *self = g_object_new (LECTERN_TYPE_CLOSE_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *list = gtk_list_box_new ();

  adw_message_dialog_set_heading (dialog, _("Save Changes?"));
  adw_message_dialog_set_body (dialog, _("These schedules have changes that are not saved. What you do not save is lost."));
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard All"),
                                    "save", _("_Save All"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Schedules"), -1);
  for (guint i = 0; i < windows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, g_ptr_array_index (windows, i)));
  adw_message_dialog_set_extra_child (dialog, list);
  lectern_names_add (GTK_WIDGET (self));

  return self;
}

/**
 * lectern_close_dialog_is_selected:
 * @self: the dialog
 * @i: which of the windows that it was made for
 *
 * Tells whether a window's schedule is to be saved.
 *
 * Returns: whether its check mark is set
 */
gboolean
lectern_close_dialog_is_selected (LecternCloseDialog *self,
                                  guint               i)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
}
