/* lectern-change.c: the one kind of record that history is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-change.h"

/**
 * lectern_change_new:
 * @key: the key of a session, 0 for the head
 * @before: (transfer full) (nullable): what it said
 * @after: (transfer full) (nullable): what it will say
 * @before_previous: the key of the session before it, or 0
 * @after_previous: the key of the session that will be before it, or 0
 *
 * Creates a change; it is not applied yet.
 *
 * Returns: (transfer full): a new change
 */
LecternChange *
lectern_change_new (guint64        key,
                    LecternRecord *before,
                    LecternRecord *after,
                    guint64        before_previous,
                    guint64        after_previous)
{
  LecternChange *self = g_new0 (LecternChange, 1);

  self->key = key;
  self->before = before;
  self->after = after;
  self->before_previous = before_previous;
  self->after_previous = after_previous;

  return self;
}

/**
 * lectern_change_free:
 * @self: (transfer full): a change
 *
 * Frees a change.
 */
void
lectern_change_free (LecternChange *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->before_source, g_bytes_unref);
  g_clear_pointer (&self->after_source, g_bytes_unref);
  g_free (self);
}

/**
 * lectern_change_is_none:
 * @self: a change
 *
 * Tells whether before and after are the same.
 *
 * Returns: whether the change changes nothing
 */
gboolean
lectern_change_is_none (LecternChange *self)
{
  if (self->before == NULL || self->after == NULL)
    return self->before == self->after;

  return self->before_previous == self->after_previous &&
         self->before_source == self->after_source &&
         lectern_record_equal (self->before, self->after);
}

static guint
position_after (LecternSchedule *schedule,
                guint64          previous)
{
  guint position;

  if (previous == 0)
    return 0;

  if (lectern_schedule_find_key (schedule, previous, &position) == NULL)
    g_error ("History names session %" G_GUINT64_FORMAT ", which is not there", previous);

  return position + 1;
}

/* One items-changed for all between the two places, so that no view sees the
 * session gone. */
static void
move_session (LecternSchedule *schedule,
              LecternSession  *session,
              guint64          previous)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
  guint from;
  guint to;
  guint start;
  guint n;

  lectern_schedule_find_key (schedule, lectern_session_get_key (session), &from);
  to = position_after (schedule, previous);
  if (to > from)
    to--;
  if (to == from)
    return;

  start = MIN (from, to);
  n = MAX (from, to) - start + 1;
  for (guint i = start; i < start + n; i++)
    g_ptr_array_add (order, g_object_ref (lectern_schedule_get_session (schedule, i)));
  g_ptr_array_insert (order, to - start, g_ptr_array_steal_index (order, from - start));

  lectern_schedule_splice (schedule, start, n, (LecternSession **) order->pdata, n);
}

/**
 * lectern_change_apply:
 * @self: a change
 * @schedule: the schedule
 * @backwards: whether to take the change back
 *
 * Makes the schedule as it is after the change, or as it was before it.
 */
void
lectern_change_apply (LecternChange   *self,
                      LecternSchedule *schedule,
                      gboolean         backwards)
{
  LecternRecord *target = backwards ? self->before : self->after;
  guint64 previous = backwards ? self->before_previous : self->after_previous;
  LecternSession *session;
  guint position;

  if (self->key == 0)
    {
      lectern_record_assign (LECTERN_RECORD (lectern_schedule_get_head (schedule)), target);
      if (self->before_source != self->after_source)
        lectern_schedule_set_source (schedule, backwards ? self->before_source : self->after_source);
      return;
    }

  session = lectern_schedule_find_key (schedule, self->key, &position);

  if (target == NULL)
    {
      g_assert (session != NULL);
      lectern_schedule_splice (schedule, position, 1, NULL, 0);
    }
  else if (session == NULL)
    {
      /* A copy, since the schedule's one will be changed. */
      g_autoptr (LecternSession) added = lectern_session_copy (LECTERN_SESSION (target));

      lectern_schedule_splice (schedule, position_after (schedule, previous), 0, &added, 1);
    }
  else
    {
      lectern_record_assign (LECTERN_RECORD (session), target);
      if (self->before_previous != self->after_previous)
        move_session (schedule, session, previous);
    }
}
