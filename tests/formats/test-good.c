/* test-good.c: texts that are schedules, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "support.h"

#include <string.h>

/* What a text stands in. */
#define VALUE(text)    "{\"lectern\":1,\"x\":" text "}"
#define SESSION(text)  "{\"lectern\":1,\"sessions\":[{" text "}]}"
#define HEAD(text)     "{\"lectern\":1," text "}"

static const char *table[] = {
  /* The file */
  "{\"lectern\":1}",
  " {\"lectern\":1}",
  "{\"lectern\":1} \n\r\t ",
  "{\r\"lectern\"\r:\r1\r}",
  "{\r\n\t\"lectern\" :\t1\r\n}\r\n",
  "\n\n{\"lectern\":1}\n\n",
  "{\"lectern\":1.0}",
  "{\"lectern\":1.000}",
  "{\"lectern\":1e0}",
  "{\"lectern\":1E0}",
  "{\"lectern\":1E+0}",
  "{\"lectern\":10e-1}",
  "{\"lectern\":0.1e1}",
  "{\"l\\u0065ctern\":1}",
  "{\"sessions\":[],\"lectern\":1}",
  "{\"sessions\":[{}],\"title\":\"x\",\"lectern\":1}",
  "{\"lectern\":1,\"sessions\":null}",
  "{\"lectern\":1,\"sessions\":[]}",
  "{\"lectern\":1,\"sessions\":[ \n ]}",
  "{\"lectern\":1,\"sessions\":[{},{}]}",
  "{\"lectern\":1,\"sessions\":[{ } , { }]}",

  /* Unknown members hold anything */
  VALUE ("null"),
  VALUE ("true"),
  VALUE ("false"),
  VALUE ("0"),
  VALUE ("-0"),
  VALUE ("-0.0"),
  VALUE ("0e1"),
  VALUE ("0E-1"),
  VALUE ("0.5"),
  VALUE ("1e05"),
  VALUE ("-1.5E+3"),
  VALUE ("1e400"),
  VALUE ("-1e-400"),
  VALUE ("18446744073709551615"),
  VALUE ("-9223372036854775809"),
  VALUE ("340282366920938463463374607431768211456"),
  VALUE ("3.141592653589793238462643383279502884197"),
  VALUE ("\"\""),
  VALUE ("\"/\""),
  VALUE ("\"\\/\\b\\f\\n\\r\\t\\\\\\\"\""),
  VALUE ("\"\\u0041\\u00e9\\u20AC\""),
  VALUE ("\"\\ud83d\\ude00\""),
  VALUE ("\"\\uD800\\uDC00\\udbff\\udfff\""),
  VALUE ("\"\\ufffe\\uffff\\ufeff\""),
  VALUE ("\"\\u0000\""),
  VALUE ("\"a\\u0000b\\u0001\""),
  VALUE ("\"\x7f\""),
  VALUE ("\"\xc2\x80\""),
  VALUE ("\"\xdf\xbf\""),
  VALUE ("\"\xe0\xa0\x80\""),
  VALUE ("\"\xed\x9f\xbf\""),
  VALUE ("\"\xee\x80\x80\""),
  VALUE ("\"\xef\xbf\xbf\""),
  VALUE ("\"\xf0\x90\x80\x80\""),
  VALUE ("\"\xf4\x8f\xbf\xbf\""),
  VALUE ("\"\xef\xbb\xbf\""),
  VALUE ("\"// no comment /* */\""),
  VALUE ("\"]}{[,:\""),
  VALUE ("\"\xe2\x80\xa8\""),
  VALUE ("[]"),
  VALUE ("{}"),
  VALUE ("[ ]"),
  VALUE ("[[],[[]],{}]"),
  VALUE ("[1,\"a\",null,true,{\"a\":[]}]"),
  VALUE ("{\"lectern\":2,\"sessions\":1,\"title\":[]}"),
  VALUE ("{\"a\":1,\"A\":1,\"a \":1,\"\":1}"),
  VALUE ("{\"a\":{\"a\":{\"a\":1}}}"),
  VALUE ("{\"title\":\"\\u0000\"}"),
  "{\"lectern\":1,\"\":0}",
  "{\"lectern\":1,\"a\\u0000\":0,\"a\":0,\"a\\u0000b\":0}",
  "{\"lectern\":1,\"title\\u0000\":2,\"title\":\"x\"}",
  "{\"lectern\":1,\"Title\":2,\"TITLE\":3}",

  /* null is absent */
  HEAD ("\"id\":null,\"title\":null,\"description\":null,\"defaults\":null,\"notes\":null,"
        "\"page\":null,\"pageFormat\":null,\"sessions\":null"),
  HEAD ("\"defaults\":{\"time\":null,\"duration\":null,\"timezone\":null,\"location\":null}"),
  HEAD ("\"notes\":{\"folder\":null,\"url\":null}"),
  HEAD ("\"pageFormat\":{\"dates\":null,\"columns\":null}"),
  HEAD ("\"pageFormat\":{\"columns\":{\"Topic\":null}}"),
  SESSION ("\"id\":null,\"date\":null,\"duration\":null,\"papers\":null,\"presenters\":null,"
           "\"resources\":null,\"extra\":null,\"ignore\":null"),
  SESSION ("\"papers\":[{\"title\":null,\"authors\":null}]"),
  SESSION ("\"resources\":[{\"primary\":null}]"),
  SESSION ("\"extra\":{\"Room\":null}"),

  /* Empty is absent as well */
  SESSION ("\"id\":\"\",\"date\":\"\",\"papers\":[],\"presenters\":[],\"extra\":{}"),
  SESSION ("\"papers\":[{}],\"resources\":[{},{ }]"),
  SESSION ("\"presenters\":[\"\"]"),
  SESSION ("\"extra\":{\"\":\"\"}"),
  HEAD ("\"defaults\":{},\"notes\":{ },\"pageFormat\":{\"columns\":{}}"),

  /* Of the right type, and not understood */
  SESSION ("\"date\":\"2023-02-30\""),
  SESSION ("\"date\":\"tomorrow\""),
  SESSION ("\"time\":\"25:00\""),
  SESSION ("\"kind\":\"party\",\"status\":\"perhaps\""),
  SESSION ("\"duration\":0"),
  SESSION ("\"duration\":-60"),
  SESSION ("\"duration\":59.5"),
  SESSION ("\"duration\":1e400"),
  SESSION ("\"duration\":99999999999999999999"),
  SESSION ("\"duration\":-99999999999999999999"),
  SESSION ("\"duration\":2147483648"),
  SESSION ("\"resources\":[{\"file\":\"../x\",\"url\":\"ftp://x\"}]"),
  SESSION ("\"resources\":[{\"primary\":true},{\"primary\":true},{\"primary\":false}]"),
  "{\"lectern\":1,\"sessions\":[{\"id\":\"a\"},{\"id\":\"a\"}]}",

  /* Odd spellings of known members */
  SESSION ("\"\\u0064\\u0061te\":\"2022\\u002d07-06\""),
  SESSION ("\"title\":\"\\ud83d\\ude00 \\\"\\/\\\\\""),
  SESSION ("\"papers\":[{\"x\":1,\"title\":\"t\",\"y\":[{}]}]"),
};

