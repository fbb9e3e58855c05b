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

int
lectern_postpone_compare (gconstpointer a,
                          gconstpointer b)
{
  return (int) ((const LecternMeeting *) a)->position - (int) ((const LecternMeeting *) b)->position;
}

/* The days that nothing may be moved to; if one session moves alone, those of
 * the other meetings too. */
static GHashTable *
list_closed_days (LecternSchedule *schedule,
                  LecternSession  *alone)
{
  GHashTable *closed = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      GDate date;

      if (lectern_session_get_gdate (session, &date) && session != alone &&
          (lectern_session_get_kind (session) == LECTERN_KIND_BREAK ||
           lectern_session_get_cancelled (session) ||
           (alone != NULL && lectern_cadence_is_meeting (session, NULL))))
        g_hash_table_add (closed, GUINT_TO_POINTER (g_date_get_julian (&date)));
    }

  return closed;
}

/**
 * lectern_postpone_by_weeks:
 * @schedule: a schedule
 * @session: one of its sessions
 * @weeks: by how many weeks; fewer than 0 bring forward
 * @later_too: whether all later meetings move as well
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to move the dates of meetings.  Nothing is moved onto a break or a
 * cancelled meeting: from there on all moves by a week more, so that the order
 * stays.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the session is no
 *   meeting
 */
LecternPlan *
lectern_postpone_by_weeks (LecternSchedule  *schedule,
                           LecternSession   *session,
                           int               weeks,
                           gboolean          later_too,
                           GError          **error)
{
  g_autoptr (GArray) meetings = NULL;
  g_autoptr (GHashTable) closed = NULL;
  LecternPlan *plan;
  int step = weeks < 0 ? -7 : 7;
  int days = weeks * 7;
  GDate from;

  if (!lectern_postpone_get_date (session, &from, error))
    return NULL;

  meetings = lectern_postpone_list_from (schedule, &from);
  closed = list_closed_days (schedule, later_too ? NULL : session);
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i);

      if (!later_too && meeting->session != session)
        continue;

      if (!lectern_postpone_shift (&meeting->date, days, error))
        return NULL;
      while (days != 0 &&
             g_hash_table_contains (closed, GUINT_TO_POINTER (g_date_get_julian (&meeting->date))))
        {
          days += step;
          if (!lectern_postpone_shift (&meeting->date, step, error))
            return NULL;
        }
    }

  g_array_sort (meetings, lectern_postpone_compare);
  plan = lectern_plan_new ();
  plan->move = !later_too;
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i);

      if (later_too || meeting->session == session)
        lectern_plan_add (plan, meeting->session,
                          lectern_postpone_copy_to (meeting->session, &meeting->date));
    }

  return lectern_postpone_finish_plan (plan, weeks >= 0, error);
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
                              lectern_session_get_duration (slot));

  return after;
}

/* What is read at a meeting is read at the next one; two on one day go
 * together. */
static void
slide_all (LecternPlan     *plan,
           LecternSchedule *schedule,
           GArray          *meetings)
{
  LecternMeeting *last = &g_array_index (meetings, LecternMeeting, meetings->len - 1);
  GDate free_date;

  lectern_cadence_find_free (schedule, &last->date, &free_date);

  for (guint i = meetings->len - 1; i > 0; i--)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i - 1);
      LecternMeeting *next = &g_array_index (meetings, LecternMeeting, i);

      meeting->slot = g_date_compare (&meeting->date, &next->date) < 0 ? next->session
                                                                       : next->slot;
    }

  g_array_sort (meetings, lectern_postpone_compare);
  for (guint i = 0; i < meetings->len; i++)
    {
      LecternMeeting *meeting = &g_array_index (meetings, LecternMeeting, i);

      lectern_plan_add (plan, meeting->session,
                        lectern_postpone_copy_into (meeting->session, meeting->slot, &free_date));
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
 *   meeting
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

  /* What slides on is the session itself, with its id and its notes; what
   * stays behind is a new row that says what did not take place. */
  plan = slide ? lectern_postpone_by_slots (schedule, session, TRUE, error) : lectern_plan_new ();
  if (plan == NULL)
    return NULL;
  cancelled = slide ? lectern_session_duplicate (session) : lectern_session_copy (session);
  if (slide)
    g_list_store_remove_all (G_LIST_STORE (lectern_session_get_resources (cancelled)));
  lectern_record_set_string (LECTERN_RECORD (cancelled), LECTERN_SESSION_STATUS, "cancelled");
  lectern_record_set_string (LECTERN_RECORD (cancelled), LECTERN_SESSION_REASON, reason);
  lectern_plan_add (plan, slide ? NULL : session, cancelled);

  g_free (plan->label);
  plan->label = g_strdup (_("Cancel Session"));

  return plan;
}

