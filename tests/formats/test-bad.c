/* test-bad.c: texts that are no schedules, and where they go wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "support.h"

#include <string.h>

/* What a text stands in. */
#define VALUE(text)    "{\"lectern\":1,\"x\":" text "}"
#define SESSION(text)  "{\"lectern\":1,\"sessions\":[{" text "}]}"

#define SYNTAX   LECTERN_JSON_ERROR_SYNTAX
#define TYPE     LECTERN_JSON_ERROR_TYPE
#define VERSION  LECTERN_JSON_ERROR_VERSION

/* A ^ marks the place that the error must name; it is taken out. */
static const struct
{
  LecternJsonError  code;
  const char       *text;
  const char       *message;  /* a part of the sentence */
} table[] = {
  /* Nothing, or no object */
  { SYNTAX, "^", "is empty" },
  { SYNTAX, " ^", "is empty" },
  { SYNTAX, "\n\n^", "is empty" },
  { SYNTAX, "\r\n\t ^", "is empty" },
  { VERSION, "^[]", "not a Lectern schedule" },
  { VERSION, "^1", "not a Lectern schedule" },
  { VERSION, "^\"lectern\"", "not a Lectern schedule" },
  { VERSION, " ^null", "not a Lectern schedule" },
  { VERSION, "\n ^true", "not a Lectern schedule" },
  { VERSION, "^[{\"lectern\":1}]", "not a Lectern schedule" },
  { VERSION, "^{}", "is missing" },
  { VERSION, "\n^{\"title\":\"x\"}", "is missing" },
  { VERSION, "^{\"Lectern\":1}", "is missing" },
  { VERSION, "^{\"lectern\\u0000\":1}", "is missing" },
  { VERSION, "^{\"sessions\":1}", "is missing" },

  /* The version */
  { VERSION, "{\"lectern\":^2}", "newer version" },
  { VERSION, "{\"lectern\":^1.5}", "newer version" },
  { VERSION, "{\"lectern\":^11e-1}", "newer version" },
  { VERSION, "{\"lectern\":^1e400}", "newer version" },
  { VERSION, "{\"sessions\":\"?\",\"lectern\":^3}", "newer version" },
  { VERSION, "{\"title\":{},\n\"lectern\": ^99}", "newer version" },
  { VERSION, "{\"lectern\":^0}", "no such version" },
  { VERSION, "{\"lectern\":^-1}", "no such version" },
  { VERSION, "{\"lectern\":^0.999}", "no such version" },
  { VERSION, "{\"lectern\":^1e-1}", "no such version" },
  { VERSION, "{\"lectern\":^\"1\"}", "the number 1" },
  { VERSION, "{\"lectern\":^null}", "the number 1" },
  { VERSION, "{\"lectern\":^true}", "the number 1" },
  { VERSION, "{\"lectern\":^[1]}", "the number 1" },
  { VERSION, "{\"lectern\":^{}}", "the number 1" },

  /* How a file begins */
  { SYNTAX, "^\xef\xbb\xbf{\"lectern\":1}", "byte order mark" },
  { SYNTAX, "^\xef\xbb\xbf", "byte order mark" },
  { SYNTAX, "^\xff\xfe{", "UTF-16" },
  { SYNTAX, "^\xfe\xff", "UTF-16" },
  { SYNTAX, "^\xef", "value" },
  { SYNTAX, "^<html>", "value" },
  { SYNTAX, "^# Schedule", "value" },
  { SYNTAX, "-^--\ntitle: x", "digit" },
  { SYNTAX, "^lectern: 1", "no words" },
  { SYNTAX, "^}", "value" },
  { SYNTAX, "^]", "value" },
  { SYNTAX, "^,", "value" },
  { SYNTAX, "^:", "value" },
  { SYNTAX, "^\f", "value" },
  { SYNTAX, "^// x\n{}", "comment" },
  { SYNTAX, "^'a'", "double quotes" },

  /* How it ends */
  { SYNTAX, "{^", "breaks off" },
  { SYNTAX, "[^", "breaks off" },
  { SYNTAX, "{\"lectern\"^", "breaks off" },
  { SYNTAX, "{\"lectern\":^", "breaks off" },
  { SYNTAX, "{\"lectern\":1^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\n ^", "breaks off" },
  { SYNTAX, "{\"lect^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"sessions\":[^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"sessions\":[{}^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"sessions\":[{},^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"sessions\":[{}]^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":\"\\^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":-^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":1.^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":1e^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":1e+^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":tru^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":n^", "breaks off" },
  { SYNTAX, "{\"lectern\":1,\"x\":fals^", "breaks off" },
  { SYNTAX, "{\"lectern\":1}^{}", "more follows" },
  { SYNTAX, "{\"lectern\":1}\n^,", "more follows" },
  { SYNTAX, "{\"lectern\":1}^}", "more follows" },
  { SYNTAX, "{\"lectern\":1} ^// x", "comment" },
  { SYNTAX, "{\"lectern\":1} ^null", "more follows" },
  { SYNTAX, "1 ^1", "more follows" },

  /* Objects */
  { SYNTAX, "{^,}", "name of a member" },
  { SYNTAX, "{^lectern:1}", "name of a member" },
  { SYNTAX, "{^'lectern':1}", "double quotes" },
  { SYNTAX, "{^1:1}", "name of a member" },
  { SYNTAX, "{^null:1}", "name of a member" },
  { SYNTAX, "{^{}:1}", "name of a member" },
  { SYNTAX, "{\"lectern\"^}", "colon" },
  { SYNTAX, "{\"lectern\"^,1}", "colon" },
  { SYNTAX, "{\"lectern\" ^1}", "colon" },
  { SYNTAX, "{\"lectern\"^=1}", "colon" },
  { SYNTAX, "{\"lectern\":^:1}", "value" },
  { SYNTAX, "{\"lectern\":^}", "value" },
  { SYNTAX, "{\"lectern\":^,}", "value" },
  { SYNTAX, "{\"lectern\":1^,}", "one too many" },
  { SYNTAX, "{\"lectern\":1^,\n}", "one too many" },
  { SYNTAX, "{\"lectern\":1,^,\"x\":1}", "name of a member" },
  { SYNTAX, "{\"lectern\":1 ^\"x\":1}", "comma" },
  { SYNTAX, "{\"lectern\":1\n^\"x\":1}", "comma" },
  { SYNTAX, "{\"lectern\":1^;\"x\":1}", "comma" },
  { SYNTAX, "{\"lectern\":1^]", "comma" },
  { SYNTAX, "{\"lectern\":1,^/* x */\"x\":1}", "comment" },
  { SYNTAX, "{\"lectern\":1,\"x\":1,^]", "name of a member" },

  /* Lists */
  { SYNTAX, VALUE ("[^,]"), "value" },
  { SYNTAX, VALUE ("[1^,]"), "one too many" },
  { SYNTAX, VALUE ("[1 ^,\n ]"), "one too many" },
  { SYNTAX, VALUE ("[1,^,2]"), "value" },
  { SYNTAX, VALUE ("[1 ^2]"), "comma" },
  { SYNTAX, VALUE ("[1^}"), "comma" },
  { SYNTAX, VALUE ("[1^:2]"), "comma" },
  { SYNTAX, VALUE ("[^}"), "value" },
  { SYNTAX, VALUE ("[1,^// x\n2]"), "comment" },
  { SYNTAX, VALUE ("[[[]^}]"), "comma" },

  /* Numbers and words */
  { SYNTAX, VALUE ("0^1"), "begin with 0" },
  { SYNTAX, VALUE ("-0^1"), "begin with 0" },
  { SYNTAX, VALUE ("0^x10"), "comma" },
  { SYNTAX, VALUE ("^+1"), "value" },
  { SYNTAX, VALUE ("^.5"), "value" },
  { SYNTAX, VALUE ("-^.5"), "digit" },
  { SYNTAX, VALUE ("1.^"), "digit" },
  { SYNTAX, VALUE ("1.^e5"), "digit" },
  { SYNTAX, VALUE ("1e^"), "digit" },
  { SYNTAX, VALUE ("1e+^-1"), "digit" },
  { SYNTAX, VALUE ("1e1^.5"), "comma" },
  { SYNTAX, VALUE ("1.2^.3"), "comma" },
  { SYNTAX, VALUE ("-^-1"), "digit" },
  { SYNTAX, VALUE ("-^a"), "digit" },
  { SYNTAX, VALUE ("1^_000"), "comma" },
  { SYNTAX, VALUE ("1^f"), "comma" },
  { SYNTAX, VALUE ("^\xef\xbc\x91"), "value" },
  { SYNTAX, VALUE ("^NaN"), "no words" },
  { SYNTAX, VALUE ("^Infinity"), "no words" },
  { SYNTAX, VALUE ("-^Infinity"), "digit" },
  { SYNTAX, VALUE ("^True"), "no words" },
  { SYNTAX, VALUE ("^None"), "no words" },
  { SYNTAX, VALUE ("^nul"), "no words" },
  { SYNTAX, VALUE ("^nulll"), "no words" },
  { SYNTAX, VALUE ("^truefalse"), "no words" },
  { SYNTAX, VALUE ("^undefined"), "no words" },
  { SYNTAX, VALUE ("^yes"), "no words" },
  { SYNTAX, VALUE ("true^-"), "comma" },
  { SYNTAX, VALUE ("^`a`"), "value" },
  { SYNTAX, VALUE ("^“a”"), "value" },

  /* Text */
  { SYNTAX, VALUE ("\"a^\nb\""), "on its line" },
  { SYNTAX, VALUE ("\"a^\rb\""), "on its line" },
  { SYNTAX, VALUE ("\"a^\tb\""), "control character" },
  { SYNTAX, VALUE ("\"^\x01\""), "control character" },
  { SYNTAX, VALUE ("\"é^\x1f\""), "control character" },
  { SYNTAX, VALUE ("\"^\\x41\""), "no such escape" },
  { SYNTAX, VALUE ("\"^\\'\""), "no such escape" },
  { SYNTAX, VALUE ("\"^\\a\""), "no such escape" },
  { SYNTAX, VALUE ("\"^\\U0041\""), "no such escape" },
  { SYNTAX, VALUE ("\"C:^\\Users\""), "no such escape" },
  { SYNTAX, VALUE ("\"^\\\n\""), "no such escape" },
  { SYNTAX, VALUE ("\"^\\u\""), "four hexadecimal" },
  { SYNTAX, VALUE ("\"^\\u12\""), "four hexadecimal" },
  { SYNTAX, VALUE ("\"^\\u12g4\""), "four hexadecimal" },
  { SYNTAX, VALUE ("\"^\\u{41}\""), "four hexadecimal" },
  { SYNTAX, VALUE ("\"^\\ud83d\""), "first half" },
  { SYNTAX, VALUE ("\"^\\ud83dx\""), "first half" },
  { SYNTAX, VALUE ("\"^\\ud83d\\n\""), "first half" },
  { SYNTAX, VALUE ("\"^\\ud83d\\u0041\""), "first half" },
  { SYNTAX, VALUE ("\"^\\ud83d\\ud83d\\ude00\""), "first half" },
  { SYNTAX, VALUE ("\"^\\uD83D\\uDE0\""), "first half" },
  { SYNTAX, VALUE ("\"^\\ude00\""), "second half" },
  { SYNTAX, VALUE ("\"\\ud83d\\ude00^\\ude00\""), "second half" },
  { SYNTAX, "{\"lectern\":1,\"^\\ud83d\":1}", "first half" },
  { SYNTAX, VALUE ("\"^\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"a^\xff\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xc0\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xc1\xbf\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xe0\x80\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xe0\x9f\xbf\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xed\xa0\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xed\xbf\xbf\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xf0\x80\x80\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xf0\x8f\xbf\xbf\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xf4\x90\x80\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xf5\x80\x80\x80\""), "UTF-8" },
  { SYNTAX, VALUE ("\"\xc3\xa9^\xc3\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xe2\x82\""), "UTF-8" },
  { SYNTAX, VALUE ("\"^\xf0\x9f\x98\""), "UTF-8" },
  { SYNTAX, "{\"lectern\":1,\"^\xff\":1}", "UTF-8" },
  { SYNTAX, "{\"lectern\":1,\"x\":\"^\xc3", "UTF-8" },

  /* Names that stand twice */
  { SYNTAX, "{\"lectern\":1,^\"lectern\":1}", "“lectern” stands twice" },
  { SYNTAX, "{\"lectern\":1,\"a\":1,\n  ^\"a\":1}", "“a” stands twice" },
  { SYNTAX, "{\"lectern\":1,\"a\":1,^\"\\u0061\":1}", "“a” stands twice" },
  { SYNTAX, "{\"lectern\":1,\"\\u0061\":1,^\"a\":1}", "“a” stands twice" },
  { SYNTAX, "{\"lectern\":1,\"\":1,^\"\":1}", "stands twice" },
  { SYNTAX, "{\"lectern\":1,\"é\":1,^\"\\u00E9\":1}", "“é” stands twice" },
  { SYNTAX, "{\"lectern\":1,\"\\ud83d\\ude00\":1,^\"😀\":1}", "stands twice" },
  { SYNTAX, "{\"lectern\":1,\"/\":1,^\"\\/\":1}", "stands twice" },
  { SYNTAX, "{\"lectern\":1,\"a\\u0000\":1,^\"a\\u0000\":1}", "stands twice" },
  { SYNTAX, VALUE ("{\"a\":{\"b\":1,^\"b\":2}}"), "stands twice" },
  { SYNTAX, SESSION ("\"date\":\"2022-07-06\",^\"date\":\"2022-07-07\""), "“date” stands twice" },
  { SYNTAX, SESSION ("\"extra\":{\"Room\":\"1\",^\"Room\":\"2\"}"), "“Room” stands twice" },

  /* Wrong types; test-types.c has all members */
  { TYPE, "{\"lectern\":1,\"sessions\":^{}}", "“sessions” must be a list, not an object" },
  { TYPE, "{\"lectern\":1,\"sessions\":[^null]}", "“sessions[0]” must be an object, not null" },
  { TYPE, "{\"lectern\":1,\"sessions\":[{},\n^1]}", "“sessions[1]” must be an object, not a number" },
  { TYPE, "{\"lectern\":1,\"sessions\":[{},^[]]}", "“sessions[1]” must be an object, not a list" },
  { TYPE, SESSION ("\"duration\":^\"60\""), "“duration” must be a number, not text" },
  { TYPE, SESSION ("\"presenters\":[\"a\",^null]"), "“presenters[1]” must be text, not null" },
  { TYPE, SESSION ("\"papers\":[^null]"), "“papers[0]” must be an object, not null" },
  { TYPE, SESSION ("\"papers\":[{},{\"title\":^1}]"), "“papers[1].title” must be text, not a number" },
  { TYPE, SESSION ("\"papers\":[{\"authors\":[^false]}]"), "“papers[0].authors[0]” must be text, not true or false" },
  { TYPE, SESSION ("\"resources\":[{\"primary\":^\"true\"}]"), "“resources[0].primary” must be true or false, not text" },
  { TYPE, SESSION ("\"extra\":{\"Room\":^3}"), "“extra.Room” must be text, not a number" },
  { TYPE, SESSION ("\"\\u0064ate\":^20220706"), "“date” must be text, not a number" },
  { TYPE, "{\"lectern\":1,\"defaults\":{\"time\":^15}}", "“defaults.time” must be text, not a number" },
  { TYPE, "{\"lectern\":1,\"pageFormat\":{\"columns\":{\"a\":^[]}}}", "“pageFormat.columns.a” must be text, not a list" },
  { TYPE, "{\"lectern\":1,\"title\":^[],\"id\":{}}", "“title” must be text, not a list" },
  { TYPE, "{\"lectern\":1,\"title\":\"a^\\u0000\"}", "“title” holds the character \\u0000" },
  { TYPE, SESSION ("\"note\":\"^\\u0000\""), "“note” holds the character \\u0000" },
  { TYPE, SESSION ("\"presenters\":[\"\\n^\\u0000\\u0000\"]"), "“presenters[0]” holds" },
  { TYPE, SESSION ("\"extra\":{\"a\":\"^\\u0000\"}"), "“extra.a” holds" },
  { TYPE, SESSION ("\"extra\":{\"a^\\u0000\":\"\"}"), "“extra” holds" },
  /* ... where a mistake in the syntax comes first */
  { SYNTAX, "{\"lectern\":1,\"title\":2^,}", "one too many" },
};

