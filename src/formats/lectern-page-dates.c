/* lectern-page-dates.c: dates as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-date-tokens.h"

#include <string.h>

typedef struct
{
  const char      *text;
  GArray          *tokens;
  LecternPageWhen *when;
  GDateWeekday     weekday;         /* said, and not yet part of a date */
  LecternPageField weekday_field;
} Parser;

static const LecternPageToken *
get (Parser *self,
     guint   i)
{
  static const LecternPageToken end = { LECTERN_PAGE_TOKEN_END };

  return i < self->tokens->len ? &g_array_index (self->tokens, LecternPageToken, i) : &end;
}

static gboolean
is_other (Parser     *self,
          guint       i,
          const char *characters)
{
  const LecternPageToken *token = get (self, i);

  return token->type == LECTERN_PAGE_TOKEN_OTHER && token->value < 128 && strchr (characters, token->value) != NULL;
}

static gboolean
is_word (Parser     *self,
         guint       i,
         const char *words)
{
  const LecternPageToken *token = get (self, i);
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

static gboolean
is_number (Parser *self,
           guint   i,
           guint   digits_min,
           guint   digits_max,
           guint   max)
{
  const LecternPageToken *token = get (self, i);
  guint digits = token->end - token->start;

  return token->type == LECTERN_PAGE_TOKEN_NUMBER && digits >= digits_min && digits <= digits_max &&
         token->value >= 1 && token->value <= max;
}

static void
add_field (Parser               *self,
           LecternPageDate      *date,
           LecternPageFieldType  type,
           guint                 i)
{
  LecternPageField field = { type, get (self, i)->start, get (self, i)->end };

  if (date->n_fields < LECTERN_PAGE_MAX_FIELDS)
    date->fields[date->n_fields++] = field;
}

static guint
read_year (guint value)
{
  return value < 100 ? 2000 + value : value;
}

static void
add_date (Parser          *self,
          LecternPageDate *date)
{
  if (self->weekday != G_DATE_BAD_WEEKDAY && date->n_fields < LECTERN_PAGE_MAX_FIELDS)
    {
      memmove (date->fields + 1, date->fields, date->n_fields * sizeof (LecternPageField));
      date->fields[0] = self->weekday_field;
      date->n_fields++;
      date->weekday = self->weekday;
      self->weekday = G_DATE_BAD_WEEKDAY;
    }
  g_array_append_val (self->when->dates, *date);
}

static guint
skip_ordinal (Parser          *self,
              LecternPageDate *date,
              guint            i)
{
  if (!get (self, i)->spaced && is_word (self, i, "st|nd|rd|th|er|º"))
    {
      add_field (self, date, LECTERN_PAGE_FIELD_ORDINAL, i);
      return i + 1;
    }

  return i;
}

/* A year after a date, when there is one: 2022, '22. */
static guint
skip_year (Parser          *self,
           LecternPageDate *date,
           guint            i)
{
  guint j = i;

  while (is_other (self, j, ",.-/'") || is_word (self, j, "de|of|del"))
    j++;
  if (j > i && get (self, j)->type == LECTERN_PAGE_TOKEN_OTHER && get (self, j)->value == 0x2019)
    j++;

  if (is_number (self, j, 4, 4, 2199) && get (self, j)->value >= 1900)
    ;
  else if (!(is_number (self, j, 2, 2, 99) && j > i && (is_other (self, j - 1, "'-/") || get (self, j - 1)->value == 0x2019)))
    return i;

  date->year = read_year (get (self, j)->value);
  add_field (self, date, LECTERN_PAGE_FIELD_YEAR, j);

  return j + 1;
}

/* 2022-06-09, 2022/6/9, 2022年6月9日 */
static guint
parse_year_first (Parser *self,
                  guint   i)
{
  LecternPageDate date = { 0 };
  gunichar separator = get (self, i + 1)->value;
  gboolean cjk = separator == 0x5e74;

  if (!is_number (self, i, 4, 4, 2199) || get (self, i)->value < 1900 ||
      !(cjk || is_other (self, i + 1, "-/.")) || !is_number (self, i + 2, 1, 2, 12) ||
      get (self, i + 3)->type != LECTERN_PAGE_TOKEN_OTHER ||
      get (self, i + 3)->value != (cjk ? 0x6708 : separator) || !is_number (self, i + 4, 1, 2, 31))
    return 0;

  date.year = get (self, i)->value;
  date.month = get (self, i + 2)->value;
  date.day = get (self, i + 4)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_YEAR, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH, i + 2);
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i + 4);
  add_date (self, &date);

  return i + (cjk && get (self, i + 5)->value == 0x65e5 ? 6 : 5);
}

