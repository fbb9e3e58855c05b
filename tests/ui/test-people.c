/* test-people.c: who presents, and whose turn it is, in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-entry-row.h"
#include "lectern-json.h"
#include "lectern-people-dialog.h"
#include "lectern-people.h"
#include "lectern-plan-dialog.h"
#include "lectern-plan-preview.h"
#include "lectern-session-list.h"
#include "window-fixture.h"

/* Today is 2023-01-02. */
static const char text[] =
  "{ \"lectern\": 1,\n"
  "  \"skipPresenters\": [ \"Dora\" ],\n"
  "  \"sessions\": [\n"
  "    { \"id\": \"a\", \"date\": \"2022-12-07\", \"presenters\": [\"Anna\"] },\n"
  "    { \"id\": \"b\", \"date\": \"2022-12-14\", \"presenters\": [\"Ben\"] },\n"
  "    { \"id\": \"c\", \"date\": \"2022-12-21\", \"presenters\": [\"Dora\", \"anna\"] },\n"
  "    { \"id\": \"d\", \"date\": \"2023-01-04\" },\n"
  "    { \"id\": \"e\", \"date\": \"2023-01-11\" },\n"
  "    { \"id\": \"f\", \"date\": \"2023-01-18\", \"kind\": \"break\", \"title\": \"Rest\" }\n"
  "  ]\n"
  "}\n";

typedef struct
{
  char          *folder;
  char          *path;
  LecternWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("lectern-people-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "people.lectern.json", NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  fixture->window = window_fixture_open (fixture->path, 1000, 700);
  ui_test_wait (lectern_window_get_document (fixture->window) != NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_close (fixture->window);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static LecternHistory *
history_of (Fixture *fixture)
{
  return lectern_document_get_history (lectern_window_get_document (fixture->window));
}

static LecternSession *
session_of (Fixture *fixture,
            guint    position)
{
  return lectern_schedule_get_session (lectern_history_get_schedule (history_of (fixture)), position);
}

static const char *
presenter_of (Fixture *fixture,
              guint    position)
{
  const char * const *names = lectern_session_get_presenters (session_of (fixture, position));

  return names != NULL ? names[0] : NULL;
}

static void
select_session (Fixture *fixture,
                guint    position)
{
  LecternSessionList *list = window_fixture_find (fixture->window, LECTERN_TYPE_SESSION_LIST);

  g_assert_true (lectern_session_list_reveal (list, lectern_session_get_key (session_of (fixture, position)),
                                              FALSE));
}

/* One step brings back every byte. */
static void
check_undo (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = NULL;

  window_fixture_activate (fixture->window, "undo");
  g_assert_false (lectern_history_get_can_undo (history_of (fixture)));
  bytes = lectern_json_write (lectern_history_get_schedule (history_of (fixture)),
                              lectern_schedule_get_source (lectern_history_get_schedule (history_of (fixture))), NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

/* The rows of the presenters, and before them the one that fills. */
static GPtrArray *
list_rows (GtkWidget *dialog)
{
  GPtrArray *rows = g_ptr_array_new ();

  ui_test_collect (dialog, ADW_TYPE_ACTION_ROW, rows);

  return rows;
}

static void
assert_row (GPtrArray  *rows,
            guint       i,
            const char *title,
            const char *subtitle)
{
  g_assert_cmpstr (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), ==, title);
  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, i)), ==, subtitle);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  const char * const *skipped;
  GtkWidget *dialog;

  window_fixture_activate (fixture->window, "show-presenters");
  dialog = window_fixture_wait_dialog (LECTERN_TYPE_PEOPLE_DIALOG);
  rows = list_rows (dialog);
  g_assert_cmpuint (rows->len, ==, 4);
  assert_row (rows, 1, "Ben", "Presented 1 time, last on Wed 14 Dec 2022");
  assert_row (rows, 2, "anna", "Presented 2 times, last on Wed 21 Dec 2022");
  assert_row (rows, 3, "Dora", "Presented 1 time, last on Wed 21 Dec 2022");

  ui_test_collect (dialog, GTK_TYPE_CHECK_BUTTON, checks);
  g_assert_cmpuint (checks->len, ==, 3);
  g_assert_false (gtk_check_button_get_active (g_ptr_array_index (checks, 0)));
  g_assert_true (gtk_check_button_get_active (g_ptr_array_index (checks, 2)));
  gtk_test_accessible_assert_property (g_ptr_array_index (checks, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Skip Ben in suggestions");

  gtk_check_button_set_active (g_ptr_array_index (checks, 0), TRUE);
  skipped = lectern_head_get_skip_presenters (lectern_schedule_get_head (lectern_history_get_schedule (history_of (fixture))));
  g_assert_cmpuint (g_strv_length ((GStrv) skipped), ==, 2);
  g_assert_cmpstr (skipped[1], ==, "Ben");

  /* What changes beside it is shown. */
  check_undo (fixture);
  g_ptr_array_set_size (checks, 0);
  ui_test_collect (dialog, GTK_TYPE_CHECK_BUTTON, checks);
  g_assert_false (gtk_check_button_get_active (g_ptr_array_index (checks, 0)));

  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_wait (window_fixture_count (LECTERN_TYPE_PEOPLE_DIALOG) == 0);
}

/* Nobody is said to present in the sample. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  LecternWindow *window = window_fixture_open_sample (360, 640);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *dialog;

  window_fixture_activate (window, "show-presenters");
  dialog = window_fixture_wait_dialog (LECTERN_TYPE_PEOPLE_DIALOG);
  ui_test_collect (dialog, ADW_TYPE_STATUS_PAGE, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (gtk_widget_get_mapped (g_ptr_array_index (found, 0)));
  rows = list_rows (dialog);
  for (guint i = 0; i < rows->len; i++)
    g_assert_false (gtk_widget_get_mapped (g_ptr_array_index (rows, i)));

  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_wait (window_fixture_count (LECTERN_TYPE_PEOPLE_DIALOG) == 0);
  window_fixture_close (window);
}

static void
test_fill (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *dialog;

  window_fixture_activate (fixture->window, "show-presenters");
  dialog = window_fixture_wait_dialog (LECTERN_TYPE_PEOPLE_DIALOG);
  rows = list_rows (dialog);
  g_signal_emit_by_name (g_ptr_array_index (rows, 0), "activated");

  dialog = window_fixture_wait_dialog (LECTERN_TYPE_PLAN_DIALOG);
  ui_test_wait (window_fixture_count (LECTERN_TYPE_PEOPLE_DIALOG) == 0);
  ui_test_collect (dialog, LECTERN_TYPE_PLAN_PREVIEW, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (adw_preferences_group_get_title (g_ptr_array_index (found, 0)), ==, "2 sessions change");
  g_ptr_array_set_size (found, 0);
  ui_test_collect (dialog, ADW_TYPE_PREFERENCES_ROW, found);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (g_ptr_array_index (found, 0)), "No presenter → Ben"));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (g_ptr_array_index (found, 1)), "No presenter → anna"));

  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  ui_test_wait (window_fixture_count (LECTERN_TYPE_PLAN_DIALOG) == 0);
  g_assert_cmpstr (presenter_of (fixture, 3), ==, "Ben");
  g_assert_cmpstr (presenter_of (fixture, 4), ==, "anna");
  g_assert_null (presenter_of (fixture, 5));
  check_undo (fixture);
}

static void
test_suggest (Fixture       *fixture,
              gconstpointer  data)
{
  select_session (fixture, 5);
  g_assert_false (window_fixture_is_enabled (fixture->window, "suggest-presenter"));

  select_session (fixture, 3);
  window_fixture_activate (fixture->window, "suggest-presenter");
  g_assert_cmpstr (presenter_of (fixture, 3), ==, "Ben");
  check_undo (fixture);

  /* Again: the next one. */
  window_fixture_activate (fixture->window, "suggest-presenter");
  window_fixture_activate (fixture->window, "suggest-presenter");
  g_assert_cmpstr (presenter_of (fixture, 3), ==, "anna");
  window_fixture_activate (fixture->window, "undo");
  check_undo (fixture);
}

static GtkWidget *
find_presenters (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (fixture->window), LECTERN_TYPE_ENTRY_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), "Presenters"))
        return g_ptr_array_index (rows, i);
    }
  g_assert_not_reached ();
}

