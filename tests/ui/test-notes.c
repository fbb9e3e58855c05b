/* test-notes.c: what is dropped on the window, or pasted into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "lectern-application.h"
#include "lectern-session-list.h"
#include "lectern-unattached-dialog.h"
#include "lectern-window.h"
#include "ui-test.h"

static GtkApplication *application;

static const char content[] =
  "{ \"lectern\": 1, \"notes\": { \"folder\": \"notes\" }, \"sessions\": [\n"
  "  { \"id\": \"a\", \"date\": \"2023-01-04\", \"papers\": [ { \"title\": \"First Paper\" } ] },\n"
  "  { \"id\": \"b\", \"date\": \"2023-01-11\" } ] }\n";

typedef struct
{
  char            *folder;
  LecternWindow   *window;
  GtkWidget       *list;
  LecternHistory  *history;
  LecternSchedule *schedule;
} Fixture;

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GFile) file = NULL;
  LecternDocument *document;

  fixture->folder = g_dir_make_tmp ("lectern-notes-XXXXXX", NULL);
  file = write_file (fixture, "site/s.json", content);
  fixture->window = lectern_window_new_for_file (application, file);
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (fixture->window))
                && lectern_window_get_document (fixture->window) != NULL);
  ui_test_settle ();

  document = lectern_window_get_document (fixture->window);
  fixture->history = lectern_document_get_history (document);
  fixture->schedule = lectern_document_get_schedule (document);
  ui_test_collect (GTK_WIDGET (fixture->window), LECTERN_TYPE_SESSION_LIST, found);
  fixture->list = g_ptr_array_index (found, 0);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  LecternWindow *held = g_object_ref (fixture->window);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_finalize (held);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static LecternSession *
get_session (Fixture *fixture,
             guint    n)
{
  return lectern_schedule_get_session (fixture->schedule, n);
}

static LecternResource *
get_resource (LecternSession *session,
              guint           n)
{
  g_autoptr (LecternResource) resource = g_list_model_get_item (lectern_session_get_resources (session), n);

  /* The list keeps it alive. */
  return resource;
}

static guint
n_resources (LecternSession *session)
{
  return g_list_model_get_n_items (lectern_session_get_resources (session));
}

static void
take_files (Fixture *fixture,
            guint64  key,
            GFile   *first,
            GFile   *second)
{
  GSList last = { second, NULL };
  GSList list = { first, second != NULL ? &last : NULL };
  GValue value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  g_signal_emit_by_name (fixture->list, "take", key, &value);
  g_value_unset (&value);
}

static void
take_text (Fixture    *fixture,
           guint64     key,
           const char *text)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_signal_emit_by_name (fixture->list, "take", key, &value);
  g_value_unset (&value);
}

/* Several at once are one step. */
static void
test_files_on_row (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GFile) first = write_file (fixture, "scan.pdf", "%PDF-1.4\n");
  g_autoptr (GFile) second = write_file (fixture, "my slides.pdf", "%PDF-1.5\n");
  LecternSession *session = get_session (fixture, 0);
  g_autofree char *copy = g_build_filename (fixture->folder, "site/notes/First_Paper.pdf", NULL);

  take_files (fixture, lectern_session_get_key (session), first, second);
  ui_test_wait (n_resources (session) == 2);
  g_assert_cmpstr (lectern_resource_get_label (get_resource (session, 0)), ==, "Notes");
  g_assert_cmpstr (lectern_resource_get_file (get_resource (session, 0)), ==, "notes/First_Paper.pdf");
  g_assert_cmpstr (lectern_resource_get_label (get_resource (session, 1)), ==, "Slides");
  g_assert_cmpstr (lectern_resource_get_file (get_resource (session, 1)), ==, "notes/First_Paper_Slides.pdf");

  g_assert_true (lectern_history_undo (fixture->history));
  g_assert_cmpuint (n_resources (session), ==, 0);
  g_assert_false (lectern_history_get_can_undo (fixture->history));
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
}

