/* test-quit.c: leaving with several windows that are edited, and logging out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-close-dialog.h"
#include "lectern-draft.h"
#include "lectern-edit.h"
#include "session-manager.h"
#include "window-fixture.h"

#define N 3

/* Three windows with a file each, the first two of which are edited. */
typedef struct
{
  char          *folder;
  char          *paths[N];
  LecternWindow *windows[N];
  char          *sample;
} Fixture;

static void
edit (LecternWindow *window,
      const char    *title)
{
  LecternDocument *document = lectern_window_get_document (window);
  g_autoptr (GError) error = NULL;

  lectern_edit_set (lectern_document_get_history (document),
                    lectern_schedule_get_session (lectern_document_get_schedule (document), 0),
                    "papers[0].title", title, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (g_getenv ("LECTERN_SAMPLE"), &self->sample, NULL, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("lectern-quit-XXXXXX", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);

      self->paths[i] = g_build_filename (self->folder, name, NULL);
      g_file_set_contents (self->paths[i], self->sample, -1, &error);
      g_assert_no_error (error);
      self->windows[i] = window_fixture_open (self->paths[i], 700, 500);
      g_object_add_weak_pointer (G_OBJECT (self->windows[i]), (gpointer *) &self->windows[i]);
    }
  edit (self->windows[0], "Mine 0");
  edit (self->windows[1], "Mine 1");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < N; i++)
    {
      if (self->windows[i] != NULL)
        gtk_window_destroy (GTK_WINDOW (self->windows[i]));
      g_unlink (self->paths[i]);
      g_free (self->paths[i]);
    }
  ui_test_settle ();
  for (guint i = 0; i < N; i++)
    g_assert_null (self->windows[i]);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->sample);
}

static void
quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application), "quit", NULL);
}

/* Whether a file holds what was put into its window. */
static gboolean
holds_mine (Fixture *self,
            guint    i)
{
  g_autofree char *content = NULL;
  g_autofree char *mine = g_strdup_printf ("\"Mine %u\"", i);

  g_assert_true (g_file_get_contents (self->paths[i], &content, NULL, NULL));
  if (strstr (content, mine) != NULL)
    return TRUE;

  /* Then it is as it was. */
  g_assert_cmpstr (content, ==, self->sample);
  return FALSE;
}

static GtkCheckButton *
find_check (gpointer dialog,
            guint    i)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (dialog, GTK_TYPE_CHECK_BUTTON, found);
  g_assert_cmpuint (found->len, ==, 2);

  return g_ptr_array_index (found, i);
}

/* Which window the first row is about. */
static guint
first_of (gpointer dialog)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (dialog, ADW_TYPE_ACTION_ROW, found);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (g_ptr_array_index (found, 0)), ==,
                   "Deep Learning Theory Reading Group");

  return g_str_has_suffix (adw_action_row_get_subtitle (g_ptr_array_index (found, 0)), "/0.json") ? 0 : 1;
}

static gboolean
all_closed (Fixture *self)
{
  for (guint i = 0; i < N; i++)
    {
      if (self->windows[i] != NULL)
        return FALSE;
    }

  return TRUE;
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  quit ();
  window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG);

  /* However often: one question, about those that are edited. */
  quit ();
  ui_test_settle ();
  g_assert_cmpuint (window_fixture_count (ADW_TYPE_MESSAGE_DIALOG), ==, 1);
  first_of (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG));
  window_fixture_press (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG), "_Cancel");
  ui_test_settle ();

  g_assert_cmpuint (window_fixture_count (ADW_TYPE_MESSAGE_DIALOG), ==, 0);
  for (guint i = 0; i < N; i++)
    {
      g_assert_nonnull (self->windows[i]);
      g_assert_cmpint (lectern_window_has_changes (self->windows[i]), ==, i < 2);
      g_assert_false (holds_mine (self, i));
    }

  /* And it can be asked again. */
  quit ();
  window_fixture_press (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG), "_Cancel");
  ui_test_settle ();
}

static void
test_save_all (Fixture       *self,
               gconstpointer  data)
{
  quit ();
  window_fixture_press (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG), "_Save All");
  ui_test_wait (all_closed (self));

  g_assert_true (holds_mine (self, 0));
  g_assert_true (holds_mine (self, 1));
  g_assert_false (holds_mine (self, 2));
}

static void
test_save_selected (Fixture       *self,
                    gconstpointer  data)
{
  LecternCloseDialog *dialog;
  guint first;

  quit ();
  dialog = window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG);
  first = first_of (dialog);
  gtk_check_button_set_active (find_check (dialog, 0), FALSE);
  gtk_check_button_set_active (find_check (dialog, 1), FALSE);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_check_button_set_active (find_check (dialog, 1), TRUE);
  window_fixture_press (dialog, "_Save Selected");
  ui_test_wait (all_closed (self));

  g_assert_false (holds_mine (self, first));
  g_assert_true (holds_mine (self, 1 - first));
}

static void
test_discard (Fixture       *self,
              gconstpointer  data)
{
  quit ();
  window_fixture_press (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG), "_Discard All");
  ui_test_wait (all_closed (self));

  g_assert_false (holds_mine (self, 0));
  g_assert_false (holds_mine (self, 1));
}

