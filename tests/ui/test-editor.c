/* test-editor.c: the session editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "editor-fixture.h"

#include <string.h>

#include "lectern-calendar.h"
#include "lectern-checks.h"
#include "lectern-edit.h"
#include "lectern-text-row.h"

static void
test_shows (EditorFixture *fixture,
            gconstpointer  data)
{
  /* The schedule's, once nothing of the editor has one. */
  const guint references = 1;

  editor_assert_text (editor_find_row (fixture, "Date", 0), "Wednesday 4 January 2023");
  editor_assert_text (editor_find_row (fixture, "Title", 0), "Paper");
  editor_assert_text (editor_find_row (fixture, "Link", 0), "https://example.org/");
  editor_assert_text (editor_find_row (fixture, "Part", 0), "");
  g_assert_cmpstr (adw_expander_row_get_subtitle (editor_find_row (fixture, "Time and Place", 0)),
                   ==, "15:00 – 16:00, Room");
  /* Size and day come when they are known. */
  ui_test_wait (strstr (adw_action_row_get_subtitle (editor_find_row (fixture, "Notes", 0)),
                        "9 bytes") != NULL);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (editor_find_row (fixture, "Notes", 0)),
                                   "notes/a.pdf\nPDF · "));
  g_assert_nonnull (editor_find_row (fixture, "Slides", 0));
  g_assert_false (lectern_history_get_can_undo (fixture->history));

  editor_show (fixture, NULL);
  g_assert_null (editor_find_row (fixture, "Date", 0));
  lectern_session_editor_focus_title (fixture->editor);
  lectern_session_editor_add_resource (fixture->editor);
  lectern_session_editor_commit (fixture->editor);
  g_assert_cmpuint (G_OBJECT (fixture->session)->ref_count, ==, references);
}

static void
test_typing_is_one_step (EditorFixture *fixture,
                         gconstpointer  data)
{
  gpointer title = editor_find_row (fixture, "Title", 0);

  gtk_widget_grab_focus (title);
  editor_type (title, " of one & two");
  g_assert_cmpstr (lectern_paper_get_title (editor_paper (fixture->session, 0)), ==, "Paper of one & two");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 1);

  /* Leaving the field ends the step. */
  gtk_widget_grab_focus (editor_find_row (fixture, "Part", 0));
  gtk_widget_grab_focus (title);
  editor_type (title, "!");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 2);

  lectern_history_undo (fixture->history);
  editor_assert_text (title, "Paper of one & two");
  lectern_history_undo (fixture->history);
  editor_assert_text (title, "Paper");
  g_assert_false (lectern_history_get_can_undo (fixture->history));
  lectern_history_redo (fixture->history);
  editor_assert_text (title, "Paper of one & two");
}

static void
test_cursor_stays (EditorFixture *fixture,
                   gconstpointer  data)
{
  GtkEditable *link = editor_find_row (fixture, "Link", 0);

  gtk_widget_grab_focus (GTK_WIDGET (link));
  gtk_editable_set_position (link, 3);
  editor_edit (fixture, fixture->session, "presenters", "X");
  g_assert_cmpint (gtk_editable_get_position (link), ==, 3);
  editor_edit (fixture, fixture->session, "papers[0].url", "https://example.net/");
  editor_assert_text (link, "https://example.net/");
  g_assert_cmpint (gtk_editable_get_position (link), ==, 3);
}

static void
test_commas (EditorFixture *fixture,
             gconstpointer  data)
{
  gpointer presenters = editor_find_row (fixture, "Presenters", 0);
  g_autofree char *joined = NULL;

  gtk_widget_grab_focus (presenters);
  editor_type (presenters, "Ana,  Jonas , ");
  editor_assert_text (presenters, "Ana,  Jonas , ");
  joined = g_strjoinv ("|", (GStrv) lectern_session_get_presenters (fixture->session));
  g_assert_cmpstr (joined, ==, "Ana|Jonas");

  gtk_widget_grab_focus (editor_find_row (fixture, "Part", 0));
  editor_assert_text (presenters, "Ana, Jonas");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 1);
}

