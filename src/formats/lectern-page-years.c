/* lectern-page-years.c: where a page says which year its dates are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-resolve.h"

/* The headings above a line, from the nearest to the title. */
static guint
year_of_headings (LecternPage *page,
                  guint        line,
                  guint       *last)
{
  guint level = 7;
  guint i;

  for (i = page->headings->len; i-- > 0; )
    {
      LecternPageHeading *heading = &g_array_index (page->headings, LecternPageHeading, i);
      guint year;

      if (heading->line > line || heading->level >= level)
        continue;
      level = heading->level;
      year = lectern_page_find_year (page->text + heading->text.start,
                                     heading->text.end - heading->text.start, last);
      if (year > 0)
        return year;
    }

  return 0;
}

static guint
year_of_front_matter (LecternPage *page,
                      guint       *last)
{
  static const char * const keys[] = { "title:", "subtitle:", "date:" };
  guint k;
  guint i;

  for (k = 0; k < G_N_ELEMENTS (keys); k++)
    for (i = 0; i < page->n_front; i++)
      {
        LecternPageLine *line = &g_array_index (page->lines, LecternPageLine, i);
        gsize length = line->end - line->start;
        guint year;

        if (length < strlen (keys[k]) || strncmp (page->text + line->start, keys[k], strlen (keys[k])) != 0)
          continue;
        year = lectern_page_find_year (page->text + line->start, length, last);
        if (year > 0)
          return year;
      }

  return 0;
}

/* A year in the addresses of the rows, as in 2026-03-20. */
static guint
year_of_cells (LecternPage *page,
               guint        table)
{
  LecternPageTable *rows = &g_array_index (page->tables, LecternPageTable, table);
  LecternPageLine *first = lectern_page_line (page, lectern_page_row (page, rows, 0)->line);
  LecternPageLine *last = lectern_page_line (page, lectern_page_row (page, rows, rows->n_rows - 1)->line);
  guint counts[100] = { 0 };
  guint best = 0;
  gsize at;

  for (at = first->start; at + 5 <= last->end; at++)
    {
      const char *p = page->text + at;

      if (p[0] == '2' && p[1] == '0' && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) &&
          (p[4] == '-' || p[4] == '/') && at > 0 && !g_ascii_isalnum (p[-1]))
        counts[(p[2] - '0') * 10 + p[3] - '0']++;
    }
  for (at = 1; at < 100; at++)
    if (counts[at] > counts[best])
      best = at;

  return counts[best] > 0 ? 2000 + best : 0;
}

/* The last year that the text before the table names, outside addresses. */
static guint
year_of_text (LecternPage *page,
              guint        line)
{
  gsize end = lectern_page_line (page, line)->start;
  gsize start = page->n_front > 0 ? lectern_page_line (page, page->n_front - 1)->next : 0;
  gsize at;

  for (at = end; at-- > start; )
    {
      guint year;

      if (page->text[at] != ' ' && page->text[at] != '\n')
        continue;
      year = lectern_page_find_year (page->text + at + 1, MIN (end - at - 1, 5), NULL);
      if (year > 0 && g_ascii_isdigit (page->text[at + 1]))
        return year;
    }

  return 0;
}

/**
 * lectern_page_year_of_table:
 * @page: a page
 * @table: the number of a table whose dates have no year
 * @last: (out): the second of two years, as in 2022/23
 * @weak: (out): whether it is a guess
 * @source: (out): where it stands: a word for the report
 *
 * Looks for the year of a table.
 *
 * Returns: the year, 0 if none was found
 */
guint
lectern_page_year_of_table (LecternPage  *page,
                            guint         table,
                            guint        *last,
                            gboolean     *weak,
                            const char  **source)
{
  LecternPageTable *rows = &g_array_index (page->tables, LecternPageTable, table);
  guint line = lectern_page_row (page, rows, 0)->line;
  guint year = year_of_headings (page, line, last);

  *weak = FALSE;
  *source = "heading";
  if (year == 0)
    {
      year = year_of_front_matter (page, last);
      *source = "front matter";
    }
  if (year == 0)
    {
      *weak = TRUE;
      *source = "links";
      year = *last = year_of_cells (page, table);
    }
  if (year == 0)
    {
      *source = "text";
      year = *last = year_of_text (page, line);
    }

  return year;
}
