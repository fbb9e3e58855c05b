/* lectern-page-cell.c: what stands in a cell of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-cell.h"

#include <md4c.h>
#include <string.h>

#include "lectern-page-lines.h"

/* The cell is read inside this table: as a document it would lose text. */
#define BEFORE "|a|b|\n|---|---|\n|"
/* md4c takes a bare address to go on through a pipe, but not through a space. */
#define AFTER " |x|\n\n"

/* What stands for a byte that Markdown must not see. */
#define MASK 'x'

/* Where the reading stands. */
typedef struct
{
  LecternPageCell *cell;
  const char      *original;  /* the text that @cell->span is in */
  const char      *buffer;    /* the cell in the made-up document */
  gsize            length;
  guint            n_cells;
  gboolean         inside;
  int              link;
  guint            run;
  guint            n_struck;
  guint            n_strong;
  guint            n_images;
} Reader;

static void
clear_leaf (gpointer data)
{
  g_free (((LecternPageLeaf *) data)->text);
}

static void
clear_link (gpointer data)
{
  g_free (((LecternPageLink *) data)->url);
}

/* Where a text of md4c's stands in the page, if it stands there. */
static gboolean
find_source (Reader          *self,
             const char      *text,
             gsize            length,
             LecternPageSpan *span)
{
  span->start = span->end = 0;
  if (text < self->buffer || text + length > self->buffer + self->length)
    return FALSE;

  span->start = self->cell->span.start + (text - self->buffer);
  span->end = span->start + length;

  return TRUE;
}

static void
add_leaf (Reader              *self,
          LecternPageLeafType  type,
          char                *text,
          LecternPageSpan      source)
{
  LecternPageLeaf leaf = { type, text, source, self->link, self->run, self->n_struck > 0, self->n_strong > 0 };

  g_array_append_val (self->cell->leaves, leaf);
}

static int
enter_block (MD_BLOCKTYPE  type,
             void         *detail,
             void         *data)
{
  Reader *self = data;

  if (type == MD_BLOCK_TD)
    self->inside = self->n_cells++ == 0;

  return 0;
}

static int
leave_block (MD_BLOCKTYPE  type,
             void         *detail,
             void         *data)
{
  Reader *self = data;

  if (type == MD_BLOCK_TD)
    self->inside = FALSE;

  return 0;
}

static void
open_link (Reader             *self,
           const MD_ATTRIBUTE *href)
{
  LecternPageLink link = { LECTERN_PAGE_LINK_INLINE };

  if (find_source (self, href->text, href->size, &link.url_source))
    {
      link.url = g_strndup (self->original + link.url_source.start, href->size);
    }
  else
    {
      link.url = g_strndup (href->text != NULL ? href->text : "", href->size);
      if (strstr (link.url, "&amp;") != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (link.url, "&amp;", -1);

          g_free (link.url);
          link.url = g_strjoinv ("&", parts);
        }
    }

  self->link = self->cell->links->len;
  g_array_append_val (self->cell->links, link);
}

/* Where the text of the link that has just been read stands. */
static LecternPageSpan
link_inner (Reader *self)
{
  LecternPageSpan inner = { 0, 0 };
  guint i;

  for (i = 0; i < self->cell->leaves->len; i++)
    {
      LecternPageLeaf *leaf = lectern_page_cell_leaf (self->cell, i);

      if (leaf->link != self->link || leaf->source.start == leaf->source.end)
        continue;
      if (inner.start == inner.end)
        inner.start = leaf->source.start;
      inner.end = leaf->source.end;
    }

  return inner;
}

static void
close_link (Reader *self)
{
  LecternPageLink *link;

  if (self->link < 0)
    return;

  link = lectern_page_cell_link (self->cell, self->link);
  if (link->kind != LECTERN_PAGE_LINK_HTML)
    lectern_page_link_find_source (self->cell, link, self->original, link_inner (self));
  self->link = -1;
}

static int
enter_span (MD_SPANTYPE  type,
            void        *detail,
            void        *data)
{
  Reader *self = data;

  if (!self->inside)
    return 0;

  self->run++;
  if (type == MD_SPAN_A)
    open_link (self, &((MD_SPAN_A_DETAIL *) detail)->href);
  else if (type == MD_SPAN_DEL)
    self->n_struck++;
  else if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
    self->n_strong++;
  else if (type == MD_SPAN_IMG)
    self->n_images++;

  return 0;
}