static void
check_good (const char *text)
{
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  g_autofree char *untouched = support_write (schedule);
  g_autofree char *looked_at = NULL;

  g_assert_cmpstr (untouched, ==, text);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    lectern_session_get_note (lectern_schedule_get_session (schedule, i));
  looked_at = support_write (schedule);
  g_assert_cmpstr (looked_at, ==, text);
}

static void
test_good (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (table), >=, 90);
  g_test_message ("%u good cases", (guint) G_N_ELEMENTS (table));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    check_good (table[i]);
}

static void
test_head (void)
{
  g_autoptr (LecternSchedule) schedule =
    support_read ("{\"lectern\":1,\"id\":\"g\",\"title\":\"T\\u00e9\",\"description\":\"D\","
                  "\"defaults\":{\"time\":\"15:00\",\"duration\":6e1,\"timezone\":\"Europe/London\","
                  "\"location\":\"Room\"},\"notes\":{\"folder\":\"f\",\"url\":\"https://example.org/\"},"
                  "\"page\":\"p.md\",\"pageFormat\":{\"dates\":\"dd/mm/yyyy\","
                  "\"columns\":{\"Z\":\"paper\",\"A\":\"date\"}},\"announcement\":\"{when}\\n\"}", -1);
  LecternHead *head = lectern_schedule_get_head (schedule);
  LecternRecord *format = lectern_record_get_record (LECTERN_RECORD (head), LECTERN_HEAD_PAGE_FORMAT);
  g_autofree char *columns = NULL;

  g_assert_cmpstr (lectern_head_get_id (head), ==, "g");
  g_assert_cmpstr (lectern_head_get_title (head), ==, "Té");
  g_assert_cmpstr (lectern_head_get_description (head), ==, "D");
  g_assert_cmpstr (lectern_head_get_default_time (head), ==, "15:00");
  g_assert_cmpint (lectern_head_get_default_duration (head), ==, 60);
  g_assert_cmpstr (lectern_head_get_timezone (head), ==, "Europe/London");
  g_assert_cmpstr (lectern_head_get_default_location (head), ==, "Room");
  g_assert_cmpstr (lectern_head_get_notes_folder (head), ==, "f");
  g_assert_cmpstr (lectern_head_get_notes_url (head), ==, "https://example.org/");
  g_assert_cmpstr (lectern_head_get_page (head), ==, "p.md");
  g_assert_cmpstr (lectern_head_get_announcement (head), ==, "{when}\n");
  g_assert_cmpstr (lectern_record_get_string (format, LECTERN_PAGE_FORMAT_DATES), ==, "dd/mm/yyyy");
  columns = g_variant_print (lectern_record_get_map (format, LECTERN_PAGE_FORMAT_COLUMNS), FALSE);
  g_assert_cmpstr (columns, ==, "{'Z': 'paper', 'A': 'date'}");
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 0);
}

