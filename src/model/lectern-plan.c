/* lectern-plan.c: a change of several sessions, to be looked at before it is
 * made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-plan.h"

#include <glib/gi18n-lib.h>

#include "lectern-edit.h"

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

static void
apply_row (LecternPlan    *self,
           LecternPlanRow *row,
           LecternHistory *history)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  const char *date = lectern_session_get_date (row->after);
  LecternSession *session;

  if (row->before == NULL)
    {
      lectern_history_insert (history, row->after,
                              lectern_schedule_find_place (schedule, date), self->label);
      return;
    }

  session = lectern_schedule_find_key (schedule, lectern_session_get_key (row->before), NULL);
  g_return_if_fail (session != NULL);

  lectern_history_change_session (history, session, row->after, self->label, NULL);
  if (self->move && g_strcmp0 (lectern_session_get_date (row->before), date) != 0)
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
  lectern_history_begin_group (history, self->label);
  for (guint i = 0; i < self->rows->len; i++)
    apply_row (self, g_ptr_array_index (self->rows, i), history);
  lectern_history_end_group (history);
}
