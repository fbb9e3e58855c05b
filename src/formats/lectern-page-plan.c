/* lectern-page-plan.c: what publishing is going to do to each row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-plan.h"

#include <string.h>

#include "lectern-page-line.h"

static void
free_row (LecternPageRowPlan *plan)
{
  g_free (plan->sessions);
  g_free (plan->line);
  g_free (plan);
}

static void
free_new (LecternPageNewPlan *plan)
{
  g_free (plan->line);
  g_free (plan);
}

/**
 * lectern_page_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
lectern_page_plan_free (LecternPagePlan *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->added);
  g_hash_table_unref (self->manners);
  g_free (self);
}

static void
plan_rows (LecternPagePlan *self,
           LecternSchedule *schedule,
           const int       *session_of)
{
  GArray *entries = self->context.reading->entries;
  guint i = 0;

  while (i < entries->len)
    {
      LecternPageEntry *entry = &g_array_index (entries, LecternPageEntry, i);
      LecternPageRowPlan *plan = g_new0 (LecternPageRowPlan, 1);
      guint k;

      plan->table = entry->table;
      plan->row = entry->row;
      plan->first_entry = i;
      plan->n_entries = entry->n_sharing;
      plan->sessions = g_new0 (LecternSession *, plan->n_entries);
      plan->removed = TRUE;
      for (k = 0; k < plan->n_entries; k++)
        if (session_of[i + k] >= 0)
          {
            plan->sessions[k] = lectern_schedule_get_session (schedule, session_of[i + k]);
            plan->removed = FALSE;
          }
      g_ptr_array_add (self->rows, plan);
      i += plan->n_entries;
    }
}

/**
 * lectern_page_plan_new:
 * @reading: a page
 * @schedule: a schedule
 * @options: where the notes are
 *
 * Plans what publishing a schedule does to a page.
 *
 * Returns: (transfer full): the plan
 */
LecternPagePlan *
lectern_page_plan_new (LecternPageReading       *reading,
                       LecternSchedule          *schedule,
                       const LecternPageOptions *options)
{
  LecternPagePlan *self = g_new0 (LecternPagePlan, 1);
  g_autofree int *session_of = NULL;

  self->context.reading = reading;
  self->context.notes_folder = options->notes_folder;
  self->context.notes_url = options->notes_url;
  self->page = reading->page;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) free_new);
  self->manners = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) lectern_page_manner_free);

  session_of = lectern_page_align (&self->context, schedule);
  plan_rows (self, schedule, session_of);
  lectern_page_plan_place (self, schedule, session_of);

  return self;
}

/**
 * lectern_page_plan_manner:
 * @self: a plan
 * @table: the number of a table
 * @column: the number of a column
 *
 * Finds out how a column is written, once.
 *
 * Returns: (transfer none): the manner
 */
LecternPageManner *
lectern_page_plan_manner (LecternPagePlan *self,
                          guint            table,
                          guint            column)
{
  gpointer key = GUINT_TO_POINTER (table * 1024 + MIN (column, 1023));
  LecternPageManner *manner = g_hash_table_lookup (self->manners, key);

  if (manner == NULL)
    {
      manner = lectern_page_manner_read (self->context.reading, table, column);
      g_hash_table_insert (self->manners, key, manner);
    }

  return manner;
}

static LecternPageEntry *
entry_of (LecternPagePlan    *self,
          LecternPageRowPlan *plan,
          guint               i)
{
  return &g_array_index (self->context.reading->entries, LecternPageEntry, plan->first_entry + i);
}

static char *
aim_key (LecternPagePlan  *self,
         LecternPageEntry *entry,
         guint             column,
         LecternSession   *session)
{
  g_autoptr (LecternPageAim) aim = lectern_page_aim_new (&self->context, entry, entry->table, column, session);

  return lectern_page_aim_key (aim);
}

/* What the cell says when its new text is read, which decides whether it may
 * stand there. */
static gboolean
says (LecternPagePlan *self,
      LecternPageRole  role,
      const char      *text,
      const char      *key)
{
  LecternPageSpan span = { 0, strlen (text) };
  g_autoptr (LecternPageCell) cell = lectern_page_cell_read (self->page, text, span);
  g_autoptr (LecternPageAim) aim = lectern_page_aim_of_cell (role, cell, text);
  g_autofree char *found = lectern_page_aim_key (aim);

  return strcmp (found, key) == 0;
}

/* A location may hold a passcode: it is published only where the user chose a
 * column for it. */
static gboolean
is_private (LecternPageColumn *column)
{
  return column->role == LECTERN_PAGE_COLUMN_LOCATION && !column->chosen;
}