static void
test_session (void)
{
  g_autoptr (LecternSchedule) schedule =
    support_read (SESSION ("\"id\":\"i\",\"date\":\"2023-02-30\",\"time\":\"16:00\",\"duration\":90.0,"
                           "\"location\":\"L\",\"status\":\"cancelled\",\"reason\":\"strike\","
                           "\"papers\":[{\"title\":\"A\",\"authors\":[\"x\",\"y\"]},{\"part\":\"P\"}],"
                           "\"presenters\":[\"p\",\"\"],"
                           "\"resources\":[{\"label\":\"n\",\"file\":\"f.pdf\"},{\"url\":\"u\",\"primary\":true}],"
                           "\"note\":\"N\\n\",\"extra\":{\"Room\":\"1\"},\"ignore\":[\"weekday\"]"), -1);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);
  GListModel *papers = lectern_session_get_papers (session);
  g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, 0);
  g_autoptr (LecternPaper) second = g_list_model_get_item (papers, 1);
  g_autoptr (LecternResource) resource = g_list_model_get_item (lectern_session_get_resources (session), 1);

  g_assert_true (lectern_session_is_pristine (session));
  g_assert_cmpstr (lectern_session_get_id (session), ==, "i");
  g_assert_cmpstr (lectern_session_get_date (session), ==, "2023-02-30");
  g_assert_cmpint (lectern_session_get_duration (session), ==, 90);
  g_assert_true (lectern_session_get_cancelled (session));
  g_assert_cmpstr (lectern_session_get_reason (session), ==, "strike");
  g_assert_cmpstr (lectern_paper_get_title (paper), ==, "A");
  g_assert_cmpstr (lectern_paper_get_authors (paper)[1], ==, "y");
  g_assert_cmpstr (lectern_paper_get_part (second), ==, "P");
  g_assert_cmpint (lectern_record_get_origin (LECTERN_RECORD (second)), ==, 1);
  g_assert_cmpstr (lectern_session_get_presenters (session)[0], ==, "p");
  g_assert_cmpstr (lectern_session_get_presenters (session)[1], ==, "");
  g_assert_null (lectern_session_get_presenters (session)[2]);
  g_assert_cmpstr (lectern_resource_get_url (resource), ==, "u");
  g_assert_true (lectern_resource_get_primary (resource));
  g_assert_cmpstr (lectern_session_get_note (session), ==, "N\n");
  g_assert_cmpstr (lectern_session_get_ignore (session)[0], ==, "weekday");
}

