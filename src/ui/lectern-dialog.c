/* lectern-dialog.c: what dialogs that show an effect before it happens share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * lectern_dialog_prepare:
 * @dialog: a window
 * @width: how wide it is where there is room
 *
 * Makes a window a dialog: it belongs to its parent and stays in front of it,
 * and fits on a phone.
 */
void
lectern_dialog_prepare (GtkWindow *dialog,
                        int        width)
{
  gtk_window_set_modal (dialog, TRUE);
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_set_default_size (dialog, width, 640);
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 360, 294);
}

/**
 * lectern_dialog_add_header:
 * @dialog: a dialog
 * @box: the box at whose top the header goes
 * @title: its title
 * @subtitle: (nullable): what it is about
 * @cancel: the label of the button that closes it
 * @verb: the label of the button that does it
 *
 * Gives a dialog its header: what does nothing at the start, what does it at
 * the end.
 *
 * Returns: (transfer none): the button that does it
 */
GtkWidget *
lectern_dialog_add_header (GtkWindow  *dialog,
                           GtkWidget  *box,
                           const char *title,
                           const char *subtitle,
                           const char *cancel,
                           const char *verb)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel_button = gtk_button_new_with_mnemonic (cancel);
  GtkWidget *verb_button = gtk_button_new_with_mnemonic (verb);
  GtkWidget *window_title = adw_window_title_new (title, subtitle);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel_button), "window.close");
  gtk_widget_add_css_class (verb_button, "suggested-action");

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), verb_button);
  /* Between two buttons there is not room for each day's name. */
  gtk_widget_set_tooltip_text (window_title, subtitle);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), window_title);
  gtk_window_set_title (dialog, title);
  gtk_box_prepend (GTK_BOX (box), header);

  return verb_button;
}

/**
 * lectern_dialog_make_spinner:
 * @name: what is waited for
 *
 * Makes what is shown while a file is read.
 *
 * Returns: (transfer floating): a spinner
 */
GtkWidget *
lectern_dialog_make_spinner (const char *name)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_spinner_start (GTK_SPINNER (spinner));

  return spinner;
}

/**
 * lectern_dialog_make_row:
 * @text: what to say
 * @detail: (nullable): more about it
 * @icon_name: (nullable): an icon
 *
 * Makes a row that only says something, in full.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_dialog_make_row (const char *text,
                         const char *detail,
                         const char *icon_name)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (icon, g_str_equal (icon_name, "dialog-warning-symbolic")
                                        ? "warning" : "success");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }

  return row;
}

/**
 * lectern_dialog_wrap_title:
 * @group: a group
 *
 * Lets the title of a group go over several lines, where libadwaita would cut
 * it off on a phone.
 */
void
lectern_dialog_wrap_title (GtkWidget *group)
{
  for (GtkWidget *child = gtk_widget_get_first_child (group);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_LABEL (child))
        {
          lectern_dialog_wrap_title (child);
        }
      else if (gtk_widget_has_css_class (child, "heading"))
        {
          gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_NONE);
          gtk_label_set_wrap (GTK_LABEL (child), TRUE);
        }
    }
}

/**
 * lectern_dialog_make_more:
 * @n: how many
 *
 * Makes the row that stands for those that are not shown.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_dialog_make_more (guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  return lectern_dialog_make_row (text, NULL, NULL);
}

/**
 * lectern_dialog_append_count:
 * @string: a list in words
 * @format: what is counted, as ngettext() has it for @n, with `%u` for the number
 * @n: how many
 *
 * Adds one kind of thing to a list such as “2 sessions, 1 break”; nothing if
 * there are none of it.
 */
void
lectern_dialog_append_count (GString    *string,
                             const char *format,
                             guint       n)
{
  g_auto (GStrv) pieces = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  if (string->len > 0)
    g_string_append (string, _(", "));

  pieces = g_strsplit (format, "%u", 2);
  number = g_strdup_printf ("%u", n);
  text = g_strjoinv (number, pieces);
  g_string_append (string, text);
}
