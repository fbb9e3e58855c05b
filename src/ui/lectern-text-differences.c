/* lectern-text-differences.c: what the window says about two versions of a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-text-differences.h"

#include <glib/gi18n-lib.h>

#include "lectern-replace.h"
#include "lectern-text.h"

/* More of them are a number. */
#define N_NAMED 3

/**
 * lectern_text_session_name:
 * @session: a session
 *
 * Names a session among others, by its day and the first of its titles.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_text_session_name (LecternSession *session)
{
  g_autofree char *date = lectern_text_session_date (session);
  g_auto (GStrv) titles = lectern_text_titles (session, NULL);

  /* Translators: a date, and what is read then */
  return g_strdup_printf (_("%s, %s"), date, titles[0]);
}

/**
 * lectern_text_differences:
 * @schedule: a schedule
 * @other: another version of it
 *
 * Names the sessions that differ, one a line, as @other has them; those that
 * only @schedule has, as they are there.
 *
 * Returns: (transfer full) (nullable): the lines, %NULL if no session differs
 */
char *
lectern_text_differences (LecternSchedule *schedule,
                          LecternSchedule *other)
{
  g_autoptr (GPtrArray) sessions = lectern_replace_list (schedule, other);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (sessions->len == 0)
    return NULL;

  for (guint i = 0; i < MIN (sessions->len, N_NAMED); i++)
    g_ptr_array_add (lines, lectern_text_session_name (g_ptr_array_index (sessions, i)));
  if (sessions->len > N_NAMED)
    {
      guint n = sessions->len - N_NAMED;

      g_ptr_array_add (lines, g_strdup_printf (ngettext ("And %u more", "And %u more", n), n));
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
