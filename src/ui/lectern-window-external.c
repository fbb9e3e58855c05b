/* lectern-window-external.c: other programs that change the schedule's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-grant.h"
#include "lectern-names.h"
#include "lectern-saver.h"

/* A program that writes a file does so in pieces. */
#define DEBOUNCE_MS 500

/* Through a portal no change is reported. */
#define PORTAL_S 5

/* What to do with what the file holds: SEE says what can be done. */
typedef enum
{
  SEE,
  TAKE,
  MERGE,
  KEEP_MINE,
} What;

/* One look at the file: by its content, so that an own save is none. */
typedef struct
{
  What             what;
  LecternWindow   *window;
  LecternDocument *document;
  GFile           *file;
  char            *baseline;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->window);
  g_object_unref (look->document);
  g_object_unref (look->file);
  g_free (look->baseline);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

/* For the thread alone, which drops it when it likes. */
typedef struct
{
  GFile *file;
  char  *baseline;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->file);
  g_free (question->baseline);
  g_free (question);
}

static Look *
look_new (LecternWindow *self)
{
  Look *look = g_new0 (Look, 1);

  look->window = g_object_ref (self);
  look->document = g_object_ref (self->document);
  look->file = g_object_ref (lectern_document_get_file (self->document));
  look->baseline = g_strdup (lectern_document_get_baseline (self->document));

  return look;
}

/* Another document, or a save since then: there will be another look. */
static gboolean
overtaken (Look *look)
{
  LecternDocument *document = look->window->document;

  return document != look->document || lectern_document_get_saving (document)
         || g_strcmp0 (look->baseline, lectern_document_get_baseline (document)) != 0;
}

static void look_again (LecternWindow *self);
static void monitor_cb (LecternWindow *self);

/* What can be done about it, for the menu as for the banner. */
void
lectern_window_set_changed (LecternWindow *self,
                            gboolean       changed)
{
  static const char * const names[] = { "keep-mine", "merge", "reload" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    lectern_window_enable_action (self, names[i], changed);
  if (!changed)
    lectern_window_unsay (self, LECTERN_WINDOW_BANNER_CHANGED);
}

/* Half of a file, perhaps: what is shown stays, and the file is looked at
 * again. */
static void
say_unreadable (LecternWindow *self,
                const GError  *error)
{
  LecternBannerButton button = { _("Save _As…"), "win.save-as" };
  g_autofree char *text = NULL;

  /* Translators: a sentence that says what is wrong with the file */
  text = g_strdup_printf (_("Another program has changed the file. %s What is shown here is kept."),
                          error->message);
  lectern_window_say (self, LECTERN_WINDOW_BANNER_CHANGED, text, &button, 1);
  look_again (self);
}

static void
say_missing (LecternWindow *self)
{
  LecternBannerButton buttons[] = {
    { _("Save _As…"), "win.save-as" },
    { _("_Save"), "win.save" },
  };
  g_autofree char *name = lectern_document_dup_name (self->document);
  g_autofree char *text = NULL;

  lectern_document_set_missing (self->document, TRUE);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” was deleted or moved by another program. What is shown here is kept; saving writes the file anew."),
                          name);
  lectern_window_say (self, LECTERN_WINDOW_BANNER_CHANGED, text, buttons, G_N_ELEMENTS (buttons));
  look_again (self);
}

static void
say_changed (LecternWindow *self)
{
  LecternBannerButton buttons[] = {
    { _("Save a _Copy…"), "win.save-as" },
    { _("_Reload"), "win.reload" },
    { _("_Keep Mine"), "win.keep-mine" },
    { _("_Merge…"), "win.merge" },
  };
  g_autofree char *name = lectern_document_dup_name (self->document);
  g_autofree char *text = NULL;

  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” was changed by another program, and here are changes that are not saved."),
                          name);
  lectern_window_set_changed (self, TRUE);
  lectern_window_say (self, LECTERN_WINDOW_BANNER_CHANGED, text, buttons, G_N_ELEMENTS (buttons));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  LecternWindow *self = look->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) theirs = lectern_document_load_finish (result, &error);

  self->checking = FALSE;
  if (overtaken (look))
    return;

  if (g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING))
    {
      /* A program that puts another file in its place may be between the two. */
      if (self->missed)
        say_missing (self);
      else
        monitor_cb (self);
      self->missed = TRUE;
      return;
    }

  self->missed = FALSE;
  if (theirs != NULL)
    lectern_document_set_missing (self->document, FALSE);
  if (theirs == NULL)
    say_unreadable (self, error);
  else if (look->what == SEE && g_strcmp0 (lectern_document_get_baseline (theirs), look->baseline) == 0)
    /* It was gone, and is back as it was. */
    lectern_window_set_changed (self, FALSE);
  else if (look->what == TAKE)
    lectern_window_take_theirs (self, theirs);
  else if (look->what == MERGE)
    lectern_window_ask_merge (self, theirs);
  else if (look->what == KEEP_MINE)
    lectern_window_keep_mine (self, theirs);
  else if (lectern_document_get_edited (self->document))
    say_changed (self);
  else
    lectern_window_take_theirs (self, theirs);
}

