/* lectern-json-splice.c: an object or a list written again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-splice.h"

#include <string.h>

static const LecternJsonChild *
get_child (const LecternJsonContainer *self,
           guint                       i)
{
  return &g_array_index (self->children, LecternJsonChild, i);
}

static gsize
get_start (const LecternJsonContainer *self,
           guint                       i)
{
  const LecternJsonChild *child = get_child (self, i);

  return child->name != NULL ? child->name_span.start : child->value.start;
}

/* What stands between child @i and the next. */
static LecternJsonSpan
get_separator (const LecternJsonContainer *self,
               guint                       i)
{
  LecternJsonSpan span = { get_child (self, i)->value.end, get_start (self, i + 1) };

  return span;
}

/* The separator that stands there most often, the first of several. */
static char *
find_usual_separator (const LecternJsonContainer *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LecternJsonSpan usual = { 0, 0 };
  guint most = 0;

  for (guint i = 0; i + 1 < self->children->len; i++)
    {
      LecternJsonSpan span = get_separator (self, i);
      char *separator = g_strndup (self->text + span.start, span.end - span.start);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, separator)) + 1;

      /* Keeps the key that is in the table, and drops this one. */
      g_hash_table_insert (counts, separator, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          usual = span;
        }
    }

  return g_strndup (self->text + usual.start, usual.end - usual.start);
}

static const char *
find_last_line (const char *text)
{
  const char *line = text + strlen (text);

  while (line > text && line[-1] != '\n' && line[-1] != '\r')
    line--;

  return line > text ? line : NULL;
}

/**
 * lectern_json_container_init:
 * @self: (out caller-allocates): the container
 * @text: a file that has passed the scan
 * @span: where an object or a list stands in it
 * @children: (element-type LecternJsonChild) (transfer full): its children
 * @style: the style of the file
 * @layout: where it stands
 *
 * Finds out how an object or a list is written.
 */
void
lectern_json_container_init (LecternJsonContainer   *self,
                             const char             *text,
                             LecternJsonSpan         span,
                             GArray                 *children,
                             const LecternJsonStyle *style,
                             LecternJsonLayout       layout)
{
  const char *line = NULL;

  self->text = text;
  self->span = span;
  self->children = children;
  self->separator = NULL;
  self->indent = NULL;

  if (children->len > 1)
    {
      self->separator = find_usual_separator (self);
    }
  else if (children->len == 1)
    {
      g_autofree char *lead = g_strndup (text + span.start + 1,
                                         get_start (self, 0) - span.start - 1);

      if (find_last_line (lead) != NULL)
        self->separator = g_strconcat (",", lead, NULL);
    }
  else if (layout.expanded)
    {
      self->separator = g_strconcat (",", style->newline, layout.indent, style->unit, NULL);
    }

  if (self->separator == NULL)
    self->separator = g_strdup (style->comma);

  line = find_last_line (self->separator);
  self->expanded = line != NULL;
  if (line != NULL)
    self->indent = g_strndup (line, strspn (line, " \t"));
  else
    self->indent = g_strdup (layout.indent);
}

/**
 * lectern_json_container_clear:
 * @self: a container
 *
 * Frees what it holds.
 */
void
lectern_json_container_clear (LecternJsonContainer *self)
{
  g_clear_pointer (&self->children, g_array_unref);
  g_clear_pointer (&self->separator, g_free);
  g_clear_pointer (&self->indent, g_free);
}

/**
 * lectern_json_container_place_new:
 * @self: a list
 *
 * Says how a new object in the list is laid out: like its neighbours, if each
 * of them stands on one line.
 *
 * Returns: the layout; its indent belongs to @self
 */
LecternJsonLayout
lectern_json_container_place_new (const LecternJsonContainer *self)
{
  LecternJsonLayout layout = { self->indent, self->expanded };
  gboolean any = FALSE;

  for (guint i = 0; self->expanded && !any && i < self->children->len; i++)
    {
      LecternJsonSpan span = get_child (self, i)->value;

      any = memchr (self->text + span.start, '\n', span.end - span.start) != NULL ||
            memchr (self->text + span.start, '\r', span.end - span.start) != NULL;
    }

  if (self->children->len > 0)
    layout.expanded = any;

  return layout;
}

/**
 * lectern_json_container_get_style:
 * @self: an object
 * @style: the style of its file
 * @colon: (out) (transfer full) (nullable): what the style borrows
 *
 * Says how a new member of an object is written: with what stands after the
 * names of the others.
 *
 * Returns: a style, valid for as long as @style and @colon
 */
