/* test-history.c: tables of commands with what the schedule says after each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include <string.h>

#include "lectern-edit.h"

/* One command a line, as in
 *
 *   type 0 title=ab     a keystroke: session 0's title is now "ab"
 *   set 0 title=x       an edit by itself
 *   add 2023-01-04=x    a session with that date and title
 *   remove 0, move 0 2, undo, redo, seal, save, begin LABEL, end
 *
 * followed by " -> " and the titles, the names of the steps that undo and redo
 * would travel, and "saved" or "edited".
 */
typedef struct
{
  const char *name;
  const char *commands;
} Script;

static const Script scripts[] = {
  { "nothing", "seal -> | - | - | saved\n"
               "undo -> | - | - | saved\n"
               "redo -> | - | - | saved" },

  { "typing-merges", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                     "save -> a | Add Session | - | saved\n"
                     "type 0 title=ab -> ab | Change Title | - | edited\n"
                     "type 0 title=abc -> abc | Change Title | - | edited\n"
                     "undo -> a | Add Session | Change Title | saved\n"
                     "redo -> abc | Change Title | - | edited" },

  { "typing-seals", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                    "type 0 title=ab -> ab | Change Title | - | edited\n"
                    "seal -> ab | Change Title | - | edited\n"
                    "type 0 title=abc -> abc | Change Title | - | edited\n"
                    "undo -> ab | Change Title | Change Title | edited" },

  { "other-member-is-other-step", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                                  "type 0 title=b -> b | Change Title | - | edited\n"
                                  "type 0 note=n -> b | Change Note | - | edited\n"
                                  "type 0 title=c -> c | Change Title | - | edited\n"
                                  "undo -> b | Change Note | Change Title | edited\n"
                                  "undo -> b | Change Title | Change Note | edited\n"
                                  "undo -> a | Add Session | Change Title | edited" },

  { "other-session-is-other-step", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                                   "add 2023-01-05=b -> a,b | Add Session | - | edited\n"
                                   "type 0 title=x -> x,b | Change Title | - | edited\n"
                                   "type 1 title=y -> x,y | Change Title | - | edited\n"
                                   "undo -> x,b | Change Title | Change Title | edited" },

  { "typed-and-taken-back", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                            "save -> a | Add Session | - | saved\n"
                            "type 0 title=ab -> ab | Change Title | - | edited\n"
                            "type 0 title=a -> a | Add Session | - | saved" },

  { "save-parts-typing", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                         "type 0 title=ab -> ab | Change Title | - | edited\n"
                         "save -> ab | Change Title | - | saved\n"
                         "type 0 title=abc -> abc | Change Title | - | edited\n"
                         "undo -> ab | Change Title | Change Title | saved\n"
                         "undo -> a | Add Session | Change Title | edited\n"
                         "redo -> ab | Change Title | Change Title | saved" },

  { "no-change-is-no-step", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                            "undo -> | - | Add Session | saved\n"
                            "redo -> a | Add Session | - | edited\n"
                            "undo -> | - | Add Session | saved\n"
                            "redo -> a | Add Session | - | edited\n"
                            "set 0 title=a -> a | Add Session | - | edited" },

  { "no-change-keeps-redo", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                            "set 0 title=b -> b | Change Title | - | edited\n"
                            "undo -> a | Add Session | Change Title | edited\n"
                            "set 0 title=a -> a | Add Session | Change Title | edited\n"
                            "set 0 title=c -> c | Change Title | - | edited" },

  { "saved-state-lost", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                        "set 0 title=b -> b | Change Title | - | edited\n"
                        "save -> b | Change Title | - | saved\n"
                        "undo -> a | Add Session | Change Title | edited\n"
                        "set 0 title=c -> c | Change Title | - | edited\n"
                        "undo -> a | Add Session | Change Title | edited" },

  { "remove-and-back", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                       "add 2023-01-05=b -> a,b | Add Session | - | edited\n"
                       "add 2023-01-06=c -> a,b,c | Add Session | - | edited\n"
                       "remove 1 -> a,c | Remove Session | - | edited\n"
                       "remove 0 -> c | Remove Session | - | edited\n"
                       "undo -> a,c | Remove Session | Remove Session | edited\n"
                       "undo -> a,b,c | Add Session | Remove Session | edited\n"
                       "redo -> a,c | Remove Session | Remove Session | edited\n"
                       "redo -> c | Remove Session | - | edited" },

  { "edit-of-a-session-that-comes-back", "add 2023-01-04=a -> a | Add Session | - | edited\n"
                                         "set 0 title=b -> b | Change Title | - | edited\n"
                                         "remove 0 -> | Remove Session | - | edited\n"
                                         "undo -> b | Change Title | Remove Session | edited\n"
                                         "undo -> a | Add Session | Change Title | edited\n"
                                         "redo -> b | Change Title | Remove Session | edited" },

  { "move", "add 2023-01-04=a -> a | Add Session | - | edited\n"
            "add 2023-01-05=b -> a,b | Add Session | - | edited\n"
            "add 2023-01-06=c -> a,b,c | Add Session | - | edited\n"
            "move 0 2 -> b,c,a | Move Session | - | edited\n"
            "move 2 0 -> a,b,c | Move Session | - | edited\n"
            "move 1 0 -> b,a,c | Move Session | - | edited\n"
            "move 0 0 -> b,a,c | Move Session | - | edited\n"
            "undo -> a,b,c | Move Session | Move Session | edited\n"
            "undo -> b,c,a | Move Session | Move Session | edited\n"
            "undo -> a,b,c | Add Session | Move Session | edited\n"
            "redo -> b,c,a | Move Session | Move Session | edited" },

  { "group", "begin Both -> | - | - | saved\n"
             "add 2023-01-04=a -> a | - | - | saved\n"
             "add 2023-01-05=b -> a,b | - | - | saved\n"
             "end -> a,b | Both | - | edited\n"
             "undo -> | - | Both | saved\n"
             "redo -> a,b | Both | - | edited" },

  { "group-nested", "begin Outer -> | - | - | saved\n"
                    "add 2023-01-04=a -> a | - | - | saved\n"
                    "begin Inner -> a | - | - | saved\n"
                    "set 0 title=b -> b | - | - | saved\n"
                    "end -> b | - | - | saved\n"
                    "undo -> b | - | - | saved\n"
                    "end -> b | Outer | - | edited\n"
                    "undo -> | - | Outer | saved" },

  { "group-empty", "begin None -> | - | - | saved\n"
                   "end -> | - | - | saved" },
};

