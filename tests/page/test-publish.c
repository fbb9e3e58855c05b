/* test-publish.c: what becomes of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-json.h"
#include "tests.h"

#define HEAD "# 2023\n\n| Date | Paper | Presenter | Slides |\n|---|---|---|---|\n"
#define ONE "| 05/01/2023 | [**Deep** One](https://example.org/1) Chapter 1   | Ann | [Slides](s1.pdf) |\n"
#define TWO "| 19/01/2023 | Two | Bob & Cid | |\n"
#define TAIL "\nText | after.\n"

/* What is set (“path=value”, several with “;;”), and the rows that follow. */
static const struct
{
  guint       session;
  const char *set;
  const char *rows;
} edits[] = {
  { 0, "papers[0].title=Deep Two",
    "| 05/01/2023 | [**Deep** Two](https://example.org/1) Chapter 1   | Ann | [Slides](s1.pdf) |\n" TWO },
  { 0, "papers[0].part=Chapter 22",
    "| 05/01/2023 | [**Deep** One](https://example.org/1) Chapter 22  | Ann | [Slides](s1.pdf) |\n" TWO },
  { 0, "papers[0].part=",
    "| 05/01/2023 | [**Deep** One](https://example.org/1)             | Ann | [Slides](s1.pdf) |\n" TWO },
  { 0, "papers[0].url=https://example.org/a|b (c",
    "| 05/01/2023 | [**Deep** One](https://example.org/a%7Cb%20%28c) Chapter 1 | Ann | [Slides](s1.pdf) |\n" TWO },
  { 0, "status=cancelled;;reason=snow",
    "| 05/01/2023 | ~~[**Deep** One](https://example.org/1) Chapter 1~~ Cancelled: snow | Ann | [Slides](s1.pdf) |\n" TWO },
  { 0, "resources[1].label=Code;;resources[1].url=https://example.org/c",
    "| 05/01/2023 | [**Deep** One](https://example.org/1) Chapter 1   | Ann | [Slides](s1.pdf) [Code](https://example.org/c) |\n" TWO },
  { 0, "resources[0].label=",
    "| 05/01/2023 | [**Deep** One](https://example.org/1) Chapter 1   | Ann | [s1.pdf](s1.pdf) |\n" TWO },
  { 0, "presenters[0]=",
    "| 05/01/2023 | [**Deep** One](https://example.org/1) Chapter 1   |     | [Slides](s1.pdf) |\n" TWO },
  { 1, "papers[0].title=A * B | `c` {{ d",
    ONE "| 19/01/2023 | A \\* B \\| &#96;c&#96; &#123;{ d | Bob & Cid | |\n" },
  { 1, "presenters[1]=Dee", ONE "| 19/01/2023 | Two | Bob & Dee | |\n" },
  { 1, "presenters[2]=Dee", ONE "| 19/01/2023 | Two | Bob & Cid & Dee | |\n" },
  { 1, "date=2023-02-01", ONE "| 01/02/2023 | Two | Bob & Cid | |\n" },
  { 1, "date=", ONE "| –          | Two | Bob & Cid | |\n" },
  { 1, "papers[0].url=https://example.org/2", ONE "| 19/01/2023 | [Two](https://example.org/2) | Bob & Cid | |\n" },
};

static void
test_edit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) page = page_from (HEAD ONE TWO TAIL);
  g_autofree char *wanted = g_strconcat (HEAD, edits[i].rows, TAIL, NULL);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_auto (GStrv) sets = g_strsplit (edits[i].set, ";;", -1);
  g_autoptr (GBytes) published = NULL;
  g_autofree char *text = NULL;
  guint k;

  for (k = 0; sets[k] != NULL; k++)
    {
      g_auto (GStrv) parts = g_strsplit (sets[k], "=", 2);

      /* The value of the url is more than an edit would take. */
      if (strcmp (parts[0], "papers[0].url") == 0)
        {
          GListModel *papers = lectern_session_get_papers (lectern_schedule_get_session (schedule, edits[i].session));
          g_autoptr (LecternRecord) paper = g_list_model_get_item (papers, 0);

          lectern_record_set_string (paper, LECTERN_PAPER_URL, parts[1]);
        }
      else
        {
          set_member (lectern_schedule_get_session (schedule, edits[i].session), parts[0], parts[1]);
        }
    }
  published = publish_page (page, schedule, NULL);
  text = g_strndup (g_bytes_get_data (published, NULL), g_bytes_get_size (published));
  g_assert_cmpstr (text, ==, wanted);
}

