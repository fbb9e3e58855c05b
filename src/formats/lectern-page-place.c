/* lectern-page-place.c: where a new session goes in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-plan.h"

/* What a table spans. */
typedef struct
{
  const char *first;      /* the earliest date */
  const char *last;
  int         rising;     /* steps forward less steps backward */
  guint       n;
} Reach;

static LecternSession *
session_of_row (LecternPageRowPlan *plan)
{
  guint i;

  for (i = plan->n_entries; i-- > 0; )
    if (plan->sessions[i] != NULL)
      return plan->sessions[i];

  return NULL;
}

static gboolean
has_day (LecternSession *session)
{
  GDate date;

  return session != NULL && lectern_session_get_gdate (session, &date);
}

static void
measure (LecternPagePlan *self,
         guint            table,
         Reach           *reach)
{
  const char *before = NULL;
  guint i;

  memset (reach, 0, sizeof *reach);
  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *plan = g_ptr_array_index (self->rows, i);
      LecternSession *session = session_of_row (plan);
      const char *date;

      if (plan->table != table || !has_day (session))
        continue;
      date = lectern_session_get_date (session);
      reach->n++;
      if (before != NULL)
        reach->rising += (strcmp (date, before) > 0) - (strcmp (date, before) < 0);
      if (reach->first == NULL || strcmp (date, reach->first) < 0)
        reach->first = date;
      if (reach->last == NULL || strcmp (date, reach->last) > 0)
        reach->last = date;
      before = date;
    }
}

static guint
days_apart (const char *a,
            const char *b)
{
  GDate one;
  GDate two;

  g_date_clear (&one, 1);
  g_date_clear (&two, 1);
  g_date_set_parse (&one, a);
  g_date_set_parse (&two, b);
  if (!g_date_valid (&one) || !g_date_valid (&two))
    return G_MAXUINT;

  return ABS (g_date_days_between (&one, &two));
}

/* The table whose dates are nearest; a term's table goes on after its last
 * date rather than begins before its first. */
static int
find_table (LecternPagePlan *self,
            const Reach     *reaches,
            LecternSession  *session,
            int              neighbour)
{
  GPtrArray *tables = self->context.reading->columns;
  guint best = G_MAXUINT;
  int found = -1;
  guint i;

  if (!has_day (session) && neighbour >= 0)
    return neighbour;

  for (i = 0; i < tables->len; i++)
    {
      const char *date = lectern_session_get_date (session);
      guint apart = G_MAXUINT - 1;
      Reach reach = reaches[i];

      if (g_ptr_array_index (tables, i) == NULL)
        continue;
      if (has_day (session) && reach.n > 0)
        apart = strcmp (date, reach.first) < 0 ? days_apart (date, reach.first) + 1
                : strcmp (date, reach.last) > 0 ? days_apart (date, reach.last) : 0;
      if (apart < best)
        {
          best = apart;
          found = i;
        }
    }

  return found;
}

/* The row after which a date belongs; the delimiter for the first. */
static guint
find_row (LecternPagePlan *self,
          const Reach     *reach,
          guint            table,
          LecternSession  *session,
          int              previous)
{
  const char *date = lectern_session_get_date (session);
  guint after = 1;
  guint end = 1;
  guint i;

  for (i = 0; i < self->rows->len; i++)
    {
      LecternPageRowPlan *plan = g_ptr_array_index (self->rows, i);
      LecternSession *other = session_of_row (plan);
      int order;

      if (plan->table != table)
        continue;
      end = plan->row;
      if (!has_day (session) || !has_day (other))
        continue;
      order = strcmp (lectern_session_get_date (other), date);
      if (reach->rising >= 0 ? order <= 0 : order > 0)
        after = end;
    }
  if (!has_day (session))
    return previous >= 0 ? (guint) previous : end;

  return after;
}

/* A row that all renderers see and that has all cells: the header always is
 * one. */
