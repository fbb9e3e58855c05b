/* lectern-page-read.c: the schedule tables of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-page-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-page-line.h"
#include "lectern-page-words.h"

static void
clear_entry (gpointer data)
{
  g_clear_object (&((LecternPageEntry *) data)->session);
}

static void
clear_when (gpointer data)
{
  g_clear_pointer (&((LecternPageDateRow *) data)->when, lectern_page_when_free);
}

/**
 * lectern_page_reading_free:
 * @self: (transfer full): a reading
 *
 * Frees a reading.
 */
void
lectern_page_reading_free (LecternPageReading *self)
{
  guint i;

  for (i = 0; i < self->columns->len; i++)
    g_clear_pointer ((GPtrArray **) &g_ptr_array_index (self->columns, i), g_ptr_array_unref);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->entries);
  g_array_unref (self->whens);
  g_free (self->first_when);
  g_free (self->evidence.year_source);
  lectern_page_free (self->page);
  g_free (self);
}

/**
 * lectern_page_reading_columns:
 * @self: a reading
 * @table: the number of a table
 *
 * Looks up the columns of a table.
 *
 * Returns: (transfer none) (nullable): the columns, %NULL if it is no schedule
 */
GPtrArray *
lectern_page_reading_columns (LecternPageReading *self,
                              guint               table)
{
  return g_ptr_array_index (self->columns, table);
}

/**
 * lectern_page_reading_row:
 * @self: a reading
 * @table: the number of a table
 * @row: the number of a row in it
 *
 * Looks up a row.
 *
 * Returns: (transfer none): the row
 */
LecternPageRow *
lectern_page_reading_row (LecternPageReading *self,
                          guint               table,
                          guint               row)
{
  return lectern_page_row (self->page, &g_array_index (self->page->tables, LecternPageTable, table), row);
}

/**
 * lectern_page_reading_cell:
 * @self: a reading
 * @table: the number of a table
 * @row: the number of a row in it
 * @column: the number of a column
 *
 * Reads a cell; one that the row does not reach is empty.
 *
 * Returns: (transfer full): what stands in it
 */
LecternPageCell *
lectern_page_reading_cell (LecternPageReading *self,
                           guint               table,
                           guint               row,
                           guint               column)
{
  LecternPageSpan span = { 0, 0 };

  lectern_page_cell_span (self->page, lectern_page_reading_row (self, table, row), column, &span);

  return lectern_page_cell_read (self->page, self->page->text, span);
}

/**
 * lectern_page_reading_when:
 * @self: a reading
 * @table: the number of a schedule table
 * @row: the number of a row in it
 *
 * Looks up what the date cell of a row says.
 *
 * Returns: (transfer none) (nullable): what it says
 */
LecternPageWhen *
lectern_page_reading_when (LecternPageReading *self,
                           guint               table,
                           guint               row)
{
  return g_array_index (self->whens, LecternPageDateRow, self->first_when[table] + row).when;
}

static void
resolve_by (LecternPageReading        *self,
            const LecternPageEvidence *evidence)
{
  LecternPageEvidence copy = *evidence;

  lectern_page_resolve (self->page, self->whens, &copy);
  g_free (copy.year_source);
}

static gboolean
is_misread (LecternPageReading *self,
            LecternPageEntry   *entry)
{
  LecternPageWhen *when = lectern_page_reading_when (self, entry->table, entry->row);
  const LecternPageDate *date;
  GDate wanted;

  if (entry->date < 0 || when == NULL || !lectern_session_get_gdate (entry->session, &wanted))
    return FALSE;
  date = &g_array_index (when->dates, LecternPageDate, entry->date);

  return !date->valid || g_date_compare (&date->date, &wanted) != 0;
}

/**
 * lectern_page_reading_misread:
 * @self: a page, read with the schedule's help
 *
 * Looks whether its dates would be the same if nothing were known but the page.
 *
 * Returns: the first line, from 1, whose date would be another, 0 if none
 */
guint
lectern_page_reading_misread (LecternPageReading *self)
{
  LecternPageEvidence alone = { .today = self->evidence.today };
  guint line = 0;
  guint i;

  resolve_by (self, &alone);
  for (i = 0; i < self->entries->len && line == 0; i++)
    {
      LecternPageEntry *entry = &g_array_index (self->entries, LecternPageEntry, i);

      if (is_misread (self, entry))
        line = lectern_page_reading_row (self, entry->table, entry->row)->line + 1;
    }
  resolve_by (self, &self->evidence);

  return line;
}

