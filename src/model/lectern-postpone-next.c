/* lectern-postpone-next.c: what goes on next time, and what gets its day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-postpone-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"

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

/* What goes on reading a session's papers, without a day yet. */
static LecternSession *
make_next_part (LecternSession *session)
{
  LecternSession *added = lectern_session_duplicate (session);
  GListModel *papers = lectern_session_get_papers (added);

  g_list_store_remove_all (G_LIST_STORE (lectern_session_get_resources (added)));
  lectern_record_set_string (LECTERN_RECORD (added), LECTERN_SESSION_NOTE, NULL);
  lectern_record_set_strings (LECTERN_RECORD (added), LECTERN_SESSION_IGNORE, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *part = next_part (lectern_paper_get_part (paper));

      lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_PART, part);
    }

  return added;
}

/**
 * lectern_postpone_find_following:
 * @schedule: a schedule
 * @session: a meeting
 *
 * Finds the meeting that takes place when the one after @session is due.
 *
 * Returns: (transfer none) (nullable): the meeting, or %NULL if that day is
 *   free
 */
LecternSession *
lectern_postpone_find_following (LecternSchedule *schedule,
                                 LecternSession  *session)
{
  g_autoptr (GArray) meetings = NULL;
  LecternCadence cadence;
  GDate after;
  GDate due;

  if (!lectern_cadence_is_meeting (session, &after))
    return NULL;

  lectern_cadence_read (schedule, &cadence);
  due = after;
  do
    lectern_cadence_step (&cadence, &due);
  while (lectern_cadence_is_blocked (schedule, &due));

  g_date_add_days (&after, 1);
  meetings = lectern_postpone_list_from (schedule, &after);
  if (meetings->len == 0
      || g_date_compare (&g_array_index (meetings, LecternMeeting, 0).date, &due) > 0)
    return NULL;

  return g_array_index (meetings, LecternMeeting, 0).session;
}

/**
 * lectern_postpone_continue:
 * @schedule: a schedule
 * @session: one of its sessions
 * @slide: whether to go on at the next meeting even if something else is
 *   planned for it
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans a session that reads the next part of the same papers: at the next
 * meeting, and what is planned for it and later slides on; or else on the next
 * free day.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if the session is no
 *   meeting
 */
LecternPlan *
lectern_postpone_continue (LecternSchedule  *schedule,
                           LecternSession   *session,
                           gboolean          slide,
                           GError          **error)
{
  LecternSession *following = slide ? lectern_postpone_find_following (schedule, session) : NULL;
  g_autoptr (LecternSession) part = NULL;
  LecternPlan *plan;
  GDate date;
  GDate free_date;

  if (!lectern_postpone_get_date (session, &date, error))
    return NULL;

  part = make_next_part (session);
  if (following != NULL)
    {
      plan = lectern_postpone_by_slots (schedule, following, TRUE, error);
      g_return_val_if_fail (plan != NULL, NULL);
      lectern_plan_prepend (plan, lectern_postpone_copy_into (part, following, NULL));
    }
  else
    {
      plan = lectern_plan_new ();
      lectern_cadence_find_free (schedule, &date, &free_date);
      lectern_plan_add (plan, NULL, lectern_postpone_copy_to (part, &free_date));
    }

  g_free (plan->label);
  plan->label = g_strdup (_("Continue Next Time"));

  return plan;
}

/**
 * lectern_postpone_schedule_next:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): some of its sessions
 * @today: today's date
 * @error: return location for an error of domain %LECTERN_POSTPONE_ERROR
 *
 * Plans to put the sessions without a date on the next free days, today or
 * later, one after another.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if none of them
 *   waits for a date
 */
LecternPlan *
lectern_postpone_schedule_next (LecternSchedule  *schedule,
                                GPtrArray        *sessions,
                                const GDate      *today,
                                GError          **error)
{
  g_autoptr (LecternPlan) plan = lectern_plan_new ();
  GDate date;

  for (guint i = 0; i < sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (sessions, i);
      GDate last = date;
      LecternSession *dated;

      if (!lectern_postpone_is_waiting (session))
        continue;
      if (plan->rows->len == 0)
        lectern_cadence_find_upcoming (schedule, today, &date);
      else
        lectern_cadence_find_free (schedule, &last, &date);

      dated = lectern_postpone_copy_to (session, &date);
      lectern_record_set_string (LECTERN_RECORD (dated), LECTERN_SESSION_DATE_TEXT, NULL);
      lectern_plan_add (plan, session, dated);
    }

  if (plan->rows->len == 0)
    {
      g_set_error_literal (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NOT_WAITING,
                           _("Only a session that has no date yet can be scheduled."));
      return NULL;
    }

  plan->move = TRUE;
  plan->label = plan->rows->len == 1
    ? g_strdup (_("Schedule Session"))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Schedule %u Session", "Schedule %u Sessions",
                                    plan->rows->len),
                       plan->rows->len);

  return g_steal_pointer (&plan);
}
