/* lectern-page-edit.c: a cell made to say something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-edit.h"

#include <string.h>

#include "lectern-page-escape.h"
#include "lectern-page-words.h"

/* A cell while it is changed: the edits are applied from the last. */
typedef struct
{
  LecternPage       *page;
  LecternPageCell   *cell;
  LecternPageAim    *aim;
  LecternPageManner *manner;
  gboolean           strict;
  GArray            *edits;
} Editor;

typedef struct
{
  LecternPageSpan  span;
  char            *text;
} Edit;

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->text);
}

static void
add_edit (Editor          *self,
          LecternPageSpan  span,
          char            *text)
{
  Edit edit = { span, text };

  g_array_append_val (self->edits, edit);
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  const Edit *one = a;
  const Edit *two = b;

  return one->span.start < two->span.start ? -1 : one->span.start > two->span.start;
}

static char *
apply (Editor *self)
{
  GString *out = g_string_new (NULL);
  gsize at = self->cell->span.start;
  guint i;

  g_array_sort (self->edits, compare_edits);
  for (i = 0; i < self->edits->len; i++)
    {
      Edit *edit = &g_array_index (self->edits, Edit, i);

      if (edit->span.start < at)
        continue;
      g_string_append_len (out, self->page->text + at, edit->span.start - at);
      g_string_append (out, edit->text);
      at = edit->span.end;
    }
  g_string_append_len (out, self->page->text + at, self->cell->span.end - at);

  return g_string_free (out, FALSE);
}

static LecternPageContent *
read_content (Editor *self)
{
  if (self->aim->role == LECTERN_PAGE_COLUMN_PAPER)
    return lectern_page_content_papers (self->cell);
  if (self->aim->role == LECTERN_PAGE_COLUMN_PRESENTER)
    return lectern_page_content_names (self->cell);

  return lectern_page_content_resources (self->cell);
}

static gboolean
edit_text (Editor                 *self,
           const LecternPagePiece *piece,
           const char             *wanted)
{
  LecternPageSpan span;
  char *text;

  if (!lectern_page_text_edit (self->cell, self->page->text, piece, wanted, self->strict, &span, &text))
    return FALSE;
  add_edit (self, span, text);

  return TRUE;
}

static gboolean
edit_url (Editor          *self,
          LecternPageItem *item,
          const char      *wanted)
{
  LecternPageLink *link = item->link >= 0 ? lectern_page_cell_link (self->cell, item->link) : NULL;

  if (link == NULL || wanted == NULL || link->url_source.end == 0)
    return FALSE;
  add_edit (self, link->url_source, lectern_page_escape_url (wanted));

  return TRUE;
}

/* The text after a link is added, changed or taken away. */
static gboolean
edit_part (Editor          *self,
           LecternPageItem *item,
           const char      *wanted)
{
  LecternPageLink *link = item->link >= 0 ? lectern_page_cell_link (self->cell, item->link) : NULL;
  g_autofree char *escaped = NULL;
  LecternPageSpan after;

  if (item->part != NULL && wanted != NULL)
    return edit_text (self, &item->part_at, wanted);
  if (link == NULL || link->source.end == 0)
    return FALSE;

  after.start = after.end = link->source.end;
  if (item->part != NULL)
    {
      /* What is emphasised with the link ends before it. */
      after.start = MAX (after.start, lectern_page_cell_leaf (self->cell, item->part_at.first)->source.start);
      after.end = MAX (item->whole.end, after.start);
    }
  escaped = wanted != NULL ? lectern_page_escape (wanted, self->strict) : NULL;
  add_edit (self, after, g_strconcat (escaped != NULL ? " " : "", escaped, NULL));

  return TRUE;
}

static gboolean
edit_item (Editor            *self,
           LecternPageItem   *item,
           LecternPageWanted *wanted)
{
  g_autofree char *old_url = lectern_page_url_key (item->url);
  g_autofree char *new_url = lectern_page_url_key (wanted->url);

  if (g_strcmp0 (item->title, wanted->title) != 0 &&
      (item->title == NULL || wanted->title == NULL || !edit_text (self, &item->title_at, wanted->title)))
    return FALSE;
  if (strcmp (old_url, new_url) != 0 && !edit_url (self, item, wanted->url))
    return FALSE;

  return g_strcmp0 (item->part, wanted->part) == 0 || edit_part (self, item, wanted->part);
}

static GPtrArray *
all_items (LecternPageContent *content)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_extend (items, content->items, NULL, NULL);
  g_ptr_array_extend (items, content->others, NULL, NULL);

  return items;
}

/* As many items as before: each is changed where it stands. */
static char *
edit_items (Editor             *self,
            LecternPageContent *content)
{
  g_autoptr (GPtrArray) items = all_items (content);
  guint i;

  if (items->len != self->aim->items->len || items->len == 0)
    return NULL;

  for (i = 0; i < items->len; i++)
    if (!edit_item (self, lectern_page_content_item (items, i), lectern_page_aim_item (self->aim, i)))
      return NULL;

  return apply (self);
}

