/* lectern-page-resolve.c: which days the dates of a page mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-resolve.h"

#include <string.h>

static LecternPageDate *
get_date (GArray *rows,
          guint   row,
          guint   date)
{
  return &g_array_index (g_array_index (rows, LecternPageDateRow, row).when->dates, LecternPageDate, date);
}

static guint
n_dates (GArray *rows,
         guint   row)
{
  LecternPageWhen *when = g_array_index (rows, LecternPageDateRow, row).when;

  return when != NULL ? when->dates->len : 0;
}

static void
month_and_day (const LecternPageDate *date,
               LecternPageOrder       order,
               guint                 *month,
               guint                 *day)
{
  gboolean swap = date->numeric &&
                  (date->month > 12 || (order == LECTERN_PAGE_ORDER_MONTH_FIRST && date->day <= 12));

  *month = swap ? date->day : date->month;
  *day = swap ? date->month : date->day;
}

static gboolean
set_date (LecternPageDate  *date,
          LecternPageOrder  order,
          guint             year)
{
  guint month;
  guint day;

  month_and_day (date, order, &month, &day);
  date->valid = year > 0 && g_date_valid_dmy (day, month, year);
  g_date_clear (&date->date, 1);
  if (date->valid)
    g_date_set_dmy (&date->date, day, month, year);

  return date->valid;
}

/* Without a year: the one that brings it nearest to its neighbour. */
static void
set_near (LecternPageDate  *date,
          LecternPageOrder  order,
          const GDate      *near)
{
  guint best = 0;
  int distance = G_MAXINT;
  int k;

  for (k = -1; k <= 1; k++)
    {
      guint year = g_date_get_year (near) + k;
      int apart;

      if (!set_date (date, order, year))
        continue;
      apart = ABS (g_date_days_between (near, &date->date));
      if (apart < distance)
        {
          distance = apart;
          best = year;
        }
    }
  set_date (date, order, best);
  date->year_inferred = TRUE;
}

/* Of “2022/23”, the autumn is in the first and the spring in the second. */
static guint
pick_year (const LecternPageDate *date,
           LecternPageOrder       order,
           guint                  first,
           guint                  last)
{
  guint month;
  guint day;

  month_and_day (date, order, &month, &day);

  return month >= 8 ? first : last;
}

/* A day of the week that is said tells which of the years near it is right. */
static guint
adjust_year (LecternPageDate  *date,
             LecternPageOrder  order,
             guint             year)
{
  static const int steps[] = { 0, -1, 1, -2, 2, -3, 3 };
  guint i;

  if (date->weekday == G_DATE_BAD_WEEKDAY)
    return year;

  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    if (set_date (date, order, year + steps[i]) && g_date_get_weekday (&date->date) == date->weekday)
      return year + steps[i];

  return year;
}

/* The dates from a row on, forward or backward from one that is known. */
static void
spread_back (GArray           *rows,
             guint             start,
             guint             row,
             guint             k,
             LecternPageOrder  order)
{
  GDate near = get_date (rows, row, k)->date;

  for (;;)
    {
      while (k == 0)
        {
          if (row == start)
            return;
          row--;
          k = n_dates (rows, row);
        }
      k--;
      if (get_date (rows, row, k)->year == 0)
        set_near (get_date (rows, row, k), order, &near);
      if (get_date (rows, row, k)->valid)
        near = get_date (rows, row, k)->date;
    }
}

/* Whether a year that is said is this row's own: the table has one, and it is
 * not what the row that begins a section leads to. */
static gboolean
is_own_year (const LecternPageDate *date,
             guint                  first,
             guint                  last,
             gboolean               anchored)
{
  return first > 0 && date->year > 0 && !(anchored && date->year >= first && date->year <= last + 1);
}

/* Resolves the rows of one table; the first year is given if none is said.
 * Returns whether a year had to be given. */
static gboolean
resolve_rows (GArray           *rows,
              guint             start,
              guint             end,
              LecternPageOrder  order,
              guint             first,
              guint             last,
              gboolean          weak)
{
  gboolean known = FALSE;
  gboolean used = FALSE;
  gboolean anchored = FALSE;
  GDate near;
  guint row;
  guint k;

  for (row = start; row < end; row++)
    {
      LecternPageDateRow *info = &g_array_index (rows, LecternPageDateRow, row);

      if (info->year > 0)
        {
          first = info->year;
          last = info->last_year;
          anchored = TRUE;
        }
      for (k = 0; k < n_dates (rows, row); k++)
        {
          LecternPageDate *date = get_date (rows, row, k);

          date->year_inferred = date->year == 0;
          if (date->year > 0)
            set_date (date, order, date->year);
          else if (known && !anchored)
            set_near (date, order, &near);
          else if (first > 0)
            {
              guint year = pick_year (date, order, first, last);

              set_date (date, order, weak && !anchored ? adjust_year (date, order, year) : year);
              used |= !anchored;
            }
          if (!date->valid || is_own_year (date, first, last, anchored))
            continue;
          if (!known && date->year > 0)
            spread_back (rows, start, row, k, order);
          near = date->date;
          known = TRUE;
          anchored = FALSE;
        }
    }

  return used;
}

