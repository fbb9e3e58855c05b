/* lectern-window-drafts.c: unsaved changes that are kept, and offered again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-replace.h"
#include "lectern-text-differences.h"

void
lectern_window_update_draft_actions (LecternWindow *self)
{
  static const char * const names[] = { "discard-draft", "restore-draft" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    lectern_window_enable_action (self, names[i], self->drafts != NULL && self->drafts->len > 0);
}

/* Of a schedule that is not the window's. */
static char *
describe_other (LecternDraft *draft)
{
  LecternHead *head = lectern_schedule_get_head (draft->schedule);
  const char *title = lectern_head_get_title (head);
  g_autofree char *time = lectern_draft_format_time (draft->time);
  g_autofree char *name = NULL;

  if (draft->file == NULL)
    /* Translators: the title of a schedule, and a time of day */
    return g_strdup_printf (_("Unsaved changes to “%s”, which has no file yet, from %s were found."),
                            title != NULL ? title : _("Untitled Schedule"), time);

  name = g_file_get_basename (draft->file);
  /* Translators: the name of a file, and a time of day */
  return g_strdup_printf (_("Unsaved changes to “%s” from %s were found."), name, time);
}

/* NULL if there is nothing in it that the schedule does not say. */
static char *
describe_own (LecternWindow *self,
              LecternDraft  *draft)
{
  gboolean rest;
  guint n = lectern_replace_count (lectern_document_get_schedule (self->document),
                                   draft->schedule, &rest);
  g_autofree char *time = lectern_draft_format_time (draft->time);
  g_autofree char *sentence = NULL;
  g_autofree char *names = NULL;
  gboolean changed = g_strcmp0 (draft->baseline, lectern_document_get_baseline (self->document)) != 0;

  if (n == 0 && !rest)
    return NULL;

  if (n == 0)
    /* Translators: a time of day */
    sentence = g_strdup_printf (_("Unsaved changes from %s were found."), time);
  else
    sentence = g_strdup_printf (ngettext ("Unsaved changes from %s were found: %u session differs.",
                                          "Unsaved changes from %s were found: %u sessions differ.", n),
                                time, n);

  names = lectern_text_differences (lectern_document_get_schedule (self->document), draft->schedule);

  return g_strconcat (sentence, changed ? " " : "",
                      changed ? _("The file has been changed since then.") : "",
                      names != NULL ? "\n" : "", names, NULL);
}

/* Of several, after a crash with more than one window. */
static char *
describe_all (GPtrArray *drafts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      LecternDraft *draft = g_ptr_array_index (drafts, i);
      const char *title = lectern_head_get_title (lectern_schedule_get_head (draft->schedule));
      g_autofree char *name = draft->file != NULL
                              ? g_file_get_basename (draft->file)
                              : g_strdup (title != NULL ? title : _("Untitled Schedule"));

      /* Translators: the name of a file, or the title of a schedule */
      g_ptr_array_add (names, g_strdup_printf (_("“%s”"), name));
    }
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of files */
  joined = g_strjoinv (_(", "), (char **) names->pdata);

  /* Translators: the names of files */
  return g_strdup_printf (_("Unsaved changes to several schedules were found: %s."), joined);
}

/* The draft that is offered; %NULL if there is none. */
LecternDraft *
lectern_window_get_draft (LecternWindow *self)
{
  return self->drafts != NULL && self->drafts->len > 0 ? g_ptr_array_index (self->drafts, 0) : NULL;
}

/* It stays on the disk unless it is to be removed. */
void
lectern_window_drop_draft (LecternWindow *self,
                           gboolean       remove)
{
  g_autoptr (GError) error = NULL;

  if (remove && !lectern_draft_remove (lectern_window_get_draft (self), &error))
    lectern_window_toast (self, error->message);
  g_ptr_array_remove_index (self->drafts, 0);
}

static gboolean
is_own (LecternWindow *self,
        LecternDraft  *draft)
{
  return self->document != NULL && draft->file != NULL;
}

/* At the start all of them at once, in a window with a schedule one after the
 * other. */
void
lectern_window_offer_drafts (LecternWindow *self)
{
  gboolean several = self->document == NULL && self->drafts != NULL && self->drafts->len > 1;
  LecternBannerButton buttons[] = {
    { several ? _("_Discard All") : _("_Discard"), "win.discard-draft" },
    { several ? _("_Restore All") : _("_Restore"), "win.restore-draft" },
  };
  LecternDraft *draft;
  g_autofree char *text = several ? describe_all (self->drafts) : NULL;

  while ((draft = lectern_window_get_draft (self)) != NULL && text == NULL)
    {
      text = is_own (self, draft) ? describe_own (self, draft) : describe_other (draft);
      /* Killed between a save and the draft's removal. */
      if (text == NULL)
        lectern_window_drop_draft (self, TRUE);
    }

  lectern_window_update_draft_actions (self);
  if (self->document != NULL && draft != NULL)
    lectern_window_say (self, LECTERN_WINDOW_BANNER_DRAFT, text, buttons, G_N_ELEMENTS (buttons));
  else if (self->document != NULL)
    lectern_window_unsay (self, LECTERN_WINDOW_BANNER_DRAFT);
  else if (draft != NULL)
    lectern_banner_show (self->start_banner, text, buttons, G_N_ELEMENTS (buttons));
  else
    lectern_banner_hide (self->start_banner);
}

