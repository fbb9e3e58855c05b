/* test-preferences.c: each preference, and what it changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "lectern-announce-dialog.h"
#include "lectern-calendar.h"
#include "lectern-edit.h"
#include "lectern-publish-dialog.h"
#include "lectern-session-list.h"
#include "lectern-settings.h"
#include "window-fixture.h"

static const char content[] =
  "{ \"lectern\": 1, \"title\": \"Group\", \"notes\": { \"folder\": \"notes\" }, \"sessions\": [\n"
  "  { \"id\": \"a\", \"date\": \"2023-02-01\", \"papers\": [ { \"title\": \"First Paper\" } ] },\n"
  "  { \"id\": \"b\", \"date\": \"2023-02-15\" } ] }\n";

typedef struct
{
  char            *folder;
  LecternWindow   *window;
  LecternDocument *document;
  GtkWindow       *preferences;
} Fixture;

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_steal_pointer (&path);
}

static void
show_preferences (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application), "preferences", NULL);
  fixture->preferences = window_fixture_wait_dialog (ADW_TYPE_WINDOW);
}

static void
close_preferences (Fixture *fixture)
{
  gtk_window_close (fixture->preferences);
  ui_test_wait (window_fixture_count (ADW_TYPE_WINDOW) == 0);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const keys[] = { LECTERN_SETTINGS_ANNOUNCEMENT, LECTERN_SETTINGS_ATTACHED,
                                       LECTERN_SETTINGS_NEW_DATES, LECTERN_SETTINGS_WEEK_START };
  g_autoptr (GSettings) settings = lectern_settings_new ();
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  fixture->folder = g_dir_make_tmp ("lectern-preferences-XXXXXX", NULL);
  path = write_file (fixture, "s.json", content);
  fixture->window = window_fixture_open (path, 1000, 700);
  fixture->document = lectern_window_get_document (fixture->window);
  show_preferences (fixture);
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
  window_fixture_close (fixture->window);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static gpointer
find_row (Fixture    *fixture,
          const char *title)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (fixture->preferences), ADW_TYPE_PREFERENCES_ROW, found);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (found, i)), title))
      return g_ptr_array_index (found, i);

  g_assert_not_reached ();
}

static void
choose (Fixture    *fixture,
        const char *title,
        guint       n)
{
  adw_combo_row_set_selected (find_row (fixture, title), n);
}

static GtkTextBuffer *
find_text (gpointer window,
           guint    n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (window, GTK_TYPE_TEXT_VIEW, found);
  g_assert_cmpuint (found->len, >, n);

  return gtk_text_view_get_buffer (g_ptr_array_index (found, n));
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);

  return text;
}

/* The first label of the days' names. */
static const char *
get_first_day (GtkWidget *calendar)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (calendar, GTK_TYPE_LABEL, found);
  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (found, i), "caption"))
      return gtk_label_get_text (g_ptr_array_index (found, i));

  g_assert_not_reached ();
}

static void
test_week_start (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const first[] = { NULL, "Mon", "Sat", "Sun" };
  GtkWidget *calendar;

  window_fixture_activate (fixture->window, "edit-session");
  ui_test_settle ();
  for (guint i = 1; i < G_N_ELEMENTS (first); i++)
    {
      choose (fixture, "First Day of the Week", i);
      calendar = g_object_ref_sink (lectern_calendar_new ());
      lectern_settings_bind_week_start (G_OBJECT (calendar));
      g_assert_cmpstr (get_first_day (calendar), ==, first[i]);
      /* One that is there follows. */
      choose (fixture, "First Day of the Week", 1);
      g_assert_cmpstr (get_first_day (calendar), ==, "Mon");
      g_object_unref (calendar);
    }
  close_preferences (fixture);
}

/* What of a month each first day shows, and where keys and buttons lead. */
static void
test_calendar (void)
{
  static const struct { GDateWeekday start; const char *cell; } cases[] = {
    { G_DATE_MONDAY, "27" }, { G_DATE_SATURDAY, "25" }, { G_DATE_SUNDAY, "26" },
  };
  GtkWidget *calendar = g_object_ref_sink (lectern_calendar_new ());
  GDate day, today;

  g_date_clear (&day, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&day, 15, 3, 2023);
  g_date_set_dmy (&today, 2, 1, 2023);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new ();
      guint n = 0;

      lectern_calendar_set_week_start (LECTERN_CALENDAR (calendar), cases[i].start);
      lectern_calendar_show_day (LECTERN_CALENDAR (calendar), &day, &today);
      ui_test_collect (calendar, GTK_TYPE_BUTTON, found);
      for (guint k = 0; k < found->len; k++)
        {
          GtkWidget *button = g_ptr_array_index (found, k);

          if (!gtk_widget_has_css_class (button, "day"))
            continue;
          if (n++ == 0)
            g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, cases[i].cell);
          g_assert_cmpint (gtk_widget_get_focusable (button), ==,
                           g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), "15"));
        }
      g_assert_cmpuint (n, ==, 42);
    }
  g_object_unref (calendar);
}

