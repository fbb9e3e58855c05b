/* test-list.c: the list of sessions, its rows and its filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "lectern-date.h"
#include "lectern-document.h"
#include "lectern-edit.h"
#include "lectern-session-list.h"
#include "lectern-session-row.h"
#include "ui-test.h"

typedef struct
{
  LecternDocument    *document;
  LecternSchedule    *schedule;
  LecternHistory     *history;
  LecternSessionList *list;
  GtkWindow          *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LECTERN_SAMPLE"));
  g_autoptr (GError) error = NULL;
  GDate today;

  fixture->document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  fixture->schedule = lectern_document_get_schedule (fixture->document);
  fixture->history = lectern_document_get_history (fixture->document);

  g_assert_true (lectern_date_parse ("2023-01-02", &today));
  fixture->list = LECTERN_SESSION_LIST (lectern_session_list_new ());
  lectern_session_list_set_today (fixture->list, &today);
  lectern_session_list_set_schedule (fixture->list, fixture->schedule);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 620, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->list));
  gtk_window_present (fixture->window);
  ui_test_wait (gtk_widget_get_height (GTK_WIDGET (fixture->list)) > 0);
  ui_test_settle ();
}

static void
close_window (Fixture *fixture)
{
  GtkWidget *list = g_object_ref (GTK_WIDGET (fixture->list));

  gtk_window_destroy (fixture->window);
  ui_test_finalize (list);
  g_assert_finalize_object (fixture->document);
}

static LecternSessionRow *
find_row (Fixture    *fixture,
          const char *date)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (fixture->list), LECTERN_TYPE_SESSION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      LecternSession *session = lectern_session_row_get_session (g_ptr_array_index (rows, i));

      if (session != NULL && g_strcmp0 (lectern_session_get_date (session), date) == 0)
        return g_ptr_array_index (rows, i);
    }

  return NULL;
}

/* The texts of a row that are shown, a line each. */
static char *
row_text (LecternSessionRow *row)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  ui_test_collect (GTK_WIDGET (row), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_visible (GTK_WIDGET (label)))
        g_string_append_printf (text, "%s\n", gtk_label_get_text (label));
    }

  return g_string_free (text, FALSE);
}

static gboolean
row_says (Fixture    *fixture,
          const char *date,
          const char *text)
{
  LecternSessionRow *row = find_row (fixture, date);
  g_autofree char *all = NULL;

  g_assert_nonnull (row);
  all = row_text (row);

  return strstr (all, text) != NULL;
}

static LecternSession *
session_of (Fixture    *fixture,
            const char *date)
{
  g_autoptr (GPtrArray) found = lectern_schedule_find (fixture->schedule, date);

  g_assert_cmpuint (found->len, >=, 1);

  return g_ptr_array_index (found, 0);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (lectern_session_list_get_n_shown (fixture->list), ==, 36);
  g_assert_true (row_says (fixture, "2022-08-03", "Neural Tangent Kernel"));
  g_assert_true (row_says (fixture, "2022-08-03", "Notes"));
  g_assert_true (row_says (fixture, "2022-07-27", "Announcement"));
  g_assert_true (row_says (fixture, "2022-08-31", "Add Notes…"));
  g_assert_true (row_says (fixture, "2023-01-04", "Next, in 2 days"));
  g_assert_false (row_says (fixture, "2022-12-07", "Next"));

  close_window (fixture);
}