static gboolean
fits (LecternPagePlan *self,
      guint            table,
      guint            row,
      guint            column,
      const char      *text)
{
  guint n = lectern_page_reading_columns (self->context.reading, table)->len;
  g_autofree char **cells = g_new0 (char *, n);
  g_autofree char *line = NULL;

  cells[column] = (char *) text;
  line = lectern_page_line_write (self->context.reading, table, row, cells, n);

  return lectern_page_line_check (self->context.reading, table, row, line, cells, n);
}

/* A cell of a row that stands there: its new text, %NULL if there is none
 * that says what it should. */
static char *
write_cell (LecternPagePlan  *self,
            LecternPageEntry *entry,
            guint             row,
            guint             column,
            LecternSession   *session)
{
  LecternPageReading *reading = self->context.reading;
  LecternPageColumn *info = g_ptr_array_index (lectern_page_reading_columns (reading, entry->table), column);
  LecternPageManner *manner = lectern_page_plan_manner (self, entry->table, column);
  g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (reading, entry->table, row, column);
  guint attempt;

  if (is_private (info))
    return NULL;

  for (attempt = 0; attempt < 8; attempt++)
    {
      g_autoptr (LecternPageAim) aim = lectern_page_aim_new (&self->context, entry, entry->table, column, session);
      g_autofree char *key = lectern_page_aim_key (aim);
      g_autofree char *text = lectern_page_edit_cell (self->page, cell, aim, manner, attempt);

      if (text == NULL)
        continue;
      g_strstrip (text);
      if (says (self, info->role, text, key) && fits (self, entry->table, row, column, text))
        return g_steal_pointer (&text);
    }

  return NULL;
}

static char *
write_date (LecternPagePlan    *self,
            LecternPageRowPlan *plan,
            guint               column)
{
  LecternPageReading *reading = self->context.reading;
  LecternPageEntry *entry = entry_of (self, plan, 0);
  g_autofree char *text = NULL;
  GDate date;

  if (entry->date >= 0 && lectern_session_get_gdate (plan->sessions[0], &date))
    text = lectern_page_date_edit (reading, plan->table, plan->row, column, plan->sessions);
  else if (plan->n_entries == 1)
    text = lectern_page_date_new (reading, plan->table, column, plan->row, plan->sessions[0], plan->plain);

  return text != NULL && fits (self, plan->table, plan->row, column, text) ? g_steal_pointer (&text) : NULL;
}

/* Whether all sessions of the row want the same of a column, and whether that
 * is something new. */
static gboolean
compare (LecternPagePlan    *self,
         LecternPageRowPlan *plan,
         guint               column,
         gboolean            date,
         gboolean           *changed)
{
  g_autofree char *first = aim_key (self, entry_of (self, plan, 0), column, plan->sessions[0]);
  gboolean same = TRUE;
  guint i;

  *changed = FALSE;
  for (i = 0; i < plan->n_entries; i++)
    {
      LecternPageEntry *entry = entry_of (self, plan, i);
      g_autofree char *now = aim_key (self, entry, column, plan->sessions[i]);
      g_autofree char *old = aim_key (self, entry, column, entry->session);

      *changed |= strcmp (now, old) != 0;
      same &= date || strcmp (now, first) == 0;
    }

  return same;
}

static gboolean
is_same (LecternPagePlan    *self,
         LecternPageRowPlan *plan)
{
  guint i;

  for (i = 0; i < plan->n_entries; i++)
    if (plan->sessions[i] == NULL ||
        !lectern_page_entry_same (entry_of (self, plan, i), plan->sessions[i]))
      return FALSE;

  return !plan->write_date;
}

static void
refuse (LecternPageRowPlan *plan,
        guint               column)
{
  plan->refused |= G_GUINT64_CONSTANT (1) << MIN (column, 63);
}

static gboolean
is_whole (LecternPageRowPlan *plan)
{
  guint i;

  for (i = 0; i < plan->n_entries; i++)
    if (plan->sessions[i] == NULL)
      return FALSE;

  return TRUE;
}

/**
 * lectern_page_plan_write_row:
 * @self: a plan
 * @plan: a row of it that stays
 *
 * Writes the line that is to stand in the row's place, if it changes.
 */
