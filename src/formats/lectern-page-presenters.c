/* lectern-page-presenters.c: the names in a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-content.h"

#include <string.h>

#include "lectern-page-words.h"

/* Where one name ends: at a comma and the like, not inside parentheses. */
static gsize
name_end (const char *raw,
          gsize       at,
          gsize       end,
          gsize      *next)
{
  int depth = 0;

  for (; at < end; at = g_utf8_next_char (raw + at) - raw)
    {
      gunichar c = g_utf8_get_char (raw + at);
      static const char * const words[] = { " and ", " und ", " et ", " y ", " + " };
      guint i;

      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth > 0)
        continue;
      if (c == '\n' || c == 0x3001 || c == 0xff0c || (c < 128 && strchr (",;&/", c) != NULL))
        {
          *next = g_utf8_next_char (raw + at) - raw;
          return at;
        }
      for (i = 0; c == ' ' && i < G_N_ELEMENTS (words); i++)
        if (strncmp (raw + at, words[i], strlen (words[i])) == 0)
          {
            *next = at + strlen (words[i]);
            return at;
          }
    }
  *next = end;

  return end;
}

static void
add_names (LecternPageContent *self,
           LecternPageCell    *cell,
           guint               first,
           guint               end)
{
  LecternPagePiece all = { first, end - first, 0, 0 };
  g_autofree char *raw = lectern_page_piece_raw (cell, &all);
  gsize length = strlen (raw);
  gsize at = 0;

  while (at < length)
    {
      LecternPageItem *item = g_new0 (LecternPageItem, 1);
      g_autofree char *cut = NULL;
      gsize next;

      item->link = -1;
      item->title_at = all;
      item->title_at.start = at;
      item->title_at.end = name_end (raw, at, length, &next);
      while (item->title_at.start < item->title_at.end &&
             g_unichar_isspace (g_utf8_get_char (raw + item->title_at.start)))
        item->title_at.start = g_utf8_next_char (raw + item->title_at.start) - raw;
      while (item->title_at.end > item->title_at.start &&
             g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (raw + item->title_at.end))))
        item->title_at.end = g_utf8_prev_char (raw + item->title_at.end) - raw;
      cut = g_strndup (raw + item->title_at.start, item->title_at.end - item->title_at.start);
      item->title = lectern_page_normalize (cut);
      g_strchug (g_strchomp (item->title));
      if (g_str_has_prefix (item->title, "and "))
        memmove (item->title, item->title + 4, strlen (item->title) - 3);

      if (*item->title == '\0' || lectern_page_is_placeholder (item->title))
        lectern_page_item_free (item);
      else
        g_ptr_array_add (self->items, item);
      at = next;
    }
}

/**
 * lectern_page_content_names:
 * @cell: a cell
 *
 * Reads the names in a cell.
 *
 * Returns: (transfer full): what it means
 */
LecternPageContent *
lectern_page_content_names (LecternPageCell *cell)
{
  LecternPageContent *self = lectern_page_content_new (cell);
  gboolean some;
  gboolean all = lectern_page_struck_end (cell, &some) == cell->leaves->len;
  guint n = cell->leaves->len;
  guint i;

  self->struck = some && all;
  self->cancelled = lectern_page_is_cancelled (self->plain, &self->reason);
  if (self->cancelled || lectern_page_is_placeholder (self->plain))
    return self;

  for (i = 0; i < n; )
    {
      guint end = i;

      while (end < n && lectern_page_cell_leaf (cell, end)->struck == lectern_page_cell_leaf (cell, i)->struck)
        end++;
      if (!lectern_page_cell_leaf (cell, i)->struck)
        add_names (self, cell, i, end);
      i = end;
    }

  return self;
}
