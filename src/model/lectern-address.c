/* lectern-address.c: addresses on the web
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-address.h"

#include <string.h>

/**
 * lectern_address_is_web:
 * @text: (nullable): a text
 *
 * Tells whether a text is an address that a browser may be given: http or
 * https, with a host, and nothing in it that could break out of a line.
 *
 * Returns: whether it is
 */
gboolean
lectern_address_is_web (const char *text)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  /* GUri forgives white space around an address; a launcher may not. */
  if (text == NULL || !g_ascii_isalpha (*text) || g_str_has_suffix (text, " "))
    return FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        return FALSE;
    }

  uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return FALSE;

  scheme = g_uri_get_scheme (uri);

  return strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0;
}

/* Whether a name without a slash is that of a file, not of a place on the web. */
static gboolean
is_file_name (const char *name)
{
  static const char * const endings[] = {
    ".pdf", ".html", ".htm", ".md", ".txt", ".ipynb", ".zip", ".png", ".jpg", ".ppt", ".pptx",
    ".odp", ".doc", ".docx", ".odt", ".key", ".ps", ".tex", ".bib",
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i]) && strlen (lower) > strlen (endings[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_address_is_page_link:
 * @text: a text
 *
 * Tells whether a text is a link that leads somewhere from a page: to what
 * lies in the page's folder or on its site, to a place in the page, to a mail
 * address, or to what the site's generator puts there.
 *
 * Returns: whether it is
 */
gboolean
lectern_address_is_page_link (const char *text)
{
  const char *slash = strchr (text, '/');
  gsize length = slash != NULL ? (gsize) (slash - text) : 0;

  if (g_str_has_prefix (text, "{{") || g_str_has_prefix (text, "{%"))
    return TRUE;
  if (g_str_has_prefix (text, "mailto:"))
    return strchr (text, '@') != NULL;
  if (strpbrk (text, " \t\r\n:") != NULL)
    return FALSE;
  if (slash == NULL)
    return *text == '#' ? text[1] != '\0' : is_file_name (text);

  /* “example.org/paper” lacks its “https://”. */
  return length == 0 || memchr (text, '.', length) == NULL ||
         strncmp (text, "./", 2) == 0 || strncmp (text, "../", 3) == 0;
}
