/* lectern-page-content.c: what the text of a cell means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-content.h"

#include <string.h>

#include "lectern-page-words.h"

/**
 * lectern_page_item_free:
 * @item: (transfer full): an item
 *
 * Frees an item.
 */
void
lectern_page_item_free (LecternPageItem *item)
{
  g_free (item->title);
  g_free (item->url);
  g_free (item->part);
  g_free (item);
}

/**
 * lectern_page_content_new:
 * @cell: a cell
 *
 * Begins to read a cell: only its plain text is known.
 *
 * Returns: (transfer full): what it means
 */
LecternPageContent *
lectern_page_content_new (LecternPageCell *cell)
{
  LecternPageContent *self = g_new0 (LecternPageContent, 1);
  g_autofree char *text = lectern_page_cell_text (cell);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_page_item_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_page_item_free);
  self->plain = lectern_page_normalize (text);

  return self;
}

/**
 * lectern_page_content_free:
 * @self: (transfer full): a content
 *
 * Frees a content.
 */
void
lectern_page_content_free (LecternPageContent *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->others);
  g_free (self->reason);
  g_free (self->plain);
  g_free (self);
}

/**
 * lectern_page_content_item:
 * @items: (element-type LecternPageItem): items
 * @item: an index
 *
 * Looks an item up.
 *
 * Returns: (transfer none): the item
 */
LecternPageItem *
lectern_page_content_item (GPtrArray *items,
                           guint      item)
{
  return g_ptr_array_index (items, item);
}

/**
 * lectern_page_piece_raw:
 * @cell: a cell
 * @piece: where a text stands in it
 *
 * Joins the text of the stretch that a piece is in.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_page_piece_raw (LecternPageCell        *cell,
                        const LecternPagePiece *piece)
{
  GString *raw = g_string_new (NULL);
  guint i;

  for (i = 0; i < piece->n_leaves; i++)
    g_string_append (raw, lectern_page_cell_leaf (cell, piece->first + i)->text);

  return g_string_free (raw, FALSE);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *normal = lectern_page_normalize (text);

  return *normal == '\0';
}

static gboolean
has_address (LecternPageCell *cell,
             guint            leaf)
{
  int link = lectern_page_cell_leaf (cell, leaf)->link;

  return link >= 0 && *lectern_page_cell_link (cell, link)->url != '\0';
}

/* A stretch of leaves, trimmed of white space or of all that separates. */
static LecternPagePiece
make_piece (LecternPageCell  *cell,
            guint             first,
            guint             end,
            gboolean          strip,
            char            **text)
{
  LecternPagePiece piece = { first, end - first, 0, 0 };
  g_autofree char *raw = lectern_page_piece_raw (cell, &piece);
  g_autofree char *cut = NULL;

  piece.end = strlen (raw);
  while (piece.start < piece.end && g_unichar_isspace (g_utf8_get_char (raw + piece.start)))
    piece.start = g_utf8_next_char (raw + piece.start) - raw;
  while (piece.end > piece.start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (raw + piece.end))))
    piece.end = g_utf8_prev_char (raw + piece.end) - raw;
  if (strip)
    lectern_page_strip_separators (raw, &piece.start, &piece.end);

  cut = g_strndup (raw + piece.start, piece.end - piece.start);
  *text = lectern_page_normalize (cut);
  if (**text == '\0')
    g_clear_pointer (text, g_free);

  return piece;
}

static LecternPageSpan
leaves_source (LecternPageCell *cell,
               guint            first,
               guint            end)
{
  LecternPageSpan source = { 0, 0 };

  if (end > first && lectern_page_cell_leaf (cell, first)->source.end > 0 &&
      lectern_page_cell_leaf (cell, end - 1)->source.end > 0)
    {
      source.start = lectern_page_cell_leaf (cell, first)->source.start;
      source.end = lectern_page_cell_leaf (cell, end - 1)->source.end;
    }

  return source;
}

static LecternPageItem *
add_text (GPtrArray       *items,
          LecternPageCell *cell,
          guint            first,
          guint            end,
          gboolean         strip)
{
  LecternPageItem *item = g_new0 (LecternPageItem, 1);

  item->link = -1;
  item->title_at = make_piece (cell, first, end, strip, &item->title);
  item->whole = leaves_source (cell, first, end);
  /* What only keeps a place is nothing beside something else, either. */
  if (item->title == NULL || lectern_page_is_placeholder (item->title))
    {
      lectern_page_item_free (item);
      return NULL;
    }
  g_ptr_array_add (items, item);

  return item;
}

