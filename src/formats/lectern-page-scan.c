/* lectern-page-scan.c: where the tables of a Markdown page stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-page-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-page-lines.h"
#include "lectern-page.h"

/**
 * lectern_page_line:
 * @self: a page
 * @line: the number of a line, from 0
 *
 * Looks a line up.
 *
 * Returns: (transfer none): the line
 */
LecternPageLine *
lectern_page_line (LecternPage *self,
                   guint        line)
{
  return &g_array_index (self->lines, LecternPageLine, line);
}

/**
 * lectern_page_row:
 * @self: a page
 * @table: a table of it
 * @row: the number of a row of the table, from 0
 *
 * Looks a row up.
 *
 * Returns: (transfer none): the row
 */
LecternPageRow *
lectern_page_row (LecternPage      *self,
                  LecternPageTable *table,
                  guint             row)
{
  return &g_array_index (self->rows, LecternPageRow, table->first_row + row);
}

/**
 * lectern_page_cell_span:
 * @self: a page
 * @row: a row of it
 * @column: the number of a column, from 0
 * @span: (out): where its text stands
 *
 * Looks a cell up.
 *
 * Returns: %FALSE if the row ends before that column
 */
gboolean
lectern_page_cell_span (LecternPage     *self,
                        LecternPageRow  *row,
                        guint            column,
                        LecternPageSpan *span)
{
  if (column >= row->n_cells)
    return FALSE;

  *span = g_array_index (self->cells, LecternPageSpan, row->first_cell + column);

  return TRUE;
}

/**
 * lectern_page_fold_label:
 * @label: the label of a link
 * @length: its length
 *
 * Makes labels that mean the same equal.
 *
 * Returns: (transfer full): the folded label
 */
char *
lectern_page_fold_label (const char *label,
                         gsize       length)
{
  g_autofree char *copy = g_strndup (label, length);
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint i;

  words = g_strsplit_set (copy, " \t", -1);
  for (i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);
  joined = g_strjoinv (" ", (char **) kept->pdata);

  return g_utf8_casefold (joined, -1);
}

static void
split_lines (LecternPage *self)
{
  gsize at = 0;

  if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    at = 3;

  while (at < self->length)
    {
      const char *newline = memchr (self->text + at, '\n', self->length - at);
      LecternPageLine line = { at, self->length, self->length };

      if (newline != NULL)
        {
          line.end = newline - self->text;
          line.next = line.end + 1;
        }
      if (line.end > line.start && self->text[line.end - 1] == '\r')
        line.end--;
      g_array_append_val (self->lines, line);
      at = line.next;
    }
}

static gboolean
line_is (LecternPage *self,
         guint        line,
         const char  *text)
{
  LecternPageLine *bounds = lectern_page_line (self, line);
  gsize end = bounds->end;

  while (end > bounds->start && (self->text[end - 1] == ' ' || self->text[end - 1] == '\t'))
    end--;

  return end - bounds->start == strlen (text) &&
         memcmp (self->text + bounds->start, text, end - bounds->start) == 0;
}

static void
find_front_matter (LecternPage *self)
{
  guint line;

  if (self->lines->len == 0 || !line_is (self, 0, "---"))
    return;

  for (line = 1; line < self->lines->len; line++)
    if (line_is (self, line, "---") || line_is (self, line, "..."))
      {
        self->n_front = line + 1;
        return;
      }
}

/* A row that shows nothing of its own: a rule, or a row commented out. */
static gboolean
is_silent (LecternPage *self,
           guint        line)
{
  LecternPageLine *bounds = lectern_page_line (self, line);
  LecternPageView view;

  lectern_page_view_init (&view, self->text, bounds);

  /* kramdown's attributes after a table are a row to GitHub. */
  return lectern_page_is_separator (self->text, bounds->start, bounds->end) ||
         lectern_page_view_starts (&view, "{:") ||
         lectern_page_view_starts (&view, "<!--");
}

/* Of two ways to split a row, the one that fits its header. */
static void
split_row (LecternPage    *self,
           LecternPageRow *row,
           gboolean        leading_pipe,
           guint           n_columns)
{
  LecternPageLine *line = lectern_page_line (self, row->line);
  gboolean jekyll = row->gfm.part == LECTERN_PAGE_PART_NONE ||
                    (row->kramdown.part != LECTERN_PAGE_PART_NONE &&
                     row->gfm.cells != n_columns && row->kramdown.cells == n_columns);

  row->first_cell = self->cells->len;
  if (jekyll)
    lectern_page_split_kramdown (self->text, line->start, line->end, leading_pipe, TRUE, self->cells);
  else
    lectern_page_split_gfm (self->text, line->start, line->end, self->cells);
  row->n_cells = self->cells->len - row->first_cell;
}

static void
add_row (LecternPage      *self,
         LecternPageTable *table,
         guint             line,
         LecternPagePart   part,
         gboolean          leading_pipe,
         guint             n_columns)
{
  LecternPageRow row = { line, part };

  row.gfm = self->gfm[line];
  row.kramdown = self->kramdown[line];
  row.silent = part == LECTERN_PAGE_PART_BODY && is_silent (self, line);
  split_row (self, &row, leading_pipe, n_columns);

  g_array_append_val (self->rows, row);
  table->n_rows++;
}

