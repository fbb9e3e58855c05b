/* lectern-window-share.c: what of a schedule goes to others: by the clipboard,
 * by mail, as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-announce-dialog.h"
#include "lectern-chooser.h"
#include "lectern-date.h"
#include "lectern-export.h"
#include "lectern-markdown.h"
#include "lectern-names.h"

static void
commit (LecternWindow *self)
{
  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (lectern_document_get_history (self->document));
}

/* ---- Markdown ---- */

static void
copy_table (LecternWindow *self,
            GBytes        *table)
{
  gsize length;
  const char *data = g_bytes_get_data (table, &length);
  g_autofree char *text = g_strndup (data, length);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_schedule_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autofree char *dates = lectern_settings_dup_string (LECTERN_SETTINGS_NEW_DATES);
  g_autoptr (GBytes) table = NULL;

  commit (self);
  table = lectern_markdown_write (lectern_document_get_schedule (self->document),
                                  LECTERN_MARKDOWN_NOTHING_MORE, dates);
  copy_table (self, table);
  lectern_window_toast (self, _("The schedule was copied as a table"));
}

static void
copy_several (LecternWindow *self)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  g_autofree char *dates = lectern_settings_dup_string (LECTERN_SETTINGS_NEW_DATES);
  guint n = sessions->len;
  g_autoptr (GBytes) table = NULL;
  g_autofree char *text = NULL;

  table = lectern_markdown_write_sessions (lectern_document_get_schedule (self->document),
                                           sessions, LECTERN_MARKDOWN_NOTHING_MORE, dates);
  copy_table (self, table);
  text = g_strdup_printf (ngettext ("%u session was copied as a table",
                                    "%u sessions were copied as a table", n), n);
  lectern_window_toast (self, text);
}

static void
copy_session_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LecternWindow *self = user_data;
  g_autofree char *dates = lectern_settings_dup_string (LECTERN_SETTINGS_NEW_DATES);
  g_autoptr (GBytes) table = NULL;

  commit (self);
  if (self->n_selected > 1)
    {
      copy_several (self);
      return;
    }

  table = lectern_markdown_write_session (lectern_document_get_schedule (self->document),
                                          self->shown, LECTERN_MARKDOWN_NOTHING_MORE, dates);
  copy_table (self, table);
  lectern_window_toast (self, _("The session was copied as a table"));
}

/* ---- Announcement ---- */

static void
copied_cb (LecternWindow *self)
{
  lectern_window_toast (self, _("The announcement was copied"));
}

static void
mail_cb (LecternWindow *self,
         const char    *uri)
{
  lectern_launcher_open_mail (self->launcher, uri);
}

