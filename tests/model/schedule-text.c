/* schedule-text.c: schedules in a line of text, for the tables of the tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-text.h"

#include <stdlib.h>
#include <string.h>

/* Sessions such as "2023-01-04 A@15:00; - B!x", where !x is cancelled, !b a
 * break and !a an announcement. */
LecternSchedule *
schedule_text_read (const char *text)
{
  LecternSchedule *schedule = lectern_schedule_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autoptr (LecternSession) session = lectern_session_new ();
      LecternRecord *record = LECTERN_RECORD (session);
      g_auto (GStrv) parts = g_strsplit (rows[i], " ", 2);
      char *time = strchr (parts[1], '@');
      char *mark;

      if (time != NULL)
        {
          lectern_record_set_string (record, LECTERN_SESSION_TIME, time + 1);
          *time = '\0';
        }
      mark = strchr (parts[1], '!');
      if (mark != NULL)
        {
          if (mark[1] == 'x')
            lectern_record_set_string (record, LECTERN_SESSION_STATUS, "cancelled");
          else
            lectern_record_set_string (record, LECTERN_SESSION_KIND,
                                       mark[1] == 'b' ? "break" : "announcement");
          *mark = '\0';
        }
      if (strcmp (parts[0], "-") != 0)
        lectern_record_set_string (record, LECTERN_SESSION_DATE, parts[0]);
      lectern_record_set_string (record, LECTERN_SESSION_TITLE, parts[1]);
      lectern_schedule_splice (schedule, i, 0, &session, 1);
    }

  return schedule;
}

char *
schedule_text_write (LecternSchedule *schedule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char *date = lectern_session_get_date (session);
      LecternSessionKind kind = lectern_session_get_kind (session);
      const char *time = lectern_session_get_time (session);

      g_string_append_printf (text, "%s%s %s%s%s%s%s", i > 0 ? "; " : "",
                              date != NULL ? date : "-", lectern_session_get_title (session),
                              lectern_session_get_cancelled (session) ? "!x" : "",
                              kind == LECTERN_KIND_BREAK ? "!b" : kind == LECTERN_KIND_ANNOUNCEMENT ? "!a" : "",
                              time != NULL ? "@" : "", time != NULL ? time : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The sessions that stand at the places in a list such as "0,2". */
GPtrArray *
schedule_text_list (LecternSchedule *schedule,
                    const char      *places)
{
  g_auto (GStrv) words = g_strsplit (places, ",", -1);
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (sessions, lectern_schedule_get_session (schedule, atoi (words[i])));

  return sessions;
}
