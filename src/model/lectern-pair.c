/* lectern-pair.c: which session of one schedule is which of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-pair.h"

#include <string.h>

/* What sessions are looked for by, the surest first.  An id is one of its
 * own: the rest is for sessions without, and tells less and less. */
typedef enum
{
  BY_ID_AND_MEANING,
  BY_ID,
  BY_DATE_AND_TITLES,
  BY_TITLES,
  BY_DATE,
  N_WAYS,
} Way;

static void
add_titles (GString        *key,
            LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);

  if (lectern_session_get_title (session) != NULL)
    g_string_append (key, lectern_session_get_title (session));
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      g_string_append_printf (key, "\n%s", lectern_paper_get_title (paper) != NULL
                                           ? lectern_paper_get_title (paper) : "");
    }
}

static char *
make_key (LecternSession *session,
          Way             way)
{
  GString *key;

  if (way == BY_ID || way == BY_ID_AND_MEANING)
    return g_strdup (lectern_session_get_id (session));
  if (way == BY_DATE)
    return g_strdup (lectern_session_get_date (session));

  key = g_string_new (NULL);
  add_titles (key, session);
  if (way == BY_TITLES)
    return g_string_free (key, key->len == 0);

  g_string_prepend_c (key, '\n');
  if (lectern_session_get_date (session) != NULL)
    g_string_prepend (key, lectern_session_get_date (session));

  return g_string_free (key, FALSE);
}

/**
 * lectern_pair_same_text:
 * @a: a session
 * @b: another one
 *
 * Tells whether two sessions were read from the same text and say it still.
 *
 * Returns: whether they are the same, with all that only their files know
 */
gboolean
lectern_pair_same_text (LecternSession *a,
                        LecternSession *b)
{
  GBytes *files[2];
  gsize starts[2];
  gsize lengths[2];

  return lectern_session_is_pristine (a) && lectern_session_is_pristine (b) &&
         lectern_session_get_source (a, &files[0], &starts[0], &lengths[0]) &&
         lectern_session_get_source (b, &files[1], &starts[1], &lengths[1]) &&
         lengths[0] == lengths[1] &&
         memcmp ((const char *) g_bytes_get_data (files[0], NULL) + starts[0],
                 (const char *) g_bytes_get_data (files[1], NULL) + starts[1], lengths[0]) == 0;
}

/**
 * lectern_pair_same:
 * @a: a session
 * @b: another one
 *
 * Tells whether two sessions say the same.  What the same text says is the
 * same, without anything being read.
 *
 * Returns: whether they do
 */
gboolean
lectern_pair_same (LecternSession *a,
                   LecternSession *b)
{
  return lectern_pair_same_text (a, b) ||
         lectern_record_equal (LECTERN_RECORD (a), LECTERN_RECORD (b));
}

/**
 * lectern_pair_list:
 * @schedule: a schedule
 *
 * Lists its sessions.
 *
 * Returns: (transfer container) (element-type LecternSession): the sessions
 */
GPtrArray *
lectern_pair_list (LecternSchedule *schedule)
{
  guint n = lectern_schedule_get_n_sessions (schedule);
  GPtrArray *sessions = g_ptr_array_new_full (n, NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sessions, lectern_schedule_get_session (schedule, i));

  return sessions;
}

/* Those that nothing is paired with yet. */
static GHashTable *
list_by_key (GPtrArray  *sessions,
             GHashTable *taken,
             Way         way)
{
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *key = NULL;
      GQueue *queue;

      if (g_hash_table_contains (taken, session))
        continue;
      key = make_key (session, way);
      if (key == NULL)
        continue;

      queue = g_hash_table_lookup (by_key, key);
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (by_key, g_steal_pointer (&key), queue);
        }
      g_queue_push_tail (queue, session);
    }

  return by_key;
}

static gboolean
may_be_pair (LecternSession *a,
             LecternSession *b,
             Way             way)
{
  if (way == BY_ID_AND_MEANING)
    return lectern_pair_same (a, b);
  if (way == BY_ID)
    return TRUE;

  /* Two ids tell two sessions apart. */
  return lectern_session_get_id (a) == NULL || lectern_session_get_id (b) == NULL;
}

static LecternSession *
take (GQueue         *queue,
      LecternSession *session,
      Way             way)
{
  /* Only an id that is repeated needs a look at what is said. */
  if (queue == NULL || (way == BY_ID_AND_MEANING && queue->length < 2))
    return NULL;

  for (GList *l = queue->head; l != NULL; l = l->next)
    {
      LecternSession *candidate = l->data;

      if (may_be_pair (candidate, session, way))
        {
          g_queue_delete_link (queue, l);
          return candidate;
        }
    }

  return NULL;
}

/**
 * lectern_pair_sessions:
 * @sessions: (element-type LecternSession): the sessions of a schedule
 * @others: (element-type LecternSession): those of another one
 * @surely: whether the same date alone, or the same titles alone, is not
 *   enough
 *
 * Finds for each of the others which of the sessions it is: by id, else by
 * date and titles, by titles, or by date; of several, in their order.
 *
 * Returns: (transfer container) (element-type LecternSession): for each of
 *   @others one of @sessions, or %NULL
 */
GPtrArray *
lectern_pair_sessions (GPtrArray *sessions,
                       GPtrArray *others,
                       gboolean   surely)
{
  GPtrArray *pairs = g_ptr_array_new_full (others->len, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_size (pairs, others->len);

  for (Way way = BY_ID_AND_MEANING; way < (surely ? BY_TITLES : N_WAYS); way++)
    {
      g_autoptr (GHashTable) by_key = list_by_key (sessions, taken, way);

      for (guint i = 0; g_hash_table_size (by_key) > 0 && i < others->len; i++)
        {
          LecternSession *other = g_ptr_array_index (others, i);
          g_autofree char *key = NULL;

          if (g_ptr_array_index (pairs, i) != NULL)
            continue;

          key = make_key (other, way);
          if (key != NULL)
            g_ptr_array_index (pairs, i) = take (g_hash_table_lookup (by_key, key), other, way);
          if (g_ptr_array_index (pairs, i) != NULL)
            g_hash_table_add (taken, g_ptr_array_index (pairs, i));
        }
    }

  return pairs;
}
