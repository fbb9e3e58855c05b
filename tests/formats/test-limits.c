/* test-limits.c: texts that are deep, wide or long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "support.h"

#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

/* Far more than is needed, and far less than a quadratic scan would take;
 * the sanitizers make all of it slower. */
#define SLOWNESS (g_getenv ("LECTERN_SANITIZED") != NULL ? 10 : 1)
#define MOMENT   (SLOWNESS * G_USEC_PER_SEC / 10)
#define WHILE    (SLOWNESS * 2 * G_USEC_PER_SEC)

static const guint depths[] = { 100000, 1000000 };
static gint64 slowest;

typedef struct
{
  GBytes *bytes;
  GError *error;
  gint64  duration;
} Reading;

static gpointer
read_in_thread (gpointer data)
{
  Reading *reading = data;
  gint64 start = g_get_monotonic_time ();
  LecternSchedule *schedule = lectern_json_read (reading->bytes, &reading->error);

  reading->duration = g_get_monotonic_time () - start;
  g_assert_true ((schedule != NULL) == (reading->error == NULL));
  g_clear_object (&schedule);

  return NULL;
}

/* Reads on a small stack. */
static void
read_small (Reading *reading)
{
  pthread_attr_t attributes;
  pthread_t thread;

  reading->error = NULL;
  g_assert_cmpint (pthread_attr_init (&attributes), ==, 0);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, 256 * 1024), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, read_in_thread, reading), ==, 0);
  g_assert_cmpint (pthread_join (thread, NULL), ==, 0);
  pthread_attr_destroy (&attributes);
}

/* @open @depth times, then @close as often. */
static GBytes *
nest (const char *head,
      const char *open,
      const char *middle,
      const char *close,
      const char *tail,
      guint       depth)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, middle);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  g_string_append (text, tail);

  return g_string_free_to_bytes (text);
}

/* Refused with a position, at once. */
static void
check_abyss (GBytes *bytes)
{
  Reading reading = { bytes };
  guint line, column;

  read_small (&reading);
  g_assert_error (reading.error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
  g_assert_nonnull (strstr (reading.error->message, "64"));
  g_assert_true (lectern_json_error_get_position (reading.error, &line, &column));
  g_assert_cmpint (reading.duration, <, MOMENT);
  slowest = MAX (slowest, reading.duration);
  g_clear_error (&reading.error);
}

static void
check_depth (const char *open,
             const char *middle,
             const char *close)
{
  g_autoptr (GBytes) deepest = nest ("{\"lectern\":1,\"x\":", open, middle, close, "}", 63);
  g_autoptr (GBytes) deeper = nest ("{\"lectern\":1,\"x\":", open, middle, close, "}", 64);
  Reading reading = { deepest };
  guint line, column;

  read_small (&reading);
  g_assert_no_error (reading.error);

  reading.bytes = deeper;
  read_small (&reading);
  g_assert_error (reading.error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
  g_assert_nonnull (strstr (reading.error->message, "64"));
  lectern_json_error_get_position (reading.error, &line, &column);
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, strlen ("{\"lectern\":1,\"x\":") + 63 * strlen (open) + 1);
  g_clear_error (&reading.error);

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GBytes) whole = nest ("{\"lectern\":1,\"x\":", open, middle, close, "}", depths[i]);
      g_autoptr (GBytes) cut_off = nest ("{\"lectern\":1,\"x\":", open, "", "", "", depths[i]);
      g_autoptr (GBytes) nothing_else = nest ("", open, middle, close, "", depths[i]);

      check_abyss (whole);
      check_abyss (cut_off);
      check_abyss (nothing_else);
    }
}

