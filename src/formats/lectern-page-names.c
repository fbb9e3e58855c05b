/* lectern-page-names.c: the names of months and days in several languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-dates.h"

/* Full names, then short ones. */
static const char * const months[][2] = {
  { "January|February|March|April|May|June|July|August|September|October|November|December",
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec" },
  { "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    "Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez" },
  { "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc" },
  { "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic" },
  { "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic" },
  { "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    "jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez" },
  { "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec" },
  { "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec" },
  { "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec" },
  { "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек" },
  { "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
    "янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек" },
};

static const char * const days[][2] = {
  { "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday", "Mon|Tue|Wed|Thu|Fri|Sat|Sun" },
  { "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag", "Mo|Di|Mi|Do|Fr|Sa|So" },
  { "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche", "lun|mar|mer|jeu|ven|sam|dim" },
  { "lunes|martes|miércoles|jueves|viernes|sábado|domingo", "lun|mar|mié|jue|vie|sáb|dom" },
  { "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica", "lun|mar|mer|gio|ven|sab|dom" },
  { "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag", "ma|di|wo|do|vr|za|zo" },
  { "segunda|terça|quarta|quinta|sexta|sábado|domingo", "seg|ter|qua|qui|sex|sáb|dom" },
  { "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag", "mån|tis|ons|tors|fre|lör|sön" },
  { "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag", "man|tir|ons|tor|fre|lør|søn" },
  { "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье", "пн|вт|ср|чт|пт|сб|вс" },
  { "月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日", "月|火|水|木|金|土|日" },
  { "星期一|星期二|星期三|星期四|星期五|星期六|星期日", "周一|周二|周三|周四|周五|周六|周日" },
  { "월요일|화요일|수요일|목요일|금요일|토요일|일요일", "월|화|수|목|금|토|일" },
};

/* What a word means: its number, whose language it is, whether it is written
 * in full. */
typedef struct
{
  guint    number;
  guint    language;
  gboolean full;
} Meaning;

static void
learn (GHashTable *table,
       char       *word,
       guint       number,
       guint       language,
       gboolean    full)
{
  Meaning *meaning;

  if (g_hash_table_contains (table, word))
    {
      g_free (word);
      return;
    }

  meaning = g_new (Meaning, 1);
  meaning->number = number;
  meaning->language = language;
  meaning->full = full;
  g_hash_table_insert (table, word, meaning);
}

/* Full names come first, then short ones, then what begins a full one, such
 * as “Sept” and “Tues”. */
static GHashTable *
learn_names (const char * const (*names)[2],
             guint              n_names)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint pass;
  guint i;
  guint j;

  for (pass = 0; pass < 3; pass++)
    for (i = 0; i < n_names; i++)
      {
        g_auto (GStrv) list = g_strsplit (names[i][pass == 1 ? 1 : 0], "|", -1);

        for (j = 0; list[j] != NULL; j++)
          {
            g_autofree char *folded = g_utf8_casefold (list[j], -1);
            glong length = g_utf8_strlen (folded, -1);
            glong part;

            if (pass < 2)
              learn (table, g_strdup (folded), j + 1, i, pass == 0);
            for (part = 3; pass == 2 && part < length; part++)
              learn (table, g_utf8_substring (folded, 0, part), j + 1, i, FALSE);
          }
      }

  return table;
}

static GHashTable *
month_names (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, learn_names (months, G_N_ELEMENTS (months)));

  return table;
}

static GHashTable *
day_names (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, learn_names (days, G_N_ELEMENTS (days)));

  return table;
}

static const Meaning *
find_name (GHashTable *table,
           const char *word,
           gsize       length)
{
  g_autofree char *folded = NULL;

  if (length < 2 || length > 24)
    return NULL;

  folded = g_utf8_casefold (word, length);

  return g_hash_table_lookup (table, folded);
}

/**
 * lectern_page_month_parse:
 * @word: a word
 * @length: its length
 *
 * Reads the name of a month.
 *
 * Returns: its number, 0 if it is none
 */
