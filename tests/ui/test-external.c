/* test-external.c: another program changes the file of a window that is edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-backup.h"
#include "lectern-edit.h"
#include "window-fixture.h"

/* A window with a file, in which the title of the first session is edited. */
typedef struct
{
  char          *folder;
  char          *path;
  GFile         *file;
  LecternWindow *window;
  char          *old_title;
} Fixture;

static LecternSession *
first (Fixture *self)
{
  return lectern_schedule_get_session (lectern_document_get_schedule (lectern_window_get_document (self->window)), 0);
}

static const char *
title_of (LecternSession *session)
{
  g_autoptr (LecternPaper) paper = g_list_model_get_item (lectern_session_get_papers (session), 0);

  return lectern_paper_get_title (paper);
}

static gboolean
is_edited (Fixture *self)
{
  return lectern_document_get_edited (lectern_window_get_document (self->window));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (g_getenv ("LECTERN_SAMPLE"), &sample, NULL, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("lectern-external-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "schedule.json", NULL);
  self->file = g_file_new_for_path (self->path);
  g_file_set_contents (self->path, sample, -1, &error);
  g_assert_no_error (error);

  self->window = window_fixture_open (self->path, 1000, 700);
  self->old_title = g_strdup (title_of (first (self)));
  lectern_edit_set (lectern_document_get_history (lectern_window_get_document (self->window)),
                    first (self), "papers[0].title", "Mine", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  window_fixture_close (self->window);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->old_title);
}

static char *
read_file (Fixture *self)
{
  char *content;

  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));

  return content;
}

static gboolean
says (const char *content,
      const char *text)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", text);

  return strstr (content, quoted) != NULL;
}

/* Another program: it gives @from another @to, and puts a new file in the old
 * one's place, or writes into it. */
static void
change (Fixture    *self,
        const char *from,
        const char *to,
        gboolean    replace)
{
  g_autofree char *content = read_file (self);
  g_autofree char *old = g_strdup_printf ("\"%s\"", from);
  g_autofree char *new = g_strdup_printf ("\"%s\"", to);
  g_autoptr (GString) text = g_string_new (content);
  FILE *stream;

  g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
  if (replace)
    {
      g_autofree char *aside = g_strconcat (self->path, ".new", NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (aside, text->str, -1, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_rename (aside, self->path), ==, 0);
      return;
    }

  stream = g_fopen (self->path, "w");
  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (text->str, 1, text->len, stream), ==, text->len);
  g_assert_cmpint (fclose (stream), ==, 0);
}

/* Nothing is taken unasked, and nothing overwritten: it is only said. */
static void
wait_for_banner (Fixture    *self,
                 const char *theirs)
{
  g_autofree char *content = NULL;

  ui_test_wait (window_fixture_is_enabled (self->window, "keep-mine"));
  g_assert_true (window_fixture_is_enabled (self->window, "merge"));
  g_assert_true (window_fixture_is_enabled (self->window, "reload"));
  g_assert_true (is_edited (self));
  g_assert_cmpstr (title_of (first (self)), ==, "Mine");
  content = read_file (self);
  g_assert_true (says (content, theirs));
}

static void
keep_mine (Fixture  *self,
           gboolean  replace)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *content = NULL;
  LecternBackup *latest;

  change (self, self->old_title, "Theirs", replace);
  wait_for_banner (self, "Theirs");
  window_fixture_activate (self->window, "keep-mine");
  ui_test_wait (!is_edited (self));

  content = read_file (self);
  g_assert_true (says (content, "Mine"));
  g_assert_false (says (content, "Theirs"));
  g_assert_false (window_fixture_is_enabled (self->window, "keep-mine"));

  /* The other's is the latest of the earlier versions. */
  versions = lectern_backup_find (self->file);
  g_assert_cmpuint (versions->len, >, 0);
  latest = g_ptr_array_index (versions, 0);
  g_assert_nonnull (latest->schedule);
  g_assert_cmpstr (title_of (lectern_schedule_get_session (latest->schedule, 0)), ==, "Theirs");
}

static void
test_keep_mine (Fixture       *self,
                gconstpointer  data)
{
  keep_mine (self, FALSE);
}

/* As most editors write: another file comes in the place of the old one. */
static void
test_keep_mine_replaced (Fixture       *self,
                         gconstpointer  data)
{
  keep_mine (self, TRUE);
}

/* The file is followed under its name: also the one that replaced it. */
static void
test_replaced_twice (Fixture       *self,
                     gconstpointer  data)
{
  change (self, self->old_title, "Theirs", TRUE);
  wait_for_banner (self, "Theirs");

  /* Put back as it was, there is nothing to say any more. */
  change (self, "Theirs", self->old_title, TRUE);
  ui_test_wait (!window_fixture_is_enabled (self->window, "keep-mine"));
  g_assert_true (is_edited (self));

  change (self, self->old_title, "Theirs again", TRUE);
  wait_for_banner (self, "Theirs again");
}

