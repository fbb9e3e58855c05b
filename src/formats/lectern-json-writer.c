/* lectern-json-writer.c: a schedule to its JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-pair.h"
#include "lectern-json-rewrite.h"

#include "lectern-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LecternSchedule  *schedule;
  GBytes           *file;       /* the old bytes */
  const char       *text;
  LecternJsonScan  *scan;
  LecternJsonStyle  style;
  LecternJsonPairs  pairs;
} Writer;

static const LecternJsonPiece *
get_piece (Writer *self,
           guint   i)
{
  return &g_array_index (self->scan->pieces, LecternJsonPiece, i);
}

static char *
rewrite_session (Writer            *self,
                 LecternSession    *session,
                 LecternSession    *old,
                 const char        *text,
                 LecternJsonSpan    span,
                 gboolean           by_origin,
                 LecternJsonLayout  layout)
{
  LecternJsonRewrite rewrite = { text, &self->style, by_origin, NULL, NULL };
  char *rewritten = lectern_json_rewrite_record (&rewrite, span, LECTERN_RECORD (session),
                                                 LECTERN_RECORD (old), layout);

  /* A session that says nothing is still a session. */
  return rewritten != NULL ? rewritten : g_strdup ("{}");
}

/* The text of a session that has no piece, or one that says something else.
 * What it was read from, in another file or before its piece was given to
 * another, is the next best. */
static char *
write_from_source (Writer            *self,
                   LecternSession    *session,
                   gboolean           if_same,
                   LecternJsonLayout  layout)
{
  g_autoptr (LecternSession) old = NULL;
  LecternJsonSpan span;
  const char *text;
  GBytes *file;
  gsize length;

  if (!lectern_session_get_source (session, &file, &span.start, &length))
    return NULL;

  text = g_bytes_get_data (file, NULL);
  span.end = span.start + length;
  old = lectern_session_new ();
  lectern_json_load_session (old, text + span.start, length);

  if (lectern_session_is_pristine (session) ||
      lectern_record_equal (LECTERN_RECORD (session), LECTERN_RECORD (old)))
    return g_strndup (text + span.start, length);

  return if_same ? NULL : rewrite_session (self, session, old, text, span, TRUE, layout);
}

static char *
write_new (Writer               *self,
           LecternSession       *session,
           LecternJsonContainer *container)
{
  LecternJsonLayout layout = lectern_json_container_place_new (container);
  GString *out;
  char *text = write_from_source (self, session, FALSE, layout);

  if (text != NULL)
    return text;

  out = g_string_new (NULL);
  lectern_json_fresh_record (out, LECTERN_RECORD (session), &self->style, layout);

  return g_string_free (out, FALSE);
}

/* The text of session @i, NULL for that of its piece. */
static char *
write_session (Writer               *self,
               guint                 i,
               LecternJsonContainer *container)
{
  LecternSession *session = lectern_schedule_get_session (self->schedule, i);
  LecternJsonLayout layout = { container->indent, container->expanded };
  g_autoptr (LecternSession) old = NULL;
  char *text;

  if (self->pairs.pieces[i] < 0)
    return write_new (self, session, container);

  if (self->pairs.own[i] && lectern_session_is_pristine (session))
    return NULL;

  old = lectern_json_read_piece (self->text, get_piece (self, self->pairs.pieces[i]));
  if (lectern_record_equal (LECTERN_RECORD (session), LECTERN_RECORD (old)))
    return NULL;

  text = self->pairs.own[i] ? NULL : write_from_source (self, session, TRUE, layout);
  if (text != NULL)
    return text;

  return rewrite_session (self, session, old, self->text,
                          get_piece (self, self->pairs.pieces[i])->span, self->pairs.own[i], layout);
}

static GArray *
list_pieces (Writer *self)
{
  GArray *children = lectern_json_children_new ();

  for (guint i = 0; i < self->scan->pieces->len; i++)
    {
      LecternJsonChild child = { NULL, 0, { 0, 0 }, get_piece (self, i)->span };

      g_array_append_val (children, child);
    }

  return children;
}

