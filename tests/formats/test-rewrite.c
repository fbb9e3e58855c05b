/* test-rewrite.c: what an edit does to the text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-edit.h"
#include "support.h"

#include <string.h>

/* What each text stands in; S is a session over several lines. */
#define LINES(sessions)  "{\n  \"lectern\": 1,\n  \"sessions\": [\n" sessions "\n  ]\n}\n"
#define S(members)       LINES ("    {\n" members "\n    }")
#define ONE(sessions)    "{\"lectern\": 1, \"sessions\": [" sessions "]}"
#define TIGHT(sessions)  "{\"lectern\":1,\"sessions\":[" sessions "]}"

static const struct
{
  const char *before;
  const char *script;
  const char *after;
} table[] = {
  /* A value */
  { S ("      \"date\": \"2022-07-06\",\n      \"title\": \"x\""),
    "set 0 date=2022-07-07",
    S ("      \"date\": \"2022-07-07\",\n      \"title\": \"x\"") },
  { S ("      \"date\" :\t\"2022-07-06\" ,\n      \"title\": \"x\""),
    "set 0 date=2022-07-07",
    S ("      \"date\" :\t\"2022-07-07\" ,\n      \"title\": \"x\"") },
  { S ("      \"\\u0064ate\": \"2022-07-06\""),
    "set 0 date=2022-07-07",
    S ("      \"\\u0064ate\": \"2022-07-07\"") },
  { S ("      \"duration\": 6e1"), "set 0 duration=90", S ("      \"duration\": 90") },
  { S ("      \"duration\": -5"), "set 0 duration=60", S ("      \"duration\": 60") },
  { S ("      \"duration\": -5,\n      \"title\": \"x\""), "set 0 duration=", S ("      \"title\": \"x\"") },
  { S ("      \"duration\": -5,\n      \"title\": \"x\""), "set 0 title=y",
    S ("      \"duration\": -5,\n      \"title\": \"y\"") },
  { S ("      \"duration\": 6e1"), "set 0 duration=60", S ("      \"duration\": 6e1") },
  { S ("      \"title\": \"\\u0061\""), "set 0 title=a", S ("      \"title\": \"\\u0061\"") },
  { S ("      \"title\": null"), "set 0 title=a", S ("      \"title\": \"a\"") },
  { S ("      \"title\": \"x\""), "set 0 title=\"é\\\t", S ("      \"title\": \"\\\"é\\\\\\t\"") },

  /* A member more, after its nearest predecessor */
  { S ("      \"date\": \"2022-07-06\""), "set 0 title=a",
    S ("      \"date\": \"2022-07-06\",\n      \"title\": \"a\"") },
  { S ("      \"title\": \"x\""), "set 0 date=2022-07-06",
    S ("      \"date\": \"2022-07-06\",\n      \"title\": \"x\"") },
  { S ("      \"id\": \"i\",\n      \"note\": \"n\""), "set 0 title=a",
    S ("      \"id\": \"i\",\n      \"title\": \"a\",\n      \"note\": \"n\"") },
  { S ("      \"note\": \"n\",\n      \"id\": \"i\",\n      \"x\": 1"), "set 0 title=a",
    S ("      \"note\": \"n\",\n      \"id\": \"i\",\n      \"title\": \"a\",\n      \"x\": 1") },
  { S ("      \"x\": 1"), "set 0 title=a", S ("      \"title\": \"a\",\n      \"x\": 1") },
  { S ("      \"id\": \"i\""), "set 0 time=15:00\nset 0 title=a\nset 0 note=n",
    S ("      \"id\": \"i\",\n      \"time\": \"15:00\",\n      \"title\": \"a\",\n      \"note\": \"n\"") },
  { ONE ("{}"), "set 0 title=a", ONE ("{\"title\": \"a\"}") },
  { LINES ("    {}"), "set 0 title=a", S ("      \"title\": \"a\"") },
  { LINES ("    { }"), "set 0 title=a", S ("      \"title\": \"a\"") },
  { ONE ("{\"id\": \"i\"}"), "set 0 title=a", ONE ("{\"id\": \"i\", \"title\": \"a\"}") },
  { ONE ("{ \"id\": \"i\" }"), "set 0 title=a", ONE ("{ \"id\": \"i\", \"title\": \"a\" }") },
  /* As the others stand inside their brackets, and with their colons */
  { LINES ("    { \"id\": \"i\", \"papers\": [ { \"title\": \"a\" } ] }"), "set 0 papers[1].title=b",
    LINES ("    { \"id\": \"i\", \"papers\": [ { \"title\": \"a\" }, { \"title\": \"b\" } ] }") },
  { LINES ("    { \"id\": \"i\", \"papers\": [ { \"title\": \"a\" } ] }"),
    "set 0 resources[0].label=b\nset 0 presenters[0]=c\nset 0 extra.d=e",
    LINES ("    { \"id\": \"i\", \"papers\": [ { \"title\": \"a\" } ], \"presenters\": [\"c\"], "
           "\"resources\": [ { \"label\": \"b\" } ], \"extra\": { \"d\": \"e\" } }") },
  { LINES ("    { \"id\": \"i\", \"presenters\": [ \"a\" ] }"), "set 0 ignore[0]=b",
    LINES ("    { \"id\": \"i\", \"presenters\": [ \"a\" ], \"ignore\": [ \"b\" ] }") },
  { LINES ("    { \"note\": \"{[\\\"[\\\\\", \"ignore\": [\"b\"] }"), "set 0 presenters[0]=c",
    LINES ("    { \"presenters\": [\"c\"], \"note\": \"{[\\\"[\\\\\", \"ignore\": [\"b\"] }") },
  { LINES ("    {\"id\":\"i\",\"x\":1}"), "set 0 papers[0].title=a",
    LINES ("    {\"id\":\"i\",\"papers\":[{\"title\":\"a\"}],\"x\":1}") },
  { TIGHT ("{\"id\":\"i\"}"), "set 0 title=a", TIGHT ("{\"id\":\"i\",\"title\":\"a\"}") },
  { TIGHT ("{\"id\":\"i\"}"), "set 0 papers[0].title=a",
    TIGHT ("{\"id\":\"i\",\"papers\":[{\"title\":\"a\"}]}") },
  { LINES ("    { \"id\": \"i\" }"), "set 0 title=a", LINES ("    { \"id\": \"i\", \"title\": \"a\" }") },
  { LINES ("    { \"id\": \"i\" }"), "set 0 papers[0].title=a",
    LINES ("    { \"id\": \"i\", \"papers\": [{ \"title\": \"a\" }] }") },

  /* A member less */
  { S ("      \"id\": \"i\",\n      \"title\": \"x\""), "set 0 title=", S ("      \"id\": \"i\"") },
  { S ("      \"id\": \"i\",\n      \"title\": \"x\""), "set 0 id=", S ("      \"title\": \"x\"") },
  { S ("      \"id\": \"i\",\n      \"title\": \"x\",\n\n      \"note\": \"n\""), "set 0 title=",
    S ("      \"id\": \"i\",\n\n      \"note\": \"n\"") },
  { S ("      \"title\": \"x\""), "set 0 title=", LINES ("    {}") },
  { ONE ("{\"id\": \"i\", \"title\": \"x\", \"note\": \"n\"}"), "set 0 title=",
    ONE ("{\"id\": \"i\", \"note\": \"n\"}") },
  { S ("      \"title\": \"x\",\n      \"y\": [1]"), "set 0 title=", S ("      \"y\": [1]") },
  { S ("      \"resources\": [{ \"url\": \"https://example.org/\", \"primary\": true }]"),
    "set 0 resources[0].primary=false",
    S ("      \"resources\": [{ \"url\": \"https://example.org/\" }]") },

  /* Lists of strings */
  { S ("      \"presenters\": [\"a\"]"), "set 0 presenters[1]=b", S ("      \"presenters\": [\"a\", \"b\"]") },
  { S ("      \"presenters\": [\"a\", \"b\"]"), "set 0 presenters[0]=c", S ("      \"presenters\": [\"c\", \"b\"]") },
  { S ("      \"presenters\": [\"a\", \"b\"]"), "set 0 presenters[0]=", S ("      \"presenters\": [\"b\"]") },
  { S ("      \"presenters\": [\"\\u0061\" , \"b\"]"), "set 0 presenters[1]=",
    S ("      \"presenters\": [\"\\u0061\"]") },
  { S ("      \"presenters\": [\"a\", \"\\u0062\"]"), "set 0 presenters[0]=",
    S ("      \"presenters\": [\"\\u0062\"]") },
  { S ("      \"presenters\": [\"\\u0061\",\"b\"]"), "set 0 presenters[2]=c",
    S ("      \"presenters\": [\"\\u0061\",\"b\",\"c\"]") },
  { S ("      \"presenters\": [\n        \"a\",\n        \"b\"\n      ]"), "set 0 presenters[2]=c",
    S ("      \"presenters\": [\n        \"a\",\n        \"b\",\n        \"c\"\n      ]") },
  { S ("      \"presenters\": [\n        \"a\"\n      ]"), "set 0 presenters[1]=c",
    S ("      \"presenters\": [\n        \"a\",\n        \"c\"\n      ]") },
  { S ("      \"id\": \"i\""), "set 0 presenters=a, b",
    S ("      \"id\": \"i\",\n      \"presenters\": [\"a\", \"b\"]") },
  { S ("      \"id\": \"i\",\n      \"presenters\": [\"a\"]"), "set 0 presenters=", S ("      \"id\": \"i\"") },

  /* Maps */
  { S ("      \"extra\": { \"Room\": \"1\", \"X\": null, \"Z\": \"3\" }"), "set 0 extra.Room=2",
    S ("      \"extra\": { \"Room\": \"2\", \"X\": null, \"Z\": \"3\" }") },
  { S ("      \"extra\": { \"Room\": \"1\", \"X\": null, \"Z\": \"3\" }"), "set 0 extra.Room=",
    S ("      \"extra\": { \"X\": null, \"Z\": \"3\" }") },
  { S ("      \"extra\": { \"Room\": \"1\", \"X\": null, \"Z\": \"3\" }"), "set 0 extra.Z=",
    S ("      \"extra\": { \"Room\": \"1\", \"X\": null }") },
  { S ("      \"extra\": { \"Room\": \"1\" }"), "set 0 extra.New=\"",
    S ("      \"extra\": { \"Room\": \"1\", \"New\": \"\\\"\" }") },
  { S ("      \"id\": \"i\""), "set 0 extra.Room=1",
    S ("      \"id\": \"i\",\n      \"extra\": {\n        \"Room\": \"1\"\n      }") },
  { S ("      \"id\": \"i\",\n      \"extra\": { \"Room\": \"1\" }"), "set 0 extra.Room=", S ("      \"id\": \"i\"") },

  /* Records in a list */
  { S ("      \"papers\": [\n        {\n          \"title\": \"a\"\n        }\n      ]"),
    "set 0 papers[0].url=https://example.org/",
    S ("      \"papers\": [\n        {\n          \"title\": \"a\",\n"
       "          \"url\": \"https://example.org/\"\n        }\n      ]") },
  { S ("      \"papers\": [\n        {\n          \"title\": \"a\"\n        }\n      ]"),
    "set 0 papers[1].title=b",
    S ("      \"papers\": [\n        {\n          \"title\": \"a\"\n        },\n        {\n"
       "          \"title\": \"b\"\n        }\n      ]") },
  { S ("      \"papers\": [\n        {\"title\": \"a\", \"x\": 1},\n        {\"title\": \"b\", \"y\": 2}\n      ]"),
    "unpaper 0 0\nset 0 papers[0].part=p",
    S ("      \"papers\": [\n        {\"title\": \"b\", \"part\": \"p\", \"y\": 2}\n      ]") },
  { S ("      \"papers\": [\n        {\"title\": \"a\"},\n        {\"title\": \"b\"}\n      ]"),
    "set 0 papers[2].title=c",
    S ("      \"papers\": [\n        {\"title\": \"a\"},\n        {\"title\": \"b\"},\n"
       "        {\"title\": \"c\"}\n      ]") },
  { S ("      \"id\": \"i\",\n      \"papers\": [{\"title\": \"a\"}]"), "unpaper 0 0", S ("      \"id\": \"i\"") },
  { S ("      \"id\": \"i\",\n      \"papers\": []"), "set 0 papers[0].title=b",
    S ("      \"id\": \"i\",\n      \"papers\": [\n        {\n          \"title\": \"b\"\n        }\n      ]") },
  { S ("      \"id\": \"i\""), "set 0 papers[0].title=b",
    S ("      \"id\": \"i\",\n      \"papers\": [\n        {\n          \"title\": \"b\"\n        }\n      ]") },
  { S ("      \"id\": \"i\""), "paper 0", S ("      \"id\": \"i\"") },
  { S ("      \"papers\": []"), "paper 0", S ("      \"papers\": []") },
  { S ("      \"papers\": [{\"title\": \"a\", \"x\": 1}]"), "set 0 papers[0].title=",
    S ("      \"papers\": [{\"x\": 1}]") },

  /* The head */
  { LINES (""), "head title=T", "{\n  \"lectern\": 1,\n  \"title\": \"T\",\n  \"sessions\": [\n\n  ]\n}\n" },
  { TIGHT (""), "head title=T", "{\"lectern\":1,\"title\":\"T\",\"sessions\":[]}" },
  { "{\"lectern\": 1}", "head title=T", "{\"lectern\": 1, \"title\": \"T\"}" },
  { "{\"x\": 1, \"lectern\": 1}", "head defaults.time=15:00",
    "{\"x\": 1, \"lectern\": 1, \"defaults\": {\"time\": \"15:00\"}}" },
  { "{\n\t\"lectern\": 1\n}\n", "head defaults.time=15:00",
    "{\n\t\"lectern\": 1,\n\t\"defaults\": {\n\t\t\"time\": \"15:00\"\n\t}\n}\n" },
  { "{\n \"lectern\":1,\n \"defaults\": { \"time\": \"15:00\", \"x\": {} }\n}", "head defaults.time=",
    "{\n \"lectern\":1,\n \"defaults\": { \"x\": {} }\n}" },
  { "{\n \"lectern\":1,\n \"defaults\": { \"time\": \"15:00\" }\n}", "head defaults.time=",
    "{\n \"lectern\":1\n}" },
  { "{\n \"lectern\":1.0,\n \"defaults\": { \"sessions\": 1, \"lectern\": 2 }\n}", "head defaults.time=15:00",
    "{\n \"lectern\":1.0,\n \"defaults\": { \"time\": \"15:00\", \"sessions\": 1, \"lectern\": 2 }\n}" },

  /* Sessions more and fewer */
  { LINES ("    {\n      \"id\": \"a\"\n    }"), "add date=2022-07-06 b\nmove 0 1",
    LINES ("    {\n      \"id\": \"a\"\n    },\n    {\n      \"id\": \"b\",\n      \"date\": \"2022-07-06\"\n    }") },
  { "{\n  \"lectern\": 1,\n  \"sessions\": []\n}\n", "add date=2022-07-06 b",
    LINES ("    {\n      \"id\": \"b\",\n      \"date\": \"2022-07-06\"\n    }") },
  { "{\n  \"lectern\": 1\n}\n", "add date=2022-07-06 b",
    LINES ("    {\n      \"id\": \"b\",\n      \"date\": \"2022-07-06\"\n    }") },
  { "{\n  \"lectern\": 1,\n  \"sessions\": null\n}\n", "add date=2022-07-06 b",
    LINES ("    {\n      \"id\": \"b\",\n      \"date\": \"2022-07-06\"\n    }") },
  { "{\n\t\"lectern\": 1,\n\t\"sessions\": [ ]\n}\n", "add date=2022-07-06 b",
    "{\n\t\"lectern\": 1,\n\t\"sessions\": [\n\t\t{\n\t\t\t\"id\": \"b\",\n"
    "\t\t\t\"date\": \"2022-07-06\"\n\t\t}\n\t]\n}\n" },
  { "{\r\n  \"lectern\": 1,\r\n  \"sessions\": []\r\n}", "add date=2022-07-06 b",
    "{\r\n  \"lectern\": 1,\r\n  \"sessions\": [\r\n    {\r\n      \"id\": \"b\",\r\n"
    "      \"date\": \"2022-07-06\"\r\n    }\r\n  ]\r\n}" },
  { "{\r  \"lectern\": 1,\r  \"sessions\": []\r}", "add date=2022-07-06 b",
    "{\r  \"lectern\": 1,\r  \"sessions\": [\r    {\r      \"id\": \"b\",\r"
    "      \"date\": \"2022-07-06\"\r    }\r  ]\r}" },
  { ONE (""), "add date=2022-07-06 b", ONE ("{\"id\": \"b\", \"date\": \"2022-07-06\"}") },
  { TIGHT (""), "add date=2022-07-06 b", TIGHT ("{\"id\":\"b\",\"date\":\"2022-07-06\"}") },
  { TIGHT ("{}"), "add date=2022-07-06 b\nmove 0 1", TIGHT ("{},{\"id\":\"b\",\"date\":\"2022-07-06\"}") },
  { LINES ("    {\"id\": \"a\"},\n    {\"id\": \"c\"}"), "add date=2022-07-06 b\nmove 0 1",
    LINES ("    {\"id\": \"a\"},\n    {\"id\": \"b\", \"date\": \"2022-07-06\"},\n    {\"id\": \"c\"}") },
  { LINES ("    {\"id\": \"a\"},\n    {\"id\": \"b\"},\n    {\"id\": \"c\"}"), "remove 1",
    LINES ("    {\"id\": \"a\"},\n    {\"id\": \"c\"}") },
  { LINES ("    {\"id\": \"a\"},\n    {\"id\": \"b\"},\n    {\"id\": \"c\"}"), "remove 0",
    LINES ("    {\"id\": \"b\"},\n    {\"id\": \"c\"}") },
  { LINES ("    {\"id\": \"a\"},\n    {\"id\": \"b\"},\n    {\"id\": \"c\"}"), "remove 2",
    LINES ("    {\"id\": \"a\"},\n    {\"id\": \"b\"}") },
  { LINES ("    {\"id\": \"a\"}"), "remove 0", "{\n  \"lectern\": 1,\n  \"sessions\": []\n}\n" },
  { LINES ("    {\"id\": \"a\"},\n\n    {\"id\": \"b\"},\n\n    {\"id\": \"c\"}"), "move 2 0",
    LINES ("    {\"id\": \"c\"},\n\n    {\"id\": \"a\"},\n\n    {\"id\": \"b\"}") },
  { LINES ("    {\"id\": \"a\"}\n  , {\"id\": \"b\"}"), "add date=2022-07-06 c\nmove 0 2",
    LINES ("    {\"id\": \"a\"}\n  , {\"id\": \"b\"}\n  , {\"id\": \"c\", \"date\": \"2022-07-06\"}") },
  { LINES ("    {\"id\": \"a\"},\n    {\"id\": \"b\"}, {\"id\": \"c\"},\n    {\"id\": \"d\"}"), "remove 1",
    LINES ("    {\"id\": \"a\"}, {\"id\": \"c\"},\n    {\"id\": \"d\"}") },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *written = support_edit (table[i].before, table[i].script);

      g_assert_cmpstr (written, ==, table[i].after);
    }
}