static gboolean
in_table (LecternPage *self,
          guint        line)
{
  return self->gfm[line].table != 0 || self->kramdown[line].table != 0;
}

/* Whether the line belongs to the same table as the one before it, to one of
 * the renderers at least. */
static gboolean
goes_on (LecternPage *self,
         guint        line)
{
  const LecternPageMark *gfm = self->gfm + line;
  const LecternPageMark *kramdown = self->kramdown + line;

  return line < self->lines->len &&
         ((gfm[0].table != 0 && gfm[0].table == gfm[-1].table) ||
          (kramdown[0].table != 0 && kramdown[0].table == kramdown[-1].table));
}

/* The table whose first line this is; without a header it is none of ours. */
static guint
add_table (LecternPage *self,
           guint        start)
{
  LecternPageTable table = { self->rows->len, 0 };
  LecternPageView view;
  guint header = start;
  guint n_columns;
  guint end = start + 1;
  guint line;

  while (goes_on (self, end))
    end++;

  /* A rule further down makes a header of the row above it, to GitHub. */
  while (header < end && self->gfm[header].part != LECTERN_PAGE_PART_HEADER &&
         self->kramdown[header].part != LECTERN_PAGE_PART_HEADER)
    header++;
  if (header + 1 >= end)
    return end;

  lectern_page_view_init (&view, self->text, lectern_page_line (self, header));
  n_columns = MAX (self->gfm[header].cells, self->kramdown[header].cells);
  add_row (self, &table, header, LECTERN_PAGE_PART_HEADER, *view.p == '|', n_columns);
  n_columns = lectern_page_row (self, &table, 0)->n_cells;
  for (line = header + 1; line < end; line++)
    add_row (self, &table, line,
             line == header + 1 ? LECTERN_PAGE_PART_DELIMITER : LECTERN_PAGE_PART_BODY,
             *view.p == '|', n_columns);
  g_array_append_val (self->tables, table);

  return end;
}

static void
merge (LecternPage *self)
{
  guint line = self->n_front;

  while (line < self->lines->len)
    line = in_table (self, line) ? add_table (self, line) : line + 1;
}

/**
 * lectern_page_find_bad_text:
 * @bytes: a page
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Finds the first byte of a page that is not text.
 *
 * Returns: (nullable): where it is in @bytes, or %NULL if all is text
 */
const char *
lectern_page_find_bad_text (GBytes *bytes,
                            guint  *line,
                            guint  *column)
{
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length);
  const char *bad;

  if (start == NULL || g_utf8_validate_len (start, length, &bad))
    return NULL;

  *line = 1;
  for (const char *p = start; p < bad; p++)
    {
      if (*p == '\n')
        {
          (*line)++;
          start = p + 1;
        }
    }
  *column = g_utf8_strlen (start, bad - start) + 1;

  return bad;
}

static gboolean
check_text (LecternPage  *self,
            GError      **error)
{
  guint line;
  guint column;
  const char *bad = lectern_page_find_bad_text (self->bytes, &line, &column);

  if (bad == NULL)
    return TRUE;

  g_set_error (error, LECTERN_PAGE_ERROR, LECTERN_PAGE_ERROR_TEXT,
               *bad == '\0' ? _("Line %u of the page holds a zero byte, as in a file that is not text. Choose a page in Markdown.")
                            : _("Line %u of the page is not UTF-8 text. Convert the page to UTF-8."),
               line);

  return FALSE;
}

/**
 * lectern_page_scan:
 * @bytes: a Markdown page
 * @error: return location for a #GError of [error@PageError]
 *
 * Finds the tables of a page, in the union of GitHub's and kramdown's grammars.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL if it is no UTF-8
 */
LecternPage *
lectern_page_scan (GBytes  *bytes,
                   GError **error)
{
  LecternPage *self = g_new0 (LecternPage, 1);

  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->length);
  if (self->text == NULL)
    self->text = "";
  self->lines = g_array_new (FALSE, FALSE, sizeof (LecternPageLine));
  self->rows = g_array_new (FALSE, FALSE, sizeof (LecternPageRow));
  self->cells = g_array_new (FALSE, FALSE, sizeof (LecternPageSpan));
  self->tables = g_array_new (FALSE, FALSE, sizeof (LecternPageTable));
  self->headings = g_array_new (FALSE, FALSE, sizeof (LecternPageHeading));
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!check_text (self, error))
    {
      lectern_page_free (self);
      return NULL;
    }

  split_lines (self);
  find_front_matter (self);
  self->gfm = g_new0 (LecternPageMark, self->lines->len + 1);
  self->kramdown = g_new0 (LecternPageMark, self->lines->len + 1);
  lectern_page_scan_gfm (self);
  lectern_page_scan_kramdown (self);
  merge (self);

  return self;
}

/**
 * lectern_page_free:
 * @self: (transfer full): a page
 *
 * Frees a page.
 */
void
lectern_page_free (LecternPage *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->lines);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->tables);
  g_array_unref (self->headings);
  g_hash_table_unref (self->definitions);
  g_free (self->gfm);
  g_free (self->kramdown);
  g_free (self);
}