static void
insert (LecternSchedule *schedule,
        guint            position,
        const char      *date,
        const char      *title)
{
  g_autoptr (LecternSession) session = lectern_session_new ();

  set_member (session, "date", date);
  set_member (session, "papers[0].title", title);
  lectern_schedule_splice (schedule, position, 0, &session, 1);
}

static void
test_add (void)
{
  g_autoptr (GBytes) page = page_from (HEAD ONE TWO TAIL);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  insert (schedule, 1, "2023-01-12", "New | one");
  insert (schedule, 3, "2023-01-26", "Last");
  insert (schedule, 0, "2022-12-29", "First");
  assert_published (HEAD ONE TWO TAIL, schedule,
                    HEAD "| 29/12/2022 | First                                             |     |                  |\n"
                    ONE "| 12/01/2023 | New \\| one                                        |     |                  |\n"
                    TWO "| 26/01/2023 | Last |           | |\n" TAIL);
}

static void
test_add_at_end (void)
{
  const char *text = "Date | Paper\r\n--- | ---\r\nDec 22 | One\r\nDec 29 | Two";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  insert (schedule, 2, "2025-01-05", "Three");
  assert_published (text, schedule, "Date | Paper\r\n--- | ---\r\nDec 22 | One\r\nDec 29 | Two\r\nJan 5  | Three");
}

static void
test_remove (void)
{
  g_autoptr (GBytes) page = page_from (HEAD ONE TWO TAIL);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  lectern_schedule_splice (schedule, 0, 1, NULL, 0);
  assert_published (HEAD ONE TWO TAIL, schedule, HEAD TWO TAIL);
}

/* A new session goes where its date fits, in either order of rows. */
static void
test_tables (void)
{
  const char *text = "## Spring 2024\n\n| Date | Paper |\n|---|---|\n| 2024-03-11 | C |\n| 2024-03-04 | B |\n\n"
                     "## Fall 2023\n\n| Date | Paper |\n|---|---|\n| 2023-10-02 | A |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  insert (schedule, 3, "2023-10-09", "New A");
  insert (schedule, 0, "2024-03-18", "New C");
  assert_published (text, schedule,
                    "## Spring 2024\n\n| Date | Paper |\n|---|---|\n| 2024-03-18 | New C |\n| 2024-03-11 | C |\n"
                    "| 2024-03-04 | B |\n\n"
                    "## Fall 2023\n\n| Date | Paper |\n|---|---|\n| 2023-10-02 | A |\n| 2023-10-09 | New A |\n");
}

/* A link beside a paper is changed where it stands, and cut out whole. */
static void
test_beside_paper (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02 | [A](a.html) ( [slides](s.pdf) ) |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);

  set_member (session, "resources[0].url", "https://example.org/(t).pdf");
  assert_published (text, schedule, "| Date | Paper |\n|---|---|\n| 2023-10-02 | [A](a.html) ( [slides](https://example.org/(t).pdf) ) |\n");
  set_member (session, "resources[0]", "");
  assert_published (text, schedule, "| Date | Paper |\n|---|---|\n| 2023-10-02 | [A](a.html)                     |\n");
}