LecternJsonStyle
lectern_json_container_get_style (const LecternJsonContainer  *self,
                                  const LecternJsonStyle      *style,
                                  char                       **colon)
{
  LecternJsonStyle own = *style;

  *colon = NULL;
  if (self->children->len == 0)
    return own;

  *colon = g_strndup (self->text + get_child (self, 0)->name_span.end,
                      get_child (self, 0)->value.start - get_child (self, 0)->name_span.end);
  if (strpbrk (*colon, "\r\n") == NULL)
    {
      own.colon = *colon;
      own.comma = g_str_has_suffix (*colon, ":") ? "," : ", ";
    }

  return own;
}

static void
append_span (GString                    *out,
             const LecternJsonContainer *self,
             gsize                       start,
             gsize                       end)
{
  g_string_append_len (out, self->text + start, end - start);
}

/* The white space and the comma before an item.  What was taken out went with
 * those before it, so that an old neighbour keeps its own. */
static void
append_separator (GString                    *out,
                  const LecternJsonContainer *self,
                  const LecternJsonItem      *previous,
                  const LecternJsonItem      *item)
{
  if (previous->old >= 0 && item->old > previous->old)
    {
      LecternJsonSpan span = get_separator (self, item->old - 1);

      append_span (out, self, span.start, span.end);
    }
  else
    {
      g_string_append (out, self->separator);
    }
}

/**
 * lectern_json_container_splice:
 * @self: a container
 * @items: (element-type LecternJsonItem): what it should hold
 * @style: the style of the file
 * @layout: where it stands
 *
 * Writes an object or a list again: what is kept keeps its bytes, and so does
 * all between two that stay neighbours.
 *
 * Returns: (transfer full): its text
 */
char *
lectern_json_container_splice (const LecternJsonContainer *self,
                               GArray                     *items,
                               const LecternJsonStyle     *style,
                               LecternJsonLayout           layout)
{
  guint n_old = self->children->len;
  GString *out = g_string_sized_new (self->span.end - self->span.start + 64);

  /* The bracket, with what stands before the first child; an empty one opens
   * as if it were fresh. */
  if (n_old > 0 && items->len > 0)
    append_span (out, self, self->span.start, get_start (self, 0));
  else if (n_old == 0 && items->len == 0)
    append_span (out, self, self->span.start, self->span.end - 1);
  else
    g_string_append_c (out, self->text[self->span.start]);

  if (n_old == 0 && items->len > 0 && layout.expanded)
    g_string_append_printf (out, "%s%s", style->newline, self->indent);

  for (guint i = 0; i < items->len; i++)
    {
      const LecternJsonItem *item = &g_array_index (items, LecternJsonItem, i);

      if (i > 0)
        append_separator (out, self, item - 1, item);
      if (item->text != NULL)
        g_string_append (out, item->text);
      else
        append_span (out, self, get_start (self, item->old), get_child (self, item->old)->value.end);
    }

  if (n_old > 0 && items->len > 0)
    append_span (out, self, get_child (self, n_old - 1)->value.end, self->span.end - 1);
  else if (n_old == 0 && items->len > 0 && layout.expanded)
    g_string_append_printf (out, "%s%s", style->newline, layout.indent);
  append_span (out, self, self->span.end - 1, self->span.end);

  return g_string_free (out, FALSE);
}

static void
item_clear (gpointer data)
{
  g_free (((LecternJsonItem *) data)->text);
}

/**
 * lectern_json_items_new:
 *
 * Makes an array of what a container should hold.
 *
 * Returns: (transfer full) (element-type LecternJsonItem): an empty array
 */
GArray *
lectern_json_items_new (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (LecternJsonItem));

  g_array_set_clear_func (items, item_clear);

  return items;
}

/**
 * lectern_json_items_add:
 * @items: (element-type LecternJsonItem): an array
 * @old: the index of the child that it was, or -1
 * @text: (transfer full) (nullable): its text, %NULL to keep the child's
 *
 * Adds what has no place in canonical order.
 */
void
lectern_json_items_add (GArray *items,
                        int     old,
                        char   *text)
{
  LecternJsonItem item = { old, -1, text };

  g_array_append_val (items, item);
}

/**
 * lectern_json_items_insert:
 * @items: (element-type LecternJsonItem): an array
 * @rank: the place in canonical order
 * @text: (transfer full): the text
 *
 * Inserts a new item after the one that is the last before it in canonical
 * order, or before all others.
 */
void
lectern_json_items_insert (GArray *items,
                           int     rank,
                           char   *text)
{
  LecternJsonItem item = { -1, rank, text };
  int predecessor = -1;
  guint place = 0;

  for (guint i = 0; i < items->len; i++)
    {
      int other = g_array_index (items, LecternJsonItem, i).rank;

      if (other < rank && other > predecessor)
        {
          predecessor = other;
          place = i + 1;
        }
    }

  g_array_insert_val (items, place, item);
}
