/* test-locate.c: where a session's member stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "support.h"

#include <string.h>

static const char text[] =
  "{\n"
  "  \"lectern\": 1,\n"
  "  \"sessions\": [\n"
  "    { \"id\": \"a\" },\n"
  "    {\n"
  "      \"id\": \"é\", \"date\": \"2023-02-30\",\n"
  "      \"papers\": [{\"title\": \"x\"}],\n"
  "      \"resources\": [\n"
  "        {},\n"
  "        { \"label\": \"é\", \"file\": \"../x\" }\n"
  "      ],\n"
  "      \"extra\": {\"Room\": \"1\"}\n"
  "    }\n"
  "  ]\n"
  "}\n";

static const struct
{
  const char *path;
  guint       line;
  guint       column;
} table[] = {
  { NULL, 5, 5 },
  { "", 5, 5 },
  { "id", 6, 13 },
  { "date", 6, 26 },
  { "papers", 7, 17 },
  { "papers[0]", 7, 18 },
  { "papers[0].title", 7, 28 },
  { "papers[0].url", 7, 18 },
  { "papers[1].title", 7, 17 },
  { "resources[1].file", 10, 33 },
  { "resources[0].file", 9, 9 },
  { "extra.Room", 12, 25 },
  { "note", 5, 5 },
  { "date.x", 6, 26 },
  { "date[0]", 6, 26 },
};

static void
test_locate (void)
{
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  LecternSession *session = lectern_schedule_get_session (schedule, 1);
  g_autoptr (GBytes) copy = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) other = g_bytes_new_static ("{\"lectern\":1,\"sessions\":[{},\n{\"id\":\"é\"}]}",
                                                 strlen ("{\"lectern\":1,\"sessions\":[{},\n{\"id\":\"é\"}]}"));
  g_autoptr (LecternSession) stranger = lectern_session_new ();
  guint line, column;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_true (lectern_json_locate (lectern_schedule_get_source (schedule), session,
                                          table[i].path, &line, &column));
      g_assert_cmpuint (line, ==, table[i].line);
      g_assert_cmpuint (column, ==, table[i].column);
    }

  g_assert_true (lectern_json_locate (copy, session, "date", &line, &column));
  g_assert_cmpuint (line, ==, 6);

  /* In another file by its id. */
  g_assert_true (lectern_json_locate (other, session, "date", &line, &column));
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 1);

  /* What the schedule says of itself. */
  g_assert_true (lectern_json_locate (copy, NULL, "lectern", &line, &column));
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 14);
  g_assert_true (lectern_json_locate (copy, NULL, "title", &line, &column));
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 1);

  g_assert_false (lectern_json_locate (copy, stranger, "date", &line, &column));
}

void
add_locate_tests (void)
{
  g_test_add_func ("/json/locate", test_locate);
}
