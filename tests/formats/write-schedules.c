/* write-schedules.c: writes schedules into a folder, for the schema's test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json.h"
#include "random-schedule.h"

#include <string.h>

static void
put (const char *folder,
     const char *kind,
     guint       number,
     GBytes     *bytes)
{
  g_autofree char *name = g_strdup_printf ("%s-%03u.json", kind, number);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_assert_cmpint (argc, ==, 2);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autofree char *text = random_schedule_new (rand, 1 + i % 10, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSchedule) schedule = lectern_json_read (bytes, &error);
      g_autoptr (LecternHistory) history = NULL;
      g_autoptr (GBytes) edited = NULL;
      g_autoptr (GBytes) fresh = NULL;

      g_assert_no_error (error);
      history = lectern_history_new (schedule);
      for (guint j = 0; j < 30; j++)
        random_schedule_edit (history, rand);

      edited = lectern_json_write (schedule, bytes, &error);
      g_assert_no_error (error);
      fresh = lectern_json_write (schedule, NULL, &error);
      g_assert_no_error (error);
      put (argv[1], "edited", i, edited);
      put (argv[1], "fresh", i, fresh);
    }

  return 0;
}