static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  LecternSession *session = session_of (fixture, "2022-08-03");
  g_autoptr (GError) error = NULL;

  g_assert_true (row_says (fixture, "2022-08-03", "August 2022"));
  g_assert_false (row_says (fixture, "2022-08-17", "August 2022"));

  /* Another month for the row above: now the month begins a row later. */
  g_assert_true (lectern_edit_set (fixture->history, session, "date", "2022-07-31", &error));
  g_assert_no_error (error);
  ui_test_wait (row_says (fixture, "2022-08-17", "August 2022"));
  g_assert_false (row_says (fixture, "2022-07-31", "2022"));

  /* The one above is gone from the list: the month begins with what is left. */
  g_assert_false (row_says (fixture, "2022-10-12", "October 2022"));
  lectern_session_list_set_text (fixture->list, "2022-10-12");
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) < 36);
  ui_test_wait (find_row (fixture, "2022-10-12") != NULL
                && row_says (fixture, "2022-10-12", "October 2022"));

  close_window (fixture);
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  LecternSession *session = session_of (fixture, "2022-08-17");
  guint64 key = lectern_session_get_key (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_session_list_reveal (fixture->list, key, TRUE));
  g_assert_true (lectern_session_list_get_selected (fixture->list) == session);

  /* An edit. */
  lectern_edit_set (fixture->history, session, "papers[0].title", "Another", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_true (lectern_session_list_get_selected (fixture->list) == session);
  g_assert_true (row_says (fixture, "2022-08-17", "Another"));

  /* A session before it goes and comes back. */
  lectern_edit_remove (fixture->history, lectern_schedule_get_session (fixture->schedule, 0));
  ui_test_settle ();
  g_assert_true (lectern_session_list_get_selected (fixture->list) == session);
  lectern_history_undo (fixture->history);
  ui_test_settle ();
  g_assert_true (lectern_session_list_get_selected (fixture->list) == session);

  /* The filter hides it, and shows it again. */
  lectern_session_list_set_filters (fixture->list, LECTERN_FILTER_UPCOMING);
  ui_test_settle ();
  g_assert_null (find_row (fixture, "2022-08-17"));
  g_assert_true (lectern_session_list_get_selected (fixture->list) == session);
  lectern_session_list_clear_filters (fixture->list);
  ui_test_wait (find_row (fixture, "2022-08-17") != NULL);
  g_assert_true (lectern_session_list_get_selected (fixture->list) == session);

  /* It goes itself: its neighbour; an undo reveals it. */
  lectern_edit_remove (fixture->history, session);
  ui_test_settle ();
  g_assert_cmpstr (lectern_session_get_date (lectern_session_list_get_selected (fixture->list)),
                   ==, "2022-08-31");
  lectern_history_undo (fixture->history);
  g_assert_true (lectern_session_list_reveal (fixture->list, key, FALSE));
  ui_test_settle ();
  g_assert_cmpuint (lectern_session_get_key (lectern_session_list_get_selected (fixture->list)),
                    ==, key);

  close_window (fixture);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  guint upcoming, past;

  lectern_session_list_set_filters (fixture->list, LECTERN_FILTER_UPCOMING);
  ui_test_settle ();
  upcoming = lectern_session_list_get_n_shown (fixture->list);
  lectern_session_list_set_filters (fixture->list, LECTERN_FILTER_PAST);
  ui_test_settle ();
  past = lectern_session_list_get_n_shown (fixture->list);
  g_assert_cmpuint (upcoming, >, 0);
  g_assert_cmpuint (past, >, 0);
  g_assert_cmpuint (upcoming + past, ==, 36);

  lectern_session_list_set_filters (fixture->list, LECTERN_FILTER_WITHOUT_NOTES);
  ui_test_settle ();
  g_assert_nonnull (find_row (fixture, "2022-08-31"));
  g_assert_null (find_row (fixture, "2022-08-03"));
  /* There is nothing to take notes of. */
  g_assert_null (find_row (fixture, "2022-07-27"));

  lectern_session_list_set_text (fixture->list, "no such text anywhere");
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) == 0);
  lectern_session_list_clear_filters (fixture->list);
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) == 36);

  close_window (fixture);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  lectern_session_list_set_text (fixture->list, "GRADIENT");
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) == 6);
  lectern_session_list_set_search_mode (fixture->list, FALSE);
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) == 36);

  close_window (fixture);
}