/* What is looked for belongs to a window that may show something else by then. */
typedef struct
{
  LecternWindow   *window;
  LecternDocument *document;
  gboolean         new_only;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->window);
  g_clear_object (&search->document);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void start_search (LecternWindow *self,
                          gboolean       new_only);

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Search) search = user_data;
  LecternWindow *self = search->window;
  g_autoptr (GPtrArray) drafts = lectern_draft_find_finish (result, NULL);
  static gboolean new_offered;

  /* Cancelled, or the window shows something else by now. */
  if (drafts == NULL || self->document != search->document
      || (self->document == NULL && self->start_banner == NULL))
    return;

  for (guint i = drafts->len; search->new_only && i > 0; i--)
    {
      LecternDraft *draft = g_ptr_array_index (drafts, i - 1);

      if (draft->file != NULL)
        g_ptr_array_remove_index (drafts, i - 1);
    }

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_ptr_array_ref (drafts);
  lectern_window_restore_chosen (self);
  lectern_window_offer_drafts (self);

  /* Work without a file is offered once, whichever file was opened first. */
  if (self->document != NULL && lectern_window_get_draft (self) == NULL && !new_offered)
    start_search (self, TRUE);
  new_offered = TRUE;
}

static void
start_search (LecternWindow *self,
              gboolean       new_only)
{
  Search *search = g_new0 (Search, 1);
  GFile *file = NULL;

  search->window = g_object_ref (self);
  g_set_object (&search->document, self->document);
  search->new_only = new_only;
  if (!new_only && self->document != NULL)
    file = lectern_document_get_file (self->document);
  lectern_draft_find_async (file, self->cancellable, found_cb, search);
}

/* After the first frame: the window does not wait for it. */
void
lectern_window_find_drafts (LecternWindow *self)
{
  if (self->document == NULL || lectern_document_get_file (self->document) != NULL)
    start_search (self, FALSE);
}

static void
failed_cb (LecternWindow *self,
           const char    *message)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("Unsaved changes are not kept in case of a crash. %s"), message);
  lectern_window_toast (self, text);
}

/* A window may leave its application before its document. */
static void
let_log_out (LecternWindow *self)
{
  GApplication *application = g_application_get_default ();

  if (self->inhibit_cookie != 0 && application != NULL)
    gtk_application_uninhibit (GTK_APPLICATION (application), self->inhibit_cookie);
  self->inhibit_cookie = 0;
}

/* Who logs out is told what is not saved.  Who does it all the same finds a
 * draft. */
static void
edited_cb (LecternWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;

  if (!lectern_document_get_edited (self->document))
    {
      let_log_out (self);
      return;
    }

  if (self->inhibit_cookie != 0)
    return;

  name = lectern_document_dup_name (self->document);
  /* Translators: the name of a file; shown when someone logs out */
  reason = g_strdup_printf (_("“%s” has changes that are not saved"), name);
  self->inhibit_cookie = gtk_application_inhibit (GTK_APPLICATION (g_application_get_default ()),
                                                  GTK_WINDOW (self),
                                                  GTK_APPLICATION_INHIBIT_LOGOUT, reason);
}

void
lectern_window_start_drafts (LecternWindow *self)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_signal_connect_object (self->document, "notify::edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  edited_cb (self);
  self->keeper = lectern_draft_keeper_new (self->document);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

/* The window's schedule goes: what was not saved was given up. */
void
lectern_window_stop_drafts (LecternWindow *self)
{
  if (self->keeper != NULL)
    lectern_draft_keeper_retire (self->keeper, FALSE);
  g_clear_object (&self->keeper);
  let_log_out (self);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  lectern_window_update_draft_actions (self);
  lectern_window_unsay (self, LECTERN_WINDOW_BANNER_DRAFT);
}

/**
 * lectern_window_keep_draft:
 * @self: a window
 * @ending: whether the program is about to end
 * @error: return location for an error
 *
 * Makes sure that what is not saved is in a draft.  If the program is
 * @ending, the draft stays although the window goes.
 *
 * Returns: %FALSE with an error if it could not be written
 */
gboolean
lectern_window_keep_draft (LecternWindow  *self,
                           gboolean        ending,
                           GError        **error)
{
  gboolean kept;

  if (self->keeper == NULL)
    return TRUE;

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  kept = lectern_draft_keeper_flush (self->keeper, error);
  if (ending)
    lectern_draft_keeper_retire (self->keeper, TRUE);

  return kept;
}

/* A session that was replaced is another one with the same id. */
void
lectern_window_replace (LecternWindow   *self,
                        LecternSchedule *schedule,
                        const char      *label)
{
  g_autoptr (GPtrArray) ids = lectern_window_list_selected_ids (self);

  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_replace (lectern_document_get_history (self->document), schedule, label);

  lectern_window_select_ids (self, ids);
}
