/* test-fixtures.c: pages with every peculiarity, and what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-json.h"
#include "tests.h"

/* Counted by reading the pages. */
static const struct
{
  const char *name;
  guint       n_tables;
  guint       n_sessions;
  guint       n_dates;
  guint       n_papers;
  guint       n_links;      /* addresses of papers and resources */
  guint       n_cancelled;
  guint       n_breaks;
  const char *first;        /* the first date */
  const char *last;         /* the last that is known */
} expected[] = {
  { "ambiguous.md",    1,  3,  3, 3, 3, 1, 0, "2023-01-05", "2023-02-02" },
  { "bare.md",         1,  6,  6, 3, 2, 1, 1, "2022-06-09", "2022-09-08" },
  { "bom-cjk.md",      1,  3,  3, 2, 1, 0, 1, "2023-10-05", "2023-11-02" },
  { "crlf.md",         1,  3,  3, 3, 2, 0, 0, "2020-12-09", "2020-10-28" },
  { "dates.md",        1, 12,  9, 12, 0, 0, 0, "2019-09-10", "2020-01-07" },
  { "front-dots.md",   1,  3,  3, 3, 2, 0, 0, "2021-10-17", "2022-01-09" },
  { "german.md",       1,  3,  3, 2, 1, 0, 1, "2023-03-06", "2023-03-20" },
  { "html.md",         1,  3,  3, 3, 4, 1, 0, "2021-08-20", "2021-06-26" },
  { "kramdown.md",     1,  6,  6, 4, 1, 1, 1, "2026-02-13", "2026-04-03" },
  { "months-first.md", 1,  4,  4, 6, 5, 0, 0, "2023-06-13", "2023-08-15" },
  { "order.md",        1,  3,  3, 3, 3, 0, 0, "2023-01-11", "2023-03-11" },
  { "pairs.md",        1,  4,  4, 5, 6, 0, 0, "2023-09-07", "2023-10-05" },
  { "plus.md",         1,  5,  5, 4, 4, 0, 1, "2024-11-25", "2025-01-06" },
  { "refs.md",         1,  3,  3, 3, 3, 0, 0, "2022-05-27", "2022-04-29" },
  { "sections.md",     1,  6,  4, 4, 4, 0, 0, "2025-02-24", "2023-11-05" },
  { "terms.md",        2,  7,  7, 4, 4, 2, 1, "2024-01-22", "2024-01-11" },
};

static guint
count_links (LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);
  GListModel *resources = lectern_session_get_resources (session);
  guint n = g_list_model_get_n_items (resources);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      n += lectern_paper_get_url (paper) != NULL;
    }

  return n;
}

static void
test_numbers (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) page = load_page (expected[which].name);
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (LecternSchedule) schedule = import_page (page, &report);
  guint n_dates = 0;
  guint n_papers = 0;
  guint n_links = 0;
  guint n_cancelled = 0;
  guint n_breaks = 0;
  const char *first = NULL;
  const char *last = NULL;
  guint i;

  for (i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char *date = lectern_session_get_date (session);

      n_papers += g_list_model_get_n_items (lectern_session_get_papers (session));
      n_links += count_links (session);
      n_cancelled += lectern_session_get_cancelled (session);
      n_breaks += lectern_session_get_kind (session) == LECTERN_KIND_BREAK;
      if (date == NULL)
        continue;
      n_dates++;
      first = first != NULL ? first : date;
      last = date;
    }

  g_assert_cmpuint (report->n_tables, ==, expected[which].n_tables);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, expected[which].n_sessions);
  g_assert_cmpuint (n_dates, ==, expected[which].n_dates);
  g_assert_cmpuint (n_papers, ==, expected[which].n_papers);
  g_assert_cmpuint (n_links, ==, expected[which].n_links);
  g_assert_cmpuint (n_cancelled, ==, expected[which].n_cancelled);
  g_assert_cmpuint (n_breaks, ==, expected[which].n_breaks);
  g_assert_cmpstr (first, ==, expected[which].first);
  g_assert_cmpstr (last, ==, expected[which].last);
}

