/* test-ical-hostile.c: texts that would break out of a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <libical/ical.h>
#include <string.h>

#include "lectern-ical-event.h"

/* All texts that go out; the note does not. */
static char *
make_session (const char *text)
{
  g_autofree char *quoted = exports_quote (text);

  return g_strdup_printf ("{ \"id\": \"a\", \"date\": \"2023-01-04\", \"title\": %s, \"location\": %s,"
                          "  \"status\": \"cancelled\", \"reason\": %s, \"presenters\": [ %s ],"
                          "  \"papers\": [ { \"title\": %s, \"part\": %s, \"authors\": [ %s ] } ],"
                          "  \"resources\": [ { \"label\": %s, \"url\": \"https://example.org/\" } ] }",
                          quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted);
}

static void
check_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

/* libical's parser takes white space off the ends of a value; it is there in
 * the file, as a test with another parser shows. */
static void
check_value (const char *found,
             const char *expected)
{
  g_autofree char *found_stripped = g_strstrip (g_strdup (found));
  g_autofree char *expected_stripped = g_strstrip (g_strdup (expected));

  g_assert_cmpstr (found_stripped, ==, expected_stripped);
}

static void
check_round_trip (const char *text)
{
  g_autofree char *session = make_session (text);
  g_autofree char *head_title = exports_quote (text);
  g_autofree char *head = g_strdup_printf ("\"title\": %s", head_title);
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, session);
  g_autofree char *calendar_text = exports_ical (schedule, NULL, LECTERN_ICAL_LOCATION, NULL);
  g_autofree char *again = exports_ical (schedule, calendar_text, LECTERN_ICAL_LOCATION, NULL);
  g_autofree char *description =
    g_strdup_printf ("Cancelled: %s\n%s, %s\n%s\nPresented by %s\n%s: https://example.org/",
                     text, text, text, text, text, text);
  icalcomponent *calendar = icalparser_parse_string (calendar_text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  icalproperty *name = icalcomponent_get_first_property (calendar, ICAL_NAME_PROPERTY);

  check_lines (calendar_text);
  g_assert_cmpstr (again, ==, calendar_text);
  icalrestriction_check (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 1);
  check_value (icalproperty_get_name (name), text);
  check_value (icalcomponent_get_summary (event), text);
  check_value (icalcomponent_get_location (event), text);
  check_value (icalcomponent_get_description (event), description);

  icalcomponent_free (calendar);
}

static void
test_round_trip (void)
{
  static const char * const texts[] = {
    "a\nb", "\n", "\n\n ;,\\ \n", "a;b,c\\d\\n\\;", "\\", "\\\\n", "\"quoted\" 'text'", "tab\there",
    "END:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR", "SUMMARY:x", "\nDTSTART:20200101T000000Z",
    "\xf0\x9f\x98\x80\xf0\x9f\x98\x80", "\xe2\x80\xa8line\xe2\x80\xa9" "separators", " space ", "^n^'^^",
    "\xef\xbb\xbf" "bom", "\xf4\x8f\xbf\xbf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_round_trip (texts[i]);
}

static void
test_long (void)
{
  static const char * const units[] = { "x", "\xf0\x9f\x98\x80", "\xe2\x82\xac", ",;", "\\", "a\n", "word " };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr (GString) text = g_string_new_len ("...", shift);

        while (text->len < 10 * 1024)
          g_string_append (text, units[i]);
        check_round_trip (text->str);
      }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } texts[] = {
    { "a\rb", "U+000D" }, { "a\r\nb", "U+000D" }, { "\x01", "U+0001" }, { "\x1b[31m", "U+001B" },
    { "a\x7f", "U+007F" }, { "a\xc2\x85", "U+0085" }, { "\x0b", "U+000B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *session = make_session (texts[i].text);
      g_autoptr (LecternSchedule) schedule = exports_sessions ("", session);
      g_autofree char *quoted = exports_quote (texts[i].text);
      g_autofree char *head = g_strdup_printf ("\"title\": %s", quoted);
      g_autoptr (LecternSchedule) headed = exports_sessions (head, "");
      g_autofree char *message = exports_ical_refusal (schedule, NULL, LECTERN_ICAL_ERROR_TEXT);
      g_autofree char *head_message = exports_ical_refusal (headed, NULL, LECTERN_ICAL_ERROR_TEXT);

      g_assert_nonnull (strstr (message, texts[i].code));
      g_assert_nonnull (strstr (head_message, texts[i].code));
      /* The message itself does nothing to a terminal. */
      g_assert_null (strpbrk (message, "\r\n\x01\x1b\x7f"));
    }
}

