/* lectern-page-date-edit.c: the cell of a date made to say another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-date-form.h"
#include "lectern-date.h"
#include "lectern-page-edit.h"
#include "lectern-page-escape.h"
#include "lectern-page-line.h"

/* Replacements in the joined text of a cell, from the last to the first. */
typedef struct
{
  LecternPageField field;
  char            *text;
} Replacement;

static void
clear_replacement (gpointer data)
{
  g_free (((Replacement *) data)->text);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Replacement *one = a;
  const Replacement *two = b;

  return one->field.start > two->field.start ? -1 : one->field.start < two->field.start;
}

/**
 * lectern_page_date_text:
 * @cell: a cell of dates
 *
 * Joins the text of a cell, with blanks for what is struck out, unless all is:
 * of “~~4 May~~ 11 May” the second counts.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_page_date_text (LecternPageCell *cell)
{
  GString *text = g_string_new (NULL);
  gboolean some;
  guint end = lectern_page_struck_end (cell, &some);
  guint i;

  for (i = 0; i < cell->leaves->len; i++)
    {
      LecternPageLeaf *leaf = lectern_page_cell_leaf (cell, i);
      gsize length = strlen (leaf->text);

      g_string_append (text, leaf->text);
      if (leaf->struck && some && end < cell->leaves->len)
        memset (text->str + text->len - length, ' ', length);
    }

  return g_string_free (text, FALSE);
}

/* Whether numbers below ten have a zero before them in this table. */
static gboolean
finds_zeros (LecternPageReading *reading,
             guint               table,
             guint               column)
{
  LecternPageTable *bounds = &g_array_index (reading->page->tables, LecternPageTable, table);
  int zeros = 0;
  guint row;
  guint i;
  guint k;

  for (row = 2; row < bounds->n_rows; row++)
    {
      LecternPageWhen *when = lectern_page_reading_when (reading, table, row);
      g_autoptr (LecternPageCell) cell = NULL;
      g_autofree char *text = NULL;

      if (when == NULL || when->dates->len == 0)
        continue;
      cell = lectern_page_reading_cell (reading, table, row, column);
      text = lectern_page_date_text (cell);
      for (i = 0; i < when->dates->len; i++)
        {
          const LecternPageDate *date = &g_array_index (when->dates, LecternPageDate, i);

          for (k = 0; k < date->n_fields; k++)
            {
              const LecternPageField *field = &date->fields[k];

              if (field->type != LECTERN_PAGE_FIELD_DAY && field->type != LECTERN_PAGE_FIELD_MONTH)
                continue;
              if (field->end - field->start == 1)
                zeros--;
              else if (text[field->start] == '0')
                zeros++;
            }
        }
    }

  return zeros > 0;
}

static gboolean
is_swapped (const LecternPageReading *reading,
            const LecternPageDate    *date)
{
  return date->numeric && (date->month > 12 ||
                           (reading->evidence.order == LECTERN_PAGE_ORDER_MONTH_FIRST && date->day <= 12));
}

static void
replace_date (LecternPageReading    *reading,
              const char            *text,
              const LecternPageDate *date,
              gboolean               pad,
              const GDate           *wanted,
              GArray                *replacements)
{
  gboolean swap = is_swapped (reading, date);
  guint i;

  if (g_date_compare (&date->date, wanted) == 0)
    return;

  for (i = 0; i < date->n_fields; i++)
    {
      Replacement replacement = { date->fields[i], NULL };

      replacement.text = lectern_page_field_format (text, &date->fields[i], pad, swap, wanted);
      g_array_append_val (replacements, replacement);
    }
}

static gboolean
replace_time (const char      *text,
              LecternPageWhen *when,
              const char      *time,
              GArray          *replacements)
{
  gboolean half = when->n_time > 0 && when->time[when->n_time - 1].type == LECTERN_PAGE_FIELD_HALF;
  gboolean minutes = when->n_time > 1 && when->time[1].type == LECTERN_PAGE_FIELD_MINUTE;
  guint hour;
  guint minute;
  guint i;

  if (time == NULL || !lectern_time_parse (time, &hour, &minute))
    return FALSE;
  if (hour == when->hour && minute == when->minute)
    return TRUE;
  if (when->time_range)
    return FALSE;

  for (i = 0; i < when->n_time; i++)
    {
      Replacement replacement = { when->time[i], NULL };

      replacement.text = lectern_page_time_format (text, &when->time[i], hour, minute, half, minutes);
      g_array_append_val (replacements, replacement);
    }

  return TRUE;
}

/* The part of the page that a field is; %FALSE if it is not written plainly. */
static gboolean
field_source (LecternPageCell        *cell,
              const LecternPageField *field,
              LecternPageSpan        *span)
{
  gsize at = 0;
  guint i;

  for (i = 0; i < cell->leaves->len; i++)
    {
      LecternPageLeaf *leaf = lectern_page_cell_leaf (cell, i);
      gsize length = strlen (leaf->text);

      if (field->start >= at && field->end <= at + length)
        {
          span->start = leaf->source.start + field->start - at;
          span->end = leaf->source.start + field->end - at;
          return leaf->source.end - leaf->source.start == length;
        }
      at += length;
    }

  return FALSE;
}

static char *
apply_to_source (LecternPage     *page,
                 LecternPageCell *cell,
                 GArray          *replacements)
{
  GString *out = g_string_new_len (page->text + cell->span.start, cell->span.end - cell->span.start);
  guint i;

  g_array_sort (replacements, compare);
  for (i = 0; i < replacements->len; i++)
    {
      Replacement *replacement = &g_array_index (replacements, Replacement, i);
      LecternPageSpan span;

      if (!field_source (cell, &replacement->field, &span))
        {
          g_string_free (out, TRUE);
          return NULL;
        }
      g_string_erase (out, span.start - cell->span.start, span.end - span.start);
      g_string_insert (out, span.start - cell->span.start, replacement->text);
    }

  return g_string_free (out, FALSE);
}

