/* lectern-page-structure.c: whether the tables of a page are still tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-plan.h"

/* The schedule table that a line of the old page belongs to, -1 for none, and
 * which of its rows the line is. */
static int
find_table (LecternPagePlan  *self,
            int               line,
            LecternPageRow  **row)
{
  guint table;
  guint i;

  for (table = 0; table < self->page->tables->len; table++)
    {
      LecternPageTable *bounds = &g_array_index (self->page->tables, LecternPageTable, table);

      if (lectern_page_reading_columns (self->context.reading, table) == NULL)
        continue;
      for (i = 0; i < bounds->n_rows; i++)
        {
          *row = lectern_page_row (self->page, bounds, i);
          if ((int) (*row)->line == line)
            return table;
        }
    }

  return -1;
}

/* Jekyll takes a header without rows for text, and a table under which stands a
 * line without pipes: the first row, or pipes in that line, make a table of it,
 * which is what it is to GitHub already. */
static gboolean
is_asleep (LecternPagePlan *self,
           guint            table)
{
  LecternPageTable *bounds = &g_array_index (self->page->tables, LecternPageTable, table);
  guint i;

  for (i = 0; i < bounds->n_rows; i++)
    {
      LecternPageRow *row = lectern_page_row (self->page, bounds, i);

      if (row->kramdown.part != LECTERN_PAGE_PART_NONE || row->gfm.part == LECTERN_PAGE_PART_NONE)
        return FALSE;
    }

  return TRUE;
}

/* Whether Jekyll sees the same row in a line that it did not see before; it
 * counts no cells in a rule. */
static gboolean
is_woken (const LecternPageMark *gfm,
          const LecternPageMark *kramdown)
{
  return kramdown->part == gfm->part &&
         (kramdown->part == LECTERN_PAGE_PART_DELIMITER || kramdown->cells == gfm->cells);
}

/**
 * lectern_page_plan_blame_structure:
 * @self: a plan
 * @line: a line of the new page that is not what it was to a renderer
 *
 * Refuses the change of that line, or, where it did not change, those of its
 * table; of all tables if it belongs to none.
 */
void
lectern_page_plan_blame_structure (LecternPagePlan    *self,
                                   LecternPageNewLine *line)
{
  LecternPageRow *row_of_line;
  int table = -1;
  guint i;

  if (line->added != NULL)
    {
      line->added->refused = TRUE;
      return;
    }
  if (line->row != NULL && line->row->line != NULL)
    {
      line->row->refused = G_MAXUINT64;
      return;
    }
  if (line->old >= 0)
    table = find_table (self, line->old, &row_of_line);

  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (self->rows, i);

      if (table < 0 || row->table == (guint) table)
        {
          row->refused = G_MAXUINT64;
          row->removed = FALSE;
        }
    }
  for (i = 0; i < self->added->len; i++)
    {
      LecternPageNewPlan *added = g_ptr_array_index (self->added, i);

      if (table < 0 || added->table == (guint) table)
        added->refused = TRUE;
    }
}

/* A row that changes has at least as many cells as before, or as its header
 * if those beyond are not shown. */
static gboolean
same_mark (const LecternPageMark *before,
           const LecternPageMark *after,
           guint                  shown,
           gboolean               changed)
{
  return before->part == after->part &&
         (before->cells == after->cells || (changed && after->cells >= MIN (before->cells, shown)));
}

static gboolean
same_line (LecternPagePlan    *self,
           LecternPageNewLine *line,
           LecternPage        *after,
           guint               i)
{
  gboolean changed = line->row != NULL && line->row->line != NULL;
  guint shown = changed ? lectern_page_reading_row (self->context.reading, line->row->table, 0)->gfm.cells : 0;
  LecternPageRow *row;
  int table;

  if (!same_mark (&self->page->gfm[line->old], &after->gfm[i], shown, changed))
    return FALSE;
  if (same_mark (&self->page->kramdown[line->old], &after->kramdown[i], G_MAXUINT, changed))
    return TRUE;
  table = find_table (self, line->old, &row);

  return table >= 0 && is_asleep (self, table) && (row->silent || is_woken (&after->gfm[i], &after->kramdown[i]));
}

static gboolean
same_added (LecternPagePlan    *self,
            LecternPageNewPlan *added,
            LecternPage        *after,
            guint               i)
{
  LecternPageRow *model = lectern_page_reading_row (self->context.reading, added->table, added->model);

  if ((after->gfm[i].part != 0) != (model->gfm.part != 0))
    return FALSE;
  if ((after->kramdown[i].part != 0) == (model->kramdown.part != 0))
    return TRUE;

  return is_asleep (self, added->table) && is_woken (&after->gfm[i], &after->kramdown[i]);
}

/**
 * lectern_page_plan_check_structure:
 * @self: a plan
 * @after: the page that came of it
 * @lines: (element-type LecternPageNewLine): what its lines are
 *
 * Looks whether each renderer sees the rows that it saw, and refuses in the
 * plan what it does not see so.
 *
 * Returns: %TRUE if all is right
 */
gboolean
lectern_page_plan_check_structure (LecternPagePlan *self,
                                   LecternPage     *after,
                                   GArray          *lines)
{
  gboolean good = TRUE;
  guint i;

  for (i = 0; i < lines->len && i < after->lines->len; i++)
    {
      LecternPageNewLine *line = &g_array_index (lines, LecternPageNewLine, i);
      gboolean same;

      same = line->added != NULL ? same_added (self, line->added, after, i) : same_line (self, line, after, i);
      if (!same)
        {
          lectern_page_plan_blame_structure (self, line);
          good = FALSE;
        }
    }

  return good;
}
