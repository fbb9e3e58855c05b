/* lectern-step.h: what one undo takes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-change.h"

G_BEGIN_DECLS

/**
 * LecternStep:
 * @label: its translated name, such as "Change Date"
 * @merge: (nullable): what successive changes of are merged into it
 * @state: the number of the state that it leads to
 * @changes: (element-type LecternChange): its changes, in order
 *
 * A step of the history: one change, or the changes of a group.
 */
typedef struct
{
  char      *label;
  char      *merge;
  guint64    state;
  GPtrArray *changes;
} LecternStep;

LecternStep *lectern_step_new  (const char  *label,
                                const char  *merge);
void         lectern_step_free (LecternStep *self);

G_END_DECLS