/* A save that fails keeps every window, and says why. */
static void
test_failed (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (self->folder, "-aside", NULL);

  g_assert_cmpint (g_rename (self->folder, aside), ==, 0);
  quit ();
  window_fixture_press (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG), "_Save All");
  ui_test_wait (window_fixture_count (LECTERN_TYPE_CLOSE_DIALOG) == 0);
  g_assert_cmpstr (adw_message_dialog_get_heading (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG)),
                   ==, "Schedule Was Not Saved");
  window_fixture_press (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG), "_Cancel");
  ui_test_settle ();
  for (guint i = 0; i < N; i++)
    g_assert_nonnull (self->windows[i]);
  g_assert_cmpint (g_rename (aside, self->folder), ==, 0);
  g_assert_false (holds_mine (self, 0));
  g_assert_false (holds_mine (self, 1));

  /* Tried again, it goes on. */
  quit ();
  window_fixture_press (window_fixture_wait_dialog (LECTERN_TYPE_CLOSE_DIALOG), "_Save All");
  ui_test_wait (all_closed (self));
  g_assert_true (holds_mine (self, 0));
  g_assert_true (holds_mine (self, 1));
}

/* What is being saved is not asked about. */
static void
test_saving (Fixture       *self,
             gconstpointer  data)
{
  window_fixture_activate (self->windows[0], "save");
  gtk_window_close (GTK_WINDOW (self->windows[0]));
  ui_test_wait (self->windows[0] == NULL);
  g_assert_true (holds_mine (self, 0));

  window_fixture_activate (self->windows[1], "save");
  quit ();
  ui_test_wait (all_closed (self));
  g_assert_true (holds_mine (self, 1));
}

/* Only what is typed while it is being saved is, and what could not be saved. */
static void
test_saving_not_all (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (self->folder, "-aside", NULL);

  window_fixture_activate (self->windows[0], "save");
  edit (self->windows[0], "Later");
  gtk_window_close (GTK_WINDOW (self->windows[0]));
  window_fixture_press (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG), "_Discard");
  ui_test_wait (self->windows[0] == NULL);
  g_assert_true (holds_mine (self, 0));

  g_assert_cmpint (g_rename (self->folder, aside), ==, 0);
  window_fixture_activate (self->windows[1], "save");
  quit ();
  g_assert_cmpstr (adw_message_dialog_get_heading (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG)),
                   ==, "Schedule Was Not Saved");
  g_assert_cmpuint (window_fixture_count (ADW_TYPE_MESSAGE_DIALOG), ==, 1);
  window_fixture_press (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG), "_Cancel");
  window_fixture_press (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG), "_Discard");
  ui_test_wait (all_closed (self));
  g_assert_cmpint (g_rename (aside, self->folder), ==, 0);
  g_assert_false (holds_mine (self, 1));
}

/* Other tests may be keeping drafts meanwhile. */
static guint
count_drafts (Fixture *self)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "lectern", "drafts", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *each = g_build_filename (path, name, NULL);
      g_autoptr (LecternDraft) draft = lectern_draft_read (each, NULL);

      n += draft != NULL && draft->file != NULL
           && g_str_has_prefix (g_file_peek_path (draft->file), self->folder);
    }

  return n;
}

/* Each edited window holds the session's end off, until it is saved or gone. */
static void
test_log_out (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *reason = session_manager_dup_reason ();
  guint n_answers = session_manager_get_n_answers ();

  g_assert_cmpuint (session_manager_get_n_reasons (), ==, 2);
  g_assert_cmpstr (reason, ==, "“1.json” has changes that are not saved");
  edit (self->windows[1], "Mine 2");
  g_assert_cmpuint (session_manager_get_n_reasons (), ==, 2);

  /* Who logs out all the same finds drafts. */
  session_manager_ask ();
  ui_test_wait (session_manager_get_n_answers () > n_answers);
  g_assert_cmpuint (count_drafts (self), ==, 2);

  window_fixture_activate (self->windows[0], "save");
  ui_test_wait (session_manager_get_n_reasons () == 1);
  window_fixture_activate (self->windows[1], "undo");
  window_fixture_activate (self->windows[1], "undo");
  ui_test_wait (session_manager_get_n_reasons () == 0);
  edit (self->windows[2], "Mine 2");
  g_assert_cmpuint (session_manager_get_n_reasons (), ==, 1);
  gtk_window_destroy (GTK_WINDOW (self->windows[2]));
  ui_test_wait (session_manager_get_n_reasons () == 0);
  g_assert_cmpuint (count_drafts (self), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  session_manager_start ();
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/quit/cancel", test_cancel);
  ADD ("/quit/save-all", test_save_all);
  ADD ("/quit/save-selected", test_save_selected);
  ADD ("/quit/discard", test_discard);
  ADD ("/quit/failed", test_failed);
  ADD ("/quit/saving", test_saving);
  ADD ("/quit/saving-not-all", test_saving_not_all);
  ADD ("/quit/log-out", test_log_out);

  status = g_test_run ();
  window_fixture_clear ();
  session_manager_stop ();

  return status;
}
