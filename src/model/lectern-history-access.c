/* lectern-history-access.c: what a history tells of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-history-private.h"

/**
 * lectern_history_get_schedule:
 * @self: a history
 *
 * Gets the schedule that it is the history of.
 *
 * Returns: (transfer none): the schedule
 */
LecternSchedule *
lectern_history_get_schedule (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), NULL);

  return self->schedule;
}

/**
 * lectern_history_get_can_undo:
 * @self: a history
 *
 * Tells whether there is a step to take back.
 *
 * Returns: whether there is
 */
gboolean
lectern_history_get_can_undo (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), FALSE);

  return self->undo->len > 0;
}

/**
 * lectern_history_get_can_redo:
 * @self: a history
 *
 * Tells whether there is a step to do again.
 *
 * Returns: whether there is
 */
gboolean
lectern_history_get_can_redo (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), FALSE);

  return self->redo->len > 0;
}

/**
 * lectern_history_get_undo_label:
 * @self: a history
 *
 * Gets the name of the step that an undo would take back.
 *
 * Returns: (transfer none) (nullable): the translated name, such as "Change
 *   Date"
 */
const char *
lectern_history_get_undo_label (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), NULL);

  return self->undo_label;
}

/**
 * lectern_history_get_redo_label:
 * @self: a history
 *
 * Gets the name of the step that a redo would do again.
 *
 * Returns: (transfer none) (nullable): the translated name
 */
const char *
lectern_history_get_redo_label (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), NULL);

  return self->redo_label;
}

/**
 * lectern_history_get_saved:
 * @self: a history
 *
 * Tells whether the schedule is as it was last saved.
 *
 * Returns: whether it is
 */
gboolean
lectern_history_get_saved (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), TRUE);

  return self->saved;
}