static gboolean
same_item (LecternPageItem   *item,
           LecternPageWanted *wanted)
{
  g_autofree char *old_url = lectern_page_url_key (item->url);
  g_autofree char *new_url = lectern_page_url_key (wanted->url);

  return g_strcmp0 (item->title, wanted->title) == 0 && strcmp (old_url, new_url) == 0 &&
         g_strcmp0 (item->part, wanted->part) == 0;
}

/* Words that stand where links will: they are the page's own. */
static gboolean
has_words (Editor *self)
{
  g_autofree char *raw = lectern_page_cell_text (self->cell);
  g_autofree char *text = lectern_page_normalize (raw);

  return self->aim->role == LECTERN_PAGE_COLUMN_RESOURCE && !lectern_page_is_placeholder (text);
}

/* All of the old items, and more after them. */
static char *
append_items (Editor             *self,
              LecternPageContent *content)
{
  g_autoptr (GPtrArray) items = all_items (content);
  g_autofree char *old = g_strndup (self->page->text + self->cell->span.start,
                                    self->cell->span.end - self->cell->span.start);
  GString *out;
  guint i;

  if (items->len >= self->aim->items->len || (items->len == 0 && !has_words (self)))
    return NULL;
  for (i = 0; i < items->len; i++)
    if (!same_item (lectern_page_content_item (items, i), lectern_page_aim_item (self->aim, i)))
      return NULL;

  out = g_string_new (old);
  for (; i < self->aim->items->len; i++)
    {
      LecternPageWanted *wanted = lectern_page_aim_item (self->aim, i);
      g_autofree char *text = lectern_page_format_item (wanted->title, wanted->url, wanted->part, self->strict);

      g_string_append_printf (out, "%s%s", self->manner->separator, text);
    }

  return g_string_free (out, FALSE);
}

/* Some of the old items, in their order: the others are cut out. */
static char *
remove_items (Editor             *self,
              LecternPageContent *content)
{
  g_autoptr (GPtrArray) items = all_items (content);
  guint kept = 0;
  guint i;

  if (self->aim->items->len == 0 || items->len <= self->aim->items->len)
    return NULL;

  for (i = 0; i < items->len; i++)
    {
      LecternPageItem *item = lectern_page_content_item (items, i);
      LecternPageSpan span = item->whole;

      if (span.end == 0)
        return NULL;
      if (kept < self->aim->items->len && same_item (item, lectern_page_aim_item (self->aim, kept)))
        {
          kept++;
          continue;
        }
      if (i + 1 < items->len)
        span.end = lectern_page_content_item (items, i + 1)->whole.start;
      else
        span.start = lectern_page_content_item (items, i - 1)->whole.end;
      if (i + 1 == items->len)
        lectern_page_take_closing (self->page->text, self->cell->span, &span);
      if (span.end < span.start)
        return NULL;
      add_edit (self, span, g_strdup (""));
    }

  return kept == self->aim->items->len ? apply (self) : NULL;
}

/* The old text of an item that stays, or a new one. */
static char *
write_item (Editor             *self,
            LecternPageContent *content,
            LecternPageWanted  *wanted)
{
  g_autoptr (GPtrArray) items = all_items (content);
  guint i;

  for (i = 0; i < items->len && self->aim->role != LECTERN_PAGE_COLUMN_PRESENTER; i++)
    {
      LecternPageItem *item = lectern_page_content_item (items, i);

      if (item->whole.end > 0 && item->link >= 0 && same_item (item, wanted))
        return g_strndup (self->page->text + item->whole.start, item->whole.end - item->whole.start);
    }

  return lectern_page_format_item (wanted->title, wanted->url, wanted->part, self->strict);
}

static char *
write_items (Editor *self)
{
  g_autoptr (LecternPageContent) content = read_content (self);
  GString *out = g_string_new (NULL);
  guint i;

  for (i = 0; i < self->aim->items->len; i++)
    {
      g_autofree char *text = write_item (self, content, lectern_page_aim_item (self->aim, i));

      g_string_append_printf (out, "%s%s", i > 0 ? self->manner->separator : "", text);
    }
  if (self->aim->items->len == 0 && self->aim->text != NULL)
    g_string_append (out, self->aim->text);

  return g_string_free (out, FALSE);
}

/* The content struck out, then the word; or the word alone. */
static char *
write_cancelled (Editor     *self,
                 const char *content)
{
  g_autofree char *reason = self->aim->reason != NULL ? lectern_page_escape (self->aim->reason, self->strict) : NULL;
  GString *out = g_string_new (NULL);

  if (*content != '\0')
    g_string_append_printf (out, "~~%s~~ ", content);
  g_string_append (out, "Cancelled");
  if (reason != NULL)
    g_string_append_printf (out, ": %s", reason);

  return g_string_free (out, FALSE);
}

/* The cell's own text, without what strikes it out. */
static char *
bare_source (Editor   *self,
             gboolean  was_cancelled)
{
  g_autofree char *source = g_strndup (self->page->text + self->cell->span.start,
                                       self->cell->span.end - self->cell->span.start);
  const char *last;

  if (!was_cancelled)
    return g_steal_pointer (&source);
  last = g_strrstr (source, "~~");
  if (!g_str_has_prefix (source, "~~") || last == source)
    return g_strdup ("");

  return g_strndup (source + 2, last - source - 2);
}