void
lectern_page_plan_write_row (LecternPagePlan    *self,
                             LecternPageRowPlan *plan)
{
  GPtrArray *columns = lectern_page_reading_columns (self->context.reading, plan->table);
  g_autofree char **cells = g_new0 (char *, columns->len);
  guint i;

  g_clear_pointer (&plan->line, g_free);
  plan->changed = 0;
  if (is_same (self, plan))
    return;
  if (!is_whole (plan))
    {
      plan->refused = G_MAXUINT64;
      return;
    }

  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *column = g_ptr_array_index (columns, i);
      gboolean date = column->role == LECTERN_PAGE_COLUMN_DATE;
      guint64 bit = G_GUINT64_CONSTANT (1) << MIN (i, 63);
      gboolean changed;
      gboolean same;

      if (plan->refused & bit)
        continue;
      same = compare (self, plan, i, date, &changed);
      if (!changed && !(date && plan->write_date))
        continue;
      if (same)
        cells[i] = date ? write_date (self, plan, i)
                        : write_cell (self, entry_of (self, plan, 0), plan->row, i, plan->sessions[0]);
      if (cells[i] == NULL)
        refuse (plan, i);
      else
        plan->changed |= bit;
    }

  if (plan->changed != 0)
    plan->line = lectern_page_line_write (self->context.reading, plan->table, plan->row, cells, columns->len);
  for (i = 0; i < columns->len; i++)
    g_free (cells[i]);
}

/* The cells of a new row.  Returns whether all could be written. */
static gboolean
write_new_cells (LecternPagePlan     *self,
                 LecternPageNewPlan  *plan,
                 char               **cells)
{
  LecternPageReading *reading = self->context.reading;
  GPtrArray *columns = lectern_page_reading_columns (reading, plan->table);
  LecternPageSpan nowhere = { 0, 0 };
  g_autoptr (LecternPageCell) empty = lectern_page_cell_read (self->page, self->page->text, nowhere);
  guint i;

  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *column = g_ptr_array_index (columns, i);
      LecternPageManner *manner = lectern_page_plan_manner (self, plan->table, i);
      guint attempt;

      if (column->role == LECTERN_PAGE_COLUMN_DATE)
        {
          cells[i] = lectern_page_date_new (reading, plan->table, i, plan->model, plan->session, plan->plain);
          continue;
        }
      if (is_private (column))
        {
          cells[i] = g_strdup ("");
          continue;
        }
      for (attempt = 3; attempt < 8 && cells[i] == NULL; attempt += 4)
        {
          g_autoptr (LecternPageAim) aim = lectern_page_aim_new (&self->context, NULL, plan->table, i, plan->session);
          g_autofree char *key = lectern_page_aim_key (aim);
          g_autofree char *text = lectern_page_edit_cell (self->page, empty, aim, manner, attempt);

          if (text != NULL && says (self, column->role, text, key) &&
              fits (self, plan->table, plan->model, i, text))
            cells[i] = g_steal_pointer (&text);
        }
      if (cells[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_page_plan_write_new:
 * @self: a plan
 * @plan: a new row of it
 *
 * Writes the line of a new row.
 */
void
lectern_page_plan_write_new (LecternPagePlan    *self,
                             LecternPageNewPlan *plan)
{
  guint n = lectern_page_reading_columns (self->context.reading, plan->table)->len;
  g_autofree char **cells = g_new0 (char *, n);
  guint i;

  g_clear_pointer (&plan->line, g_free);
  if (write_new_cells (self, plan, cells))
    plan->line = lectern_page_line_write (self->context.reading, plan->table, plan->model, cells, n);
  if (plan->line == NULL ||
      !lectern_page_line_check (self->context.reading, plan->table, plan->model, plan->line, cells, n))
    plan->refused = TRUE;

  for (i = 0; i < n; i++)
    g_free (cells[i]);
}

/* A row without a date has that of the row above: when that changes, its own
 * has to be written. */
static void
settle_inherited (LecternPagePlan *self)
{
  LecternSession *above = NULL;
  guint i;

  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *plan = g_ptr_array_index (self->rows, i);
      LecternPageEntry *entry = entry_of (self, plan, 0);

      if (plan->removed || plan->sessions[0] == NULL)
        continue;
      if (entry->inherits && (above == NULL || g_strcmp0 (lectern_session_get_date (above),
                                                          lectern_session_get_date (plan->sessions[0])) != 0))
        plan->write_date = TRUE;
      above = plan->sessions[plan->n_entries - 1];
    }
}

/**
 * lectern_page_plan_write:
 * @self: a plan
 *
 * Writes all lines that change.
 */
void
lectern_page_plan_write (LecternPagePlan *self)
{
  guint i;

  settle_inherited (self);
  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *plan = g_ptr_array_index (self->rows, i);

      if (!plan->removed)
        lectern_page_plan_write_row (self, plan);
    }
  for (i = 0; i < self->added->len; i++)
    lectern_page_plan_write_new (self, g_ptr_array_index (self->added, i));
}