/* "Lecture 3" is followed by "Lecture 4"; what holds no number, or several,
 * says nothing of what comes next. */
static char *
next_part (const char *part)
{
  g_autoptr (GRegex) regex = g_regex_new ("^([^0-9]*)([0-9]{1,6})$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *words = NULL;
  g_autofree char *number = NULL;

  if (part == NULL || !g_regex_match (regex, part, 0, &match))
    return NULL;

  words = g_match_info_fetch (match, 1);
  number = g_match_info_fetch (match, 2);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT, words,
                          g_ascii_strtoull (number, NULL, 10) + 1);
}

/**
 * lectern_postpone_continue:
 * @schedule: a schedule
 * @session: one of its sessions
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans a session on the next free day that reads the next part of the same
 * papers.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the session is no
 *   meeting
 */
LecternPlan *
lectern_postpone_continue (LecternSchedule  *schedule,
                           LecternSession   *session,
                           GError          **error)
{
  LecternSession *added;
  LecternPlan *plan;
  GListModel *papers;
  g_autofree char *text = NULL;
  GDate date;
  GDate free_date;

  if (!lectern_postpone_get_date (session, &date, error))
    return NULL;

  lectern_cadence_find_free (schedule, &date, &free_date);
  added = lectern_session_duplicate (session);
  g_list_store_remove_all (G_LIST_STORE (lectern_session_get_resources (added)));
  lectern_record_set_string (LECTERN_RECORD (added), LECTERN_SESSION_NOTE, NULL);
  text = lectern_date_format (&free_date);
  lectern_record_set_string (LECTERN_RECORD (added), LECTERN_SESSION_DATE, text);

  papers = lectern_session_get_papers (added);
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *part = next_part (lectern_paper_get_part (paper));

      lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_PART, part);
    }

  plan = lectern_plan_new ();
  plan->label = g_strdup (_("Continue Next Time"));
  lectern_plan_add (plan, NULL, added);

  return plan;
}

/**
 * lectern_postpone_schedule_next:
 * @schedule: a schedule
 * @session: one of its sessions, without a date
 * @today: today's date
 *
 * Plans to put a session on the next free day, today or later.
 *
 * Returns: (transfer full): the plan
 */
LecternPlan *
lectern_postpone_schedule_next (LecternSchedule *schedule,
                                LecternSession  *session,
                                const GDate     *today)
{
  g_autoptr (GArray) meetings = lectern_cadence_list_meetings (schedule);
  GDate after = *today;
  GDate free_date;
  LecternPlan *plan = lectern_plan_new ();
  LecternSession *dated;

  /* From the last meeting before today on, so that the rhythm goes on. */
  for (guint i = 0; i < meetings->len; i++)
    {
      GDate *date = &g_array_index (meetings, GDate, i);

      if (g_date_compare (date, today) <= 0)
        after = *date;
    }
  do
    {
      lectern_cadence_find_free (schedule, &after, &free_date);
      after = free_date;
    }
  while (g_date_compare (&free_date, today) < 0);

  dated = lectern_postpone_copy_to (session, &free_date);
  lectern_record_set_string (LECTERN_RECORD (dated), LECTERN_SESSION_DATE_TEXT, NULL);
  plan->move = TRUE;
  plan->label = g_strdup (_("Schedule Session"));
  lectern_plan_add (plan, session, dated);

  return plan;
}
