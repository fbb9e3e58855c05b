/* lectern-window-attach.c: PDFs are attached to a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-attach.h"

#include <glib/gi18n-lib.h>

#include "lectern-attach.h"
#include "lectern-edit.h"
#include "lectern-names.h"
#include "lectern-notes-folder-dialog.h"
#include "lectern-notes-folder.h"
#include "lectern-progress.h"

/* PDFs on their way to a session: saved first if the schedule has no file,
 * asked for a folder if it names none, copied one after the other, and noted
 * down together as one step. */
typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
  guint64          key;       /* 0: a new session */
  char            *label;
  GPtrArray       *files;
  guint            next;

  /* What the session will be, for the labels and the names of the next. */
  LecternSession  *sketch;
  GPtrArray       *paths;
  GPtrArray       *labels;
  GPtrArray       *made;
  GString         *errors;

  char            *folder;
  LecternAttach   *current;
  GCancellable    *cancellable;
  LecternProgress *progress;
} Attaching;

static void copy_next (Attaching *self);

static void
attaching_clear (gpointer data)
{
  Attaching *self = data;

  g_clear_pointer (&self->progress, lectern_progress_free);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  g_clear_object (&self->sketch);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->current, lectern_attach_unref);
  g_free (self->label);
  g_free (self->folder);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->made);
  g_string_free (self->errors, TRUE);
}

static void
attaching_unref (Attaching *self)
{
  g_rc_box_release_full (self, attaching_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attaching, attaching_unref)

static void
closure_unref (gpointer  data,
               GClosure *closure)
{
  attaching_unref (data);
}

static GFile *
get_schedule_file (Attaching *self)
{
  return lectern_document_get_file (self->document);
}

/* The window may show another schedule by now, or none. */
static gboolean
is_over (Attaching *self)
{
  return self->window->document != self->document || g_cancellable_is_cancelled (self->cancellable);
}

static void
say_errors (Attaching *self)
{
  AdwMessageDialog *dialog;

  if (self->errors->len == 0)
    return;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self->window),
                                                       _("Not Attached"), self->errors->str));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  adw_message_dialog_set_default_response (dialog, "close");
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/* A session of its own for PDFs that were dropped between two others. */
static LecternSession *
make_session (Attaching  *self,
              GError    **error)
{
  g_autofree char *base = g_file_get_basename (g_ptr_array_index (self->files, 0));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *assignment = NULL;
  char *point = strrchr (name, '.');

  if (point != NULL && point != name && !g_ascii_isdigit (point[1]))
    *point = '\0';
  g_strdelimit (name, "_", ' ');
  assignment = g_strconcat ("papers[0].title=", name, NULL);

  return lectern_edit_add (lectern_document_get_history (self->document),
                           (const char *[]) { assignment, NULL }, error);
}

static void
say_done (Attaching      *self,
          LecternSession *session)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  guint n = self->paths->len;
  g_autofree char *text = NULL;

  if (n == 1)
    /* Translators: %s is the label of a PDF, such as Notes. */
    text = g_strdup_printf (_("“%s” is attached"), (char *) g_ptr_array_index (self->labels, 0));
  else
    text = g_strdup_printf (ngettext ("%u PDF is attached", "%u PDFs are attached", n), n);

  if (self->made->len > 0)
    lectern_window_remember_copies (self->window, lectern_history_get_state (history), self->made);
  lectern_session_list_reveal (self->window->list, lectern_session_get_key (session), FALSE);
  lectern_window_undo_toast (self->window, text);
}

/* All that was copied, in one step. */
static void
finish (Attaching *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  LecternSession *session;
  g_autoptr (GError) error = NULL;
  guint64 state;

  if (self->window->editor != NULL)
    lectern_session_editor_commit (self->window->editor);
  lectern_history_seal (history);
  if (self->paths->len == 0)
    {
      say_errors (self);
      return;
    }

  state = lectern_history_get_state (history);
  lectern_history_begin_group (history, ngettext ("Attach PDF", "Attach PDFs", self->paths->len));
  session = self->key != 0 ? lectern_schedule_find_key (schedule, self->key, NULL)
                           : make_session (self, &error);
  for (guint i = 0; i < self->paths->len && session != NULL && error == NULL; i++)
    lectern_attach_add (history, session, self->folder, g_ptr_array_index (self->labels, i),
                        g_ptr_array_index (self->paths, i), &error);
  lectern_history_end_group (history);

  if (session == NULL && error == NULL)
    append_sentence (self->errors, _("The session is no longer in the schedule. Attach the PDF to another one."));
  if (error != NULL)
    append_sentence (self->errors, error->message);
  if (session != NULL && lectern_history_get_state (history) != state)
    say_done (self, session);
  else if (session != NULL && self->errors->len == 0)
    lectern_window_toast (self->window, _("The session has this PDF already"));
  say_errors (self);
}

static double
get_progress (gpointer user_data)
{
  Attaching *self = user_data;

  return (self->next - 1 + lectern_attach_get_progress (self->current)) / self->files->len;
}

