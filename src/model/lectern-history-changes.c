/* lectern-history-changes.c: the changes that history records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-history-private.h"

static guint64
key_before (LecternHistory *self,
            guint           position)
{
  if (position == 0)
    return 0;

  return lectern_session_get_key (lectern_schedule_get_session (lectern_history_get_schedule (self), position - 1));
}

/**
 * lectern_history_change_session:
 * @self: a history
 * @session: a session of the schedule
 * @after: (transfer none): what it is to say; not kept, but copied
 * @label: the translated name of the step, such as "Change Date"
 * @merge: (nullable): what is changed, if successive changes of it are to be
 *   one step
 *
 * Changes what a session says.
 */
void
lectern_history_change_session (LecternHistory *self,
                                LecternSession *session,
                                LecternSession *after,
                                const char     *label,
                                const char     *merge)
{
  guint64 key;

  g_return_if_fail (LECTERN_IS_HISTORY (self));

  key = lectern_session_get_key (session);
  g_return_if_fail (lectern_schedule_find_key (lectern_history_get_schedule (self), key, NULL) != NULL);

  lectern_history_record (self,
                          lectern_change_new (key,
                                              LECTERN_RECORD (lectern_session_copy (session)),
                                              LECTERN_RECORD (lectern_session_copy (after)),
                                              0, 0),
                          label, merge);
}

/**
 * lectern_history_change_head:
 * @self: a history
 * @after: (transfer none): what the head is to say; not kept, but copied
 * @label: the translated name of the step
 * @merge: (nullable): what is changed, if successive changes of it are to be
 *   one step
 *
 * Changes what the schedule says about the whole group.
 */
void
lectern_history_change_head (LecternHistory *self,
                             LecternHead    *after,
                             const char     *label,
                             const char     *merge)
{
  LecternHead *head;

  g_return_if_fail (LECTERN_IS_HISTORY (self));

  head = lectern_schedule_get_head (lectern_history_get_schedule (self));
  lectern_history_record (self,
                          lectern_change_new (0,
                                              LECTERN_RECORD (lectern_head_copy (head)),
                                              LECTERN_RECORD (lectern_head_copy (after)),
                                              0, 0),
                          label, merge);
}

/**
 * lectern_history_change_source:
 * @self: a history
 * @source: (transfer none): the bytes that the schedule is to be written over
 * @label: the translated name of the step
 *
 * Changes what the schedule is written over.  An undo brings back the earlier
 * bytes, and with them all that only they know.
 */
void
lectern_history_change_source (LecternHistory *self,
                               GBytes         *source,
                               const char     *label)
{
  LecternSchedule *schedule;
  LecternHead *head;
  LecternChange *change;
  GBytes *before;

  g_return_if_fail (LECTERN_IS_HISTORY (self));

  schedule = lectern_history_get_schedule (self);
  before = lectern_schedule_get_source (schedule);
  if (before == source)
    return;

  head = lectern_schedule_get_head (schedule);
  change = lectern_change_new (0, LECTERN_RECORD (lectern_head_copy (head)),
                               LECTERN_RECORD (lectern_head_copy (head)), 0, 0);
  change->before_source = before != NULL ? g_bytes_ref (before) : NULL;
  change->after_source = g_bytes_ref (source);
  lectern_history_record (self, change, label, NULL);
}

/**
 * lectern_history_insert:
 * @self: a history
 * @session: (transfer none): a session that is not in the schedule; the
 *   schedule gets a copy with the same key
 * @position: where to put it
 * @label: the translated name of the step
 *
 * Adds a session.
 */
void
lectern_history_insert (LecternHistory *self,
                        LecternSession *session,
                        guint           position,
                        const char     *label)
{
  g_return_if_fail (LECTERN_IS_HISTORY (self));
  g_return_if_fail (position <= lectern_schedule_get_n_sessions (lectern_history_get_schedule (self)));

  lectern_history_record (self,
                          lectern_change_new (lectern_session_get_key (session),
                                              NULL,
                                              LECTERN_RECORD (lectern_session_copy (session)),
                                              0, key_before (self, position)),
                          label, NULL);
}

/**
 * lectern_history_remove:
 * @self: a history
 * @session: a session of the schedule
 * @label: the translated name of the step
 *
 * Removes a session.
 */
