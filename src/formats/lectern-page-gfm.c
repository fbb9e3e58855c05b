/* lectern-page-gfm.c: which lines GitHub takes for tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-lines.h"

typedef enum
{
  IN_NOTHING,
  IN_PARAGRAPH,
  IN_TABLE,
  IN_FENCE,
  IN_HTML,
} State;

/* Where the scan stands. */
typedef struct
{
  LecternPage *page;
  State        state;
  char         fence;
  guint        fence_length;
  char        *html_end;      /* what ends the HTML block, NULL for a blank line */
  guint        item_indent;   /* of the list item that is open, 0 for none */
  gboolean     lazy;          /* the paragraph belongs to a list or a quote */
  guint        n_tables;
  guint        header_cells;
} Scanner;

static void
add_heading (Scanner *self,
             guint    line,
             guint    level,
             gsize    start,
             gsize    end)
{
  LecternPageHeading heading = { line, level, { start, end } };

  g_array_append_val (self->page->headings, heading);
}

static void
set_html (Scanner    *self,
          const char *end)
{
  self->state = IN_HTML;
  g_free (self->html_end);
  self->html_end = g_strdup (end);
}

/* Whether an HTML block begins here, and if so what ends it. */
static gboolean
starts_html (Scanner               *self,
             const LecternPageView *view)
{
  g_autofree char *tag = NULL;
  g_autofree char *end = NULL;
  gboolean closing = FALSE;

  if (view->indent > 3 || view->blank || *view->p != '<')
    return FALSE;

  if (lectern_page_view_starts (view, "<!--"))
    set_html (self, "-->");
  else if (lectern_page_view_starts (view, "<?"))
    set_html (self, "?>");
  else if (lectern_page_view_starts (view, "<!"))
    set_html (self, ">");
  else
    tag = lectern_page_view_tag (view, &closing);

  if (tag != NULL && !closing && lectern_page_tag_is_raw (tag))
    {
      end = g_strconcat ("</", tag, ">", NULL);
      set_html (self, end);
    }
  else if (tag != NULL && (lectern_page_tag_is_block (tag) ||
                           (self->state != IN_PARAGRAPH && view->end[-1] == '>' &&
                            memchr (view->p, '>', view->end - view->p) == view->end - 1)))
    {
      set_html (self, NULL);
    }
  else if (tag != NULL)
    {
      return FALSE;
    }

  return self->state == IN_HTML;
}

static void
continue_html (Scanner               *self,
               const LecternPageView *view)
{
  if (self->html_end == NULL ? view->blank : lectern_page_view_contains (view, self->html_end))
    self->state = IN_NOTHING;
}

/* What a line begins, if it is not text: whether it was that. */
static gboolean
starts_block (Scanner               *self,
              const LecternPageView *view,
              guint                  line)
{
  LecternPageLine *bounds = lectern_page_line (self->page, line);
  guint level = lectern_page_view_heading (view);
  guint item;

  if (starts_html (self, view))
    {
      self->lazy = FALSE;
      continue_html (self, view);
      return TRUE;
    }
  if (level > 0)
    {
      add_heading (self, line, level, (view->p - self->page->text) + level, bounds->end);
      self->state = IN_NOTHING;
      return TRUE;
    }
  if (lectern_page_view_fence (view, &self->fence, &self->fence_length))
    {
      self->state = IN_FENCE;
      return TRUE;
    }
  if (lectern_page_view_rule (view))
    {
      self->state = IN_NOTHING;
      self->item_indent = 0;
      return TRUE;
    }

  item = lectern_page_view_item (view);
  if (item > 0 || (!view->blank && *view->p == '>' && view->indent <= 3))
    {
      self->state = IN_PARAGRAPH;
      self->lazy = TRUE;
      self->item_indent = item;
      return TRUE;
    }

  return FALSE;
}

static void
mark (Scanner         *self,
      guint            line,
      LecternPagePart  part,
      guint            cells)
{
  LecternPageMark *place = &self->page->gfm[line];

  place->table = self->n_tables;
  place->part = part;
  place->cells = cells;
}

static guint
count_cells (Scanner *self,
             guint    line)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LecternPageSpan));
  LecternPageLine *bounds = lectern_page_line (self->page, line);

  lectern_page_split_gfm (self->page->text, bounds->start, bounds->end, spans);

  return spans->len;
}

