/* lectern-merge-dialog.c: what another program changed, put together with what is unsaved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-merge-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "lectern-dialog.h"
#include "lectern-names.h"
#include "lectern-text-differences.h"

/* Two values fit beside each other where there is room for two lines of
 * text; else one stands below the other. */
#define SIDE_WIDTH 150
#define SIDE_CHARS 20

static void
toggled_cb (GtkCheckButton       *button,
            LecternMergeConflict *conflict)
{
  conflict->use_mine = gtk_check_button_get_active (button);
}

static GtkWidget *
make_side (LecternMergeConflict *conflict,
           gboolean              mine)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (mine ? _("Here") : _("In the File"));
  g_autofree char *value = lectern_merge_conflict_dup_value (conflict, mine);
  GtkWidget *label = gtk_label_new (value);
  g_autofree char *name = NULL;

  /* Translators: whose value it is, and the value */
  name = g_strdup_printf (_("%s: %s"), mine ? _("Here") : _("In the File"), value);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* A long line shall not keep the other side from standing beside it. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), SIDE_CHARS);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), mine == conflict->use_mine);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  /* The text is beside the button, so that it can have more than a line. */
  g_object_set_data (G_OBJECT (box), "button", button);

  return box;
}

static void
pressed_cb (GtkGestureClick *gesture)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_check_button_set_active (g_object_get_data (G_OBJECT (box), "button"), TRUE);
}

static GtkWidget *
make_conflict (LecternMergeConflict *conflict)
{
  GtkWidget *row = gtk_flow_box_new ();
  GtkWidget *buttons[2];

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (row), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (row), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (row), 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget *child = gtk_flow_box_child_new ();
      GtkWidget *box = make_side (conflict, i == 0);
      GtkGesture *gesture = gtk_gesture_click_new ();

      buttons[i] = g_object_get_data (G_OBJECT (box), "button");
      g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), NULL);
      gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (gesture));
      gtk_box_append (GTK_BOX (side), buttons[i]);
      gtk_box_append (GTK_BOX (side), box);
      gtk_widget_set_size_request (side, SIDE_WIDTH, -1);
      /* The button takes the focus, not what it is in. */
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), side);
      gtk_flow_box_append (GTK_FLOW_BOX (row), child);
    }
  gtk_check_button_set_group (GTK_CHECK_BUTTON (buttons[1]), GTK_CHECK_BUTTON (buttons[0]));
  g_signal_connect (buttons[0], "toggled", G_CALLBACK (toggled_cb), conflict);

  return row;
}

static void
copy_cb (GtkWidget *button)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (button));
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  gtk_window_close (dialog);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.save-as", NULL);
}

/* For who would rather have both files. */
static GtkWidget *
make_copy_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Save a _Copy…"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);

  return button;
}

static GtkWidget *
make_page (const char *name,
           GPtrArray  *conflicts)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *first = adw_preferences_group_new ();
  g_autofree char *text = NULL;

  if (conflicts->len == 0)
    /* Translators: the name of a file */
    text = g_strdup_printf (_("“%s” was changed by another program. Its changes and yours do not touch each other: merging keeps both."),
                            name);
  else
    text = g_strdup_printf (ngettext ("“%s” was changed by another program. %u thing was changed here as well, in another way: choose what to keep. Everything else is kept from both.",
                                      "“%s” was changed by another program. %u things were changed here as well, in another way: choose what to keep. Everything else is kept from both.",
                                      conflicts->len),
                            name, conflicts->len);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (first), lectern_dialog_make_row (text, NULL, NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (first), make_copy_button ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (first));

  for (guint i = 0; i < conflicts->len; i++)
    {
      LecternMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      GtkWidget *group = adw_preferences_group_new ();
      GtkWidget *row = adw_preferences_row_new ();
      g_autofree char *where = conflict->session != NULL
                               ? lectern_text_session_name (conflict->session)
                               : lectern_merge_conflict_dup_where (conflict);
      g_autofree char *member = lectern_merge_conflict_dup_member (conflict);
      g_autofree char *escaped = g_markup_escape_text (where, -1);
      GtkWidget *content = make_conflict (conflict);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), member);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
      gtk_widget_set_margin_top (content, 6);
      gtk_widget_set_margin_bottom (content, 6);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }

  return page;
}

/**
 * lectern_merge_dialog_new:
 * @parent: the window
 * @name: the name of the file
 * @merge: what is merged; it must live as long as the dialog
 * @accepted: called with @user_data when merging was chosen; the conflicts
 *   say by then what is to be kept
 * @user_data: for @accepted
 *
 * Makes a dialog that shows what both sides changed, side by side.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
lectern_merge_dialog_new (GtkWindow    *parent,
                          const char   *name,
                          LecternMerge *merge,
                          GCallback     accepted,
                          gpointer      user_data)
{
  GtkWindow *dialog = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = make_page (name, lectern_merge_get_conflicts (merge));
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkWidget *verb;

  lectern_dialog_prepare (dialog, 560);
  gtk_window_set_transient_for (dialog, parent);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  verb = lectern_dialog_add_header (dialog, box, _("Merge Changes"), NULL, _("_Cancel"), _("_Merge"));
  g_signal_connect_swapped (verb, "clicked", accepted, user_data);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_default_widget (dialog, verb);
  lectern_names_add (GTK_WIDGET (dialog));

  return dialog;
}
