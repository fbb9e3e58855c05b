/* lectern-banner.c: a sentence above the list, and what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-banner.h"

#include "lectern-compat.h"
#include "lectern-flow-layout.h"
#include "lectern-names.h"

/* With more than one button there is no room beside the sentence. */
struct _LecternBanner
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
  GtkBox      *box;
  GtkLabel    *label;
  GtkBox      *buttons;
};

G_DEFINE_FINAL_TYPE (LecternBanner, lectern_banner, ADW_TYPE_BIN)

static void
lectern_banner_class_init (LecternBannerClass *klass)
{
  /* Said when it appears. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
lectern_banner_init (LecternBanner *self)
{
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->label), 12);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  /* In a narrow window they take more than one line. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self->buttons),
                                 g_object_new (LECTERN_TYPE_FLOW_LAYOUT, NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->buttons), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "banner");
  gtk_box_append (self->box, GTK_WIDGET (self->label));
  gtk_box_append (self->box, GTK_WIDGET (self->buttons));
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

/**
 * lectern_banner_new:
 *
 * Makes a banner that is not shown yet.
 *
 * Returns: (transfer floating): a new banner
 */
GtkWidget *
lectern_banner_new (void)
{
  return g_object_new (LECTERN_TYPE_BANNER, NULL);
}

/**
 * lectern_banner_show:
 * @self: a banner
 * @text: a sentence
 * @buttons: (array length=n_buttons): what can be done
 * @n_buttons: how many they are
 *
 * Shows the banner, in place of what it said before.
 */
void
lectern_banner_show (LecternBanner             *self,
                     const char                *text,
                     const LecternBannerButton *buttons,
                     guint                      n_buttons)
{
  GtkWidget *child;

  /* Said again: a button that has the focus keeps it. */
  if (gtk_revealer_get_reveal_child (self->revealer)
      && g_strcmp0 (gtk_label_get_text (self->label), text) == 0)
    return;

  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  lectern_compat_announce (GTK_WIDGET (self), text);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);
  for (guint i = 0; i < n_buttons; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons[i].label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action_name);
      gtk_box_append (self->buttons, button);
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  n_buttons > 1 ? GTK_ORIENTATION_VERTICAL
                                                : GTK_ORIENTATION_HORIZONTAL);
  lectern_names_add (GTK_WIDGET (self->buttons));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * lectern_banner_hide:
 * @self: a banner
 *
 * Hides it.
 */
void
lectern_banner_hide (LecternBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
