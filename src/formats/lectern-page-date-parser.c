/* lectern-page-date-parser.c: a text in which dates and times are looked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-date-parser.h"

#include <string.h>

/**
 * lectern_page_token_at:
 * @self: a parser
 * @i: an index
 *
 * Looks a token up; past the end, one that is nothing.
 *
 * Returns: (transfer none): the token
 */
const LecternPageToken *
lectern_page_token_at (LecternPageDateParser *self,
                       guint                  i)
{
  static const LecternPageToken end = { LECTERN_PAGE_TOKEN_END };

  return i < self->tokens->len ? &g_array_index (self->tokens, LecternPageToken, i) : &end;
}

/**
 * lectern_page_token_is:
 * @self: a parser
 * @i: an index
 * @characters: characters
 *
 * Looks whether a token is one of these characters.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_token_is (LecternPageDateParser *self,
                       guint                  i,
                       const char            *characters)
{
  const LecternPageToken *token = lectern_page_token_at (self, i);

  return token->type == LECTERN_PAGE_TOKEN_OTHER && token->value < 128 && strchr (characters, token->value) != NULL;
}

/**
 * lectern_page_word_is:
 * @self: a parser
 * @i: an index
 * @words: words, with `|` between them
 *
 * Looks whether a token is one of these words, in any case.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_word_is (LecternPageDateParser *self,
                      guint                  i,
                      const char            *words)
{
  const LecternPageToken *token = lectern_page_token_at (self, i);
  gsize length = token->end - token->start;
  const char *p;

  if (token->type != LECTERN_PAGE_TOKEN_WORD)
    return FALSE;

  for (p = words; p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (g_ascii_strncasecmp (p, self->text + token->start, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_page_begins_time:
 * @self: a parser
 * @i: an index
 *
 * Looks whether a number is an hour: 2pm, 14:00, 14h.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_begins_time (LecternPageDateParser *self,
                          guint                  i)
{
  return lectern_page_token_at (self, i)->type == LECTERN_PAGE_TOKEN_NUMBER &&
         (lectern_page_token_is (self, i + 1, ":") || lectern_page_word_is (self, i + 1, "am|pm|h|uhr"));
}

static void
add_time_field (LecternPageDateParser *self,
                LecternPageFieldType   type,
                guint                  i)
{
  LecternPageField field = { type, lectern_page_token_at (self, i)->start, lectern_page_token_at (self, i)->end };

  self->when->time[self->when->n_time++] = field;
}

/* The minutes after an hour: 10:00, 14h30; 14.30 only where no date could be
 * meant. */
static gboolean
has_minutes (LecternPageDateParser *self,
             guint                  i)
{
  const LecternPageToken *minute = lectern_page_token_at (self, i + 2);
  gboolean dot = lectern_page_token_is (self, i + 1, ".") && minute->end - minute->start == 2 &&
                 (self->when->dates->len > 0 || lectern_page_word_is (self, i + 3, "am|pm|uhr"));

  return (lectern_page_token_is (self, i + 1, ":") || dot ||
          (lectern_page_word_is (self, i + 1, "h") && !lectern_page_token_at (self, i + 1)->spaced)) &&
         minute->type == LECTERN_PAGE_TOKEN_NUMBER && minute->value < 60 && !minute->spaced;
}

/* “4–5pm”: which half of the day it begins in.  Returns where it ends, 0 if
 * it is none. */
static guint
skip_last_hour (LecternPageDateParser *self,
                guint                  i,
                guint                  hour,
                gboolean              *afternoon)
{
  const LecternPageToken *last = lectern_page_token_at (self, i + 1);
  guint j = i + 2;

  if (!lectern_page_token_is (self, i, "-") || last->type != LECTERN_PAGE_TOKEN_NUMBER || last->value > 12)
    return 0;
  if (has_minutes (self, i + 1))
    j += 2;
  if (!lectern_page_word_is (self, j, "am|pm"))
    return 0;
  *afternoon = lectern_page_word_is (self, j, "pm") == (hour % 12 <= last->value % 12);

  return j + 1;
}