/* A line under a paragraph: whether it makes the line before it a header. */
static gboolean
starts_table (Scanner               *self,
              const LecternPageView *view,
              guint                  line)
{
  LecternPageLine *bounds = lectern_page_line (self->page, line);
  guint cells;

  if (self->state != IN_PARAGRAPH || self->lazy || view->indent > 3)
    return FALSE;

  cells = lectern_page_delimiter_cells (self->page->text, bounds->start, bounds->end);
  if (cells == 0 || count_cells (self, line - 1) != cells)
    return FALSE;

  self->n_tables++;
  mark (self, line - 1, LECTERN_PAGE_PART_HEADER, cells);
  mark (self, line, LECTERN_PAGE_PART_DELIMITER, cells);
  self->state = IN_TABLE;

  return TRUE;
}

/* === or --- under a paragraph. */
static gboolean
underlines (Scanner               *self,
            const LecternPageView *view,
            guint                  line)
{
  LecternPageLine *above;
  const char *p;

  if (self->state != IN_PARAGRAPH || self->lazy || view->indent > 3 ||
      (*view->p != '=' && *view->p != '-'))
    return FALSE;

  for (p = view->p; p < view->end && *p == *view->p; p++)
    ;
  for (; p < view->end; p++)
    if (*p != ' ' && *p != '\t')
      return FALSE;

  above = lectern_page_line (self->page, line - 1);
  add_heading (self, line - 1, *view->p == '=' ? 1 : 2, above->start, above->end);
  self->state = IN_NOTHING;

  return TRUE;
}

/* [label]: address */
static void
note_definition (Scanner               *self,
                 const LecternPageView *view,
                 guint                  line)
{
  LecternPageLine *bounds = lectern_page_line (self->page, line);
  const char *end = g_strstr_len (view->p, view->end - view->p, "]:");
  g_autofree char *label = NULL;
  LecternPageSpan *span;

  if (*view->p != '[' || view->indent > 3 || end == NULL || end == view->p + 1 || view->p[1] == '^')
    return;

  label = lectern_page_fold_label (view->p + 1, end - view->p - 1);
  if (g_hash_table_contains (self->page->definitions, label))
    return;

  span = g_new (LecternPageSpan, 1);
  span->start = view->p - self->page->text;
  span->end = bounds->end;
  g_hash_table_insert (self->page->definitions, g_steal_pointer (&label), span);
}

static void
scan_text (Scanner               *self,
           const LecternPageView *view,
           guint                  line)
{
  if (self->state == IN_TABLE)
    {
      mark (self, line, LECTERN_PAGE_PART_BODY, count_cells (self, line));
      return;
    }
  if (self->state == IN_NOTHING)
    {
      /* A list item goes on in what is indented as far as its text. */
      self->lazy = self->item_indent > 0 && view->indent >= self->item_indent;
      if (!self->lazy)
        self->item_indent = 0;
    }
  note_definition (self, view, line);
  self->state = IN_PARAGRAPH;
}

static void
scan_line (Scanner *self,
           guint    line)
{
  LecternPageView view;

  lectern_page_view_init (&view, self->page->text, lectern_page_line (self->page, line));

  if (self->state == IN_FENCE)
    {
      if (lectern_page_view_fence_ends (&view, self->fence, self->fence_length))
        self->state = IN_NOTHING;
    }
  else if (self->state == IN_HTML)
    {
      continue_html (self, &view);
    }
  else if (view.blank)
    {
      self->state = IN_NOTHING;
    }
  else if (view.indent > 3 && self->state != IN_PARAGRAPH)
    {
      /* Code, or the inside of a list item. */
      self->state = IN_NOTHING;
    }
  else if (!starts_table (self, &view, line) && !underlines (self, &view, line) &&
           !starts_block (self, &view, line))
    {
      scan_text (self, &view, line);
    }
}

/**
 * lectern_page_scan_gfm:
 * @self: a page whose lines are known
 *
 * Marks the lines that GitHub takes for tables, and finds the headings and the
 * definitions of links on the way.
 */
void
lectern_page_scan_gfm (LecternPage *self)
{
  Scanner scanner = { .page = self };
  guint line;

  for (line = self->n_front; line < self->lines->len; line++)
    scan_line (&scanner, line);

  g_free (scanner.html_end);
}
