/* test-public.c: what of a schedule goes out into the world
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exports.h"

#include "lectern-public.h"

static void
test_encode (void)
{
  static const char * const cases[][2] = {
    { "https://example.org/a?b=c&d=(e)#f", "https://example.org/a?b=c&d=(e)#f" },
    { "https://example.org/a b\"c<d>|\\`{}^", "https://example.org/a%20b%22c%3Cd%3E%7C%5C%60%7B%7D%5E" },
    { "https://example.org/\xc3\xa9", "https://example.org/%C3%A9" },
    { "https://example.org/100%", "https://example.org/100%25" },
    { "https://example.org/%C3%a9%zz", "https://example.org/%C3%a9%25zz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *encoded = lectern_public_encode (cases[i][0]);

      g_assert_cmpstr (encoded, ==, cases[i][1]);
    }
}

static void
test_file (void)
{
  static const struct
  {
    const char *notes;
    const char *file;
    const char *published;
    const char *relative;
  } cases[] = {
    { "\"folder\": \"f/P\", \"url\": \"https://e.org/P/\"", "f/P/a b.pdf", "https://e.org/P/a%20b.pdf", NULL },
    { "\"folder\": \"f/P/\", \"url\": \"https://e.org/P\"", "f/P/x/a.pdf", "https://e.org/P/x/a.pdf", NULL },
    { "\"folder\": \"./f//P\", \"url\": \"https://e.org/P/\"", "f/./P/a#b?.pdf", "https://e.org/P/a%23b%3F.pdf", NULL },
    { "\"folder\": \"f/P\", \"url\": \"https://e.org/P/\"", "f/Pdfs/a.pdf", NULL, "f/Pdfs/a.pdf" },
    { "\"folder\": \"f/P\", \"url\": \"https://e.org/P/\"", "f/P", NULL, "f/P" },
    { "\"folder\": \"f/P\"", "f/P/javascript:a", NULL, "f/P/javascript%3Aa" },
    { "\"folder\": \"f/P\", \"url\": \"ftp://e.org/\"", "f/P/a.pdf", NULL, "f/P/a.pdf" },
    { "\"url\": \"https://e.org/\"", "a.pdf", "https://e.org/a.pdf", NULL },
    { "\"folder\": \"f\", \"url\": \"https://e.org/\"", "f/../../secret", NULL, NULL },
    { "\"folder\": \"f\", \"url\": \"https://e.org/\"", "/etc/passwd", NULL, NULL },
    { "\"folder\": \"f\", \"url\": \"https://e.org/\"", "f\\..\\a", NULL, NULL },
    { "\"folder\": \"../f\", \"url\": \"https://e.org/\"", "f/a.pdf", NULL, "f/a.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *head = g_strdup_printf ("\"notes\": { %s }", cases[i].notes);
      g_autoptr (LecternSchedule) schedule = exports_sessions (head, "");
      g_autofree char *published = lectern_public_file (lectern_schedule_get_head (schedule), cases[i].file, FALSE);
      g_autofree char *relative = lectern_public_file (lectern_schedule_get_head (schedule), cases[i].file, TRUE);

      g_assert_cmpstr (published, ==, cases[i].published);
      g_assert_cmpstr (relative, ==, cases[i].published != NULL ? cases[i].published : cases[i].relative);
    }
}

static void
test_one_line (void)
{
  g_autofree char *line = lectern_public_one_line ("  a\r\nb\x01\xe2\x80\xa8" "c\xff ");

  g_assert_cmpstr (line, ==, "a  b  c\xef\xbf\xbd");
}

void
add_public_tests (void)
{
  g_test_add_func ("/public/encode", test_encode);
  g_test_add_func ("/public/file", test_file);
  g_test_add_func ("/public/one-line", test_one_line);
}
