/* lectern-window-reach.c: a schedule that was opened without its folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include "lectern-chooser.h"
#include <glib/gi18n-lib.h>

#include "lectern-grant.h"

/* One look into a folder that was chosen. */
typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->window);
  g_object_unref (look->document);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gboolean
is_out_of_reach (LecternWindow *self)
{
  GFile *file = self->document != NULL ? lectern_document_get_file (self->document) : NULL;

  return file != NULL && lectern_grant_get (file) == LECTERN_GRANT_FILE;
}

static void
say (LecternWindow *self,
     const char    *text)
{
  LecternBannerButton buttons[] = {
    { _("_Not Now"), "win.dismiss-reach" },
    { _("_Choose Folder…"), "win.choose-folder" },
  };

  lectern_window_say (self, LECTERN_WINDOW_BANNER_REACH, text, buttons, G_N_ELEMENTS (buttons));
}

static void
update (LecternWindow *self)
{
  gboolean out_of_reach = is_out_of_reach (self);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  lectern_window_enable_action (self, "choose-folder", out_of_reach);
  if (!out_of_reach)
    {
      lectern_window_unsay (self, LECTERN_WINDOW_BANNER_REACH);
      return;
    }

  name = lectern_document_dup_name (self->document);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” was opened without its folder: its notes and its page are out of reach."),
                          name);
  say (self, text);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  LecternWindow *self = look->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) found = lectern_grant_find_finish (result, &error);

  /* It shows something else by now, or was closed. */
  if (self->document != look->document || !is_out_of_reach (self)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found == NULL)
    {
      say (self, error->message);
      return;
    }

  /* Whoever looks for files beside it follows that. */
  lectern_document_set_path (self->document, found);
  lectern_window_toast (self, _("The notes are within reach now"));
}

/**
 * lectern_window_take_folder:
 * @self: a window
 * @folder: a folder that was chosen
 *
 * Looks for the window's schedule in @folder, and says so if it is not there;
 * if it is, the schedule has its folder from now on.
 */
void
lectern_window_take_folder (LecternWindow *self,
                            GFile         *folder)
{
  g_autofree char *name = NULL;
  Look *look;

  if (!is_out_of_reach (self))
    return;

  name = g_file_get_basename (lectern_document_get_file (self->document));
  look = g_new0 (Look, 1);
  look->window = g_object_ref (self);
  look->document = g_object_ref (self->document);
  lectern_grant_find_async (folder, name, lectern_document_get_base (self->document),
                            self->cancellable, found_cb, look);
}

static void
chosen_cb (gpointer  window,
           GFile    *folder)
{
  lectern_window_take_folder (window, folder);
}

static void
choose_folder_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_chooser_ask (lectern_chooser_new (GTK_WINDOW (self), _("Choose the Schedule’s Folder"),
                                            GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose")),
                       chosen_cb, self);
}

static void
dismiss_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  lectern_window_unsay (user_data, LECTERN_WINDOW_BANNER_REACH);
}

static const GActionEntry entries[] = {
  { "choose-folder", choose_folder_cb },
  { "dismiss-reach", dismiss_cb },
};

void
lectern_window_add_reach_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* The window shows another document. */
void
lectern_window_follow_reach (LecternWindow *self)
{
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