/**
 * lectern_page_date_edit:
 * @reading: a page
 * @table: the number of a schedule table
 * @row: the number of a row in it whose date cell has dates
 * @column: the number of that cell's column
 * @sessions: for each valid date in it the session that has it now
 *
 * Writes other dates into a cell, part by part.
 *
 * Returns: (transfer full) (nullable): its Markdown, %NULL if that cannot be
 *   done
 */
char *
lectern_page_date_edit (LecternPageReading  *reading,
                        guint                table,
                        guint                row,
                        guint                column,
                        LecternSession     **sessions)
{
  LecternPageWhen *when = lectern_page_reading_when (reading, table, row);
  g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (reading, table, row, column);
  g_autofree char *text = lectern_page_date_text (cell);
  g_autoptr (GArray) replacements = g_array_new (FALSE, FALSE, sizeof (Replacement));
  gboolean pad = finds_zeros (reading, table, column);
  guint n = 0;
  guint i;

  g_array_set_clear_func (replacements, clear_replacement);
  for (i = 0; i < when->dates->len; i++)
    {
      const LecternPageDate *date = &g_array_index (when->dates, LecternPageDate, i);
      GDate wanted;

      if (!date->valid)
        continue;
      if (!lectern_session_get_gdate (sessions[n++], &wanted))
        return NULL;
      if (g_date_compare (&date->date, &wanted) != 0 && when->range)
        return NULL;
      replace_date (reading, text, date, pad, &wanted, replacements);
    }
  if (when->has_time && !replace_time (text, when, lectern_session_get_time (sessions[0]), replacements))
    return NULL;

  return apply_to_source (reading->page, cell, replacements);
}

static gboolean
is_model (LecternPageWhen *when)
{
  return when != NULL && when->dates->len == 1 && !when->range && !when->rest &&
         g_array_index (when->dates, LecternPageDate, 0).valid;
}

/* The nearest row whose date can be copied. */
static int
find_model (LecternPageReading *reading,
            guint               table,
            guint               near)
{
  guint n_rows = g_array_index (reading->page->tables, LecternPageTable, table).n_rows;
  guint apart;

  for (apart = 0; apart < n_rows; apart++)
    {
      if (near >= apart && is_model (lectern_page_reading_when (reading, table, near - apart)))
        return near - apart;
      if (near + apart < n_rows && is_model (lectern_page_reading_when (reading, table, near + apart)))
        return near + apart;
    }

  return -1;
}

static char *
copy_model (LecternPageReading *reading,
            guint               table,
            guint               column,
            guint               row,
            const GDate        *wanted,
            const char         *time)
{
  LecternPageWhen *when = lectern_page_reading_when (reading, table, row);
  const LecternPageDate *date = &g_array_index (when->dates, LecternPageDate, 0);
  g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (reading, table, row, column);
  g_autofree char *text = lectern_page_date_text (cell);
  g_autoptr (GArray) replacements = g_array_new (FALSE, FALSE, sizeof (Replacement));
  g_autoptr (GString) out = NULL;
  gboolean whole = when->has_time && time != NULL;
  guint first = G_MAXUINT;
  guint last = 0;
  guint i;

  g_array_set_clear_func (replacements, clear_replacement);
  for (i = 0; i < date->n_fields; i++)
    {
      first = MIN (first, date->fields[i].start);
      last = MAX (last, date->fields[i].end);
    }
  replace_date (reading, text, date, finds_zeros (reading, table, column), wanted, replacements);
  if (whole && replace_time (text, when, time, replacements))
    {
      char *copy = apply_to_source (reading->page, cell, replacements);

      if (copy != NULL)
        return copy;
    }

  out = g_string_new_len (text, last);
  g_array_sort (replacements, compare);
  for (i = 0; i < replacements->len; i++)
    {
      Replacement *replacement = &g_array_index (replacements, Replacement, i);

      if (replacement->field.end > last)
        continue;
      g_string_erase (out, replacement->field.start, replacement->field.end - replacement->field.start);
      g_string_insert (out, replacement->field.start, replacement->text);
    }
  g_string_erase (out, 0, first);

  return lectern_page_escape (out->str, FALSE);
}

/**
 * lectern_page_date_new:
 * @reading: a page
 * @table: the number of a schedule table
 * @column: the number of the column of its dates
 * @near: the number of a row whose manner is wanted
 * @session: a session
 * @plain: whether to write the date with its year whatever the others do
 *
 * Writes the date of a session as the table writes dates.
 *
 * Returns: (transfer full): Markdown
 */
char *
lectern_page_date_new (LecternPageReading *reading,
                       guint               table,
                       guint               column,
                       guint               near,
                       LecternSession     *session,
                       gboolean            plain)
{
  const char *text = lectern_session_get_date_text (session);
  int model = plain ? -1 : find_model (reading, table, near);
  GDate wanted;

  if (!lectern_session_get_gdate (session, &wanted))
    {
      /* A dash, since an empty cell would take its date from the row above. */
      if (lectern_session_get_date (session) != NULL)
        return lectern_page_escape (lectern_session_get_date (session), FALSE);
      return text != NULL && *text != '\0' ? lectern_page_escape (text, FALSE) : g_strdup ("–");
    }
  if (model < 0)
    return lectern_date_form_write (plain ? NULL : reading->new_dates, &wanted);

  return copy_model (reading, table, column, model, &wanted, lectern_session_get_time (session));
}
