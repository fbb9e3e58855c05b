/* lectern-postpone.c: meetings that take place at another time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-postpone-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-date.h"

G_DEFINE_QUARK (lectern-postpone-error-quark, lectern_postpone_error)

/* What belongs to a slot and not to what is read in it. */
static const LecternSessionMember slot_members[] = {
  LECTERN_SESSION_DATE,
  LECTERN_SESSION_TIME,
  LECTERN_SESSION_LOCATION,
};

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  const LecternMeeting *left = a;
  const LecternMeeting *right = b;
  int order = g_date_compare (&left->date, &right->date);

  return order != 0 ? order : (int) left->position - (int) right->position;
}

/* The meetings from a date on, earliest first.  Breaks, announcements and what
 * is cancelled stay where they are. */
GArray *
lectern_postpone_list_from (LecternSchedule *schedule,
                            const GDate     *from)
{
  GArray *meetings = g_array_new (FALSE, FALSE, sizeof (LecternMeeting));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternMeeting meeting = { lectern_schedule_get_session (schedule, i) };

      meeting.position = i;
      if (lectern_cadence_is_meeting (meeting.session, &meeting.date) &&
          g_date_compare (&meeting.date, from) >= 0)
        g_array_append_val (meetings, meeting);
    }
  g_array_sort (meetings, compare_meetings);

  return meetings;
}

gboolean
lectern_postpone_get_date (LecternSession  *session,
                           GDate           *date,
                           GError         **error)
{
  if (lectern_cadence_is_meeting (session, date))
    return TRUE;

  g_set_error_literal (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_MEETING,
                       _("Only a session with a date can be moved, not a break, an announcement or what is cancelled."));

  return FALSE;
}

LecternSession *
lectern_postpone_copy_to (LecternSession *session,
                          const GDate    *date)
{
  LecternSession *after = lectern_session_copy (session);
  g_autofree char *text = lectern_date_format (date);

  lectern_record_set_string (LECTERN_RECORD (after), LECTERN_SESSION_DATE, text);

  return after;
}

/* A year is written with four digits. */
void
lectern_postpone_refuse_year (GError **error)
{
  g_set_error_literal (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_ROOM,
                       _("A session would be moved out of the years 1 to 9999. Move it by less, or correct its date first."));
}

/* The names of plans say how many rows they change, which is known at the end.
 * Frees a plan that cannot be written. */
LecternPlan *
lectern_postpone_finish_plan (LecternPlan  *plan,
                              gboolean      forward,
                              GError      **error)
{
  guint n = plan->rows->len;

  for (guint i = 0; i < n; i++)
    {
      LecternPlanRow *row = g_ptr_array_index (plan->rows, i);

      if (!lectern_session_get_gdate (row->after, NULL))
        {
          lectern_postpone_refuse_year (error);
          lectern_plan_free (plan);
          return NULL;
        }
    }

  plan->label = forward
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Postpone %u Session", "Postpone %u Sessions", n), n)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Bring %u Session Forward", "Bring %u Sessions Forward", n), n);

  return plan;
}

int
lectern_postpone_compare (gconstpointer a,
                          gconstpointer b)
{
  return (int) ((const LecternMeeting *) a)->position - (int) ((const LecternMeeting *) b)->position;
}

/* Puts what is read in one session where another one is, or on a free day. */
LecternSession *
lectern_postpone_copy_into (LecternSession *session,
                            LecternSession *slot,
                            const GDate    *free_date)
{
  LecternSession *after;

  if (slot == NULL)
    return lectern_postpone_copy_to (session, free_date);

  after = lectern_session_copy (session);
  for (guint i = 0; i < G_N_ELEMENTS (slot_members); i++)
    lectern_record_set_string (LECTERN_RECORD (after), slot_members[i],
                               lectern_record_get_string (LECTERN_RECORD (slot), slot_members[i]));
  lectern_record_set_integer (LECTERN_RECORD (after), LECTERN_SESSION_DURATION,
                              lectern_record_get_integer (LECTERN_RECORD (slot), LECTERN_SESSION_DURATION));

  return after;
}

/* How many meetings from @i on are on one day. */
static guint
count_day (GArray *meetings,
           guint   i)
{
  const GDate *date = &g_array_index (meetings, LecternMeeting, i).date;
  guint n = 0;

  while (i + n < meetings->len
         && g_date_compare (&g_array_index (meetings, LecternMeeting, i + n).date, date) == 0)
    n++;

  return n;
}

/* Those of one day go to the next one together, the first to the first and so
 * on; if there are fewer, the others get the day and keep their time. */
