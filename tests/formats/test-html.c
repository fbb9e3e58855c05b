/* test-html.c: a schedule as a page of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include <string.h>

#include "lectern-html.h"

static char *
write_page (LecternSchedule  *schedule,
            LecternHtmlFlags  flags,
            const char       *day)
{
  g_autoptr (GBytes) bytes = NULL;
  GDate today;
  gsize size;
  const char *data;

  exports_today (day, &today);
  bytes = lectern_html_write (schedule, flags, &today);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_utf8_validate_len (data, size, NULL));
  g_assert_true (lectern_html_is_own (bytes));

  return g_strndup (data, size);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (; (text = strstr (text, part)) != NULL; text++)
    n++;

  return n;
}

static void
test_sample (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sample ();
  g_autofree char *page = write_page (schedule, LECTERN_HTML_NOTHING_MORE, "2023-01-02");
  const char *upcoming = strstr (page, "<h2 id=\"upcoming\">");
  const char *past = strstr (page, "<h2 id=\"past\">");
  const char *next = strstr (page, "<tr role=\"row\" class=\"next\">");

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n<html lang=\"en\">\n"));
  g_assert_cmpuint (count (page, "<th scope=\"row\""), ==, 36);
  g_assert_cmpuint (count (page, "<h1 "), ==, 1);
  g_assert_cmpuint (count (page, "class=\"next\""), ==, 1);
  g_assert_cmpuint (count (page, "class=\"resource\""), ==, 12);
  g_assert_nonnull (upcoming);
  g_assert_nonnull (past);
  g_assert_true (upcoming < next && next < past);
  g_assert_true (g_str_has_prefix (strstr (next, "datetime="), "datetime=\"2023-01-04\""));
  /* The latest of the past comes first. */
  g_assert_true (g_str_has_prefix (strstr (past, "datetime="), "datetime=\"2022-12-07\""));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "src="));
  g_assert_null (strstr (page, "@import"));
  g_assert_null (strstr (page, "url("));
}

/* By date, where the schedule is not; the same day stays in its order. */
static void
test_order (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "", "{ \"date\": \"2023-02-01\", \"title\": \"T5\" }, { \"date\": \"2023-01-18\", \"title\": \"T4\" },"
    "{ \"date\": \"2023-01-11\", \"title\": \"T3\" }, { \"date\": \"2023-01-02\", \"title\": \"T1\" },"
    "{ \"date\": \"2023-01-02\", \"title\": \"T2\" }, { \"title\": \"T6\" }, { \"dateText\": \"Spring\", \"title\": \"T7\" },"
    "{ \"date\": \"2022-01-01\", \"title\": \"T9\" }, { \"date\": \"2023-01-01\", \"title\": \"T8\" }");
  g_autofree char *page = write_page (schedule, LECTERN_HTML_NOTHING_MORE, "2023-01-02");
  const char *place = page;

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *title = g_strdup_printf (">T%u<", i);

      place = strstr (place, title);
      g_assert_nonnull (place);
    }
  g_assert_true (strstr (page, "id=\"undated\"") < strstr (page, ">T6<"));
  g_assert_nonnull (strstr (page, ">Spring</span>"));
}

static void
test_states (void)
{
  g_autoptr (LecternSchedule) schedule = exports_sessions (
    "\"defaults\": { \"time\": \"15:00\", \"duration\": 90, \"location\": \"Secret room\" }",
    "{ \"date\": \"2023-01-04\", \"status\": \"cancelled\", \"reason\": \"strike\", \"papers\": [ { \"title\": \"P\" } ], \"note\": \"Private\" },"
    "{ \"date\": \"2023-01-11\", \"kind\": \"break\", \"title\": \"Holiday\", \"location\": \"Secret link\" },"
    "{ \"date\": \"2023-01-18\", \"kind\": \"announcement\", \"title\": \"News\" }");
  g_autofree char *page = write_page (schedule, LECTERN_HTML_NOTHING_MORE, "2023-01-02");
  g_autofree char *with = write_page (schedule, LECTERN_HTML_LOCATION, "2023-01-02");
  g_autofree char *past = write_page (schedule, LECTERN_HTML_LOCATION, "2024-01-02");

  g_assert_nonnull (strstr (page, ">Cancelled</span><span class=\"reason\" dir=\"auto\">strike</span>"));
  g_assert_nonnull (strstr (page, "<s><span class=\"title\" dir=\"auto\">P</span></s>"));
  g_assert_nonnull (strstr (page, ">No meeting</span><span class=\"title\" dir=\"auto\">Holiday</span>"));
  g_assert_nonnull (strstr (page, ">Announcement</span>"));
  g_assert_nonnull (strstr (page, "15:00 · 90 minutes</p>"));
  g_assert_null (strstr (page, "Secret"));
  g_assert_null (strstr (page, "Private"));
  g_assert_nonnull (strstr (with, "Secret room"));
  g_assert_nonnull (strstr (with, "Secret link"));
  g_assert_null (strstr (with, "Private"));
  g_assert_nonnull (strstr (past, "Nothing is planned at the moment."));
}

