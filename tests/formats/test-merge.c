/* test-merge.c: what two programs made of one schedule, put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-edit.h"
#include "lectern-merge.h"
#include "random-schedule.h"
#include "support.h"

#include <string.h>

#define FILE(head, sessions) "{\"lectern\":1," head "\"sessions\":[" sessions "]}"
#define A "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"A\"}"
#define B "{\"id\":\"b\",\"date\":\"2023-01-11\",\"title\":\"B\"}"
#define C "{\"id\":\"c\",\"date\":\"2023-01-18\",\"title\":\"C\"}"
#define P "{\"id\":\"p\",\"papers\":[{\"title\":\"One\",\"url\":\"https://e.org/1\",\"x\":1}," \
          "{\"title\":\"Two\",\"x\":2}]}"
#define R "{\"id\":\"r\",\"resources\":[{\"label\":\"N\",\"url\":\"https://e.org/n\",\"x\":1}]}"

/* @choice: for each conflict m or t; @text: what is written then */
static const struct
{
  const char *name;
  const char *base;
  const char *mine;    /* commands */
  const char *theirs;  /* a file */
  const char *choice;
  const char *text;
} table[] = {
  { "sessions of their own", FILE ("", A "," B), "set 0 title=M",
    FILE ("", A ",{\"id\":\"b\",\"date\":\"2023-01-11\",\"title\":\"T\"}"), "",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"M\"}"
              ",{\"id\":\"b\",\"date\":\"2023-01-11\",\"title\":\"T\"}") },
  { "members of one session", FILE ("", A), "set 0 note=M",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-05\",\"title\":\"A\"}"), "",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-05\",\"title\":\"A\",\"note\":\"M\"}") },
  { "the same change", FILE ("", A), "set 0 title=M",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"M\"}"), "",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"M\"}") },
  { "a conflict, mine", FILE ("", A), "set 0 title=M",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"T\",\"note\":\"N\"}"), "m",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"M\",\"note\":\"N\"}") },
  { "a conflict, theirs", FILE ("", A), "set 0 title=M\nset 0 time=15:00",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"T\"}"), "t",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"time\":\"15:00\",\"title\":\"T\"}") },
  { "added by both", FILE ("", A), "add date=2023-02-08 m",
    FILE ("", A ",{\"id\":\"t\",\"date\":\"2023-02-01\"}"), "",
    FILE ("", A ",{\"id\":\"t\",\"date\":\"2023-02-01\"},{\"id\":\"m\",\"date\":\"2023-02-08\"}") },
  { "added by both at the start", FILE ("", A), "add date=2022-02-08 m",
    FILE ("", "{\"id\":\"t\",\"date\":\"2022-03-01\"}," A), "",
    FILE ("", "{\"id\":\"m\",\"date\":\"2022-02-08\"},{\"id\":\"t\",\"date\":\"2022-03-01\"}," A) },
  { "the same one added by both", FILE ("", A), "add date=2023-02-08 n",
    FILE ("", A ",{\"id\":\"n\",\"date\":\"2023-02-08\",\"title\":\"T\"}"), "",
    FILE ("", A ",{\"id\":\"n\",\"date\":\"2023-02-08\",\"title\":\"T\"}") },
  { "one id for two that were added", FILE ("", A), "add date=2023-02-08 n",
    FILE ("", A ",{\"id\":\"n\",\"date\":\"2023-02-09\"}"), "m",
    FILE ("", A ",{\"id\":\"n\",\"date\":\"2023-02-08\"}") },
  { "removed by me", FILE ("", A "," B), "remove 0",
    FILE ("", A ",{\"id\":\"b\",\"title\":\"T\"}"), "", FILE ("", "{\"id\":\"b\",\"title\":\"T\"}") },
  { "removed by them", FILE ("", A "," B), "set 0 title=M", FILE ("", A), "",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"M\"}") },
  { "removed by both", FILE ("", A "," B), "remove 1\nset 0 note=M", FILE ("", A), "",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"A\",\"note\":\"M\"}") },
  { "edited, and removed by them: kept", FILE ("", A "," B), "set 1 title=M", FILE ("", A), "m",
    FILE ("", A ",{\"id\":\"b\",\"date\":\"2023-01-11\",\"title\":\"M\"}") },
  { "edited, and removed by them: removed", FILE ("", A "," B), "set 1 title=M", FILE ("", A), "t",
    FILE ("", A) },
  { "removed, and edited by them: removed", FILE ("", A "," B), "remove 1",
    FILE ("", A ",{\"id\":\"b\",\"title\":\"T\"}"), "m", FILE ("", A) },
  { "removed, and edited by them: kept", FILE ("", A "," B), "remove 1",
    FILE ("", A ",{\"id\":\"b\",\"title\":\"T\",\"x\":1}"), "t",
    FILE ("", A ",{\"id\":\"b\",\"title\":\"T\",\"x\":1}") },
  { "moved by me", FILE ("", A "," B "," C), "move 0 2",
    FILE ("", A "," B ",{\"id\":\"c\",\"title\":\"T\"}"), "",
    FILE ("", B ",{\"id\":\"c\",\"title\":\"T\"}," A) },
  { "moved by them", FILE ("", A "," B "," C), "set 1 title=M\nset 1 date=", FILE ("", C "," A "," B), "",
    FILE ("", C "," A ",{\"id\":\"b\",\"title\":\"M\"}") },
  { "members of a paper", FILE ("", P), "set 0 papers[0].part=M",
    FILE ("", "{\"id\":\"p\",\"papers\":[{\"title\":\"Uno\",\"url\":\"https://e.org/1\",\"x\":9},"
              "{\"title\":\"Two\",\"x\":2}]}"), "",
    FILE ("", "{\"id\":\"p\",\"papers\":[{\"title\":\"Uno\",\"url\":\"https://e.org/1\",\"part\":\"M\",\"x\":9},"
              "{\"title\":\"Two\",\"x\":2}]}") },
  { "papers added and removed", FILE ("", P), "unpaper 0 0",
    FILE ("", "{\"id\":\"p\",\"papers\":[{\"title\":\"One\",\"url\":\"https://e.org/1\",\"x\":1},"
              "{\"title\":\"Two\",\"x\":2},{\"title\":\"Three\",\"x\":3}]}"), "",
    FILE ("", "{\"id\":\"p\",\"papers\":[{\"title\":\"Two\",\"x\":2},{\"title\":\"Three\",\"x\":3}]}") },
  { "a member of one paper", FILE ("", P), "set 0 papers[1].title=M",
    FILE ("", "{\"id\":\"p\",\"papers\":[{\"title\":\"One\",\"url\":\"https://e.org/1\",\"x\":1},"
              "{\"title\":\"T\",\"x\":2}]}"), "m",
    FILE ("", "{\"id\":\"p\",\"papers\":[{\"title\":\"One\",\"url\":\"https://e.org/1\",\"x\":1},"
              "{\"title\":\"M\",\"x\":2}]}") },
  { "a resource added by each", FILE ("", R), "set 0 resources[1].url=https://e.org/m",
    FILE ("", "{\"id\":\"r\",\"resources\":[{\"label\":\"N\",\"url\":\"https://e.org/n\",\"x\":1},"
              "{\"url\":\"https://e.org/t\"}]}"), "",
    FILE ("", "{\"id\":\"r\",\"resources\":[{\"label\":\"N\",\"url\":\"https://e.org/n\",\"x\":1},"
              "{\"url\":\"https://e.org/m\"},{\"url\":\"https://e.org/t\"}]}") },
  { "two to open", FILE ("", R), "set 0 resources[0].primary=true",
    FILE ("", "{\"id\":\"r\",\"resources\":[{\"label\":\"N\",\"url\":\"https://e.org/n\",\"x\":1},"
              "{\"url\":\"https://e.org/t\",\"primary\":true}]}"), "t",
    FILE ("", "{\"id\":\"r\",\"resources\":[{\"label\":\"N\",\"url\":\"https://e.org/n\",\"x\":1},"
              "{\"url\":\"https://e.org/t\",\"primary\":true}]}") },
  { "members of the head", FILE ("\"title\":\"G\",\"defaults\":{\"time\":\"15:00\"},", A),
    "head title=M\nhead defaults.duration=60",
    FILE ("\"title\":\"G\",\"defaults\":{\"time\":\"16:00\"},\"x\":[1],", A), "",
    FILE ("\"title\":\"M\",\"defaults\":{\"time\":\"16:00\",\"duration\":60},\"x\":[1],", A) },
  { "a member of the head", FILE ("\"defaults\":{\"time\":\"15:00\"},", A), "head defaults.time=14:00",
    FILE ("\"defaults\":{\"time\":\"16:00\"},", A), "m",
    FILE ("\"defaults\":{\"time\":\"14:00\"},", A) },
  { "unknown members of theirs", FILE ("\"x\":1,", "{\"id\":\"a\",\"x\":1}," B), "set 0 title=M",
    FILE ("\"x\":2,\"y\":3,", "{\"id\":\"a\",\"x\":2,\"y\":3}," B), "",
    FILE ("\"x\":2,\"y\":3,", "{\"id\":\"a\",\"title\":\"M\",\"x\":2,\"y\":3}," B) },
  { "unknown members of mine", FILE ("", A ",{\"id\":\"b\",\"x\":1}"), "set 1 title=M", FILE ("", A), "m",
    FILE ("", A ",{\"id\":\"b\",\"title\":\"M\",\"x\":1}") },
  { "no ids", FILE ("", "{\"date\":\"2023-01-04\",\"title\":\"A\",\"x\":1},{\"date\":\"2023-01-11\",\"title\":\"B\"}"),
    "set 0 date=2023-01-05",
    FILE ("", "{\"date\":\"2023-01-04\",\"title\":\"A\",\"note\":\"T\",\"x\":2},{\"date\":\"2023-01-11\",\"title\":\"U\"}"),
    "",
    FILE ("", "{\"date\":\"2023-01-05\",\"title\":\"A\",\"note\":\"T\",\"x\":2},{\"date\":\"2023-01-11\",\"title\":\"U\"}") },
  { "all moved by a week, no ids",
    FILE ("", "{\"date\":\"2023-01-04\",\"title\":\"A\"},{\"date\":\"2023-01-11\",\"title\":\"B\"}"),
    "set 1 date=2023-01-18\nset 0 date=2023-01-11",
    FILE ("", "{\"date\":\"2023-01-04\",\"title\":\"A\"},{\"date\":\"2023-01-11\",\"title\":\"B\",\"note\":\"T\"}"), "",
    FILE ("", "{\"date\":\"2023-01-11\",\"title\":\"A\"},{\"date\":\"2023-01-18\",\"title\":\"B\",\"note\":\"T\"}") },
  { "an id twice", FILE ("", A ",{\"id\":\"a\",\"title\":\"Z\"}"), "set 1 title=M",
    FILE ("", "{\"id\":\"a\",\"title\":\"Z\"}"), "",
    FILE ("", "{\"id\":\"a\",\"title\":\"M\"}") },
  { "words for a date", FILE ("", A), "set 0 date=2023-01-05",
    FILE ("", "{\"id\":\"a\",\"dateText\":\"TBD\",\"title\":\"A\"}"), "m",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-05\",\"title\":\"A\"}") },
  { "words for a date, theirs", FILE ("", A), "set 0 date=2023-01-05",
    FILE ("", "{\"id\":\"a\",\"dateText\":\"TBD\",\"title\":\"A\"}"), "t",
    FILE ("", "{\"id\":\"a\",\"dateText\":\"TBD\",\"title\":\"A\"}") },
  { "columns", FILE ("", "{\"id\":\"a\",\"extra\":{\"R\":\"1\",\"S\":\"2\"}}"), "set 0 extra.R=M",
    FILE ("", "{\"id\":\"a\",\"extra\":{\"R\":\"1\",\"S\":\"T\"}}"), "",
    FILE ("", "{\"id\":\"a\",\"extra\":{\"R\":\"M\",\"S\":\"T\"}}") },
  { "dismissed warnings", FILE ("", "{\"id\":\"a\",\"ignore\":[\"x\"]}"), "set 0 ignore[1]=m",
    FILE ("", "{\"id\":\"a\",\"ignore\":[\"x\",\"t\"]}"), "",
    FILE ("", "{\"id\":\"a\",\"ignore\":[\"x\",\"t\",\"m\"]}") },
  { "presenters", FILE ("", "{\"id\":\"a\",\"presenters\":[\"x\"]}"), "set 0 presenters[1]=m",
    FILE ("", "{\"id\":\"a\",\"presenters\":[\"x\",\"t\"]}"), "t",
    FILE ("", "{\"id\":\"a\",\"presenters\":[\"x\",\"t\"]}") },
  { "white space of theirs", FILE ("", A "," B), "set 0 title=M",
    FILE ("", A ",\n {\"id\": \"b\", \"date\": \"2023-01-11\", \"title\": \"B\"}"), "",
    FILE ("", "{\"id\":\"a\",\"date\":\"2023-01-04\",\"title\":\"M\"}"
              ",\n {\"id\": \"b\", \"date\": \"2023-01-11\", \"title\": \"B\"}") },
};