/* Lists in objects in lists, in the places where sessions and papers are, too. */
static void
check_mixed (void)
{
  static const struct { const char *head, *open, *close, *tail; } cases[] = {
    { "{\"lectern\":1,\"x\":", "[{\"a\":", "}]", "}" },
    { "{\"lectern\":1,\"sessions\":", "[{\"sessions\":", "}]", "}" },
    { "{\"lectern\":1,\"sessions\":[{\"papers\":", "[{\"papers\":", "}]", "}]}" },
    { "{\"lectern\":1,\"defaults\":", "{\"defaults\":[", "]}", "}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (depths); j++)
        {
          g_autoptr (GBytes) whole = nest (cases[i].head, cases[i].open, "1", cases[i].close,
                                           cases[i].tail, depths[j] / 2);

          check_abyss (whole);
        }
    }
}

static void
test_depth (void)
{
  check_depth ("[", "", "]");
  check_depth ("{\"a\":", "1", "}");
  check_mixed ();
  g_test_message ("the slowest took %.2f ms", slowest / 1e3);
}

/* An object of many names, and one of them twice. */
static void
test_wide (void)
{
  GString *text = g_string_new ("{\"lectern\":1");
  gsize where;
  guint line, column;
  gint64 start;
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GBytes) bad = NULL;
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, ",\"name-%u\":1", i);
  where = text->len + 1;

  start = g_get_monotonic_time ();
  good = g_bytes_new_take (g_strconcat (text->str, "}", NULL), text->len + 1);
  schedule = lectern_json_read (good, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, WHILE);

  g_string_append (text, ",\"name-31\\u0037\":1,\"name-31\\u0038\":2}");
  bad = g_string_free_to_bytes (text);
  g_assert_null (lectern_json_read (bad, &error));
  g_assert_error (error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
  g_assert_true (lectern_json_error_get_position (error, &line, &column));
  g_assert_cmpuint (column, ==, where + 1);
}

/* As many as are compared one by one, and one more. */
static void
test_few_or_many (void)
{
  for (guint n = 28; n < 40; n++)
    {
      GString *text = g_string_new ("{\"lectern\":1,\"x\":{");
      gsize where;
      guint line, column;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "\"%u\":1,", i);
      where = text->len + 1;
      g_string_append (text, "\"7\":1}}");
      bytes = g_string_free_to_bytes (text);

      g_assert_null (lectern_json_read (bytes, &error));
      g_assert_true (lectern_json_error_get_position (error, &line, &column));
      g_assert_cmpuint (column, ==, where);
    }
}

static void
test_zeros (void)
{
  const gsize size = (gsize) 1 << 30;
  void *zeros = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint line, column;
  gint64 start;

  g_assert_true (zeros != MAP_FAILED);
  bytes = g_bytes_new_static (zeros, size);
  start = g_get_monotonic_time ();
  g_assert_null (lectern_json_read (bytes, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <, MOMENT);
  g_assert_error (error, LECTERN_JSON_ERROR, LECTERN_JSON_ERROR_SYNTAX);
  g_assert_true (lectern_json_error_get_position (error, &line, &column));
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 1);
  munmap (zeros, size);
}

static char *
make_long (guint n)
{
  GString *text = g_string_new ("{\n  \"lectern\": 1,\n  \"sessions\": [");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n    {\n      \"id\": \"s%u\",\n      \"date\": \"2022-07-%02u\",\n"
                            "      \"papers\": [\n        {\n          \"title\": \"Paper %u, of some length\",\n"
                            "          \"url\": \"https://example.org/%u\",\n          \"authors\": [\"A\", \"B\"]\n"
                            "        }\n      ],\n      \"presenters\": [\"P\"]\n    }",
                            i > 0 ? "," : "", i, i % 31 + 1, i, i);
  g_string_append (text, "\n  ]\n}\n");

  return g_string_free (text, FALSE);
}

/* Ten thousand sessions; the times are told, and only the hopeless fails. */
static void
test_long (void)
{
  g_autofree char *text = make_long (10000);
  g_autofree char *written = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LecternSchedule) schedule = support_read (text, -1);
  gint64 middle = g_get_monotonic_time ();

  written = support_write (schedule);
  g_assert_cmpstr (written, ==, text);
  g_test_message ("%.1f MB read in %.1f ms, written in %.1f ms", strlen (text) / 1e6,
                  (middle - start) / 1e3, (g_get_monotonic_time () - middle) / 1e3);
  g_assert_cmpint (g_get_monotonic_time () - start, <, WHILE);
  g_assert_cmpuint (lectern_schedule_get_n_sessions (schedule), ==, 10000);
}

void
add_limit_tests (void)
{
  g_test_add_func ("/json/limits/depth", test_depth);
  g_test_add_func ("/json/limits/wide", test_wide);
  g_test_add_func ("/json/limits/few-or-many", test_few_or_many);
  g_test_add_func ("/json/limits/zeros", test_zeros);
  g_test_add_func ("/json/limits/long", test_long);
}
