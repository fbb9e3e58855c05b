/* test-selection.c: several sessions at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-edit.h"
#include "lectern-plan-dialog.h"
#include "lectern-session-list.h"
#include "window-fixture.h"

static LecternSessionList *
list_of (LecternWindow *window)
{
  return window_fixture_find (window, LECTERN_TYPE_SESSION_LIST);
}

static LecternSchedule *
schedule_of (LecternWindow *window)
{
  return lectern_document_get_schedule (lectern_window_get_document (window));
}

static LecternHistory *
history_of (LecternWindow *window)
{
  return lectern_document_get_history (lectern_window_get_document (window));
}

static GtkWidget *
view_of (LecternWindow *window)
{
  return window_fixture_find (window, GTK_TYPE_LIST_VIEW);
}

/* Clicks on rows: the first alone, the others with Control. */
static void
click (LecternWindow *window,
       const guint   *positions,
       guint          n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (gtk_widget_activate_action (view_of (window), "list.select-item", "(ubb)",
                                               positions[i], i > 0, FALSE));
}

/* What is selected, by the places in the schedule. */
static char *
describe (LecternWindow *window)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (list_of (window));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      guint position = 0;
      guint64 key = lectern_session_get_key (g_ptr_array_index (sessions, i));

      g_assert_nonnull (lectern_schedule_find_key (schedule_of (window), key, &position));
      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", position);
    }

  return g_string_free (text, FALSE);
}

#define assert_selected(window, expected) G_STMT_START { \
    g_autofree char *_selected = describe (window); \
    g_assert_cmpstr (_selected, ==, expected); \
  } G_STMT_END

static void
test_page (void)
{
  static const char * const one[] = {
    "add-notes", "announce", "attach-pdf", "continue-session", "open-primary", "paste-notes", "swap",
  };
  static const char * const several[] = {
    "cancel-session", "copy-session", "duplicate-session", "postpone", "remove-session", "session-kind",
  };
  LecternWindow *window = window_fixture_open_sample (1000, 700);

  gtk_test_accessible_assert_property (view_of (window), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE);
  click (window, (const guint[]) { 2, 4, 3 }, 3);
  ui_test_settle ();
  assert_selected (window, "2 3 4");
  g_assert_true (ui_test_says (GTK_WIDGET (window), "3 Sessions Selected"));
  g_assert_true (ui_test_says (GTK_WIDGET (window), "Remove 3 Sessions"));
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    g_assert_true (window_fixture_is_enabled (window, several[i]));
  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    g_assert_false (window_fixture_is_enabled (window, one[i]));

  /* A click on one: the editor shows that. */
  click (window, (const guint[]) { 3 }, 1);
  ui_test_settle ();
  g_assert_false (ui_test_says (GTK_WIDGET (window), "3 Sessions Selected"));
  g_assert_true (window_fixture_is_enabled (window, "open-primary"));

  g_assert_true (gtk_widget_activate_action (view_of (window), "list.select-all", NULL));
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "36 Sessions Selected"));
  window_fixture_close (window);
}

static void
test_remove (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);

  click (window, (const guint[]) { 3, 5, 6 }, 3);
  window_fixture_activate (window, "remove-session");
  /* Before the toast has gone, which a slow machine may not see settle. */
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "3 sessions were removed"));
  ui_test_settle ();
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule_of (window)), ==, 33);
  g_assert_cmpstr (lectern_history_get_undo_label (history_of (window)), ==, "Remove 3 Sessions");
  assert_selected (window, "3");

  window_fixture_activate (window, "undo");
  ui_test_settle ();
  assert_selected (window, "3 5 6");
  g_assert_false (window_fixture_is_enabled (window, "undo"));

  window_fixture_activate (window, "redo");
  ui_test_settle ();
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule_of (window)), ==, 33);
  assert_selected (window, "3");
  window_fixture_close (window);
}

static void
test_duplicate (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);

  click (window, (const guint[]) { 3, 5 }, 2);
  window_fixture_activate (window, "duplicate-session");
  ui_test_settle ();
  assert_selected (window, "4 7");
  g_assert_cmpstr (lectern_history_get_undo_label (history_of (window)), ==, "Duplicate 2 Sessions");
  window_fixture_activate (window, "undo");
  ui_test_settle ();
  assert_selected (window, "3 5");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule_of (window)), ==, 36);
  window_fixture_activate (window, "redo");
  ui_test_settle ();
  assert_selected (window, "4 7");
  window_fixture_close (window);
}

