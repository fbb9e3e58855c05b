/* lectern-page-line.c: a row of a table written again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-line.h"
#include "lectern-page-lines.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* One cell: it keeps its width if the new text fits. */
static gsize
write_cell (const char      *text,
            LecternPageSpan  span,
            gsize            line_end,
            const char      *cell,
            GString         *out)
{
  gsize trailing = span.end;
  gsize width = g_utf8_strlen (text + span.start, span.end - span.start);
  gsize length = g_utf8_strlen (cell, -1);
  gboolean tight = span.start == span.end && span.start > 0 && text[span.start - 1] == '|';
  gsize pad;

  while (trailing < line_end && is_blank (text[trailing]))
    trailing++;
  pad = trailing - span.end;

  if (trailing == line_end || text[trailing] != '|')
    {
      /* The last cell of a row that ends without a pipe: if it were empty it
       * would not be there. */
      g_string_append (out, *cell != '\0' ? cell : "–");
      g_string_append_len (out, text + span.end, pad);
      return trailing;
    }

  if (tight && length > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, cell);
  if (length == 0 && width == 0)
    length = 0;
  else if ((pad > 0 || span.start == span.end || (*cell != '\0' && cell[strlen (cell) - 1] == '\\')) &&
           length + 1 > width + pad)
    g_string_append_c (out, ' ');
  for (; length < width + pad; length++)
    g_string_append_c (out, ' ');

  return trailing;
}

/* Cells that the row does not reach yet. */
static void
append_cells (GString   *out,
              char     **cells,
              guint      first,
              guint      n_cells)
{
  gboolean pipe;
  guint last = n_cells;
  gsize end = out->len;
  guint i;

  while (last > first && (cells[last - 1] == NULL || *cells[last - 1] == '\0'))
    last--;
  if (last == first)
    return;

  while (end > 0 && is_blank (out->str[end - 1]))
    end--;
  pipe = end > 0 && out->str[end - 1] == '|';
  for (i = first; i < last; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";

      if (!pipe)
        g_string_append (out, out->len > 0 && is_blank (out->str[out->len - 1]) ? "|" : " |");
      g_string_append_printf (out, "%s%s", *cell != '\0' ? " " : "", cell);
      if (pipe)
        g_string_append (out, " |");
    }
}

/**
 * lectern_page_line_write:
 * @reading: a page
 * @table: the number of a schedule table
 * @row: the number of a row in it
 * @cells: (array length=n_cells): for each column its new Markdown, or %NULL
 *   to keep the old
 * @n_cells: how many columns
 *
 * Writes a row with other cells, in the manner of the old one.
 *
 * Returns: (transfer full): the line, without its end
 */
char *
lectern_page_line_write (LecternPageReading  *reading,
                         guint                table,
                         guint                row,
                         char               **cells,
                         guint                n_cells)
{
  LecternPageRow *place = lectern_page_reading_row (reading, table, row);
  LecternPageLine *line = lectern_page_line (reading->page, place->line);
  const char *text = reading->page->text;
  GString *out = g_string_new (NULL);
  gsize at = line->start;
  guint i;

  for (i = 0; i < n_cells && i < place->n_cells; i++)
    {
      LecternPageSpan span;

      if (cells[i] == NULL)
        continue;
      lectern_page_cell_span (reading->page, place, i, &span);
      g_string_append_len (out, text + at, span.start - at);
      at = write_cell (text, span, line->end, cells[i], out);
    }
  g_string_append_len (out, text + at, line->end - at);
  if (place->n_cells < n_cells)
    append_cells (out, cells, place->n_cells, n_cells);

  return g_string_free (out, FALSE);
}

static gboolean
same_text (const char      *one,
           LecternPageSpan  a,
           const char      *two,
           LecternPageSpan  b)
{
  return a.end - a.start == b.end - b.start && memcmp (one + a.start, two + b.start, a.end - a.start) == 0;
}

/* Every cell is where it was, and says what it should. */
static gboolean
check_cells (const char  *text,
             GArray      *before,
             const char  *line,
             GArray      *after,
             char       **cells,
             guint        n_cells)
{
  guint i;

  if (after->len < before->len || after->len > MAX (before->len, n_cells))
    return FALSE;

  for (i = 0; i < after->len; i++)
    {
      LecternPageSpan span = g_array_index (after, LecternPageSpan, i);
      const char *wanted = i < n_cells ? cells[i] : NULL;

      if (wanted != NULL && span.end - span.start == strlen (wanted) &&
          strncmp (line + span.start, wanted, strlen (wanted)) == 0)
        continue;
      if (wanted != NULL && *wanted == '\0' && strncmp (line + span.start, "–", strlen ("–")) == 0)
        continue;
      if (wanted != NULL || (i < before->len &&
                             !same_text (text, g_array_index (before, LecternPageSpan, i), line, span)) ||
          (i >= before->len && span.start != span.end))
        return FALSE;
    }

  return TRUE;
}

/* GitHub shows as many cells as the header has: what it cuts off of a row may
 * become less. */
static gboolean
shows_as_many (GArray         *before,
               GArray         *after,
               LecternPageRow *header)
{
  return before->len == after->len || MIN (before->len, after->len) >= header->gfm.cells;
}

/**
 * lectern_page_line_check:
 * @reading: a page
 * @table: the number of a schedule table
 * @row: the number of a row in it
 * @line: what is to stand in its place
 * @cells: (array length=n_cells): for each column its new Markdown, or %NULL
 *   if it is to be as it was
 * @n_cells: how many columns
 *
 * Looks whether a line has the cells that it should, to each renderer to which
 * it was a row.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_line_check (LecternPageReading  *reading,
                         guint                table,
                         guint                row,
                         const char          *line,
                         char               **cells,
                         guint                n_cells)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (LecternPageSpan));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (LecternPageSpan));
  LecternPageRow *header = lectern_page_reading_row (reading, table, 0);
  LecternPageRow *place = lectern_page_reading_row (reading, table, row);
  LecternPageLine *bounds = lectern_page_line (reading->page, place->line);
  const char *text = reading->page->text;
  LecternPageView view;
  gboolean leading;

  lectern_page_view_init (&view, text, lectern_page_line (reading->page, header->line));
  leading = *view.p == '|';

  if (place->gfm.part != LECTERN_PAGE_PART_NONE)
    {
      lectern_page_split_gfm (text, bounds->start, bounds->end, before);
      lectern_page_split_gfm (line, 0, strlen (line), after);
      if (place->gfm.cells == place->n_cells
          ? !check_cells (text, before, line, after, cells, n_cells)
          : !shows_as_many (before, after, header))
        return FALSE;
    }

  g_array_set_size (before, 0);
  g_array_set_size (after, 0);
  if (place->kramdown.part != LECTERN_PAGE_PART_NONE)
    {
      lectern_page_split_kramdown (text, bounds->start, bounds->end, leading, TRUE, before);
      lectern_page_split_kramdown (line, 0, strlen (line), leading, TRUE, after);
      if (place->kramdown.cells == place->n_cells
          ? !check_cells (text, before, line, after, cells, n_cells)
          : before->len != after->len)
        return FALSE;
    }

  return place->part != LECTERN_PAGE_PART_BODY || !lectern_page_is_separator (line, 0, strlen (line));
}