static void
refuse_member (const char *members)
{
  g_autofree char *session = g_strdup_printf ("{ \"date\": \"2023-01-04\", %s }", members);
  g_autoptr (LecternSchedule) schedule = exports_sessions ("", session);
  g_autofree char *message = exports_ical_refusal (schedule, NULL, LECTERN_ICAL_ERROR_TEXT);

  g_assert_nonnull (strstr (message, "U+000D"));
}

/* Each by itself, so that none hides behind another. */
static void
test_each_field (void)
{
  g_autoptr (LecternSchedule) kept = exports_sessions (
    "", "{ \"id\": \"a\", \"date\": \"2023-01-04\", \"note\": \"a\\rb\", \"location\": \"a\\rb\","
    "  \"resources\": [ { \"label\": \"a\\rb\", \"file\": \"a.pdf\" } ] }");
  g_autofree char *text = exports_ical (kept, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);

  refuse_member ("\"id\": \"a\\rb\"");
  refuse_member ("\"title\": \"a\\rb\"");
  refuse_member ("\"status\": \"cancelled\", \"reason\": \"a\\rb\"");
  refuse_member ("\"presenters\": [ \"a\\rb\" ]");
  refuse_member ("\"papers\": [ { \"title\": \"a\\rb\" } ]");
  refuse_member ("\"papers\": [ { \"title\": \"a\", \"part\": \"a\\rb\" } ]");
  refuse_member ("\"papers\": [ { \"title\": \"a\", \"authors\": [ \"a\\rb\" ] } ]");
  refuse_member ("\"papers\": [ { \"title\": \"a\", \"url\": \"https://a\\rb\" } ]");
  refuse_member ("\"resources\": [ { \"label\": \"a\\rb\", \"url\": \"https://a\" } ]");
  refuse_member ("\"resources\": [ { \"label\": \"a\", \"url\": \"https://a\\rb\" } ]");

  /* What does not go out, does not matter. */
  g_assert_null (strchr (strstr (text, "BEGIN:VEVENT"), '\x01'));
  g_assert_null (strstr (text, "LOCATION"));
}

static void
test_urls (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "", "{ \"id\": \"a\", \"date\": \"2023-01-04\", \"papers\": ["
    "  { \"title\": \"1\", \"url\": \"javascript:alert(1)\" }, { \"title\": \"2\", \"url\": \"https://e.org/a\\nATTACH:x\" },"
    "  { \"title\": \"3\", \"url\": \"https://e.org/;,\\\\\\\"\xf0\x9f\x98\x80\" } ] }");
  g_autofree char *text = exports_ical (schedule, NULL, LECTERN_ICAL_NOTHING_MORE, NULL);

  g_assert_nonnull (strstr (text, "\r\nURL:https://e.org/;,%5C%22%F0%9F%98%80\r\n"));
  g_assert_null (strstr (text, "\r\nATTACH"));
  g_assert_null (strstr (text, "URL:javascript"));
  check_lines (text);
}

static char *
random_text (GRand *rand)
{
  static const char * const pieces[] = {
    "a", "b", " ", "  ", "\n", "\n ", "\t", ";", ",", ":", "\\", "\\n", "\"", "'", "END:VEVENT", "BEGIN:VALARM", "=",
    "\xf0\x9f\x98\x80", "\xc3\xa9", "\xe2\x82\xac", "\xe2\x80\x8f", "\xcc\x81", "^", "%0A", "&#10;", "\xef\xbf\xbe",
  };
  GString *text = g_string_new ("x");
  guint n = g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 12 : 200);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20230104);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = random_text (rand);

      check_round_trip (text);
    }
}

/* Bytes that are not UTF-8 cannot come out of a file, but out of a setter. */
static void
test_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lectern_ical_check_text ("a\xff", "Where", &error));
  g_assert_error (error, LECTERN_ICAL_ERROR, LECTERN_ICAL_ERROR_TEXT);
}

void
add_ical_hostile_tests (void)
{
  g_test_add_func ("/ical/hostile/round-trip", test_round_trip);
  g_test_add_func ("/ical/hostile/long", test_long);
  g_test_add_func ("/ical/hostile/refused", test_refused);
  g_test_add_func ("/ical/hostile/each-field", test_each_field);
  g_test_add_func ("/ical/hostile/urls", test_urls);
  g_test_add_func ("/ical/hostile/random", test_random);
  g_test_add_func ("/ical/hostile/not-utf8", test_not_utf8);
}
