/* lectern-edit-several.c: edits of several sessions, each of them one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-edit.h"

#include <glib/gi18n-lib.h>

/**
 * lectern_edit_remove_all:
 * @history: the history of a schedule
 * @sessions: (element-type LecternSession): sessions of that schedule
 *
 * Removes sessions as one step.  No file is touched.
 */
void
lectern_edit_remove_all (LecternHistory *history,
                         GPtrArray      *sessions)
{
  guint n = sessions->len;
  g_autofree char *label = NULL;

  /* Translators: the name of a step, after “Undo”. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Remove %u Session", "Remove %u Sessions", n), n);
  lectern_history_remove_all (history, sessions, label);
}

/**
 * lectern_edit_duplicate_all:
 * @history: the history of a schedule
 * @sessions: (element-type LecternSession): sessions of that schedule
 *
 * Adds a session that says the same right after each of them, as one step.
 *
 * Returns: (transfer full) (element-type LecternSession): the new sessions in
 *   the schedule, in the order of the others
 */
GPtrArray *
lectern_edit_duplicate_all (LecternHistory *history,
                            GPtrArray      *sessions)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *added = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = sessions->len;
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (copies, lectern_session_duplicate (g_ptr_array_index (sessions, i)));

  /* Translators: the name of a step, after “Undo”. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Duplicate %u Session", "Duplicate %u Sessions", n), n);
  lectern_history_insert_after (history, copies, sessions, label);

  for (guint i = 0; i < n; i++)
    {
      guint64 key = lectern_session_get_key (g_ptr_array_index (copies, i));

      g_ptr_array_add (added, g_object_ref (lectern_schedule_find_key (schedule, key, NULL)));
    }

  return added;
}

/**
 * lectern_edit_set_all:
 * @history: the history of a schedule
 * @sessions: (element-type LecternSession): sessions of that schedule
 * @path: a path, as for [func@edit_set]
 * @value: the value; empty removes
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes one member of each session, as one step.
 *
 * Returns: %FALSE if one of them has no such member or it cannot hold @value;
 *   then nothing has changed
 */
gboolean
lectern_edit_set_all (LecternHistory  *history,
                      GPtrArray       *sessions,
                      const char      *path,
                      const char      *value,
                      GError         **error)
{
  guint n = sessions->len;
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (!lectern_edit_check (g_ptr_array_index (sessions, i), path, value, error))
        return FALSE;
    }

  /* Translators: the name of a step, after “Undo”. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change %u Session", "Change %u Sessions", n), n);
  lectern_history_begin_group (history, label);
  for (guint i = 0; i < n; i++)
    {
      if (!lectern_edit_set (history, g_ptr_array_index (sessions, i), path, value, error))
        g_assert_not_reached ();
    }
  lectern_history_end_group (history);

  return TRUE;
}