/* The text of the list of sessions, NULL to leave the file's as it is. */
static char *
write_sessions (Writer            *self,
                LecternJsonLayout  layout)
{
  guint n = lectern_schedule_get_n_sessions (self->schedule);
  g_auto (LecternJsonContainer) container = { 0 };
  g_autoptr (GArray) items = NULL;
  GString *out;

  if (self->scan->sessions.end == 0)
    {
      if (n == 0)
        return NULL;

      out = g_string_new (NULL);
      lectern_json_fresh_sessions (out, self->schedule, &self->style, layout);
      return g_string_free (out, FALSE);
    }

  lectern_json_container_init (&container, self->text, self->scan->sessions, list_pieces (self),
                               &self->style, layout);
  lectern_json_pairs_init (&self->pairs, self->schedule, self->file, self->scan);
  items = lectern_json_items_new ();
  for (guint i = 0; i < n; i++)
    lectern_json_items_add (items, self->pairs.pieces[i], write_session (self, i, &container));

  return lectern_json_container_splice (&container, items, &self->style, layout);
}

static GBytes *
rewrite_file (Writer *self)
{
  g_autoptr (LecternHead) old_head = lectern_head_new ();
  g_auto (LecternJsonContainer) root = { 0 };
  g_autofree char *sessions = NULL;
  g_autofree char *object = NULL;
  LecternJsonRewrite rewrite = { self->text, &self->style, TRUE, self->scan->members, NULL };
  LecternJsonLayout outside = { "", FALSE };
  LecternJsonLayout inside;
  gsize length = g_bytes_get_size (self->file);
  GString *out = g_string_sized_new (length + 1024);

  lectern_json_container_init (&root, self->text, self->scan->root,
                               g_array_ref (self->scan->members), &self->style, outside);
  inside.indent = root.indent;
  inside.expanded = root.expanded;
  sessions = write_sessions (self, inside);
  rewrite.sessions = sessions;

  lectern_json_load_head (old_head, self->text, self->scan);
  object = lectern_json_rewrite_record (&rewrite, self->scan->root,
                                        LECTERN_RECORD (lectern_schedule_get_head (self->schedule)),
                                        LECTERN_RECORD (old_head), outside);

  g_string_append_len (out, self->text, self->scan->root.start);
  g_string_append (out, object);
  g_string_append_len (out, self->text + self->scan->root.end, length - self->scan->root.end);

  return g_string_free_to_bytes (out);
}

static GBytes *
write_over (LecternSchedule  *schedule,
            GBytes           *old,
            GError          **error)
{
  Writer self = { schedule, old };
  GBytes *bytes;
  gsize length;

  self.text = g_bytes_get_data (old, &length);
  self.scan = lectern_json_scan (self.text, length, error);
  if (self.scan == NULL)
    return NULL;

  lectern_json_style_init (&self.style, self.text, self.scan);
  bytes = rewrite_file (&self);

  lectern_json_style_clear (&self.style);
  lectern_json_scan_free (self.scan);
  lectern_json_pairs_clear (&self.pairs);

  return bytes;
}

static GBytes *
write_fresh (LecternSchedule *schedule)
{
  g_auto (LecternJsonStyle) style = { 0 };
  GString *out = g_string_new (NULL);

  lectern_json_style_init (&style, NULL, NULL);
  lectern_json_fresh_file (out, schedule, &style);

  return g_string_free_to_bytes (out);
}

/**
 * lectern_json_write:
 * @schedule: a schedule
 * @old: (nullable): the bytes to write over, usually those that the schedule
 *   was read from, or %NULL for a fresh file
 * @error: return location for an error of %LECTERN_JSON_ERROR
 *
 * Writes a schedule.  What means the same in @old keeps its bytes, and so does
 * all that Lectern does not know.  The result depends on the two arguments
 * alone.  It fails if @old is not a schedule, or if @schedule holds text that
 * is not UTF-8: nothing is ever written that could not be read again.
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
lectern_json_write (LecternSchedule  *schedule,
                    GBytes           *old,
                    GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternJsonScan) check = NULL;
  gsize length;
  const char *text;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (schedule), NULL);

  bytes = old != NULL ? write_over (schedule, old, error) : write_fresh (schedule);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  check = lectern_json_scan (text, length, error);
  if (check == NULL)
    {
      g_prefix_error (error, "%s ", _("The schedule cannot be written:"));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/**
 * lectern_json_session_to_text:
 * @session: a session
 *
 * Writes what a session says, in Lectern's own style, without what only its
 * file knows.
 *
 * Returns: (transfer full): an object
 */
