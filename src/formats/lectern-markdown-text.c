/* lectern-markdown-text.c: plain text as Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-markdown.h"

#include <string.h>

#include "lectern-public.h"

/* A row of nothing but these would be another delimiter row to kramdown. */
static gboolean
is_rule (const char *text)
{
  return *text != '\0' && text[strspn (text, "-:=+ ")] == '\0';
}

/* GitHub takes an address in a text for a link, and then shows the entities
 * in it as they are written; an address that is not one is only text. */
static gboolean
begins_address (const char *start,
                const char *c)
{
  return (*c == ':' && c[1] == '/' && c[2] == '/') ||
         (*c == '.' && c - start >= 3 && g_ascii_strncasecmp (c - 3, "www", 3) == 0);
}

/**
 * lectern_markdown_append:
 * @out: where to write
 * @text: a text on one line
 * @c: the character of it that is next
 *
 * Writes one character, or one byte of it, so that in a cell of a table both
 * GitHub and kramdown show just that: by a backslash where both take it away
 * again, else by an entity.  A backtick is one of those: when kramdown cuts a
 * row into cells, two of them on a line are a code span even after
 * backslashes, with the pipes between them in it.  Liquid, which Jekyll runs
 * before, finds nothing to run either.
 */
void
lectern_markdown_append (GString    *out,
                         const char *text,
                         const char *c)
{
  if (strchr ("\\*_[]|", *c) != NULL)
    g_string_append_printf (out, "\\%c", *c);
  else if (*c == '&')
    g_string_append (out, "&amp;");
  else if (*c == '<')
    g_string_append (out, "&lt;");
  else if (*c == '>')
    g_string_append (out, "&gt;");
  else if (*c == '`' || *c == '~' || *c == '$' || begins_address (text, c) ||
           (*c == '{' && (c[1] == '{' || c[1] == '%' || c[1] == ':')))
    g_string_append_printf (out, "&#%d;", *c);
  else
    g_string_append_c (out, *c);
}

/**
 * lectern_markdown_escape:
 * @text: a text
 *
 * Writes a text so that in a cell of a table both GitHub and kramdown show
 * just that text.
 *
 * Returns: (transfer full): Markdown on one line
 */
char *
lectern_markdown_escape (const char *text)
{
  g_autofree char *line = lectern_public_one_line (text);
  GString *escaped = g_string_new (NULL);
  const char *c = line;

  if (is_rule (line))
    {
      g_string_append_printf (escaped, "&#%d;", *line);
      c++;
    }

  for (; *c != '\0'; c++)
    lectern_markdown_append (escaped, line, c);

  return g_string_free (escaped, FALSE);
}

static gboolean
has_balanced_parentheses (const char *text)
{
  int depth = 0;

  for (; *text != '\0' && depth >= 0; text++)
    depth += (*text == '(') - (*text == ')');

  return depth == 0;
}

/**
 * lectern_markdown_destination:
 * @address: an address
 *
 * Writes an address so that it can stand between the parentheses of a link in
 * a cell.
 *
 * Returns: (transfer full): the address
 */
char *
lectern_markdown_destination (const char *address)
{
  gboolean balanced = has_balanced_parentheses (address);
  GString *destination = g_string_new (NULL);

  for (const char *c = address; *c != '\0'; c++)
    {
      /* An asterisk or underscore would be emphasis to a reader that takes
       * the link for text; a dollar sign, mathematics; two tildes end what is
       * struck through. */
      if ((guchar) *c <= ' ' || strchr ("|\\`<>\"{}*$[]", *c) != NULL ||
          (*c == '~' && (c[1] == '~' || (c > address && c[-1] == '~'))) ||
          (!balanced && (*c == '(' || *c == ')')))
        g_string_append_printf (destination, "%%%02X", (guchar) *c);
      else
        g_string_append_c (destination, *c);
    }

  return g_string_free (destination, FALSE);
}