/* Reads the date cells of a table.  A schedule has dates in the column of
 * that name, or something else than times of day. */
static gboolean
read_dates (LecternPageReading *self,
            guint               table,
            int                 column)
{
  LecternPageTable *bounds = &g_array_index (self->page->tables, LecternPageTable, table);
  gboolean date = FALSE;
  gboolean time = FALSE;
  guint row;

  self->first_when[table] = self->whens->len;
  for (row = 0; row < bounds->n_rows; row++)
    {
      LecternPageDateRow info = { table };
      LecternPageRow *place = lectern_page_row (self->page, bounds, row);

      if (column >= 0 && place->part == LECTERN_PAGE_PART_BODY && !place->silent)
        {
          g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (self, table, row, column);
          g_autofree char *text = lectern_page_date_text (cell);

          info.when = lectern_page_when_parse (text);
          date |= info.when->dates->len > 0;
          time |= info.when->has_time && info.when->dates->len == 0;
          if (info.when->dates->len == 0)
            info.year = lectern_page_find_year (text, strlen (text), &info.last_year);
        }
      g_array_append_val (self->whens, info);
    }

  return date || !time;
}

static gboolean
is_schedule (LecternPageReading *self,
             guint               table,
             GPtrArray          *columns)
{
  int date = lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_DATE);
  gboolean paper = lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_PAPER) >= 0;
  int title = lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_TITLE);
  gboolean others = lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_PRESENTER) >= 0 ||
                    lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_RESOURCE) >= 0 ||
                    (title >= 0 && ((LecternPageColumn *) g_ptr_array_index (columns, title))->chosen);

  if (date < 0)
    return paper && others && read_dates (self, table, -1);

  return (paper || others) && read_dates (self, table, date);
}

static void
read_tables (LecternPageReading       *self,
             const LecternPageOptions *options)
{
  guint table;

  for (table = 0; table < self->page->tables->len; table++)
    {
      guint n_whens = self->whens->len;
      g_autoptr (GPtrArray) columns =
        lectern_page_columns_read (self->page, &g_array_index (self->page->tables, LecternPageTable, table),
                                   options->columns);

      if (is_schedule (self, table, columns))
        {
          g_ptr_array_add (self->columns, g_steal_pointer (&columns));
        }
      else
        {
          g_array_set_size (self->whens, n_whens);
          g_ptr_array_add (self->columns, NULL);
        }
    }
}

static LecternPageOrder
parse_order (const char *dates)
{
  g_autofree char *folded = dates != NULL ? g_ascii_strdown (dates, -1) : NULL;

  if (folded == NULL)
    return LECTERN_PAGE_ORDER_UNKNOWN;
  if (*folded == 'd')
    return LECTERN_PAGE_ORDER_DAY_FIRST;

  return *folded == 'm' ? LECTERN_PAGE_ORDER_MONTH_FIRST : LECTERN_PAGE_ORDER_UNKNOWN;
}

/* Ids come from the text of the rows, so that the same page gives the same. */
static void
make_ids (LecternPageReading *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < self->entries->len; i++)
    {
      LecternPageEntry *entry = &g_array_index (self->entries, LecternPageEntry, i);
      LecternPageRow *row = lectern_page_reading_row (self, entry->table, entry->row);
      LecternPageLine *line = lectern_page_line (self->page, row->line);
      g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                           (const guchar *) self->page->text + line->start,
                                                           line->end - line->start);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, hash)) + 1;
      g_autofree char *id = NULL;

      id = n > 1 ? g_strdup_printf ("p%.12s-%u", hash, n) : g_strdup_printf ("p%.12s", hash);
      lectern_record_set_string (LECTERN_RECORD (entry->session), LECTERN_SESSION_ID, id);
      g_hash_table_insert (seen, g_steal_pointer (&hash), GUINT_TO_POINTER (n));
    }
}

/* The text of a row, by which it is known again. */
static GBytes *
row_text (LecternPageReading *self,
          guint               table,
          guint               row)
{
  LecternPageLine *line = lectern_page_line (self->page, lectern_page_reading_row (self, table, row)->line);

  return g_bytes_new_from_bytes (self->page->bytes, line->start, line->end - line->start);
}

