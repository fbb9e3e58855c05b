/* test-markdown.c: a schedule as a Markdown table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <string.h>

#include "lectern-markdown.h"

static char *
write_table (LecternSchedule      *schedule,
             LecternMarkdownFlags  flags)
{
  g_autoptr (GBytes) bytes = lectern_markdown_write (schedule, flags, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (lectern_markdown_is_table (bytes));

  return g_strndup (data, size);
}

static void
test_escape (void)
{
  static const char * const cases[][2] = {
    { "plain (text) - 1. # + !", "plain (text) - 1. # + !" },
    { "\\`*_[]|", "\\\\&#96;\\*\\_\\[\\]\\|" },
    { "http://e.org www.e.org WWW.e. ww. a:b", "http&#58;//e.org www&#46;e.org WWW&#46;e. ww. a:b" },
    { "a & b < c > d ~ e $ f", "a &amp; b &lt; c &gt; d &#126; e &#36; f" },
    { "{{ a }} {% b %} {:c} {d}", "&#123;{ a }} &#123;% b %} &#123;:c} {d}" },
    { "{{{", "&#123;&#123;{" },
    { "---", "&#45;--" }, { ":-:", "&#58;-:" }, { "=", "&#61;" }, { "- a", "- a" },
    { "", "" }, { " a\n\tb ", "a  b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = lectern_markdown_escape (cases[i][0]);

      g_assert_cmpstr (escaped, ==, cases[i][1]);
    }
}

static void
test_destination (void)
{
  static const char * const cases[][2] = {
    { "https://e.org/a_(b)", "https://e.org/a_(b)" },
    { "https://e.org/a_(b", "https://e.org/a_%28b" },
    { "https://e.org/)(", "https://e.org/%29%28" },
    { "https://e.org/~a/~~b~~~", "https://e.org/~a/%7E%7Eb%7E%7E%7E" },
    { "https://e.org/a|b*c", "https://e.org/a%7Cb%2Ac" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *destination = lectern_markdown_destination (cases[i][0]);

      g_assert_cmpstr (destination, ==, cases[i][1]);
    }
}

static void
test_table (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "\"notes\": { \"folder\": \"n\", \"url\": \"https://e.org/n/\" }",
    "{ \"date\": \"2023-01-04\", \"time\": \"16:00\", \"location\": \"Room | 1\", \"presenters\": [ \"A\", \"B\" ], \"note\": \"private\","
    "  \"papers\": [ { \"title\": \"One\", \"url\": \"https://e.org/1 2\", \"part\": \"Section [1]\" }, { \"title\": \"Two\", \"part\": \"Part\" } ],"
    "  \"resources\": [ { \"label\": \"Notes\", \"file\": \"n/1.pdf\" }, { \"label\": \"Code\", \"file\": \"x/a b.py\" }, { \"url\": \"javascript:a\", \"label\": \"No\" } ] },"
    "{ \"date\": \"2023-01-11\", \"status\": \"cancelled\", \"reason\": \"strike\", \"papers\": [ { \"title\": \"Three\", \"url\": \"https://e.org/3\" } ] },"
    "{ \"date\": \"2023-01-18\", \"status\": \"cancelled\" },"
    "{ \"date\": \"2023-01-25\", \"kind\": \"break\", \"title\": \"Holiday\" },"
    "{ \"dateText\": \"TBD\" }");
  g_autofree char *without = write_table (schedule, LECTERN_MARKDOWN_NOTHING_MORE);
  g_autofree char *with = write_table (schedule, LECTERN_MARKDOWN_LOCATION);

  g_assert_cmpstr (without, ==,
                   "| Date | Time | Paper | Presenter | Resources |\n"
                   "| --- | --- | --- | --- | --- |\n"
                   "| 2023-01-04 | 16:00 | [One](https://e.org/1%202) Section \\[1\\]; Two, Part | A, B | [Notes](https://e.org/n/1.pdf) [Code](x/a%20b.py) No |\n"
                   "| 2023-01-11 | | ~~[Three](https://e.org/3)~~ Cancelled: strike | | |\n"
                   "| 2023-01-18 | | Cancelled | | |\n"
                   "| 2023-01-25 | | Holiday | | |\n"
                   "| TBD | | | | |\n");
  g_assert_nonnull (strstr (with, "| A, B | Room \\| 1 | [Notes]"));
}

static void
test_is_table (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_table;
  } cases[] = {
    { "", TRUE }, { "| a |\n| - |\n", TRUE }, { "| a |\r\n| - |\r\n\r\n", TRUE }, { "\n", TRUE },
    { "| a |\n| - |\n\n| b |\n", FALSE }, { "# Page\n\n| a |\n", FALSE }, { "| a |\ntext\n", FALSE },
    { " | a |\n", FALSE }, { "---\ntitle: x\n---\n", FALSE }, { "\n| a |\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));

      g_assert_cmpint (lectern_markdown_is_table (bytes), ==, cases[i].is_table);
    }
}

static void
test_sample (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sample ();
  g_autofree char *table = write_table (schedule, LECTERN_MARKDOWN_NOTHING_MORE);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 36 + 2 + 1);
  g_assert_cmpstr (lines[0], ==, "| Date | Paper | Resources |");
  g_assert_cmpstr (lines[2], ==,
                   "| 2022-07-06 | [Principles of Deep Learning Theory](https://deeplearningtheory.com/) Chapters 1 &amp; 2 |"
                   " [Chapter 1](https://thomasheap.github.io/files/Pdfs/PoDLT/Chapter1.pdf)"
                   " [Chapter 2](https://thomasheap.github.io/files/Pdfs/PoDLT/Chapter2.pdf) |");
}

/* In other forms, and as the file has what is no day. */
static void
test_dates (void)
{
  static const char * const cases[][2] = {
    { NULL, "2023-01-04" }, { "yyyy-mm-dd", "2023-01-04" }, { "unknown", "2023-01-04" },
    { "dd/mm/yyyy", "04/01/2023" }, { "mm/dd/yyyy", "01/04/2023" }, { "d month yyyy", "4 January 2023" },
  };
  g_autoptr (LecternSchedule) schedule =
    exports_sessions ("", "{ \"date\": \"2023-01-04\" }, { \"date\": \"2023-02-30\" }");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = lectern_markdown_write (schedule, LECTERN_MARKDOWN_NOTHING_MORE, cases[i][0]);
      g_autofree char *table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

      g_assert_true (g_str_has_prefix (lines[2] + 2, cases[i][1]));
      g_assert_true (g_str_has_prefix (lines[3], "| 2023-02-30 |"));
    }
}

void
add_markdown_tests (void)
{
  g_test_add_func ("/markdown/dates", test_dates);
  g_test_add_func ("/markdown/escape", test_escape);
  g_test_add_func ("/markdown/destination", test_destination);
  g_test_add_func ("/markdown/table", test_table);
  g_test_add_func ("/markdown/is-table", test_is_table);
  g_test_add_func ("/markdown/sample", test_sample);
}
