/* lectern-page-dates.c: dates as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-date-parser.h"

#include <string.h>

static gboolean
is_number (LecternPageDateParser *self,
           guint                  i,
           guint                  digits_min,
           guint                  digits_max,
           guint                  max)
{
  const LecternPageToken *token = lectern_page_token_at (self, i);
  guint digits = token->end - token->start;

  return token->type == LECTERN_PAGE_TOKEN_NUMBER && digits >= digits_min && digits <= digits_max &&
         token->value >= 1 && token->value <= max;
}

static void
add_field (LecternPageDateParser *self,
           LecternPageDate       *date,
           LecternPageFieldType   type,
           guint                  i)
{
  LecternPageField field = { type, lectern_page_token_at (self, i)->start, lectern_page_token_at (self, i)->end };

  if (date->n_fields < LECTERN_PAGE_MAX_FIELDS)
    date->fields[date->n_fields++] = field;
}

static guint
read_year (guint value)
{
  return value < 100 ? 2000 + value : value;
}

static void
add_date (LecternPageDateParser *self,
          LecternPageDate       *date)
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
skip_ordinal (LecternPageDateParser *self,
              LecternPageDate       *date,
              guint                  i)
{
  if (!lectern_page_token_at (self, i)->spaced && lectern_page_word_is (self, i, "st|nd|rd|th|er|º"))
    {
      add_field (self, date, LECTERN_PAGE_FIELD_ORDINAL, i);
      return i + 1;
    }

  return i;
}

/* A year after a date, when there is one: 2022, '22; 14-Jun-22, but not
 * May 13-15. */
static guint
skip_year (LecternPageDateParser *self,
           LecternPageDate       *date,
           guint                  i,
           gunichar               separator)
{
  gboolean joined = separator != 0 && lectern_page_token_at (self, i)->value == separator &&
                    !lectern_page_token_at (self, i + 1)->spaced;
  guint j = i;

  while (lectern_page_token_is (self, j, ",.-/'") || lectern_page_word_is (self, j, "de|of|del"))
    j++;
  if (j > i && lectern_page_token_at (self, j)->type == LECTERN_PAGE_TOKEN_OTHER &&
      lectern_page_token_at (self, j)->value == 0x2019)
    j++;

  if (is_number (self, j, 4, 4, 2199) && lectern_page_token_at (self, j)->value >= 1900)
    ;
  else if (!(is_number (self, j, 2, 2, 99) && j > i &&
             (joined || lectern_page_token_is (self, j - 1, "'") ||
              lectern_page_token_at (self, j - 1)->value == 0x2019)))
    return i;

  date->year = read_year (lectern_page_token_at (self, j)->value);
  add_field (self, date, LECTERN_PAGE_FIELD_YEAR, j);

  return j + 1;
}

/* A character that says what the number before it is, in Chinese, Japanese or
 * Korean. */
static gboolean
is_mark (LecternPageDateParser *self,
         guint                  i,
         gunichar               chinese,
         gunichar               korean)
{
  const LecternPageToken *token = lectern_page_token_at (self, i);

  return token->type == LECTERN_PAGE_TOKEN_OTHER && (token->value == chinese || token->value == korean);
}

static gboolean
is_year_mark (LecternPageDateParser *self,
              guint                  i)
{
  return is_mark (self, i, 0x5e74, 0xb144);
}

static gboolean
is_month_mark (LecternPageDateParser *self,
               guint                  i)
{
  return is_mark (self, i, 0x6708, 0xc6d4);
}

static gboolean
is_day_mark (LecternPageDateParser *self,
             guint                  i)
{
  return is_mark (self, i, 0x65e5, 0xc77c);
}

/* The character between two parts of a date, 0 if none stands alone there. */
static gunichar
separator_at (LecternPageDateParser *self,
              guint                  i,
              guint                  end)
{
  return end == i + 1 && lectern_page_token_is (self, i, "-/") ? lectern_page_token_at (self, i)->value : 0;
}