static void
test_mark (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);

  click (window, (const guint[]) { 3, 5 }, 2);
  g_action_group_activate_action (G_ACTION_GROUP (window), "session-kind", g_variant_new_string ("break"));
  ui_test_settle ();
  for (guint i = 3; i <= 5; i += 2)
    g_assert_cmpint (lectern_session_get_kind (lectern_schedule_get_session (schedule_of (window), i)), ==,
                     LECTERN_KIND_BREAK);
  assert_selected (window, "3 5");
  /* There is no meeting among them now. */
  g_assert_false (window_fixture_is_enabled (window, "postpone"));
  window_fixture_activate (window, "undo");
  ui_test_settle ();
  g_assert_true (window_fixture_is_enabled (window, "postpone"));
  assert_selected (window, "3 5");
  g_assert_false (window_fixture_is_enabled (window, "undo"));
  window_fixture_close (window);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  click (window, (const guint[]) { 2, 4 }, 2);
  window_fixture_activate (window, "copy-session");
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "2 sessions were copied as a table"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb, &text);
  ui_test_wait (text != NULL);

  /* The heads of the columns, what is below them, and two rows. */
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (strstr (lines[2 + i],
                              lectern_session_get_date (lectern_schedule_get_session (schedule_of (window), 2 + 2 * i))));
  window_fixture_close (window);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LECTERN_IS_PLAN_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
apply_dialog (void)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  ui_test_wait (gtk_widget_get_mapped (dialog));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  ui_test_wait (find_dialog () == NULL);
  ui_test_settle ();
}

static void
test_plans (void)
{
  static const struct { const char *action; const char *label; } rows[] = {
    { "postpone", "Postpone 2 Sessions" },
    { "cancel-session", "Cancel 2 Sessions" },
    { "move-earlier", "Move 2 Sessions" },
    { "move-later", "Move 2 Sessions" },
  };
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  g_autoptr (GPtrArray) sessions = NULL;

  click (window, (const guint[]) { 30, 32 }, 2);
  sessions = lectern_session_list_list_selected (list_of (window));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      window_fixture_activate (window, rows[i].action);
      apply_dialog ();
      g_assert_cmpstr (lectern_history_get_undo_label (history_of (window)), ==, rows[i].label);
      g_assert_cmpuint (lectern_session_list_get_n_selected (list_of (window)), ==, 2);
      window_fixture_activate (window, "undo");
      ui_test_settle ();
      g_assert_false (window_fixture_is_enabled (window, "undo"));
      assert_selected (window, "30 32");
    }
  window_fixture_close (window);
}

/* Those without a date get the next free days, one after another. */
static void
test_schedule (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  const char *assignments[] = { "title=Waiting", NULL };

  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (lectern_edit_add (history_of (window), assignments, NULL));
  ui_test_settle ();
  click (window, (const guint[]) { 36, 37 }, 2);
  g_assert_true (ui_test_says (GTK_WIDGET (window), "Schedule Next…"));
  g_assert_false (window_fixture_is_enabled (window, "postpone"));
  window_fixture_activate (window, "schedule-session");
  apply_dialog ();
  g_assert_cmpstr (lectern_history_get_undo_label (history_of (window)), ==, "Schedule 2 Sessions");
  g_assert_cmpuint (lectern_session_list_get_n_selected (list_of (window)), ==, 2);
  window_fixture_activate (window, "undo");
  ui_test_settle ();
  assert_selected (window, "36 37");
  window_fixture_close (window);
}

