/* test-postpone.c: sessions that move, shown before they do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-application.h"
#include "lectern-edit.h"
#include "lectern-json.h"
#include "lectern-session-list.h"
#include "lectern-window.h"
#include "plan-dialog-parts.h"
#include "ui-test.h"

static GtkApplication *application;

static LecternWindow *
open_sample (const char *date)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LECTERN_SAMPLE"));
  LecternWindow *window = lectern_window_new_for_file (application, file);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  ui_test_wait (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "show-warnings"));
  found = lectern_schedule_find (lectern_document_get_schedule (lectern_window_get_document (window)), date);
  ui_test_collect (GTK_WIDGET (window), LECTERN_TYPE_SESSION_LIST, lists);
  g_assert_true (lectern_session_list_reveal (g_ptr_array_index (lists, 0),
                                              lectern_session_get_key (g_ptr_array_index (found, 0)),
                                              FALSE));

  return window;
}

static void
close_window (LecternWindow *window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_finalize (window);
}

static void
activate (LecternWindow *window,
          const char    *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static GtkWidget *
open_dialog (LecternWindow *window,
             const char    *action)
{
  GtkWidget *dialog;

  activate (window, action);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  ui_test_wait (gtk_widget_get_mapped (dialog));

  return dialog;
}

static void
apply (GtkWidget *dialog)
{
  g_assert_true (gtk_widget_get_sensitive (get_verb (dialog)));
  g_signal_emit_by_name (get_verb (dialog), "clicked");
  ui_test_wait (find_dialog () == NULL);
}

/* All dates, in the order of the rows. */
static char *
list_dates (LecternWindow *window)
{
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));
  GString *dates = g_string_new (NULL);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);

      g_string_append_printf (dates, "%s%s\n", lectern_session_get_date (session),
                              lectern_session_get_cancelled (session) ? " cancelled" : "");
    }

  return g_string_free (dates, FALSE);
}

/* One step brings back what was, and nothing is left to be saved. */
static void
check_undo (LecternWindow *window,
            const char    *before)
{
  LecternDocument *document = lectern_window_get_document (window);
  g_autofree char *after = list_dates (window);
  g_autofree char *undone = NULL;

  g_assert_cmpstr (after, !=, before);
  activate (window, "undo");
  undone = list_dates (window);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (lectern_document_get_edited (document));
  g_assert_false (lectern_history_get_can_undo (lectern_document_get_history (document)));
}

static void
test_weeks (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  g_autofree char *before = list_dates (window);
  GtkWidget *dialog = open_dialog (window, "postpone");

  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "21 sessions move");
  g_assert_cmpstr (adw_preferences_group_get_description (find_preview (dialog)), ==,
                   "The last one moves from Wed 18 Oct 2023 to Wed 25 Oct 2023");
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 0),
                                   "From Wed 4 Jan 2023 to Wed 11 Jan 2023, Neural networks"));
  g_assert_true (g_str_has_suffix (get_sentence (dialog, 3), "Wed 18 Jan is taken by Lecture 1"));

  apply (dialog);
  ui_test_settle ();
  g_assert_true (ui_test_says (GTK_WIDGET (window), "Postpone 21 Sessions"));
  check_undo (window, before);
  close_window (window);
}

static void
test_only_one_earlier (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  g_autofree char *before = list_dates (window);
  GtkWidget *dialog = open_dialog (window, "postpone");

  adw_combo_row_set_selected (find_combo (dialog, "Each Session Moves"), 1);
  adw_combo_row_set_selected (find_combo (dialog, "Sessions"), 1);
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "1 session moves");
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 0),
                                   "From Wed 4 Jan 2023 to Wed 28 Dec 2022"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_verb (dialog))), ==, "_Bring Forward");

  apply (dialog);
  check_undo (window, before);
  close_window (window);
}

static void
test_next_meeting (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  g_autofree char *before = list_dates (window);
  GtkWidget *dialog = open_dialog (window, "postpone");

  adw_combo_row_set_selected (find_combo (dialog, "Each Session Moves"), 2);
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "21 sessions move");
  apply (dialog);
  check_undo (window, before);
  close_window (window);
}

static void
test_closed (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  GtkWidget *dialog = open_dialog (window, "postpone");

  gtk_widget_activate_action (dialog, "window.close", NULL);
  ui_test_wait (find_dialog () == NULL);
  g_assert_false (lectern_document_get_edited (lectern_window_get_document (window)));
  close_window (window);
}

