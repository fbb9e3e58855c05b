/* lectern-row-error.c: a row that says what is wrong with what it holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-row-error.h"

#include "lectern-compat.h"

#define NOTE_KEY "lectern-row-error"

static GtkWidget *
create_note (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *note = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_margin_start (label, 14);
  gtk_widget_set_margin_end (label, 14);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (note), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (note), FALSE);
  gtk_widget_set_focusable (note, FALSE);

  return note;
}

static void
show_note (GtkWidget  *row,
           const char *error)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *note = g_object_get_data (G_OBJECT (row), NOTE_KEY);
  GtkLabel *label;

  if (!GTK_IS_LIST_BOX (list))
    return;

  if (note == NULL)
    {
      note = create_note ();
      gtk_list_box_insert (GTK_LIST_BOX (list), note,
                           gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
      g_object_set_data_full (G_OBJECT (row), NOTE_KEY, g_object_ref (note), g_object_unref);
    }

  label = GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (note)));
  if (g_strcmp0 (gtk_label_get_label (label), error) != 0)
    lectern_compat_announce (row, error);
  gtk_label_set_label (label, error);
}

static void
hide_note (GtkWidget *row)
{
  GtkWidget *note = g_object_get_data (G_OBJECT (row), NOTE_KEY);
  GtkWidget *list = note != NULL ? gtk_widget_get_parent (note) : NULL;

  if (list != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), note);
  g_object_set_data (G_OBJECT (row), NOTE_KEY, NULL);
}

/**
 * lectern_row_error_set:
 * @row: a row of a list box
 * @editor: what in the row holds the text
 * @error: (nullable): a sentence, or %NULL if all is well
 * @spelled_out: whether the sentence stands under the row; while something is
 *   typed it would only jump in and out
 *
 * Shows that a row holds something that cannot be kept, by the style, to the
 * reader of the screen, and in words.
 */
void
lectern_row_error_set (GtkWidget  *row,
                       GtkWidget  *editor,
                       const char *error,
                       gboolean    spelled_out)
{
  if (error == NULL)
    {
      hide_note (row);
      gtk_widget_remove_css_class (row, "error");
      gtk_widget_set_tooltip_text (row, NULL);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_widget_add_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, error);
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor),
                               GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error, -1);

  /* What is said stays true while it is typed on. */
  if (spelled_out || g_object_get_data (G_OBJECT (row), NOTE_KEY) != NULL)
    show_note (row, error);
}