static void
test_filter (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  LecternSessionList *list = list_of (window);

  g_assert_true (gtk_widget_activate_action (view_of (window), "list.select-all", NULL));
  lectern_session_list_set_filters (list, LECTERN_FILTER_UPCOMING);
  ui_test_wait (lectern_session_list_get_n_selected (list) == 21);
  g_assert_cmpuint (lectern_session_list_get_n_shown (list), ==, 21);
  window_fixture_activate (window, "remove-session");
  ui_test_settle ();
  lectern_session_list_clear_filters (list);
  /* What was hidden is there still. */
  ui_test_wait (lectern_session_list_get_n_shown (list) == 15);

  /* Nothing that is selected is shown any more: the current one stays so. */
  click (window, (const guint[]) { 1, 2 }, 2);
  lectern_session_list_set_text (list, "nothing says this");
  ui_test_wait (ui_test_says (GTK_WIDGET (window), "No Sessions Found"));
  ui_test_settle ();
  g_assert_cmpuint (lectern_session_list_get_n_selected (list), ==, 0);
  g_assert_nonnull (lectern_session_list_get_selected (list));
  g_assert_true (window_fixture_is_enabled (window, "remove-session"));
  lectern_session_list_clear_filters (list);
  ui_test_wait (lectern_session_list_get_n_selected (list) == 1);
  window_fixture_close (window);
}

static void
test_reload (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "schedule.lectern.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;
  LecternWindow *window;
  LecternDocument *document;

  g_assert_true (g_file_get_contents (g_getenv ("LECTERN_SAMPLE"), &text, NULL, &error));
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  window = window_fixture_open (path, 1000, 700);
  document = lectern_window_get_document (window);
  click (window, (const guint[]) { 3, 5, 6 }, 3);
  ui_test_settle ();

  changed = g_string_new (text);
  g_string_replace (changed, "Neural Tangent Kernel\"", "Kernels\"", 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, &error));
  ui_test_wait (lectern_window_get_document (window) != document);
  ui_test_settle ();
  assert_selected (window, "3 5 6");

  window_fixture_close (window);
  g_unlink (path);
  g_rmdir (folder);
}

/* However many there are: in one go. */
static void
test_many (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "schedule.lectern.json", NULL);
  g_autoptr (GString) text = g_string_new ("{\"lectern\": 1, \"sessions\": [");
  g_autoptr (GError) error = NULL;
  /* The sanitizers make everything slower, and look at memory, not at time. */
  gboolean sanitized = g_getenv ("LECTERN_SANITIZED") != NULL;
  guint n = sanitized ? 1000 : 10000;
  LecternWindow *window;
  gint64 start, removed, undone;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1930);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s\n{\"id\": \"s%u\", \"date\": \"%04u-%02u-%02u\", \"title\": \"Session %u\"}",
                              i > 0 ? "," : "", i, g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), i);
      g_date_add_days (&date, 7);
    }
  g_string_append (text, "\n]}\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  window = window_fixture_open (path, 1000, 700);
  ui_test_wait (window_fixture_is_enabled (window, "remove-session"));

  start = g_get_monotonic_time ();
  g_assert_true (gtk_widget_activate_action (view_of (window), "list.select-all", NULL));
  window_fixture_activate (window, "remove-session");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  removed = g_get_monotonic_time () - start;
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule_of (window)), ==, 0);

  start = g_get_monotonic_time ();
  window_fixture_activate (window, "undo");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  undone = g_get_monotonic_time () - start;
  g_assert_cmpuint (lectern_session_list_get_n_selected (list_of (window)), ==, n);
  g_test_message ("removed in %d ms, undone in %d ms", (int) (removed / 1000), (int) (undone / 1000));
  /* A machine with much to do takes its time; one by one it would take
   * minutes. */
  if (!sanitized)
    {
      g_assert_cmpint (removed, <, 20 * G_USEC_PER_SEC);
      g_assert_cmpint (undone, <, 20 * G_USEC_PER_SEC);
    }

  window_fixture_close (window);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  int result;

  window_fixture_init (&argc, &argv);
  g_test_add_func ("/selection/page", test_page);
  g_test_add_func ("/selection/remove", test_remove);
  g_test_add_func ("/selection/duplicate", test_duplicate);
  g_test_add_func ("/selection/mark", test_mark);
  g_test_add_func ("/selection/copy", test_copy);
  g_test_add_func ("/selection/plans", test_plans);
  g_test_add_func ("/selection/schedule", test_schedule);
  g_test_add_func ("/selection/filter", test_filter);
  g_test_add_func ("/selection/reload", test_reload);
  g_test_add_func ("/selection/many", test_many);

  result = g_test_run ();
  window_fixture_clear ();

  return result;
}
