/* lectern-launcher.c: opens notes and links in the programs of the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-launcher.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-notes-folder.h"

struct _LecternLauncher
{
  GObject       parent_instance;

  /* Not owned: the window owns the launcher. */
  GtkWindow    *window;
  GCancellable *cancellable;

  /* What was opened last, and when, as a double click on what opens by a
   * click must not open it twice. */
  char         *last_uri;
  gint64        last_time;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (LecternLauncher, lectern_launcher, G_TYPE_OBJECT)

static void
fail (LecternLauncher *self,
      const GError    *error)
{
  g_signal_emit (self, failed_signal, 0, error);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LecternLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) sentence = NULL;

  if (lectern_compat_launch_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || self->window == NULL)
    return;

  /* To be opened again at once, since it was not. */
  g_clear_pointer (&self->last_uri, g_free);
  sentence = g_error_new (error->domain, error->code,
                          /* Translators: the reason follows. */
                          _("No program could be started to open it: %s"), error->message);
  fail (self, sentence);
}

static gboolean
is_repeated (LecternLauncher *self,
             const char      *uri)
{
  gint64 now = g_get_monotonic_time ();
  int double_click_ms = 400;
  gboolean repeated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->window)),
                "gtk-double-click-time", &double_click_ms, NULL);
  repeated = g_strcmp0 (uri, self->last_uri) == 0
             && now - self->last_time < (gint64) double_click_ms * 1000;

  g_free (self->last_uri);
  self->last_uri = g_strdup (uri);
  self->last_time = now;

  return repeated;
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LecternLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = lectern_notes_folder_resolve_finish (result, &error);

  if (self->window == NULL)
    return;

  if (uri == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fail (self, error);
      return;
    }

  if (is_repeated (self, uri))
    return;

  lectern_compat_launch (self->window, uri, self->cancellable,
                         launched_cb, g_object_ref (self));
}

static void
lectern_launcher_dispose (GObject *object)
{
  LecternLauncher *self = LECTERN_LAUNCHER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (lectern_launcher_parent_class)->dispose (object);
}

static void
lectern_launcher_finalize (GObject *object)
{
  LecternLauncher *self = LECTERN_LAUNCHER (object);

  g_object_unref (self->cancellable);
  g_free (self->last_uri);

  G_OBJECT_CLASS (lectern_launcher_parent_class)->finalize (object);
}

static void
lectern_launcher_class_init (LecternLauncherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_launcher_dispose;
  object_class->finalize = lectern_launcher_finalize;

  /**
   * LecternLauncher::failed:
   * @self: the launcher
   * @error: why, in a sentence
   *
   * Something could not be opened.
   */
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lectern_launcher_init (LecternLauncher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * lectern_launcher_new:
 * @window: the window that asks
 *
 * Makes a launcher for a window.
 *
 * Returns: (transfer full): the launcher
 */
LecternLauncher *
lectern_launcher_new (GtkWindow *window)
{
  LecternLauncher *self = g_object_new (LECTERN_TYPE_LAUNCHER, NULL);

  g_set_weak_pointer (&self->window, window);

  return self;
}

/**
 * lectern_launcher_open:
 * @self: a launcher
 * @document: the document that @target belongs to
 * @target: a resource or a paper
 *
 * Opens @target, if it is a PDF in the schedule's folder or an address of
 * the web.  Opening the same again within the time of a double click does
 * nothing.
 */
void
lectern_launcher_open (LecternLauncher *self,
                       LecternDocument *document,
                       LecternRecord   *target)
{
  lectern_notes_folder_resolve_async (lectern_document_get_file (document),
                                      lectern_schedule_get_head (lectern_document_get_schedule (document)),
                                      target, self->cancellable,
                                      resolved_cb, g_object_ref (self));
}

/**
 * lectern_launcher_open_mail:
 * @self: a launcher
 * @uri: an address that begins with `mailto:`
 *
 * Begins a letter in the mail program.
 */
void
lectern_launcher_open_mail (LecternLauncher *self,
                            const char      *uri)
{
  g_return_if_fail (g_str_has_prefix (uri, "mailto:"));

  if (self->window != NULL && !is_repeated (self, uri))
    lectern_compat_launch (self->window, uri, self->cancellable,
                           launched_cb, g_object_ref (self));
}

/**
 * lectern_launcher_open_help:
 * @self: a launcher
 *
 * Opens the guide in the browser.  `LECTERN_HELPDIR` is where it is, for a
 * program that was not installed.
 */
void
lectern_launcher_open_help (LecternLauncher *self)
{
  const char *folder = g_getenv ("LECTERN_HELPDIR");
  g_autoptr (GFile) guide = g_file_new_build_filename (folder != NULL ? folder : HELPDIR, "guide.html", NULL);
  g_autofree char *uri = g_file_get_uri (guide);

  if (self->window != NULL && !is_repeated (self, uri))
    lectern_compat_launch (self->window, uri, self->cancellable,
                           launched_cb, g_object_ref (self));
}
