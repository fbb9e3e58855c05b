/* lectern-schedule-find.c: which session is meant, and where one belongs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-schedule.h"

#include "lectern-date.h"
#include "lectern-order.h"

/**
 * lectern_schedule_find:
 * @self: a schedule
 * @id_or_date: a session's id, or else a date, YYYY-MM-DD
 *
 * Looks sessions up as the command line names them: by the exact id first;
 * only if no session has it, by date.
 *
 * Returns: (transfer container) (element-type LecternSession): the sessions
 *   found, in order
 */
GPtrArray *
lectern_schedule_find (LecternSchedule *self,
                       const char      *id_or_date)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), found);

  n = lectern_schedule_get_n_sessions (self);

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self, i);

      if (g_strcmp0 (lectern_session_get_id (session), id_or_date) == 0)
        g_ptr_array_add (found, session);
    }

  for (guint i = 0; found->len == 0 && i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self, i);

      if (g_strcmp0 (lectern_session_get_date (session), id_or_date) == 0)
        {
          for (; i < n; i++)
            {
              session = lectern_schedule_get_session (self, i);
              if (g_strcmp0 (lectern_session_get_date (session), id_or_date) == 0)
                g_ptr_array_add (found, session);
            }
        }
    }

  return found;
}

/**
 * lectern_schedule_find_next:
 * @self: a schedule
 * @today: today's date
 * @position: (out) (optional): where it stands
 *
 * Finds the next meeting: the session with the earliest date that is not
 * past, is no break or announcement and is not cancelled.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL if none is
 *   planned
 */
LecternSession *
lectern_schedule_find_next (LecternSchedule *self,
                            const GDate     *today,
                            guint           *position)
{
  LecternSession *next = NULL;
  GDate next_date;
  guint n;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), NULL);

  n = lectern_schedule_get_n_sessions (self);
  g_date_clear (&next_date, 1);

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self, i);
      GDate date;

      /* The dates first: they are known without reading the session. */
      if (!lectern_session_get_gdate (session, &date) ||
          g_date_compare (&date, today) < 0 ||
          (next != NULL && g_date_compare (&date, &next_date) >= 0))
        continue;

      if (lectern_session_get_kind (session) != LECTERN_KIND_SESSION ||
          lectern_session_get_cancelled (session))
        continue;

      next = session;
      next_date = date;
      if (position != NULL)
        *position = i;
    }

  return next;
}

/**
 * lectern_schedule_find_place:
 * @self: a schedule
 * @date: (nullable): the date of a session that is not in the schedule yet
 *
 * Finds where a new session goes: after the last one with an earlier or
 * equal date, before all others if there is none, and at the end if it has
 * no date.  In a schedule that begins with the latest date, or has sections
 * that do not follow each other, it goes next to the nearest date, in the order
 * that holds there.
 *
 * Returns: a position, at most the number of sessions
 */
guint
lectern_schedule_find_place (LecternSchedule *self,
                             const char      *date)
{
  return lectern_schedule_find_place_but (self, date, G_MAXUINT);
}

/**
 * lectern_schedule_find_place_but:
 * @self: a schedule
 * @date: (nullable): a session's date
 * @but: the position of that session
 *
 * Finds where a session that is in the schedule belongs, as
 * [method@Schedule.find_place] does for one that is not.
 *
 * Returns: its position once it has left its present one
 */
guint
lectern_schedule_find_place_but (LecternSchedule *self,
                                 const char      *date,
                                 guint            but)
{
  guint n;
  guint place;
  GDate wanted;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), 0);

  n = lectern_schedule_get_n_sessions (self);
  if (!lectern_date_parse (date, &wanted))
    return but < n ? n - 1 : n;

  if (lectern_order_find_place (self, &wanted, but, &place))
    return place > but ? place - 1 : place;

  for (guint i = n; i > 0; i--)
    {
      GDate other;

      if (i - 1 != but &&
          lectern_session_get_gdate (lectern_schedule_get_session (self, i - 1), &other) &&
          g_date_compare (&other, &wanted) <= 0)
        return i - 1 > but ? i - 1 : i;
    }

  return 0;
}
