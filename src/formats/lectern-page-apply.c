/* lectern-page-apply.c: a plan carried out, and looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-plan.h"

/* The page while it is put together. */
typedef struct
{
  LecternPagePlan *plan;
  GString         *out;
  GArray          *lines;
} Builder;

static const char *
line_end (LecternPage *page,
          guint        line,
          gsize       *length)
{
  LecternPageLine *bounds = lectern_page_line (page, line);

  *length = bounds->next - bounds->end;

  return page->text + bounds->end;
}

/* A new line ends as the page's lines do. */
static void
append_end (Builder *self,
            guint    line)
{
  gsize length;
  const char *end = line_end (self->plan->page, line, &length);

  if (length == 0)
    end = line_end (self->plan->page, 0, &length);
  g_string_append_len (self->out, end, length);
}

static void
note_line (Builder            *self,
           int                 old,
           LecternPageRowPlan *row,
           LecternPageNewPlan *added)
{
  LecternPageNewLine line = { old, row, added };

  g_array_append_val (self->lines, line);
}

static void
append_row (Builder            *self,
            guint               line,
            LecternPageRowPlan *row)
{
  LecternPage *page = self->plan->page;
  LecternPageLine *bounds = lectern_page_line (page, line);

  if (row != NULL && row->removed)
    return;

  if (row != NULL && row->line != NULL)
    g_string_append (self->out, row->line);
  else
    g_string_append_len (self->out, page->text + bounds->start, bounds->end - bounds->start);
  g_string_append_len (self->out, page->text + bounds->end, bounds->next - bounds->end);
  note_line (self, line, row, NULL);
}

static void
append_added (Builder            *self,
              guint               line,
              LecternPageNewPlan *added)
{
  LecternPage *page = self->plan->page;
  gboolean open = lectern_page_line (page, line)->next == lectern_page_line (page, line)->end &&
                  self->out->len > 0 && self->out->str[self->out->len - 1] != '\n';

  if (added->refused)
    return;

  /* A page that ends without a line end still does. */
  if (open)
    append_end (self, line);
  g_string_append (self->out, added->line);
  if (!open)
    append_end (self, line);
  note_line (self, -1, NULL, added);
}

/**
 * lectern_page_plan_apply:
 * @self: a plan whose lines are written
 * @lines: (element-type LecternPageNewLine): where to put what the lines of
 *   the new page are
 *
 * Puts the new page together.
 *
 * Returns: (transfer full): the page
 */
GBytes *
lectern_page_plan_apply (LecternPagePlan *self,
                         GArray          *lines)
{
  LecternPage *page = self->page;
  Builder builder = { self, g_string_sized_new (page->length + 1024), lines };
  g_autofree LecternPageRowPlan **rows = g_new0 (LecternPageRowPlan *, page->lines->len + 1);
  guint added = 0;
  guint line;
  guint i;

  g_array_set_size (lines, 0);
  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (self->rows, i);

      rows[lectern_page_reading_row (self->context.reading, row->table, row->row)->line] = row;
    }
  if (page->lines->len > 0)
    g_string_append_len (builder.out, page->text, lectern_page_line (page, 0)->start);

  for (line = 0; line < page->lines->len; line++)
    {
      append_row (&builder, line, rows[line]);
      for (; added < self->added->len; added++)
        {
          LecternPageNewPlan *plan = g_ptr_array_index (self->added, added);

          if (lectern_page_reading_row (self->context.reading, plan->table, plan->after)->line != line)
            break;
          append_added (&builder, line, plan);
        }
    }

  return g_string_free_to_bytes (builder.out);
}

static void
refuse_row (LecternPageRowPlan *row)
{
  row->refused = G_MAXUINT64;
}

/* The column that came out otherwise, -1 for none. */
static int
find_difference (LecternPagePlan    *self,
                 LecternPageContext *after,
                 LecternPageEntry   *entry,
                 LecternSession     *wanted,
                 guint64             skip)
{
  GPtrArray *columns = lectern_page_reading_columns (after->reading, entry->table);
  guint i;

  if (lectern_page_entry_same (entry, wanted))
    return -1;

  for (i = 0; i < columns->len; i++)
    {
      g_autoptr (LecternPageAim) aim = NULL;
      g_autoptr (LecternPageAim) found = NULL;
      g_autofree char *aim_key = NULL;
      g_autofree char *found_key = NULL;
      LecternPageColumn *column = g_ptr_array_index (columns, i);

      if ((skip >> MIN (i, 63)) & 1 || (column->role == LECTERN_PAGE_COLUMN_LOCATION && !column->chosen))
        continue;
      aim = lectern_page_aim_new (after, entry, entry->table, i, wanted);
      found = lectern_page_aim_new (after, entry, entry->table, i, entry->session);
      aim_key = lectern_page_aim_key (aim);
      found_key = lectern_page_aim_key (found);
      if (strcmp (aim_key, found_key) != 0)
        return i;
    }

  return -1;
}

