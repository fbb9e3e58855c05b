/* lectern-window-locate.c: a missing file is found again, and others with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-attach.h"

#include <glib/gi18n-lib.h>

#include "lectern-attach.h"
#include "lectern-names.h"
#include "lectern-notes-carry.h"
#include "lectern-notes-rename.h"
#include "lectern-notes-scan.h"
#include "lectern-progress.h"

typedef struct
{
  LecternWindow        *window;
  LecternDocument      *document;
  guint64               key;
  guint                 index;
  char                 *before;
  char                 *after;
  char                 *folder;    /* of the notes, if that has moved too */
  GtkFileChooserNative *chooser;
  LecternAttach        *attach;
  GCancellable         *cancellable;
  LecternProgress      *progress;
  GPtrArray            *moved;

  /* Where it was found, if that is not in the schedule's folder, what else is
   * there, and its way back. */
  char                 *outside;
  GPtrArray            *found;
  LecternNotesCarry    *carry;
} Search;

static void
search_clear (gpointer data)
{
  Search *self = data;

  g_clear_pointer (&self->progress, lectern_progress_free);
  g_clear_pointer (&self->attach, lectern_attach_unref);
  g_object_unref (self->cancellable);
  g_object_unref (self->window);
  g_object_unref (self->document);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->moved, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->carry, lectern_notes_carry_unref);
  g_free (self->outside);
  g_free (self->before);
  g_free (self->after);
  g_free (self->folder);
}

static void
search_unref (Search *self)
{
  g_rc_box_release_full (self, search_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_unref)

static gboolean
is_over (Search *self)
{
  return self->window->document != self->document;
}

/* Where the notes are kept from now on, in the step that finds them again. */
static gboolean
note_down (Search    *self,
           gboolean   all,
           GError   **error)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  gboolean done;

  lectern_history_begin_group (history, _("Locate Files"));
  done = lectern_notes_mend (history, self->moved, error)
         && (!all || self->folder == NULL || lectern_notes_note_folder (history, self->folder, error))
         && (self->carry == NULL || lectern_notes_carry_note_down (self->carry, history, error));
  lectern_history_end_group (history);

  return done;
}

static void
mend (Search   *self,
      gboolean  all)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  g_autoptr (GError) error = NULL;
  guint64 state;

  if (is_over (self))
    return;

  for (guint i = 0; !all && i < self->moved->len;)
    {
      const LecternMoved *item = g_ptr_array_index (self->moved, i);

      if (item->key == self->key && item->index == self->index)
        i++;
      else
        g_ptr_array_remove_index (self->moved, i);
    }

  if (self->window->editor != NULL)
    lectern_session_editor_commit (self->window->editor);
  lectern_history_seal (history);
  state = lectern_history_get_state (history);
  if (note_down (self, all, &error))
    {
      guint n = self->moved->len + (self->carry != NULL ? self->found->len : 0);
      g_autofree char *text = g_strdup_printf (ngettext ("%u file is found again",
                                                         "%u files are found again", n), n);

      /* What is back under its old name is no step. */
      if (lectern_history_get_state (history) != state)
        lectern_window_undo_toast (self->window, text);
      else
        lectern_window_toast (self->window, text);
      lectern_window_update_today (self->window);
    }
  else
    {
      lectern_window_toast (self->window, error->message);
    }
}

/* Nobody names what was copied. */
static void
give_up (Search *self)
{
  lectern_attach_take_back (self->attach);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "cancel"))
    give_up (user_data);
  else
    mend (user_data, g_str_equal (response, "all"));
}

static void
closure_unref (gpointer  data,
               GClosure *closure)
{
  search_unref (data);
}

static void
ask (Search     *self,
     const char *title,
     const char *text,
     const char *all,
     GCallback   response)
{
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self->window), title, text));
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "one", _("_Only This One"),
                                    "all", all,
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "all", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "all");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", response, g_rc_box_acquire (self), closure_unref, 0);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask_for_all (Search *self)
{
  guint n = self->moved->len - 1;
  g_autofree char *others = g_strdup_printf (ngettext ("%u other missing file is in the new place as well.",
                                                       "%u other missing files are in the new place as well.", n),
                                             n);
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  if (self->folder != NULL)
    /* Translators: %s is the path of a folder. */
    folder = g_strdup_printf (_("The notes folder is “%s” from now on."), self->folder);
  text = folder != NULL ? g_strconcat (others, " ", folder, NULL) : g_strdup (others);
  ask (self, _("Mend the Others Too?"), text, _("_Mend All"), G_CALLBACK (response_cb));
}

static double
get_carry_progress (gpointer user_data)
{
  return lectern_notes_carry_get_progress (user_data);
}

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Search) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = lectern_notes_carry_run_finish (result, &error);

  g_clear_pointer (&self->progress, lectern_progress_free);
  if (done && !is_over (self) && !g_cancellable_is_cancelled (self->cancellable))
    {
      mend (self, TRUE);
      return;
    }

  lectern_notes_carry_take_back (self->carry);
  give_up (self);
  if (!is_over (self) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lectern_window_toast (self->window, error->message);
}