/* What may be an address, and what is only text. */
static void
test_addresses (void)
{
  static const struct
  {
    const char *resource;
    const char *href;
  } cases[] = {
    { "\"url\": \"https://e.org/?a=1&b='\\\"<\"", "https://e.org/?a=1&amp;b=&#39;%22%3C" },
    { "\"url\": \"HTTP://e.org/\"", "HTTP://e.org/" },
    { "\"url\": \"mailto:a@e.org?subject=a b\"", "mailto:a@e.org?subject=a%20b" },
    { "\"file\": \"notes/a b.pdf\"", "notes/a%20b.pdf" },
    { "\"file\": \"javascript:alert(1)\"", "javascript%3Aalert(1)" },
    { "\"url\": \"javascript:alert(1)\"", NULL },
    { "\"url\": \" javascript:alert(1)\"", NULL },
    { "\"url\": \"java\\nscript:alert(1)\"", NULL },
    { "\"url\": \"data:text/html,x\"", NULL },
    { "\"url\": \"file:///etc/passwd\"", NULL },
    { "\"url\": \"//e.org/\"", NULL },
    { "\"file\": \"//e.org/a.pdf\"", NULL },
    { "\"file\": \"../a.pdf\"", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *session = g_strdup_printf ("{ \"date\": \"2023-01-04\", \"resources\": [ { \"label\": \"L\", %s } ] }", cases[i].resource);
      g_autoptr (LecternSchedule) schedule = exports_sessions ("", session);
      g_autofree char *page = write_page (schedule, LECTERN_HTML_NOTHING_MORE, "2023-01-02");
      const char *href = strstr (page, "href=\"");

      if (cases[i].href == NULL)
        {
          g_assert_null (href);
          continue;
        }
      g_assert_nonnull (href);
      g_assert_true (g_str_has_prefix (href + strlen ("href=\""), cases[i].href));
      g_assert_cmpint (href[strlen ("href=\"") + strlen (cases[i].href)], ==, '"');
    }
}

static void
test_hostile (void)
{
  static const char hostile[] = "</title></style><script>alert(1)</script><img src=x onerror='a()' \" & \x01 \xef\xbf\xbe \xc2\x85";
  g_autofree char *quoted = exports_quote (hostile);
  g_autofree char *head = g_strdup_printf ("\"title\": %s, \"description\": %s, \"defaults\": { \"time\": %s, \"timezone\": %s, \"location\": %s }",
                                           quoted, quoted, quoted, quoted, quoted);
  g_autofree char *session = g_strdup_printf ("{ \"date\": %s, \"time\": %s, \"location\": %s, \"title\": %s, \"status\": \"cancelled\", \"reason\": %s,"
                                              "  \"presenters\": [ %s ], \"papers\": [ { \"title\": %s, \"part\": %s, \"authors\": [ %s ] } ],"
                                              "  \"resources\": [ { \"label\": %s } ] }",
                                              quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted);
  g_autoptr (LecternSchedule) schedule = exports_sessions (head, session);
  g_autofree char *page = write_page (schedule, LECTERN_HTML_LOCATION, "2023-01-02");

  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strchr (page, '\x01'));
  g_assert_null (strstr (page, "\xef\xbf\xbe"));
  g_assert_cmpuint (count (page, "</title>"), ==, 1);
  g_assert_cmpuint (count (page, "</style>"), ==, 1);
  g_assert_cmpuint (count (page, "&lt;/title&gt;&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39; &quot; &amp; "), ==, 16);
}

static void
test_own (void)
{
  static const char * const others[] = {
    "<!DOCTYPE html>\n<html><body>mine</body></html>", "x", "<meta name=\"generator\" content=\"Lectern\" />",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (others[i], strlen (others[i]));

      g_assert_false (lectern_html_is_own (bytes));
    }
}

void
add_html_tests (void)
{
  g_test_add_func ("/html/sample", test_sample);
  g_test_add_func ("/html/order", test_order);
  g_test_add_func ("/html/states", test_states);
  g_test_add_func ("/html/addresses", test_addresses);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/own", test_own);
}
