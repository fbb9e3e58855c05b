/* test-first-rows.c: the rows of the first frame, and the others after it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "lectern-date.h"
#include "lectern-document.h"
#include "lectern-list-span.h"
#include "lectern-session-list.h"
#include "lectern-session-row.h"
#include "list-model-validator.h"
#include "ui-test.h"

#define N_SESSIONS 36

typedef struct
{
  LecternDocument    *document;
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
  g_assert_true (lectern_date_parse ("2023-01-02", &today));
  fixture->list = LECTERN_SESSION_LIST (lectern_session_list_new ());
  lectern_session_list_set_today (fixture->list, &today);
  lectern_session_list_set_first_height (fixture->list, GPOINTER_TO_INT (data));
  lectern_session_list_set_schedule (fixture->list, lectern_document_get_schedule (fixture->document));
  lectern_session_list_show_next (fixture->list, TRUE);
}

static void
show (Fixture *fixture)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 620, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->list));
  gtk_window_present (fixture->window);
  ui_test_wait (gtk_widget_get_height (GTK_WIDGET (fixture->list)) > 0);
  ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *list = g_object_ref (GTK_WIDGET (fixture->list));

  gtk_window_destroy (fixture->window);
  ui_test_finalize (list);
  g_assert_finalize_object (fixture->document);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Where each row that is in sight stands, a line each. */
static char *
list_places (Fixture *fixture,
             guint   *n_rows)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  ui_test_collect (GTK_WIDGET (fixture->list), LECTERN_TYPE_SESSION_ROW, rows);
  *n_rows = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      LecternSession *session = lectern_session_row_get_session (LECTERN_SESSION_ROW (row));
      graphene_rect_t bounds;

      if (session == NULL)
        continue;
      (*n_rows)++;
      g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->list), &bounds));
      if (bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < 600)
        g_ptr_array_add (lines, g_strdup_printf ("%4.0f + %.0f: %s", bounds.origin.y, bounds.size.height,
                                                 lectern_session_get_date (session)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_in_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_before, n_after;

  show (fixture);
  before = list_places (fixture, &n_before);
  g_assert_cmpuint (n_before, ==, 12);
  g_assert_cmpuint (lectern_session_list_get_n_shown (fixture->list), ==, 12);

  lectern_session_list_set_drawn (fixture->list);
  ui_test_settle ();
  after = list_places (fixture, &n_after);
  g_assert_cmpuint (n_after, ==, N_SESSIONS);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (lectern_session_get_date (lectern_session_list_get_selected (fixture->list)), ==,
                   "2023-01-04");
}

/* Where there is more room than was thought, nothing is left empty. */
static void
test_more_room (Fixture       *fixture,
                gconstpointer  data)
{
  show (fixture);
  g_assert_cmpuint (lectern_session_list_get_n_shown (fixture->list), ==, N_SESSIONS);
}

/* What is asked for may be one of the others. */
static void
test_asked_for (Fixture       *fixture,
                gconstpointer  data)
{
  LecternSchedule *schedule = lectern_document_get_schedule (fixture->document);
  LecternSession *last = lectern_schedule_get_session (schedule, N_SESSIONS - 1);

  g_assert_cmpuint (lectern_session_list_get_n_shown (fixture->list), ==, 12);
  g_assert_true (lectern_session_list_reveal (fixture->list, lectern_session_get_key (last), FALSE));
  g_assert_cmpuint (lectern_session_list_get_n_shown (fixture->list), ==, N_SESSIONS);
  g_assert_true (lectern_session_list_get_selected (fixture->list) == last);
  show (fixture);
}

static GtkStringList *
make_strings (guint n)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (strings, g_strdup_printf ("%u", i));

  return strings;
}

static void
assert_strings (LecternListSpan *span,
                guint            first,
                guint            n)
{
  GListModel *list = G_LIST_MODEL (span);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
  g_assert_null (g_list_model_get_item (list, n));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) string = g_list_model_get_item (list, i);
      g_autofree char *expected = g_strdup_printf ("%u", first + i);

      g_assert_cmpstr (gtk_string_object_get_string (string), ==, expected);
    }
}

static void
test_span (void)
{
  g_autoptr (GtkStringList) strings = make_strings (50);
  g_autoptr (LecternListSpan) span = lectern_list_span_new (G_LIST_MODEL (strings), 20, 10);
  G_GNUC_UNUSED g_autoptr (ListModelValidator) validator = list_model_validator_new (G_LIST_MODEL (span));

  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (span)), ==,
                    g_list_model_get_item_type (G_LIST_MODEL (strings)));
  assert_strings (span, 20, 10);
  g_assert_false (lectern_list_span_is_whole (span));

  lectern_list_span_widen (span);
  assert_strings (span, 0, 50);
  g_assert_true (lectern_list_span_is_whole (span));
  g_assert_cmpuint (list_model_validator_n_emissions (validator), ==, 2);

  gtk_string_list_splice (strings, 10, 5, NULL);
  g_assert_cmpuint (list_model_validator_n_emissions (validator), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (span)), ==, 45);
  lectern_list_span_widen (span);
  g_assert_cmpuint (list_model_validator_n_emissions (validator), ==, 3);
}

/* A list that changes meanwhile is shown whole, and what is too long is cut. */
static void
test_span_changed (void)
{
  g_autoptr (GtkStringList) strings = make_strings (50);
  g_autoptr (LecternListSpan) span = lectern_list_span_new (G_LIST_MODEL (strings), 45, 10);
  G_GNUC_UNUSED g_autoptr (ListModelValidator) validator = list_model_validator_new (G_LIST_MODEL (span));

  assert_strings (span, 45, 5);
  gtk_string_list_splice (strings, 40, 10, NULL);
  assert_strings (span, 0, 40);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/first-rows/span", test_span);
  g_test_add_func ("/ui/first-rows/span-changed", test_span_changed);
  g_test_add ("/ui/first-rows/in-place", Fixture, GINT_TO_POINTER (600), set_up, test_in_place, tear_down);
  g_test_add ("/ui/first-rows/more-room", Fixture, GINT_TO_POINTER (100), set_up, test_more_room, tear_down);
  g_test_add ("/ui/first-rows/asked-for", Fixture, GINT_TO_POINTER (600), set_up, test_asked_for, tear_down);

  return g_test_run ();
}
