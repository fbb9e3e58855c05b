/* lectern-edit.c: the edits that the window and the command line share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-edit-value.h"
#include "lectern-order.h"

G_DEFINE_QUARK (lectern-edit-error-quark, lectern_edit_error)

/**
 * lectern_edit_check:
 * @session: a session
 * @path: a path such as `papers[0].title`
 * @value: a value; empty removes
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Tells whether [func@edit_set] would take the value, changing nothing.
 *
 * Returns: whether it would
 */
gboolean
lectern_edit_check (LecternSession  *session,
                    const char      *path,
                    const char      *value,
                    GError         **error)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);

  return lectern_edit_set_path (LECTERN_RECORD (after), path, value, NULL, error);
}

static gboolean
set_member (LecternHistory  *history,
            LecternSession  *session,
            const char      *path,
            const char      *value,
            gboolean         merge,
            GError         **error)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);
  const char *label;

  if (!lectern_edit_set_path (LECTERN_RECORD (after), path, value, &label, error))
    return FALSE;

  lectern_history_change_session (history, session, after, _(label), merge ? path : NULL);

  return TRUE;
}

/**
 * lectern_edit_set:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @path: a path such as `date`, `papers[0].title`, `presenters[1]`,
 *   `resources[0].primary` or `extra.Room`; an index equal to the length
 *   appends
 * @value: the value; empty removes
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes one member, as one step.
 *
 * Returns: %FALSE if there is no such member or it cannot hold @value; then
 *   nothing has changed
 */
gboolean
lectern_edit_set (LecternHistory  *history,
                  LecternSession  *session,
                  const char      *path,
                  const char      *value,
                  GError         **error)
{
  return set_member (history, session, path, value, FALSE, error);
}

/**
 * lectern_edit_type:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @path: a path, as for [func@edit_set]
 * @value: what the field holds after a keystroke
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes one member while it is typed: successive calls for one path are
 * one step, until [method@History.seal].
 *
 * Returns: %FALSE if there is no such member or it cannot hold @value; then
 *   nothing has changed
 */
gboolean
lectern_edit_type (LecternHistory  *history,
                   LecternSession  *session,
                   const char      *path,
                   const char      *value,
                   GError         **error)
{
  return set_member (history, session, path, value, TRUE, error);
}

static gboolean
assign_all (LecternSession      *session,
            const char * const  *assignments,
            const char         **label,
            GError             **error)
{
  for (guint i = 0; assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *path = NULL;

      if (equals == NULL)
        {
          g_set_error (error, LECTERN_EDIT_ERROR, LECTERN_EDIT_ERROR_PATH,
                       _("“%s” has no “=”. Write what to set as PATH=VALUE, such as date=2023-01-04."),
                       assignments[i]);
          return FALSE;
        }

      path = g_strndup (assignments[i], equals - assignments[i]);
      if (!lectern_edit_set_path (LECTERN_RECORD (session), path, equals + 1, label, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_edit_set_many:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @assignments: (array zero-terminated=1): each `PATH=VALUE`
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes several members of a session in one step, or none at all.
 *
 * Returns: %FALSE if one of them cannot be changed so; then nothing has
 *   changed
 */
gboolean
lectern_edit_set_many (LecternHistory      *history,
                       LecternSession      *session,
                       const char * const  *assignments,
                       GError             **error)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);
  const char *label = N_("Change Session");

  if (!assign_all (after, assignments, &label, error))
    return FALSE;

  if (g_strv_length ((GStrv) assignments) > 1)
    label = N_("Change Session");
  lectern_history_change_session (history, session, after, _(label), NULL);

  return TRUE;
}

/**
 * lectern_edit_set_head:
 * @history: the history of a schedule
 * @path: a path such as `title` or `defaults.time`
 * @value: the value; empty removes
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes what the schedule says about the whole group.  Successive calls for
 * one path are one step, until [method@History.seal].
 *
 * Returns: %FALSE if there is no such member or it cannot hold @value; then
 *   nothing has changed
 */
gboolean
lectern_edit_set_head (LecternHistory  *history,
                       const char      *path,
                       const char      *value,
                       GError         **error)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (LecternHead) after = lectern_head_copy (lectern_schedule_get_head (schedule));
  const char *label;

  if (!lectern_edit_set_path (LECTERN_RECORD (after), path, value, &label, error))
    return FALSE;

  lectern_history_change_head (history, after, _(label), path);

  return TRUE;
}

/**
 * lectern_edit_add:
 * @history: the history of a schedule
 * @assignments: (array zero-terminated=1): what the session says, each
 *   `PATH=VALUE`
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Adds a session with an id of its own, after the last one with an earlier or
 * equal date.
 *
 * Returns: (transfer none) (nullable): the session in the schedule, or %NULL
 *   if it cannot say that; then nothing has changed
 */
LecternSession *
lectern_edit_add (LecternHistory      *history,
                  const char * const  *assignments,
                  GError             **error)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (LecternSession) added = lectern_session_new ();
  g_autofree char *id = lectern_session_make_id ();

  lectern_record_set_string (LECTERN_RECORD (added), LECTERN_SESSION_ID, id);
  if (!assign_all (added, assignments, NULL, error))
    return NULL;

  lectern_history_insert (history, added,
                          lectern_schedule_find_place (schedule, lectern_session_get_date (added)),
                          _("Add Session"));

  return lectern_schedule_find_key (schedule, lectern_session_get_key (added), NULL);
}