/* A date that did not change is read otherwise: since another of its table
 * did.  The nearest of those stays as it was. */
static gboolean
blame_neighbour (LecternPagePlan    *self,
                 LecternPageRowPlan *innocent,
                 guint               column)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << MIN (column, 63);
  LecternPageRowPlan *nearest = NULL;
  guint i;

  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (self->rows, i);

      if (row->table == innocent->table && !row->removed && (row->changed & bit) != 0 &&
          (nearest == NULL || ABS ((int) row->row - (int) innocent->row) < ABS ((int) nearest->row - (int) innocent->row)))
        nearest = row;
    }
  if (nearest == NULL)
    return FALSE;

  nearest->refused |= bit;

  return TRUE;
}

/* What to do about a row that does not say what it should. */
static void
blame_row (LecternPagePlan    *self,
           LecternPageRowPlan *row,
           guint               column)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << MIN (column, 63);
  LecternPageColumn *info = g_ptr_array_index (lectern_page_reading_columns (self->context.reading, row->table), column);

  if (info->role == LECTERN_PAGE_COLUMN_DATE && (row->changed & bit) == 0 && blame_neighbour (self, row, column))
    return;
  if (info->role == LECTERN_PAGE_COLUMN_DATE && !row->plain && row->n_entries == 1)
    {
      /* In the manner of the table first, if it has not been written yet. */
      row->plain = row->write_date || (row->changed & bit) != 0;
      row->write_date = TRUE;
    }
  else if (row->changed & bit)
    row->refused |= bit;
  else
    refuse_row (row);
}

static gboolean
check_line (LecternPagePlan    *self,
            LecternPageContext *after,
            LecternPageNewLine *line,
            guint               first,
            guint               n)
{
  GArray *entries = after->reading->entries;
  guint i;

  if (line->added != NULL)
    {
      LecternPageEntry *entry = n == 1 ? &g_array_index (entries, LecternPageEntry, first) : NULL;

      if (entry != NULL && find_difference (self, after, entry, line->added->session, 0) < 0)
        return TRUE;
      if (line->added->plain)
        line->added->refused = TRUE;
      line->added->plain = TRUE;
      return FALSE;
    }

  if (line->row->refused == G_MAXUINT64)
    return TRUE;
  if (n != line->row->n_entries)
    {
      refuse_row (line->row);
      return FALSE;
    }
  for (i = 0; i < n; i++)
    {
      int column = find_difference (self, after, &g_array_index (entries, LecternPageEntry, first + i),
                                    line->row->sessions[i], line->row->refused);

      if (column >= 0)
        {
          blame_row (self, line->row, column);
          return FALSE;
        }
    }

  return TRUE;
}

/* The first entry after those of a line. */
static guint
skip_line (LecternPageReading *reading,
           guint               entry,
           guint               line)
{
  for (; entry < reading->entries->len; entry++)
    {
      LecternPageEntry *found = &g_array_index (reading->entries, LecternPageEntry, entry);

      if (lectern_page_reading_row (reading, found->table, found->row)->line != line)
        break;
    }

  return entry;
}

/**
 * lectern_page_plan_check:
 * @self: a plan
 * @bytes: the page that came of it
 * @lines: (element-type LecternPageNewLine): what its lines are
 * @options: how to read it
 * @known: the dates of the schedule
 *
 * Reads the new page and looks whether it says what it should, and whether
 * each renderer still sees the same tables.  What does not come out right is
 * refused in the plan, which is then to be carried out again.
 *
 * Returns: %TRUE if all is right
 */
gboolean
lectern_page_plan_check (LecternPagePlan          *self,
                         GBytes                   *bytes,
                         GArray                   *lines,
                         const LecternPageOptions *options,
                         GHashTable               *known)
{
  g_autoptr (LecternPageReading) reading = lectern_page_read (bytes, options, known, self->context.reading, NULL);
  LecternPageContext after = { reading, self->context.notes_folder, self->context.notes_url };
  gboolean good;
  guint entry = 0;
  guint bad = 0;
  guint i;

  if (reading == NULL)
    {
      LecternPageNewLine all = { -1, NULL, NULL };

      lectern_page_plan_blame_structure (self, &all);
      return FALSE;
    }

  good = lectern_page_plan_check_structure (self, reading->page, lines);
  for (i = 0; good && i < lines->len; i++)
    {
      LecternPageNewLine *line = &g_array_index (lines, LecternPageNewLine, i);
      guint first = entry;

      entry = skip_line (reading, entry, i);
      if (line->row != NULL || line->added != NULL)
        bad += !check_line (self, &after, line, first, entry - first);
    }

  if (!good || bad > 0)
    return FALSE;
  self->misread = lectern_page_reading_misread (reading);

  return TRUE;
}
