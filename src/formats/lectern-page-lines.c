/* lectern-page-lines.c: what a line of Markdown looks like by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-lines.h"

#include <string.h>

/**
 * lectern_page_view_init:
 * @self: a view to fill in
 * @text: the page
 * @line: a line of it
 *
 * Looks at a line.
 */
void
lectern_page_view_init (LecternPageView       *self,
                        const char            *text,
                        const LecternPageLine *line)
{
  self->p = text + line->start;
  self->end = text + line->end;
  self->indent = 0;

  for (; self->p < self->end && (*self->p == ' ' || *self->p == '\t'); self->p++)
    self->indent += *self->p == '\t' ? 4 - self->indent % 4 : 1;

  self->blank = self->p == self->end;
}

/**
 * lectern_page_view_starts:
 * @self: a line
 * @text: ASCII text in lower case
 *
 * Looks whether the line starts with a text, in any case.
 *
 * Returns: %TRUE if it does
 */
gboolean
lectern_page_view_starts (const LecternPageView *self,
                          const char            *text)
{
  gsize length = strlen (text);

  return (gsize) (self->end - self->p) >= length && g_ascii_strncasecmp (self->p, text, length) == 0;
}

/**
 * lectern_page_view_contains:
 * @self: a line
 * @text: a text
 *
 * Looks whether a text stands somewhere in the line.
 *
 * Returns: %TRUE if it does
 */
gboolean
lectern_page_view_contains (const LecternPageView *self,
                            const char            *text)
{
  return g_strstr_len (self->p, self->end - self->p, text) != NULL;
}

/**
 * lectern_page_view_fence:
 * @self: a line
 * @mark: (out): the character that the fence is made of
 * @length: (out): how many of them
 *
 * Looks whether a fenced code block begins here.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_view_fence (const LecternPageView *self,
                         char                  *mark,
                         guint                 *length)
{
  const char *p = self->p;

  if (self->blank || self->indent > 3 || (*p != '`' && *p != '~'))
    return FALSE;

  *mark = *p;
  while (p < self->end && *p == *mark)
    p++;
  *length = p - self->p;

  return *length >= 3 && (*mark == '~' || memchr (p, '`', self->end - p) == NULL);
}

/**
 * lectern_page_view_fence_ends:
 * @self: a line
 * @mark: what the fence is made of
 * @length: how many of it
 *
 * Looks whether a fenced code block ends here.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_view_fence_ends (const LecternPageView *self,
                              char                   mark,
                              guint                  length)
{
  const char *p = self->p;

  while (p < self->end && *p == mark)
    p++;
  if (self->indent > 3 || (gsize) (p - self->p) < length)
    return FALSE;

  while (p < self->end && (*p == ' ' || *p == '\t'))
    p++;

  return p == self->end;
}

/**
 * lectern_page_view_heading:
 * @self: a line
 *
 * Looks whether the line is a heading that begins with number signs.
 *
 * Returns: its level, 0 if it is none
 */
guint
lectern_page_view_heading (const LecternPageView *self)
{
  const char *p = self->p;

  if (self->indent > 3)
    return 0;

  while (p < self->end && *p == '#')
    p++;
  if (p == self->p || p - self->p > 6 || (p < self->end && *p != ' ' && *p != '\t'))
    return 0;

  return p - self->p;
}

/**
 * lectern_page_view_rule:
 * @self: a line
 *
 * Looks whether the line is a thematic break.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_view_rule (const LecternPageView *self)
{
  const char *p;
  guint n = 0;

  if (self->blank || self->indent > 3 || strchr ("-*_", *self->p) == NULL)
    return FALSE;

  for (p = self->p; p < self->end; p++)
    {
      if (*p == *self->p)
        n++;
      else if (*p != ' ' && *p != '\t')
        return FALSE;
    }

  return n >= 3;
}

/**
 * lectern_page_view_item:
 * @self: a line
 *
 * Looks whether a list item begins here.
 *
 * Returns: how far its text is indented, 0 if it is none
 */
guint
lectern_page_view_item (const LecternPageView *self)
{
  const char *p = self->p;

  if (self->blank || self->indent > 3)
    return 0;

  if (strchr ("-+*", *p) != NULL)
    {
      p++;
    }
  else
    {
      while (p < self->end && g_ascii_isdigit (*p))
        p++;
      if (p == self->p || p - self->p > 9 || p == self->end || (*p != '.' && *p != ')'))
        return 0;
      p++;
    }

  if (p < self->end && *p != ' ' && *p != '\t')
    return 0;

  return self->indent + (p - self->p) + 1;
}

/**
 * lectern_page_skip_liquid:
 * @text: the page
 * @at: an offset
 * @end: where to stop
 *
 * Finds the end of the Liquid tag or output that begins at @at.
 *
 * Returns: the offset after it, @at if none begins there
 */
gsize
lectern_page_skip_liquid (const char *text,
                          gsize       at,
                          gsize       end)
{
  const char *found;

  if (end - at < 4 || text[at] != '{' || (text[at + 1] != '%' && text[at + 1] != '{'))
    return at;

  found = g_strstr_len (text + at + 2, end - at - 2, text[at + 1] == '%' ? "%}" : "}}");

  return found != NULL ? (gsize) (found - text) + 2 : at;
}

/**
 * lectern_page_view_liquid:
 * @self: a line
 *
 * Looks whether the line consists of Liquid tags alone, which leave an empty
 * line behind.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_view_liquid (const LecternPageView *self)
{
  gsize end = self->end - self->p;
  gsize at = 0;

  if (!lectern_page_view_starts (self, "{%"))
    return FALSE;

  while (at < end)
    {
      gsize next = self->p[at] == ' ' || self->p[at] == '\t'
                   ? at + 1
                   : lectern_page_skip_liquid (self->p, at, end);

      if (next == at)
        return FALSE;
      at = next;
    }

  return TRUE;
}

/**
 * lectern_page_view_tag:
 * @self: a line
 * @closing: (out): whether it is an end tag
 *
 * Reads the name of the HTML tag that the line begins with.
 *
 * Returns: (transfer full) (nullable): the name in lower case, or %NULL
 */
char *
lectern_page_view_tag (const LecternPageView *self,
                       gboolean              *closing)
{
  const char *p = self->p;
  const char *name;

  if (self->blank || self->indent > 3 || *p != '<')
    return NULL;

  p++;
  *closing = p < self->end && *p == '/';
  if (*closing)
    p++;
  name = p;
  while (p < self->end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  if (p == name || !g_ascii_isalpha (*name) || (p < self->end && strchr (" \t/>", *p) == NULL))
    return NULL;

  return g_ascii_strdown (name, p - name);
}

static gboolean
is_one_of (const char         *tag,
           const char * const *tags,
           guint               n_tags)
{
  guint i;

  for (i = 0; i < n_tags; i++)
    if (strcmp (tag, tags[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * lectern_page_tag_is_block:
 * @tag: the name of an HTML element
 *
 * Looks whether the element starts a block even inside a paragraph.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_tag_is_block (const char *tag)
{
  static const char * const tags[] = {
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  };

  return is_one_of (tag, tags, G_N_ELEMENTS (tags));
}

/**
 * lectern_page_tag_is_raw:
 * @tag: the name of an HTML element
 *
 * Looks whether nothing but its end tag ends the element.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_tag_is_raw (const char *tag)
{
  static const char * const tags[] = { "pre", "script", "style", "textarea" };

  return is_one_of (tag, tags, G_N_ELEMENTS (tags));
}
