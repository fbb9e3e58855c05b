/* lectern-window-reload.c: the file as another program left it, in place of what is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"

static void
save_copy_cb (LecternWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self), "save-as", NULL);
}

static void
say_not_reloaded (LecternWindow *self,
                  const GError  *error)
{
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("File Was Not Reloaded"), NULL));
  /* Translators: a sentence that says why */
  adw_message_dialog_format_body (dialog, _("Changes that are not saved would have been lost, as they could not be kept elsewhere. %s"),
                                  error->message);
  adw_message_dialog_add_responses (dialog, "close", _("_Close"), "save-as", _("Save a _Copy…"), NULL);
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response::save-as", G_CALLBACK (save_copy_cb), self, G_CONNECT_SWAPPED);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Shows what another program made of the file. */
void
lectern_window_take_theirs (LecternWindow   *self,
                            LecternDocument *theirs)
{
  g_autoptr (GPtrArray) ids = lectern_window_list_selected_ids (self);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* What was not saved stays, as a draft. */
  if (lectern_document_get_edited (self->document))
    {
      if (!lectern_window_keep_draft (self, FALSE, &error))
        {
          say_not_reloaded (self, error);
          return;
        }
      lectern_window_keep_draft (self, TRUE, NULL);
    }

  lectern_window_set_document (self, theirs);
  lectern_window_select_ids (self, ids);

  name = lectern_document_dup_name (theirs);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” was changed by another program and loaded again"), name);
  lectern_window_toast (self, text);
}