static void
attach (Fixture    *fixture,
        guint       session,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  GSList list = { file, NULL };
  GValue value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  g_signal_emit_by_name (window_fixture_find (fixture->window, LECTERN_TYPE_SESSION_LIST), "take",
                         lectern_session_get_key (lectern_schedule_get_session (schedule, session)), &value);
  g_value_unset (&value);
}

static const char *
wait_attached (Fixture *fixture,
               guint    session)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  GListModel *resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, session));
  g_autoptr (LecternResource) resource = NULL;

  ui_test_wait (g_list_model_get_n_items (resources) == 1);
  resource = g_list_model_get_item (resources, 0);

  return lectern_resource_get_file (resource);
}

static void
test_attached (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *pdf = write_file (fixture, "elsewhere/scan.pdf", "%PDF-1.4\n");
  g_autofree char *copy = g_build_filename (fixture->folder, "notes/First_Paper.pdf", NULL);

  attach (fixture, 0, pdf);
  g_assert_cmpstr (wait_attached (fixture, 0), ==, "notes/First_Paper.pdf");
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));

  choose (fixture, "Attached PDFs", 1);
  attach (fixture, 1, pdf);
  g_assert_cmpstr (wait_attached (fixture, 1), ==, "elsewhere/scan.pdf");
  close_preferences (fixture);
  ui_test_settle ();
}

static void
test_announcement (Fixture       *fixture,
                   gconstpointer  data)
{
  LecternSession *session = lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), 0);
  GtkTextBuffer *template = find_text (fixture->preferences, 0);
  g_autoptr (GSettings) settings = lectern_settings_new ();
  GtkWindow *dialog = GTK_WINDOW (lectern_announce_dialog_new (GTK_WINDOW (fixture->window),
                                                               fixture->document, session));
  g_autofree char *usual = dup_text (template);
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *own = NULL;

  /* At once, in what is open as well. */
  g_assert_true (g_str_has_prefix (usual, "{group}\n\nNext meeting"));
  gtk_text_buffer_set_text (template, "Dear {group}: {papers}", -1);
  text = dup_text (find_text (dialog, 0));
  g_assert_cmpstr (text, ==, "Dear Group: First Paper\n");

  /* What cannot be filled in is not used. */
  gtk_text_buffer_insert_at_cursor (template, " {friends}", -1);
  kept = g_settings_get_string (settings, LECTERN_SETTINGS_ANNOUNCEMENT);
  g_assert_cmpstr (kept, ==, "Dear {group}: {papers}");

  /* A template of the schedule counts more. */
  gtk_text_buffer_set_text (find_text (dialog, 1), "Own {group}", -1);
  gtk_text_buffer_set_text (template, "Hello {group}", -1);
  own = dup_text (find_text (dialog, 0));
  g_assert_cmpstr (own, ==, "Own Group\n");
  window_fixture_press (fixture->preferences, "_Reset");
  g_free (own);
  own = dup_text (template);
  g_assert_cmpstr (own, ==, usual);

  gtk_window_destroy (dialog);
  close_preferences (fixture);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*text);
}

static void
assert_copied (Fixture    *fixture,
               const char *date)
{
  g_autofree char *row = g_strdup_printf ("| %s | First Paper |", date);
  g_autofree char *text = NULL;

  window_fixture_activate (fixture->window, "copy-schedule");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, text_cb, &text);
  ui_test_wait (text != NULL);
  g_assert_nonnull (strstr (text, row));
}

static gboolean
has_line (GtkWidget  *window,
          const char *line)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (window, GTK_TYPE_LABEL, found);
  for (guint i = 0; i < found->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (found, i)), line) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_new_dates (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "page.md", "| Date | Paper |\n|---|---|\n| TBD | Some |\n");
  g_autoptr (GFile) page = g_file_new_for_path (path);
  GtkWidget *dialog;

  assert_copied (fixture, "2023-02-01");
  choose (fixture, "Dates", 1);
  assert_copied (fixture, "01/02/2023");
  choose (fixture, "Dates", 2);
  assert_copied (fixture, "02/01/2023");
  choose (fixture, "Dates", 3);
  assert_copied (fixture, "1 February 2023");

  dialog = GTK_WIDGET (lectern_publish_dialog_new (GTK_WINDOW (fixture->window), fixture->document, page));
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_wait (has_line (dialog, "| 1 February 2023 | First Paper |"));
  gtk_window_close (GTK_WINDOW (dialog));
  close_preferences (fixture);
}

/* There is one window of them, whoever asks. */
static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *before = fixture->preferences;

  show_preferences (fixture);
  g_assert_true (fixture->preferences == before);
  g_assert_true (gtk_window_get_transient_for (before) == GTK_WINDOW (fixture->window));
  g_assert_cmpuint (window_fixture_count (ADW_TYPE_WINDOW), ==, 1);
  close_preferences (fixture);
  show_preferences (fixture);
  close_preferences (fixture);
}

int
main (int    argc,
      char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/ui/preferences/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("week-start", test_week_start);
  ADD ("attached", test_attached);
  ADD ("announcement", test_announcement);
  ADD ("new-dates", test_new_dates);
  ADD ("window", test_window);
  g_test_add_func ("/ui/calendar/weeks", test_calendar);

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
