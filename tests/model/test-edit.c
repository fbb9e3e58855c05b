/* test-edit.c: what edits take, what they refuse, and what follows from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-edit.h"

typedef struct
{
  const char *assignment;
  int         error;       /* -1: none */
} Case;

static const Case cases[] = {
  { "date=2023-01-04", -1 },
  { "date=2024-02-29", -1 },
  { "date=", -1 },
  { "date=2023-02-29", LECTERN_EDIT_ERROR_VALUE },
  { "date=2023-13-01", LECTERN_EDIT_ERROR_VALUE },
  { "date=2023-00-10", LECTERN_EDIT_ERROR_VALUE },
  { "date=0000-01-01", LECTERN_EDIT_ERROR_VALUE },
  { "date=next week", LECTERN_EDIT_ERROR_VALUE },
  { "date=2023-1-4", LECTERN_EDIT_ERROR_VALUE },
  { "date=2023-01-04 ", LECTERN_EDIT_ERROR_VALUE },
  { "dateText=Week 5", -1 },
  { "time=00:00", -1 },
  { "time=23:59", -1 },
  { "time=24:00", LECTERN_EDIT_ERROR_VALUE },
  { "time=3:00", LECTERN_EDIT_ERROR_VALUE },
  { "time=15:60", LECTERN_EDIT_ERROR_VALUE },
  { "time=15.00", LECTERN_EDIT_ERROR_VALUE },
  { "duration=90", -1 },
  { "duration=", -1 },
  { "duration=0", LECTERN_EDIT_ERROR_VALUE },
  { "duration=-5", LECTERN_EDIT_ERROR_VALUE },
  { "duration=1.5", LECTERN_EDIT_ERROR_VALUE },
  { "duration=99999999999", LECTERN_EDIT_ERROR_VALUE },
  { "kind=break", -1 },
  { "kind=session", -1 },
  { "kind=Break", LECTERN_EDIT_ERROR_VALUE },
  { "status=cancelled", -1 },
  { "status=", -1 },
  { "status=yes", LECTERN_EDIT_ERROR_VALUE },
  { "papers[0].title=A", -1 },
  { "papers[1].title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[0].url=https://example.org/", -1 },
  { "papers[0].url=HTTP://EXAMPLE.org", -1 },
  { "papers[0].url=example.org", LECTERN_EDIT_ERROR_VALUE },
  { "papers[0].url=javascript:alert(1)", LECTERN_EDIT_ERROR_VALUE },
  { "papers[0].url=file:///etc/passwd", LECTERN_EDIT_ERROR_VALUE },
  { "papers[0].url=https://", LECTERN_EDIT_ERROR_VALUE },
  { "papers[0].url=https://example.org/\nx", LECTERN_EDIT_ERROR_VALUE },
  { "papers[0].authors[0]=A", -1 },
  { "papers[0]=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[0]=", LECTERN_EDIT_ERROR_PATH },
  { "papers.title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[].title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[-1].title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[ 0].title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[99999999999999999999].title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[0]title=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[0].title.x=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[0].title[0]=A", LECTERN_EDIT_ERROR_PATH },
  { "papers[0].none=A", LECTERN_EDIT_ERROR_PATH },
  { "presenters[0]=A", -1 },
  { "presenters[1]=A", LECTERN_EDIT_ERROR_PATH },
  { "presenters=A, B", -1 },
  { "resources[0].file=files/a.pdf", -1 },
  { "resources[0].file=/etc/passwd", LECTERN_EDIT_ERROR_VALUE },
  { "resources[0].file=../a.pdf", LECTERN_EDIT_ERROR_VALUE },
  { "resources[0].file=a/../../b.pdf", LECTERN_EDIT_ERROR_VALUE },
  { "resources[0].file=a\\b.pdf", LECTERN_EDIT_ERROR_VALUE },
  { "resources[0].file=file:///a.pdf", LECTERN_EDIT_ERROR_VALUE },
  { "resources[0].file=a..b.pdf", -1 },
  { "resources[0].primary=true", -1 },
  { "resources[0].primary=yes", LECTERN_EDIT_ERROR_VALUE },
  { "extra.Room=1.11", -1 },
  { "extra.Week number (2)=5", -1 },
  { "extra=5", LECTERN_EDIT_ERROR_PATH },
  { "ignore[0]=weekday", -1 },
  { "note=\xff\xfe", LECTERN_EDIT_ERROR_VALUE },
  { "titel=A", LECTERN_EDIT_ERROR_PATH },
  { "=A", LECTERN_EDIT_ERROR_PATH },
  { "title", LECTERN_EDIT_ERROR_PATH },
  { "date-text=Week 5", LECTERN_EDIT_ERROR_PATH },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  const char *nothing[] = { NULL };
  const char *assignments[] = { "title=Before", c->assignment, NULL };
  LecternSession *session = lectern_edit_add (history, nothing, NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  done = lectern_edit_set_many (history, session, assignments, &error);

  if (c->error < 0)
    {
      g_assert_no_error (error);
      g_assert_true (done);
      g_assert_cmpstr (lectern_session_get_title (session), ==, "Before");
    }
  else
    {
      g_assert_error (error, LECTERN_EDIT_ERROR, c->error);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_false (done);
      g_assert_null (lectern_session_get_title (session));
      g_assert_cmpstr (lectern_history_get_undo_label (history), ==, "Add Session");
    }
}

typedef struct
{
  LecternSchedule *schedule;
  LecternHistory  *history;
  LecternSession  *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *nothing[] = { NULL };

  fixture->schedule = lectern_schedule_new ();
  fixture->history = lectern_history_new (fixture->schedule);
  fixture->session = lectern_edit_add (fixture->history, nothing, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->schedule);
}

static void
set (Fixture    *fixture,
     const char *path,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  lectern_edit_set (fixture->history, fixture->session, path, value, &error);
  g_assert_no_error (error);
}

static LecternResource *
resource (Fixture *fixture,
          guint    index)
{
  g_autoptr (LecternResource) item =
    g_list_model_get_item (lectern_session_get_resources (fixture->session), index);

  return item;
}

static void
test_date_or_words (Fixture       *fixture,
                    gconstpointer  data)
{
  set (fixture, "date", "2023-01-04");
  set (fixture, "dateText", "Week 5");
  g_assert_null (lectern_session_get_date (fixture->session));

  set (fixture, "date", "2023-01-04");
  g_assert_null (lectern_session_get_date_text (fixture->session));

  lectern_history_undo (fixture->history);
  g_assert_null (lectern_session_get_date (fixture->session));
  g_assert_cmpstr (lectern_session_get_date_text (fixture->session), ==, "Week 5");
}

static void
test_file_or_url (Fixture       *fixture,
                  gconstpointer  data)
{
  set (fixture, "resources[0].file", "a.pdf");
  set (fixture, "resources[0].url", "https://example.org/");
  g_assert_null (lectern_resource_get_file (resource (fixture, 0)));
  set (fixture, "resources[0].file", "a.pdf");
  g_assert_null (lectern_resource_get_url (resource (fixture, 0)));
}

static void
test_one_primary (Fixture       *fixture,
                  gconstpointer  data)
{
  set (fixture, "resources[0].file", "a.pdf");
  set (fixture, "resources[1].file", "b.pdf");
  set (fixture, "resources[0].primary", "true");
  set (fixture, "resources[1].primary", "true");
  g_assert_false (lectern_resource_get_primary (resource (fixture, 0)));
  g_assert_true (lectern_resource_get_primary (resource (fixture, 1)));

  lectern_history_undo (fixture->history);
  g_assert_true (lectern_resource_get_primary (resource (fixture, 0)));
  g_assert_false (lectern_resource_get_primary (resource (fixture, 1)));
}

static void
test_cancellation (Fixture       *fixture,
                   gconstpointer  data)
{
  set (fixture, "status", "cancelled");
  set (fixture, "reason", "strike");
  g_assert_true (lectern_session_get_cancelled (fixture->session));
  set (fixture, "status", "");
  g_assert_null (lectern_session_get_reason (fixture->session));
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *joined = NULL;

  set (fixture, "presenters", " B ,, C,");
  set (fixture, "presenters[2]", "D");
  set (fixture, "presenters[0]", "");
  set (fixture, "presenters[0]", "X");
  joined = g_strjoinv ("|", (GStrv) lectern_session_get_presenters (fixture->session));
  g_assert_cmpstr (joined, ==, "X|D");

  set (fixture, "papers[0].title", "A");
  set (fixture, "papers[1].title", "B");
  set (fixture, "papers[0]", "");
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_papers (fixture->session)), ==, 1);
  lectern_edit_add_paper (fixture->history, fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_papers (fixture->session)), ==, 2);
  lectern_edit_remove_item (fixture->history, fixture->session, LECTERN_SESSION_PAPERS, 0);
  lectern_history_undo (fixture->history);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_papers (fixture->session)), ==, 2);
}

