/* lectern-replace.c: a schedule made to say what another says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-replace.h"

#include "lectern-pair.h"

/* For each session of @other the one of @schedule that says the same, or
 * NULL.  @n_changed: how many of the others have the name of one that says
 * something else. */
static GPtrArray *
pair (LecternSchedule *schedule,
      LecternSchedule *other,
      guint           *n_changed)
{
  g_autoptr (GPtrArray) own = lectern_pair_list (schedule);
  g_autoptr (GPtrArray) others = lectern_pair_list (other);
  GPtrArray *pairs = lectern_pair_sessions (own, others, FALSE);

  *n_changed = 0;
  for (guint i = 0; i < pairs->len; i++)
    {
      LecternSession *mine = g_ptr_array_index (pairs, i);

      if (mine != NULL && !lectern_pair_same (mine, g_ptr_array_index (others, i)))
        {
          (*n_changed)++;
          g_ptr_array_index (pairs, i) = NULL;
        }
    }

  return pairs;
}

static guint
count_pairs (GPtrArray *pairs)
{
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    n += g_ptr_array_index (pairs, i) != NULL;

  return n;
}

static gboolean
same_head (LecternSchedule *schedule,
           LecternSchedule *other)
{
  return lectern_record_equal (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                               LECTERN_RECORD (lectern_schedule_get_head (other)));
}

/* Whether the paired ones stand in the same order in both. */
static gboolean
same_order (LecternSchedule *schedule,
            GPtrArray       *pairs)
{
  guint next = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      LecternSession *mine = g_ptr_array_index (pairs, i);

      while (mine != NULL && next < lectern_schedule_get_n_sessions (schedule) &&
             lectern_schedule_get_session (schedule, next) != mine)
        next++;
    }

  return next < lectern_schedule_get_n_sessions (schedule) || count_pairs (pairs) == 0;
}

/**
 * lectern_replace_count:
 * @schedule: a schedule
 * @other: another one
 * @rest: (out): whether something else differs: the head, or the order of
 *   the sessions
 *
 * Counts the sessions that differ: those that say something else, and those
 * that only one of the schedules has.
 *
 * Returns: their number
 */
guint
lectern_replace_count (LecternSchedule *schedule,
                       LecternSchedule *other,
                       gboolean        *rest)
{
  g_autoptr (GPtrArray) pairs = NULL;
  guint n_changed;
  guint n_same;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (schedule), 0);
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (other), 0);

  pairs = pair (schedule, other, &n_changed);
  n_same = count_pairs (pairs);
  *rest = !same_head (schedule, other) || !same_order (schedule, pairs);

  /* One that says something else is in both. */
  return lectern_schedule_get_n_sessions (schedule) + pairs->len - 2 * n_same - n_changed;
}

/**
 * lectern_replace_list:
 * @schedule: a schedule
 * @other: another one
 *
 * Lists the sessions that differ, of which [func@replace_count] gives the
 * number: those of @other that say something else or are not in @schedule,
 * then those that only @schedule has.
 *
 * Returns: (transfer full) (element-type LecternSession): the sessions
 */
GPtrArray *
lectern_replace_list (LecternSchedule *schedule,
                      LecternSchedule *other)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GHashTable) paired = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (schedule), list);
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (other), list);

  own = lectern_pair_list (schedule);
  others = lectern_pair_list (other);
  pairs = lectern_pair_sessions (own, others, FALSE);
  for (guint i = 0; i < others->len; i++)
    {
      LecternSession *session = g_ptr_array_index (others, i);
      LecternSession *mine = g_ptr_array_index (pairs, i);

      if (mine != NULL)
        g_hash_table_add (paired, mine);
      if (mine == NULL || !lectern_pair_same (mine, session))
        g_ptr_array_add (list, g_object_ref (session));
    }
  for (guint i = 0; i < own->len; i++)
    {
      if (!g_hash_table_contains (paired, g_ptr_array_index (own, i)))
        g_ptr_array_add (list, g_object_ref (g_ptr_array_index (own, i)));
    }

  return list;
}

static void
remove_others (LecternHistory *history,
               GPtrArray      *pairs,
               const char     *label)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pairs->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (pairs, i));

  for (guint i = lectern_schedule_get_n_sessions (schedule); i > 0; i--)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i - 1);

      if (!g_hash_table_contains (kept, session))
        lectern_history_remove (history, session, label);
    }
}

/**
 * lectern_replace:
 * @history: a history
 * @other: what its schedule is to say
 * @label: the translated name of the step
 *
 * Makes a schedule say what another says, in one step.  Sessions that say the
 * same stay what they are.  One that says something else is replaced by the
 * other's, with the text it was read from, so that nothing is lost that only
 * a file knows.
 *
 * Returns: whether anything differed
 */
gboolean
lectern_replace (LecternHistory  *history,
                 LecternSchedule *other,
                 const char      *label)
{
  LecternSchedule *schedule;
  g_autoptr (GPtrArray) pairs = NULL;
  guint64 state;
  guint n_changed;

  g_return_val_if_fail (LECTERN_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (other), FALSE);

  schedule = lectern_history_get_schedule (history);
  state = lectern_history_get_state (history);
  pairs = pair (schedule, other, &n_changed);

  lectern_history_begin_group (history, label);
  if (!same_head (schedule, other))
    lectern_history_change_head (history, lectern_schedule_get_head (other), label, NULL);
  remove_others (history, pairs, label);
  for (guint i = 0; i < pairs->len; i++)
    {
      LecternSession *mine = g_ptr_array_index (pairs, i);

      if (mine == NULL)
        lectern_history_insert (history, lectern_schedule_get_session (other, i), i, label);
      else if (lectern_schedule_get_session (schedule, i) != mine)
        lectern_history_move (history, mine, i, label);
    }
  lectern_history_end_group (history);

  return lectern_history_get_state (history) != state;
}
