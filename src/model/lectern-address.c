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
