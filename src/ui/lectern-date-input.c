/* lectern-date-input.c: dates and times as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-date-input.h"

#include <langinfo.h>
#include <string.h>

#define MAX_NUMBERS 3

/* What was found in a text: numbers with their lengths, and a month's name. */
typedef struct
{
  guint    numbers[MAX_NUMBERS];
  guint    lengths[MAX_NUMBERS];
  guint    n_numbers;
  guint    month;
  gunichar separator;
} Words;

/**
 * lectern_date_input_month_first:
 *
 * Tells whether the user's locale writes a numeric date with the month before
 * the day.
 *
 * Returns: whether it does
 */
gboolean
lectern_date_input_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strstr (format, "%m");
  const char *day = strstr (format, "%d");

  if (day == NULL)
    day = strstr (format, "%e");
  if (strstr (format, "%D") != NULL)
    return TRUE;

  return month != NULL && day != NULL && month < day;
}

static char *
fold (const char *text,
      gssize      length)
{
  g_autofree char *normal = g_utf8_normalize (text, length, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

/* A name may be cut short after its third letter, as in “Sept”. */
static gboolean
is_name (const char *word,
         const char *name)
{
  g_autofree char *folded = fold (name, -1);

  if (strcmp (word, folded) == 0)
    return TRUE;

  return g_utf8_strlen (word, -1) >= 3 && g_str_has_prefix (folded, word);
}

static gboolean
is_formatted (const char *word,
              GDateTime  *time,
              const char *format)
{
  g_autofree char *name = g_date_time_format (time, format);
  gsize length = name != NULL ? strlen (name) : 0;

  if (length == 0)
    return FALSE;
  if (name[length - 1] == '.')
    name[length - 1] = '\0';

  return is_name (word, name);
}

static guint
find_month (const char *word)
{
  static const char * const english[] = {
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
  };
  static const char * const formats[] = { "%B", "%OB", "%b", "%Ob" };

  for (guint month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          if (is_formatted (word, time, formats[i]))
            return month;
        }
    }

  for (guint month = 1; month <= 12; month++)
    {
      if (is_name (word, english[month - 1]))
        return month;
    }

  return 0;
}

/* A weekday says nothing that the day does not say, and the little words of
 * a date neither. */
static gboolean
can_be_skipped (const char *word)
{
  static const char * const words[] = {
    "st", "nd", "rd", "th", "of", "the", "er", "de", "del", "den", "d", "le",
    "年", "月", "日", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word, words[i]) == 0 || (strlen (words[i]) > 5 && is_name (word, words[i])))
        return TRUE;
    }

  for (guint day = 1; day <= 7; day++)
    {
      /* It began with a Monday. */
      g_autoptr (GDateTime) time = g_date_time_new_utc (2001, 1, day, 0, 0, 0);

      if (is_formatted (word, time, "%A") || is_formatted (word, time, "%a"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_number (Words       *words,
            const char **text)
{
  guint value = 0;
  guint length = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (*text)); *text = g_utf8_next_char (*text))
    {
      value = value * 10 + g_unichar_digit_value (g_utf8_get_char (*text));
      length++;
      if (length > 4)
        return FALSE;
    }

  if (words->n_numbers == MAX_NUMBERS)
    return FALSE;
  words->numbers[words->n_numbers] = value;
  words->lengths[words->n_numbers] = length;
  words->n_numbers++;

  return TRUE;
}

static gboolean
add_word (Words       *words,
          const char **text)
{
  const char *start = *text;
  g_autofree char *word = NULL;
  guint month;

  while (g_unichar_isalpha (g_utf8_get_char (*text)) || g_unichar_ismark (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
  word = fold (start, *text - start);

  if (can_be_skipped (word))
    return TRUE;

  month = words->month == 0 ? find_month (word) : 0;
  words->month = month;

  return month != 0;
}

static gboolean
read_words (const char *text,
            Words      *words)
{
  *words = (Words) { 0 };

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isdigit (c))
        {
          if (!add_number (words, &text))
            return FALSE;
        }
      else if (g_unichar_isalpha (c))
        {
          if (!add_word (words, &text))
            return FALSE;
        }
      else if (g_unichar_isspace (c) || c == '.' || c == ',' || c == '/' || c == '-'
               || c == 0x200e || c == 0x200f)
        {
          if (words->n_numbers == 1 && (c == '.' || c == '/' || c == '-'))
            words->separator = c;
          text = g_utf8_next_char (text);
        }
      else
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_date (GDate *date,
          guint  day,
          guint  month,
          guint  year)
{
  if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1 || year > 9999
      || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);

  return TRUE;
}

static gboolean
set_full_date (GDate       *date,
               guint        day,
               guint        month,
               guint        year,
               guint        year_length,
               const GDate *near)
{
  if (year_length == 2 && near != NULL)
    return set_date (date, day, month, 2000 + year);

  return year_length == 4 && year >= 1000 && set_date (date, day, month, year);
}

/* Without a year it is the one that is nearest. */
static gboolean
set_near_date (GDate       *date,
               guint        day,
               guint        month,
               const GDate *near)
{
  gboolean found = FALSE;

  for (int offset = -1; near != NULL && offset <= 1; offset++)
    {
      GDate candidate;

      if (set_date (&candidate, day, month, g_date_get_year (near) + offset)
          && (!found || ABS (g_date_days_between (near, &candidate))
                        < ABS (g_date_days_between (near, date))))
        {
          *date = candidate;
          found = TRUE;
        }
    }

  return found;
}

/* Where the day stands last, one digit may be the first of two. */
static gboolean
is_last (guint        length,
         const GDate *near)
{
  return length == 2 || (length == 1 && near != NULL);
}

/**
 * lectern_date_input_parse:
 * @text: what was typed
 * @month_first: whether 04/01/2023 is the first of April
 * @near: (nullable): a date near the one that is meant, or %NULL if the text
 *   may not be finished: then the year must stand there with four digits
 * @date: (out caller-allocates): the date
 *
 * Reads a date as people write it: 2023-01-04, 4.1.2023, 04/01/2023, 4 Jan
 * 2023, Wednesday 4 January 2023; months and weekdays in the user's language
 * or in English.
 *
 * Returns: whether @text is a date, of a day that exists
 */
gboolean
lectern_date_input_parse (const char  *text,
                          gboolean     month_first,
                          const GDate *near,
                          GDate       *date)
{
  Words words;
  const guint *n = words.numbers;
  guint first, second;

  if (!read_words (text, &words) || words.n_numbers == 0)
    return FALSE;

  if (words.month != 0)
    {
      if (words.n_numbers == 1)
        return words.lengths[0] <= 2 && set_near_date (date, n[0], words.month, near);
      if (words.n_numbers != 2)
        return FALSE;
      if (words.lengths[0] == 4)
        return is_last (words.lengths[1], near)
               && set_full_date (date, n[1], words.month, n[0], 4, near);
      return words.lengths[0] <= 2
             && set_full_date (date, n[0], words.month, n[1], words.lengths[1], near);
    }

  if (words.n_numbers == 3 && words.lengths[0] == 4)
    return words.lengths[1] <= 2 && is_last (words.lengths[2], near)
           && set_date (date, n[2], n[1], n[0]);

  if (words.n_numbers < 2 || words.lengths[0] > 2 || words.lengths[1] > 2)
    return FALSE;

  /* With points the day is first everywhere. */
  first = month_first && words.separator != '.' ? n[1] : n[0];
  second = month_first && words.separator != '.' ? n[0] : n[1];
  if (second > 12 && first <= 12)
    {
      guint swap = first;

      first = second;
      second = swap;
    }

  if (words.n_numbers == 2)
    return words.separator != 0 && words.separator != '-'
           && set_near_date (date, first, second, near);

  return set_full_date (date, first, second, n[2], words.lengths[2], near);
}

/**
 * lectern_date_input_is_numeric:
 * @text: what was typed
 *
 * Tells whether a text that is no date can only be meant as one, such as
 * 2023-02-30: numbers and what stands between them.
 *
 * Returns: whether it looks like a date
 */
gboolean
lectern_date_input_is_numeric (const char *text)
{
  Words words;

  return read_words (text, &words) && words.month == 0
         && words.n_numbers == 3;
}

/**
 * lectern_time_input_parse:
 * @text: what was typed
 * @finished: whether no more is to come: then 15 is a time too
 *
 * Reads a time of day as people write it: 15:00, 9.30, 3 pm.
 *
 * Returns: (transfer full) (nullable): the time as HH:MM, %NULL if it is none
 */
char *
lectern_time_input_parse (const char *text,
                          gboolean    finished)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  char *rest = g_strstrip (lower);
  guint hour = 0, minute = 0;
  gboolean has_minute = FALSE, has_half = FALSE;
  guint i;

  for (i = 0; i < 2 && g_ascii_isdigit (*rest); i++, rest++)
    hour = hour * 10 + g_ascii_digit_value (*rest);
  if (i == 0)
    return NULL;

  if ((*rest == ':' || *rest == '.' || *rest == 'h')
      && g_ascii_isdigit (rest[1]) && g_ascii_isdigit (rest[2]))
    {
      minute = g_ascii_digit_value (rest[1]) * 10 + g_ascii_digit_value (rest[2]);
      has_minute = TRUE;
      rest += 3;
    }

  rest = g_strchug (rest);
  if (g_str_equal (rest, "am") || g_str_equal (rest, "pm"))
    {
      if (hour < 1 || hour > 12)
        return NULL;
      hour = hour % 12 + (*rest == 'p' ? 12 : 0);
      has_half = TRUE;
    }
  else if (*rest != '\0')
    return NULL;

  if (hour > 23 || minute > 59 || (!has_minute && !has_half && !finished))
    return NULL;

  return g_strdup_printf ("%02u:%02u", hour, minute);
}
