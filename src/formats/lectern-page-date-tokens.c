/* lectern-page-date-tokens.c: the words and numbers that dates consist of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-date-tokens.h"

/* Also what Korean writes after the number of a year, a month and a day. */
static gboolean
is_cjk (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || c == 0xb144 || c == 0xc6d4 || c == 0xc77c;
}

static LecternPageTokenType
token_type (gunichar c)
{
  if (c < 128 && g_ascii_isdigit (c))
    return LECTERN_PAGE_TOKEN_NUMBER;
  if (g_unichar_isalpha (c) && !is_cjk (c))
    return LECTERN_PAGE_TOKEN_WORD;

  return LECTERN_PAGE_TOKEN_OTHER;
}

/**
 * lectern_page_tokenize:
 * @text: a text
 *
 * Takes a text apart into words, numbers and other characters.
 *
 * Returns: (transfer full) (element-type LecternPageToken): the tokens
 */
GArray *
lectern_page_tokenize (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (LecternPageToken));
  const char *p = text;
  gboolean spaced = FALSE;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      LecternPageToken token = { token_type (c), p - text, 0, 0, 0, G_DATE_BAD_WEEKDAY, spaced };

      spaced = g_unichar_isspace (c);
      p = g_utf8_next_char (p);
      if (spaced)
        continue;

      if (token.type == LECTERN_PAGE_TOKEN_OTHER)
        token.value = c == 0x2013 || c == 0x2014 || c == 0x2212 ? '-' : c;
      else
        while (*p != '\0' && token_type (g_utf8_get_char (p)) == token.type)
          p = g_utf8_next_char (p);
      token.end = p - text;

      if (token.type == LECTERN_PAGE_TOKEN_NUMBER)
        token.value = MIN (g_ascii_strtoull (text + token.start, NULL, 10), 1000000);
      if (token.type == LECTERN_PAGE_TOKEN_WORD)
        {
          token.month = lectern_page_month_parse (text + token.start, token.end - token.start);
          token.weekday = lectern_page_weekday_parse (text + token.start, token.end - token.start);
        }
      g_array_append_val (tokens, token);
    }

  return tokens;
}
