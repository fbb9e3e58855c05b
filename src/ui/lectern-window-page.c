/* lectern-window-page.c: the group's page: importing it, and publishing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include "lectern-chooser.h"
#include <glib/gi18n-lib.h>

#include "lectern-import-dialog.h"
#include "lectern-names.h"
#include "lectern-page-file.h"
#include "lectern-publish-dialog.h"

static void
imported_cb (LecternWindow   *self,
             LecternDocument *document,
             GFile           *page)
{
  LecternWindow *window = self;

  if (!lectern_window_is_blank (self))
    window = lectern_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  g_clear_object (&window->loading);
  lectern_window_set_document (window, document);
  /* To be written into the schedule once that has a folder. */
  g_set_object (&window->page_file, page);
  gtk_window_present (GTK_WINDOW (window));
}

static void
page_chosen_cb (gpointer  window,
                GFile    *page)
{
  lectern_window_import_page (window, page);
}

/**
 * lectern_window_import_page:
 * @self: a window
 * @page: a page
 *
 * Shows what a page becomes, and asks whether to import it.
 */
void
lectern_window_import_page (LecternWindow *self,
                            GFile         *page)
{
  LecternImportDialog *dialog = lectern_import_dialog_new (GTK_WINDOW (self), page);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_page_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LecternWindow *self = user_data;
  GtkFileChooserNative *chooser = lectern_chooser_new (GTK_WINDOW (self), _("Import Page"),
                                                       GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  lectern_chooser_add_pages (chooser);
  lectern_chooser_ask (chooser, page_chosen_cb, self);
}

static void
publish_page_chosen_cb (LecternWindow *self,
                        GFile         *page)
{
  GFile *file = lectern_document_get_file (self->document);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    g_set_object (&self->page_file, page);
  else if (!lectern_page_file_choose (self->document, file, page, &error))
    lectern_window_toast (self, error->message);
}

/* A toast has no room for what has to go online with the page. */
static void
published_cb (LecternWindow *self,
              const char    *sentence,
              const char    *files)
{
  AdwMessageDialog *dialog;

  if (files == NULL)
    {
      lectern_window_toast (self, sentence);
      return;
    }

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Published"), NULL));
  /* Translators: what was done, and the names of files, a line each. */
  adw_message_dialog_format_body (dialog, _("%s, with these new files:\n\n%s"),
                                  sentence, files);
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  adw_message_dialog_set_default_response (dialog, "close");
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
publish_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternPublishDialog *dialog;

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (lectern_document_get_history (self->document));

  dialog = lectern_publish_dialog_new (GTK_WINDOW (self), self->document, self->page_file);
  g_signal_connect_object (dialog, "published", G_CALLBACK (published_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "page-chosen", G_CALLBACK (publish_page_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { "import-page", import_page_cb },
  { "publish", publish_cb },
};

/* The page that was imported becomes part of the schedule with its first
 * save, as a path needs a folder to begin from. */
void
lectern_window_remember_page (LecternWindow *self,
                              GFile         *target)
{
  g_autoptr (GError) error = NULL;

  if (self->page_file == NULL || target == NULL)
    return;

  if (!lectern_page_file_choose (self->document, target, self->page_file, &error))
    lectern_window_toast (self, error->message);
}

void
lectern_window_add_page_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
