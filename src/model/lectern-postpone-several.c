/* lectern-postpone-several.c: several meetings that take place at another time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-postpone-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"

static GHashTable *
make_set (GPtrArray *sessions)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sessions->len; i++)
    g_hash_table_add (set, g_ptr_array_index (sessions, i));

  return set;
}

static GArray *
list_all (LecternSchedule *schedule)
{
  GDate from;

  g_date_clear (&from, 1);
  g_date_set_julian (&from, 1);

  return lectern_postpone_list_from (schedule, &from);
}

/* The meetings among @sessions, earliest first; %NULL with an error if there
 * is none. */
GArray *
lectern_postpone_list_among (LecternSchedule  *schedule,
                             GPtrArray        *sessions,
                             GError          **error)
{
  g_autoptr (GHashTable) set = make_set (sessions);
  g_autoptr (GArray) all = list_all (schedule);
  g_autoptr (GArray) among = g_array_new (FALSE, FALSE, sizeof (LecternMeeting));
  GDate date;

  for (guint i = 0; i < all->len; i++)
    {
      if (g_hash_table_contains (set, g_array_index (all, LecternMeeting, i).session))
        g_array_append_val (among, g_array_index (all, LecternMeeting, i));
    }
  if (among->len > 0)
    return g_steal_pointer (&among);

  if (sessions->len == 0
      || lectern_postpone_get_date (g_ptr_array_index (sessions, 0), &date, error))
    g_return_val_if_reached (NULL);

  return NULL;
}

static gboolean
is_waiting (LecternSession *session)
{
  return lectern_session_get_kind (session) == LECTERN_KIND_SESSION
         && !lectern_session_get_cancelled (session)
         && lectern_session_get_date (session) == NULL;
}

/**
 * lectern_postpone_is_waiting:
 * @session: a session
 *
 * Tells whether a session is one that has no date yet.
 *
 * Returns: whether it can be scheduled
 */
gboolean
lectern_postpone_is_waiting (LecternSession *session)
{
  return is_waiting (session);
}

/**
 * lectern_postpone_find_first:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Finds the earliest meeting among sessions.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL if none of them
 *   is a meeting
 */
LecternSession *
lectern_postpone_find_first (LecternSchedule  *schedule,
                             GPtrArray        *sessions,
                             GError          **error)
{
  g_autoptr (GArray) among = lectern_postpone_list_among (schedule, sessions, error);

  return among != NULL ? g_array_index (among, LecternMeeting, 0).session : NULL;
}

/**
 * lectern_postpone_several_by_slots:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to move those that are meetings to the next free days, one to each,
 * in the order that they have.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if none of them is a
 *   meeting
 */
LecternPlan *
lectern_postpone_several_by_slots (LecternSchedule  *schedule,
                                   GPtrArray        *sessions,
                                   GError          **error)
{
  g_autoptr (GArray) meetings = lectern_postpone_list_among (schedule, sessions, error);
  LecternPlan *plan;
  GDate last;

  if (meetings == NULL)
    return NULL;

  last = g_array_index (meetings, LecternMeeting, 0).date;
  for (guint i = 0; i < meetings->len; i++)
    {
      GDate *date = &g_array_index (meetings, LecternMeeting, i).date;
      GDate after = g_date_compare (date, &last) > 0 ? *date : last;

      lectern_cadence_find_free (schedule, &after, &last);
      *date = last;
    }

  g_array_sort (meetings, lectern_postpone_compare);
  plan = lectern_plan_new ();
  plan->move = TRUE;
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i);

      lectern_plan_add (plan, meeting->session,
                        lectern_postpone_copy_to (meeting->session, &meeting->date));
    }

  return lectern_postpone_finish_plan (plan, TRUE, error);
}

/**
 * lectern_postpone_cancel_several:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @reason: (nullable): why
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to cancel those that are meetings, which stay visible.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if none of them is a
 *   meeting
 */
LecternPlan *
lectern_postpone_cancel_several (LecternSchedule  *schedule,
                                 GPtrArray        *sessions,
                                 const char       *reason,
                                 GError          **error)
{
  g_autoptr (GArray) meetings = lectern_postpone_list_among (schedule, sessions, error);
  LecternPlan *plan;
  guint n;

  if (meetings == NULL)
    return NULL;

  g_array_sort (meetings, lectern_postpone_compare);
  plan = lectern_plan_new ();
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternSession *session = g_array_index (meetings, LecternMeeting, i).session;
      LecternSession *cancelled = lectern_session_copy (session);

      lectern_record_set_string (LECTERN_RECORD (cancelled), LECTERN_SESSION_STATUS, "cancelled");
      lectern_record_set_string (LECTERN_RECORD (cancelled), LECTERN_SESSION_REASON, reason);
      lectern_plan_add (plan, session, cancelled);
    }

  n = plan->rows->len;
  plan->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Cancel %u Session", "Cancel %u Sessions", n), n);

  return plan;
}

/* ---- What is read, along the days of the meetings ---- */

/* What moves: the meetings among @sessions by their dates, then those without
 * a date. */
