/* test-types.c: every member with a value of every type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "support.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *name;
} values[] = {
  { "\"1\"", "text" },
  { "1", "a number" },
  { "true", "true or false" },
  { "false", "true or false" },
  { "null", "null" },
  { "[]", "a list" },
  { "{}", "an object" },
};

static const char *
name_type (LecternMemberType type)
{
  switch (type)
    {
    case LECTERN_MEMBER_STRING:
      return "text";
    case LECTERN_MEMBER_INTEGER:
      return "a number";
    case LECTERN_MEMBER_BOOLEAN:
      return "true or false";
    case LECTERN_MEMBER_STRINGS:
    case LECTERN_MEMBER_RECORDS:
      return "a list";
    case LECTERN_MEMBER_MAP:
    case LECTERN_MEMBER_RECORD:
      return "an object";
    default:
      g_assert_not_reached ();
    }
}

/* Puts each value at the % of a file. */
static guint
check_place (const char *file,
             const char *path,
             const char *expected,
             gboolean    null_allowed)
{
  g_auto (GStrv) halves = g_strsplit (file, "%", 2);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strconcat (halves[0], values[i].text, halves[1], NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSchedule) schedule = lectern_json_read (bytes, &error);
      g_autofree char *message = NULL;
      guint line, column, expected_line, expected_column;

      if (g_str_equal (expected, values[i].name) ||
          (null_allowed && g_str_equal (values[i].text, "null")))
        {
          g_assert_no_error (error);
          continue;
        }

      g_assert_null (schedule);
      g_assert_error (error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_TYPE);
      message = g_strdup_printf ("“%s” must be %s, not %s.", path, expected, values[i].name);
      g_assert_cmpstr (error->message, ==, message);

      support_count (text, strlen (halves[0]), &expected_line, &expected_column);
      g_assert_true (lectern_json_error_get_position (error, &line, &column));
      g_assert_cmpuint (line, ==, expected_line);
      g_assert_cmpuint (column, ==, expected_column);
    }

  return G_N_ELEMENTS (values);
}

/* The members of a type, and of those inside it. @file has a % where its
 * members stand. */
static guint
check_type (GType       type,
            const char *file,
            const char *path)
{
  g_auto (GStrv) halves = g_strsplit (file, "%", 2);
  guint n_members;
  const LecternMember *members = lectern_record_type_get_members (type, &n_members);
  guint count = 0;

  g_assert_cmpuint (n_members, >, 0);

  for (guint i = 0; i < n_members; i++)
    {
      const LecternMember *member = &members[i];
      g_autofree char *at = g_strdup_printf ("%s\"%s\":\n ", halves[0], member->name);
      g_autofree char *place = g_strconcat (at, "%", halves[1], NULL);
      g_autofree char *inner = g_strconcat (path, member->name, NULL);

      count += check_place (place, inner, name_type (member->type), TRUE);

      if (member->type == LECTERN_MEMBER_STRINGS)
        {
          g_autofree char *list = g_strconcat (at, "[\"a\",%]", halves[1], NULL);
          g_autofree char *element = g_strconcat (inner, "[1]", NULL);

          count += check_place (list, element, "text", FALSE);
        }
      else if (member->type == LECTERN_MEMBER_MAP)
        {
          g_autofree char *map = g_strconcat (at, "{\"a\":\"\",\"b\":%}", halves[1], NULL);
          g_autofree char *element = g_strconcat (inner, ".b", NULL);

          count += check_place (map, element, "text", TRUE);
        }
      else if (member->type == LECTERN_MEMBER_RECORD)
        {
          g_autofree char *object = g_strconcat (at, "{%}", halves[1], NULL);
          g_autofree char *deeper = g_strconcat (inner, ".", NULL);

          count += check_type (member->item_type (), object, deeper);
        }
      else if (member->type == LECTERN_MEMBER_RECORDS)
        {
          g_autofree char *list = g_strconcat (at, "[{},%]", halves[1], NULL);
          g_autofree char *object = g_strconcat (at, "[{},{%}]", halves[1], NULL);
          g_autofree char *element = g_strconcat (inner, "[1]", NULL);
          g_autofree char *deeper = g_strconcat (inner, "[1].", NULL);

          count += check_place (list, element, "an object", FALSE);
          count += check_type (member->item_type (), object, deeper);
        }
    }

  return count;
}

static void
test_types (void)
{
  guint count = 0;

  count += check_type (LECTERN_TYPE_HEAD, "{\"lectern\":1,%}", "");
  count += check_type (LECTERN_TYPE_SESSION, "{\"lectern\":1,\"sessions\":[{},{%}]}", "");
  count += check_place ("{\"lectern\":1,\"sessions\":%}", "sessions", "a list", TRUE);
  count += check_place ("{\"lectern\":1,\"sessions\":[{},%]}", "sessions[1]", "an object", FALSE);

  g_assert_cmpuint (count, >=, 7 * 40);
  g_test_message ("%u places with seven types each", count / 7);
}

void
add_type_tests (void)
{
  g_test_add_func ("/json/types", test_types);
}
