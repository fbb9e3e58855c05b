/* lectern-page-manner.c: how the cells of a column are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-edit.h"
#include "lectern-page-words.h"

static void
count (GHashTable *counts,
       char       *text)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));

  g_hash_table_insert (counts, text, GUINT_TO_POINTER (n + 1));
}

static char *
most_common (GHashTable *counts,
             const char *otherwise)
{
  GHashTableIter iter;
  gpointer text;
  gpointer n;
  const char *best = otherwise;
  guint most = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &text, &n))
    if (GPOINTER_TO_UINT (n) > most || (GPOINTER_TO_UINT (n) == most && strcmp (text, best) < 0))
      {
        best = text;
        most = GPOINTER_TO_UINT (n);
      }

  return g_strdup (best);
}

static gboolean
is_plain_separator (const char *text)
{
  gsize start = 0;
  gsize end = strlen (text);

  if (strcmp (text, "<br>") == 0 || strcmp (text, " <br> ") == 0 || strcmp (text, "<br/>") == 0 ||
      strcmp (text, " <br>") == 0 || strcmp (text, "<br> ") == 0)
    return TRUE;
  lectern_page_strip_separators (text, &start, &end);

  return start >= end && strchr (text, '|') == NULL && *text != '\0' && end < 8;
}

/* What stands between the links of a cell, or the names. */
static void
count_separators (LecternPageReading *reading,
                  LecternPageCell    *cell,
                  LecternPageRole     role,
                  GHashTable         *counts)
{
  const char *text = reading->page->text;
  guint i;

  for (i = 0; i + 1 < cell->links->len; i++)
    {
      LecternPageSpan one = lectern_page_cell_link (cell, i)->source;
      LecternPageSpan two = lectern_page_cell_link (cell, i + 1)->source;
      g_autofree char *between = NULL;

      if (one.end == 0 || two.start < one.end)
        continue;
      between = g_strndup (text + one.end, two.start - one.end);
      if (is_plain_separator (between))
        count (counts, g_steal_pointer (&between));
    }

  if (role == LECTERN_PAGE_COLUMN_PRESENTER && cell->links->len == 0 && cell->leaves->len == 1)
    {
      static const char * const separators[] = { ", ", " & ", " and ", "; ", "/", " / " };
      const char *plain = lectern_page_cell_leaf (cell, 0)->text;

      for (i = 0; i < G_N_ELEMENTS (separators); i++)
        if (strstr (plain, separators[i]) != NULL)
          {
            count (counts, g_strdup (separators[i]));
            return;
          }
    }
}

/**
 * lectern_page_manner_read:
 * @reading: a page
 * @table: the number of a schedule table
 * @column: the number of a column
 *
 * Finds out how the cells of a column are written.
 *
 * Returns: (transfer full): the manner
 */
LecternPageManner *
lectern_page_manner_read (LecternPageReading *reading,
                          guint               table,
                          guint               column)
{
  LecternPageManner *self = g_new0 (LecternPageManner, 1);
  LecternPageTable *bounds = &g_array_index (reading->page->tables, LecternPageTable, table);
  LecternPageColumn *info = g_ptr_array_index (lectern_page_reading_columns (reading, table), column);
  g_autoptr (GHashTable) separators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) placeholders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint row;

  for (row = 2; row < bounds->n_rows; row++)
    {
      LecternPageRow *place = lectern_page_row (reading->page, bounds, row);
      g_autoptr (LecternPageCell) cell = NULL;
      g_autofree char *source = NULL;

      if (place->part != LECTERN_PAGE_PART_BODY || place->silent)
        continue;
      cell = lectern_page_reading_cell (reading, table, row, column);
      source = g_strndup (reading->page->text + cell->span.start, cell->span.end - cell->span.start);
      if (lectern_page_is_nothing (source) && strchr (source, '~') == NULL && strchr (source, '*') == NULL)
        count (placeholders, g_steal_pointer (&source));
      count_separators (reading, cell, info->role, separators);
    }

  self->separator = most_common (separators, info->role == LECTERN_PAGE_COLUMN_RESOURCE ? " " : ", ");
  self->placeholder = most_common (placeholders, "");

  return self;
}

/**
 * lectern_page_manner_free:
 * @self: (transfer full): a manner
 *
 * Frees a manner.
 */
void
lectern_page_manner_free (LecternPageManner *self)
{
  g_free (self->separator);
  g_free (self->placeholder);
  g_free (self);
}