static void
run_command (LecternHistory *history,
             const char     *command)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_auto (GStrv) words = g_strsplit (command, " ", 3);
  LecternSession *session = NULL;

  if (words[1] != NULL && g_ascii_isdigit (*words[1]))
    session = lectern_schedule_get_session (schedule, atoi (words[1]));

  if (g_str_equal (words[0], "type") || g_str_equal (words[0], "set"))
    {
      g_auto (GStrv) pair = g_strsplit (words[2], "=", 2);
      g_autoptr (GError) error = NULL;

      if (g_str_equal (words[0], "type"))
        lectern_edit_type (history, session, pair[0], pair[1], &error);
      else
        lectern_edit_set (history, session, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  else if (g_str_equal (words[0], "add"))
    {
      g_auto (GStrv) pair = g_strsplit (words[1], "=", 2);
      g_autofree char *date = g_strconcat ("date=", pair[0], NULL);
      g_autofree char *title = g_strconcat ("title=", pair[1], NULL);
      const char *assignments[] = { date, title, NULL };

      g_assert_nonnull (lectern_edit_add (history, assignments, NULL));
    }
  else if (g_str_equal (words[0], "remove"))
    lectern_edit_remove (history, session);
  else if (g_str_equal (words[0], "move"))
    lectern_history_move (history, session, atoi (words[2]), "Move Session");
  else if (g_str_equal (words[0], "undo"))
    lectern_history_undo (history);
  else if (g_str_equal (words[0], "redo"))
    lectern_history_redo (history);
  else if (g_str_equal (words[0], "seal"))
    lectern_history_seal (history);
  else if (g_str_equal (words[0], "begin"))
    lectern_history_begin_group (history, words[1]);
  else if (g_str_equal (words[0], "end"))
    lectern_history_end_group (history);
  else if (g_str_equal (words[0], "save"))
    {
      lectern_history_seal (history);
      lectern_history_mark_saved (history, lectern_history_get_state (history));
    }
  else
    g_assert_not_reached ();
}

static char *
describe (LecternHistory *history)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (GString) titles = g_string_new (NULL);
  const char *undo = lectern_history_get_undo_label (history);
  const char *redo = lectern_history_get_redo_label (history);

  g_assert_cmpint (undo != NULL, ==, lectern_history_get_can_undo (history));
  g_assert_cmpint (redo != NULL, ==, lectern_history_get_can_redo (history));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "",
                            lectern_session_get_title (lectern_schedule_get_session (schedule, i)));
  if (titles->len > 0)
    g_string_append_c (titles, ' ');

  return g_strdup_printf ("%s| %s | %s | %s", titles->str,
                          undo != NULL ? undo : "-", redo != NULL ? redo : "-",
                          lectern_history_get_saved (history) ? "saved" : "edited");
}

