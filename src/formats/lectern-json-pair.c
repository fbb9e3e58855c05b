/* lectern-json-pair.c: which session is which piece of the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-pair.h"

typedef struct
{
  LecternSchedule       *schedule;
  GBytes                *file;
  const char            *text;
  const LecternJsonScan *scan;
  LecternJsonPairs      *pairs;
  gboolean              *taken;     /* for each piece */
  GBytes                *compared;  /* another file, and */
  gboolean               is_same;   /* whether it holds the same bytes */
} Pairing;

static const LecternJsonPiece *
get_piece (Pairing *self,
           guint    i)
{
  return &g_array_index (self->scan->pieces, LecternJsonPiece, i);
}

/**
 * lectern_json_read_piece:
 * @text: a file that has passed the scan
 * @piece: one of its sessions
 *
 * Reads a session for comparison.
 *
 * Returns: (transfer full): the session
 */
LecternSession *
lectern_json_read_piece (const char             *text,
                         const LecternJsonPiece *piece)
{
  LecternSession *session = lectern_session_new ();

  lectern_json_load_session (session, text + piece->span.start,
                             piece->span.end - piece->span.start);

  return session;
}

/* All sessions are from one file or two: it is compared once. */
static gboolean
is_old_file (Pairing *self,
             GBytes *file)
{
  if (file == self->file)
    return TRUE;

  if (file != self->compared)
    {
      self->compared = file;
      self->is_same = g_bytes_equal (file, self->file);
    }

  return self->is_same;
}

static int
find_piece_at (Pairing *self,
               gsize   start)
{
  guint low = 0;
  guint high = self->scan->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gsize other = get_piece (self, middle)->span.start;

      if (other == start)
        return middle;
      else if (other < start)
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}

static void
pair (Pairing *self,
      guint   session,
      int     piece)
{
  self->pairs->pieces[session] = piece;
  self->taken[piece] = TRUE;
}

/* Pairs each session with the text that it was read from. */
static gboolean
pair_by_source (Pairing *self)
{
  guint n = lectern_schedule_get_n_sessions (self->schedule);
  gboolean all = TRUE;

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self->schedule, i);
      GBytes *file;
      gsize start;
      int piece = -1;

      self->pairs->pieces[i] = -1;
      if (lectern_session_get_source (session, &file, &start, NULL) && is_old_file (self, file))
        piece = find_piece_at (self, start);

      if (piece >= 0 && !self->taken[piece])
        {
          pair (self, i, piece);
          self->pairs->own[i] = TRUE;
        }
      else
        {
          all = FALSE;
        }
    }

  return all;
}

/* What pieces have in common with sessions: an id, or what they say.  A fresh
 * text is one spelling for all texts of that meaning. */
static char *
make_piece_key (Pairing   *self,
                guint     piece,
                gboolean  by_id)
{
  g_autoptr (LecternSession) session = NULL;

  if (by_id)
    return g_strdup (get_piece (self, piece)->id);

  session = lectern_json_read_piece (self->text, get_piece (self, piece));

  return lectern_json_session_to_text (session);
}

static char *
make_session_key (LecternSession *session,
                  gboolean        by_id)
{
  if (by_id)
    return g_strdup (lectern_session_get_id (session));

  return lectern_json_session_to_text (session);
}

static void
pair_by_key (Pairing   *self,
             gboolean  by_id)
{
  g_autoptr (GHashTable) pieces = NULL;
  guint n = lectern_schedule_get_n_sessions (self->schedule);

  pieces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < self->scan->pieces->len; i++)
    {
      g_autofree char *key = self->taken[i] ? NULL : make_piece_key (self, i, by_id);
      GQueue *queue;

      if (key == NULL)
        continue;

      queue = g_hash_table_lookup (pieces, key);
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (pieces, g_steal_pointer (&key), queue);
        }
      g_queue_push_tail (queue, GUINT_TO_POINTER (i));
    }

  if (g_hash_table_size (pieces) == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self->schedule, i);
      g_autofree char *key = self->pairs->pieces[i] >= 0 ? NULL : make_session_key (session, by_id);
      GQueue *queue = key != NULL ? g_hash_table_lookup (pieces, key) : NULL;

      if (queue != NULL && !g_queue_is_empty (queue))
        pair (self, i, GPOINTER_TO_UINT (g_queue_pop_head (queue)));
    }
}

/* What has neither a text nor an id can only be told by its place. */
static void
pair_by_order (Pairing *self)
{
  guint n = lectern_schedule_get_n_sessions (self->schedule);
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (self->schedule, i);

      if (self->pairs->pieces[i] >= 0 || lectern_session_get_id (session) != NULL ||
          lectern_session_get_source (session, NULL, NULL, NULL))
        continue;

      while (next < self->scan->pieces->len &&
             (self->taken[next] || get_piece (self, next)->id != NULL))
        next++;
      if (next < self->scan->pieces->len)
        pair (self, i, next);
    }
}

/**
 * lectern_json_pairs_init:
 * @pairs: (out caller-allocates): the pairs
 * @schedule: a schedule
 * @file: the bytes that are written over
 * @scan: their scan
 *
 * Finds for each session the piece of the file that it is written over: the
 * text that it was read from, else by id, then by meaning, then by order.
 */
void
lectern_json_pairs_init (LecternJsonPairs      *pairs,
                         LecternSchedule       *schedule,
                         GBytes                *file,
                         const LecternJsonScan *scan)
{
  guint n = lectern_schedule_get_n_sessions (schedule);
  g_autofree gboolean *taken = g_new0 (gboolean, scan->pieces->len + 1);
  Pairing self = { schedule, file, g_bytes_get_data (file, NULL), scan, pairs, taken };

  pairs->pieces = g_new (int, n + 1);
  pairs->own = g_new0 (gboolean, n + 1);

  if (pair_by_source (&self))
    return;

  pair_by_key (&self, TRUE);
  pair_by_key (&self, FALSE);
  pair_by_order (&self);
}

/**
 * lectern_json_pairs_clear:
 * @pairs: pairs
 *
 * Frees what they hold.
 */
void
lectern_json_pairs_clear (LecternJsonPairs *pairs)
{
  g_clear_pointer (&pairs->pieces, g_free);
  g_clear_pointer (&pairs->own, g_free);
}
