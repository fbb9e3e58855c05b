/* lectern-application.c: one process for all windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-focus.h"
#include "lectern-names.h"
#include "lectern-preferences.h"
#include "lectern-quit.h"
#include "lectern-window.h"

struct _LecternApplication
{
  AdwApplication  parent_instance;

  gboolean        quitting;
  guint           signal_ids[2];
  /* What it was started with, and reads while it starts. */
  GFile          *first_file;
  LecternReading *reading;
};

G_DEFINE_FINAL_TYPE (LecternApplication, lectern_application, ADW_TYPE_APPLICATION)

static LecternWindow *
get_active_window (LecternApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* A dialog may be the active one. */
  while (window != NULL && !LECTERN_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return window != NULL ? LECTERN_WINDOW (window) : NULL;
}

static void
new_window (LecternApplication *self)
{
  gtk_window_present (GTK_WINDOW (lectern_window_new (GTK_APPLICATION (self))));
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  new_window (user_data);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LecternApplication *self = user_data;
  const char *developers[] = { _("The Lectern developers"), NULL };
  GtkWidget *about;

  about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                        "transient-for", get_active_window (self),
                        "application-name", _("Lectern"),
                        "application-icon", APPLICATION_ID,
                        "version", PACKAGE_VERSION,
                        "developer-name", _("The Lectern developers"),
                        "developers", developers,
                        "comments", _("Keep the schedule of a reading group"),
                        "license-type", GTK_LICENSE_GPL_3_0,
                        /* Translators: your name, one a line. */
                        "translator-credits", _("translator-credits"),
                        NULL);
  lectern_names_add (about);
  gtk_window_present (GTK_WINDOW (about));
}

static void
close_windows (LecternApplication *self)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  g_list_foreach (windows, (GFunc) gtk_window_destroy, NULL);
  g_list_free (windows);
}

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  LecternApplication *self = LECTERN_APPLICATION (object);

  self->quitting = FALSE;
  if (lectern_quit_confirm_finish (GTK_APPLICATION (self), result))
    close_windows (self);
}

/* Asks once, however often it is told to. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LecternApplication *self = user_data;

  if (self->quitting)
    return;

  self->quitting = TRUE;
  lectern_quit_confirm (GTK_APPLICATION (self), confirmed_cb, NULL);
}

/* Nobody can be asked any more, or may not answer in time. */
static void
keep_drafts (LecternApplication *self,
             gboolean            ending)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      g_autoptr (GError) error = NULL;

      if (LECTERN_IS_WINDOW (l->data) && !lectern_window_keep_draft (l->data, ending, &error))
        g_warning ("%s", error->message);
    }
}

static void
query_end_cb (LecternApplication *self)
{
  keep_drafts (self, FALSE);
}

static gboolean
terminated_cb (gpointer user_data)
{
  LecternApplication *self = user_data;

  keep_drafts (self, TRUE);
  close_windows (self);
  g_application_quit (G_APPLICATION (self));

  return G_SOURCE_CONTINUE;
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LecternWindow *window = get_active_window (user_data);

  lectern_preferences_show (window != NULL ? GTK_WINDOW (window) : NULL);
}

static const GActionEntry entries[] = {
  { "about", about_cb },
  { "new-window", new_window_cb },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.announce", { "<Control>e" } },
  { "win.attach-pdf", { "<Control><Shift>a" } },
  { "win.close", { "<Control>w" } },
  { "win.copy-session", { "<Control><Shift>c" } },
  { "win.duplicate-session", { "<Control>d" } },
  { "win.help", { "F1" } },
  { "win.new-session", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.open-folder", { "<Control><Shift>o" } },
  { "win.plan-term", { "<Control>t" } },
  { "win.postpone", { "<Control>m" } },
  { "win.publish", { "<Control><Shift>p" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.search", { "<Control>f" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-warnings", { "<Control><Shift>w" } },
  { "win.undo", { "<Control>z" } },
};

/* Later versions of libadwaita want media queries in style.css, which earlier
 * ones do not know: so the second sheet comes and goes by itself. */
static void
update_contrast_cb (AdwStyleManager *style,
                    GParamSpec      *pspec,
                    GtkCssProvider  *provider)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
}

static void
follow_contrast (LecternApplication *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/lectern_app/Lectern/high-contrast.css");
  g_object_set_data_full (G_OBJECT (self), "lectern-contrast", g_object_ref (provider), g_object_unref);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_contrast_cb), provider, 0);
  update_contrast_cb (style, NULL, provider);
}

