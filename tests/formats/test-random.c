/* test-random.c: thousands of schedules that nobody would write by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-edit.h"
#include "random-schedule.h"
#include "support.h"

#include <string.h>

static gboolean
is_full (void)
{
  const char *full = g_getenv ("LECTERN_TEST_FULL");

  return g_strcmp0 (full, "1") == 0 || g_strcmp0 (full, "yes") == 0;
}

/* The text of a session as it stands in the file it was read from. */
static char *
get_text (LecternSession *session)
{
  GBytes *file;
  gsize start, length;

  g_assert_true (lectern_session_get_source (session, &file, &start, &length));

  return g_strndup ((const char *) g_bytes_get_data (file, NULL) + start, length);
}

/* Edits values, so that nothing unknown goes with what it stands in: all of
 * it must still be there, in order. */
static void
check_unknown (const char *written,
               GPtrArray  *unknown)
{
  const char *p = written;

  for (guint i = 0; i < unknown->len; i++)
    {
      p = strstr (p, g_ptr_array_index (unknown, i));
      if (p == NULL)
        g_error ("lost: %s\nof: %s", (char *) g_ptr_array_index (unknown, i), written);
      p += strlen (g_ptr_array_index (unknown, i));
    }
}

static void
edit_values (LecternHistory *history,
             LecternSession *session,
             GRand          *rand)
{
  static const char *paths[] = { "title", "note", "papers[0].title", "resources[1].label", "presenters[0]",
                                 "extra.Column 1", "location" };

  g_assert_true (lectern_edit_set (history, session, "reason", "new", NULL));
  for (guint i = 0; i < 3; i++)
    lectern_edit_set (history, session, paths[g_rand_int_range (rand, 0, G_N_ELEMENTS (paths))],
                      "new \"value\"\n", NULL);
}

/* Outside the session that was edited no byte is another. */
static void
check_elsewhere (const char     *text,
                 const char     *edited,
                 LecternSession *before,
                 LecternSession *after)
{
  gsize start, length, new_start, new_length;

  g_assert_true (lectern_session_get_source (before, NULL, &start, &length));
  g_assert_true (lectern_session_get_source (after, NULL, &new_start, &new_length));
  g_assert_cmpuint (new_start, ==, start);
  g_assert_cmpmem (edited, start, text, start);
  g_assert_cmpstr (edited + start + new_length, ==, text + start + length);
}

/* One field: in one place something comes in, and nothing but the field's old
 * value and white space goes. */
static void
check_one_field (const char *text,
                 guint       chosen)
{
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  LecternSession *session = lectern_schedule_get_session (schedule, chosen);
  gsize old_note = strlen (lectern_session_get_note (session) != NULL ? lectern_session_get_note (session) : "");
  g_autofree char *edited = NULL;
  gsize same = 0, length = strlen (text), new_length, same_end = 0, gone = 0;

  g_assert_true (lectern_edit_set (history, session, "note", "a new note", NULL));
  edited = support_write (schedule);
  new_length = strlen (edited);

  while (text[same] != '\0' && text[same] == edited[same])
    same++;
  while (same_end < MIN (length, new_length) - same &&
         text[length - 1 - same_end] == edited[new_length - 1 - same_end])
    same_end++;
  for (gsize i = same; i < length - same_end; i++)
    gone += !g_ascii_isspace (text[i]);

  /* A character takes six bytes at most, as \u0000; no note may be null. */
  g_assert_cmpuint (gone, <=, MAX (6 * old_note, strlen ("null")));
}

static void
check_one (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  guint n = g_rand_int_range (rand, 1, 8);
  g_autofree char *text = random_schedule_new (rand, n, unknown);
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autoptr (LecternSchedule) first = support_read (text, -1);
  g_autoptr (LecternSchedule) again = NULL;
  g_autofree char *untouched = support_write (schedule);
  g_autofree char *edited = NULL;
  g_autofree char *undone = NULL;
  guint chosen = g_rand_int_range (rand, 0, n);

  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, n);
  g_assert_cmpstr (untouched, ==, text);

  edit_values (history, lectern_schedule_get_session (schedule, chosen), rand);
  if (seed % 3 == 0)
    lectern_edit_set_head (history, seed % 2 ? "title" : "defaults.location", "new", NULL);
  edited = support_write (schedule);
  support_assert_reads (schedule, edited);

  g_assert_cmpstr (edited, !=, text);
  check_unknown (edited, unknown);

  again = support_read (edited, -1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = get_text (lectern_schedule_get_session (schedule, i));
      g_autofree char *after = get_text (lectern_schedule_get_session (again, i));

      if (i != chosen)
        g_assert_cmpstr (after, ==, before);
    }

  if (seed % 3 != 0)
    check_elsewhere (text, edited, lectern_schedule_get_session (first, chosen),
                     lectern_schedule_get_session (again, chosen));
  check_one_field (text, chosen);

  while (lectern_history_undo (history))
    ;
  undone = support_write (schedule);
  g_assert_cmpstr (undone, ==, text);
}

static void
test_random (void)
{
  guint n = is_full () ? 10000 : 2000;

  for (guint i = 0; i < n; i++)
    check_one (i);
  g_test_message ("%u schedules", n);
}

/* Any byte of a good file replaced by any other: an error with a position,
 * or a schedule that is written back as it was. */
static void
test_broken (void)
{
  static const char bytes_in[] = "\0\x01\"\\{}[],:-+.eE019nulta\xff\xc3\n ";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n = is_full () ? 100000 : 10000;
  guint refused = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = random_schedule_new (rand, 2, NULL);
      gsize length = strlen (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSchedule) schedule = NULL;
      guint line, column;

      for (guint j = 0; j < 1 + i % 3; j++)
        text[g_rand_int_range (rand, 0, length)] = bytes_in[g_rand_int_range (rand, 0, sizeof bytes_in - 1)];
      bytes = g_bytes_new (text, length);
      schedule = lectern_json_read (bytes, &error);

      if (schedule == NULL)
        {
          refused++;
          g_assert_true (lectern_json_error_get_position (error, &line, &column));
          g_assert_cmpuint (line, >, 0);
          g_assert_cmpuint (column, >, 0);
        }
      else
        {
          g_autofree char *written = NULL;

          for (guint j = 0; j < lectern_schedule_get_n_sessions (schedule); j++)
            lectern_session_get_note (lectern_schedule_get_session (schedule, j));
          written = support_write (schedule);
          g_assert_cmpmem (written, strlen (written), text, length);
        }
    }

  g_assert_cmpuint (refused, >, n / 4);
  g_assert_cmpuint (refused, <, n);
}

void
add_random_tests (void)
{
  g_test_add_func ("/json/random/schedules", test_random);
  g_test_add_func ("/json/random/broken", test_broken);
}
