/* lectern-page-kramdown.c: which lines Jekyll takes for tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-lines.h"

/* Where the scan stands. */
typedef struct
{
  LecternPage *page;
  guint        line;
  gboolean     boundary;    /* whether a table may begin here */
  gboolean     in_list;
  guint        n_tables;
} Scanner;

static void
look (Scanner         *self,
      guint            line,
      LecternPageView *view)
{
  lectern_page_view_init (view, self->page->text, lectern_page_line (self->page, line));
}

static gboolean
is_table_line (Scanner *self,
               guint    line)
{
  LecternPageLine *bounds = lectern_page_line (self->page, line);

  return lectern_page_has_pipe (self->page->text, bounds->start, bounds->end);
}

static gboolean
is_separator (Scanner *self,
              guint    line)
{
  LecternPageLine *bounds = lectern_page_line (self->page, line);

  return lectern_page_is_separator (self->page->text, bounds->start, bounds->end);
}

/* {: .class } and the like. */
static gboolean
is_attributes (const LecternPageView *view)
{
  return view->indent <= 3 && lectern_page_view_starts (view, "{:");
}

static gboolean
is_boundary (Scanner *self,
             guint    line)
{
  LecternPageView view;

  if (line >= self->page->lines->len)
    return TRUE;

  look (self, line, &view);

  return view.blank || is_attributes (&view) || lectern_page_view_liquid (&view) ||
         (view.end - view.p == 1 && *view.p == '^');
}

static void
mark (Scanner         *self,
      guint            line,
      LecternPagePart  part,
      guint            cells)
{
  LecternPageMark *place = &self->page->kramdown[line];

  place->table = self->n_tables;
  place->part = part;
  place->cells = cells;
}

static guint
count_cells (Scanner  *self,
             guint     line,
             gboolean  leading_pipe)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LecternPageSpan));
  LecternPageLine *bounds = lectern_page_line (self->page, line);

  lectern_page_split_kramdown (self->page->text, bounds->start, bounds->end, leading_pipe, TRUE, spans);

  return spans->len;
}

/* The table that begins here: whether it is one.  A first rule with rows above
 * it makes them the header; what follows is the body. */
static gboolean
scan_table (Scanner *self)
{
  LecternPageView view;
  gboolean leading_pipe;
  guint header_end = 0;
  guint n_body = 0;
  guint end;
  guint i;

  look (self, self->line, &view);
  leading_pipe = *view.p == '|';

  for (end = self->line; end < self->page->lines->len && is_table_line (self, end); end++)
    {
      if (!is_separator (self, end))
        n_body++;
      else if (header_end == 0 && n_body > 0)
        {
          header_end = end;
          n_body = 0;
        }
    }
  if (!is_boundary (self, end) || n_body == 0)
    return FALSE;

  self->n_tables++;
  for (i = self->line; i < end; i++)
    {
      if (is_separator (self, i))
        mark (self, i, LECTERN_PAGE_PART_DELIMITER, 1);
      else
        mark (self, i, i < header_end ? LECTERN_PAGE_PART_HEADER : LECTERN_PAGE_PART_BODY,
              count_cells (self, i, leading_pipe));
    }
  self->line = end;
  self->boundary = FALSE;

  return TRUE;
}

/* Goes to the line after the one that ends something, if there is one. */
static gboolean
skip_to (Scanner    *self,
         const char *text)
{
  LecternPageView view;
  guint line;

  for (line = self->line; line < self->page->lines->len; line++)
    {
      look (self, line, &view);
      if (lectern_page_view_contains (&view, text))
        {
          self->line = line + 1;
          self->boundary = FALSE;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
skip_fence (Scanner               *self,
            const LecternPageView *view)
{
  LecternPageView other;
  char fence;
  guint length;
  guint line;

  if (!lectern_page_view_fence (view, &fence, &length))
    return FALSE;

  for (line = self->line + 1; line < self->page->lines->len; line++)
    {
      look (self, line, &other);
      if (lectern_page_view_fence_ends (&other, fence, length))
        {
          self->line = line + 1;
          self->boundary = FALSE;
          return TRUE;
        }
    }

  return FALSE;
}

/* The lines of an element, with those of the same name inside it. */
static gboolean
skip_element (Scanner               *self,
              const LecternPageView *view)
{
  gboolean closing;
  g_autofree char *tag = lectern_page_view_tag (view, &closing);
  g_autofree char *open = NULL;
  g_autofree char *close = NULL;
  LecternPageView other;
  int depth = 0;
  guint line;

  if (tag == NULL || closing ||
      (!lectern_page_tag_is_block (tag) && !lectern_page_tag_is_raw (tag)) ||
      strcmp (tag, "hr") == 0 || strcmp (tag, "p") == 0)
    return FALSE;

  open = g_strconcat ("<", tag, NULL);
  close = g_strconcat ("</", tag, NULL);
  for (line = self->line; line < self->page->lines->len; line++)
    {
      const char *p;

      look (self, line, &other);
      for (p = other.p; (p = g_strstr_len (p, other.end - p, open)) != NULL; p++)
        depth++;
      for (p = other.p; (p = g_strstr_len (p, other.end - p, close)) != NULL; p++)
        depth--;
      if (depth <= 0)
        {
          self->line = line + 1;
          self->boundary = FALSE;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
skip_opaque (Scanner               *self,
             const LecternPageView *view)
{
  if (lectern_page_view_liquid (view))
    {
      if (lectern_page_view_contains (view, "comment") && !lectern_page_view_contains (view, "endcomment"))
        return skip_to (self, "endcomment");
      if (lectern_page_view_contains (view, "highlight") && !lectern_page_view_contains (view, "endhighlight"))
        return skip_to (self, "endhighlight");
      return FALSE;
    }
  if (view->indent <= 3 && lectern_page_view_starts (view, "<!--"))
    return skip_to (self, "-->");

  return skip_fence (self, view) || skip_element (self, view);
}

static void
scan_line (Scanner *self)
{
  LecternPageView view;
  gboolean was_boundary = self->boundary;

  if (is_boundary (self, self->line))
    {
      look (self, self->line, &view);
      if (lectern_page_view_liquid (&view) && skip_opaque (self, &view))
        return;
      self->boundary = TRUE;
      self->line++;
      return;
    }

  look (self, self->line, &view);
  if (view.indent > 3)
    {
      self->boundary = FALSE;
      self->line++;
      return;
    }
  if (skip_opaque (self, &view))
    return;

  if (lectern_page_view_item (&view) > 0 || *view.p == '>')
    self->in_list = TRUE;
  else if (was_boundary && view.indent < 2)
    self->in_list = FALSE;

  if (was_boundary && !self->in_list && is_table_line (self, self->line) && scan_table (self))
    return;

  self->boundary = FALSE;
  self->line++;
}

/**
 * lectern_page_scan_kramdown:
 * @self: a page whose lines are known
 *
 * Marks the lines that kramdown takes for tables, once Liquid has run.
 */
void
lectern_page_scan_kramdown (LecternPage *self)
{
  Scanner scanner = { .page = self, .line = self->n_front, .boundary = TRUE };

  while (scanner.line < self->lines->len)
    scan_line (&scanner);
}