static void
check_bad (const char       *marked,
           LecternJsonError  code,
           const char       *message)
{
  const char *mark = strchr (marked, '^');
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  guint line, column, expected_line, expected_column;

  g_assert_nonnull (mark);
  text = g_strdup_printf ("%.*s%s", (int) (mark - marked), marked, mark + 1);
  bytes = g_bytes_new (text, strlen (text));

  g_assert_null (lectern_json_read (bytes, &error));
  g_assert_error (error, LECTERN_JSON_ERROR, (int) code);
  if (message != NULL && strstr (error->message, message) == NULL)
    g_error ("%s: “%s” does not say “%s”", marked, error->message, message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));

  support_count (text, mark - marked, &expected_line, &expected_column);
  g_assert_true (lectern_json_error_get_position (error, &line, &column));
  if (line != expected_line || column != expected_column)
    g_error ("%s: %u:%u rather than %u:%u (%s)", marked, line, column,
             expected_line, expected_column, error->message);

  /* The position stays with a copy. */
  copy = g_error_copy (error);
  g_assert_true (lectern_json_error_get_position (copy, &line, &column));
  g_assert_cmpuint (column, ==, expected_column);
}

static void
test_bad (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (table), >=, 150);
  g_test_message ("%u bad cases", (guint) G_N_ELEMENTS (table));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    check_bad (table[i].text, table[i].code, table[i].message);
}