/**
 * lectern_edit_duplicate:
 * @history: the history of a schedule
 * @session: a session of that schedule
 *
 * Adds a session that says the same right after @session.
 *
 * Returns: (transfer none): the new session in the schedule
 */
LecternSession *
lectern_edit_duplicate (LecternHistory *history,
                        LecternSession *session)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (LecternSession) copy = lectern_session_duplicate (session);
  guint position = 0;

  lectern_schedule_find_key (schedule, lectern_session_get_key (session), &position);
  lectern_history_insert (history, copy, position + 1, _("Duplicate Session"));

  return lectern_schedule_find_key (schedule, lectern_session_get_key (copy), NULL);
}

/**
 * lectern_edit_move_to_place:
 * @history: the history of a schedule
 * @session: a session of that schedule
 *
 * Moves a session to where its date belongs: after the last other one with an
 * earlier or equal date, at the end if it has none.
 */
void
lectern_edit_move_to_place (LecternHistory *history,
                            LecternSession *session)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  guint from = 0;
  guint place;

  lectern_schedule_find_key (schedule, lectern_session_get_key (session), &from);
  place = lectern_schedule_find_place_but (schedule, lectern_session_get_date (session), from);
  lectern_history_move (history, session, place, _("Move Session"));
}

/**
 * lectern_edit_sort:
 * @history: the history of a schedule
 *
 * Puts all sessions in the order of their dates, as one step; those without a
 * date come last.  A schedule that begins with the latest date still does.
 * Sessions of one day stay as they were.
 */
void
lectern_edit_sort (LecternHistory *history)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  guint n = lectern_schedule_get_n_sessions (schedule);
  int way = lectern_order_is_newest_first (schedule) ? -1 : 1;

  lectern_history_begin_group (history, _("Sort by Date"));

  /* Each goes behind those that are in order already. */
  for (guint i = 1; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      guint place = i;
      GDate date;
      GDate other;

      if (!lectern_session_get_gdate (session, &date))
        continue;
      while (place > 0 &&
             (!lectern_session_get_gdate (lectern_schedule_get_session (schedule, place - 1), &other) ||
              g_date_compare (&other, &date) * way > 0))
        place--;
      if (place != i)
        lectern_history_move (history, session, place, _("Sort by Date"));
    }

  lectern_history_end_group (history);
}

/**
 * lectern_edit_import:
 * @history: the history of a schedule
 * @schedule: another schedule, of which copies are taken
 *
 * Adds all that @schedule says after what there is already, as one step; what
 * it says about the group replaces what was said.
 */