/* How many dates say their year, and in how many that is one of two or next
 * to them. */
static guint
count_years (GArray *rows,
             guint   start,
             guint   end,
             guint   first,
             guint   last,
             guint  *near)
{
  guint n = 0;
  guint row;
  guint k;

  *near = 0;
  for (row = start; row < end; row++)
    for (k = 0; k < n_dates (rows, row); k++)
      {
        guint year = get_date (rows, row, k)->year;

        n += year > 0;
        *near += year > 0 && year + 1 >= first && year <= last + 1;
      }

  return n;
}

static guint
count_known (GArray     *rows,
             guint       start,
             guint       end,
             GHashTable *known)
{
  guint n = 0;
  guint row;
  guint k;

  for (row = start; row < end; row++)
    for (k = 0; k < n_dates (rows, row); k++)
      {
        LecternPageDate *date = get_date (rows, row, k);
        char text[16];

        if (!date->valid)
          continue;
        g_date_strftime (text, sizeof text, "%Y-%m-%d", &date->date);
        n += g_hash_table_contains (known, text);
      }

  return n;
}

/* The year that the schedule has the table's dates in, 0 if that knows no more
 * of them than the years do that were taken without it. */
static guint
find_known_year (GArray              *rows,
                 guint                start,
                 guint                end,
                 guint                first,
                 guint                last,
                 LecternPageEvidence *evidence)
{
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer text;
  guint most;
  guint best = 0;

  if (evidence->known == NULL)
    return 0;

  /* Another table may have the same days in another year. */
  resolve_rows (rows, start, end, evidence->order, first, last, TRUE);
  most = count_known (rows, start, end, evidence->known);

  g_hash_table_iter_init (&iter, evidence->known);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_hash_table_add (years, GUINT_TO_POINTER ((guint) g_ascii_strtoull (text, NULL, 10)));

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      guint year = GPOINTER_TO_UINT (text);
      guint n;

      resolve_rows (rows, start, end, evidence->order, year, year, FALSE);
      n = count_known (rows, start, end, evidence->known);
      if (n > most || (n == most && best > 0 && year < best))
        {
          most = n;
          best = year;
        }
    }

  return best;
}

static void
resolve_table (LecternPage         *page,
               GArray              *rows,
               guint                start,
               guint                end,
               guint               *previous,
               LecternPageEvidence *evidence)
{
  guint table = g_array_index (rows, LecternPageDateRow, start).table;
  const char *source = NULL;
  gboolean weak = FALSE;
  guint last = 0;
  guint first = lectern_page_year_of_table (page, table, &last, &weak, &source);
  guint near;
  guint n_said = count_years (rows, start, end, first, last, &near);

  /* Years in the rows themselves say more than a heading that most of them
   * contradict. */
  if (n_said > 0 && (weak || near * 2 <= n_said))
    first = 0;
  if (n_said == 0)
    {
      guint known = 0;

      if (first == 0)
        {
          first = last = *previous > 0 ? *previous : g_date_get_year (&evidence->today);
          source = *previous > 0 ? "table" : "today";
          weak = TRUE;
        }
      if (weak)
        known = find_known_year (rows, start, end, first, last, evidence);
      if (known > 0)
        {
          first = last = known;
          weak = FALSE;
          source = "schedule";
        }
    }

  if (resolve_rows (rows, start, end, evidence->order, first, last, weak))
    evidence->year_source[table] = source;
  if (first > 0)
    *previous = first;
}

/**
 * lectern_page_resolve:
 * @page: a page
 * @rows: (element-type LecternPageDateRow): the rows of its schedule tables
 * @evidence: what else is known; what was found out is put there
 *
 * Finds out which day each date of the page means.
 */
void
lectern_page_resolve (LecternPage         *page,
                      GArray              *rows,
                      LecternPageEvidence *evidence)
{
  guint previous = 0;
  guint start = 0;

  lectern_page_resolve_order (rows, evidence);
  evidence->year_source = g_new0 (const char *, page->tables->len + 1);

  while (start < rows->len)
    {
      guint table = g_array_index (rows, LecternPageDateRow, start).table;
      guint end = start;

      while (end < rows->len && g_array_index (rows, LecternPageDateRow, end).table == table)
        end++;
      resolve_table (page, rows, start, end, &previous, evidence);
      start = end;
    }
}