/* What a link is emphasised with stays whole. */
static void
test_part_of_strong (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02 | **[A](https://example.org/a)** *by* Ann |\n"
                     "| 2023-10-09 | ** [B](https://example.org/b) |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_papers (lectern_schedule_get_session (schedule, 1))), ==, 1);
  set_member (lectern_schedule_get_session (schedule, 0), "papers[0].part", "");
  assert_published (text, schedule, "| Date | Paper |\n|---|---|\n| 2023-10-02 | **[A](https://example.org/a)**          |\n"
                                    "| 2023-10-09 | ** [B](https://example.org/b) |\n");
}

/* Words in a column of links stay beside a new one. */
static void
test_words_beside_links (void)
{
  const char *text = "| Date | Paper | Slides |\n|---|---|---|\n| 2023-10-02 | A | Ask me |\n| 2023-10-09 | B | TBD |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  set_member (lectern_schedule_get_session (schedule, 0), "resources[0].url", "https://example.org/s");
  set_member (lectern_schedule_get_session (schedule, 1), "resources[0].url", "https://example.org/t");
  assert_published (text, schedule, "| Date | Paper | Slides |\n|---|---|---|\n| 2023-10-02 | A | Ask me <https://example.org/s> |\n"
                                    "| 2023-10-09 | B | <https://example.org/t> |\n");
}

/* A time without minutes gets them when it has some. */
static void
test_minutes (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02, 2PM | A |\n| 2023-10-09, 14h | B |\n";
  const char *times = "| Date | Paper | Time |\n|---|---|---|\n| 2023-10-02 | A | 9 am |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (GBytes) other = page_from (times);
  g_autoptr (LecternSchedule) timed = import_page (other, NULL);

  set_member (lectern_schedule_get_session (schedule, 0), "time", "16:30");
  set_member (lectern_schedule_get_session (schedule, 1), "time", "09:05");
  assert_published (text, schedule,
                    "| Date | Paper |\n|---|---|\n| 2023-10-02, 4:30PM | A |\n| 2023-10-09, 9:05h | B |\n");
  set_member (lectern_schedule_get_session (timed, 0), "time", "16:30");
  assert_published (times, timed, "| Date | Paper | Time |\n|---|---|---|\n| 2023-10-02 | A | 4:30 pm |\n");
}

/* A dash is not struck out: it would be read as a paper. */
static void
test_cancel_nothing (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02 | TBD |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  set_member (lectern_schedule_get_session (schedule, 0), "status", "cancelled");
  assert_published (text, schedule, "| Date | Paper |\n|---|---|\n| 2023-10-02 | Cancelled |\n");
}

/* GitHub cuts a row with a pipe in a code span, and shows as many cells as the
 * header has: a title without that pipe takes none of them away. */
static void
test_pipe_in_code (void)
{
  const char *text = "|Date|Paper|Slides|\n|---|---|---|\n|2023-10-02|On `a|b`|[S](s.pdf)|\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  set_member (lectern_schedule_get_session (schedule, 0), "papers[0].title", "A | B");
  assert_published (text, schedule, "|Date|Paper|Slides|\n|---|---|---|\n|2023-10-02|A \\| B  |[S](s.pdf)|\n");
}

/* A date with a year that is far from the others is that row's alone. */
static void
test_other_year (void)
{
  const char *text = "# Autumn 2019\n\n| Date | Paper |\n|---|---|\n| 1st October, 2019 | A |\n| 2019-11-?? | B |\n| TBD | C |\n"
                     "| Tue, 10 Dec '19 | D |\n| Jan 7 | E |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternSchedule) again = NULL;
  g_autoptr (GBytes) published = NULL;

  set_member (lectern_schedule_get_session (schedule, 2), "date", "2023-11-15");
  assert_published (text, schedule,
                    "# Autumn 2019\n\n| Date | Paper |\n|---|---|\n| 1st October, 2019 | A |\n| 2019-11-?? | B |\n"
                    "| Wed, 15 Nov '23 | C |\n| Tue, 10 Dec '19 | D |\n| Jan 7 | E |\n");
  published = publish_page (page, schedule, NULL);
  again = import_page (published, NULL);
  g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (again, 4)), ==, "2020-01-07");
}

#define SECTION(date) \
  "| Date | Paper |\n|---|---|\n| **2024--2025** | |\n| " date " | A |\n| 10/03/2025 | B |\n"

/* A row that begins a section changes no year that another row says. */
static void
test_section_year (void)
{
  g_autoptr (GBytes) page = page_from (SECTION ("24/02/2025"));
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);

  set_member (lectern_schedule_get_session (schedule, 1), "date", "2031-11-13");
  assert_published (SECTION ("24/02/2025"), schedule, SECTION ("13/11/2031"));
}

/* A place may be a secret: it is not put where the user did not say so. */
static void
test_place (void)
{
  const char *text = "| Date | Paper | Room |\n|---|---|---|\n| 2023-10-02 | A | |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  LecternRecord *format = lectern_record_get_record (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                                                     LECTERN_HEAD_PAGE_FORMAT);

  set_member (lectern_schedule_get_session (schedule, 0), "location", "Room 1");
  assert_published (text, schedule, "| Date | Paper | Room |\n|---|---|---|\n| 2023-10-02 | A | Room 1 |\n");
  lectern_record_set_map (format, LECTERN_PAGE_FORMAT_COLUMNS, NULL);
  assert_published (text, schedule, text);
  set_member (lectern_schedule_get_session (schedule, 0), "note", "private");
  assert_published (text, schedule, text);
}