static void
test_extra (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *printed = NULL;

  set (fixture, "extra.Room", "1.11");
  set (fixture, "extra.A.b", "x");
  set (fixture, "extra.Room", "2");
  printed = g_variant_print (lectern_session_get_extra (fixture->session), FALSE);
  g_assert_cmpstr (printed, ==, "{'Room': '2', 'A.b': 'x'}");
  set (fixture, "extra.Room", "");
  set (fixture, "extra.A.b", "");
  g_assert_null (lectern_session_get_extra (fixture->session));
}

static void
test_kind_session_is_absent (Fixture       *fixture,
                             gconstpointer  data)
{
  set (fixture, "kind", "break");
  g_assert_cmpint (lectern_session_get_kind (fixture->session), ==, LECTERN_KIND_BREAK);
  set (fixture, "kind", "session");
  g_assert_true (lectern_record_member_is_absent (LECTERN_RECORD (fixture->session),
                                                  LECTERN_SESSION_KIND));
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  LecternSession *copy;

  set (fixture, "title", "A");
  copy = lectern_edit_duplicate (fixture->history, fixture->session);
  g_assert_true (lectern_schedule_get_session (fixture->schedule, 1) == copy);
  g_assert_cmpstr (lectern_session_get_title (copy), ==, "A");
  g_assert_cmpstr (lectern_session_get_id (copy), !=, lectern_session_get_id (fixture->session));
}

