/* lectern-step.c: what one undo takes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-step.h"

/**
 * lectern_step_new:
 * @label: its translated name
 * @merge: (nullable): what successive changes of are to be merged into it
 *
 * Creates a step without changes.
 *
 * Returns: (transfer full): a new step
 */
LecternStep *
lectern_step_new (const char *label,
                  const char *merge)
{
  LecternStep *self = g_new0 (LecternStep, 1);

  self->label = g_strdup (label);
  self->merge = g_strdup (merge);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_change_free);

  return self;
}

/**
 * lectern_step_free:
 * @self: (transfer full): a step
 *
 * Frees a step and its changes.
 */
void
lectern_step_free (LecternStep *self)
{
  g_free (self->label);
  g_free (self->merge);
  g_ptr_array_unref (self->changes);
  g_free (self);
}