guint
lectern_page_month_parse (const char *word,
                          gsize       length)
{
  const Meaning *meaning = find_name (month_names (), word, length);

  return meaning != NULL ? meaning->number : 0;
}

/**
 * lectern_page_weekday_parse:
 * @word: a word
 * @length: its length
 *
 * Reads the name of a day of the week.
 *
 * Returns: the day, %G_DATE_BAD_WEEKDAY if it is none
 */
GDateWeekday
lectern_page_weekday_parse (const char *word,
                            gsize       length)
{
  const Meaning *meaning = find_name (day_names (), word, length);

  return meaning != NULL ? meaning->number : G_DATE_BAD_WEEKDAY;
}

/* The case of one word put on another. */
static char *
like (const char *word,
      gsize       length,
      const char *name)
{
  g_autofree char *old = g_strndup (word, length);
  g_autofree char *upper = g_utf8_strup (old, -1);
  g_autofree char *lower = g_utf8_strdown (old, -1);
  GString *out;

  if (strcmp (old, upper) == 0)
    return g_utf8_strup (name, -1);
  if (strcmp (old, lower) == 0)
    return g_utf8_strdown (name, -1);

  out = g_string_new (NULL);
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (name)));
  g_string_append (out, g_utf8_next_char (name));

  return g_string_free (out, FALSE);
}

static char *
rename_word (GHashTable         *table,
             const char * const (*names)[2],
             const char         *word,
             gsize               length,
             guint               number)
{
  const Meaning *meaning = find_name (table, word, length);
  g_auto (GStrv) list = NULL;
  gboolean full = meaning != NULL && meaning->full;

  /* “May” is both, and stands among short names more often than not. */
  if (full && length <= 3)
    full = FALSE;
  list = g_strsplit (names[meaning != NULL ? meaning->language : 0][full ? 0 : 1], "|", -1);

  return like (word, length, list[number - 1]);
}

/**
 * lectern_page_month_rename:
 * @word: the name of a month
 * @length: its length
 * @month: 1 to 12
 *
 * Writes another month in the same language and manner.
 *
 * Returns: (transfer full): its name
 */
char *
lectern_page_month_rename (const char *word,
                           gsize       length,
                           guint       month)
{
  return rename_word (month_names (), months, word, length, month);
}

/**
 * lectern_page_weekday_rename:
 * @word: the name of a day of the week
 * @length: its length
 * @weekday: a day of the week
 *
 * Writes another day in the same language and manner.
 *
 * Returns: (transfer full): its name
 */
char *
lectern_page_weekday_rename (const char   *word,
                             gsize         length,
                             GDateWeekday  weekday)
{
  return rename_word (day_names (), days, word, length, weekday);
}

/**
 * lectern_page_find_year:
 * @text: a text
 * @length: its length
 * @last: (out) (optional): the last year of it
 *
 * Finds a year, such as in a heading; “2022/23” has two.
 *
 * Returns: the first year, 0 if there is none
 */
guint
lectern_page_find_year (const char *text,
                        gsize       length,
                        guint      *last)
{
  guint first = 0;
  guint latest = 0;
  gsize i;

  for (i = 0; i + 4 <= length; i++)
    {
      guint year = 0;
      guint j;

      if (i > 0 && g_ascii_isdigit (text[i - 1]))
        continue;
      for (j = 0; j < 4 && g_ascii_isdigit (text[i + j]); j++)
        year = year * 10 + (text[i + j] - '0');
      if (j < 4 || (i + 4 < length && g_ascii_isdigit (text[i + 4])) || year < 1990 || year > 2099)
        continue;

      if (first == 0)
        first = year;
      latest = year;
      /* 2022/23, 2022-23 */
      if (i + 7 <= length && (text[i + 4] == '/' || text[i + 4] == '-') &&
          g_ascii_isdigit (text[i + 5]) && g_ascii_isdigit (text[i + 6]) &&
          (i + 7 == length || !g_ascii_isdigit (text[i + 7])) &&
          (guint) ((text[i + 5] - '0') * 10 + text[i + 6] - '0') == (year + 1) % 100)
        latest = year + 1;
    }

  if (last != NULL)
    *last = latest;

  return first;
}
