/* lectern-page-link.c: where a link stands in a cell, and what entities mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-cell.h"

static gsize
skip_spaces (const char *text,
             gsize       at,
             gsize       end)
{
  while (at < end && (text[at] == ' ' || text[at] == '\t'))
    at++;

  return at;
}

/* After the address: its closing bracket, a title, the closing parenthesis. */
static gsize
find_inline_end (const char *text,
                 gsize       at,
                 gsize       end)
{
  if (at < end && text[at] == '>')
    at++;
  at = skip_spaces (text, at, end);

  if (at < end && (text[at] == '"' || text[at] == '\'' || text[at] == '('))
    {
      char quote = text[at] == '(' ? ')' : text[at];

      for (at++; at < end && text[at] != quote; at++)
        if (text[at] == '\\' && at + 1 < end)
          at++;
      at = skip_spaces (text, MIN (at + 1, end), end);
    }

  return at < end && text[at] == ')' ? at + 1 : 0;
}

static gsize
find_reference_end (const char *text,
                    gsize       at,
                    gsize       end)
{
  const char *close = memchr (text + at, ']', end - at);
  const char *second;
  gsize next;

  if (close == NULL)
    return 0;

  next = close - text + 1;
  if (next >= end || text[next] != '[')
    return next;
  second = memchr (text + next, ']', end - next);

  return second != NULL ? (gsize) (second - text) + 1 : next;
}

/**
 * lectern_page_link_find_source:
 * @self: a cell
 * @link: a link in it, of which the address and the text are known
 * @text: the text that the cell stands in
 * @inner: where the text of the link stands; empty if it has none
 *
 * Finds how a link is written and where all of it stands.
 */
void
lectern_page_link_find_source (LecternPageCell *self,
                               LecternPageLink *link,
                               const char      *text,
                               LecternPageSpan  inner)
{
  LecternPageSpan whole = inner;
  gboolean has_url = link->url_source.start > 0;

  if (inner.start == inner.end)
    return;

  if (link->url_source.start == inner.start || (!has_url && strcmp (link->url, "") != 0 &&
      inner.end - inner.start == strlen (link->url) &&
      strncmp (text + inner.start, link->url, strlen (link->url)) == 0))
    {
      gboolean pointed = inner.start > self->span.start && text[inner.start - 1] == '<';

      link->kind = pointed ? LECTERN_PAGE_LINK_AUTOLINK : LECTERN_PAGE_LINK_BARE;
      link->url_source = inner;
      link->source.start = inner.start - pointed;
      link->source.end = inner.end + pointed;
      return;
    }

  while (whole.start > self->span.start && text[whole.start - 1] != '[')
    whole.start--;
  if (whole.start == self->span.start)
    return;
  whole.start--;

  if (has_url)
    {
      whole.end = find_inline_end (text, link->url_source.end, self->span.end);
    }
  else
    {
      const char *empty = g_strstr_len (text + inner.end, self->span.end - inner.end, "](");

      link->kind = empty != NULL && *link->url == '\0' ? LECTERN_PAGE_LINK_INLINE : LECTERN_PAGE_LINK_REFERENCE;
      whole.end = link->kind == LECTERN_PAGE_LINK_INLINE
                  ? find_inline_end (text, empty - text + 2, self->span.end)
                  : find_reference_end (text, inner.end, self->span.end);
    }

  if (whole.end > 0)
    link->source = whole;
}

/**
 * lectern_page_decode_entity:
 * @entity: an entity, from & to ;
 * @length: its length
 *
 * Decodes an entity; one that is not known stays as it is.
 *
 * Returns: (transfer full): what it stands for
 */
char *
lectern_page_decode_entity (const char *entity,
                            gsize       length)
{
  static const struct
  {
    const char *name;
    const char *text;
  } names[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
    { "&nbsp;", "\xc2\xa0" }, { "&ndash;", "–" }, { "&mdash;", "—" }, { "&hellip;", "…" },
    { "&lsquo;", "‘" }, { "&rsquo;", "’" }, { "&ldquo;", "“" }, { "&rdquo;", "”" },
    { "&middot;", "·" }, { "&bull;", "•" }, { "&times;", "×" }, { "&eacute;", "é" },
    { "&auml;", "ä" }, { "&ouml;", "ö" }, { "&uuml;", "ü" }, { "&szlig;", "ß" },
    { "&tilde;", "˜" }, { "&dollar;", "$" }, { "&rarr;", "→" }, { "&ccedil;", "ç" },
  };
  char utf8[7] = "";
  gunichar c;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == length && strncmp (names[i].name, entity, length) == 0)
      return g_strdup (names[i].text);

  if (length > 3 && entity[1] == '#')
    {
      gboolean hex = entity[2] == 'x' || entity[2] == 'X';

      c = g_ascii_strtoull (entity + (hex ? 3 : 2), NULL, hex ? 16 : 10);
      if (c != 0 && g_unichar_validate (c))
        {
          utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
          return g_strdup (utf8);
        }
    }

  return g_strndup (entity, length);
}

/* Most texts are: each is looked at many times while a page is compared. */
static gboolean
is_normal (const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p++)
    if ((guchar) *p < ' ' || (guchar) *p >= 0x7f || (*p == ' ' && (p == text || p[1] == ' ' || p[1] == '\0')))
      return FALSE;

  return TRUE;
}

/**
 * lectern_page_normalize:
 * @text: a text
 *
 * Makes each stretch of white space one space, and leaves none at the ends,
 * as a browser does.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_page_normalize (const char *text)
{
  GString *out;
  gboolean space = FALSE;
  const char *p;

  if (is_normal (text))
    return g_strdup (text);

  out = g_string_new (NULL);
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (out, FALSE);
}