/* A save does not write over it: it shows both. */
static AdwWindow *
merge_dialog (Fixture  *self,
              gboolean  by_save)
{
  change (self, self->old_title, "Theirs", TRUE);
  if (!by_save)
    wait_for_banner (self, "Theirs");
  window_fixture_activate (self->window, by_save ? "save" : "merge");

  return window_fixture_wait_dialog (ADW_TYPE_WINDOW);
}

static GtkCheckButton *
find_side (AdwWindow *dialog,
           gboolean   mine)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  /* One conflict: the two sides of it. */
  ui_test_collect (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, found);
  g_assert_cmpuint (found->len, ==, 2);

  return g_ptr_array_index (found, mine ? 0 : 1);
}

static void
merge (Fixture  *self,
       gboolean  mine,
       gboolean  by_save)
{
  const char *chosen = mine ? "Mine" : "Theirs";
  AdwWindow *dialog = merge_dialog (self, by_save);
  g_autofree char *content = NULL;

  gtk_check_button_set_active (find_side (dialog, mine), TRUE);
  window_fixture_press (dialog, "_Merge");
  ui_test_settle ();
  g_assert_cmpuint (window_fixture_count (ADW_TYPE_WINDOW), ==, 0);
  g_assert_cmpstr (title_of (first (self)), ==, chosen);
  g_assert_false (window_fixture_is_enabled (self->window, "merge"));
  /* What is in the file need not be written. */
  g_assert_cmpint (is_edited (self), ==, mine);

  if (!mine)
    {
      /* One step takes the whole merge back, to what was here. */
      window_fixture_activate (self->window, "undo");
      g_assert_cmpstr (title_of (first (self)), ==, "Mine");
      g_assert_true (is_edited (self));
      window_fixture_activate (self->window, "redo");
      g_assert_cmpstr (title_of (first (self)), ==, "Theirs");
      g_assert_false (is_edited (self));
    }
  window_fixture_activate (self->window, "save");
  ui_test_wait (!is_edited (self));
  ui_test_settle ();

  content = read_file (self);
  g_assert_true (says (content, chosen));
  g_assert_false (says (content, mine ? "Theirs" : "Mine"));
}

static void
test_merge_mine (Fixture       *self,
                 gconstpointer  data)
{
  merge (self, TRUE, TRUE);
}

static void
test_merge_theirs (Fixture       *self,
                   gconstpointer  data)
{
  merge (self, FALSE, FALSE);
}

/* A conflict and something that only they changed: one step as well. */
static void
test_merge_is_one_step (Fixture       *self,
                        gconstpointer  data)
{
  LecternDocument *document = lectern_window_get_document (self->window);
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (document));
  AdwWindow *dialog;

  change (self, "Deep Learning Theory Reading Group", "Another Name", FALSE);
  dialog = merge_dialog (self, FALSE);
  gtk_check_button_set_active (find_side (dialog, FALSE), TRUE);
  window_fixture_press (dialog, "_Merge");
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Another Name");
  g_assert_cmpstr (title_of (first (self)), ==, "Theirs");

  window_fixture_activate (self->window, "undo");
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Deep Learning Theory Reading Group");
  g_assert_cmpstr (title_of (first (self)), ==, "Mine");
  window_fixture_activate (self->window, "undo");
  g_assert_cmpstr (title_of (first (self)), ==, self->old_title);
  g_assert_false (window_fixture_is_enabled (self->window, "undo"));
}

static void
test_merge_cancelled (Fixture       *self,
                      gconstpointer  data)
{
  window_fixture_press (merge_dialog (self, FALSE), "_Cancel");
  ui_test_settle ();
  g_assert_cmpuint (window_fixture_count (ADW_TYPE_WINDOW), ==, 0);
  wait_for_banner (self, "Theirs");
}

/* What another program wrote is among the earlier versions, whatever becomes of
 * the merge: also if the last one was kept a moment ago. */
static void
merge_keeps_theirs (Fixture  *self,
                    gboolean  undo)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  LecternBackup *latest;
  AdwWindow *dialog;

  window_fixture_activate (self->window, "save");
  ui_test_wait (!is_edited (self));
  lectern_edit_set (lectern_document_get_history (lectern_window_get_document (self->window)),
                    first (self), "papers[0].title", "Mine again", &error);
  g_assert_no_error (error);

  change (self, "Mine", "Theirs", TRUE);
  window_fixture_activate (self->window, "save");
  dialog = window_fixture_wait_dialog (ADW_TYPE_WINDOW);
  gtk_check_button_set_active (find_side (dialog, !undo), TRUE);
  window_fixture_press (dialog, "_Merge");
  ui_test_settle ();
  if (undo)
    window_fixture_activate (self->window, "undo");
  g_assert_cmpstr (title_of (first (self)), ==, "Mine again");
  window_fixture_activate (self->window, "save");
  ui_test_wait (!is_edited (self));

  content = read_file (self);
  g_assert_false (says (content, "Theirs"));
  versions = lectern_backup_find (self->file);
  latest = g_ptr_array_index (versions, 0);
  g_assert_nonnull (latest->schedule);
  g_assert_cmpstr (title_of (lectern_schedule_get_session (latest->schedule, 0)), ==, "Theirs");
}