/* An address that stands bare ends where the cell does. */
static void
test_bare_address (void)
{
  static const char * const cells[] = {
    "https://example.org/a|", " https://example.org/a |", "https://example.org/a", " https://example.org/a. |",
    " See https://example.org/a|", " ~~https://example.org/a~~ |", "https://example.org/a B|",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strconcat ("|Date|Slides|\n|---|---|\n|2023-01-05|", cells[i], "\n", NULL);
      g_autoptr (GBytes) page = page_from (text);
      g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
      GListModel *resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, 0));
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, 0);

      g_assert_cmpstr (lectern_resource_get_url (resource), ==, "https://example.org/a");
    }
}

#define TEXT 36000

/* What stands around the table is no matter of ours, however much it is. */
static void
test_much_text (void)
{
  g_autoptr (GString) text = g_string_new ("# 2023\n\n");
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GBytes) published = NULL;
  guint i;

  for (i = 0; text->len < TEXT; i++)
    g_string_append_printf (text, "%u. A paper, [read](https://example.org/%u) on 1/%u | with a pipe.\n\n", i, i, i % 28 + 1);
  g_string_append (text, "| Date | Paper |\n|---|---|\n| 2023-01-05 | One |\n| 2023-01-12 | Two |\n\n");
  for (; text->len < 2 * TEXT; i++)
    g_string_append_printf (text, "<p>\n| Date | %u |\n</p>\n\n```\n| Date | Paper |\n|---|---|\n| 1/1 | A |\n```\n", i);

  page = page_from (text->str);
  schedule = import_page (page, NULL);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 2);
  published = publish_page (page, schedule, NULL);
  assert_same_bytes (page, published);
  set_member (lectern_schedule_get_session (schedule, 1), "papers[0].title", "Three");
  g_clear_pointer (&published, g_bytes_unref);
  published = publish_page (page, schedule, NULL);
  g_assert_cmpuint (count_changed (page, published), ==, 1);
}

static void
test_no_table (void)
{
  g_autoptr (GBytes) page = page_from ("# Page\n\n| Phone | Desk |\n|---|---|\n| 1 | 2 |\n");
  g_autoptr (GBytes) bad = g_bytes_new ("| Date | Paper |\n|---|---|\n| 1 | \xff |\n", 36);
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_page_import (page, NULL, NULL, &error));
  g_assert_error (error, LECTERN_PAGE_ERROR, LECTERN_PAGE_ERROR_NO_TABLE);
  g_clear_error (&error);
  g_assert_null (lectern_page_import (bad, NULL, NULL, &error));
  g_assert_error (error, LECTERN_PAGE_ERROR, LECTERN_PAGE_ERROR_TEXT);
}

/* What the user chose counts for more than what a header looks like. */
static void
test_chosen (void)
{
  static const struct
  {
    const char *columns;
    const char *date;
    const char *title;      /* of the session, or of its paper */
  } choices[] = {
    { "{}", "2023-01-05", "One" },
    { "{'Given': 'date'}", "2023-02-06", "One" },
    { "{'Given': 'date', 'Date': 'time'}", "2023-02-06", "One" },
    { "{'Paper': 'title'}", "2023-01-05", "One" },
    { "{'Paper': 'extra', 'Other': 'title'}", "2023-01-05", "Two" },
    { "{'Other': 'paper'}", "2023-01-05", "Two" },
  };
  g_autoptr (GBytes) page = page_from ("| Date | Paper | Other | Given |\n|---|---|---|---|\n"
                                       "| 2023-01-05 | One | Two | 2023-02-06 |\n");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) columns = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), choices[i].columns, NULL, NULL, &error);
      LecternPageOptions options = { .columns = columns };
      g_autoptr (LecternSchedule) schedule = lectern_page_import (page, &options, NULL, &error);
      g_autoptr (LecternPaper) paper = NULL;
      g_autoptr (GBytes) published = NULL;
      LecternSession *session;

      g_assert_no_error (error);
      session = lectern_schedule_get_session (schedule, 0);
      paper = g_list_model_get_item (lectern_session_get_papers (session), 0);
      g_assert_cmpstr (lectern_session_get_date (session), ==, choices[i].date);
      g_assert_cmpstr (paper != NULL ? lectern_paper_get_title (paper) : lectern_session_get_title (session),
                       ==, choices[i].title);
      published = publish_page (page, schedule, NULL);
      assert_same_bytes (page, published);
    }
}