static LecternPageItem *
add_link (GPtrArray       *items,
          LecternPageCell *cell,
          guint            first,
          guint            end)
{
  LecternPageItem *item = g_new0 (LecternPageItem, 1);
  LecternPageLink *link;

  item->link = lectern_page_cell_leaf (cell, first)->link;
  link = lectern_page_cell_link (cell, item->link);
  item->url = g_strdup (link->url);
  item->whole = link->source;
  if (link->kind == LECTERN_PAGE_LINK_INLINE || link->kind == LECTERN_PAGE_LINK_REFERENCE ||
      link->kind == LECTERN_PAGE_LINK_HTML)
    item->title_at = make_piece (cell, first, end, FALSE, &item->title);
  g_ptr_array_add (items, item);

  return item;
}

/* The end of the stretch that begins at a leaf: of one link, or of text. */
static guint
stretch_end (LecternPageCell *cell,
             guint            first,
             guint            end,
             gboolean         skip_struck)
{
  LecternPageLeaf *leaf = lectern_page_cell_leaf (cell, first);
  gboolean linked = has_address (cell, first);
  guint i;

  for (i = first + 1; i < end; i++)
    {
      LecternPageLeaf *other = lectern_page_cell_leaf (cell, i);

      if (has_address (cell, i) != linked || (linked && other->link != leaf->link) ||
          (skip_struck && other->struck != leaf->struck))
        break;
    }

  return i;
}

/**
 * lectern_page_struck_end:
 * @cell: a cell
 * @some: (out): whether any of it is struck
 *
 * Finds how far the struck text goes, if the cell begins with it.
 *
 * Returns: how many leaves hold it
 */
guint
lectern_page_struck_end (LecternPageCell *cell,
                         gboolean        *some)
{
  guint end = 0;
  guint i;

  *some = FALSE;
  for (i = 0; i < cell->leaves->len; i++)
    {
      LecternPageLeaf *leaf = lectern_page_cell_leaf (cell, i);

      if (is_blank (leaf->text))
        {
          end += leaf->struck && end == i;
          continue;
        }
      *some |= leaf->struck;
      if (leaf->struck && end == i)
        end = i + 1;
      else if (leaf->struck)
        return 0;
      else if (end == i && !*some)
        return 0;
    }

  return end;
}

/* What is struck out, or said to be cancelled.  Returns how many leaves hold
 * the rest. */
static guint
read_cancelled (LecternPageContent *self,
                LecternPageCell    *cell,
                gboolean           *skip_struck)
{
  gboolean some;
  guint end = lectern_page_struck_end (cell, &some);
  g_autofree char *tail = NULL;

  *skip_struck = some;
  if (end > 0)
    {
      LecternPagePiece rest = { end, cell->leaves->len - end, 0, 0 };
      g_autofree char *raw = lectern_page_piece_raw (cell, &rest);

      tail = lectern_page_normalize (raw);
      if (*tail == '\0' || lectern_page_is_cancelled (tail, &self->reason))
        {
          self->cancelled = TRUE;
          self->struck = TRUE;
          *skip_struck = FALSE;
          return end;
        }
    }
  if (lectern_page_is_cancelled (self->plain, &self->reason) && cell->links->len == 0)
    {
      self->cancelled = TRUE;
      return 0;
    }
  g_clear_pointer (&self->reason, g_free);

  return cell->leaves->len;
}

static void
add_lines (GPtrArray       *items,
           LecternPageCell *cell,
           guint            first,
           guint            end)
{
  guint start = first;
  gboolean several = FALSE;
  guint i;

  for (i = first; i < end; i++)
    several |= lectern_page_cell_leaf (cell, i)->type == LECTERN_PAGE_LEAF_BREAK;

  for (i = first; i <= end; i++)
    if (i == end || lectern_page_cell_leaf (cell, i)->type == LECTERN_PAGE_LEAF_BREAK)
      {
        if (i > start)
          add_text (items, cell, start, i, several);
        start = i + 1;
      }
}