static int
leave_span (MD_SPANTYPE  type,
            void        *detail,
            void        *data)
{
  Reader *self = data;

  if (!self->inside)
    return 0;

  self->run++;
  if (type == MD_SPAN_A)
    close_link (self);
  else if (type == MD_SPAN_DEL)
    self->n_struck--;
  else if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
    self->n_strong--;
  else if (type == MD_SPAN_IMG)
    self->n_images--;

  return 0;
}

/* The value of href, and where it stands. */
static gboolean
find_href (const char       *tag,
           gsize             length,
           gsize            *start,
           gsize            *end)
{
  const char *p = g_strstr_len (tag, length, "href");
  const char *limit = tag + length;
  char quote = '\0';

  for (p = p != NULL ? p + 4 : limit; p < limit && (g_ascii_isspace (*p) || *p == '='); p++)
    ;
  if (p >= limit)
    return FALSE;
  if (*p == '"' || *p == '\'')
    quote = *p++;

  *start = p - tag;
  while (p < limit && (quote != '\0' ? *p != quote : !g_ascii_isspace (*p) && *p != '>'))
    p++;
  *end = p - tag;

  return TRUE;
}

/* An HTML tag in the cell: the few that mean something to us. */
static void
read_tag (Reader     *self,
          const char *tag,
          gsize       length)
{
  LecternPageView view = { tag, tag + length, 0, length == 0 };
  LecternPageSpan source;
  gboolean closing = FALSE;
  g_autofree char *name = lectern_page_view_tag (&view, &closing);
  gsize start;
  gsize end;

  self->run++;
  if (name == NULL || !find_source (self, tag, length, &source))
    return;

  if (strcmp (name, "br") == 0)
    {
      add_leaf (self, LECTERN_PAGE_LEAF_BREAK, g_strdup ("\n"), source);
    }
  else if (strcmp (name, "del") == 0 || strcmp (name, "s") == 0 || strcmp (name, "strike") == 0)
    {
      if (!closing)
        self->n_struck++;
      else if (self->n_struck > 0)
        self->n_struck--;
    }
  else if (strcmp (name, "a") == 0 && closing)
    {
      if (self->link >= 0)
        lectern_page_cell_link (self->cell, self->link)->source.end = source.end;
      close_link (self);
    }
  else if (strcmp (name, "a") == 0 && find_href (tag, length, &start, &end))
    {
      LecternPageLink link = { LECTERN_PAGE_LINK_HTML };

      link.url = g_strndup (self->original + source.start + start, end - start);
      link.url_source.start = source.start + start;
      link.url_source.end = source.start + end;
      link.source = source;
      self->link = self->cell->links->len;
      g_array_append_val (self->cell->links, link);
    }
}

static int
read_text (MD_TEXTTYPE    type,
           const MD_CHAR *text,
           MD_SIZE        size,
           void          *data)
{
  Reader *self = data;
  LecternPageSpan source;
  LecternPageLeafType leaf = self->n_images > 0 ? LECTERN_PAGE_LEAF_IMAGE : LECTERN_PAGE_LEAF_TEXT;
  gboolean found;

  if (!self->inside)
    return 0;

  found = find_source (self, text, size, &source);
  if (type == MD_TEXT_HTML)
    read_tag (self, text, size);
  else if (type == MD_TEXT_ENTITY)
    add_leaf (self, leaf, lectern_page_decode_entity (text, size), source);
  else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
    add_leaf (self, LECTERN_PAGE_LEAF_BREAK, g_strdup ("\n"), source);
  else
    add_leaf (self, type == MD_TEXT_CODE ? LECTERN_PAGE_LEAF_CODE : leaf,
              found ? g_strndup (self->original + source.start, size) : g_strndup (text, size), source);

  return 0;
}

