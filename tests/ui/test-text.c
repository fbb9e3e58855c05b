/* test-text.c: what the window says, without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-highlight.h"
#include "lectern-text.h"

static LecternHistory *
make_history (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();

  return lectern_history_new (schedule);
}

static LecternSession *
add (LecternHistory *history,
     const char     *first,
     ...)
{
  g_autoptr (GPtrArray) assignments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  LecternSession *session;
  const char *next;
  va_list args;

  va_start (args, first);
  for (next = first; next != NULL; next = va_arg (args, const char *))
    g_ptr_array_add (assignments, (char *) next);
  va_end (args);
  g_ptr_array_add (assignments, NULL);

  session = lectern_edit_add (history, (const char * const *) assignments->pdata, &error);
  g_assert_no_error (error);

  return session;
}

static GDate
date (const char *text)
{
  GDate value;

  g_assert_true (lectern_date_parse (text, &value));

  return value;
}

#define assert_text(call, expected) G_STMT_START { \
    g_autofree char *_text = (call); \
    g_assert_cmpstr (_text, ==, (expected)); \
  } G_STMT_END

static void
test_dates (void)
{
  GDate day = date ("2023-01-04");

  assert_text (lectern_text_weekday_short (&day), "Wed");
  assert_text (lectern_text_day (&day), "4");
  assert_text (lectern_text_month (&day), "January 2023");
  assert_text (lectern_text_full_date (&day), "Wednesday 4 January 2023");
  assert_text (lectern_text_short_date (&day), "Wed 4 Jan 2023");
}

static void
test_state (void)
{
  static const struct
  {
    const char *date;
    gboolean    is_next;
    const char *tag;
    const char *state;
  } cases[] = {
    { "2022-12-31", FALSE, NULL, "Past" },
    { "2023-01-02", TRUE, "Next, today", "Next, today" },
    { "2023-01-03", TRUE, "Next, tomorrow", "Next, tomorrow" },
    { "2023-01-04", TRUE, "Next, in 2 days", "Next, in 2 days" },
    { "2023-01-02", FALSE, NULL, "Today" },
    { "2023-01-03", FALSE, NULL, "Tomorrow" },
    { "2023-02-02", FALSE, NULL, "In 31 days" },
  };
  g_autoptr (LecternHistory) history = make_history ();
  GDate today = date ("2023-01-02");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *assignment = g_strconcat ("date=", cases[i].date, NULL);
      LecternSession *session = add (history, assignment, NULL);

      assert_text (lectern_text_session_tag (session, &today, cases[i].is_next), cases[i].tag);
      assert_text (lectern_text_session_state (session, &today, cases[i].is_next), cases[i].state);
    }
}

static void
test_kinds (void)
{
  g_autoptr (LecternHistory) history = make_history ();
  GDate today = date ("2023-01-02");
  LecternSession *pause = add (history, "date=2023-01-04", "kind=break", NULL);
  LecternSession *news = add (history, "date=2023-01-04", "kind=announcement", "title=News", NULL);
  LecternSession *off = add (history, "date=2023-01-04", "status=cancelled", NULL);
  LecternSession *strike = add (history, "date=2023-01-04", "status=cancelled", "reason=strike", NULL);

  assert_text (lectern_text_session_tag (pause, &today, FALSE), "Break");
  assert_text (lectern_text_session_tag (news, &today, FALSE), "Announcement");
  assert_text (lectern_text_session_tag (off, &today, FALSE), "Cancelled");
  assert_text (lectern_text_session_tag (strike, &today, FALSE), "Cancelled: strike");
}

static void
test_unscheduled (void)
{
  g_autoptr (LecternHistory) history = make_history ();
  GDate today = date ("2023-01-02");
  LecternSession *nothing = add (history, "title=Later", NULL);
  LecternSession *words = add (history, "dateText=Week 5", NULL);

  assert_text (lectern_text_session_date (nothing), "Not Scheduled");
  assert_text (lectern_text_session_date (words), "Week 5");
  assert_text (lectern_text_session_state (nothing, &today, FALSE), "");
  g_assert_false (lectern_text_session_is_past (nothing, &today));
}

static void
test_time_and_place (void)
{
  g_autoptr (LecternHistory) history = make_history ();
  LecternHead *head = lectern_schedule_get_head (lectern_history_get_schedule (history));
  LecternSession *plain = add (history, "date=2023-01-04", NULL);
  LecternSession *late = add (history, "date=2023-01-04", "time=23:30", "location=Roof", NULL);
  g_autoptr (GError) error = NULL;

  assert_text (lectern_text_time_and_place (plain, head), "");
  assert_text (lectern_text_time_and_place (late, NULL), "23:30, Roof");

  lectern_edit_set_head (history, "defaults.time", "15:00", &error);
  g_assert_no_error (error);
  assert_text (lectern_text_time_and_place (plain, head), "15:00");
  lectern_edit_set_head (history, "defaults.duration", "60", &error);
  g_assert_no_error (error);
  lectern_edit_set_head (history, "defaults.location", "Room 1.11", &error);
  g_assert_no_error (error);
  assert_text (lectern_text_time_and_place (plain, head), "15:00 – 16:00, Room 1.11");
  /* Past midnight the clock begins again. */
  assert_text (lectern_text_time_and_place (late, head), "23:30 – 00:30, Roof");
}