void
lectern_history_remove (LecternHistory *self,
                        LecternSession *session,
                        const char     *label)
{
  guint64 key;
  guint position;

  g_return_if_fail (LECTERN_IS_HISTORY (self));

  key = lectern_session_get_key (session);
  g_return_if_fail (lectern_schedule_find_key (lectern_history_get_schedule (self), key, &position) != NULL);

  lectern_history_record (self,
                          lectern_change_new (key,
                                              LECTERN_RECORD (lectern_session_copy (session)),
                                              NULL,
                                              key_before (self, position), 0),
                          label, NULL);
}

/**
 * lectern_history_move:
 * @self: a history
 * @session: a session of the schedule
 * @position: where it is to stand when it has been taken out
 * @label: the translated name of the step
 *
 * Moves a session to another place in the list.
 */
void
lectern_history_move (LecternHistory *self,
                      LecternSession *session,
                      guint           position,
                      const char     *label)
{
  guint64 key;
  guint from;
  guint64 previous;

  g_return_if_fail (LECTERN_IS_HISTORY (self));
  g_return_if_fail (position < lectern_schedule_get_n_sessions (lectern_history_get_schedule (self)));

  key = lectern_session_get_key (session);
  g_return_if_fail (lectern_schedule_find_key (lectern_history_get_schedule (self), key, &from) != NULL);

  /* The one before it once it has left its place. */
  previous = key_before (self, position > from ? position + 1 : position);

  lectern_history_record (self,
                          lectern_change_new (key,
                                              LECTERN_RECORD (lectern_session_copy (session)),
                                              LECTERN_RECORD (lectern_session_copy (session)),
                                              key_before (self, from), previous),
                          label, NULL);
}

/**
 * lectern_history_remove_all:
 * @self: a history
 * @sessions: (element-type LecternSession): sessions of the schedule
 * @label: the translated name of the step
 *
 * Removes sessions, which those who follow the schedule see as one change of
 * the list.
 */
void
lectern_history_remove_all (LecternHistory *self,
                            GPtrArray      *sessions,
                            const char     *label)
{
  LecternSchedule *schedule;
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  GPtrArray *changes;

  g_return_if_fail (LECTERN_IS_HISTORY (self));

  for (guint i = 0; i < sessions->len; i++)
    g_hash_table_add (gone, g_ptr_array_index (sessions, i));

  /* From the last, so that each is still preceded by what precedes it now. */
  changes = g_ptr_array_new_full (sessions->len, (GDestroyNotify) lectern_change_free);
  schedule = lectern_history_get_schedule (self);
  for (guint i = lectern_schedule_get_n_sessions (schedule); i > 0; i--)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i - 1);

      if (g_hash_table_contains (gone, session))
        g_ptr_array_add (changes,
                         lectern_change_new (lectern_session_get_key (session),
                                             LECTERN_RECORD (lectern_session_copy (session)),
                                             NULL, key_before (self, i - 1), 0));
    }

  lectern_history_record_all (self, changes, label);
}

/**
 * lectern_history_insert_after:
 * @self: a history
 * @sessions: (element-type LecternSession): sessions that are not in the
 *   schedule; it gets copies with the same keys
 * @previous: (element-type LecternSession): for each, which one it comes after
 * @label: the translated name of the step
 *
 * Adds sessions, which those who follow the schedule see as one change of the
 * list.
 */
void
lectern_history_insert_after (LecternHistory *self,
                              GPtrArray      *sessions,
                              GPtrArray      *previous,
                              const char     *label)
{
  GPtrArray *changes;

  g_return_if_fail (LECTERN_IS_HISTORY (self));
  g_return_if_fail (sessions->len == previous->len);

  changes = g_ptr_array_new_full (sessions->len, (GDestroyNotify) lectern_change_free);
  for (guint i = 0; i < sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (sessions, i);
      guint64 before = lectern_session_get_key (g_ptr_array_index (previous, i));

      g_ptr_array_add (changes,
                       lectern_change_new (lectern_session_get_key (session), NULL,
                                           LECTERN_RECORD (lectern_session_copy (session)),
                                           0, before));
    }

  lectern_history_record_all (self, changes, label);
}
