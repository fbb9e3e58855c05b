/* lectern-page-escape.c: text that both renderers show as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-escape.h"

#include <string.h>

#include "lectern-address.h"
#include "lectern-markdown.h"
#include "lectern-page-cell.h"

/**
 * lectern_page_escape:
 * @text: a text
 * @strict: whether to leave no punctuation that could mean anything
 *
 * Writes a text so that GitHub and Jekyll show it as it is, inside a table.
 *
 * Returns: (transfer full): Markdown on one line
 */
char *
lectern_page_escape (const char *text,
                     gboolean    strict)
{
  g_autofree char *normal = lectern_page_normalize (text);
  GString *out = g_string_new (NULL);
  const char *p;

  for (p = normal; *p != '\0'; p++)
    {
      if (strict && g_ascii_ispunct (*p) && strchr (",;!?'/ ", *p) == NULL)
        g_string_append_printf (out, "&#%d;", *p);
      else
        lectern_markdown_append (out, normal, p);
    }

  return g_string_free (out, FALSE);
}

/**
 * lectern_page_escape_url:
 * @url: an address
 *
 * Writes an address so that it ends neither its link nor its cell.  Liquid is
 * kept.
 *
 * Returns: (transfer full): the address
 */
char *
lectern_page_escape_url (const char *url)
{
  GString *out;
  const char *p;

  if (strncmp (url, "{%", 2) != 0 && strncmp (url, "{{", 2) != 0)
    return lectern_markdown_destination (url);

  out = g_string_new (NULL);
  for (p = url; *p != '\0'; p++)
    {
      if (*p == '|' || *p == '\n')
        g_string_append_printf (out, "%%%02X", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

/**
 * lectern_page_format_item:
 * @title: (nullable): a title
 * @url: (nullable): an address
 * @part: (nullable): what follows
 * @strict: how to escape
 *
 * Writes a paper or a resource.
 *
 * Returns: (transfer full): Markdown
 */
char *
lectern_page_format_item (const char *title,
                          const char *url,
                          const char *part,
                          gboolean    strict)
{
  g_autofree char *label = title == NULL && url != NULL && !lectern_address_is_web (url)
                           ? lectern_page_url_label (url) : g_strdup (title);
  g_autofree char *text = label != NULL ? lectern_page_escape (label, strict) : NULL;
  g_autofree char *address = url != NULL ? lectern_page_escape_url (url) : NULL;
  g_autofree char *tail = part != NULL ? lectern_page_escape (part, strict) : NULL;
  GString *out = g_string_new (NULL);

  if (text != NULL && address != NULL)
    g_string_append_printf (out, "[%s](%s)", text, address);
  else if (address != NULL)
    g_string_append_printf (out, "<%s>", address);
  else if (text != NULL)
    g_string_append (out, text);
  if (tail != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", tail);

  return g_string_free (out, FALSE);
}

/**
 * lectern_page_url_key:
 * @url: (nullable): an address
 *
 * Makes addresses that lead to the same place equal, however they are escaped.
 *
 * Returns: (transfer full): a text to compare
 */
char *
lectern_page_url_key (const char *url)
{
  char *plain;

  if (url == NULL)
    return g_strdup ("");

  plain = g_uri_unescape_string (url, NULL);

  return plain != NULL ? plain : g_strdup (url);
}

/**
 * lectern_page_url_label:
 * @url: an address
 *
 * Finds what to call a link that has no text and cannot be without.
 *
 * Returns: (transfer full): the last part of the address
 */
char *
lectern_page_url_label (const char *url)
{
  const char *slash = strrchr (url, '/');

  return g_strdup (slash != NULL && slash[1] != '\0' ? slash + 1 : url);
}