static void
test_swap (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));
  g_autoptr (GPtrArray) found = lectern_schedule_find (schedule, "2023-01-04");
  g_autofree char *first = g_strdup (lectern_session_get_id (g_ptr_array_index (found, 0)));
  GtkWidget *dialog = open_dialog (window, "swap");
  g_autoptr (GPtrArray) swapped = NULL;

  /* The one after it is proposed. */
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 0),
                                   "From Wed 4 Jan 2023 to Wed 11 Jan 2023, Neural networks"));
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 1),
                                   "From Wed 11 Jan 2023 to Wed 4 Jan 2023, Lecture 1"));
  apply (dialog);
  swapped = lectern_schedule_find (schedule, first);
  g_assert_cmpstr (lectern_session_get_date (g_ptr_array_index (swapped, 0)), ==, "2023-01-11");

  activate (window, "undo");
  g_assert_false (lectern_document_get_edited (lectern_window_get_document (window)));
  close_window (window);
}

static void
test_cancel (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  g_autofree char *before = list_dates (window);
  GtkWidget *dialog = open_dialog (window, "cancel-session");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (dialog, ADW_TYPE_ENTRY_ROW, found);
  gtk_editable_set_text (g_ptr_array_index (found, 0), "Strike");
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "1 session changes");
  g_assert_true (g_str_has_suffix (get_sentence (dialog, 0), "Cancelled: Strike"));

  g_ptr_array_set_size (found, 0);
  ui_test_collect (dialog, GTK_TYPE_SWITCH, found);
  gtk_switch_set_active (g_ptr_array_index (found, 0), TRUE);
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==,
                   "21 sessions move, 1 session is added");
  apply (dialog);
  check_undo (window, before);
  close_window (window);
}

static void
test_continue (void)
{
  LecternWindow *window = open_sample ("2023-10-18");
  g_autofree char *before = list_dates (window);
  GtkWidget *dialog = open_dialog (window, "continue-session");

  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "1 session is added");
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 0), "New on Wed 25 Oct 2023"));
  apply (dialog);
  check_undo (window, before);
  close_window (window);
}

/* What is planned for the next meeting moves on, or is left alone. */
static void
test_continue_at_next_meeting (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  g_autofree char *before = list_dates (window);
  GtkWidget *dialog = open_dialog (window, "continue-session");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (dialog, GTK_TYPE_SWITCH, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (gtk_switch_get_active (g_ptr_array_index (found, 0)));
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==,
                   "20 sessions move, 1 session is added");
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 0), "New on Wed 11 Jan 2023"));
  gtk_switch_set_active (g_ptr_array_index (found, 0), FALSE);
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "1 session is added");
  gtk_switch_set_active (g_ptr_array_index (found, 0), TRUE);
  apply (dialog);
  check_undo (window, before);
  close_window (window);
}

static void
test_schedule (void)
{
  LecternWindow *window = open_sample ("2023-10-18");
  LecternHistory *history = lectern_document_get_history (lectern_window_get_document (window));
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  const char *assignments[] = { "title=Waiting", NULL };
  LecternSession *session;
  GtkWidget *dialog;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "schedule-session"));
  session = lectern_edit_add (history, assignments, NULL);
  ui_test_collect (GTK_WIDGET (window), LECTERN_TYPE_SESSION_LIST, lists);
  lectern_session_list_reveal (g_ptr_array_index (lists, 0), lectern_session_get_key (session), FALSE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "postpone"));
  dialog = open_dialog (window, "schedule-session");
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "1 session moves");
  apply (dialog);
  g_assert_nonnull (lectern_session_get_date (session));
  g_assert_true (lectern_schedule_get_session (schedule, lectern_schedule_get_n_sessions (schedule) - 1)
                 != session);
  activate (window, "undo");
  g_assert_null (lectern_session_get_date (session));
  close_window (window);
}

static GtkWidget *
find_entry (GtkWidget  *dialog,
            const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (dialog, ADW_TYPE_ENTRY_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
        return g_ptr_array_index (rows, i);
    }
  g_assert_not_reached ();
}

static void
set_entry (GtkWidget  *dialog,
           const char *title,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, title)), text);
}