/* 6月9日 */
static guint
parse_cjk (Parser *self,
           guint   i)
{
  LecternPageDate date = { 0 };

  if (!is_number (self, i, 1, 2, 12) || get (self, i + 1)->value != 0x6708 ||
      !is_number (self, i + 2, 1, 2, 31) || get (self, i + 1)->type != LECTERN_PAGE_TOKEN_OTHER)
    return 0;

  date.month = get (self, i)->value;
  date.day = get (self, i + 2)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i + 2);
  add_date (self, &date);

  return i + (get (self, i + 3)->value == 0x65e5 ? 4 : 3);
}

/* 06/07/2022, 22.1.19, 10/5, 17.10. */
static guint
parse_numeric (Parser *self,
               guint   i)
{
  LecternPageDate date = { 0 };
  gunichar separator = get (self, i + 1)->value;
  guint end = i + 3;

  if (!is_number (self, i, 1, 2, 31) || !is_other (self, i + 1, "/.-") || !is_number (self, i + 2, 1, 2, 31) ||
      (get (self, i)->value > 12 && get (self, i + 2)->value > 12))
    return 0;

  date.numeric = TRUE;
  date.day = get (self, i)->value;
  date.month = get (self, i + 2)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH, i + 2);

  if (is_other (self, i + 3, "/.-") && get (self, i + 3)->value == separator &&
      (is_number (self, i + 4, 4, 4, 2199) || is_number (self, i + 4, 2, 2, 99)) && !get (self, i + 4)->spaced)
    {
      date.year = read_year (get (self, i + 4)->value);
      add_field (self, &date, LECTERN_PAGE_FIELD_YEAR, i + 4);
      end = i + 5;
    }
  else if (separator == '-' || (separator == '.' && !is_other (self, i + 3, ".")))
    {
      return 0;
    }
  else if (separator == '.')
    {
      end = skip_year (self, &date, i + 3);
      end = MAX (end, i + 4);
    }
  add_date (self, &date);

  return end;
}

/* 20th August, 2021; 17.OCT; 5 de mayo */
static guint
parse_day_first (Parser *self,
                 guint   i)
{
  LecternPageDate date = { 0 };
  guint j;

  if (!is_number (self, i, 1, 2, 31))
    return 0;

  date.day = get (self, i)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i);
  j = skip_ordinal (self, &date, i + 1);
  while (is_other (self, j, ".,-/") || is_word (self, j, "of|de"))
    j++;
  if (get (self, j)->month == 0)
    return 0;

  date.month = get (self, j)->month;
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH_NAME, j);
  j = skip_year (self, &date, j + 1);
  add_date (self, &date);

  return j;
}

/* The rest of “April 28, May 5, 12, 19”: days of the same month. */
static guint
parse_more_days (Parser *self,
                 guint   i,
                 guint   month)
{
  for (;;)
    {
      LecternPageDate date = { 0 };
      guint j = i;

      while (is_other (self, j, ",&") || is_word (self, j, "and|und|et|y|e"))
        j++;
      if (j == i || !is_number (self, j, 1, 2, 31) || is_other (self, j + 1, ":/") ||
          get (self, j + 1)->month > 0 || is_word (self, j + 1, "am|pm"))
        return i;

      date.day = get (self, j)->value;
      date.month = month;
      date.shared = TRUE;
      add_field (self, &date, LECTERN_PAGE_FIELD_DAY, j);
      i = skip_ordinal (self, &date, j + 1);
      if (get (self, i)->month > 0)
        return j - 1;
      i = skip_year (self, &date, i);
      add_date (self, &date);
    }
}

/* Feb 13; Sept 8th, 2025; Dec.9.2020 */
static guint
parse_month_first (Parser *self,
                   guint   i)
{
  LecternPageDate date = { 0 };
  guint j = i + 1;

  if (get (self, i)->month == 0)
    return 0;

  while (is_other (self, j, ".,-/"))
    j++;
  if (!is_number (self, j, 1, 2, 31))
    return 0;

  date.month = get (self, i)->month;
  date.day = get (self, j)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH_NAME, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, j);
  j = skip_ordinal (self, &date, j + 1);
  j = skip_year (self, &date, j);
  add_date (self, &date);

  return parse_more_days (self, j, date.month);
}

static void
add_time_field (Parser               *self,
                LecternPageFieldType  type,
                guint                 i)
{
  LecternPageField field = { type, get (self, i)->start, get (self, i)->end };

  self->when->time[self->when->n_time++] = field;
}

