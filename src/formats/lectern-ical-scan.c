/* lectern-ical-scan.c: where the pieces of a calendar stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-ical.h"

/* libical parses a calendar, but what it writes again is another file: bad
 * properties become X-LIC-ERROR, folding and order change.  So the old file's
 * bytes are only cut here, at its line ends, and pasted together again. */

#define DEEPEST 64

static void
line_free (LecternIcalLine *self)
{
  g_free (self->name);
  g_string_free (self->rest, TRUE);
  g_free (self);
}

static void
piece_free (LecternIcalPiece *self)
{
  g_free (self->uid);
  g_free (self);
}

/**
 * lectern_ical_scan_free:
 * @self: (transfer full): a scan
 *
 * Frees a scan.
 */
void
lectern_ical_scan_free (LecternIcalScan *self)
{
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/**
 * lectern_ical_scan_line:
 * @self: a scan
 * @line: the index of a line
 *
 * Gets a line.
 *
 * Returns: (transfer none): the line
 */
LecternIcalLine *
lectern_ical_scan_line (LecternIcalScan *self,
                        guint            line)
{
  return g_ptr_array_index (self->lines, line);
}

/**
 * lectern_ical_scan_append_lines:
 * @self: a scan
 * @first: the index of a line
 * @n: how many lines
 * @to: where to append them
 *
 * Appends lines as they stand in the file.
 */
void
lectern_ical_scan_append_lines (LecternIcalScan *self,
                                guint            first,
                                guint            n,
                                GString         *to)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);

  for (guint i = first; i < first + n; i++)
    {
      LecternIcalLine *line = lectern_ical_scan_line (self, i);

      g_string_append_len (to, data + line->start, line->length);
    }
}

static gsize
find_line_end (const char *data,
               gsize       size,
               gsize       start,
               gsize      *next)
{
  const char *newline = memchr (data + start, '\n', size - start);
  gsize end = newline != NULL ? (gsize) (newline - data) : size;

  *next = newline != NULL ? end + 1 : size;

  return newline != NULL && end > start && data[end - 1] == '\r' ? end - 1 : end;
}

/* A name is cut off at the first “;” or “:”; without one there is none. */
static LecternIcalLine *
line_new (gsize    start,
          gsize    length,
          GString *text)
{
  LecternIcalLine *self = g_new0 (LecternIcalLine, 1);
  gsize n = 0;

  while (n < text->len && (g_ascii_isalnum (text->str[n]) || text->str[n] == '-'))
    n++;
  if (n == text->len || (text->str[n] != ':' && text->str[n] != ';'))
    n = 0;

  self->start = start;
  self->length = length;
  self->name = g_ascii_strup (text->str, n);
  self->rest = text;
  g_string_erase (self->rest, 0, n);

  return self;
}

static void
split_lines (LecternIcalScan *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  gsize position = 0;

  while (position < size)
    {
      gsize start = position;
      gsize end = find_line_end (data, size, start, &position);
      GString *text;

      /* Some programs begin a file with a byte order mark. */
      if (start == 0 && size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
        text = g_string_new_len (data + 3, end - 3);
      else
        text = g_string_new_len (data + start, end - start);

      while (position < size && (data[position] == ' ' || data[position] == '\t'))
        {
          gsize continuation = position + 1;

          end = find_line_end (data, size, continuation, &position);
          g_string_append_len (text, data + continuation, end - continuation);
        }
      g_ptr_array_add (self->lines, line_new (start, position - start, text));
    }
}

static gboolean
is_blank (LecternIcalLine *line)
{
  return line->name[0] == '\0' && line->rest->len == 0;
}

static gboolean
is_mark (LecternIcalLine *line,
         const char      *mark,
         const char      *component)
{
  return strcmp (line->name, mark) == 0 &&
         line->rest->len == strlen (component) + 1 &&
         g_ascii_strcasecmp (line->rest->str + 1, component) == 0;
}

static guint
count_newlines (LecternIcalScan *self,
                guint            line)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  gsize stop = line < self->lines->len ? lectern_ical_scan_line (self, line)->start
                                       : g_bytes_get_size (self->bytes);
  guint n = 1;

  for (gsize i = 0; i < stop; i++)
    n += data[i] == '\n';

  return n;
}

static gboolean
refuse (LecternIcalScan *self,
        guint            line,
        GError         **error)
{
  g_set_error (error, LECTERN_ICAL_ERROR, LECTERN_ICAL_ERROR_OLD,
               _("The file that is to be replaced is not a whole calendar: line %u is not as expected. Name another file, or remove that one."),
               count_newlines (self, line));

  return FALSE;
}