void
lectern_edit_import (LecternHistory  *history,
                     LecternSchedule *schedule)
{
  LecternSchedule *own = lectern_history_get_schedule (history);
  g_autoptr (LecternHead) head = lectern_head_copy (lectern_schedule_get_head (schedule));

  /* Without a name of its own it keeps the one that it has. */
  if (lectern_head_get_title (head) == NULL)
    lectern_record_set_string (LECTERN_RECORD (head), LECTERN_HEAD_TITLE,
                               lectern_head_get_title (lectern_schedule_get_head (own)));

  lectern_history_begin_group (history, _("Import Page"));
  lectern_history_change_head (history, head, _("Import Page"), NULL);
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    lectern_history_insert (history, lectern_schedule_get_session (schedule, i),
                            lectern_schedule_get_n_sessions (own), _("Import Page"));
  lectern_history_end_group (history);
}

/**
 * lectern_edit_remove:
 * @history: the history of a schedule
 * @session: a session of that schedule
 *
 * Removes a session.  No file is touched.
 */
void
lectern_edit_remove (LecternHistory *history,
                     LecternSession *session)
{
  lectern_history_remove (history, session, _("Remove Session"));
}

/**
 * lectern_edit_add_paper:
 * @history: the history of a schedule
 * @session: a session of that schedule
 *
 * Adds a paper that says nothing yet after the others.
 */
void
lectern_edit_add_paper (LecternHistory *history,
                        LecternSession *session)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);
  g_autoptr (LecternPaper) paper = lectern_paper_new ();

  g_list_store_append (G_LIST_STORE (lectern_session_get_papers (after)), paper);
  lectern_history_change_session (history, session, after, _("Add Paper"), NULL);
}

/**
 * lectern_edit_remove_item:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @list: %LECTERN_SESSION_PAPERS or %LECTERN_SESSION_RESOURCES
 * @index: which item of that list
 *
 * Takes a paper or a resource off a session.  No file is touched.
 */
void
lectern_edit_remove_item (LecternHistory       *history,
                          LecternSession       *session,
                          LecternSessionMember  list,
                          guint                 index)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);
  GListModel *items = lectern_record_get_records (LECTERN_RECORD (after), list);

  g_return_if_fail (index < g_list_model_get_n_items (items));

  g_list_store_remove (G_LIST_STORE (items), index);
  lectern_history_change_session (history, session, after,
                                  list == LECTERN_SESSION_PAPERS ? _("Remove Paper")
                                                                 : _("Remove Resource"),
                                  NULL);
}

/**
 * lectern_edit_move_item:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @list: %LECTERN_SESSION_PAPERS or %LECTERN_SESSION_RESOURCES
 * @index: which item of that list
 * @target: the index that it is to have
 *
 * Moves a paper or a resource within its list.
 */
void
lectern_edit_move_item (LecternHistory       *history,
                        LecternSession       *session,
                        LecternSessionMember  list,
                        guint                 index,
                        guint                 target)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);
  GListModel *items = lectern_record_get_records (LECTERN_RECORD (after), list);
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (index < g_list_model_get_n_items (items));
  g_return_if_fail (target < g_list_model_get_n_items (items));

  item = g_list_model_get_item (items, index);
  g_list_store_remove (G_LIST_STORE (items), index);
  g_list_store_insert (G_LIST_STORE (items), target, item);
  lectern_history_change_session (history, session, after,
                                  list == LECTERN_SESSION_PAPERS ? _("Move Paper")
                                                                 : _("Move Resource"),
                                  NULL);
}

/**
 * lectern_edit_add_resource:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @resource: (transfer none): the resource; not kept, but copied
 *
 * Adds a resource after the others.
 */
void
lectern_edit_add_resource (LecternHistory  *history,
                           LecternSession  *session,
                           LecternResource *resource)
{
  g_autoptr (LecternSession) after = lectern_session_copy (session);
  g_autoptr (LecternResource) copy = lectern_resource_new ();

  lectern_record_assign (LECTERN_RECORD (copy), LECTERN_RECORD (resource));
  lectern_record_set_origin (LECTERN_RECORD (copy), -1);
  g_list_store_append (G_LIST_STORE (lectern_session_get_resources (after)), copy);
  lectern_history_change_session (history, session, after, _("Add Resource"), NULL);
}