static void
announce_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  LecternSession *session = self->shown;
  LecternAnnounceDialog *dialog;
  GDate today;

  lectern_date_today (&today);
  if (session == NULL)
    session = lectern_schedule_find_next (schedule, &today, NULL);
  if (session == NULL)
    {
      lectern_window_toast (self, _("No meeting is planned. Select what to announce"));
      return;
    }

  commit (self);
  dialog = lectern_announce_dialog_new (GTK_WINDOW (self), self->document, session);
  g_signal_connect_object (dialog, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "mail", G_CALLBACK (mail_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- Export ---- */

/* One export, until it is written. */
typedef struct
{
  LecternWindow       *window;
  LecternExportFormat  format;
  GFile               *target;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_clear_object (&export->target);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
say (LecternWindow *self,
     const char    *heading,
     const char    *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  lectern_names_add (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *remarks = NULL;
  g_autofree char *basename = g_file_get_basename (export->target);
  g_autofree char *name = g_filename_display_name (basename);
  g_autofree char *text = NULL;

  gboolean written = lectern_export_write_finish (result, &remarks, &error);

  /* The window was closed meanwhile. */
  if (export->window->document == NULL)
    return;

  if (!written)
    {
      say (export->window, _("Schedule Was Not Exported"), error->message);
      return;
    }

  if (remarks != NULL && *remarks != '\0')
    {
      /* What was left out is to be read in full. */
      say (export->window, _("Schedule Was Exported"), remarks);
      return;
    }

  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("“%s” was written"), name);
  lectern_window_toast (export->window, text);
}

/* Takes the export. */
static void
export_to (Export             *export,
           LecternExportFlags  flags)
{
  LecternDocument *document = export->window->document;

  lectern_export_write_async (lectern_document_get_schedule (document),
                              lectern_document_get_file (document), export->format, flags,
                              export->target, NULL, exported_cb, export);
}

static void
target_chosen_cb (GtkNativeDialog *chooser,
                  int              response,
                  gpointer         user_data)
{
  g_autoptr (Export) export = user_data;
  GtkFileChooser *files = GTK_FILE_CHOOSER (chooser);
  LecternExportFlags flags = LECTERN_EXPORT_NOTHING_MORE;

  gtk_native_dialog_hide (chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    export->target = gtk_file_chooser_get_file (files);
  if (export->target != NULL && export->window->document != NULL)
    {
      if (g_strcmp0 (gtk_file_chooser_get_choice (files, "places"), "true") == 0)
        flags |= LECTERN_EXPORT_LOCATION;
      if (export->format == LECTERN_EXPORT_ICAL
          && g_strcmp0 (gtk_file_chooser_get_choice (files, "announcements"), "true") == 0)
        flags |= LECTERN_EXPORT_ANNOUNCEMENTS;
      export_to (g_steal_pointer (&export), flags);
    }
  g_object_unref (chooser);
}

static void
choose_target (LecternWindow       *self,
               LecternExportFormat  format,
               const char          *title,
               const char          *name)
{
  GtkFileChooserNative *chooser = lectern_chooser_new (GTK_WINDOW (self), title,
                                                       GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"));
  Export *export = g_new0 (Export, 1);

  commit (self);
  export->window = g_object_ref (self);
  export->format = format;
  if (format == LECTERN_EXPORT_ICAL)
    lectern_chooser_add_filter (chooser, _("Calendars"), "*.ics", NULL);
  else
    lectern_chooser_add_filter (chooser, _("Web Pages"), "*.html", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  lectern_chooser_start_beside (chooser, lectern_document_get_file (self->document));
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "places",
                               _("With the places, which may hold meeting links"), NULL, NULL);
  if (format == LECTERN_EXPORT_ICAL)
    gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "announcements",
                                 _("With the announcements"), NULL, NULL);
  g_signal_connect (chooser, "response", G_CALLBACK (target_chosen_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_page_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  /* Translators: the name of a file; keep the ending. */
  choose_target (user_data, LECTERN_EXPORT_HTML, _("Export Web Page"), _("schedule.html"));
}

static void
export_calendar_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  /* Translators: the name of a file; keep the ending. */
  choose_target (user_data, LECTERN_EXPORT_ICAL, _("Export Calendar"), _("schedule.ics"));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LecternWindow *self = user_data;

  lectern_launcher_open_help (self->launcher);
}

static const GActionEntry entries[] = {
  { "announce", announce_cb },
  { "copy-schedule", copy_schedule_cb },
  { "copy-session", copy_session_cb },
  { "export-calendar", export_calendar_cb },
  { "export-page", export_page_cb },
  { "help", help_cb },
};

void
lectern_window_update_share_actions (LecternWindow *self)
{
  gboolean has_document = self->document != NULL;

  /* One at a time. */
  lectern_window_enable_action (self, "announce", has_document && self->n_selected <= 1);
  lectern_window_enable_action (self, "copy-schedule", has_document);
  lectern_window_enable_action (self, "copy-session", self->n_selected > 0);
  lectern_window_enable_action (self, "export-calendar", has_document);
  lectern_window_enable_action (self, "export-page", has_document);
  lectern_window_enable_action (self, "publish", has_document);
}

void
lectern_window_add_share_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