/* Reads the file as it is now, to do something with it. */
static void
read_file (LecternWindow *self,
           What           what)
{
  Look *look;

  if ((what == SEE && self->checking) || self->document == NULL
      || lectern_document_get_file (self->document) == NULL)
    return;

  look = look_new (self);
  look->what = what;
  self->checking = TRUE;
  lectern_document_load_async (look->file, NULL, read_cb, look);
}

/* Shows how another program's changes and those that are not saved go
 * together. */
void
lectern_window_merge (LecternWindow *self)
{
  read_file (self, MERGE);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  LecternWindow *self = look->window;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->checking = FALSE;

  if (overtaken (look))
    return;

  if (error == NULL)
    {
      self->missed = FALSE;
      lectern_document_set_missing (self->document, FALSE);
      lectern_window_set_changed (self, FALSE);
    }
  else if (g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED)
           || g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_GONE)
           || g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING))
    {
      read_file (self, SEE);
    }
}

static void
look_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Question *question = task_data;
  GError *error = NULL;

  if (lectern_saver_check (question->file, LECTERN_SAVER_EXPECT_HASH, question->baseline, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Looks whether the file still holds what was read or saved. */
void
lectern_window_check_file (LecternWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (self->checking || self->document == NULL || lectern_document_get_saving (self->document)
      || lectern_document_get_file (self->document) == NULL)
    return;

  self->checking = TRUE;
  question = g_new0 (Question, 1);
  question->file = g_object_ref (lectern_document_get_file (self->document));
  question->baseline = g_strdup (lectern_document_get_baseline (self->document));
  task = g_task_new (NULL, NULL, looked_cb, look_new (self));
  g_task_set_source_tag (task, lectern_window_check_file);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
recheck_cb (gpointer user_data)
{
  LecternWindow *self = user_data;

  self->recheck_id = 0;
  lectern_window_check_file (self);

  return G_SOURCE_REMOVE;
}

/* Where nothing tells when the file is whole, or there again. */
static void
look_again (LecternWindow *self)
{
  if (self->recheck_id == 0)
    self->recheck_id = g_timeout_add_seconds (PORTAL_S, recheck_cb, self);
}

static void
monitor_cb (LecternWindow *self)
{
  g_clear_handle_id (&self->recheck_id, g_source_remove);
  self->recheck_id = g_timeout_add (DEBOUNCE_MS, recheck_cb, self);
}

static gboolean
portal_cb (gpointer user_data)
{
  LecternWindow *self = user_data;

  if (gtk_window_is_active (GTK_WINDOW (self)))
    lectern_window_check_file (self);

  return G_SOURCE_CONTINUE;
}

/* Where nothing can be watched, a look when the window is returned to and
 * before each save is what there is. */
static GFileMonitor *
watch_file (LecternWindow *self,
            GFile         *file)
{
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor != NULL)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (monitor_cb), self, G_CONNECT_SWAPPED);

  return monitor;
}

static void
watch (LecternWindow *self)
{
  GFile *file = lectern_document_get_file (self->document);
  g_autofree char *path = NULL;
  g_autoptr (GFile) real = NULL;

  lectern_window_unfollow_file (self);
  if (file == NULL)
    return;

  self->monitors[0] = watch_file (self, file);
  /* What is written to the file of a link is not seen at the link. */
  path = lectern_saver_resolve (file, NULL);
  if (path != NULL && !g_str_equal (path, g_file_peek_path (file)))
    {
      real = g_file_new_for_path (path);
      self->monitors[1] = watch_file (self, real);
    }
  if (lectern_grant_get (file) != LECTERN_GRANT_NONE_NEEDED)
    self->portal_id = g_timeout_add_seconds (PORTAL_S, portal_cb, self);
}

/* The window shows another document. */
void
lectern_window_follow_file (LecternWindow *self)
{
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (watch), self,
                           G_CONNECT_SWAPPED);
  watch (self);
}

void
lectern_window_unfollow_file (LecternWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->monitors[i], self);
      g_clear_object (&self->monitors[i]);
    }
  g_clear_handle_id (&self->recheck_id, g_source_remove);
  g_clear_handle_id (&self->portal_id, g_source_remove);
  self->missed = FALSE;
  lectern_window_set_changed (self, FALSE);
}

static void
active_cb (LecternWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    lectern_window_check_file (self);
}

static void
reload_response_cb (LecternWindow *self,
                    const char    *response)
{
  if (g_str_equal (response, "reload"))
    read_file (self, TAKE);
}

static void
reload_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LecternWindow *self = user_data;
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Reload the File?"),
                                                       _("Changes that are not saved leave the window. They are offered once more above the list.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "reload", _("_Reload"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reload_response_cb), self, G_CONNECT_SWAPPED);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  read_file (user_data, MERGE);
}

static void
keep_mine_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  read_file (user_data, KEEP_MINE);
}

static const GActionEntry entries[] = {
  { "keep-mine", keep_mine_cb },
  { "merge", merge_cb },
  { "reload", reload_cb },
};

void
lectern_window_add_external_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  lectern_window_set_changed (self, FALSE);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