static guint
find_model (LecternPagePlan *self,
            guint            table,
            guint            near)
{
  LecternPageReading *reading = self->context.reading;
  LecternPageRow *header = lectern_page_reading_row (reading, table, 0);
  guint n_rows = g_array_index (self->page->tables, LecternPageTable, table).n_rows;
  guint row;

  for (row = near; row >= 2; row--)
    {
      LecternPageRow *place = lectern_page_reading_row (reading, table, row);

      if (place->part == LECTERN_PAGE_PART_BODY && !place->silent && place->n_cells == header->n_cells &&
          (place->gfm.part != 0) == (header->gfm.part != 0) &&
          (place->kramdown.part != 0) == (header->kramdown.part != 0))
        return row;
    }
  for (row = near + 1; row >= 2 && row < n_rows; row++)
    {
      LecternPageRow *place = lectern_page_reading_row (reading, table, row);

      if (place->part == LECTERN_PAGE_PART_BODY && !place->silent && place->n_cells == header->n_cells)
        return row;
    }

  return 0;
}

/* The row of the nearest session before it in the schedule that has one. */
static void
find_previous (LecternPagePlan *self,
               LecternSchedule *schedule,
               const int       *entry_of,
               guint            session,
               int             *table,
               int             *row)
{
  *table = -1;
  *row = -1;
  while (session-- > 0)
    if (entry_of[session] >= 0)
      {
        LecternPageEntry *entry = &g_array_index (self->context.reading->entries, LecternPageEntry, entry_of[session]);

        *table = entry->table;
        *row = entry->row;
        return;
      }
}

static int
compare_added (gconstpointer a,
               gconstpointer b)
{
  const LecternPageNewPlan *one = *(LecternPageNewPlan * const *) a;
  const LecternPageNewPlan *two = *(LecternPageNewPlan * const *) b;

  if (one->table != two->table)
    return one->table < two->table ? -1 : 1;

  return one->after < two->after ? -1 : one->after > two->after;
}

/* Several new rows in one place stand in the table's own order. */
static void
sort_added (LecternPagePlan *self,
            const Reach     *reaches)
{
  guint i;
  guint j;

  g_ptr_array_sort (self->added, compare_added);
  for (i = 1; i < self->added->len; i++)
    for (j = i; j > 0; j--)
      {
        LecternPageNewPlan *one = g_ptr_array_index (self->added, j - 1);
        LecternPageNewPlan *two = g_ptr_array_index (self->added, j);
        int order;

        if (one->table != two->table || one->after != two->after ||
            !has_day (one->session) || !has_day (two->session))
          break;
        order = strcmp (lectern_session_get_date (one->session), lectern_session_get_date (two->session));
        if (reaches[one->table].rising >= 0 ? order <= 0 : order >= 0)
          break;
        g_ptr_array_index (self->added, j - 1) = two;
        g_ptr_array_index (self->added, j) = one;
      }
}

/**
 * lectern_page_plan_place:
 * @self: a plan whose rows are known
 * @schedule: the schedule
 * @session_of: for each entry of the page the number of its session
 *
 * Finds the places of the sessions that the page does not have.
 */
void
lectern_page_plan_place (LecternPagePlan *self,
                         LecternSchedule *schedule,
                         const int       *session_of)
{
  guint n = lectern_schedule_get_n_sessions (schedule);
  g_autofree int *entry_of = g_new (int, n + 1);
  g_autofree Reach *reaches = g_new0 (Reach, self->page->tables->len + 1);
  guint i;

  for (i = 0; i < self->page->tables->len; i++)
    measure (self, i, &reaches[i]);
  for (i = 0; i < n; i++)
    entry_of[i] = -1;
  for (i = 0; i < self->context.reading->entries->len; i++)
    if (session_of[i] >= 0)
      entry_of[session_of[i]] = i;

  for (i = 0; i < n; i++)
    {
      LecternPageNewPlan *plan;
      int table;
      int row;

      if (entry_of[i] >= 0)
        continue;
      plan = g_new0 (LecternPageNewPlan, 1);
      plan->session = lectern_schedule_get_session (schedule, i);
      find_previous (self, schedule, entry_of, i, &table, &row);
      plan->table = find_table (self, reaches, plan->session, table);
      plan->after = find_row (self, &reaches[plan->table], plan->table, plan->session,
                              (int) plan->table == table ? row : -1);
      plan->model = find_model (self, plan->table, plan->after);
      g_ptr_array_add (self->added, plan);
    }
  sort_added (self, reaches);
}