static void
test_script (gconstpointer data)
{
  const Script *script = data;
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_auto (GStrv) lines = g_strsplit (script->commands, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (lines[i], " -> ", 2);
      g_autofree char *now = NULL;

      run_command (history, sides[0]);
      now = describe (history);
      g_assert_cmpstr (now, ==, sides[1]);
    }
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
remember_key (LecternHistory *history,
              guint64         key,
              guint64        *last)
{
  *last = key;
}

static void
test_signals (void)
{
  static const char *properties[] = { "can-undo", "can-redo", "undo-label", "redo-label", "saved" };
  guint counts[G_N_ELEMENTS (properties)] = { 0 };
  guint changed = 0;
  guint64 applied = 0;
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  LecternSession *session;
  const char *nothing[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", properties[i], NULL);

      g_signal_connect_swapped (history, signal, G_CALLBACK (count), &counts[i]);
    }
  g_signal_connect_swapped (history, "changed", G_CALLBACK (count), &changed);
  g_signal_connect (history, "applied", G_CALLBACK (remember_key), &applied);

  session = lectern_edit_add (history, nothing, NULL);
  lectern_edit_set (history, session, "title", "a", NULL);
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, 2);
  g_assert_cmpuint (counts[4], ==, 1);
  g_assert_cmpuint (applied, ==, 0);

  lectern_history_undo (history);
  g_assert_cmpuint (applied, ==, lectern_session_get_key (session));
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[3], ==, 1);
}

static void
test_head (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  LecternHead *head = lectern_schedule_get_head (schedule);

  g_assert_true (lectern_edit_set_head (history, "title", "G", NULL));
  g_assert_true (lectern_edit_set_head (history, "title", "Group", NULL));
  g_assert_true (lectern_edit_set_head (history, "defaults.time", "15:00", NULL));
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Group");
  g_assert_cmpstr (lectern_head_get_default_time (head), ==, "15:00");

  lectern_history_undo (history);
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Group");
  g_assert_null (lectern_head_get_default_time (head));
  lectern_history_undo (history);
  g_assert_null (lectern_head_get_title (head));
  g_assert_false (lectern_history_get_can_undo (history));
}

static void
test_finalize (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  LecternHistory *history = lectern_history_new (schedule);
  const char *nothing[] = { NULL };

  lectern_edit_add (history, nothing, NULL);
  lectern_edit_add (history, nothing, NULL);
  lectern_history_undo (history);

  g_assert_finalize_object (history);
}

void
add_history_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strconcat ("/model/history/", scripts[i].name, NULL);

      g_test_add_data_func (path, &scripts[i], test_script);
    }

  g_test_add_func ("/model/history/signals", test_signals);
  g_test_add_func ("/model/history/head", test_head);
  g_test_add_func ("/model/history/finalize", test_finalize);
}
