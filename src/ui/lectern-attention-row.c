/* lectern-attention-row.c: one thing that needs attention
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-attention-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

/**
 * LecternAttentionRow:
 *
 * A row that says what is wrong and where, with one button that is named by
 * what it does.  Dismissing is in the row's menu.
 */
struct _LecternAttentionRow
{
  AdwActionRow   parent_instance;

  /* The warning lives in the array. */
  GPtrArray     *warnings;
  guint          index;

  GtkWidget     *button;
  GtkWidget     *menu_button;
};

/* So long a name of a button stays in one line. */
#define SHORT_CHARS 11

enum
{
  SIGNAL_REMEDY,
  SIGNAL_DISMISS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAttentionRow, lectern_attention_row, ADW_TYPE_ACTION_ROW)

static void
clicked_cb (LecternAttentionRow *self)
{
  /* Until the schedule has been looked through again there is nothing more
   * that it could do.  The keys stay here. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_emit (self, signals[SIGNAL_REMEDY], 0);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DISMISS], 0);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LecternAttentionRow *self = LECTERN_ATTENTION_ROW (widget);

  if (self->menu_button != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

static void
pressed_cb (LecternAttentionRow *self,
            int                  n_press,
            double               x,
            double               y,
            GtkGesture          *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_action (GTK_WIDGET (self), NULL, NULL);
}

static void
add_menu (LecternAttentionRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_menu_append (menu, _("_Dismiss for This Session"), "attention.dismiss");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu_button, _("Menu of This Warning"));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* In a narrow window a long one takes two lines; with large text it gives way,
 * not the window. */
static void
add_button (LecternAttentionRow *self,
            const char          *text)
{
  self->button = gtk_button_new_with_label (text);
  if (g_utf8_strlen (text, -1) > SHORT_CHARS)
    {
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button)));

      gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_lines (label, 2);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
      gtk_label_set_width_chars (label, SHORT_CHARS);
      gtk_widget_set_tooltip_text (self->button, text);
    }
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb),
                           self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
}

static void
lectern_attention_row_dispose (GObject *object)
{
  LecternAttentionRow *self = LECTERN_ATTENTION_ROW (object);

  g_clear_pointer (&self->warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_attention_row_parent_class)->dispose (object);
}

static void
lectern_attention_row_class_init (LecternAttentionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_attention_row_dispose;

  /**
   * LecternAttentionRow::remedy:
   *
   * What the button says is to be done.
   */
  signals[SIGNAL_REMEDY] = g_signal_new ("remedy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternAttentionRow::dismiss:
   *
   * The session is not to be warned of again.
   */
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "attention.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "attention.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "attention.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "attention.menu", NULL);
}

static void
lectern_attention_row_init (LecternAttentionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
}

/**
 * lectern_attention_row_new:
 * @warnings: (element-type LecternWarning): warnings, which nobody changes
 * @index: which of them the row is about
 * @where: (nullable): what it is about, if that is not plain to see
 *
 * Makes a row for a warning.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_attention_row_new (GPtrArray  *warnings,
                           guint       index,
                           const char *where)
{
  LecternAttentionRow *self = g_object_new (LECTERN_TYPE_ATTENTION_ROW, NULL);
  const LecternWarning *warning = g_ptr_array_index (warnings, index);
  gboolean summary = warning->key == 0 && g_str_equal (warning->code, "no-notes");

  if (warning->remedy_label != NULL || summary)
    add_button (self, summary ? _("Show") : warning->remedy_label);

  /* What is about the whole schedule has no session to remember it. */
  if (warning->key != 0)
    add_menu (self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), warning->key != 0);

  lectern_attention_row_renew (self, warnings, index, where);
  lectern_names_add (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * lectern_attention_row_get_warning:
 * @self: a row
 *
 * The warning that the row is about.
 *
 * Returns: (transfer none): the warning
 */
LecternWarning *
lectern_attention_row_get_warning (LecternAttentionRow *self)
{
  return g_ptr_array_index (self->warnings, self->index);
}

/**
 * lectern_attention_row_renew:
 * @self: a row
 * @warnings: (element-type LecternWarning): warnings, which nobody changes
 * @index: which of them the row is about: one that says what the present one
 *   says
 * @where: (nullable): what it is about, if that is not plain to see
 *
 * Lets the row hold the warning of a later look.
 */
void
lectern_attention_row_renew (LecternAttentionRow *self,
                             GPtrArray           *warnings,
                             guint                index,
                             const char          *where)
{
  g_autofree char *label = NULL;
  const LecternWarning *warning;

  g_ptr_array_ref (warnings);
  if (self->warnings != NULL)
    g_ptr_array_unref (self->warnings);
  self->warnings = warnings;
  self->index = index;
  warning = g_ptr_array_index (warnings, index);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), warning->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), where);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), where);
  if (self->button == NULL)
    return;

  gtk_widget_set_sensitive (self->button, TRUE);
  /* Several buttons may have the same name: for those who hear it, what it is
   * about. */
  if (where != NULL)
    /* Translators: what a button does, what is wrong, and where. */
    label = g_strdup_printf (_("%s: %s, %s"), gtk_button_get_label (GTK_BUTTON (self->button)),
                             warning->text, where);
  else
    /* Translators: what a button does, and what is wrong. */
    label = g_strdup_printf (_("%s: %s"), gtk_button_get_label (GTK_BUTTON (self->button)),
                             warning->text);
  lectern_names_set (self->button, label);
}
