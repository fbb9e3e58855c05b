/* lectern-page-words.c: words that mean something in a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-words.h"

#include <string.h>

#include "lectern-page-cell.h"

/* Letters and digits in lower case, one space between words, one around all. */
static char *
fold_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (" ");
  const char *p;

  for (p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (out, c);
      else if (c != '\'' && c != 0x2019 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');

  return g_string_free (out, FALSE);
}

static gboolean
is_in (const char         *folded,
       const char * const *words,
       guint               n_words)
{
  guint i;

  for (i = 0; i < n_words; i++)
    {
      gsize length = strlen (words[i]);

      if (strlen (folded) == length + 2 && strncmp (folded + 1, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_page_is_nothing:
 * @text: normalized text
 *
 * Looks whether a text says that there is nothing: it is empty, or a dash.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_nothing (const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x2013 && c != 0x2014 && c != 0x2212 && c != 0x2026 && c != 0xb7 &&
          (c > 127 || strchr ("-_.~*/\\", c) == NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_page_is_placeholder:
 * @text: normalized text
 *
 * Looks whether a text only keeps a place: TBD, N/A, a dash.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_placeholder (const char *text)
{
  static const char * const words[] = {
    "tbd", "tba", "tbc", "n a", "na", "none", "nil", "to be announced", "to be decided", "to be confirmed",
    "to be determined", "noch offen", "offen", "à venir", "por definir", "da definire", "待定", "未定",
  };
  g_autofree char *folded = NULL;

  if (lectern_page_is_nothing (text))
    return TRUE;
  if (strlen (text) > 24)
    return FALSE;

  folded = fold_words (text);

  return strcmp (folded, " ") == 0 ? strpbrk (text, "?!-–—") != NULL
                                   : is_in (folded, words, G_N_ELEMENTS (words));
}

static gboolean
has_any (const char         *folded,
         const char * const *phrases,
         guint               n_phrases)
{
  guint i;

  for (i = 0; i < n_phrases; i++)
    {
      const char *p = folded;
      gsize length = strlen (phrases[i]);

      while ((p = strstr (p, phrases[i])) != NULL)
        {
          if ((p[-1] == ' ' || (guchar) *phrases[i] >= 128) &&
              (p[length] == ' ' || (guchar) phrases[i][length - 1] >= 128))
            return TRUE;
          p++;
        }
    }

  return FALSE;
}

/**
 * lectern_page_is_break:
 * @text: normalized text without a link
 *
 * Looks whether a text says that the group does not meet.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_break (const char *text)
{
  static const char * const always[] = {
    "no meeting", "no meetings", "no session", "no seminar", "no reading group", "no class", "no jc", "no talk",
    "no journal club", "no lecture", "not meeting", "public holiday", "bank holiday", "due to holiday",
    "spring break", "summer break", "winter break", "fall break", "autumn break", "term break", "easter break",
    "semester break", "christmas break", "reading week", "midterm break", "exam break",
    "kein treffen", "keine sitzung", "semesterferien", "weihnachtsferien", "osterferien", "sommerpause",
    "winterpause", "pas de réunion", "pas de séance", "vacances", "sin sesión", "sin reunión", "vacaciones",
    "geen bijeenkomst", "休み", "休会", "放假", "假期", "休息",
  };
  static const char * const in_short[] = {
    "holiday", "holidays", "vacation", "vacations", "thanksgiving", "christmas", "xmas", "easter", "new year",
    "new years", "ferien", "feiertag", "weihnachten", "ostern", "noël", "pâques", "navidad", "pausa",
    "vacanze", "kerst", "vakantie", "férias", "recess",
  };
  static const char * const alone[] = { "break", "pause", "off", "week off", "day off", "no", "closed" };
  g_autofree char *folded = NULL;
  guint n_words = 0;
  const char *p;

  if (strlen (text) > 120)
    return FALSE;

  folded = fold_words (text);
  for (p = folded; *p != '\0'; p++)
    n_words += *p == ' ';

  return is_in (folded, alone, G_N_ELEMENTS (alone)) ||
         (n_words <= 9 && has_any (folded, always, G_N_ELEMENTS (always))) ||
         (n_words <= 5 && has_any (folded, in_short, G_N_ELEMENTS (in_short)));
}

/**
 * lectern_page_is_cancelled:
 * @text: normalized text
 * @reason: (out) (transfer full) (nullable): why
 *
 * Looks whether a text says that a meeting is cancelled.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_cancelled (const char  *text,
                           char       **reason)
{
  static const char * const words[] = {
    "cancelled", "canceled", "abgesagt", "entfällt", "fällt aus", "annulé", "annulée", "cancelado", "cancelada",
    "annullato", "geannuleerd", "inställt", "отменено", "中止", "取消",
  };
  g_autofree char *start = NULL;
  const char *end;
  guint i;

  *reason = NULL;
  while (*text == '(' || *text == '[' || *text == '*')
    text++;

  /* As much of the beginning as the longest word takes. */
  for (i = 0, end = text; i < 12 && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  start = g_utf8_casefold (text, end - text);

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *rest;

      if (!g_str_has_prefix (start, words[i]))
        continue;
      rest = g_utf8_offset_to_pointer (text, g_utf8_strlen (words[i], -1));
      if (g_unichar_isalnum (g_utf8_get_char (rest)))
        continue;

      while (*rest != '\0' && (g_unichar_isspace (g_utf8_get_char (rest)) || strchr (":-,.!)]*", *rest) != NULL ||
                               g_utf8_get_char (rest) == 0x2013 || g_utf8_get_char (rest) == 0x2014))
        rest = g_utf8_next_char (rest);
      if (*rest != '\0')
        *reason = g_strdup (rest);
      return TRUE;
    }

  return FALSE;
}

/**
 * lectern_page_is_paper_word:
 * @text: the text of a link
 *
 * Looks whether a link says nothing but that it leads to the paper.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_paper_word (const char *text)
{
  static const char * const words[] = {
    "paper", "pdf", "link", "here", "article", "arxiv", "preprint", "doi", "url", "html", "web", "book", "tutorial",
    "abs", "abstract", "chapter", "website", "homepage", "artikel", "lien", "aquí", "论文", "論文", "链接",
  };
  g_autofree char *folded = fold_words (text);

  return is_in (folded, words, G_N_ELEMENTS (words));
}

/**
 * lectern_page_is_resource_word:
 * @text: the text of a link
 *
 * Looks whether a link names what belongs to a session rather than a paper.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_is_resource_word (const char *text)
{
  static const char * const words[] = {
    "slides", "slide", "video", "code", "notes", "recording", "poster", "blog", "presentation", "summary",
    "repo", "github", "youtube", "handout", "materials", "folien", "diapositives", "スライド", "资料", "資料",
  };
  g_autofree char *folded = fold_words (text);

  return is_in (folded, words, G_N_ELEMENTS (words));
}

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xb7 || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == 0xff0c || c == 0x3001 ||
         (c < 128 && strchr (",;|/&+:-", c) != NULL);
}

/* The parentheses that are closed or opened outside of the text. */
static gboolean
is_unbalanced (const char *text,
               gsize       start,
               gsize       end,
               gboolean    at_start)
{
  int depth = 0;
  gsize at;

  if (at_start && text[start] == ')')
    return TRUE;
  if (!at_start && text[end - 1] == '(')
    return TRUE;
  if (at_start ? text[start] != '(' : text[end - 1] != ')')
    return FALSE;

  for (at = start; at < end; at++)
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;

  return at_start ? depth > 0 : depth < 0;
}

/**
 * lectern_page_strip_separators:
 * @text: a text
 * @start: (inout): where it begins
 * @end: (inout): where it ends
 *
 * Leaves what only separates one thing from another out of a text.
 */
void
lectern_page_strip_separators (const char *text,
                               gsize      *start,
                               gsize      *end)
{
  for (;;)
    {
      gsize old_start = *start;
      gsize old_end = *end;

      while (*start < *end && (is_separator (g_utf8_get_char (text + *start)) ||
                               is_unbalanced (text, *start, *end, TRUE)))
        *start = g_utf8_next_char (text + *start) - text;
      while (*end > *start)
        {
          const char *last = g_utf8_prev_char (text + *end);

          if (!is_separator (g_utf8_get_char (last)) && !is_unbalanced (text, *start, *end, FALSE))
            break;
          *end = last - text;
        }
      if (*end - *start >= 3 && g_ascii_strncasecmp (text + *end - 3, "and", 3) == 0 &&
          (*end - *start == 3 || text[*end - 4] == ' '))
        *end -= 3;
      if (*end - *start > 4 && g_ascii_strncasecmp (text + *start, "and ", 4) == 0)
        *start += 4;

      if (*start == old_start && *end == old_end)
        return;
    }
}