static char *
write_json (LecternWindow *window)
{
  LecternSchedule *schedule = lectern_document_get_schedule (lectern_window_get_document (window));
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (g_getenv ("LECTERN_SAMPLE"), &sample, &length, NULL));
  old = g_bytes_new (sample, length);
  bytes = lectern_json_write (schedule, old, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_term (void)
{
  LecternWindow *window = open_sample ("2023-10-18");
  g_autofree char *before = list_dates (window);
  g_autofree char *bytes = write_json (window);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *dialog = open_dialog (window, "plan-term");

  /* In the group's rhythm, after its last session. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (dialog, "First Day"))), ==, "2023-10-25");
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==, "10 sessions are added");
  set_entry (dialog, "Number With", "Week");
  set_entry (dialog, "Breaks", "2023-11-01 Strike; 2023-11-13..2023-11-24 Rest");
  g_assert_cmpstr (adw_preferences_group_get_title (find_preview (dialog)), ==,
                   "10 sessions are added, 3 breaks are added");
  g_assert_cmpstr (get_sentence (dialog, 0), ==, "New on Wed 25 Oct 2023, Week 1");
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 1), "New on Wed 1 Nov 2023, Strike"));

  /* What cannot be read is said, and then nothing can be done. */
  set_entry (dialog, "First Day", "2023-02-30");
  g_assert_false (gtk_widget_get_sensitive (get_verb (dialog)));
  set_entry (dialog, "First Day", "2023-10-25");
  set_entry (dialog, "Breaks", "Christmas");
  g_assert_false (gtk_widget_get_sensitive (get_verb (dialog)));
  set_entry (dialog, "Breaks", "2023-11-01 Strike");
  set_entry (dialog, "Time", "late");
  g_assert_false (gtk_widget_get_sensitive (get_verb (dialog)));
  set_entry (dialog, "Time", "17:30");

  apply (dialog);
  after = write_json (window);
  g_assert_nonnull (strstr (after, "17:30"));
  check_undo (window, before);
  undone = write_json (window);
  g_assert_cmpstr (undone, ==, bytes);
  close_window (window);
}

static void
test_term_holidays (void)
{
  static const char text[] =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20101225\r\nDTEND;VALUE=DATE:20110104\r\n"
    "RRULE:FREQ=YEARLY\r\nSUMMARY:Closed\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "holidays.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LecternWindow *window = open_sample ("2023-10-18");
  GtkWidget *dialog = open_dialog (window, "plan-term");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lectern_plan_dialog_set_calendar (LECTERN_PLAN_DIALOG (dialog), file);
  ui_test_wait (g_str_equal (adw_preferences_group_get_title (find_preview (dialog)),
                             "10 sessions are added, 2 breaks are added"));
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 9), "New on Wed 27 Dec 2023, Closed"));

  g_assert_true (g_file_set_contents (path, "Christmas", -1, NULL));
  lectern_plan_dialog_set_calendar (LECTERN_PLAN_DIALOG (dialog), file);
  ui_test_wait (!gtk_widget_get_sensitive (get_verb (dialog)));
  g_assert_true (g_str_has_prefix (adw_preferences_group_get_description (find_preview (dialog)),
                                   "This is not a calendar."));

  /* A file that is still being read when the dialog goes. */
  lectern_plan_dialog_set_calendar (LECTERN_PLAN_DIALOG (dialog), file);
  gtk_widget_activate_action (dialog, "window.close", NULL);
  ui_test_wait (find_dialog () == NULL);
  ui_test_settle ();
  g_assert_false (lectern_document_get_edited (lectern_window_get_document (window)));
  close_window (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A group that meets on Tuesdays and Thursdays goes on with it. */
static void
test_term_in_rhythm (void)
{
  static const char * const days[] = { "2023-09-26", "2023-09-28", "2023-10-03", "2023-10-05" };
  LecternWindow *window = open_sample ("2023-10-18");
  LecternHistory *history = lectern_document_get_history (lectern_window_get_document (window));
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *dialog;

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    g_ptr_array_add (all, lectern_schedule_get_session (schedule, i));
  lectern_edit_remove_all (history, all);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *date = g_strconcat ("date=", days[i], NULL);
      const char *assignments[] = { date, NULL };

      g_assert_nonnull (lectern_edit_add (history, assignments, NULL));
    }

  dialog = open_dialog (window, "plan-term");
  ui_test_collect (dialog, GTK_TYPE_SWITCH, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 1), "New on Thu 12 Oct 2023"));
  gtk_switch_set_active (g_ptr_array_index (found, 0), FALSE);
  g_assert_true (g_str_has_prefix (get_sentence (dialog, 1), "New on Tue 17 Oct 2023"));
  gtk_widget_activate_action (dialog, "window.close", NULL);
  ui_test_wait (find_dialog () == NULL);
  close_window (window);
}

static void
test_sort (void)
{
  LecternWindow *window = open_sample ("2023-01-04");
  g_autofree char *before = list_dates (window);

  activate (window, "sort");
  check_undo (window, before);
  close_window (window);
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

  g_test_add_func ("/postpone/weeks", test_weeks);
  g_test_add_func ("/postpone/only-one-earlier", test_only_one_earlier);
  g_test_add_func ("/postpone/next-meeting", test_next_meeting);
  g_test_add_func ("/postpone/closed", test_closed);
  g_test_add_func ("/postpone/swap", test_swap);
  g_test_add_func ("/postpone/cancel", test_cancel);
  g_test_add_func ("/postpone/continue", test_continue);
  g_test_add_func ("/postpone/continue-at-next-meeting", test_continue_at_next_meeting);
  g_test_add_func ("/postpone/schedule", test_schedule);
  g_test_add_func ("/postpone/term-in-rhythm", test_term_in_rhythm);
  g_test_add_func ("/postpone/term", test_term);
  g_test_add_func ("/postpone/term-holidays", test_term_holidays);
  g_test_add_func ("/postpone/sort", test_sort);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
