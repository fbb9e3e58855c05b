/* lectern-page-resolve.h: which days the dates of a page mean
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-dates.h"
#include "lectern-page-scan.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PAGE_ORDER_UNKNOWN,
  LECTERN_PAGE_ORDER_DAY_FIRST,
  LECTERN_PAGE_ORDER_MONTH_FIRST,
} LecternPageOrder;

/**
 * LecternPageDateRow:
 * @table: the number of the table
 * @year: a year that the row gives to those after it, 0 for none
 * @last_year: the second of two such years
 * @when: (nullable): what its date cell says
 */
typedef struct
{
  guint            table;
  guint            year;
  guint            last_year;
  LecternPageWhen *when;
} LecternPageDateRow;

/**
 * LecternPageEvidence:
 * @chosen: the order of day and month that was chosen
 * @known: (nullable) (element-type utf8): the dates of the schedule, if there
 *   is one already
 * @today: today
 * @order: set: the order that was found
 * @certain: set: whether the page leaves no doubt about it
 * @guessed: set: whether it was not even found out
 * @year_source: set: for each table, where its years come from, untranslated;
 *   %NULL if they are written
 */
typedef struct
{
  LecternPageOrder  chosen;
  GHashTable       *known;
  GDate             today;
  LecternPageOrder  order;
  gboolean          certain;
  gboolean          guessed;
  const char      **year_source;
} LecternPageEvidence;

void  lectern_page_resolve         (LecternPage         *page,
                                    GArray              *rows,
                                    LecternPageEvidence *evidence);
void  lectern_page_resolve_order   (GArray              *rows,
                                    LecternPageEvidence *evidence);
guint lectern_page_year_of_table   (LecternPage         *page,
                                    guint                table,
                                    guint               *last,
                                    gboolean            *weak,
                                    const char         **source);

G_END_DECLS
