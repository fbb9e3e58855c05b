/* lectern-page-row.c: a row of a page as a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-read.h"
#include "lectern-page-words.h"

/* A row while it is read. */
typedef struct
{
  LecternPageReading       *reading;
  const LecternPageOptions *options;
  guint                     table;
  guint                     row;
  LecternSession           *session;
  GVariantBuilder           extra;
  gboolean                  any_extra;
  guint                     n_filled;      /* cells that are not empty */
  guint                     n_told;        /* cells that say something */
  gboolean                  strong_date;   /* the date cell is emphasised */
  char                     *date_text;
  char                     *title;
  char                     *presenters;    /* their cell's text */
  gboolean                  no_links;
  int                       cancelled_in;
} Row;

static LecternRecord *
record (Row *self)
{
  return LECTERN_RECORD (self->session);
}

static void
append (LecternRecord *owner,
        guint          list,
        gpointer       item)
{
  g_list_store_append (G_LIST_STORE (lectern_record_get_records (owner, list)), item);
  g_object_unref (item);
}

static void
add_paper (Row             *self,
           LecternPageItem *item)
{
  LecternRecord *paper = LECTERN_RECORD (lectern_paper_new ());

  lectern_record_begin_load (paper);
  lectern_record_set_string (paper, LECTERN_PAPER_TITLE, item->title);
  lectern_record_set_string (paper, LECTERN_PAPER_URL, item->url);
  lectern_record_set_string (paper, LECTERN_PAPER_PART, item->part);
  lectern_record_end_load (paper);
  append (record (self), LECTERN_SESSION_PAPERS, paper);
}

static void
add_resource (Row             *self,
              LecternPageItem *item)
{
  LecternRecord *resource = LECTERN_RECORD (lectern_resource_new ());
  g_autofree char *file = lectern_page_address_file (item->url, self->options);

  lectern_record_begin_load (resource);
  lectern_record_set_string (resource, LECTERN_RESOURCE_LABEL, item->title);
  lectern_record_set_string (resource, LECTERN_RESOURCE_FILE, file);
  lectern_record_set_string (resource, LECTERN_RESOURCE_URL, file == NULL ? item->url : NULL);
  lectern_record_end_load (resource);
  append (record (self), LECTERN_SESSION_RESOURCES, resource);
}

static void
cancel (Row        *self,
        guint       column,
        const char *reason)
{
  lectern_record_set_string (record (self), LECTERN_SESSION_STATUS, "cancelled");
  lectern_record_set_string (record (self), LECTERN_SESSION_REASON, reason);
  self->cancelled_in = column;
}

static void
read_papers (Row             *self,
             LecternPageCell *cell,
             guint            column)
{
  g_autoptr (LecternPageContent) content = lectern_page_content_papers (cell);
  guint i;

  if (content->cancelled)
    cancel (self, column, content->reason);
  for (i = 0; i < content->items->len; i++)
    add_paper (self, lectern_page_content_item (content->items, i));
  for (i = 0; i < content->others->len; i++)
    add_resource (self, lectern_page_content_item (content->others, i));
  self->no_links = cell->links->len == 0;
}

static void
read_names (Row             *self,
            LecternPageCell *cell,
            guint            column)
{
  g_autoptr (LecternPageContent) content = lectern_page_content_names (cell);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint i;

  if (content->cancelled && self->cancelled_in < 0)
    cancel (self, column, content->reason);
  for (i = 0; i < content->items->len; i++)
    g_ptr_array_add (names, lectern_page_content_item (content->items, i)->title);
  g_ptr_array_add (names, NULL);
  if (names->len > 1)
    lectern_record_set_strings (record (self), LECTERN_SESSION_PRESENTERS, (const char * const *) names->pdata);
  self->presenters = g_steal_pointer (&content->plain);
}

static void
add_extra (Row        *self,
           guint       column,
           const char *value)
{
  GPtrArray *columns = lectern_page_reading_columns (self->reading, self->table);
  LecternPageColumn *info = g_ptr_array_index (columns, column);

  g_variant_builder_add (&self->extra, "{ss}", info->key, value);
  self->any_extra = TRUE;
}

/* Text without a link is no resource, but is not to be lost. */
static void
read_resources (Row             *self,
                LecternPageCell *cell,
                guint            column,
                const char      *source)
{
  g_autoptr (LecternPageContent) content = lectern_page_content_resources (cell);
  guint i;

  for (i = 0; i < content->items->len; i++)
    add_resource (self, lectern_page_content_item (content->items, i));
  if (content->items->len == 0 && !lectern_page_is_placeholder (content->plain))
    add_extra (self, column, source);
}