static void
test_bad_value_is_kept (EditorFixture *fixture,
                        gconstpointer  data)
{
  gpointer link = editor_find_row (fixture, "Link", 0);
  g_autofree char *sentence = NULL;

  gtk_widget_grab_focus (link);
  editor_clear (link);
  g_assert_null (lectern_paper_get_url (editor_paper (fixture->session, 0)));
  editor_type (link, "ftp://x y");
  g_assert_true (editor_has_error (link));
  g_assert_nonnull (gtk_widget_get_tooltip_text (link));
  g_assert_null (lectern_paper_get_url (editor_paper (fixture->session, 0)));

  /* It is still there after a look at another session. */
  editor_show (fixture, fixture->other);
  editor_assert_text (editor_find_row (fixture, "Link", 0), "");
  g_assert_false (editor_has_error (editor_find_row (fixture, "Link", 0)));
  sentence = lectern_session_editor_dup_unfinished (fixture->editor);
  g_assert_nonnull (strstr (sentence, "ftp://x y"));
  editor_show (fixture, fixture->session);
  link = editor_find_row (fixture, "Link", 0);
  editor_assert_text (link, "ftp://x y");
  g_assert_true (editor_has_error (link));

  editor_clear (link);
  editor_type (link, "example.net/x");
  lectern_session_editor_commit (fixture->editor);
  g_assert_false (editor_has_error (link));
  editor_assert_text (link, "https://example.net/x");
  g_assert_cmpstr (lectern_paper_get_url (editor_paper (fixture->session, 0)), ==, "https://example.net/x");
  g_assert_null (lectern_session_editor_dup_unfinished (fixture->editor));
}

static void
test_undo_replaces_bad_value (EditorFixture *fixture,
                              gconstpointer  data)
{
  gpointer link = editor_find_row (fixture, "Link", 0);

  gtk_widget_grab_focus (link);
  editor_clear (link);
  editor_type (link, "nonsense");
  lectern_session_editor_commit (fixture->editor);
  g_assert_true (editor_has_error (link));
  lectern_history_undo (fixture->history);
  editor_assert_text (link, "https://example.org/");
  g_assert_false (editor_has_error (link));
  g_assert_null (lectern_session_editor_dup_unfinished (fixture->editor));
}

static void
test_date (EditorFixture *fixture,
           gconstpointer  data)
{
  gpointer date = editor_find_row (fixture, "Date", 0);

  gtk_widget_grab_focus (date);
  editor_clear (date);
  /* Half typed, it is the field's own text. */
  editor_type (date, "5 Ja");
  g_assert_cmpstr (lectern_session_get_date (fixture->session), ==, "2023-01-04");
  editor_assert_text (date, "5 Ja");
  editor_type (date, "n 2023");
  g_assert_cmpstr (lectern_session_get_date (fixture->session), ==, "2023-01-05");
  editor_assert_text (date, "5 Jan 2023");

  gtk_widget_grab_focus (editor_find_row (fixture, "Part", 0));
  editor_assert_text (date, "Thursday 5 January 2023");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 1);
  lectern_history_undo (fixture->history);
  editor_assert_text (date, "Wednesday 4 January 2023");
}

static void
test_date_words (EditorFixture *fixture,
                 gconstpointer  data)
{
  gpointer date = editor_find_row (fixture, "Date", 0);

  gtk_widget_grab_focus (date);
  editor_clear (date);
  editor_type (date, "TBD");
  g_assert_cmpstr (lectern_session_get_date (fixture->session), ==, "2023-01-04");
  lectern_session_editor_commit (fixture->editor);
  g_assert_null (lectern_session_get_date (fixture->session));
  g_assert_cmpstr (lectern_session_get_date_text (fixture->session), ==, "TBD");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 1);

  editor_clear (date);
  lectern_session_editor_commit (fixture->editor);
  g_assert_null (lectern_session_get_date_text (fixture->session));

  /* A day that does not exist is neither a date nor words. */
  editor_type (date, "2023-02-30");
  lectern_session_editor_commit (fixture->editor);
  g_assert_true (editor_has_error (date));
  editor_assert_text (date, "2023-02-30");
  g_assert_null (lectern_session_get_date (fixture->session));
  g_assert_null (lectern_session_get_date_text (fixture->session));
  editor_show (fixture, fixture->other);
  editor_assert_text (date, "Wednesday 11 January 2023");
  g_assert_false (editor_has_error (date));
  editor_show (fixture, fixture->session);
  editor_assert_text (date, "2023-02-30");
  g_assert_true (editor_has_error (date));
}