/* What stays in the schedule is called what a user calls it. */
static void
test_private (void)
{
  const char *text = "| Date | Paper |\n|---|---|\n| 2023-10-02 | A |\n| 2023-10-09 | B |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) imported = import_page (page, NULL);
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) published = NULL;

  set_member (lectern_schedule_get_session (imported, 0), "duration", "90");
  set_member (lectern_schedule_get_session (imported, 1), "resources[0].url", "https://example.org/notes.pdf");
  schedule = fresh_copy (imported, TRUE);
  published = publish_page (page, schedule, &report);

  assert_same_bytes (page, published);
  g_assert_cmpuint (report->notes->len, ==, 1);
  g_assert_cmpstr (((LecternPageNote *) g_ptr_array_index (report->notes, 0))->text, ==,
                   "The page has no column for these, which stay in the schedule alone: durations, notes and links.");
}

/* Of two tables, one may have no column for what the other has. */
static void
test_private_of_table (void)
{
  const char *text = "| Date | Paper | Presenter |\n|---|---|---|\n| 2023-10-02 | A | Ann |\n\n## More\n\n"
                     "| Date | Paper |\n|---|---|\n| 2023-10-09 | B |\n";
  g_autoptr (GBytes) page = page_from (text);
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) same = publish_page (page, schedule, &report);
  g_autoptr (LecternPageReport) other = NULL;
  g_autoptr (GBytes) published = NULL;

  assert_same_bytes (page, same);
  g_assert_cmpuint (report->notes->len, ==, 0);
  set_member (lectern_schedule_get_session (schedule, 1), "presenters[0]", "Bob");
  published = publish_page (page, schedule, &other);
  assert_same_bytes (page, published);
  g_assert_cmpuint (other->notes->len, ==, 1);
  g_assert_nonnull (strstr (((LecternPageNote *) g_ptr_array_index (other->notes, 0))->text, "presenters"));
}

static LecternSchedule *
read_session (const char *session)
{
  g_autofree char *text = g_strdup_printf ("{\n  \"lectern\": 1,\n  \"sessions\": [\n    %s\n  ]\n}\n", session);
  g_autoptr (GBytes) bytes = page_from (text);
  g_autoptr (GError) error = NULL;
  LecternSchedule *schedule = lectern_json_read (bytes, &error);

  g_assert_no_error (error);

  return schedule;
}

/* A session that still stands in its file as Lectern writes it is known by its
 * text, whatever its id; any other is for a closer look. */
static void
test_matches (void)
{
  static const struct
  {
    const char *text;
    gboolean    matches;
  } others[] = {
    { "{\n      \"id\": \"a\",\n      \"date\": \"2023-10-02\"\n    }", TRUE },
    { "{\n      \"id\": \"\",\n      \"date\": \"2023-10-02\"\n    }", FALSE },
    { "{\n      \"id\": \"another\",\n      \"date\": \"2023-10-02\"\n    }", TRUE },
    { "{\n      \"id\": \"a\\\\\",\n      \"date\": \"2023-10-02\"\n    }", FALSE },
    { "{\n      \"id\": \"a\\\"\",\n      \"date\": \"2023-10-02\"\n    }", FALSE },
    { "{\n      \"id\": \"a\",\n      \"date\": \"2023-10-03\"\n    }", FALSE },
    { "{\n      \"id\": \"a\",\n      \"date\": \"2023-10-02\",\n      \"note\": \"b\"\n    }", FALSE },
    { "{\n      \"id\": \"a\",\n      \"date\": \"2023-10-02\",\n      \"x\": 1\n    }", FALSE },
    { "{\n      \"id\": \"a\"\n    }", FALSE },
    { "{\n      \"date\": \"2023-10-02\"\n    }", FALSE },
    { "{ \"id\": \"a\", \"date\": \"2023-10-02\" }", FALSE },
    { "{}", FALSE },
  };
  g_autoptr (LecternSession) session = lectern_session_new ();
  guint i;

  set_member (session, "id", "mine");
  set_member (session, "date", "2023-10-02");
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (LecternSchedule) schedule = read_session (others[i].text);
      LecternSession *other = lectern_schedule_get_session (schedule, 0);

      g_test_message ("%s", others[i].text);
      g_assert_cmpint (lectern_json_session_matches (session, other), ==, others[i].matches);
      /* What was edited no longer says what stands in the file. */
      set_member (other, "note", "edited");
      g_assert_false (lectern_json_session_matches (session, other));
    }
}

