/* lectern-page-dates.h: dates as people write them
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PAGE_FIELD_DAY,
  LECTERN_PAGE_FIELD_MONTH,
  LECTERN_PAGE_FIELD_MONTH_NAME,
  LECTERN_PAGE_FIELD_YEAR,
  LECTERN_PAGE_FIELD_WEEKDAY,
  LECTERN_PAGE_FIELD_ORDINAL,
  LECTERN_PAGE_FIELD_HOUR,
  LECTERN_PAGE_FIELD_MINUTE,
  LECTERN_PAGE_FIELD_HALF,
} LecternPageFieldType;

/**
 * LecternPageField:
 * @type: what it says
 * @start: the offset in the text
 * @end: the offset after it
 */
typedef struct
{
  LecternPageFieldType type;
  guint                start;
  guint                end;
} LecternPageField;

/* At most what a date and a time can consist of. */
#define LECTERN_PAGE_MAX_FIELDS 8

/**
 * LecternPageDate:
 * @day: 1 to 31; the first number if @numeric
 * @month: 1 to 12; the second number if @numeric
 * @year: the year, 0 if it is not said
 * @weekday: the day of the week, #G_DATE_BAD_WEEKDAY if it is not said
 * @numeric: whether day and month are two numbers in an order that is to be
 *   found out
 * @shared: whether it takes its month from the date before it
 * @valid: whether it could be made out
 * @date: the day that it means, if @valid
 * @year_inferred: whether the year was found elsewhere
 * @n_fields: how many fields
 * @fields: what it consists of, in the order of the text; with @numeric, the
 *   first number is called the day
 */
typedef struct
{
  guint            day;
  guint            month;
  guint            year;
  GDateWeekday     weekday;
  gboolean         numeric;
  gboolean         shared;
  gboolean         valid;
  gboolean         year_inferred;
  GDate            date;
  guint            n_fields;
  LecternPageField fields[LECTERN_PAGE_MAX_FIELDS];
} LecternPageDate;

/**
 * LecternPageWhen:
 * @dates: (element-type LecternPageDate): the dates
 * @has_time: whether there is a time of day
 * @hour: the hour
 * @minute: the minute
 * @time: the fields of the time
 * @n_time: how many
 * @rest: whether the text says more than that
 * @range: whether a date is one of two ends
 * @time_range: whether the time is
 *
 * What a text says about when.
 */
typedef struct
{
  GArray           *dates;
  gboolean          has_time;
  guint             hour;
  guint             minute;
  LecternPageField  time[3];
  guint             n_time;
  gboolean          rest;
  gboolean          range;
  gboolean          time_range;
} LecternPageWhen;

LecternPageWhen *lectern_page_when_parse      (const char            *text);
void             lectern_page_when_free       (LecternPageWhen       *self);

guint            lectern_page_month_parse     (const char            *word,
                                               gsize                  length);
GDateWeekday     lectern_page_weekday_parse   (const char            *word,
                                               gsize                  length);
char            *lectern_page_month_rename    (const char            *word,
                                               gsize                  length,
                                               guint                  month);
char            *lectern_page_weekday_rename  (const char            *word,
                                               gsize                  length,
                                               GDateWeekday           weekday);
guint            lectern_page_find_year       (const char            *text,
                                               gsize                  length,
                                               guint                 *last);

char            *lectern_page_field_format    (const char             *text,
                                               const LecternPageField *field,
                                               gboolean                pad,
                                               gboolean                swap,
                                               const GDate            *date);
char            *lectern_page_time_format     (const char             *text,
                                               const LecternPageField *field,
                                               guint                   hour,
                                               guint                   minute,
                                               gboolean                half,
                                               gboolean                minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageWhen, lectern_page_when_free)

G_END_DECLS