static void
test_check_changes_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_assert_true (lectern_edit_check (fixture->session, "title", "A", NULL));
  g_assert_false (lectern_edit_check (fixture->session, "date", "A", NULL));
  g_assert_null (lectern_session_get_title (fixture->session));
}

static void
test_add_resource (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (LecternResource) notes = lectern_resource_new ();

  lectern_record_set_string (LECTERN_RECORD (notes), LECTERN_RESOURCE_FILE, "a.pdf");
  lectern_record_set_origin (LECTERN_RECORD (notes), 3);
  lectern_edit_add_resource (fixture->history, fixture->session, notes);

  g_assert_true (resource (fixture, 0) != notes);
  g_assert_cmpstr (lectern_resource_get_file (resource (fixture, 0)), ==, "a.pdf");
  g_assert_cmpint (lectern_record_get_origin (LECTERN_RECORD (resource (fixture, 0))), ==, -1);
}

static void
test_move_item (Fixture       *fixture,
                gconstpointer  data)
{
  set (fixture, "resources[0].label", "A");
  set (fixture, "resources[1].label", "B");
  set (fixture, "resources[2].label", "C");

  lectern_edit_move_item (fixture->history, fixture->session, LECTERN_SESSION_RESOURCES, 2, 0);
  g_assert_cmpstr (lectern_resource_get_label (resource (fixture, 0)), ==, "C");
  g_assert_cmpstr (lectern_resource_get_label (resource (fixture, 1)), ==, "A");
  g_assert_cmpstr (lectern_resource_get_label (resource (fixture, 2)), ==, "B");
  g_assert_cmpstr (lectern_history_get_undo_label (fixture->history), ==, "Move Resource");

  lectern_edit_move_item (fixture->history, fixture->session, LECTERN_SESSION_RESOURCES, 0, 1);
  g_assert_cmpstr (lectern_resource_get_label (resource (fixture, 1)), ==, "C");
  lectern_history_undo (fixture->history);
  lectern_history_undo (fixture->history);
  g_assert_cmpstr (lectern_resource_get_label (resource (fixture, 0)), ==, "A");
  g_assert_cmpstr (lectern_resource_get_label (resource (fixture, 2)), ==, "C");
}

#define ADD(name, function) \
  g_test_add ("/model/edit/" name, Fixture, NULL, set_up, function, tear_down)

void
add_edit_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/edit/case/%02u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  ADD ("date-or-words", test_date_or_words);
  ADD ("file-or-url", test_file_or_url);
  ADD ("one-primary", test_one_primary);
  ADD ("cancellation", test_cancellation);
  ADD ("lists", test_lists);
  ADD ("extra", test_extra);
  ADD ("kind-session-is-absent", test_kind_session_is_absent);
  ADD ("duplicate", test_duplicate);
  ADD ("check-changes-nothing", test_check_changes_nothing);
  ADD ("add-resource", test_add_resource);
  ADD ("move-item", test_move_item);
}