char *
lectern_json_session_to_text (LecternSession *session)
{
  g_auto (LecternJsonStyle) style = { 0 };
  LecternJsonLayout layout = { "", TRUE };
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (LECTERN_IS_SESSION (session), NULL);

  lectern_json_style_init (&style, NULL, NULL);
  lectern_json_fresh_record (out, LECTERN_RECORD (session), &style, layout);

  return g_string_free (out, FALSE);
}

/* The text of a session without its id, which comes first; %NULL if it does
 * not begin as Lectern writes one. */
static const char *
skip_id (const char *text,
         gsize      *length,
         const char *id)
{
  static const char lead[] = "{\n      \"id\": \"";
  gsize skip = id != NULL ? strlen (lead) + strlen (id) : 0;

  if (id == NULL || *length < skip || strncmp (text, lead, strlen (lead)) != 0 ||
      strncmp (text + strlen (lead), id, strlen (id)) != 0)
    return NULL;
  *length -= skip;

  return text + skip;
}

/**
 * lectern_json_session_matches:
 * @session: a session
 * @other: a session
 *
 * Looks whether a session would be written, in Lectern's own style, just as
 * another still stands in its file, apart from the id.  That other need not be
 * filled in for it.
 *
 * Returns: %TRUE if so: they then say the same; if not, they may too
 */
gboolean
lectern_json_session_matches (LecternSession *session,
                              LecternSession *other)
{
  g_auto (LecternJsonStyle) style = { 0 };
  LecternJsonLayout layout = { "    ", TRUE };
  g_autoptr (GString) out = NULL;
  const char *text;
  const char *mine;
  const char *theirs;
  GBytes *file;
  gsize start;
  gsize length;
  gsize my_length;

  g_return_val_if_fail (LECTERN_IS_SESSION (session), FALSE);
  g_return_val_if_fail (LECTERN_IS_SESSION (other), FALSE);

  if (!lectern_session_is_pristine (other) || !lectern_session_get_source (other, &file, &start, &length))
    return FALSE;
  text = (const char *) g_bytes_get_data (file, NULL) + start;
  theirs = skip_id (text, &length, lectern_record_peek_string (LECTERN_RECORD (other), LECTERN_SESSION_ID));
  if (theirs == NULL)
    return FALSE;

  lectern_json_style_init (&style, NULL, NULL);
  out = g_string_sized_new (length + 64);
  lectern_json_fresh_record (out, LECTERN_RECORD (session), &style, layout);
  my_length = out->len;
  mine = skip_id (out->str, &my_length, lectern_session_get_id (session));

  return mine != NULL && my_length == length && memcmp (mine, theirs, length) == 0;
}

/**
 * lectern_json_session_may_have:
 * @session: a session
 * @member: the name of a member, of the session or of what is in it
 *
 * Looks whether a session may have a member, without filling it in.
 *
 * Returns: %FALSE if it has none for sure
 */
gboolean
lectern_json_session_may_have (LecternSession *session,
                               const char     *member)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", member);
  const char *text;
  GBytes *file;
  gsize start;
  gsize length;

  g_return_val_if_fail (LECTERN_IS_SESSION (session), FALSE);

  if (!lectern_session_is_pristine (session) || !lectern_session_get_source (session, &file, &start, &length))
    return TRUE;
  text = (const char *) g_bytes_get_data (file, NULL) + start;

  /* A name may be written with escapes, too. */
  return g_strstr_len (text, length, quoted) != NULL || g_strstr_len (text, length, "\\u") != NULL;
}