/* What json-glib would make of these is something else. */
static void
test_misread (void)
{
  static const struct { const char *text; int duration; } cases[] = {
    { "1", 1 }, { "1.0", 1 }, { "60", 60 }, { "6e1", 60 }, { "2147483647", G_MAXINT },
    { "0", 0 }, { "-1", 0 }, { "1.5", 0 }, { "0.5", 0 }, { "2147483648", 0 }, { "1e10", 0 },
    { "1e400", 0 }, { "18446744073709551615", 0 }, { "18446744073709551676", 0 },
    { "-18446744073709551615", 0 }, { "-99999999999999999999", 0 }, { "-9223372036854775809", 0 },
  };
  g_autoptr (LecternSchedule) schedule = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (SESSION ("\"duration\":%s"), cases[i].text);
      g_autoptr (LecternSchedule) numbers = support_read (text, -1);

      g_assert_cmpint (lectern_session_get_duration (lectern_schedule_get_session (numbers, 0)), ==,
                       cases[i].duration);
    }

  schedule = support_read (SESSION ("\"title\":\"right\",\"title\\u0000\":\"wrong\",\"x\":\"\\\\u0000\","
                                    "\"note\":\"\\\\u0000 -5\""), -1);
  g_assert_cmpstr (lectern_session_get_title (lectern_schedule_get_session (schedule, 0)), ==, "right");
  g_assert_cmpstr (lectern_session_get_note (lectern_schedule_get_session (schedule, 0)), ==,
                   "\\u0000 -5");
}

static void
test_fresh (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternSession) session = lectern_session_new ();
  g_autoptr (LecternPaper) paper = lectern_paper_new ();
  g_autoptr (LecternPaper) empty = lectern_paper_new ();
  g_autoptr (GBytes) nothing = lectern_json_write (schedule, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const char *presenters[] = { "a\"\\", "b\x01\x7f/", NULL };
  LecternHead *head = lectern_schedule_get_head (schedule);

  g_assert_cmpmem (g_bytes_get_data (nothing, NULL), g_bytes_get_size (nothing),
                   "{\n  \"lectern\": 1,\n  \"sessions\": []\n}\n",
                   strlen ("{\n  \"lectern\": 1,\n  \"sessions\": []\n}\n"));

  lectern_record_set_string (LECTERN_RECORD (head), LECTERN_HEAD_TITLE, "Té\n");
  lectern_record_set_integer (lectern_record_get_record (LECTERN_RECORD (head), LECTERN_HEAD_DEFAULTS),
                              LECTERN_DEFAULTS_DURATION, 60);
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, "2022-07-06");
  lectern_record_set_strings (LECTERN_RECORD (session), LECTERN_SESSION_PRESENTERS, presenters);
  lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_TITLE, "T");
  g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), empty);
  g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);
  lectern_schedule_splice (schedule, 0, 0, &session, 1);

  bytes = lectern_json_write (schedule, NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"lectern\": 1,\n"
                   "  \"title\": \"Té\\n\",\n"
                   "  \"defaults\": {\n"
                   "    \"duration\": 60\n"
                   "  },\n"
                   "  \"sessions\": [\n"
                   "    {\n"
                   "      \"date\": \"2022-07-06\",\n"
                   "      \"papers\": [\n"
                   "        {\n"
                   "          \"title\": \"T\"\n"
                   "        }\n"
                   "      ],\n"
                   "      \"presenters\": [\"a\\\"\\\\\", \"b\\u0001\x7f/\"]\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
  support_assert_reads (schedule, text);
}

/* What could not be read again is not written. */
static void
test_invalid_text (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (GError) error = NULL;

  lectern_record_set_string (LECTERN_RECORD (lectern_schedule_get_head (schedule)),
                             LECTERN_HEAD_TITLE, "\xff");
  g_assert_null (lectern_json_write (schedule, NULL, &error));
  g_assert_error (error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
}

static void
test_bad_old (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (GBytes) old = g_bytes_new_static ("{", 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_json_write (schedule, old, &error));
  g_assert_error (error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
}

/* The example in the documentation is what it says it is: a good file, in the
 * style of a new one. */
static void
test_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "file-format.md", NULL);
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (GBytes) fresh = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  char *start;
  char *end;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);
  start = strstr (page, "```json\n");
  g_assert_nonnull (start);
  start += strlen ("```json\n");
  end = strstr (start, "```");
  g_assert_nonnull (end);
  *end = '\0';

  schedule = support_read (start, -1);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 3);
  fresh = lectern_json_write (schedule, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (fresh, NULL), g_bytes_get_size (fresh));
  g_assert_cmpstr (text, ==, start);
}

void
add_good_tests (void)
{
  g_test_add_func ("/json/good/documented", test_documented);
  g_test_add_func ("/json/good/table", test_good);
  g_test_add_func ("/json/good/head", test_head);
  g_test_add_func ("/json/good/session", test_session);
  g_test_add_func ("/json/good/misread", test_misread);
  g_test_add_func ("/json/good/fresh", test_fresh);
  g_test_add_func ("/json/good/invalid-text", test_invalid_text);
  g_test_add_func ("/json/good/bad-old", test_bad_old);
}