/* “An Introduction ([paper](…))”: the text before is the title of the link. */
static gboolean
adopt_lead (LecternPageContent *self,
            LecternPageItem    *item)
{
  LecternPageItem *lead;

  if (self->items->len != 1 || item->title == NULL || !lectern_page_is_paper_word (item->title))
    return FALSE;
  lead = lectern_page_content_item (self->items, 0);
  if (lead->link >= 0)
    return FALSE;

  lead->link = item->link;
  lead->url = g_strdup (item->url);
  lead->whole.end = MAX (lead->whole.end, item->whole.end);

  return TRUE;
}

static gboolean
is_label (LecternPageItem *item)
{
  gsize length = strlen (item->title);
  gboolean spaces = strchr (item->title, ' ') != NULL;

  return length > 1 && item->title[length - 1] == ':' && !spaces;
}

/* The text after a link belongs to it, that before the first is a title. */
static void
read_text (LecternPageContent *self,
           LecternPageCell    *cell,
           guint               first,
           guint               end,
           LecternPageItem    *link,
           gboolean            any_link)
{
  LecternPageItem *item;
  guint i;

  if (link != NULL && link->part == NULL)
    {
      link->part_at = make_piece (cell, first, end, TRUE, &link->part);
      for (i = first; i < end && link->whole.end > 0 && link->part != NULL; i++)
        link->whole.end = MAX (link->whole.end, lectern_page_cell_leaf (cell, i)->source.end);
    }
  else if (!any_link)
    {
      add_lines (self->items, cell, first, end);
    }
  else if (self->items->len == 0)
    {
      item = add_text (self->items, cell, first, end, FALSE);
      if (item == NULL)
        return;
      if (is_label (item))
        {
          g_ptr_array_set_size (self->items, 0);
          return;
        }
      g_clear_pointer (&item->title, g_free);
      item->title_at = make_piece (cell, first, end, TRUE, &item->title);
      if (item->title == NULL || lectern_page_is_placeholder (item->title))
        g_ptr_array_set_size (self->items, 0);
    }
}

/**
 * lectern_page_content_papers:
 * @cell: a cell
 *
 * Reads the papers in a cell.
 *
 * Returns: (transfer full): what it means
 */
LecternPageContent *
lectern_page_content_papers (LecternPageCell *cell)
{
  LecternPageContent *self = lectern_page_content_new (cell);
  LecternPageItem *link = NULL;
  gboolean skip_struck;
  gboolean any_link = FALSE;
  guint n = read_cancelled (self, cell, &skip_struck);
  guint i;

  if (cell->links->len == 0 && lectern_page_is_placeholder (self->plain))
    return self;
  for (i = 0; i < n; i++)
    any_link |= has_address (cell, i);

  for (i = 0; i < n; )
    {
      guint end = stretch_end (cell, i, n, skip_struck);
      LecternPageItem *item;

      if (skip_struck && lectern_page_cell_leaf (cell, i)->struck)
        link = NULL;
      else if (!has_address (cell, i))
        read_text (self, cell, i, end, link, any_link);
      else
        {
          item = add_link (self->others, cell, i, end);
          link = NULL;
          if (adopt_lead (self, item))
            g_ptr_array_set_size (self->others, self->others->len - 1);
          else if (item->title == NULL || self->items->len == 0 || !lectern_page_is_resource_word (item->title))
            {
              g_ptr_array_add (self->items, g_ptr_array_steal_index (self->others, self->others->len - 1));
              link = item;
            }
        }
      i = end;
    }

  return self;
}

/* “[abs]” is how some write a label. */
static void
strip_brackets (LecternPageItem *item)
{
  gsize length = item->title != NULL ? strlen (item->title) : 0;

  if (length > 2 && item->title[0] == '[' && item->title[length - 1] == ']')
    {
      char *inner = g_strndup (item->title + 1, length - 2);

      g_free (item->title);
      item->title = inner;
      item->title_at.start++;
      item->title_at.end--;
    }
}

/**
 * lectern_page_content_resources:
 * @cell: a cell
 *
 * Reads the resources in a cell: its links.
 *
 * Returns: (transfer full): what it means
 */
LecternPageContent *
lectern_page_content_resources (LecternPageCell *cell)
{
  LecternPageContent *self = lectern_page_content_new (cell);
  guint n = cell->leaves->len;
  guint i;

  for (i = 0; i < n; )
    {
      guint end = stretch_end (cell, i, n, FALSE);

      if (has_address (cell, i))
        strip_brackets (add_link (self->items, cell, i, end));
      i = end;
    }

  return self;
}