static void
test_warnings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GHashTable) warnings = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                           g_free, g_free);
  guint64 key = lectern_session_get_key (session_of (fixture, "2022-09-22"));

  g_hash_table_insert (warnings, g_memdup2 (&key, sizeof key), g_strdup ("A Thursday"));
  lectern_session_list_set_warnings (fixture->list, warnings);
  g_assert_true (row_says (fixture, "2022-09-22", "A Thursday"));
  lectern_session_list_set_filters (fixture->list, LECTERN_FILTER_WITH_WARNINGS);
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) == 1);
  lectern_session_list_clear_filters (fixture->list);
  lectern_session_list_set_warnings (fixture->list, NULL);
  ui_test_wait (lectern_session_list_get_n_shown (fixture->list) == 36);
  g_assert_false (row_says (fixture, "2022-09-22", "A Thursday"));

  close_window (fixture);
}

static guint
count_handlers (LecternSession *session)
{
  guint n = 0;
  guint signal_id = g_signal_lookup ("changed", LECTERN_TYPE_RECORD);
  gulong id;

  /* Blocking is the way to step from one to the next. */
  while ((id = g_signal_handler_find (session, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_UNBLOCKED,
                                      signal_id, 0, NULL, NULL, NULL)) != 0)
    {
      g_signal_handler_block (session, id);
      n++;
    }
  g_signal_handlers_unblock_matched (session, G_SIGNAL_MATCH_ID, signal_id, 0, NULL, NULL, NULL);

  return n;
}

static void
test_unbind (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LecternSession) session = g_object_ref (session_of (fixture, "2022-08-03"));

  g_assert_cmpuint (count_handlers (session), ==, 1);

  /* A row that is gone leaves nothing on its session. */
  lectern_session_list_set_filters (fixture->list, LECTERN_FILTER_UPCOMING);
  ui_test_settle ();
  g_assert_cmpuint (count_handlers (session), ==, 0);
  lectern_session_list_clear_filters (fixture->list);
  ui_test_wait (find_row (fixture, "2022-08-03") != NULL);
  g_assert_cmpuint (count_handlers (session), ==, 1);

  gtk_window_destroy (fixture->window);
  ui_test_settle ();
  g_assert_cmpuint (count_handlers (session), ==, 0);
  g_object_unref (fixture->document);
}

/* Of several papers, each has its part after its title, however long that is;
 * a part that is long itself has a line of its own. */
static void
test_long_part (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const parts[] = { "Lecture 1", "Chapters 12 to 17, without the exercises of the last" };
  LecternSession *session = lectern_schedule_get_session (fixture->schedule, 0);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *title_path = g_strdup_printf ("papers[%u].title", i);
      g_autofree char *part_path = g_strdup_printf ("papers[%u].part", i);

      g_assert_true (lectern_edit_set (fixture->history, session, title_path,
                                       "A title that goes on and on, as titles of papers do when they want to say what was found",
                                       &error));
      g_assert_no_error (error);
      g_assert_true (lectern_edit_set (fixture->history, session, part_path, parts[i], &error));
      g_assert_no_error (error);
    }
  lectern_session_list_reveal (fixture->list, lectern_session_get_key (session), FALSE);
  ui_test_settle ();

  ui_test_collect (GTK_WIDGET (find_row (fixture, lectern_session_get_date (session))),
                   GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);

      if (!g_strv_contains ((const char * const []) { parts[0], parts[1], NULL },
                            gtk_label_get_text (label)))
        continue;
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
      n++;
    }
  g_assert_cmpuint (n, ==, 2);

  close_window (fixture);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *fixture,
                      gconstpointer  data);
  } tests[] = {
    { "/list/rows", test_rows },
    { "/list/headings", test_headings },
    { "/list/selection", test_selection },
    { "/list/filters", test_filters },
    { "/list/search", test_search },
    { "/list/warnings", test_warnings },
    { "/list/long-part", test_long_part },
    { "/list/unbind", test_unbind },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, NULL);

  return g_test_run ();
}
