/* fuzz-json.c: any bytes as a schedule: read, write, edit, undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "lectern-checks.h"
#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-json.h"

/* How many sessions of one input are edited. */
#define MAX_EDITS 3

int LLVMFuzzerInitialize   (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_error (const GError *error,
             const guint8 *data,
             gsize         size)
{
  guint line = 0, column = 0, lines = 1;

  g_assert_nonnull (error);
  g_assert_nonnull (error->message);
  g_assert_true (error->message[0] != '\0');
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (lectern_json_error_get_position (error, &line, &column));

  for (gsize i = 0; i < size; i++)
    lines += data[i] == '\n' || data[i] == '\r';
  g_assert_cmpuint (line, >=, 1);
  g_assert_cmpuint (line, <=, lines);
  g_assert_cmpuint (column, >=, 1);
  g_assert_cmpuint (column, <=, size + 1);
}

static GBytes *
write_schedule (LecternSchedule *schedule,
                GBytes          *old)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lectern_json_write (schedule, old, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static LecternSchedule *
read_again (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  LecternSchedule *schedule = lectern_json_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (schedule);

  return schedule;
}

static void
check_same_bytes (GBytes *a,
                  GBytes *b)
{
  gsize a_size, b_size;
  const void *a_data = g_bytes_get_data (a, &a_size);
  const void *b_data = g_bytes_get_data (b, &b_size);

  g_assert_cmpmem (a_data, a_size, b_data, b_size);
}

static void
check_same_meaning (LecternSchedule *a,
                    LecternSchedule *b)
{
  guint n = lectern_schedule_get_n_sessions (a);

  g_assert_cmpuint (n, ==, lectern_schedule_get_n_sessions (b));
  g_assert_true (lectern_record_equal (LECTERN_RECORD (lectern_schedule_get_head (a)),
                                       LECTERN_RECORD (lectern_schedule_get_head (b))));
  for (guint i = 0; i < n; i++)
    g_assert_true (lectern_record_equal (LECTERN_RECORD (lectern_schedule_get_session (a, i)),
                                         LECTERN_RECORD (lectern_schedule_get_session (b, i))));
}

/* Fills every session in, and asks for all that can be asked. */
static void
look_at_all (LecternSchedule *schedule,
             GBytes          *bytes)
{
  LecternChecksOptions options = { 0 };
  g_autoptr (GPtrArray) warnings = NULL;

  lectern_date_today (&options.today);
  options.each_without_notes = TRUE;
  warnings = lectern_checks_run (schedule, &options);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      g_autofree char *text = lectern_json_session_to_text (session);
      g_autofree char *search = lectern_session_dup_search_text (session);
      guint line = 0, column = 0;

      lectern_session_get_primary (session);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (g_utf8_validate (search, -1, NULL));
      g_assert_true (lectern_json_locate (bytes, session, "papers[0].title", &line, &column));
      g_assert_cmpuint (line, >=, 1);
      g_assert_cmpuint (column, >=, 1);
      g_assert_true (lectern_session_is_pristine (session));
    }
}

static char *
dup_source (LecternSchedule *schedule,
            guint            position)
{
  GBytes *file;
  gsize start, length;

  g_assert_true (lectern_session_get_source (lectern_schedule_get_session (schedule, position),
                                             &file, &start, &length));

  return g_strndup ((const char *) g_bytes_get_data (file, NULL) + start, length);
}

/* Edits some sessions: what is written says the same as the model, the other
 * sessions keep their bytes, and undoing gives the first bytes back. */
static void
edit_and_undo (LecternSchedule *schedule,
               GBytes          *bytes)
{
  static const char *const edits[][2] = {
    { "date", "2023-01-04" },
    { "papers[0].title", "\xe2\x80\x9cTitle\xe2\x80\x9d\n\"\\\"" },
    { "presenters[0]", "A" },
    { "resources[0].url", "https://example.org/a.pdf" },
    { "note", "" },
    { "status", "cancelled" },
    { "papers", "" },
  };
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autoptr (LecternSchedule) first = read_again (bytes);
  g_autoptr (LecternSchedule) again = NULL;
  g_autoptr (GHashTable) edited = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) after = NULL, undone = NULL;
  guint n = lectern_schedule_get_n_sessions (schedule);
  guint random = g_bytes_hash (bytes);

  for (guint i = 0; i < MIN (n, MAX_EDITS); i++)
    {
      guint position = random % n;
      const char *const *edit = edits[random / 16 % G_N_ELEMENTS (edits)];
      g_autoptr (GError) error = NULL;

      /* Some sessions cannot take some edits; then nothing is changed. */
      if (lectern_edit_set (history, lectern_schedule_get_session (schedule, position),
                            edit[0], edit[1], &error))
        g_hash_table_add (edited, GUINT_TO_POINTER (position));
      else
        g_assert_nonnull (error);
      random = random * 1103515245u + 12345u;
    }

  after = write_schedule (schedule, bytes);
  again = read_again (after);
  check_same_meaning (schedule, again);
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (edited, GUINT_TO_POINTER (i)))
      {
        g_autofree char *before_text = dup_source (first, i);
        g_autofree char *after_text = dup_source (again, i);

        g_assert_cmpstr (before_text, ==, after_text);
      }

  while (lectern_history_get_can_undo (history))
    g_assert_true (lectern_history_undo (history));
  undone = write_schedule (schedule, bytes);
  check_same_bytes (bytes, undone);
}

static gboolean
has_empty_item (GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (items, i);

      if (lectern_record_is_empty (item))
        return TRUE;
    }

  return FALSE;
}

/* A paper or a resource that says nothing is not written anew. */
static gboolean
has_empty_items (LecternSchedule *schedule)
{
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);

      if (has_empty_item (lectern_session_get_papers (session))
          || has_empty_item (lectern_session_get_resources (session)))
        return TRUE;
    }

  return FALSE;
}

/* A number that is not understood has only its old bytes. */
static gboolean
has_unreadable (LecternSchedule *schedule)
{
  LecternRecord *head = LECTERN_RECORD (lectern_schedule_get_head (schedule));

  if (lectern_record_is_unreadable (lectern_record_get_record (head, LECTERN_HEAD_DEFAULTS),
                                    LECTERN_DEFAULTS_DURATION))
    return TRUE;

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      if (lectern_record_is_unreadable (LECTERN_RECORD (lectern_schedule_get_session (schedule, i)),
                                        LECTERN_SESSION_DURATION))
        return TRUE;
    }

  return FALSE;
}

/* Without old bytes: the same meaning, and then the same bytes again. */
static void
write_anew (LecternSchedule *schedule)
{
  g_autoptr (GBytes) fresh = write_schedule (schedule, NULL);
  g_autoptr (LecternSchedule) again = read_again (fresh);
  g_autoptr (GBytes) fresh_again = write_schedule (again, NULL);

  if (!has_empty_items (schedule) && !has_unreadable (schedule))
    check_same_meaning (schedule, again);
  check_same_bytes (fresh, fresh_again);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSchedule) schedule = lectern_json_read (bytes, &error);
  g_autoptr (GBytes) untouched = NULL, looked_at = NULL;

  if (schedule == NULL)
    {
      check_error (error, data, size);
      return 0;
    }
  g_assert_no_error (error);

  untouched = write_schedule (schedule, bytes);
  check_same_bytes (bytes, untouched);

  look_at_all (schedule, bytes);
  looked_at = write_schedule (schedule, bytes);
  check_same_bytes (bytes, looked_at);

  write_anew (schedule);
  edit_and_undo (schedule, bytes);

  return 0;
}
