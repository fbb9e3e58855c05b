/* lectern-page-text-edit.c: a text changed where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-edit.h"
#include "lectern-page-escape.h"

/**
 * lectern_page_splice:
 * @text: a text
 * @whole: the stretch of it that is wanted
 * @part: what is to be replaced in that
 * @replacement: by what
 *
 * Copies a stretch of text with one part replaced.
 *
 * Returns: (transfer full): the copy
 */
char *
lectern_page_splice (const char      *text,
                     LecternPageSpan  whole,
                     LecternPageSpan  part,
                     const char      *replacement)
{
  GString *out = g_string_new_len (text + whole.start, part.start - whole.start);

  g_string_append (out, replacement);
  g_string_append_len (out, text + part.end, whole.end - part.end);

  return g_string_free (out, FALSE);
}

/**
 * lectern_page_take_closing:
 * @text: a text
 * @whole: a stretch of it
 * @part: (inout): what is to be cut out of that
 *
 * Takes along what closes a parenthesis that is cut out, as in
 * “( [slides](…) )”.
 */
void
lectern_page_take_closing (const char      *text,
                           LecternPageSpan  whole,
                           LecternPageSpan *part)
{
  gsize at;
  int open = 0;

  for (at = part->start; at < part->end; at++)
    open += (text[at] == '(') - (text[at] == ')');
  for (; open > 0 && at < whole.end && (text[at] == ' ' || text[at] == ')'); at++)
    if (text[at] == ')')
      {
        open--;
        part->end = at + 1;
      }
}

/* The leaf that holds a place in the joined text, and the offset there.  At a
 * border, the leaf before or after it. */
static LecternPageLeaf *
find_leaf (LecternPageCell        *cell,
           const LecternPagePiece *piece,
           gsize                   at,
           gboolean                before,
           gsize                  *offset)
{
  guint i;

  for (i = 0; i < piece->n_leaves; i++)
    {
      LecternPageLeaf *leaf = lectern_page_cell_leaf (cell, piece->first + i);
      gsize length = strlen (leaf->text);

      if (at < length || (at == length && (before || i + 1 == piece->n_leaves)))
        {
          *offset = at;
          return leaf;
        }
      at -= length;
    }

  return NULL;
}

static gboolean
is_literal (LecternPageLeaf *leaf)
{
  return leaf->type == LECTERN_PAGE_LEAF_TEXT && leaf->source.end - leaf->source.start == strlen (leaf->text);
}

/* Where a place in a leaf stands in the page.  An escape's backslash belongs
 * to the character after it, an entity is one whole. */
static gsize
source_start (LecternPageCell *cell,
              const char      *text,
              LecternPageLeaf *leaf,
              gsize            offset)
{
  gsize at = leaf->source.start + (is_literal (leaf) ? offset : 0);

  if (offset == 0 && at > cell->span.start && text[at - 1] == '\\' && g_ascii_ispunct (text[at]))
    at--;

  return at;
}

static gsize
source_end (LecternPageLeaf *leaf,
            gsize            offset)
{
  if (is_literal (leaf))
    return leaf->source.start + offset;

  return offset > 0 ? leaf->source.end : leaf->source.start;
}

static gsize
common_start (const char *a,
              const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && (a[n] & 0xc0) == 0x80)
    n--;
  while (n > 0 && (b[n] & 0xc0) == 0x80)
    n--;

  return n;
}

static gsize
common_end (const char *a,
            const char *b,
            gsize       limit)
{
  gsize la = strlen (a);
  gsize lb = strlen (b);
  gsize n = 0;

  while (n < limit && a[la - n - 1] == b[lb - n - 1])
    n++;
  while (n > 0 && ((a[la - n] & 0xc0) == 0x80 || (b[lb - n] & 0xc0) == 0x80))
    n--;

  return n;
}

/**
 * lectern_page_text_edit:
 * @cell: a cell
 * @text: the text that it stands in
 * @piece: a text in it
 * @wanted: what that should be
 * @strict: how to escape
 * @span: (out): what to replace in the page
 * @replacement: (out) (transfer full): by what
 *
 * Changes a text where it stands, if the change lies in one stretch without
 * markup.
 *
 * Returns: %FALSE if it does not
 */
gboolean
lectern_page_text_edit (LecternPageCell         *cell,
                        const char              *text,
                        const LecternPagePiece  *piece,
                        const char              *wanted,
                        gboolean                 strict,
                        LecternPageSpan         *span,
                        char                   **replacement)
{
  g_autofree char *raw = lectern_page_piece_raw (cell, piece);
  g_autofree char *old = g_strndup (raw + piece->start, piece->end - piece->start);
  g_autofree char *middle = NULL;
  gsize start = common_start (old, wanted);
  gsize end = common_end (old, wanted, MIN (strlen (old), strlen (wanted)) - start);
  gsize first_offset = 0;
  gsize last_offset = 0;
  LecternPageLeaf *first;
  LecternPageLeaf *last;
  const char *edge;

  /* White space at the edge of what is written would be lost: take the
   * character beside it along. */
  if (start > 0 && (g_ascii_isspace (wanted[start]) || wanted[start] == '\0' || strict))
    start = g_utf8_prev_char (old + start) - old;
  if (end > 0 && strlen (wanted) - end > start && g_ascii_isspace (wanted[strlen (wanted) - end - 1]))
    end -= g_utf8_next_char (wanted + strlen (wanted) - end) - (wanted + strlen (wanted) - end);

  first = find_leaf (cell, piece, piece->start + start, FALSE, &first_offset);
  last = find_leaf (cell, piece, piece->end - end, TRUE, &last_offset);
  if (strlen (old) - end == start)
    {
      last = first;
      last_offset = first_offset;
    }
  if (first == NULL || last == NULL || first->run != last->run || first->source.end == 0 || last->source.end == 0 ||
      first->type != LECTERN_PAGE_LEAF_TEXT || last->type != LECTERN_PAGE_LEAF_TEXT)
    return FALSE;

  span->start = source_start (cell, text, first, first_offset);
  span->end = MAX (source_end (last, last_offset), span->start);
  edge = wanted + start;
  middle = g_strndup (edge, strlen (wanted) - end - start);
  *replacement = lectern_page_escape (middle, strict);

  return TRUE;
}
