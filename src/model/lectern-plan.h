/* lectern-plan.h: a change of several sessions, to be looked at before it is
 * made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

/**
 * LecternPlanRow:
 * @before: (nullable): a session as it is, %NULL if it will be added
 * @after: what it will say
 *
 * One row of a plan.
 */
typedef struct
{
  LecternSession *before;
  LecternSession *after;
} LecternPlanRow;

/**
 * LecternPlan:
 * @label: the translated name of the step, such as "Postpone 3 Sessions"
 * @rows: (element-type LecternPlanRow): what changes, in the order of the
 *   schedule
 * @move: whether a session whose date changes goes to its place in the list;
 *   if not, only what others pass on their way goes to its place
 *
 * What an action will do: a preview shows it, and applying it is one step.
 */
typedef struct
{
  char      *label;
  GPtrArray *rows;
  gboolean   move;
} LecternPlan;

LecternPlan *lectern_plan_new     (void);
void         lectern_plan_free    (LecternPlan    *self);
void         lectern_plan_add     (LecternPlan    *self,
                                   LecternSession *before,
                                   LecternSession *after);
void         lectern_plan_prepend (LecternPlan    *self,
                                   LecternSession *after);
void         lectern_plan_apply   (LecternPlan    *self,
                                   LecternHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPlan, lectern_plan_free)

G_END_DECLS