static char *
edit_list (Editor *self,
           guint   attempt)
{
  g_autoptr (LecternPageContent) content = read_content (self);
  g_autofree char *bare = NULL;

  switch (attempt)
    {
    case 0:
      if (self->aim->role != LECTERN_PAGE_COLUMN_RESOURCE && (self->aim->cancelled || content->cancelled))
        {
          /* What is cancelled or takes place again keeps its bytes. */
          bare = bare_source (self, content->cancelled);
          if (self->aim->cancelled && lectern_page_is_placeholder (bare))
            *bare = '\0';
          return self->aim->cancelled ? write_cancelled (self, bare) : g_steal_pointer (&bare);
        }
      return edit_items (self, content);
    case 1:
      return append_items (self, content);
    case 2:
      return remove_items (self, content);
    default:
      bare = write_items (self);
      if (self->aim->cancelled)
        return write_cancelled (self, bare);
      return *bare != '\0' ? g_steal_pointer (&bare) : g_strdup (self->manner->placeholder);
    }
}

static char *
edit_plain (Editor *self,
            guint   attempt)
{
  LecternPagePiece all = { 0, self->cell->leaves->len, 0, 0 };
  const char *wanted = self->aim->text;

  if (self->aim->cancelled)
    return attempt == 3 ? write_cancelled (self, "") : NULL;
  if (wanted == NULL)
    return attempt == 3 ? g_strdup (self->manner->placeholder) : NULL;

  if (attempt == 0 && all.n_leaves > 0)
    {
      g_autofree char *raw = lectern_page_piece_raw (self->cell, &all);

      all.end = strlen (raw);
      return edit_text (self, &all, wanted) ? apply (self) : NULL;
    }

  return attempt == 3 ? lectern_page_escape (wanted, self->strict) : NULL;
}

static char *
edit_time (Editor *self,
           guint   attempt)
{
  g_autofree char *raw = lectern_page_cell_text (self->cell);
  g_autoptr (LecternPageWhen) when = lectern_page_when_parse (raw);
  g_autoptr (LecternPageWhen) wanted = lectern_page_when_parse (self->aim->text != NULL ? self->aim->text : "");
  g_autoptr (GString) text = g_string_new (raw);
  gboolean half = when->n_time > 0 && when->time[when->n_time - 1].type == LECTERN_PAGE_FIELD_HALF;
  gboolean minutes = when->n_time > 1 && when->time[1].type == LECTERN_PAGE_FIELD_MINUTE;
  guint i;

  if (attempt > 0 || !when->has_time || !wanted->has_time || when->time_range)
    return edit_plain (self, attempt);

  for (i = when->n_time; i-- > 0; )
    {
      LecternPageField *field = &when->time[i];
      g_autofree char *part = lectern_page_time_format (raw, field, wanted->hour, wanted->minute, half, minutes);

      g_string_erase (text, field->start, field->end - field->start);
      g_string_insert (text, field->start, part);
    }
  g_free (self->aim->text);
  self->aim->text = g_strdup (text->str);

  return edit_plain (self, attempt);
}

/**
 * lectern_page_edit_cell:
 * @page: a page
 * @cell: a cell of it; not one of dates
 * @aim: what it should say
 * @manner: how its column is written
 * @attempt: 0 to 3: changed where it stands, added to, cut, written anew;
 *   4 to 7: the same with nothing in it that could mean anything
 *
 * Writes a cell that says something else.
 *
 * Returns: (transfer full) (nullable): its Markdown, %NULL if that cannot be
 *   done in this way
 */
char *
lectern_page_edit_cell (LecternPage       *page,
                        LecternPageCell   *cell,
                        LecternPageAim    *aim,
                        LecternPageManner *manner,
                        guint              attempt)
{
  Editor self = { page, cell, aim, manner, attempt >= 4 };
  char *text = NULL;

  self.edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self.edits, clear_edit);
  attempt %= 4;

  switch (aim->role)
    {
    case LECTERN_PAGE_COLUMN_PAPER:
    case LECTERN_PAGE_COLUMN_PRESENTER:
    case LECTERN_PAGE_COLUMN_RESOURCE:
      text = edit_list (&self, attempt);
      break;
    case LECTERN_PAGE_COLUMN_TIME:
      text = edit_time (&self, attempt);
      break;
    case LECTERN_PAGE_COLUMN_EXTRA:
    case LECTERN_PAGE_COLUMN_STATUS:
      /* Markdown of the user's own. */
      if (attempt == 3 && aim->cancelled)
        text = write_cancelled (&self, "");
      else if (attempt == 3)
        text = g_strdup (aim->text != NULL ? aim->text : manner->placeholder);
      break;
    case LECTERN_PAGE_COLUMN_TITLE:
    case LECTERN_PAGE_COLUMN_LOCATION:
    case LECTERN_PAGE_COLUMN_NOTE:
      text = edit_plain (&self, attempt);
      break;
    case LECTERN_PAGE_COLUMN_DATE:
      break;
    }
  g_array_unref (self.edits);

  return text;
}
