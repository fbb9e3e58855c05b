/* lectern-plan.c: a change of several sessions, to be looked at before it is
 * made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-plan.h"

#include <glib/gi18n-lib.h>

#include "lectern-edit.h"
#include "lectern-order.h"

static void
row_free (LecternPlanRow *row)
{
  g_clear_object (&row->before);
  g_clear_object (&row->after);
  g_free (row);
}

/**
 * lectern_plan_new:
 *
 * Makes a plan that changes nothing.
 *
 * Returns: (transfer full): a new plan
 */
LecternPlan *
lectern_plan_new (void)
{
  LecternPlan *self = g_new0 (LecternPlan, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  return self;
}

/**
 * lectern_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
lectern_plan_free (LecternPlan *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->label);
  g_free (self);
}

/**
 * lectern_plan_add:
 * @self: a plan
 * @before: (nullable): a session of the schedule, %NULL to add one
 * @after: (transfer full): a session that is not in it: what it will say
 *
 * Adds a row.  One that changes nothing is left out.
 */
void
lectern_plan_add (LecternPlan    *self,
                  LecternSession *before,
                  LecternSession *after)
{
  LecternPlanRow *row;

  if (before != NULL &&
      lectern_record_equal (LECTERN_RECORD (before), LECTERN_RECORD (after)))
    {
      g_object_unref (after);
      return;
    }

  row = g_new0 (LecternPlanRow, 1);
  row->before = before != NULL ? lectern_session_copy (before) : NULL;
  row->after = after;
  g_ptr_array_add (self->rows, row);
}

/**
 * lectern_plan_prepend:
 * @self: a plan
 * @after: (transfer full): a session that will be added
 *
 * Adds a row before the others.
 */
void
lectern_plan_prepend (LecternPlan    *self,
                      LecternSession *after)
{
  LecternPlanRow *row = g_new0 (LecternPlanRow, 1);

  row->after = after;
  g_ptr_array_insert (self->rows, 0, row);
}

/* ---- What others pass on their way ---- */

/* A row of the plan as it moves through the schedule. */
typedef struct
{
  guint position;
  GDate before;
  GDate after;
} Passage;

static GArray *
list_passages (LecternPlan     *self,
               LecternSchedule *schedule,
               GHashTable      *moving)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LecternPlanRow *row = g_ptr_array_index (self->rows, i);
      LecternSession *session;
      Passage passage;

      if (row->before == NULL)
        continue;
      session = lectern_schedule_find_key (schedule, lectern_session_get_key (row->before),
                                           &passage.position);
      g_hash_table_add (moving, session);
      if (lectern_session_get_gdate (row->before, &passage.before)
          && lectern_session_get_gdate (row->after, &passage.after)
          && g_date_compare (&passage.before, &passage.after) != 0)
        g_array_append_val (passages, passage);
    }

  return passages;
}

/* Whether the two stand as their dates want it, and would not any more. */
static gboolean
is_passed (const LecternOrderEntry *entry,
           const Passage           *passage)
{
  int way = (passage->position > entry->position) != !!entry->newest_first ? 1 : -1;

  return g_date_compare (&passage->before, &entry->date) * way >= 0
         && g_date_compare (&passage->after, &entry->date) * way < 0;
}

/* The sessions that stay, such as breaks, and that others pass. */
static GPtrArray *
list_passed (LecternPlan     *self,
             LecternSchedule *schedule)
{
  g_autoptr (GHashTable) moving = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) passages = list_passages (self, schedule, moving);
  g_autoptr (GArray) entries = lectern_order_read (schedule);
  GPtrArray *passed = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternOrderEntry *entry = &g_array_index (entries, LecternOrderEntry, i);

      if (g_hash_table_contains (moving, entry->session))
        continue;
      for (guint j = 0; j < passages->len; j++)
        {
          if (is_passed (entry, &g_array_index (passages, Passage, j)))
            {
              g_ptr_array_add (passed, entry->session);
              break;
            }
        }
    }

  return passed;
}

static void
change_row (LecternPlan    *self,
            LecternPlanRow *row,
            LecternHistory *history)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  LecternSession *session;

  session = lectern_schedule_find_key (schedule, lectern_session_get_key (row->before), NULL);
  g_return_if_fail (session != NULL);

  lectern_history_change_session (history, session, row->after, self->label, NULL);
  if (self->move && g_strcmp0 (lectern_session_get_date (row->before),
                               lectern_session_get_date (row->after)) != 0)
    lectern_edit_move_to_place (history, session);
}

/**
 * lectern_plan_apply:
 * @self: a plan for the schedule as it is
 * @history: the history of the schedule
 *
 * Does what the plan says, as one step.
 */
void
lectern_plan_apply (LecternPlan    *self,
                    LecternHistory *history)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (GPtrArray) passed = self->move ? g_ptr_array_new () : list_passed (self, schedule);

  lectern_history_begin_group (history, self->label);
  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternPlanRow *row = g_ptr_array_index (self->rows, i);

      if (row->before != NULL)
        change_row (self, row, history);
    }
  for (guint i = 0; i < passed->len; i++)
    lectern_edit_move_to_place (history, g_ptr_array_index (passed, i));

  /* What is added finds its place among the others as they are now. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternPlanRow *row = g_ptr_array_index (self->rows, i);

      if (row->before == NULL)
        lectern_history_insert (history, row->after,
                                lectern_schedule_find_place (schedule, lectern_session_get_date (row->after)),
                                self->label);
    }
  lectern_history_end_group (history);
}