/* The definitions of the links that the cell may refer to. */
static void
append_definitions (LecternPage     *page,
                    const char      *text,
                    LecternPageSpan  span,
                    GString         *document)
{
  gsize at;

  if (g_hash_table_size (page->definitions) == 0)
    return;

  for (at = span.start; at < span.end; at++)
    {
      const char *end;
      g_autofree char *label = NULL;
      LecternPageSpan *line;

      if (text[at] != '[')
        continue;
      end = memchr (text + at, ']', span.end - at);
      if (end == NULL)
        return;
      label = lectern_page_fold_label (text + at + 1, end - text - at - 1);
      line = g_hash_table_lookup (page->definitions, label);
      if (line != NULL)
        {
          g_string_append_len (document, page->text + line->start, line->end - line->start);
          g_string_append_c (document, '\n');
        }
    }
}

/* What Liquid replaces, and pipes that do not end the cell, are hidden. */
static void
append_masked (const char      *text,
               LecternPageSpan  span,
               GString         *document)
{
  gsize at = span.start;

  while (at < span.end)
    {
      gsize next = text[at] == '{' ? lectern_page_skip_liquid (text, at, span.end) : at;

      if (next > at)
        {
          for (; at < next; at++)
            g_string_append_c (document, MASK);
          continue;
        }
      if (text[at] == '|' && (at == span.start || text[at - 1] != '\\'))
        g_string_append_c (document, MASK);
      else
        g_string_append_c (document, text[at]);
      at++;
    }
}

static gboolean
is_plain (const char      *text,
          LecternPageSpan  span)
{
  gsize at;

  for (at = span.start; at < span.end; at++)
    if (strchr ("\\`*_[]<>&!~{:|", text[at]) != NULL)
      return FALSE;

  return TRUE;
}

/**
 * lectern_page_cell_read:
 * @page: a page, for the definitions of its links
 * @text: the text that the cell stands in
 * @span: where it stands there
 *
 * Reads the inside of a cell.
 *
 * Returns: (transfer full): what stands in it
 */
LecternPageCell *
lectern_page_cell_read (LecternPage     *page,
                        const char      *text,
                        LecternPageSpan  span)
{
  const MD_PARSER parser = {
    0, MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS,
    enter_block, leave_block, enter_span, leave_span, read_text, NULL, NULL
  };
  LecternPageCell *cell = g_new0 (LecternPageCell, 1);
  Reader reader = { .cell = cell, .original = text, .link = -1, .length = span.end - span.start };
  g_autoptr (GString) document = NULL;

  cell->span = span;
  cell->leaves = g_array_new (FALSE, FALSE, sizeof (LecternPageLeaf));
  cell->links = g_array_new (FALSE, FALSE, sizeof (LecternPageLink));
  g_array_set_clear_func (cell->leaves, clear_leaf);
  g_array_set_clear_func (cell->links, clear_link);
  if (span.start == span.end)
    return cell;
  if (is_plain (text, span))
    {
      add_leaf (&reader, LECTERN_PAGE_LEAF_TEXT, g_strndup (text + span.start, reader.length), span);
      return cell;
    }

  document = g_string_new (BEFORE);
  append_masked (text, span, document);
  g_string_append (document, AFTER);
  append_definitions (page, text, span, document);
  reader.buffer = document->str + strlen (BEFORE);
  md_parse (document->str, document->len, &parser, &reader);

  return cell;
}

/**
 * lectern_page_cell_free:
 * @self: (transfer full): a cell
 *
 * Frees a cell.
 */
void
lectern_page_cell_free (LecternPageCell *self)
{
  g_array_unref (self->leaves);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * lectern_page_cell_leaf:
 * @self: a cell
 * @leaf: an index
 *
 * Looks a leaf up.
 *
 * Returns: (transfer none): the leaf
 */
LecternPageLeaf *
lectern_page_cell_leaf (LecternPageCell *self,
                        guint            leaf)
{
  return &g_array_index (self->leaves, LecternPageLeaf, leaf);
}

/**
 * lectern_page_cell_link:
 * @self: a cell
 * @link: an index
 *
 * Looks a link up.
 *
 * Returns: (transfer none): the link
 */
LecternPageLink *
lectern_page_cell_link (LecternPageCell *self,
                        guint            link)
{
  return &g_array_index (self->links, LecternPageLink, link);
}

/**
 * lectern_page_cell_text:
 * @self: a cell
 *
 * Joins the text of a cell.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_page_cell_text (LecternPageCell *self)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < self->leaves->len; i++)
    g_string_append (text, lectern_page_cell_leaf (self, i)->text);

  return g_string_free (text, FALSE);
}