/* In the process that was started, before anything else.  What looks like a
 * file and is none does no harm: it is only not read ahead. */
static gboolean
lectern_application_local_command_line (GApplication   *application,
                                        char         ***arguments,
                                        int            *status)
{
  LecternApplication *self = LECTERN_APPLICATION (application);

  for (guint i = 1; (*arguments)[i] != NULL && self->first_file == NULL; i++)
    {
      if ((*arguments)[i][0] != '-')
        self->first_file = g_file_new_for_commandline_arg ((*arguments)[i]);
    }

  return G_APPLICATION_CLASS (lectern_application_parent_class)->local_command_line (application,
                                                                                     arguments, status);
}

/* In the only process, the first thing that is not quickly done: the display
 * is opened and the style read, while threads read file and icons. */
static void
lectern_application_startup (GApplication *application)
{
  LecternApplication *self = LECTERN_APPLICATION (application);
  GAction *preferences;

  if (self->first_file != NULL)
    self->reading = lectern_reading_new (self->first_file);
  lectern_compat_read_icons_ahead ();
  G_APPLICATION_CLASS (lectern_application_parent_class)->startup (application);

  self->signal_ids[0] = g_unix_signal_add (SIGTERM, terminated_cb, application);
  self->signal_ids[1] = g_unix_signal_add (SIGHUP, terminated_cb, application);
  g_signal_connect (application, "query-end", G_CALLBACK (query_end_cb), NULL);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  lectern_focus_watch (G_OBJECT (application));
  follow_contrast (LECTERN_APPLICATION (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  preferences = g_action_map_lookup_action (G_ACTION_MAP (application), "preferences");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (preferences), lectern_preferences_are_there ());
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           shortcuts[i].action,
                                           (const char **) shortcuts[i].accels);
}

static void
lectern_application_shutdown (GApplication *application)
{
  LecternApplication *self = LECTERN_APPLICATION (application);

  /* The session has ended it. */
  keep_drafts (self, TRUE);
  g_clear_pointer (&self->reading, lectern_reading_drop);
  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);

  G_APPLICATION_CLASS (lectern_application_parent_class)->shutdown (application);
}

static void
lectern_application_activate (GApplication *application)
{
  LecternWindow *window = get_active_window (LECTERN_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    new_window (LECTERN_APPLICATION (application));
}

static void
lectern_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  g_autoptr (LecternReading) reading = g_steal_pointer (&LECTERN_APPLICATION (application)->reading);

  for (int i = 0; i < n_files; i++)
    {
      if (i == 0 && reading != NULL && lectern_reading_is_of (reading, files[i]))
        lectern_window_new_reading (GTK_APPLICATION (application), reading);
      else
        lectern_window_open_file (GTK_APPLICATION (application),
                                  get_active_window (LECTERN_APPLICATION (application)),
                                  files[i]);
    }
}

static void
lectern_application_finalize (GObject *object)
{
  g_clear_object (&LECTERN_APPLICATION (object)->first_file);

  G_OBJECT_CLASS (lectern_application_parent_class)->finalize (object);
}

/* In the process that was started, before it is known whether another one
 * runs already. */
static int
lectern_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Lectern %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (options, "new-window"))
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      if (g_application_get_is_remote (application))
        {
          g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
          return 0;
        }
    }

  return -1;
}

static void
lectern_application_class_init (LecternApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lectern_application_finalize;
  application_class->local_command_line = lectern_application_local_command_line;
  application_class->startup = lectern_application_startup;
  application_class->shutdown = lectern_application_shutdown;
  application_class->activate = lectern_application_activate;
  application_class->open = lectern_application_open;
  application_class->handle_local_options = lectern_application_handle_local_options;
}

static void
lectern_application_init (LecternApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * lectern_application_new:
 *
 * Makes the application.
 *
 * Returns: (transfer full): the application
 */
LecternApplication *
lectern_application_new (void)
{
  g_set_application_name (_("Lectern"));

  /* The development version has the same resources under another id. */
  return g_object_new (LECTERN_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/io/github/lectern_app/Lectern",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,
                       NULL);
}