#define TWO_YEARS_HEAD "| When | Who | What |\n|---|---|---|\n"

/* A day that two tables have, without a year, in two years. */
static void
test_two_years (void)
{
  g_autoptr (GBytes) page = page_from (TWO_YEARS_HEAD "| Sep 10\n\nEarlier\n\n"
                                       TWO_YEARS_HEAD "| Sun + Sep 10\n | |\n");
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (GBytes) published = publish_page (page, schedule, NULL);

  g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (schedule, 0)), ==, "2024-09-10");
  g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (schedule, 1)), ==, "2023-09-10");
  assert_same_bytes (page, published);
}

/* Into a table that shows no date: as it was asked for, unless the schedule
 * says in which order its page has them; and each can be read again. */
static void
test_new_dates (void)
{
  static const struct { const char *form, *order, *row; } cases[] = {
    { NULL, NULL, "| 2023-02-01 | Two |" }, { "d month yyyy", NULL, "| 1 February 2023 | Two |" },
    { "dd/mm/yyyy", NULL, "| 01/02/2023 | Two |" }, { "mm/dd/yyyy", NULL, "| 02/01/2023 | Two |" },
    { "mm/dd/yyyy", "dd/mm/yyyy", "| 01/02/2023 | Two |" },
    { "yyyy-mm-dd", "dd/mm/yyyy", "| 2023-02-01 | Two |" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) page = page_from ("| Date | Paper |\n|---|---|\n| TBD | Two |\n");
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      LecternPageOptions options = { .new_dates = cases[i].form };
      g_autofree char *wanted = g_strconcat ("| Date | Paper |\n|---|---|\n", cases[i].row, "\n", NULL);
      g_autoptr (GBytes) published = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autofree char *text = NULL;

      if (cases[i].order != NULL)
        lectern_record_set_string (lectern_record_get_record (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                                                              LECTERN_HEAD_PAGE_FORMAT),
                                   LECTERN_PAGE_FORMAT_DATES, cases[i].order);
      set_member (lectern_schedule_get_session (schedule, 0), "date", "2023-02-01");
      published = lectern_page_publish (page, schedule, &options, NULL, NULL);
      text = g_strndup (g_bytes_get_data (published, NULL), g_bytes_get_size (published));
      g_assert_cmpstr (text, ==, wanted);
      again = publish_page (published, schedule, NULL);
      assert_same_bytes (again, published);
    }
}

void
add_publish_tests (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/edit/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edit);
    }
  g_test_add_func ("/page/publish/add", test_add);
  g_test_add_func ("/page/publish/add-at-end", test_add_at_end);
  g_test_add_func ("/page/publish/remove", test_remove);
  g_test_add_func ("/page/publish/tables", test_tables);
  g_test_add_func ("/page/publish/beside-paper", test_beside_paper);
  g_test_add_func ("/page/publish/words-beside-links", test_words_beside_links);
  g_test_add_func ("/page/publish/part-of-strong", test_part_of_strong);
  g_test_add_func ("/page/publish/minutes", test_minutes);
  g_test_add_func ("/page/publish/cancel-nothing", test_cancel_nothing);
  g_test_add_func ("/page/publish/pipe-in-code", test_pipe_in_code);
  g_test_add_func ("/page/publish/other-year", test_other_year);
  g_test_add_func ("/page/publish/section-year", test_section_year);
  g_test_add_func ("/page/publish/two-years", test_two_years);
  g_test_add_func ("/page/publish/place", test_place);
  g_test_add_func ("/page/publish/private", test_private);
  g_test_add_func ("/page/publish/private-of-table", test_private_of_table);
  g_test_add_func ("/page/publish/matches", test_matches);
  g_test_add_func ("/page/publish/new-dates", test_new_dates);
}
