/* fuzz-page.c: any bytes as a page: import, publish, change, publish again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-edit-value.h"
#include "lectern-json.h"
#include "lectern-page.h"

/* How many sessions of one input are edited. */
#define MAX_EDITS 2

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static GBytes *
publish (GBytes          *page,
         LecternSchedule *schedule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  GBytes *published = lectern_page_publish (page, schedule, NULL, &report, &error);

  g_assert_no_error (error);

  return published;
}

/* Through JSON, so that nothing but what it can hold is compared. */
static LecternSchedule *
copy_of (LecternSchedule *schedule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lectern_json_write (schedule, NULL, &error);
  LecternSchedule *copy;

  g_assert_no_error (error);
  copy = lectern_json_read (bytes, &error);
  g_assert_no_error (error);

  return copy;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) page = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (LecternSchedule) schedule = lectern_page_import (page, NULL, &report, &error);
  g_autoptr (LecternSchedule) copy = NULL;
  g_autoptr (GBytes) same = NULL;
  guint i;

  if (schedule == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }

  copy = copy_of (schedule);
  same = publish (page, copy);
  g_assert_true (g_bytes_equal (page, same));

  for (i = 0; i < MIN (lectern_schedule_get_n_sessions (copy), MAX_EDITS); i++)
    {
      LecternSession *session = lectern_schedule_get_session (copy, i);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GBytes) twice = NULL;

      g_assert_true (lectern_edit_set_path (LECTERN_RECORD (session), "papers[0].title", "A | *b* `c` {{ d", NULL, NULL));
      g_assert_true (lectern_edit_set_path (LECTERN_RECORD (session), "date", "2021-11-13", NULL, NULL));
      changed = publish (page, copy);
      twice = publish (changed, copy);
      g_assert_nonnull (twice);
    }

  return 0;
}
