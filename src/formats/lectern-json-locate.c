/* lectern-json-locate.c: where in its file a member stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-scan.h"

#include <string.h>

static gboolean
find_session (GBytes          *bytes,
              LecternSession  *session,
              LecternJsonSpan *span)
{
  g_autoptr (LecternJsonScan) scan = NULL;
  const char *id = lectern_session_get_id (session);
  const char *text;
  GBytes *file;
  gsize length;

  if (lectern_session_get_source (session, &file, &span->start, &length) &&
      g_bytes_equal (file, bytes))
    {
      span->end = span->start + length;
      return TRUE;
    }

  text = g_bytes_get_data (bytes, &length);
  scan = lectern_json_scan (text, length, NULL);
  if (scan == NULL || id == NULL)
    return FALSE;

  for (guint i = 0; i < scan->pieces->len; i++)
    {
      LecternJsonPiece *piece = &g_array_index (scan->pieces, LecternJsonPiece, i);

      if (g_strcmp0 (piece->id, id) == 0)
        {
          *span = piece->span;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_schedule (GBytes          *bytes,
               LecternJsonSpan *span)
{
  g_autoptr (LecternJsonScan) scan = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  scan = lectern_json_scan (text, length, NULL);
  if (scan != NULL)
    *span = scan->root;

  return scan != NULL;
}

/* Goes one step of the path in, if there is such a thing. */
static gboolean
enter (const char      *text,
       LecternJsonSpan *span,
       const char      *step)
{
  g_autoptr (GArray) children = NULL;
  LecternJsonChild *child = NULL;
  gboolean is_index = g_ascii_isdigit (*step);
  guint64 index;

  if (text[span->start] != (is_index ? '[' : '{'))
    return FALSE;

  children = lectern_json_children (text, *span);
  if (is_index)
    {
      index = g_ascii_strtoull (step, NULL, 10);
      if (index < children->len)
        child = &g_array_index (children, LecternJsonChild, index);
    }
  else
    {
      child = lectern_json_child_named (children, step);
    }

  if (child == NULL)
    return FALSE;

  *span = child->value;

  return TRUE;
}

/**
 * lectern_json_locate:
 * @bytes: a file that a schedule was read from
 * @session: (nullable): one of its sessions, or %NULL for the schedule
 * @path: (nullable): a member, such as `resources[1].file`
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Says where in the file the value of a member stands; if the file has none,
 * where the nearest thing around it begins.
 *
 * Returns: whether the session is in that file, or it is a schedule
 */
gboolean
lectern_json_locate (GBytes         *bytes,
                     LecternSession *session,
                     const char     *path,
                     guint          *line,
                     guint          *column)
{
  g_auto (GStrv) steps = NULL;
  LecternJsonSpan span;
  const char *text;

  g_return_val_if_fail (session == NULL || LECTERN_IS_SESSION (session), FALSE);

  if (session != NULL ? !find_session (bytes, session, &span) : !find_schedule (bytes, &span))
    return FALSE;

  text = g_bytes_get_data (bytes, NULL);
  steps = g_strsplit_set (path != NULL ? path : "", ".[]", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      /* Between a bracket and a dot. */
      if (*steps[i] != '\0' && !enter (text, &span, steps[i]))
        break;
    }

  lectern_json_position (text, span.start, line, column);

  return TRUE;
}