/* The value of a TEXT, its escapes undone. */
static char *
read_text (LecternIcalLine *line)
{
  const char *colon = memchr (line->rest->str, ':', line->rest->len);
  GString *value = g_string_new (NULL);

  for (const char *c = colon != NULL ? colon + 1 : ""; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        {
          c++;
          g_string_append_c (value, *c == 'n' || *c == 'N' ? '\n' : *c);
        }
      else
        {
          g_string_append_c (value, *c);
        }
    }

  return g_string_free (value, FALSE);
}

static void
read_event (LecternIcalScan  *self,
            LecternIcalPiece *piece)
{
  guint depth = 0;
  gboolean overrides = FALSE;

  for (guint i = piece->first; i < piece->first + piece->n; i++)
    {
      LecternIcalLine *line = lectern_ical_scan_line (self, i);

      if (strcmp (line->name, "BEGIN") == 0)
        depth++;
      else if (strcmp (line->name, "END") == 0)
        depth--;
      else if (depth == 1 && strcmp (line->name, "UID") == 0 && piece->uid == NULL)
        piece->uid = read_text (line);
      else if (depth == 1 && strcmp (line->name, "RECURRENCE-ID") == 0)
        overrides = TRUE;
      else if (depth == 1 && strcmp (line->name, "SEQUENCE") == 0)
        {
          g_autofree char *value = read_text (line);
          guint64 number;

          if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32 - 1, &number, NULL))
            piece->sequence = MAX (piece->sequence, (gint64) number);
        }
    }

  if (overrides)
    g_clear_pointer (&piece->uid, g_free);
}

/* Steps over a component, from its BEGIN to behind its END. */
static gboolean
skip_component (LecternIcalScan *self,
                guint           *line,
                GError         **error)
{
  const char *open[DEEPEST];
  guint depth = 0;

  do
    {
      LecternIcalLine *current;

      if (*line >= self->lines->len)
        return refuse (self, *line, error);

      current = lectern_ical_scan_line (self, *line);
      if (strcmp (current->name, "BEGIN") == 0)
        {
          if (depth == DEEPEST || current->rest->len < 2 ||
              g_ascii_strcasecmp (current->rest->str, ":VCALENDAR") == 0)
            return refuse (self, *line, error);
          open[depth++] = current->rest->str + 1;
        }
      else if (strcmp (current->name, "END") == 0)
        {
          if (!is_mark (current, "END", open[--depth]))
            return refuse (self, *line, error);
        }
      (*line)++;
    }
  while (depth > 0);

  return TRUE;
}

static gboolean
find_pieces (LecternIcalScan *self,
             GError         **error)
{
  guint line = 0;

  if (self->lines->len == 0 ||
      !is_mark (lectern_ical_scan_line (self, 0), "BEGIN", "VCALENDAR"))
    return refuse (self, 0, error);

  while (++line < self->lines->len &&
         !is_mark (lectern_ical_scan_line (self, line), "END", "VCALENDAR"))
    {
      LecternIcalLine *current = lectern_ical_scan_line (self, line);
      LecternIcalPiece *piece;

      if (strcmp (current->name, "BEGIN") != 0 && strcmp (current->name, "END") != 0 &&
          self->pieces->len == 0)
        continue;

      piece = g_new0 (LecternIcalPiece, 1);
      g_ptr_array_add (self->pieces, piece);
      piece->first = line;
      piece->n = 1;
      if (self->pieces->len == 1)
        self->head = line;

      if (strcmp (current->name, "END") == 0)
        return refuse (self, line, error);
      if (strcmp (current->name, "BEGIN") == 0)
        {
          if (!skip_component (self, &line, error))
            return FALSE;
          piece->n = line - piece->first;
          if (is_mark (current, "BEGIN", "VEVENT"))
            read_event (self, piece);
          line--;
        }
    }

  if (line >= self->lines->len)
    return refuse (self, line, error);
  self->end = line;
  if (self->pieces->len == 0)
    self->head = line;

  /* Only blank lines may follow: two calendars in one file are not ours. */
  while (++line < self->lines->len)
    if (!is_blank (lectern_ical_scan_line (self, line)))
      return refuse (self, line, error);

  return TRUE;
}

/**
 * lectern_ical_scan:
 * @bytes: a calendar
 * @error: return location
 *
 * Finds where the components of a calendar stand.  Of what they say only the
 * UID and SEQUENCE of events are read.
 *
 * Returns: (transfer full): the spans, or %NULL with
 *   %LECTERN_ICAL_ERROR_OLD if the bytes are not one whole calendar
 */
LecternIcalScan *
lectern_ical_scan (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (LecternIcalScan) self = g_new0 (LecternIcalScan, 1);
  LecternIcalLine *first;

  self->bytes = g_bytes_ref (bytes);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);

  split_lines (self);
  if (!find_pieces (self, error))
    return NULL;

  first = lectern_ical_scan_line (self, 0);
  self->crlf = first->length >= 2 &&
               ((const char *) g_bytes_get_data (bytes, NULL))[first->length - 2] == '\r';

  return g_steal_pointer (&self);
}