/* 2022-06-09, 2022/6/9, 2022年6月9日 */
static guint
parse_year_first (LecternPageDateParser *self,
                  guint                  i)
{
  LecternPageDate date = { 0 };
  gunichar separator = lectern_page_token_at (self, i + 1)->value;
  gboolean cjk = is_year_mark (self, i + 1);

  if (!is_number (self, i, 4, 4, 2199) || lectern_page_token_at (self, i)->value < 1900 ||
      !(cjk || lectern_page_token_is (self, i + 1, "-/.")) || !is_number (self, i + 2, 1, 2, 12) ||
      lectern_page_token_at (self, i + 3)->type != LECTERN_PAGE_TOKEN_OTHER ||
      !(cjk ? is_month_mark (self, i + 3) : lectern_page_token_at (self, i + 3)->value == separator) ||
      !is_number (self, i + 4, 1, 2, 31))
    return 0;

  date.year = lectern_page_token_at (self, i)->value;
  date.month = lectern_page_token_at (self, i + 2)->value;
  date.day = lectern_page_token_at (self, i + 4)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_YEAR, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH, i + 2);
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i + 4);
  add_date (self, &date);

  return i + (cjk && is_day_mark (self, i + 5) ? 6 : 5);
}

/* 6月9日 */
static guint
parse_cjk (LecternPageDateParser *self,
           guint                  i)
{
  LecternPageDate date = { 0 };

  if (!is_number (self, i, 1, 2, 12) || !is_month_mark (self, i + 1) || !is_number (self, i + 2, 1, 2, 31))
    return 0;

  date.month = lectern_page_token_at (self, i)->value;
  date.day = lectern_page_token_at (self, i + 2)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i + 2);
  add_date (self, &date);

  return i + (is_day_mark (self, i + 3) ? 4 : 3);
}

/* 06/07/2022, 22.1.19, 10/5, 17.10. */
static guint
parse_numeric (LecternPageDateParser *self,
               guint                  i)
{
  LecternPageDate date = { 0 };
  gunichar separator = lectern_page_token_at (self, i + 1)->value;
  guint end = i + 3;

  if (!is_number (self, i, 1, 2, 31) || !lectern_page_token_is (self, i + 1, "/.-") ||
      !is_number (self, i + 2, 1, 2, 31) ||
      (lectern_page_token_at (self, i)->value > 12 && lectern_page_token_at (self, i + 2)->value > 12))
    return 0;

  date.numeric = TRUE;
  date.day = lectern_page_token_at (self, i)->value;
  date.month = lectern_page_token_at (self, i + 2)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH, i + 2);

  if (lectern_page_token_is (self, i + 3, "/.-") && lectern_page_token_at (self, i + 3)->value == separator &&
      (is_number (self, i + 4, 4, 4, 2199) || is_number (self, i + 4, 2, 2, 99)) &&
      !lectern_page_token_at (self, i + 4)->spaced)
    {
      date.year = read_year (lectern_page_token_at (self, i + 4)->value);
      add_field (self, &date, LECTERN_PAGE_FIELD_YEAR, i + 4);
      end = i + 5;
    }
  else if (separator == '-' || (separator == '.' && !lectern_page_token_is (self, i + 3, ".")))
    {
      return 0;
    }
  else if (separator == '.')
    {
      end = skip_year (self, &date, i + 3, 0);
      end = MAX (end, i + 4);
    }
  add_date (self, &date);

  return end;
}

/* The rest of “3rd–5th May” after the first day, of which it is all that is
 * taken. */
static guint
skip_last_day (LecternPageDateParser *self,
               guint                  i,
               guint                  day)
{
  LecternPageDate last = { 0 };
  guint j = i;

  while (lectern_page_token_is (self, j, "."))
    j++;
  if (!lectern_page_token_is (self, j, "-/") || !is_number (self, j + 1, 1, 2, 31) ||
      lectern_page_token_at (self, j + 1)->value <= day ||
      lectern_page_begins_time (self, j + 1))
    return i;
  last.day = lectern_page_token_at (self, j + 1)->value;

  return skip_ordinal (self, &last, j + 2);
}