static void
choose (LecternMerge *merge,
        const char   *choice)
{
  GPtrArray *conflicts = lectern_merge_get_conflicts (merge);

  g_assert_cmpuint (conflicts->len, ==, strlen (choice));
  for (guint i = 0; i < conflicts->len; i++)
    {
      LecternMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *where = lectern_merge_conflict_dup_where (conflict);
      g_autofree char *member = lectern_merge_conflict_dup_member (conflict);
      g_autofree char *left = lectern_merge_conflict_dup_value (conflict, TRUE);
      g_autofree char *right = lectern_merge_conflict_dup_value (conflict, FALSE);

      g_assert_true (*where != '\0' && *member != '\0');
      g_assert_cmpstr (left, !=, right);
      conflict->use_mine = choice[i] == 'm';
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (LecternSchedule) base = support_read (table[i].base, -1);
      g_autoptr (LecternSchedule) mine = support_read (table[i].base, -1);
      g_autoptr (LecternSchedule) theirs = support_read (table[i].theirs, -1);
      g_autoptr (LecternHistory) history = lectern_history_new (mine);
      g_autoptr (LecternMerge) merge = NULL;
      g_auto (GStrv) commands = g_strsplit (table[i].mine, "\n", -1);
      g_autofree char *before = NULL;
      g_autofree char *merged = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_test_message ("%s", table[i].name);
      for (guint j = 0; commands[j] != NULL; j++)
        support_apply (history, commands[j]);
      before = support_write (mine);

      merge = lectern_merge_new (base, mine, theirs);
      choose (merge, table[i].choice);
      lectern_merge_apply (merge, history, "Merge");
      merged = support_write (mine);
      g_assert_cmpstr (merged, ==, table[i].text);
      support_assert_reads (mine, merged);

      /* One step, which brings back even what it is written over. */
      g_assert_cmpstr (lectern_history_get_undo_label (history), ==, "Merge");
      lectern_history_undo (history);
      undone = support_write (mine);
      g_assert_cmpstr (undone, ==, before);
      lectern_history_redo (history);
      redone = support_write (mine);
      g_assert_cmpstr (redone, ==, merged);
    }
}