static void
find_next_slots (GArray *meetings)
{
  for (guint i = 0, n; i < meetings->len; i += n)
    {
      guint n_next;

      n = count_day (meetings, i);
      n_next = i + n < meetings->len ? count_day (meetings, i + n) : 0;
      for (guint j = 0; j < n && n_next > 0; j++)
        {
          LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i + j);
          LecternMeeting *next = &g_array_index (meetings, LecternMeeting, i + n + MIN (j, n_next - 1));

          meeting->slot = next->session;
          meeting->only_day = j >= n_next;
        }
    }
}

/* What is read at a meeting is read at the next one. */
static void
slide_all (LecternPlan     *plan,
           LecternSchedule *schedule,
           GArray          *meetings)
{
  LecternMeeting *last = &g_array_index (meetings, LecternMeeting, meetings->len - 1);
  GDate free_date;

  lectern_cadence_find_free (schedule, &last->date, &free_date);
  find_next_slots (meetings);
  g_array_sort (meetings, lectern_postpone_compare);
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i);
      GDate date = free_date;

      if (meeting->only_day)
        lectern_session_get_gdate (meeting->slot, &date);
      lectern_plan_add (plan, meeting->session,
                        lectern_postpone_copy_into (meeting->session,
                                                    meeting->only_day ? NULL : meeting->slot, &date));
    }
}

/**
 * lectern_postpone_by_slots:
 * @schedule: a schedule
 * @session: one of its sessions
 * @later_too: whether what is read later slides as well
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to read what is read in a session at the next meeting, what is read
 * there at the one after it, and so on; the last goes to the next free day.
 * The days of the meetings stay, with their times and places.  Without
 * @later_too the session alone goes to the next free day after it.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the session is no
 *   meeting
 */
LecternPlan *
lectern_postpone_by_slots (LecternSchedule  *schedule,
                           LecternSession   *session,
                           gboolean          later_too,
                           GError          **error)
{
  g_autoptr (GArray) meetings = NULL;
  LecternPlan *plan;
  GDate from;

  if (!lectern_postpone_get_date (session, &from, error))
    return NULL;

  plan = lectern_plan_new ();
  if (later_too)
    {
      meetings = lectern_postpone_list_from (schedule, &from);
      slide_all (plan, schedule, meetings);
    }
  else
    {
      GDate free_date;

      lectern_cadence_find_free (schedule, &from, &free_date);
      lectern_plan_add (plan, session, lectern_postpone_copy_to (session, &free_date));
      plan->move = TRUE;
    }

  return lectern_postpone_finish_plan (plan, TRUE, error);
}

/**
 * lectern_postpone_swap:
 * @schedule: a schedule
 * @first: one of its sessions
 * @second: another one
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to read what is read in one session in the other, and the other way
 * round.  Each day keeps its time and place.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if one of them is no
 *   meeting
 */
LecternPlan *
lectern_postpone_swap (LecternSchedule  *schedule,
                       LecternSession   *first,
                       LecternSession   *second,
                       GError          **error)
{
  LecternPlan *plan;
  GDate date;

  if (!lectern_postpone_get_date (first, &date, error) || !lectern_postpone_get_date (second, &date, error))
    return NULL;

  plan = lectern_plan_new ();
  plan->move = TRUE;
  plan->label = g_strdup (_("Swap Sessions"));
  lectern_plan_add (plan, first, lectern_postpone_copy_into (first, second, NULL));
  lectern_plan_add (plan, second, lectern_postpone_copy_into (second, first, NULL));

  return plan;
}

/**
 * lectern_postpone_cancel:
 * @schedule: a schedule
 * @session: one of its sessions
 * @reason: (nullable): why
 * @slide: whether to read what was planned at the next meeting, and so on
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to cancel a session, which stays visible.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the session is no
 *   meeting or there is no room
 */
LecternPlan *
lectern_postpone_cancel (LecternSchedule  *schedule,
                         LecternSession   *session,
                         const char       *reason,
                         gboolean          slide,
                         GError          **error)
{
  LecternPlan *plan;
  LecternSession *cancelled;
  GDate date;

  if (!lectern_postpone_get_date (session, &date, error))
    return NULL;

  plan = slide ? lectern_postpone_by_slots (schedule, session, TRUE, error) : lectern_plan_new ();
  if (plan == NULL)
    return NULL;
  cancelled = slide ? lectern_session_duplicate (session) : lectern_session_copy (session);
  lectern_record_set_string (LECTERN_RECORD (cancelled), LECTERN_SESSION_STATUS, "cancelled");
  lectern_record_set_string (LECTERN_RECORD (cancelled), LECTERN_SESSION_REASON, reason);
  if (slide)
    {
      /* What slides on is the session itself, with its id and its notes; what
       * stays behind is a new row that says what did not take place. */
      g_list_store_remove_all (G_LIST_STORE (lectern_session_get_resources (cancelled)));
      lectern_plan_prepend (plan, cancelled);
    }
  else
    lectern_plan_add (plan, session, cancelled);

  g_free (plan->label);
  plan->label = g_strdup (_("Cancel Session"));

  return plan;
}