/* The button of a day, by what it says to those who cannot see it. */
static GtkWidget *
find_day (GtkWidget  *calendar,
          const char *number)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (calendar, GTK_TYPE_BUTTON, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (found, i);

      if (gtk_widget_has_css_class (button, "day") && !gtk_widget_has_css_class (button, "dim-label")
          && g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), number))
        return button;
    }

  g_assert_not_reached ();
}

static void
test_calendar (EditorFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *button = editor_find (fixture, GTK_TYPE_MENU_BUTTON, 0);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *calendar;
  GDate shown;

  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_collect (button, LECTERN_TYPE_CALENDAR, found);
  g_assert_cmpuint (found->len, ==, 1);
  calendar = g_ptr_array_index (found, 0);
  ui_test_wait (gtk_widget_get_mapped (calendar));
  lectern_calendar_get_day (LECTERN_CALENDAR (calendar), &shown);
  g_assert_cmpint (g_date_get_day (&shown), ==, 4);
  ui_test_wait (gtk_widget_is_focus (find_day (calendar, "4")));
  g_assert_false (lectern_history_get_can_undo (fixture->history));

  g_signal_emit_by_name (find_day (calendar, "18"), "clicked");
  g_assert_cmpstr (lectern_session_get_date (fixture->session), ==, "2023-01-18");
  editor_assert_text (editor_find_row (fixture, "Date", 0), "Wednesday 18 January 2023");
  ui_test_wait (!gtk_widget_get_mapped (calendar));
}

static void
test_time_and_place (EditorFixture *fixture,
                     gconstpointer  data)
{
  AdwExpanderRow *row = editor_find_row (fixture, "Time and Place", 0);
  gpointer time;

  adw_expander_row_set_expanded (row, TRUE);
  ui_test_wait (editor_find_row (fixture, "Time (usually 15:00)", 0) != NULL);
  g_assert_nonnull (editor_find_row (fixture, "Duration in Minutes (usually 60)", 0));
  g_assert_nonnull (editor_find_row (fixture, "Place (usually Room)", 0));

  time = editor_find_row (fixture, "Time (usually 15:00)", 0);
  editor_type (time, "9.3");
  g_assert_true (editor_has_error (time));
  g_assert_null (lectern_session_get_time (fixture->session));
  editor_type (time, "0");
  g_assert_false (editor_has_error (time));
  g_assert_cmpstr (lectern_session_get_time (fixture->session), ==, "09:30");
  lectern_session_editor_commit (fixture->editor);
  editor_assert_text (time, "09:30");
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "09:30 – 10:30, Room");
  editor_type (editor_find_row (fixture, "Duration in Minutes (usually 60)", 0), "90");
  g_assert_cmpint (lectern_session_get_duration (fixture->session), ==, 90);
}

static void
test_kind (EditorFixture *fixture,
           gconstpointer  data)
{
  gpointer title;

  editor_edit (fixture, fixture->session, "kind", "break");
  ui_test_wait (editor_find_row (fixture, "Link", 0) == NULL);
  g_assert_null (editor_find_row (fixture, "Presenters", 0));
  g_assert_null (editor_find_row (fixture, "Notes", 0));
  g_assert_null (editor_find_row (fixture, "Time and Place", 0));
  g_assert_null (editor_find_row (fixture, "Cancelled", 0));
  g_assert_nonnull (editor_find_row (fixture, "Date", 0));
  g_assert_nonnull (editor_find_row (fixture, "Note", 0));

  title = editor_find_row (fixture, "Title", 0);
  editor_type (title, "Christmas");
  g_assert_cmpstr (lectern_session_get_title (fixture->session), ==, "Christmas");

  lectern_history_undo (fixture->history);
  lectern_history_undo (fixture->history);
  ui_test_wait (editor_find_row (fixture, "Link", 0) != NULL);
  editor_assert_text (editor_find_row (fixture, "Title", 0), "Paper");
}

static void
test_cancelled (EditorFixture *fixture,
                gconstpointer  data)
{
  AdwExpanderRow *row = editor_find_row (fixture, "Cancelled", 0);

  g_assert_false (adw_expander_row_get_expanded (row));
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_true (lectern_session_get_cancelled (fixture->session));
  adw_expander_row_set_expanded (row, TRUE);
  ui_test_wait (editor_find_row (fixture, "Reason", 0) != NULL);
  editor_type (editor_find_row (fixture, "Reason", 0), "strike");
  g_assert_cmpstr (lectern_session_get_reason (fixture->session), ==, "strike");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 2);

  editor_show (fixture, fixture->other);
  g_assert_false (adw_expander_row_get_enable_expansion (row));
  editor_show (fixture, fixture->session);
  g_assert_true (adw_expander_row_get_enable_expansion (row));
  g_assert_false (lectern_session_get_cancelled (fixture->other));
}

