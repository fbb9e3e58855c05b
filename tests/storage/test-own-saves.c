/* test-own-saves.c: no save of our own is taken for another program's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-storage.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "lectern-document.h"
#include "lectern-edit.h"
#include "lectern-saver.h"

typedef struct
{
  LecternDocument *document;
  guint            n_events;
  guint            n_alarms;
} Watch;

/* What a window does when it is told of a change: it looks at the content. */
static void
changed_cb (GFileMonitor      *monitor,
            GFile             *file,
            GFile             *other_file,
            GFileMonitorEvent  event,
            gpointer           user_data)
{
  Watch *watch = user_data;

  watch->n_events++;
  if (!lectern_saver_check (lectern_document_get_file (watch->document), LECTERN_SAVER_EXPECT_HASH,
                            lectern_document_get_baseline (watch->document), NULL))
    watch->n_alarms++;
}

static void
save_edit (LecternDocument *document,
           guint            n)
{
  g_autofree char *note = g_strdup_printf ("%u", n);
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_edit_set (lectern_document_get_history (document),
                                   lectern_schedule_get_session (lectern_document_get_schedule (document), 0),
                                   "note", note, &error));
  g_assert_true (lectern_document_save (document, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (lectern_document_get_edited (document));
}

static void
test_own_saves (void)
{
  const char *full = g_getenv ("LECTERN_TEST_FULL");
  guint n_saves = g_strcmp0 (full, "yes") == 0 || g_strcmp0 (full, "1") == 0 ? 1000 : 200;
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_file (folder, "s.json");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GFileMonitor) monitor = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { NULL, };

  test_folder_write (folder, "s.json", "{\"lectern\":1,\"sessions\":[{\"id\":\"a\"}]}\n");
  document = watch.document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);
  g_assert_no_error (error);
  g_file_monitor_set_rate_limit (monitor, 0);
  g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), &watch);

  for (guint i = 0; i < n_saves; i++)
    {
      /* A time that goes back, as of a file from an archive, is no change. */
      if (i % 10 == 5)
        g_assert_cmpint (utime (g_file_peek_path (file), &(struct utimbuf) { 1, 1 }), ==, 0);
      save_edit (document, i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  while (watch.n_events < n_saves)
    g_main_context_iteration (NULL, TRUE);

  g_test_message ("%u saves, %u events, %u false alarms", n_saves, watch.n_events, watch.n_alarms);
  g_assert_cmpuint (watch.n_alarms, ==, 0);
  test_folder_assert_names (folder, "s.json");

  /* And so that the alarm can be heard at all: */
  test_folder_write (folder, "s.json", "{\"lectern\":1,\"sessions\":[{\"id\":\"b\"}]}\n");
  while (watch.n_alarms == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (monitor, &watch);
}

void
test_own_saves_add (void)
{
  g_test_add_func ("/saver/own-saves", test_own_saves);
}