typedef struct
{
  const char *path;
  const char *values[3];
} Edit;

/* What one side edits the other does not. */
static const Edit edits[] = {
  { "title", { "a", "", "é" } },
  { "note", { "b", "", "2" } },
  { "location", { "Room", "", "Hall" } },
  { "time", { "15:00", "", "16:30" } },
  { "reason", { "c", "", "strike" } },
  { "presenters", { "A, B", "", "C" } },
  { "kind", { "break", "", "announcement" } },
  { "date", { "2023-03-01", "", "2023-04-05" } },
  { "papers[0].part", { "p", "Ch. 1", "q" } },
  { "resources[0].label", { "Notes", "l", "Slides" } },
};

/* Each edits half of the members of each session. */
static void
edit_side (LecternHistory *history,
           GRand          *rand,
           guint           side)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  guint n = lectern_schedule_get_n_sessions (schedule);

  for (guint i = 0; i < 12; i++)
    {
      guint place = g_rand_int_range (rand, 0, n);
      guint edit = g_rand_int_range (rand, 0, G_N_ELEMENTS (edits) / 2) * 2 + (place + side) % 2;

      lectern_edit_set (history, lectern_schedule_get_session (schedule, place), edits[edit].path,
                        edits[edit].values[g_rand_int_range (rand, 0, 3)], NULL);
    }
  lectern_edit_set_head (history, side == 0 ? "title" : "defaults.time", side == 0 ? "M" : "14:00",
                         NULL);
}