/* Between two rows: a session of its own. */
static void
test_file_between (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (fixture, "A_new_paper.pdf", "%PDF-1.4\n");
  LecternSession *session;
  g_autoptr (LecternPaper) paper = NULL;

  take_files (fixture, 0, file, NULL);
  ui_test_wait (lectern_schedule_get_n_sessions (fixture->schedule) == 3);
  session = get_session (fixture, 2);
  paper = g_list_model_get_item (lectern_session_get_papers (session), 0);
  g_assert_cmpstr (lectern_paper_get_title (paper), ==, "A new paper");
  g_assert_cmpstr (lectern_resource_get_file (get_resource (session, 0)), ==, "notes/A_new_paper.pdf");

  g_assert_true (lectern_history_undo (fixture->history));
  g_assert_cmpuint (lectern_schedule_get_n_sessions (fixture->schedule), ==, 2);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  LecternSession *session = get_session (fixture, 0);
  g_autoptr (LecternPaper) paper = NULL;

  /* As browsers give it: the address, and the title below it. */
  take_text (fixture, lectern_session_get_key (session), "https://example.org/a\nA title\n");
  g_assert_cmpuint (n_resources (session), ==, 1);
  g_assert_cmpstr (lectern_resource_get_url (get_resource (session, 0)), ==, "https://example.org/a");

  take_text (fixture, 0, "https://example.org/b");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (fixture->schedule), ==, 3);
  paper = g_list_model_get_item (lectern_session_get_papers (get_session (fixture, 2)), 0);
  g_assert_cmpstr (lectern_paper_get_url (paper), ==, "https://example.org/b");
}

/* Neither other schemes nor plain words become anything. */
static void
test_other_text (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *texts[] = { "", "some words", "javascript:alert(1)", "data:text/html,x", "smb://host/x.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      take_text (fixture, lectern_session_get_key (get_session (fixture, 0)), texts[i]);
      take_text (fixture, 0, texts[i]);
    }
  ui_test_settle ();
  g_assert_false (lectern_history_get_can_undo (fixture->history));
}

static void
test_file_address (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (fixture, "scan.pdf", "%PDF-1.4\n");
  g_autofree char *uri = g_file_get_uri (file);
  LecternSession *session = get_session (fixture, 1);

  take_text (fixture, lectern_session_get_key (session), uri);
  ui_test_wait (n_resources (session) == 1);
  g_assert_cmpstr (lectern_resource_get_file (get_resource (session, 0)), ==, "notes/scan.pdf");
}

/* The window goes while PDFs are on their way. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (fixture, "scan.pdf", "%PDF-1.4\n");

  take_files (fixture, lectern_session_get_key (get_session (fixture, 0)), file, NULL);
  g_assert_cmpuint (n_resources (get_session (fixture, 0)), ==, 0);
}

static GtkWidget *
get_unattached_row (GtkWindow  *dialog,
                    const char *path)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), path))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static GtkWidget *
get_button (GtkWidget *row)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  ui_test_collect (row, GTK_TYPE_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, 1);

  return g_ptr_array_index (buttons, 0);
}

/* When one is attached the others stay where pointer and keys are: those of the
 * one that goes are at the next. */
static void
test_unattached (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *names[] = { "site/notes/a.pdf", "site/notes/b.pdf", "site/notes/c.pdf" };
  LecternSession *session = get_session (fixture, 0);
  GtkWindow *dialog;
  GtkWidget *first, *last;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (write_file (fixture, names[i], "%PDF-1.4\n"));
  dialog = GTK_WINDOW (lectern_unattached_dialog_new (GTK_WINDOW (fixture->window),
                                                      lectern_window_get_document (fixture->window),
                                                      session));
  gtk_window_present (dialog);
  ui_test_wait ((last = get_unattached_row (dialog, "notes/c.pdf")) != NULL);
  first = get_unattached_row (dialog, "notes/a.pdf");

  gtk_widget_grab_focus (get_button (get_unattached_row (dialog, "notes/b.pdf")));
  gtk_widget_activate (get_button (get_unattached_row (dialog, "notes/b.pdf")));
  ui_test_wait (get_unattached_row (dialog, "notes/b.pdf") == NULL);
  /* The folder is looked at again some time after the edit. */
  for (guint i = 0; i < 3; i++)
    ui_test_settle ();

  g_assert_cmpuint (n_resources (session), ==, 1);
  g_assert_true (get_unattached_row (dialog, "notes/a.pdf") == first);
  g_assert_true (get_unattached_row (dialog, "notes/c.pdf") == last);
  g_assert_true (gtk_window_get_focus (dialog) == get_button (last));

  g_assert_true (lectern_history_undo (fixture->history));
  ui_test_wait (get_unattached_row (dialog, "notes/b.pdf") != NULL);
  g_assert_true (gtk_window_get_focus (dialog) == get_button (last));
  g_assert_true (gtk_widget_get_next_sibling (first) == get_unattached_row (dialog, "notes/b.pdf"));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (lectern_application_new ());
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(name, function) \
  g_test_add ("/ui/notes/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("files-on-row", test_files_on_row);
  ADD ("file-between", test_file_between);
  ADD ("link", test_link);
  ADD ("other-text", test_other_text);
  ADD ("file-address", test_file_address);
  ADD ("unattached", test_unattached);
  ADD ("closed", test_closed);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