/* Rows with a date of their own, by their text. */
static GHashTable *
index_rows (LecternPageReading *self)
{
  GHashTable *index = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  guint i;

  for (i = 0; self != NULL && i < self->entries->len; i++)
    {
      LecternPageEntry *entry = &g_array_index (self->entries, LecternPageEntry, i);

      if (entry->date == 0 && entry->n_sharing == 1)
        g_hash_table_insert (index, row_text (self, entry->table, entry->row), entry);
    }

  return index;
}

/* A row that has been read before says the same, under the same header, if
 * its date is still understood as it was. */
static gboolean
reuse_row (LecternPageReading *self,
           LecternPageReading *before,
           GHashTable         *index,
           guint               table,
           guint               row)
{
  g_autoptr (GBytes) text = row_text (self, table, row);
  LecternPageEntry *entry = g_hash_table_lookup (index, text);
  LecternPageWhen *when = lectern_page_reading_when (self, table, row);
  g_autoptr (GBytes) header = NULL;
  g_autoptr (GBytes) old_header = NULL;
  LecternPageEntry copy;
  const LecternPageDate *date;
  GDate old;

  if (entry == NULL || when == NULL || when->dates->len != 1)
    return FALSE;
  header = row_text (self, table, 0);
  old_header = row_text (before, entry->table, 0);
  date = &g_array_index (when->dates, LecternPageDate, 0);
  if (!g_bytes_equal (header, old_header) || !date->valid ||
      !lectern_session_get_gdate (entry->session, &old) || g_date_compare (&old, &date->date) != 0)
    return FALSE;

  copy = *entry;
  copy.session = g_object_ref (entry->session);
  copy.table = table;
  copy.row = row;
  g_array_append_val (self->entries, copy);

  return TRUE;
}

static void
read_rows (LecternPageReading       *self,
           const LecternPageOptions *options,
           LecternPageReading       *before)
{
  g_autoptr (GHashTable) index = index_rows (before);
  guint table;
  guint row;

  for (table = 0; table < self->columns->len; table++)
    {
      LecternPageTable *bounds = &g_array_index (self->page->tables, LecternPageTable, table);

      if (lectern_page_reading_columns (self, table) == NULL)
        continue;
      for (row = 0; row < bounds->n_rows; row++)
        {
          LecternPageRow *place = lectern_page_row (self->page, bounds, row);

          if (place->part == LECTERN_PAGE_PART_BODY && !place->silent &&
              (before == NULL || !reuse_row (self, before, index, table, row)))
            lectern_page_read_row (self, options, table, row);
        }
    }
  if (before == NULL)
    make_ids (self);
}

static gboolean
has_schedule (LecternPageReading *self)
{
  guint table;

  for (table = 0; table < self->columns->len; table++)
    if (lectern_page_reading_columns (self, table) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * lectern_page_read:
 * @bytes: a page
 * @options: how to read it
 * @known: (nullable) (element-type utf8): the dates of the schedule that is
 *   there already
 * @before: (nullable): another reading of nearly the same page, whose sessions
 *   may be taken
 * @error: return location for a #GError of [error@PageError]
 *
 * Reads the schedule tables of a page.
 *
 * Returns: (transfer full) (nullable): what was read
 */
LecternPageReading *
lectern_page_read (GBytes                    *bytes,
                   const LecternPageOptions  *options,
                   GHashTable                *known,
                   LecternPageReading        *before,
                   GError                   **error)
{
  g_autoptr (LecternPage) page = lectern_page_scan (bytes, error);
  LecternPageReading *self;

  if (page == NULL)
    return NULL;

  self = g_new0 (LecternPageReading, 1);
  self->page = g_steal_pointer (&page);
  self->columns = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (LecternPageEntry));
  self->whens = g_array_new (FALSE, FALSE, sizeof (LecternPageDateRow));
  g_array_set_clear_func (self->entries, clear_entry);
  g_array_set_clear_func (self->whens, clear_when);
  self->first_when = g_new0 (guint, self->page->tables->len + 1);
  self->evidence.known = known;
  self->evidence.chosen = parse_order (options->dates);
  if (options->today != NULL)
    self->evidence.today = *options->today;
  else
    lectern_date_today (&self->evidence.today);

  read_tables (self, options);
  lectern_page_resolve (self->page, self->whens, &self->evidence);
  read_rows (self, options, before);

  if (!has_schedule (self))
    {
      g_set_error_literal (error, LECTERN_PAGE_ERROR, LECTERN_PAGE_ERROR_NO_TABLE,
                           _("The page has no table with a schedule: one with a column of dates or papers, and rows below it."));
      lectern_page_reading_free (self);
      return NULL;
    }

  return self;
}
