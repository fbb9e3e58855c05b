/* lectern-page-resource-column.c: the column that a resource belongs in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-meaning.h"

#include <string.h>

#include "lectern-page-escape.h"

/* The items of a cell of the row as it stands, by their addresses. */
static gboolean
stands_in (LecternPageContext *context,
           LecternPageEntry   *entry,
           guint               column,
           const char         *url,
           gboolean            others)
{
  g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (context->reading, entry->table, entry->row, column);
  g_autoptr (LecternPageContent) content = others ? lectern_page_content_papers (cell)
                                                  : lectern_page_content_resources (cell);
  g_autofree char *key = lectern_page_url_key (url);
  GPtrArray *items = others ? content->others : content->items;
  guint i;

  for (i = 0; i < items->len; i++)
    {
      g_autofree char *other = lectern_page_url_key (lectern_page_content_item (items, i)->url);

      if (strcmp (key, other) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a link of that name stands beside the papers of the row: its address
 * is another one now. */
static gboolean
is_named_in (LecternPageContext *context,
             LecternPageEntry   *entry,
             guint               column,
             const char         *label)
{
  g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (context->reading, entry->table, entry->row, column);
  g_autoptr (LecternPageContent) content = lectern_page_content_papers (cell);
  guint i;

  for (i = 0; i < content->others->len; i++)
    if (g_strcmp0 (label, lectern_page_content_item (content->others, i)->title) == 0)
      return TRUE;

  return FALSE;
}

static int
column_for_label (GPtrArray  *columns,
                  const char *label)
{
  g_autofree char *folded = label != NULL ? g_utf8_casefold (label, -1) : NULL;
  int first = -1;
  guint i;

  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *header = g_utf8_casefold (column->header, -1);

      if (column->role != LECTERN_PAGE_COLUMN_RESOURCE)
        continue;
      if (first < 0)
        first = i;
      if (folded != NULL && *folded != '\0' && (strstr (header, folded) != NULL || strstr (folded, header) != NULL))
        return i;
    }

  return first;
}

/**
 * lectern_page_column_of_resource:
 * @context: what all cells have in common
 * @entry: (nullable): the row as it stands; %NULL for a new one
 * @columns: (element-type LecternPageColumn): the columns of its table
 * @label: (nullable): what the resource is called
 * @url: its address
 *
 * Finds where a resource belongs: where it stands, or where its label says.
 *
 * Returns: the number of a column, -1 for none
 */
int
lectern_page_column_of_resource (LecternPageContext *context,
                                 LecternPageEntry   *entry,
                                 GPtrArray          *columns,
                                 const char         *label,
                                 const char         *url)
{
  int paper = lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_PAPER);
  guint n = 0;
  guint i;

  for (i = 0; i < columns->len; i++)
    n += ((LecternPageColumn *) g_ptr_array_index (columns, i))->role == LECTERN_PAGE_COLUMN_RESOURCE;

  if (entry != NULL && paper >= 0 && stands_in (context, entry, paper, url, TRUE))
    return paper;
  for (i = 0; entry != NULL && n > 1 && i < columns->len; i++)
    if (((LecternPageColumn *) g_ptr_array_index (columns, i))->role == LECTERN_PAGE_COLUMN_RESOURCE &&
        stands_in (context, entry, i, url, FALSE))
      return i;
  if (entry != NULL && n == 0 && paper >= 0 && label != NULL && is_named_in (context, entry, paper, label))
    return paper;

  return column_for_label (columns, label);
}