static void
read_time (Row        *self,
           const char *text)
{
  g_autoptr (LecternPageWhen) when = lectern_page_when_parse (text);
  g_autofree char *time = NULL;

  if (when->has_time)
    time = g_strdup_printf ("%02u:%02u", when->hour % 24, when->minute);
  else if (!lectern_page_is_placeholder (text))
    time = g_strdup (text);
  lectern_record_set_string (record (self), LECTERN_SESSION_TIME, time);
}

static void
set_plain (Row                 *self,
           LecternSessionMember member,
           const char          *text)
{
  if (!lectern_page_is_placeholder (text))
    lectern_record_set_string (record (self), member, text);
}

static void
read_column (Row                 *self,
             guint                column,
             LecternPageRole      role,
             LecternPageCell     *cell,
             const char          *source)
{
  g_autofree char *raw = lectern_page_cell_text (cell);
  g_autofree char *text = lectern_page_normalize (raw);
  char *reason = NULL;

  switch (role)
    {
    case LECTERN_PAGE_COLUMN_DATE:
      self->strong_date = cell->leaves->len > 0 && lectern_page_cell_leaf (cell, 0)->strong;
      self->date_text = g_steal_pointer (&text);
      break;
    case LECTERN_PAGE_COLUMN_TIME:
      read_time (self, text);
      break;
    case LECTERN_PAGE_COLUMN_PAPER:
      read_papers (self, cell, column);
      break;
    case LECTERN_PAGE_COLUMN_TITLE:
      if (lectern_page_is_cancelled (text, &reason) && self->cancelled_in < 0)
        cancel (self, column, reason);
      else
        set_plain (self, LECTERN_SESSION_TITLE, text);
      g_free (reason);
      break;
    case LECTERN_PAGE_COLUMN_PRESENTER:
      read_names (self, cell, column);
      break;
    case LECTERN_PAGE_COLUMN_RESOURCE:
      read_resources (self, cell, column, source);
      break;
    case LECTERN_PAGE_COLUMN_LOCATION:
      set_plain (self, LECTERN_SESSION_LOCATION, text);
      break;
    case LECTERN_PAGE_COLUMN_NOTE:
      set_plain (self, LECTERN_SESSION_NOTE, text);
      break;
    case LECTERN_PAGE_COLUMN_STATUS:
      if (lectern_page_is_cancelled (text, &reason))
        cancel (self, column, reason);
      else if (*source != '\0')
        add_extra (self, column, source);
      g_free (reason);
      break;
    case LECTERN_PAGE_COLUMN_EXTRA:
      if (*source != '\0')
        add_extra (self, column, source);
      break;
    }
}

static void
read_cells (Row *self)
{
  GPtrArray *columns = lectern_page_reading_columns (self->reading, self->table);
  guint i;

  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *column = g_ptr_array_index (columns, i);
      g_autoptr (LecternPageCell) cell = lectern_page_reading_cell (self->reading, self->table, self->row, i);
      g_autofree char *source = g_strndup (self->reading->page->text + cell->span.start,
                                           cell->span.end - cell->span.start);
      g_autofree char *raw = lectern_page_cell_text (cell);
      g_autofree char *text = lectern_page_normalize (raw);

      self->n_filled += *text != '\0' || cell->links->len > 0;
      if (column->role != LECTERN_PAGE_COLUMN_DATE)
        self->n_told += !lectern_page_is_placeholder (text);
      read_column (self, i, column->role, cell, source);
    }
}

/* A row without a link whose text says that there is no meeting: its text is
 * the title, where no column has titles of its own. */
static void
find_break (Row *self)
{
  GPtrArray *columns = lectern_page_reading_columns (self->reading, self->table);
  GListStore *papers = G_LIST_STORE (lectern_record_get_records (record (self), LECTERN_SESSION_PAPERS));
  g_autoptr (LecternRecord) paper = g_list_model_get_item (G_LIST_MODEL (papers), 0);
  const char *text = paper != NULL ? lectern_record_get_string (paper, LECTERN_PAPER_TITLE) : NULL;
  const char *title = lectern_record_get_string (record (self), LECTERN_SESSION_TITLE);
  guint n_papers = g_list_model_get_n_items (G_LIST_MODEL (papers));
  gboolean break_text = text != NULL && n_papers == 1 && self->no_links && lectern_page_is_break (text);
  gboolean break_title = title != NULL && n_papers == 0 && lectern_page_is_break (title);
  gboolean break_names = self->presenters != NULL && n_papers == 0 && title == NULL &&
                         lectern_page_is_break (self->presenters);

  if (self->cancelled_in >= 0 || !(break_text || break_title || break_names))
    return;

  lectern_record_set_string (record (self), LECTERN_SESSION_KIND, "break");
  if (break_text && lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_TITLE) < 0)
    {
      lectern_record_set_string (record (self), LECTERN_SESSION_TITLE, text);
      g_list_store_remove_all (papers);
    }
}