/**
 * lectern_page_parse_time:
 * @self: a parser
 * @i: an index
 *
 * Reads a time of day: 10:00, 2PM, 2:30 pm, 14h30, 4–5pm.
 *
 * Returns: the index after it, 0 if there is none
 */
guint
lectern_page_parse_time (LecternPageDateParser *self,
                         guint                  i)
{
  LecternPageWhen *when = self->when;
  const LecternPageToken *hour = lectern_page_token_at (self, i);
  gboolean minutes = has_minutes (self, i);
  gboolean afternoon;
  guint j = i + (minutes ? 3 : 1);
  guint end;

  if (hour->type != LECTERN_PAGE_TOKEN_NUMBER || hour->end - hour->start > 2 || hour->value > 24)
    return 0;

  end = hour->value <= 12 ? skip_last_hour (self, j, hour->value, &afternoon) : 0;
  if (!minutes && end == 0 && !lectern_page_word_is (self, j, "am|pm|h|uhr"))
    return 0;
  if (when->has_time)
    {
      when->time_range = TRUE;
      return end > 0 ? end : lectern_page_word_is (self, j, "am|pm|h|uhr") ? j + 1 : j;
    }

  when->has_time = TRUE;
  when->hour = hour->value;
  add_time_field (self, LECTERN_PAGE_FIELD_HOUR, i);
  if (minutes)
    {
      when->minute = lectern_page_token_at (self, i + 2)->value;
      add_time_field (self, LECTERN_PAGE_FIELD_MINUTE, i + 2);
    }
  if (end > 0)
    {
      when->time_range = TRUE;
      when->hour = when->hour % 12 + (afternoon ? 12 : 0);
      return end;
    }
  if (lectern_page_word_is (self, j, "am|pm"))
    {
      add_time_field (self, LECTERN_PAGE_FIELD_HALF, j);
      when->hour = when->hour % 12 + (lectern_page_word_is (self, j, "pm") ? 12 : 0);
    }
  else if (!lectern_page_word_is (self, j, "h|uhr"))
    {
      return j;
    }

  return j + 1;
}

/**
 * lectern_page_parse_weekday:
 * @self: a parser
 * @i: an index
 *
 * Reads the name of a day of the week.
 *
 * Returns: the index after it, 0 if there is none
 */
guint
lectern_page_parse_weekday (LecternPageDateParser *self,
                            guint                  i)
{
  const LecternPageToken *token = lectern_page_token_at (self, i);

  if (token->weekday == G_DATE_BAD_WEEKDAY)
    return 0;

  self->weekday = token->weekday;
  self->weekday_field.type = LECTERN_PAGE_FIELD_WEEKDAY;
  self->weekday_field.start = token->start;
  self->weekday_field.end = token->end;

  return i + 1;
}

/**
 * lectern_page_parse_cjk_weekday:
 * @self: a parser
 * @i: an index
 *
 * Reads 月曜日, 周一, 월요일; 月 by itself only in parentheses.
 *
 * Returns: the index after it, 0 if there is none
 */
guint
lectern_page_parse_cjk_weekday (LecternPageDateParser *self,
                                guint                  i)
{
  guint n;

  for (n = 3; n > 0; n--)
    {
      gsize start = lectern_page_token_at (self, i)->start;
      gsize end = lectern_page_token_at (self, i + n - 1)->end;
      GDateWeekday weekday = G_DATE_BAD_WEEKDAY;

      if (end > start && lectern_page_token_at (self, i)->type == LECTERN_PAGE_TOKEN_OTHER &&
          (n > 1 || (i > 0 && (lectern_page_token_is (self, i - 1, "(") ||
                                lectern_page_token_at (self, i - 1)->value == 0xff08))))
        weekday = lectern_page_weekday_parse (self->text + start, end - start);
      if (weekday != G_DATE_BAD_WEEKDAY)
        {
          self->weekday = weekday;
          self->weekday_field.type = LECTERN_PAGE_FIELD_WEEKDAY;
          self->weekday_field.start = start;
          self->weekday_field.end = end;
          return i + n;
        }
    }

  return 0;
}