static LecternSchedule *
read_sample (char **text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "deep-learning-theory.lectern.json", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, text, &length, &error);
  g_assert_no_error (error);

  return support_read (*text, length);
}

static void
count_lines (const char *before,
             const char *after,
             guint      *removed,
             guint      *added)
{
  g_auto (GStrv) left = g_strsplit (before, "\n", -1);
  g_auto (GStrv) right = g_strsplit (after, "\n", -1);
  guint n_left = g_strv_length (left);
  guint n_right = g_strv_length (right);
  guint start = 0;
  guint end = 0;

  while (start < MIN (n_left, n_right) && g_str_equal (left[start], right[start]))
    start++;
  while (end < MIN (n_left, n_right) - start &&
         g_str_equal (left[n_left - 1 - end], right[n_right - 1 - end]))
    end++;

  *removed = n_left - start - end;
  *added = n_right - start - end;
}

/* Each session of the sample in turn: how many lines change. */
static void
test_sample_lines (void)
{
  g_autofree char *text = NULL;
  g_autoptr (LecternSchedule) schedule = read_sample (&text);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  guint n = lectern_schedule_get_n_sessions (schedule);

  g_assert_cmpuint (n, ==, 36);

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      g_autofree char *date = NULL;
      g_autofree char *note = NULL;
      g_autofree char *gone = NULL;
      g_autofree char *undone = NULL;
      guint removed, added;

      g_assert_true (lectern_edit_set (history, session, "date", "1999-12-31", NULL));
      date = support_write (schedule);
      count_lines (text, date, &removed, &added);
      g_assert_cmpuint (removed, ==, 1);
      g_assert_cmpuint (added, ==, 1);
      g_assert_true (lectern_history_undo (history));

      /* The last member: a comma before it. */
      g_assert_true (lectern_edit_set (history, session, "note", "Bring the notes", NULL));
      note = support_write (schedule);
      count_lines (text, note, &removed, &added);
      g_assert_cmpuint (removed, ==, 1);
      g_assert_cmpuint (added, ==, 2);
      g_assert_true (lectern_history_undo (history));

      lectern_edit_remove (history, session);
      gone = support_write (schedule);
      count_lines (text, gone, &removed, &added);
      g_assert_cmpuint (added, ==, 0);
      g_assert_cmpuint (removed, >, 3);
      g_assert_true (lectern_history_undo (history));

      undone = support_write (schedule);
      g_assert_cmpstr (undone, ==, text);
    }
}