/* 10:00, 2PM, 2:30 pm, 14h30 */
static guint
parse_time (Parser *self,
            guint   i)
{
  LecternPageWhen *when = self->when;
  const LecternPageToken *hour = get (self, i);
  gboolean minutes;
  guint j = i + 1;

  if (hour->type != LECTERN_PAGE_TOKEN_NUMBER || hour->end - hour->start > 2 || hour->value > 24)
    return 0;

  minutes = (is_other (self, j, ":") || (is_word (self, j, "h") && !get (self, j)->spaced)) &&
            get (self, j + 1)->type == LECTERN_PAGE_TOKEN_NUMBER && get (self, j + 1)->value < 60 && !get (self, j + 1)->spaced;
  if (minutes)
    j += 2;
  if (!minutes && !is_word (self, j, "am|pm|h|uhr"))
    return 0;
  if (when->has_time)
    {
      when->range = TRUE;
      return is_word (self, j, "am|pm|h|uhr") ? j + 1 : j;
    }

  when->has_time = TRUE;
  when->hour = hour->value;
  add_time_field (self, LECTERN_PAGE_FIELD_HOUR, i);
  if (minutes)
    {
      when->minute = get (self, i + 2)->value;
      add_time_field (self, LECTERN_PAGE_FIELD_MINUTE, i + 2);
    }
  if (is_word (self, j, "am|pm"))
    {
      add_time_field (self, LECTERN_PAGE_FIELD_HALF, j);
      when->hour = when->hour % 12 + (is_word (self, j, "pm") ? 12 : 0);
    }
  else if (!is_word (self, j, "h|uhr"))
    {
      return j;
    }

  return j + 1;
}

static guint
parse_weekday (Parser *self,
               guint   i)
{
  const LecternPageToken *token = get (self, i);

  if (token->weekday == G_DATE_BAD_WEEKDAY)
    return 0;

  self->weekday = token->weekday;
  self->weekday_field.type = LECTERN_PAGE_FIELD_WEEKDAY;
  self->weekday_field.start = token->start;
  self->weekday_field.end = token->end;

  return i + 1;
}

static guint
parse_one (Parser *self,
           guint   i)
{
  guint (* const parsers[]) (Parser *, guint) = {
    parse_year_first, parse_cjk, parse_time, parse_day_first, parse_numeric, parse_month_first, parse_weekday,
  };
  guint next = 0;
  guint k;

  for (k = 0; k < G_N_ELEMENTS (parsers) && next == 0; k++)
    next = parsers[k] (self, i);

  return next;
}

/* A day of the week after the only date belongs to it. */
static void
give_weekday (Parser *self)
{
  LecternPageDate *date;

  if (self->weekday == G_DATE_BAD_WEEKDAY || self->when->dates->len != 1)
    return;

  date = &g_array_index (self->when->dates, LecternPageDate, 0);
  if (date->weekday == G_DATE_BAD_WEEKDAY && date->n_fields < LECTERN_PAGE_MAX_FIELDS)
    {
      date->weekday = self->weekday;
      date->fields[date->n_fields++] = self->weekday_field;
    }
}

/* “Part (4/4)”: two numbers among words are no date. */
static void
drop_fractions (LecternPageWhen *when)
{
  guint i;

  for (i = 0; when->rest && i < when->dates->len; i++)
    {
      const LecternPageDate *date = &g_array_index (when->dates, LecternPageDate, i);

      if (!date->numeric || date->year > 0 || date->weekday != G_DATE_BAD_WEEKDAY)
        return;
    }
  if (when->rest)
    g_array_set_size (when->dates, 0);
}

/**
 * lectern_page_when_parse:
 * @text: a text
 *
 * Finds the dates and the time of day in a text.  Years that are not said are
 * left open, and so is the order of day and month where both are numbers.
 *
 * Returns: (transfer full): what was found
 */
LecternPageWhen *
lectern_page_when_parse (const char *text)
{
  LecternPageWhen *when = g_new0 (LecternPageWhen, 1);
  Parser parser = { text, NULL, when };
  guint i = 0;

  when->dates = g_array_new (FALSE, FALSE, sizeof (LecternPageDate));
  parser.tokens = lectern_page_tokenize (text);

  while (i < parser.tokens->len)
    {
      guint next = parse_one (&parser, i);

      if (next > 0)
        {
          i = next;
          continue;
        }
      when->rest |= get (&parser, i)->type != LECTERN_PAGE_TOKEN_OTHER && !is_word (&parser, i, "at|um|à|de|T");
      when->range |= when->dates->len > 0 && is_other (&parser, i, "-") &&
                     (get (&parser, i + 1)->type == LECTERN_PAGE_TOKEN_NUMBER || get (&parser, i + 1)->month > 0);
      i++;
    }
  give_weekday (&parser);
  drop_fractions (when);
  g_array_unref (parser.tokens);

  return when;
}

/**
 * lectern_page_when_free:
 * @self: (transfer full): what was found
 *
 * Frees it.
 */
void
lectern_page_when_free (LecternPageWhen *self)
{
  g_array_unref (self->dates);
  g_free (self);
}