static void
add_session (LecternHistory *history,
                guint           side)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  g_autoptr (LecternSession) session = lectern_session_new ();
  guint n = lectern_schedule_get_n_sessions (schedule);

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_ID, side == 0 ? "mine" : "theirs");
  /* Mine at the end and theirs at the beginning. */
  lectern_history_insert (history, session, side == 0 ? n : 0, "Add");
}

static char *
make_base (GRand *rand)
{
  GString *text = g_string_new ("{\"lectern\":1,\"sessions\":[");
  guint n = g_rand_int_range (rand, 3, 12);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_printf (text, "{\"id\":\"s%u\",\"u%u\":[%u],\"date\":\"2023-01-%02u\","
                              "\"papers\":[{\"title\":\"P%u\",\"w\":%u}],"
                              "\"resources\":[{\"url\":\"https://e.org/%u\",\"w\":%u}]}",
                              i, i, i, i + 1, i, i, i, i);
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static guint
count_unknown (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\"u[0-9]+\":|\"w\":", text, 0, 0);

  return g_strv_length (parts);
}

/* Without a conflict, a merge is both sides' edits, one after the other. */
static void
test_property (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *text = make_base (rand);
      g_autoptr (LecternSchedule) base = support_read (text, -1);
      LecternSchedule *schedules[3];
      LecternHistory *histories[3];
      g_autoptr (LecternSchedule) theirs = NULL;
      g_autoptr (LecternMerge) merge = NULL;
      g_autofree char *bytes = NULL;
      g_autofree char *merged = NULL;

      for (guint i = 0; i < 3; i++)
        {
          schedules[i] = support_read (text, -1);
          histories[i] = lectern_history_new (schedules[i]);
        }
      for (guint side = 0; side < 2; side++)
        {
          for (guint i = side; i < 3; i += 2 - side)
            {
              g_autoptr (GRand) same = g_rand_new_with_seed (seed * 2 + side);

              edit_side (histories[i], same, side);
            }
        }
      for (guint side = 0; side < 2; side++)
        {
          add_session (histories[side], side);
          add_session (histories[2], side);
        }

      bytes = support_write (schedules[1]);
      theirs = support_read (bytes, -1);
      merge = lectern_merge_new (base, schedules[0], theirs);
      choose (merge, "");
      g_assert_true (lectern_merge_apply (merge, histories[0], "Merge"));
      support_assert_same (schedules[0], schedules[2]);

      merged = support_write (schedules[0]);
      support_assert_reads (schedules[0], merged);
      g_assert_cmpuint (count_unknown (merged), ==, count_unknown (text));
      while (lectern_history_undo (histories[0]))
        ;
      g_clear_pointer (&merged, g_free);
      merged = support_write (schedules[0]);
      g_assert_cmpstr (merged, ==, text);

      for (guint i = 0; i < 3; i++)
        {
          g_object_unref (histories[i]);
          g_object_unref (schedules[i]);
        }
    }
}

