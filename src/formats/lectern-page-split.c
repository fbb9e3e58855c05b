/* lectern-page-split.c: a line of a table, split into cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-lines.h"

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

static void
add_span (const char *text,
          gsize       start,
          gsize       end,
          GArray     *spans)
{
  LecternPageSpan span = { start, end };

  while (span.start < span.end && is_space (text[span.start]))
    span.start++;
  while (span.end > span.start && is_space (text[span.end - 1]))
    span.end--;

  /* An empty cell keeps a space on either side, if it has two. */
  if (span.start == span.end && start < end)
    span.start = span.end = MIN (start + 1, end);

  g_array_append_val (spans, span);
}

/**
 * lectern_page_split_gfm:
 * @text: the page
 * @start: where the line begins
 * @end: where it ends
 * @spans: (element-type LecternPageSpan): where to add the cells
 *
 * Splits a row as GitHub does: at each pipe that has no backslash before it,
 * in code spans as well.
 */
void
lectern_page_split_gfm (const char *text,
                        gsize       start,
                        gsize       end,
                        GArray     *spans)
{
  gsize cell;
  gsize at;

  while (start < end && is_space (text[start]))
    start++;
  if (start < end && text[start] == '|')
    start++;

  for (cell = at = start; at < end; at++)
    {
      if (text[at] == '\\' && at + 1 < end && g_ascii_ispunct (text[at + 1]))
        {
          at++;
        }
      else if (text[at] == '|')
        {
          add_span (text, cell, at, spans);
          cell = at + 1;
        }
    }

  for (at = cell; at < end && is_space (text[at]); at++)
    ;
  if (at < end)
    add_span (text, cell, end, spans);
}

/* The end of the code span that begins at a backtick, or where it stands. */
static gsize
skip_code (const char *text,
           gsize       at,
           gsize       start,
           gsize       end)
{
  gsize run = at;
  gsize length;
  gsize p;

  while (run < end && text[run] == '`')
    run++;
  length = run - at;

  /* A lone backtick between spaces is text. */
  if (length == 1 && at > start && is_space (text[at - 1]) && run < end && is_space (text[run]))
    return run;

  for (p = run; p < end; )
    {
      gsize q = p;

      if (text[p] != '`')
        {
          p++;
          continue;
        }
      while (q < end && text[q] == '`')
        q++;
      if (q - p == length)
        return q;
      p = q;
    }

  return run;
}

/* <code …> … </code> hides its pipes as a code span does. */
static gsize
skip_code_element (const char *text,
                   gsize       at,
                   gsize       end)
{
  const char *found;

  if (end - at < 13 || strncmp (text + at, "<code", 5) != 0)
    return at;

  found = g_strstr_len (text + at, end - at, "</code>");

  return found != NULL ? (gsize) (found - text) + 7 : at;
}

static gsize
skip_hidden (const char *text,
             gsize       at,
             gsize       start,
             gsize       end,
             gboolean    liquid)
{
  if (text[at] == '`')
    return skip_code (text, at, start, end);
  if (text[at] == '<')
    return skip_code_element (text, at, end);
  if (text[at] == '{' && liquid)
    return lectern_page_skip_liquid (text, at, end);

  return at;
}

static gboolean
is_blank (const char *text,
          gsize       start,
          gsize       end)
{
  while (start < end && is_space (text[start]))
    start++;

  return start == end;
}

/**
 * lectern_page_split_kramdown:
 * @text: the page
 * @start: where the line begins
 * @end: where it ends
 * @leading_pipe: whether the table's first line begins with a pipe
 * @liquid: whether Liquid has run before
 * @spans: (element-type LecternPageSpan): where to add the cells
 *
 * Splits a row as kramdown does: at each pipe that has no backslash before it
 * and is not in a code span.
 */
void
lectern_page_split_kramdown (const char *text,
                             gsize       start,
                             gsize       end,
                             gboolean    leading_pipe,
                             gboolean    liquid,
                             GArray     *spans)
{
  gboolean first = TRUE;
  gsize cell = start;
  gsize at = start;

  while (at < end)
    {
      gsize next = skip_hidden (text, at, start, end, liquid);

      if (next > at)
        {
          at = next;
          continue;
        }
      if (text[at] == '|' && (at == start || text[at - 1] != '\\'))
        {
          if (!first || !leading_pipe || !is_blank (text, cell, at))
            add_span (text, cell, at, spans);
          first = FALSE;
          cell = at + 1;
        }
      at++;
    }

  if (!is_blank (text, cell, end))
    add_span (text, cell, end, spans);
}

/**
 * lectern_page_has_pipe:
 * @text: the page
 * @start: where the line begins
 * @end: where it ends
 *
 * Looks whether kramdown may take the line for one of a table.
 *
 * Returns: %TRUE if a pipe stands in it that is not escaped
 */
gboolean
lectern_page_has_pipe (const char *text,
                       gsize       start,
                       gsize       end)
{
  gsize at;

  for (at = start; at < end; at++)
    if (text[at] == '|' && (at == start || text[at - 1] != '\\'))
      return TRUE;

  return FALSE;
}

/**
 * lectern_page_is_separator:
 * @text: the page
 * @start: where the line begins
 * @end: where it ends
 *
 * Looks whether kramdown takes a line of a table for a rule in it.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_separator (const char *text,
                           gsize       start,
                           gsize       end)
{
  gboolean dash = FALSE;
  gsize at;

  for (at = start; at < end; at++)
    {
      if (strchr ("+|: \t-=", text[at]) == NULL)
        return FALSE;
      dash |= text[at] == '-' || text[at] == '=';
    }

  return dash;
}

/**
 * lectern_page_delimiter_cells:
 * @text: the page
 * @start: where the line begins
 * @end: where it ends
 *
 * Counts the columns of a line that stands under a header.
 *
 * Returns: how many, 0 if it is no such line to GitHub
 */
guint
lectern_page_delimiter_cells (const char *text,
                              gsize       start,
                              gsize       end)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LecternPageSpan));
  gboolean pipe = memchr (text + start, '|', end - start) != NULL;
  guint i;

  lectern_page_split_gfm (text, start, end, spans);
  for (i = 0; i < spans->len; i++)
    {
      LecternPageSpan span = g_array_index (spans, LecternPageSpan, i);
      gboolean colon = text[span.start] == ':';

      if (span.start == span.end)
        return 0;
      span.start += colon;
      if (span.end > span.start && text[span.end - 1] == ':')
        {
          span.end--;
          colon = TRUE;
        }
      if (span.start == span.end)
        return 0;
      for (; span.start < span.end; span.start++)
        if (text[span.start] != '-')
          return 0;
      pipe |= colon;
    }

  return pipe ? spans->len : 0;
}