static void
test_sample_add (void)
{
  g_autofree char *text = NULL;
  g_autoptr (LecternSchedule) schedule = read_sample (&text);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  const char *dates[] = { "date=1999-01-01", "date=2022-10-20", "date=2099-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *assignments[] = { dates[i], NULL };
      g_autofree char *written = NULL;
      guint removed, added;

      g_assert_nonnull (lectern_edit_add (history, assignments, NULL));
      written = support_write (schedule);
      count_lines (text, written, &removed, &added);
      g_assert_cmpuint (removed, ==, 0);
      g_assert_cmpuint (added, ==, 4);
      g_assert_true (lectern_history_undo (history));
    }
}

/* Over bytes that the sessions were not read from: by id, by meaning, by
 * order; and a text that means the same is used as it is. */
static void
test_other_bytes (void)
{
  g_autoptr (LecternSchedule) schedule =
    support_read ("{\"lectern\":1,\"sessions\":[{\"id\":\"a\",\"title\":\"x\",\"mine\":1},"
                  "{\"title\":\"y\", \"mine\":2},{\"id\":\"new\" , \"mine\":3}]}", -1);
  const char *text = "{\"lectern\":1,\"other\":0,\"sessions\":[{\"title\" : \"y\",\"other\":1},"
                     "{\"id\":\"a\",\"title\":\"x\",\"other\":2},{\"id\":\"a\",\"other\":3}]}";
  g_autoptr (GBytes) other = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) copy = NULL;
  g_autofree char *written = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (lectern_schedule_get_source (schedule), &length);

  bytes = lectern_json_write (schedule, other, NULL);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (written, ==,
                   "{\"lectern\":1,\"other\":0,\"sessions\":[{\"id\":\"a\",\"title\":\"x\",\"other\":2},"
                   "{\"title\" : \"y\",\"other\":1},{\"id\":\"new\" , \"mine\":3}]}");

  /* Equal bytes are as good as the very ones. */
  copy = g_bytes_new (data, length);
  same = lectern_json_write (schedule, copy, NULL);
  g_assert_true (g_bytes_equal (same, copy));
}

