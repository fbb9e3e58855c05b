/* support.c: what several tests of the formats need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support.h"

#include "lectern-edit.h"

#include <string.h>

/* Reads a schedule that must be good. */
LecternSchedule *
support_read (const char *text,
              gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  LecternSchedule *schedule = lectern_json_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (schedule);

  return schedule;
}

/* Writes a schedule over what it was read from. */
char *
support_write (LecternSchedule *schedule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = lectern_json_write (schedule, lectern_schedule_get_source (schedule), &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Applies one command, see support_edit(). */
void
support_apply (LecternHistory *history,
               const char     *command)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_auto (GStrv) words = g_strsplit (command, " ", 3);
  const char *assignments[] = { words[1], NULL };
  g_autoptr (GError) error = NULL;
  LecternSession *session = NULL;

  if (g_ascii_isdigit (*words[1]))
    session = lectern_schedule_get_session (schedule, g_ascii_strtoull (words[1], NULL, 10));

  if (g_str_equal (words[0], "set"))
    {
      g_auto (GStrv) pair = g_strsplit (words[2], "=", 2);

      lectern_edit_set (history, session, pair[0], pair[1], &error);
    }
  else if (g_str_equal (words[0], "head"))
    {
      g_auto (GStrv) pair = g_strsplit (command + strlen ("head "), "=", 2);

      lectern_edit_set_head (history, pair[0], pair[1], &error);
    }
  else if (g_str_equal (words[0], "add"))
    {
      LecternSession *added = lectern_edit_add (history, assignments, &error);

      g_assert_no_error (error);
      /* A known id, for the sake of the expected text. */
      lectern_edit_set (history, added, "id", words[2], &error);
    }
  else if (g_str_equal (words[0], "paper"))
    lectern_edit_add_paper (history, session);
  else if (g_str_equal (words[0], "unpaper"))
    lectern_edit_remove_item (history, session, LECTERN_SESSION_PAPERS,
                              g_ascii_strtoull (words[2], NULL, 10));
  else if (g_str_equal (words[0], "remove"))
    lectern_edit_remove (history, session);
  else if (g_str_equal (words[0], "move"))
    lectern_history_move (history, session, g_ascii_strtoull (words[2], NULL, 10), "Move");
  else
    g_error ("no such command: %s", command);

  g_assert_no_error (error);
}

/* Applies one command a line: "set SESSION PATH=VALUE", "head PATH=VALUE",
 * "add PATH=VALUE ID", "paper SESSION", "unpaper SESSION INDEX",
 * "remove SESSION", "move SESSION POSITION".  Checks on the way that the
 * result says what the schedule says, and that undoing all of it brings the
 * text back. */
char *
support_edit (const char *text,
              const char *script)
{
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_auto (GStrv) commands = g_strsplit (script, "\n", -1);
  g_autofree char *undone = NULL;
  char *written;

  for (guint i = 0; commands[i] != NULL; i++)
    support_apply (history, commands[i]);

  written = support_write (schedule);
  support_assert_reads (schedule, written);

  while (lectern_history_undo (history))
    ;
  undone = support_write (schedule);
  g_assert_cmpstr (undone, ==, text);

  return written;
}

/* Equal in meaning, but for records that say nothing. */
void
support_assert_same (LecternSchedule *a,
                     LecternSchedule *b)
{
  guint n = lectern_schedule_get_n_sessions (a);

  g_assert_true (lectern_record_equal (LECTERN_RECORD (lectern_schedule_get_head (a)),
                                       LECTERN_RECORD (lectern_schedule_get_head (b))));
  g_assert_cmpuint (n, ==, lectern_schedule_get_n_sessions (b));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *left = lectern_json_session_to_text (lectern_schedule_get_session (a, i));
      g_autofree char *right = lectern_json_session_to_text (lectern_schedule_get_session (b, i));

      g_assert_cmpstr (left, ==, right);
    }
}

/* The text must read as what the schedule says. */
void
support_assert_reads (LecternSchedule *schedule,
                      const char      *text)
{
  g_autoptr (LecternSchedule) again = support_read (text, -1);

  support_assert_same (schedule, again);
}

/* Counts lines and columns in another way than the scan does. */
void
support_count (const char *text,
               gsize       offset,
               guint      *line,
               guint      *column)
{
  g_autofree char *before = g_strndup (text, offset);
  g_auto (GStrv) lines = NULL;
  const char *last;
  char *p;

  /* One kind of line end, so that lines can be split at it. */
  while ((p = strstr (before, "\r\n")) != NULL)
    memmove (p, p + 1, strlen (p));
  g_strdelimit (before, "\r", '\n');

  lines = g_strsplit (before, "\n", -1);
  *line = MAX (g_strv_length (lines), 1);
  last = lines[0] != NULL ? lines[*line - 1] : "";
  *column = g_utf8_strlen (last, -1) + 1;
}