/* 20th August, 2021; 17.OCT; 5 de mayo; 3–5 May */
static guint
parse_day_first (LecternPageDateParser *self,
                 guint                  i)
{
  LecternPageDate date = { 0 };
  guint after_day;
  guint after_range;
  guint j;

  if (!is_number (self, i, 1, 2, 31))
    return 0;

  date.day = lectern_page_token_at (self, i)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, i);
  after_day = skip_ordinal (self, &date, i + 1);
  j = after_range = skip_last_day (self, after_day, date.day);
  while (lectern_page_token_is (self, j, ".,-/") || lectern_page_word_is (self, j, "of|de"))
    j++;
  if (lectern_page_token_at (self, j)->month == 0)
    return 0;

  self->when->range |= after_range > after_day;
  date.month = lectern_page_token_at (self, j)->month;
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH_NAME, j);
  j = skip_year (self, &date, j + 1, separator_at (self, after_range, j));
  add_date (self, &date);

  return j;
}

/* The rest of “April 28, May 5, 12, 19”: days of the same month. */
static guint
parse_more_days (LecternPageDateParser *self,
                 guint                  i,
                 guint                  month)
{
  for (;;)
    {
      LecternPageDate date = { 0 };
      guint j = i;

      while (lectern_page_token_is (self, j, ",&") || lectern_page_word_is (self, j, "and|und|et|y|e"))
        j++;
      if (j == i || !is_number (self, j, 1, 2, 31) || lectern_page_token_is (self, j + 1, ":/") ||
          lectern_page_token_at (self, j + 1)->month > 0 || lectern_page_word_is (self, j + 1, "am|pm"))
        return i;

      date.day = lectern_page_token_at (self, j)->value;
      date.month = month;
      date.shared = TRUE;
      add_field (self, &date, LECTERN_PAGE_FIELD_DAY, j);
      i = skip_ordinal (self, &date, j + 1);
      if (lectern_page_token_at (self, i)->month > 0)
        return j - 1;
      i = skip_year (self, &date, i, 0);
      add_date (self, &date);
    }
}

/* Feb 13; Sept 8th, 2025; Dec.9.2020; May 3–5, 2021 */
static guint
parse_month_first (LecternPageDateParser *self,
                   guint                  i)
{
  LecternPageDate date = { 0 };
  gunichar separator;
  guint after_day;
  guint j = i + 1;

  if (lectern_page_token_at (self, i)->month == 0)
    return 0;

  while (lectern_page_token_is (self, j, ".,-/"))
    j++;
  if (!is_number (self, j, 1, 2, 31))
    return 0;

  separator = separator_at (self, i + 1, j);
  date.month = lectern_page_token_at (self, i)->month;
  date.day = lectern_page_token_at (self, j)->value;
  add_field (self, &date, LECTERN_PAGE_FIELD_MONTH_NAME, i);
  add_field (self, &date, LECTERN_PAGE_FIELD_DAY, j);
  after_day = skip_ordinal (self, &date, j + 1);
  j = skip_year (self, &date, after_day, separator);
  if (j == after_day)
    {
      j = skip_last_day (self, after_day, date.day);
      self->when->range |= j > after_day;
      j = skip_year (self, &date, j, 0);
    }
  add_date (self, &date);

  return parse_more_days (self, j, date.month);
}

static guint
parse_one (LecternPageDateParser *self,
           guint                  i)
{
  guint (* const parsers[]) (LecternPageDateParser *, guint) = {
    parse_year_first, parse_cjk, lectern_page_parse_time, parse_day_first, parse_numeric, parse_month_first,
    lectern_page_parse_weekday, lectern_page_parse_cjk_weekday,
  };
  guint next = 0;
  guint k;

  for (k = 0; k < G_N_ELEMENTS (parsers) && next == 0; k++)
    next = parsers[k] (self, i);

  return next;
}

/* A day of the week after the only date belongs to it. */
static void
give_weekday (LecternPageDateParser *self)
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
  LecternPageDateParser parser = { text, NULL, when };
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
      when->rest |= lectern_page_token_at (&parser, i)->type != LECTERN_PAGE_TOKEN_OTHER &&
                    !lectern_page_word_is (&parser, i, "at|um|à|de|T");
      when->range |= when->dates->len > 0 && lectern_page_token_is (&parser, i, "-") &&
                     !lectern_page_begins_time (&parser, i + 1) &&
                     (lectern_page_token_at (&parser, i + 1)->type == LECTERN_PAGE_TOKEN_NUMBER ||
                      lectern_page_token_at (&parser, i + 1)->month > 0);
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
