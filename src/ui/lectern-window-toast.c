/* lectern-window-toast.c: what the window says at its foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"

static const char *
get_text (AdwToast *toast)
{
  return gtk_label_get_text (GTK_LABEL (adw_toast_get_custom_title (toast)));
}

/* A sentence at the foot of the window, with a button if an action is named.
 * It is said as well, as the focus does not go there. */
AdwToast *
lectern_window_toast_with (LecternWindow *self,
                           const char    *text,
                           const char    *button_label,
                           const char    *action_name)
{
  /* What was done stands at the end of a sentence, where its own title is cut. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "ellipsize", PANGO_ELLIPSIZE_MIDDLE,
                                   "xalign", 0.0f,
                                   NULL);
  AdwToast *toast = lectern_compat_toast_new (label);

  /* One waits until those before it have gone: the same is not said again then. */
  if (self->last_toast != NULL && g_str_equal (get_text (self->last_toast), text))
    lectern_compat_toast_dismiss (self->last_toast);
  g_set_weak_pointer (&self->last_toast, toast);

  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_overlay_add_toast (self->toasts, toast);
  lectern_compat_announce (GTK_WIDGET (self), text);

  return toast;
}

void
lectern_window_toast (LecternWindow *self,
                      const char    *text)
{
  lectern_window_toast_with (self, text, NULL, NULL);
}

/* What is said of a step, which no longer holds after the next. */
void
lectern_window_toast_step (LecternWindow *self,
                           const char    *text,
                           const char    *button_label,
                           const char    *action_name)
{
  g_set_weak_pointer (&self->step_toast,
                      lectern_window_toast_with (self, text, button_label, action_name));
  self->step_toast_state = lectern_history_get_state (lectern_document_get_history (self->document));
}

/* Saving changes the history too, but leads to no other state. */
void
lectern_window_drop_step_toast (LecternWindow *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);

  if (self->step_toast == NULL || lectern_history_get_state (history) == self->step_toast_state)
    return;

  lectern_compat_toast_dismiss (self->step_toast);
  g_clear_weak_pointer (&self->step_toast);
}

/* A toast with a button that undoes what was just done. */
void
lectern_window_undo_toast (LecternWindow *self,
                           const char    *text)
{
  lectern_window_toast_step (self, text, _("_Undo"), "win.undo");
}