static gboolean
exists (const char *path,
        gpointer    data)
{
  return strcmp (path, data) == 0;
}

static void
test_notes (void)
{
  g_autoptr (GBytes) page = page_from ("| Date | Paper | Notes |\n|---|---|---|\n"
                                       "| 2023-01-05 | One | [A](https://example.org/n/a%20b.pdf) [B](https://example.org/n/../c.pdf) |\n");
  LecternPageOptions options = {
    .notes_folder = "files/", .notes_url = "https://example.org/n/", .exists = exists,
    .exists_data = (gpointer) "files/a b.pdf"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSchedule) schedule = lectern_page_import (page, &options, NULL, &error);
  g_autoptr (GBytes) published = NULL;
  g_autoptr (LecternResource) one = NULL;
  g_autoptr (LecternResource) two = NULL;
  GListModel *resources;

  g_assert_no_error (error);
  resources = lectern_session_get_resources (lectern_schedule_get_session (schedule, 0));
  one = g_list_model_get_item (resources, 0);
  two = g_list_model_get_item (resources, 1);
  g_assert_cmpstr (lectern_resource_get_file (one), ==, "files/a b.pdf");
  g_assert_null (lectern_resource_get_url (one));
  g_assert_null (lectern_resource_get_file (two));

  published = publish_page (page, schedule, NULL);
  assert_same_bytes (page, published);
}

/* The page of the group that Lectern was first built for. */
static void
test_first_page (void)
{
  g_autoptr (GBytes) page = load_page ("../deep-learning-theory.md");
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternSchedule) sample = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GBytes) published = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (PAGE_FOLDER, "../../../data/examples/deep-learning-theory.lectern.json", NULL);
  static const struct { guint session; const char *part; } parts[] = {
    { 0, "Chapters 1 & 2" }, { 12, "Section 7,8 & 9,10" }, { 18, "Lecture 3" }, { 2, NULL },
  };
  g_autoptr (LecternResource) autolink = NULL;
  guint n_resources = 0;
  guint n_with = 0;
  char *text;
  gsize length;
  guint i;

  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 36);
  for (i = 0; i < 36; i++)
    {
      guint n = g_list_model_get_n_items (lectern_session_get_resources (lectern_schedule_get_session (schedule, i)));

      n_resources += n;
      n_with += n > 0;
    }
  g_assert_cmpuint (n_resources, ==, 12);
  g_assert_cmpuint (n_with, ==, 9);
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GListModel *papers = lectern_session_get_papers (lectern_schedule_get_session (schedule, parts[i].session));
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, 0);

      g_assert_cmpstr (lectern_paper_get_part (paper), ==, parts[i].part);
      if (i == 3)
        g_assert_cmpstr (lectern_paper_get_title (paper), ==, "We decided to change approach and read papers");
    }
  autolink = g_list_model_get_item (lectern_session_get_resources (lectern_schedule_get_session (schedule, 3)), 0);
  g_assert_cmpstr (lectern_resource_get_url (autolink), ==, "https://rajatvd.github.io/NTK/");
  g_assert_null (lectern_resource_get_label (autolink));

  /* The sample says the same as the page, in other words here and there. */
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  json = g_bytes_new_take (text, length);
  sample = lectern_json_read (json, &error);
  g_assert_no_error (error);
  published = publish_page (page, sample, NULL);
  g_assert_cmpuint (count_changed (page, published), <=, 36);
  g_test_message ("%u lines differ from the sample", count_changed (page, published));
}

void
add_fixture_tests (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/fixture/%s", expected[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_numbers);
    }
  g_test_add_func ("/page/first-page", test_first_page);
  g_test_add_func ("/page/bare-address", test_bare_address);
  g_test_add_func ("/page/chosen", test_chosen);
  g_test_add_func ("/page/much-text", test_much_text);
  g_test_add_func ("/page/no-table", test_no_table);
  g_test_add_func ("/page/notes", test_notes);
}