static void
keep_result (Attaching  *self,
             const char *label,
             const char *path)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();

  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_LABEL, label);
  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, path);
  g_list_store_append (G_LIST_STORE (lectern_session_get_resources (self->sketch)), resource);
  g_ptr_array_add (self->labels, g_strdup (label));
  g_ptr_array_add (self->paths, g_strdup (path));
  if (lectern_attach_get_made (self->current))
    g_ptr_array_add (self->made, g_strdup (path));
}

static char *
make_label (Attaching *self,
            GFile     *file)
{
  /* A label that was given is one PDF's. */
  if (self->label != NULL && self->files->len == 1)
    return g_strdup (self->label);

  return lectern_attach_suggest_label (self->sketch, file);
}

static void
folder_chosen_cb (const char *folder,
                  gpointer    user_data)
{
  g_autoptr (Attaching) self = user_data;

  if (folder == NULL || is_over (self))
    return;

  g_free (self->folder);
  self->folder = g_strdup (folder);
  self->next--;
  copy_next (self);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Attaching) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lectern_attach_run_finish (result, &error);
  g_autofree char *label = NULL;

  if (is_over (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* What was copied before it was stopped has nobody who names it. */
      lectern_attach_take_back (self->current);
      g_clear_pointer (&self->progress, lectern_progress_free);
      if (self->window->document == self->document)
        finish (self);
      return;
    }

  if (g_error_matches (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_EMPTY) && self->folder == NULL)
    {
      g_clear_pointer (&self->progress, lectern_progress_free);
      lectern_notes_folder_ask (GTK_WINDOW (self->window), self->document, folder_chosen_cb,
                                g_rc_box_acquire (self));
      return;
    }

  if (path != NULL)
    {
      label = make_label (self, g_ptr_array_index (self->files, self->next - 1));
      keep_result (self, label, path);
    }
  else
    {
      append_sentence (self->errors, error->message);
    }
  copy_next (self);
}

static void
copy_next (Attaching *self)
{
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (self->document));
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  const char *folder = lectern_head_get_notes_folder (head);
  GFile *file;

  if (self->next == self->files->len)
    {
      g_clear_pointer (&self->progress, lectern_progress_free);
      finish (self);
      return;
    }

  if (self->progress == NULL)
    self->progress = lectern_progress_new (GTK_WINDOW (self->window), _("Copying into the Notes Folder"),
                                           self->cancellable, get_progress, self);

  file = g_ptr_array_index (self->files, self->next++);
  label = make_label (self, file);
  name = lectern_attach_suggest_name (self->sketch, label, file);
  g_clear_pointer (&self->current, lectern_attach_unref);
  self->current = lectern_attach_new (get_schedule_file (self), folder != NULL ? folder : self->folder,
                                      file, name,
                                      lectern_settings_get_link () ? LECTERN_ATTACH_EITHER
                                                                   : LECTERN_ATTACH_COPY);
  lectern_attach_run_async (self->current, self->cancellable, copied_cb, g_rc_box_acquire (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Attaching) self = user_data;

  if (lectern_window_save_finish (self->window, result) && !is_over (self))
    copy_next (self);
}

static void
save_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  gpointer          user_data)
{
  Attaching *self = user_data;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "save") && !is_over (self))
    lectern_window_save (self->window, TRUE, saved_cb, g_rc_box_acquire (self));
}

static void
ask_to_save (Attaching *self)
{
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self->window), _("Save the Schedule First?"),
                                                       _("Notes are kept in a folder beside the schedule’s file, which it does not have yet.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (save_response_cb),
                         g_rc_box_acquire (self), closure_unref, 0);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Attaches PDFs to the session with a key, or to a new one if that is 0. */
void
lectern_window_attach (LecternWindow *window,
                       guint64        key,
                       const char    *label,
                       GPtrArray     *files)
{
  LecternSession *session = NULL;
  g_autoptr (Attaching) self = NULL;

  if (key != 0)
    session = lectern_schedule_find_key (lectern_document_get_schedule (window->document), key, NULL);
  if (files->len == 0 || (key != 0 && session == NULL))
    return;

  self = g_rc_box_new0 (Attaching);
  self->window = g_object_ref (window);
  self->document = g_object_ref (window->document);
  self->key = key;
  self->label = label != NULL && *label != '\0' ? g_strdup (label) : NULL;
  self->files = g_ptr_array_ref (files);
  self->sketch = session != NULL ? lectern_session_copy (session) : lectern_session_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->made = g_ptr_array_new_with_free_func (g_free);
  self->errors = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();

  /* One at a time: a later one does not stop an earlier one, but the window's
   * end stops them all. */
  if (window->attach_cancellable == NULL)
    window->attach_cancellable = g_cancellable_new ();
  g_signal_connect_object (window->attach_cancellable, "cancelled",
                           G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);

  if (get_schedule_file (self) == NULL)
    ask_to_save (self);
  else
    copy_next (self);
}