/* “**2022–2024** | | |”: a row that only begins a section. */
static void
find_section (Row *self)
{
  const char *text = self->date_text;
  guint year;

  if (text == NULL || *text == '\0' || self->n_told > 1 || self->no_links == FALSE ||
      g_list_model_get_n_items (lectern_record_get_records (record (self), LECTERN_SESSION_PAPERS)) > 0 ||
      lectern_record_get_string (record (self), LECTERN_SESSION_KIND) != NULL)
    return;

  year = lectern_page_find_year (text, strlen (text), NULL);
  if (self->strong_date || year > 0)
    lectern_record_set_string (record (self), LECTERN_SESSION_KIND, "announcement");
}

static void
set_date (LecternSession        *session,
          const LecternPageDate *date)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date->date);
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, text);
}

static void
add_entry (Row            *self,
           LecternSession *session,
           int             date,
           guint           n_sharing,
           gboolean        inherits,
           gboolean        has_time)
{
  LecternPageEntry entry = {
    g_object_ref (session), self->table, self->row, date, n_sharing, inherits, self->cancelled_in, has_time
  };

  g_array_append_val (self->reading->entries, entry);
}

/* The date of the row above, for a row that leaves its own empty. */
static const char *
inherited_date (Row *self)
{
  LecternPageEntry *above;

  if (self->reading->entries->len == 0)
    return NULL;
  above = &g_array_index (self->reading->entries, LecternPageEntry, self->reading->entries->len - 1);
  if (above->table != self->table)
    return NULL;

  return lectern_session_get_date (above->session);
}

static guint
n_valid (LecternPageWhen *when)
{
  guint n = 0;
  guint i;

  for (i = 0; when != NULL && i < when->dates->len; i++)
    n += g_array_index (when->dates, LecternPageDate, i).valid;

  return n;
}

static void
add_undated (Row *self)
{
  const char *above = inherited_date (self);

  if (self->date_text != NULL && *self->date_text == '\0' && above != NULL)
    {
      lectern_record_set_string (record (self), LECTERN_SESSION_DATE, above);
      add_entry (self, self->session, -1, 1, TRUE, FALSE);
      return;
    }
  if (self->date_text != NULL && !lectern_page_is_nothing (self->date_text))
    lectern_record_set_string (record (self), LECTERN_SESSION_DATE_TEXT, self->date_text);
  find_section (self);
  add_entry (self, self->session, -1, 1, FALSE, FALSE);
}

static void
add_sessions (Row *self)
{
  LecternPageWhen *when = lectern_page_reading_when (self->reading, self->table, self->row);
  guint n = n_valid (when);
  gboolean first = TRUE;
  guint i;

  if (n == 0)
    {
      add_undated (self);
      return;
    }

  if (when->has_time)
    {
      g_autofree char *time = g_strdup_printf ("%02u:%02u", when->hour % 24, when->minute);

      lectern_record_set_string (record (self), LECTERN_SESSION_TIME, time);
    }
  for (i = 0; i < when->dates->len; i++)
    {
      const LecternPageDate *date = &g_array_index (when->dates, LecternPageDate, i);
      g_autoptr (LecternSession) session = NULL;

      if (!date->valid)
        continue;
      session = first ? g_object_ref (self->session) : lectern_session_duplicate (self->session);
      first = FALSE;
      set_date (session, date);
      add_entry (self, session, i, n, FALSE, when->has_time);
    }
}

/**
 * lectern_page_read_row:
 * @reading: a reading
 * @options: how to read
 * @table: the number of a schedule table
 * @row: the number of a row in it
 *
 * Reads a row, which is one session, or one for each of its dates; an empty
 * row is none.
 */
void
lectern_page_read_row (LecternPageReading       *reading,
                       const LecternPageOptions *options,
                       guint                     table,
                       guint                     row)
{
  Row self = { reading, options, table, row };

  self.session = lectern_session_new ();
  self.cancelled_in = -1;
  self.no_links = TRUE;
  g_variant_builder_init (&self.extra, G_VARIANT_TYPE ("a{ss}"));

  /* Nobody listens yet. */
  lectern_record_begin_load (record (&self));
  read_cells (&self);
  if (self.n_filled > 0)
    {
      g_autoptr (GVariant) extra = g_variant_ref_sink (g_variant_builder_end (&self.extra));

      if (self.any_extra)
        lectern_record_set_map (record (&self), LECTERN_SESSION_EXTRA, extra);
      find_break (&self);
      add_sessions (&self);
    }
  else
    {
      g_variant_builder_clear (&self.extra);
    }

  lectern_record_end_load (record (&self));
  g_free (self.date_text);
  g_free (self.presenters);
  g_object_unref (self.session);
}
