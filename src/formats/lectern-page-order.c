/* lectern-page-order.c: whether a page writes the day or the month first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-resolve.h"

/* Calls for each date that is two numbers. */
typedef void (*Visit) (const LecternPageDate *date,
                       gpointer               data);

static void
visit_numeric (GArray   *rows,
               Visit     visit,
               gpointer  data)
{
  guint i;
  guint j;

  for (i = 0; i < rows->len; i++)
    {
      LecternPageWhen *when = g_array_index (rows, LecternPageDateRow, i).when;

      for (j = 0; when != NULL && j < when->dates->len; j++)
        {
          const LecternPageDate *date = &g_array_index (when->dates, LecternPageDate, j);

          /* 4/4 is the same either way. */
          if (date->numeric && date->day != date->month)
            visit (date, data);
        }
    }
}

/* What speaks for each order: [0] the day first, [1] the month first. */
typedef struct
{
  LecternPageEvidence *evidence;
  guint                n;
  guint                large[2];      /* a number over 12 */
  guint                named[2];      /* the day of the week that is said */
  guint                known[2];      /* dates of the schedule */
  guint                weekdays[2][8];
  guint                forward[2];    /* steps of a few weeks */
  gint64               last[2];
} Tally;

static gboolean
make (const LecternPageDate *date,
      gboolean               month_first,
      GDate                 *made)
{
  guint day = month_first ? date->month : date->day;
  guint month = month_first ? date->day : date->month;

  if (date->year == 0 || !g_date_valid_dmy (day, month, date->year))
    return FALSE;

  g_date_clear (made, 1);
  g_date_set_dmy (made, day, month, date->year);

  return TRUE;
}

static void
count (const LecternPageDate *date,
       gpointer               data)
{
  Tally *tally = data;
  guint k;

  tally->n++;
  tally->large[0] += date->day > 12;
  tally->large[1] += date->month > 12;

  for (k = 0; k < 2; k++)
    {
      char text[16];
      GDate made;
      gint64 step;

      if (!make (date, k == 1, &made))
        continue;
      tally->weekdays[k][g_date_get_weekday (&made)]++;
      tally->named[k] += date->weekday != G_DATE_BAD_WEEKDAY && date->weekday == g_date_get_weekday (&made);
      if (tally->evidence->known != NULL)
        {
          g_date_strftime (text, sizeof text, "%Y-%m-%d", &made);
          tally->known[k] += g_hash_table_contains (tally->evidence->known, text);
        }
      step = (gint64) g_date_get_julian (&made) - tally->last[k];
      tally->forward[k] += tally->last[k] != 0 && ABS (step) < 60;
      tally->last[k] = g_date_get_julian (&made);
    }
}

static guint
most (const guint *counts)
{
  guint best = 0;
  guint i;

  for (i = 1; i < 8; i++)
    best = MAX (best, counts[i]);

  return best;
}

static gboolean
decide (LecternPageEvidence *evidence,
        guint                day_first,
        guint                month_first)
{
  if (day_first == month_first)
    return FALSE;

  evidence->order = day_first > month_first ? LECTERN_PAGE_ORDER_DAY_FIRST : LECTERN_PAGE_ORDER_MONTH_FIRST;

  return TRUE;
}

/**
 * lectern_page_resolve_order:
 * @rows: (element-type LecternPageDateRow): the rows of a page
 * @evidence: what else is known
 *
 * Finds out whether the page writes the day or the month first: by numbers
 * over twelve, then the schedule, days of the week that are said, the usual
 * one, and the order of the rows.
 */
void
lectern_page_resolve_order (GArray              *rows,
                            LecternPageEvidence *evidence)
{
  Tally tally = { evidence };

  visit_numeric (rows, count, &tally);
  evidence->certain = tally.n == 0 || (tally.large[0] == 0) != (tally.large[1] == 0);
  evidence->guessed = FALSE;

  if (evidence->chosen != LECTERN_PAGE_ORDER_UNKNOWN)
    {
      evidence->order = evidence->chosen;
      return;
    }
  if (decide (evidence, tally.large[0], tally.large[1]) ||
      decide (evidence, tally.known[0], tally.known[1]) ||
      decide (evidence, tally.named[0], tally.named[1]) ||
      decide (evidence, most (tally.weekdays[0]), most (tally.weekdays[1])) ||
      decide (evidence, tally.forward[0], tally.forward[1]))
    return;

  evidence->order = LECTERN_PAGE_ORDER_DAY_FIRST;
  evidence->guessed = tally.n > 0;
}