/* Whatever both sides did and whatever is chosen, it can be written, read, and
 * taken back. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *text = random_schedule_new (rand, 6, NULL);
      g_autoptr (LecternSchedule) base = support_read (text, -1);
      g_autoptr (LecternSchedule) mine = support_read (text, -1);
      g_autoptr (LecternSchedule) other = support_read (text, -1);
      g_autoptr (LecternHistory) history = lectern_history_new (mine);
      g_autoptr (LecternHistory) other_history = lectern_history_new (other);
      g_autoptr (LecternSchedule) theirs = NULL;
      g_autoptr (LecternMerge) merge = NULL;
      g_autofree char *bytes = NULL;
      g_autofree char *before = NULL;
      g_autofree char *merged = NULL;
      g_autofree char *undone = NULL;

      for (guint i = 0; i < 20; i++)
        {
          random_schedule_edit (history, rand);
          random_schedule_edit (other_history, rand);
        }
      bytes = support_write (other);
      theirs = support_read (bytes, -1);
      before = support_write (mine);
      merge = lectern_merge_new (base, mine, theirs);
      for (guint i = 0; i < lectern_merge_get_conflicts (merge)->len; i++)
        {
          LecternMergeConflict *conflict = g_ptr_array_index (lectern_merge_get_conflicts (merge), i);
          g_autofree char *value = lectern_merge_conflict_dup_value (conflict, seed % 2);

          g_assert_cmpint (*value, !=, '\0');
          conflict->use_mine = g_rand_boolean (rand);
        }

      if (!lectern_merge_apply (merge, history, "Merge"))
        continue;
      merged = support_write (mine);
      support_assert_reads (mine, merged);
      lectern_history_undo (history);
      undone = support_write (mine);
      g_assert_cmpstr (undone, ==, before);
    }
}

void
add_merge_tests (void)
{
  g_test_add_func ("/merge/table", test_table);
  g_test_add_func ("/merge/property", test_property);
  g_test_add_func ("/merge/random", test_random);
}