static void
test_switching_commits (EditorFixture *fixture,
                        gconstpointer  data)
{
  gpointer date = editor_find_row (fixture, "Date", 0);
  gpointer note = editor_find_row (fixture, "Note", 0);

  editor_type (note, "one\ntwo");
  editor_clear (date);
  editor_type (date, "Week 5");
  editor_show (fixture, fixture->other);
  g_assert_cmpstr (lectern_session_get_date_text (fixture->session), ==, "Week 5");
  g_assert_cmpstr (lectern_session_get_note (fixture->session), ==, "one\ntwo");
  g_assert_null (lectern_session_get_note (fixture->other));
  g_assert_cmpstr (lectern_session_get_date (fixture->other), ==, "2023-01-11");
  editor_assert_text (note, "");

  /* What happens to a session that is not shown is not shown. */
  editor_edit (fixture, fixture->session, "note", "three");
  editor_assert_text (note, "");
}

static void
test_session_goes (EditorFixture *fixture,
                   gconstpointer  data)
{
  LecternSession *added = lectern_edit_duplicate (fixture->history, fixture->session);
  gpointer date;

  editor_show (fixture, added);
  date = editor_find_row (fixture, "Date", 0);
  gtk_widget_grab_focus (date);
  editor_clear (date);
  editor_type (date, "soon");
  lectern_history_undo (fixture->history);
  editor_show (fixture, NULL);
  g_assert_false (lectern_history_get_can_undo (fixture->history));
  editor_show (fixture, fixture->session);
  editor_assert_text (date, "Wednesday 4 January 2023");
}

static void
test_warnings (EditorFixture *fixture,
               gconstpointer  data)
{
  editor_edit (fixture, fixture->session, "resources[0].file", "");
  ui_test_wait (editor_find_row (fixture, "“Notes” names neither a file nor a link", 0) != NULL);
  lectern_history_undo (fixture->history);
  g_assert_null (editor_find_row (fixture, "“Notes” names neither a file nor a link", 0));
}

static void
test_warnings_of_schedule (EditorFixture *fixture,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_warning_free);
  static const char * const texts[] = { "Out of order", "Taken" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LecternWarning *warning = g_new0 (LecternWarning, 1);

      warning->code = "order";
      warning->text = g_strdup (texts[i]);
      warning->key = lectern_session_get_key (fixture->session);
      g_ptr_array_add (warnings, warning);
    }
  lectern_session_editor_set_warnings (fixture->editor, warnings);
  ui_test_wait (editor_find_row (fixture, "Out of order", 0) != NULL);
  g_assert_nonnull (editor_find_row (fixture, "Taken", 0));
  editor_show (fixture, fixture->other);
  g_assert_null (editor_find_row (fixture, "Out of order", 0));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  EDITOR_ADD ("shows", test_shows);
  EDITOR_ADD ("typing-is-one-step", test_typing_is_one_step);
  EDITOR_ADD ("cursor-stays", test_cursor_stays);
  EDITOR_ADD ("commas", test_commas);
  EDITOR_ADD ("bad-value-is-kept", test_bad_value_is_kept);
  EDITOR_ADD ("undo-replaces-bad-value", test_undo_replaces_bad_value);
  EDITOR_ADD ("date", test_date);
  EDITOR_ADD ("date-words", test_date_words);
  EDITOR_ADD ("calendar", test_calendar);
  EDITOR_ADD ("time-and-place", test_time_and_place);
  EDITOR_ADD ("kind", test_kind);
  EDITOR_ADD ("cancelled", test_cancelled);
  EDITOR_ADD ("switching-commits", test_switching_commits);
  EDITOR_ADD ("session-goes", test_session_goes);
  EDITOR_ADD ("warnings", test_warnings);
  EDITOR_ADD ("warnings-of-schedule", test_warnings_of_schedule);
  editor_add_list_tests ();
  editor_add_date_tests ();
  editor_add_widget_tests ();

  return g_test_run ();
}