/* An unedited session of another file brings its text along; an edited one is
 * written over the piece of that id. */
static void
test_by_id (void)
{
  g_autoptr (LecternSchedule) schedule =
    support_read ("{\"lectern\":1,\"sessions\":[{\"id\":\"a\",\"title\":\"mine\",\"x\":1},"
                  "{\"id\":\"b\",\"title\":\"mine\",\"x\":2}]}", -1);
  const char *text = "{\"lectern\":1,\"sessions\":[{\"id\" : \"b\",\"title\":\"other\",\"y\":2},"
                     "{\"id\" : \"a\",\"title\":\"other\",\"y\":1}]}";
  g_autoptr (GBytes) other = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *written = NULL;

  lectern_record_set_string (LECTERN_RECORD (lectern_schedule_get_session (schedule, 1)),
                             LECTERN_SESSION_TITLE, "edited");
  bytes = lectern_json_write (schedule, other, NULL);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (written, ==,
                   "{\"lectern\":1,\"sessions\":[{\"id\":\"a\",\"title\":\"mine\",\"x\":1},"
                   "{\"id\" : \"b\",\"title\":\"edited\",\"y\":2}]}");
}

static void
test_by_order (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  const char *text = "{\"lectern\":1,\"sessions\":[{\"id\":\"a\"},{\"title\":\"x\",\"mine\":1}]}";
  g_autoptr (GBytes) old = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternSession) session = lectern_session_new ();
  g_autofree char *written = NULL;

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_TITLE, "y");
  lectern_schedule_splice (schedule, 0, 0, &session, 1);

  bytes = lectern_json_write (schedule, old, NULL);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (written, ==, "{\"lectern\":1,\"sessions\":[{\"title\":\"y\",\"mine\":1}]}");
}