static void
copy_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  gpointer          user_data)
{
  Search *self = user_data;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "cancel") || is_over (self))
    {
      give_up (self);
      return;
    }
  if (g_str_equal (response, "one"))
    {
      mend (self, TRUE);
      return;
    }

  self->carry = lectern_notes_carry_new_found (lectern_document_get_file (self->document),
                                               lectern_document_get_schedule (self->document), self->found);
  self->progress = lectern_progress_new (GTK_WINDOW (self->window), _("Copying Notes Along"),
                                         self->cancellable, get_carry_progress, self->carry);
  lectern_notes_carry_run_async (self->carry, self->cancellable, carried_cb, g_rc_box_acquire (self));
}

static void
found_outside_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Search) self = user_data;
  g_autofree char *text = NULL;

  self->found = lectern_notes_find_moved_finish (result, NULL);
  if (is_over (self))
    return;
  if (self->found->len == 0)
    {
      mend (self, TRUE);
      return;
    }

  text = g_strdup_printf (ngettext ("%u other missing file is where this one was. A copy of it can be made in the schedule’s folder as well.",
                                    "%u other missing files are where this one was. Copies of them can be made in the schedule’s folder as well.",
                                    self->found->len), self->found->len);
  ask (self, _("Copy the Others Too?"), text, _("Copy _All"), G_CALLBACK (copy_response_cb));
}

/* The others may not be in the schedule's folder either. */
static void
look_outside (Search *self)
{
  lectern_notes_find_moved_async (lectern_document_get_file (self->document),
                                  lectern_document_get_schedule (self->document),
                                  self->before, self->outside, NULL, found_outside_cb,
                                  g_rc_box_acquire (self));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Search) self = user_data;
  LecternHead *head;

  self->moved = lectern_notes_find_moved_finish (result, NULL);
  if (is_over (self) || self->moved->len == 0)
    return;

  head = lectern_schedule_get_head (lectern_document_get_schedule (self->document));
  self->folder = lectern_notes_follow_folder (lectern_document_get_file (self->document),
                                              lectern_head_get_notes_folder (head),
                                              self->before, self->after);

  if (self->moved->len > 1)
    ask_for_all (self);
  else if (self->outside != NULL)
    look_outside (self);
  else
    mend (self, TRUE);
}

/* What was chosen is in the folder by now, as it was or as a copy. */
static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Search) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lectern_attach_run_finish (result, &error);

  g_clear_pointer (&self->progress, lectern_progress_free);
  if (is_over (self) || g_cancellable_is_cancelled (self->cancellable))
    {
      /* Nobody names it. */
      lectern_attach_take_back (self->attach);
      return;
    }
  if (path == NULL)
    {
      lectern_window_toast (self->window, error->message);
      return;
    }

  self->after = g_strdup (path);
  lectern_notes_find_moved_async (lectern_document_get_file (self->document),
                                  lectern_document_get_schedule (self->document),
                                  self->before, path, NULL, found_cb, self);
  self = NULL;
}

/* A copy goes where the file was, or else where the notes are. */
static char *
dup_place (Search *self)
{
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (self->document));
  const char *notes = lectern_head_get_notes_folder (head);
  g_autofree char *inside = notes != NULL ? g_strconcat (notes, "/", NULL) : NULL;

  if (inside != NULL && g_str_has_prefix (self->before, inside))
    return g_path_get_dirname (self->before);

  return g_strdup (notes);
}

static double
get_progress (gpointer user_data)
{
  return lectern_attach_get_progress (user_data);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           gpointer         user_data)
{
  g_autoptr (Search) self = user_data;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = g_path_get_basename (self->before);
  g_autofree char *place = dup_place (self);

  gtk_native_dialog_hide (chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL || is_over (self))
    return;

  if (g_str_has_suffix (base, ".pdf"))
    base[strlen (base) - strlen (".pdf")] = '\0';
  folder = g_file_get_parent (lectern_document_get_file (self->document));
  if (!g_file_has_prefix (file, folder))
    self->outside = g_file_get_path (file);
  self->attach = lectern_attach_new (lectern_document_get_file (self->document),
                                     place, file, base,
                                     LECTERN_ATTACH_EITHER);
  self->progress = lectern_progress_new (GTK_WINDOW (self->window), _("Copying into the Notes Folder"),
                                         self->cancellable, get_progress, self->attach);
  lectern_attach_run_async (self->attach, self->cancellable, placed_cb, self);
  self = NULL;
}

/* Asks where the file of a resource is now. */
void
lectern_window_locate (LecternWindow *window,
                       guint64        key,
                       guint          index)
{
  LecternSession *session = lectern_schedule_find_key (lectern_document_get_schedule (window->document),
                                                       key, NULL);
  g_autoptr (LecternResource) resource = NULL;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = NULL;
  Search *self;

  resource = g_list_model_get_item (lectern_session_get_resources (session), index);
  if (lectern_document_get_file (window->document) == NULL || lectern_resource_get_file (resource) == NULL)
    return;

  self = g_rc_box_new0 (Search);
  self->window = g_object_ref (window);
  self->document = g_object_ref (window->document);
  self->cancellable = g_cancellable_new ();
  self->key = key;
  self->index = index;
  self->before = g_strdup (lectern_resource_get_file (resource));

  gtk_file_filter_set_name (filter, _("PDF Documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_suffix (filter, "pdf");
  self->chooser = gtk_file_chooser_native_new (_("Locate File"), GTK_WINDOW (window),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Locate"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  folder = g_file_get_parent (lectern_document_get_file (window->document));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