/* The list of names that belongs to the row. */
static GtkWidget *
find_list (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_last_child (row); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        return child;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *row,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

/* Who is known is offered for what is typed after the last comma. */
static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *entry;
  GtkWidget *popover;
  const char * const *names;

  select_session (fixture, 3);
  ui_test_settle ();
  row = find_presenters (fixture);
  entry = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  popover = find_list (row);
  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (entry, "insert-at-cursor", "x");
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_false (press (row, GDK_KEY_Down));
  g_signal_emit_by_name (entry, "backspace");

  g_signal_emit_by_name (entry, "insert-at-cursor", "b");
  ui_test_wait (gtk_widget_get_mapped (popover));
  g_assert_true (press (row, GDK_KEY_Down));
  g_assert_true (press (row, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ben");
  g_assert_false (press (row, GDK_KEY_Return));

  g_signal_emit_by_name (entry, "insert-at-cursor", ", AN");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_true (press (row, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ben, AN");
  g_signal_emit_by_name (entry, "insert-at-cursor", "n");
  g_assert_true (press (row, GDK_KEY_Down));
  g_assert_true (press (row, GDK_KEY_Return));
  names = lectern_session_get_presenters (session_of (fixture, 3));
  g_assert_cmpstr (names[0], ==, "Ben");
  g_assert_cmpstr (names[1], ==, "anna");
  g_assert_null (names[2]);
  check_undo (fixture);
}

#define ADD(name, function) \
  g_test_add ("/ui/people/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);
  ADD ("table", test_table);
  ADD ("nobody", test_nobody);
  ADD ("fill", test_fill);
  ADD ("suggest", test_suggest);
  ADD ("complete", test_complete);
  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