/* A session that stands there twice, as after a paste of a copy. */
static void
test_same_twice (void)
{
  const char *text = "{\"lectern\":1,\"sessions\":[{\"title\" : \"x\",\"mine\":1}]}";
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  g_autoptr (LecternSchedule) twice = lectern_schedule_new ();
  g_autoptr (LecternSession) copy = lectern_session_copy (lectern_schedule_get_session (schedule, 0));
  LecternSession *sessions[] = { lectern_schedule_get_session (schedule, 0), copy };
  g_autofree char *written = NULL;

  lectern_record_set_string (LECTERN_RECORD (copy), LECTERN_SESSION_TITLE, "y");
  lectern_schedule_splice (twice, 0, 0, sessions, 2);
  lectern_schedule_set_source (twice, lectern_schedule_get_source (schedule));

  written = support_write (twice);
  g_assert_cmpstr (written, ==,
                   "{\"lectern\":1,\"sessions\":[{\"title\" : \"x\",\"mine\":1},{\"title\" : \"y\",\"mine\":1}]}");
}

void
add_rewrite_tests (void)
{
  g_test_add_func ("/json/rewrite/table", test_table);
  g_test_add_func ("/json/rewrite/sample-lines", test_sample_lines);
  g_test_add_func ("/json/rewrite/sample-add", test_sample_add);
  g_test_add_func ("/json/rewrite/other-bytes", test_other_bytes);
  g_test_add_func ("/json/rewrite/by-id", test_by_id);
  g_test_add_func ("/json/rewrite/by-order", test_by_order);
  g_test_add_func ("/json/rewrite/same-twice", test_same_twice);
}