static GPtrArray *
list_moving (LecternSchedule *schedule,
             GPtrArray       *sessions,
             GArray          *slots)
{
  g_autoptr (GHashTable) set = make_set (sessions);
  GPtrArray *moving = g_ptr_array_new ();

  for (guint i = 0; i < slots->len; i++)
    {
      LecternSession *session = g_array_index (slots, LecternMeeting, i).session;

      if (g_hash_table_contains (set, session))
        g_ptr_array_add (moving, session);
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      if (is_waiting (g_ptr_array_index (sessions, i)))
        g_ptr_array_add (moving, g_ptr_array_index (sessions, i));
    }

  return moving;
}

/* What is read, in its new order: what moves stands where @target stood. */
static GPtrArray *
reorder (GArray         *slots,
         GPtrArray      *moving,
         LecternSession *target)
{
  g_autoptr (GHashTable) set = make_set (moving);
  GPtrArray *order = g_ptr_array_new ();
  gboolean passed = FALSE;

  for (guint i = 0; i < slots->len; i++)
    {
      LecternSession *session = g_array_index (slots, LecternMeeting, i).session;

      /* Downwards: the others move up first. */
      if (session == target && passed)
        g_ptr_array_add (order, session);
      if (session == target)
        g_ptr_array_extend (order, moving, NULL, NULL);

      if (g_hash_table_contains (set, session))
        passed = TRUE;
      else if (session != target || !passed)
        g_ptr_array_add (order, session);
    }

  return order;
}

static LecternSession *
copy_to_slot (LecternSession *session,
              GArray         *slots,
              guint           i,
              const GDate    *free_date)
{
  LecternSession *slot = i < slots->len ? g_array_index (slots, LecternMeeting, i).session : NULL;
  LecternSession *after = lectern_postpone_copy_into (session, slot, free_date);

  /* The words for a day stand in for one, which it has now. */
  if (lectern_session_get_date (session) == NULL)
    lectern_record_set_string (LECTERN_RECORD (after), LECTERN_SESSION_DATE_TEXT, NULL);

  return after;
}

static char *
make_move_label (GPtrArray *moving)
{
  guint n = moving->len;

  /* Those without a date come last. */
  if (lectern_session_get_date (g_ptr_array_index (moving, 0)) == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Schedule %u Session", "Schedule %u Sessions", n), n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Session", "Move %u Sessions", n), n);
}

/**
 * lectern_postpone_move:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @target: a meeting
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to read on the day of @target what is read in @sessions, and to close
 * up: what lies between moves one meeting towards where they were.  The days
 * of the meetings stay, with their times and places; so do breaks,
 * announcements and what is cancelled.  A session without a date gets that
 * day, and what is read there and later moves on; the last goes to the next
 * free day.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if @target is no
 *   meeting, or none of @sessions is one or waits for a date
 */
LecternPlan *
lectern_postpone_move (LecternSchedule  *schedule,
                       GPtrArray        *sessions,
                       LecternSession   *target,
                       GError          **error)
{
  g_autoptr (GArray) slots = list_all (schedule);
  g_autoptr (GPtrArray) moving = list_moving (schedule, sessions, slots);
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (GHashTable) after = NULL;
  LecternPlan *plan;
  GDate date;

  if (!lectern_postpone_get_date (target, &date, error)
      || (moving->len == 0
          && !lectern_postpone_get_date (g_ptr_array_index (sessions, 0), &date, error)))
    return NULL;

  order = g_ptr_array_find (moving, target, NULL) ? g_ptr_array_new ()
                                                  : reorder (slots, moving, target);
  after = g_hash_table_new (NULL, NULL);
  date = g_array_index (slots, LecternMeeting, slots->len - 1).date;
  for (guint i = 0; i < order->len; i++)
    {
      LecternSession *session = g_ptr_array_index (order, i);
      GDate last = date;

      if (i >= slots->len)
        lectern_cadence_find_free (schedule, &last, &date);
      g_hash_table_insert (after, session, copy_to_slot (session, slots, i, &date));
    }

  plan = lectern_plan_new ();
  plan->move = TRUE;
  plan->label = make_move_label (moving);
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      LecternSession *changed = g_hash_table_lookup (after, session);

      if (changed != NULL)
        lectern_plan_add (plan, session, changed);
    }

  return plan;
}

/**
 * lectern_postpone_find_neighbour:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @later: whether to look for a later meeting
 *
 * Finds the meeting before the first or after the last of @sessions, where
 * [func@postpone_move] moves them by one.  Those without a date come after all
 * meetings.
 *
 * Returns: (transfer none) (nullable): the meeting, or %NULL if there is none
 */
LecternSession *
lectern_postpone_find_neighbour (LecternSchedule *schedule,
                                 GPtrArray       *sessions,
                                 gboolean         later)
{
  g_autoptr (GArray) slots = list_all (schedule);
  g_autoptr (GHashTable) set = make_set (sessions);
  LecternSession *before = NULL;
  LecternSession *behind = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < slots->len; i++)
    {
      LecternSession *session = g_array_index (slots, LecternMeeting, i).session;

      if (g_hash_table_contains (set, session))
        {
          passed = TRUE;
          behind = NULL;
        }
      else if (!passed)
        {
          before = session;
        }
      else if (behind == NULL)
        {
          behind = session;
        }
    }

  return later ? behind : before;
}