static void
test_merge_keeps_theirs (Fixture       *self,
                         gconstpointer  data)
{
  merge_keeps_theirs (self, FALSE);
}

static void
test_undone_merge_keeps_theirs (Fixture       *self,
                                gconstpointer  data)
{
  merge_keeps_theirs (self, TRUE);
}

static void
reload (Fixture *self)
{
  window_fixture_activate (self->window, "reload");
  window_fixture_press (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG), "_Reload");
}

/* What would be in no draft does not leave the window. */
static void
test_reload_without_draft (Fixture       *self,
                           gconstpointer  data)
{
  g_autofree char *drafts = g_build_filename (g_get_user_state_dir (), "lectern", "drafts", NULL);
  g_autofree char *aside = g_strconcat (drafts, "-aside", NULL);
  g_autoptr (GError) error = NULL;

  change (self, self->old_title, "Theirs", TRUE);
  wait_for_banner (self, "Theirs");

  g_assert_cmpint (g_mkdir_with_parents (drafts, 0700), ==, 0);
  g_assert_cmpint (g_rename (drafts, aside), ==, 0);
  g_file_set_contents (drafts, "", 0, &error);
  g_assert_no_error (error);
  reload (self);
  ui_test_wait (window_fixture_count (ADW_TYPE_MESSAGE_DIALOG) == 1 &&
                g_str_equal (adw_message_dialog_get_heading (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG)),
                             "File Was Not Reloaded"));
  window_fixture_press (window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG), "_Close");
  ui_test_wait (window_fixture_count (ADW_TYPE_MESSAGE_DIALOG) == 0);
  wait_for_banner (self, "Theirs");

  g_assert_cmpint (g_unlink (drafts), ==, 0);
  reload (self);
  ui_test_wait (g_strcmp0 (title_of (first (self)), "Theirs") == 0);
  ui_test_wait (window_fixture_is_enabled (self->window, "restore-draft"));
  window_fixture_activate (self->window, "discard-draft");
}

/* A link leads to a file in another folder, where other programs write. */
static void
test_link_is_followed (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-link-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "link.json", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LecternWindow *by_name = self->window;

  g_file_make_symbolic_link (link, self->path, NULL, &error);
  g_assert_no_error (error);
  self->window = window_fixture_open (path, 1000, 700);
  g_assert_cmpstr (title_of (first (self)), ==, self->old_title);

  change (self, self->old_title, "Theirs", FALSE);
  ui_test_wait (g_strcmp0 (title_of (first (self)), "Theirs") == 0);
  change (self, "Theirs", "Theirs again", TRUE);
  ui_test_wait (g_strcmp0 (title_of (first (self)), "Theirs again") == 0);

  window_fixture_close (self->window);
  self->window = by_name;
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The dialog stays until something is chosen, as often as it fails. */
static void
test_save_fails (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (self->folder, "-aside", NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (g_rename (self->folder, aside), ==, 0);
  window_fixture_activate (self->window, "save");
  for (guint i = 0; i < 2; i++)
    {
      AdwMessageDialog *dialog = window_fixture_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);

      g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Schedule Was Not Saved");
      g_assert_true (adw_message_dialog_has_response (dialog, "save-as"));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "“schedule.json”"));
      ui_test_settle ();
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
      g_assert_true (is_edited (self));
      if (i == 1)
        g_assert_cmpint (g_rename (aside, self->folder), ==, 0);
      window_fixture_press (dialog, "_Try Again");
    }
  ui_test_wait (!is_edited (self));
  content = read_file (self);
  g_assert_true (says (content, "Mine"));

  /* Saved, it says nothing more. */
  ui_test_wait (window_fixture_count (ADW_TYPE_MESSAGE_DIALOG) == 0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("lectern-state-XXXXXX", NULL);
  int status;

  /* Some of these have nowhere to keep anything: not for others, too. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/external/keep-mine", test_keep_mine);
  ADD ("/external/keep-mine-replaced", test_keep_mine_replaced);
  ADD ("/external/replaced-twice", test_replaced_twice);
  ADD ("/external/merge-mine", test_merge_mine);
  ADD ("/external/merge-theirs", test_merge_theirs);
  ADD ("/external/merge-is-one-step", test_merge_is_one_step);
  ADD ("/external/merge-cancelled", test_merge_cancelled);
  ADD ("/external/merge-keeps-theirs", test_merge_keeps_theirs);
  ADD ("/external/undone-merge-keeps-theirs", test_undone_merge_keeps_theirs);
  ADD ("/external/reload-without-draft", test_reload_without_draft);
  ADD ("/external/link-is-followed", test_link_is_followed);
  ADD ("/external/save-fails", test_save_fails);

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
