/* lectern-progress.c: what takes long shows how far it is, and can be stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-progress.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

/* A wait that is longer than this is shown. */
#define PATIENCE_MS 400
#define PROGRESS_MS 80

struct _LecternProgress
{
  GtkWindow           *parent;
  char                *title;
  GCancellable        *cancellable;
  LecternProgressFunc  func;
  gpointer             user_data;

  /* It closes by itself when Cancel is pressed. */
  GtkWindow           *dialog;
  GtkProgressBar      *bar;
  guint                timeout_id;
};

static gboolean
update_cb (gpointer user_data)
{
  LecternProgress *self = user_data;

  if (self->dialog != NULL)
    gtk_progress_bar_set_fraction (self->bar, self->func (self->user_data));

  return G_SOURCE_CONTINUE;
}

static void
response_cb (LecternProgress *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
show_cb (gpointer user_data)
{
  LecternProgress *self = user_data;
  AdwMessageDialog *dialog;

  self->timeout_id = g_timeout_add (PROGRESS_MS, update_cb, self);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How much is copied"), -1);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->parent, self->title, NULL));
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), self);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));

  return G_SOURCE_REMOVE;
}

/**
 * lectern_progress_new:
 * @parent: the window that waits
 * @title: what is being done
 * @cancellable: what Cancel cancels
 * @func: (scope notified): tells how far it is
 * @user_data: for @func
 *
 * Begins to wait.  What is done soon is not shown.
 *
 * Returns: (transfer full): to be freed as soon as it is done or was stopped
 */
LecternProgress *
lectern_progress_new (GtkWindow           *parent,
                      const char          *title,
                      GCancellable        *cancellable,
                      LecternProgressFunc  func,
                      gpointer             user_data)
{
  LecternProgress *self = g_new0 (LecternProgress, 1);

  self->parent = g_object_ref (parent);
  self->title = g_strdup (title);
  self->cancellable = g_object_ref (cancellable);
  self->func = func;
  self->user_data = user_data;
  self->timeout_id = g_timeout_add (PATIENCE_MS, show_cb, self);

  return self;
}

/**
 * lectern_progress_free:
 * @self: (transfer full): what was waited for
 *
 * Takes it away.
 */
void
lectern_progress_free (LecternProgress *self)
{
  GtkWindow *dialog = self->dialog;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (dialog, self);
      /* GTK 4.8 looks for the window that was in front. */
      gtk_window_set_transient_for (dialog, NULL);
      gtk_window_destroy (dialog);
    }
  g_object_unref (self->parent);
  g_object_unref (self->cancellable);
  g_free (self->title);
  g_free (self);
}