/* Every beginning of a good file but the file itself is refused at its end,
 * or, where it ends within an escape, there. */
static void
test_truncated (void)
{
  const char *text = "{\n\"lectern\" : 1 , \"title\":\"é\\n\\u00e9\",\r\n\"sessions\":[{\"date\":null,"
                     "\"papers\":[{\"title\":\"x\"}],\"x\":[-1.5e+3,true,{}]}]}";

  g_autoptr (LecternSchedule) whole = support_read (text, -1);

  g_assert_nonnull (whole);
  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_json_read (bytes, &error));
      g_assert_error (error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
    }
}

/* Numbers written out, so that the counting is not only compared with
 * another counting. */
static void
test_positions (void)
{
  static const struct { const char *text; guint line; guint column; } cases[] = {
    { "", 1, 1 },
    { "x", 1, 1 },
    { "{\"lectern\":1}\n\n x", 3, 2 },
    { "{\r\"lectern\"\r:\r2}", 4, 1 },
    { "{\r\n\"lectern\"\r\n:\r\n 2}", 4, 2 },
    { "{\n\r\"lectern\":2}", 3, 11 },
    { "{\"é€😀\":x", 1, 8 },
    { "{\"é\":1,\n\"😀\":x", 2, 5 },
    { "{\"lectern\":1,\t\"title\":0}", 1, 23 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      guint line, column;

      g_assert_null (lectern_json_read (bytes, &error));
      g_assert_true (lectern_json_error_get_position (error, &line, &column));
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

static void
test_other_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");
  guint line, column;

  g_assert_false (lectern_json_error_get_position (error, &line, &column));
}

static void
test_zero_bytes (void)
{
  static const char text[] = "{\"lectern\":1,\"title\":\"a\0b\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof (text) - 1);
  g_autoptr (GError) error = NULL;
  guint line, column;

  g_assert_null (lectern_json_read (bytes, &error));
  g_assert_true (lectern_json_error_get_position (error, &line, &column));
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 24);
}

void
add_bad_tests (void)
{
  g_test_add_func ("/json/bad/table", test_bad);
  g_test_add_func ("/json/bad/truncated", test_truncated);
  g_test_add_func ("/json/bad/positions", test_positions);
  g_test_add_func ("/json/bad/other-error", test_other_error);
  g_test_add_func ("/json/bad/zero-bytes", test_zero_bytes);
}