static void
test_titles (void)
{
  g_autoptr (LecternHistory) history = make_history ();
  LecternSession *empty = add (history, "date=2023-01-04", NULL);
  LecternSession *two = add (history, "date=2023-01-04", "title=Joint Talk",
                             "papers[0].title=First", "papers[0].part=Section 1",
                             "papers[1].url=https://example.org/second", NULL);
  g_auto (GStrv) none = lectern_text_titles (empty, NULL);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = lectern_text_titles (two, &parts);
  const char * const expected[] = { "Joint Talk", "First", "https://example.org/second", NULL };
  const char * const expected_parts[] = { "", "Section 1", "", NULL };

  g_assert_cmpuint (g_strv_length (none), ==, 1);
  g_assert_cmpstr (none[0], ==, "No Paper Yet");
  g_assert_cmpstrv (titles, expected);
  g_assert_cmpstrv (parts, expected_parts);
}

static void
test_sentence (void)
{
  g_autoptr (LecternHistory) history = make_history ();
  GDate today = date ("2023-01-02");
  LecternSession *session = add (history, "date=2023-01-04", "papers[0].title=Nets",
                                 "papers[0].part=Lecture 1", "presenters[0]=A", "presenters[1]=B",
                                 NULL);

  assert_text (lectern_text_row_sentence (session, &today, TRUE, "A warning"),
               "Wednesday 4 January 2023, Next, in 2 days, Nets, Lecture 1, A, B, A warning");
}

static guint
count_marks (const char *text,
             const char *needle,
             guint      *start,
             guint      *end)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GSList *all;
  guint n = 0;

  lectern_highlight_add (attributes, text, needle);
  all = pango_attr_list_get_attributes (attributes);
  for (GSList *l = all; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type != PANGO_ATTR_UNDERLINE)
        continue;
      if (n++ == 0)
        {
          *start = attribute->start_index;
          *end = attribute->end_index;
        }
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);

  return n;
}

static void
test_highlight (void)
{
  guint start = 0, end = 0;

  g_assert_cmpuint (count_marks ("Gradient and gradient", "gradient", &start, &end), ==, 2);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 8);
  /* Each word for itself. */
  g_assert_cmpuint (count_marks ("one two three", "three one", &start, &end), ==, 2);
  /* A fold that is longer than what it folds: all of the character. */
  g_assert_cmpuint (count_marks ("Straße", "ss", &start, &end), ==, 1);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 6);
  g_assert_cmpuint (count_marks ("nothing", "else", &start, &end), ==, 0);
  g_assert_cmpuint (count_marks ("nothing", NULL, &start, &end), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/dates", test_dates);
  g_test_add_func ("/text/state", test_state);
  g_test_add_func ("/text/kinds", test_kinds);
  g_test_add_func ("/text/unscheduled", test_unscheduled);
  g_test_add_func ("/text/time-and-place", test_time_and_place);
  g_test_add_func ("/text/titles", test_titles);
  g_test_add_func ("/text/sentence", test_sentence);
  g_test_add_func ("/text/highlight", test_highlight);

  return g_test_run ();
}
