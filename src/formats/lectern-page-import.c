/* lectern-page-import.c: a page as a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-page-read.h"

static guint
line_number (LecternPageReading *reading,
             guint               table,
             guint               row)
{
  return lectern_page_reading_row (reading, table, row)->line + 1;
}

/* What stands in the first cell of a column that is not empty. */
static char *
find_example (LecternPageReading *reading,
              guint               table,
              guint               column)
{
  LecternPageTable *info = &g_array_index (reading->page->tables, LecternPageTable, table);
  guint row;

  for (row = 1; row < info->n_rows; row++)
    {
      LecternPageRow *line = lectern_page_reading_row (reading, table, row);
      g_autoptr (LecternPageCell) cell = NULL;
      g_autofree char *text = NULL;
      LecternPageSpan span;

      if (line->part != LECTERN_PAGE_PART_BODY || line->silent ||
          !lectern_page_cell_span (reading->page, line, column, &span) || span.start == span.end)
        continue;
      cell = lectern_page_cell_read (reading->page, reading->page->text, span);
      text = lectern_page_cell_text (cell);
      if (*text != '\0')
        return lectern_page_normalize (text);
    }

  return NULL;
}

static void
report_columns (LecternPageReading *reading,
                LecternPageReport  *report)
{
  guint table;
  guint i;

  for (table = 0; table < reading->columns->len; table++)
    {
      GPtrArray *columns = lectern_page_reading_columns (reading, table);

      report->n_tables += columns != NULL;
      for (i = 0; columns != NULL && i < columns->len; i++)
        {
          LecternPageColumn *column = g_ptr_array_index (columns, i);
          LecternPageColumnNote *note = g_new (LecternPageColumnNote, 1);

          note->line = line_number (reading, table, 0);
          note->header = g_strdup (column->header);
          note->key = g_strdup (column->key);
          note->example = find_example (reading, table, i);
          note->role = lectern_page_role_name (column->role);
          g_ptr_array_add (report->columns, note);
        }
    }
}

static const char *
source_sentence (const char *source)
{
  if (strcmp (source, "heading") == 0)
    return _("The dates of this table have no year; it was taken from the heading.");
  if (strcmp (source, "front matter") == 0)
    return _("The dates of this table have no year; it was taken from the front matter.");
  if (strcmp (source, "links") == 0)
    return _("The dates of this table have no year; it was taken from the links in it.");
  if (strcmp (source, "text") == 0)
    return _("The dates of this table have no year; it was taken from the text before it.");
  if (strcmp (source, "table") == 0)
    return _("The dates of this table have no year; it was taken from the table before it.");

  return _("The dates of this table have no year, and nothing on the page tells it; this year was taken.");
}

static void
report_dates (LecternPageReading *reading,
              LecternPageReport  *report)
{
  guint table;

  report->dates = reading->evidence.order == LECTERN_PAGE_ORDER_DAY_FIRST ? "dd/mm/yyyy" : "mm/dd/yyyy";
  report->dates_certain = reading->evidence.certain;
  if (reading->evidence.guessed)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_INFERRED, 0,
                             _("Nothing on the page tells whether 1/2 is 1 February or 2 January; 1 February was taken."));
  else if (!reading->evidence.certain && reading->evidence.order == LECTERN_PAGE_ORDER_DAY_FIRST)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_INFERRED, 0,
                             _("The dates of the page were read with the day first, which it does not say outright."));
  else if (!reading->evidence.certain)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_INFERRED, 0,
                             _("The dates of the page were read with the month first, which it does not say outright."));

  for (table = 0; table < reading->columns->len; table++)
    if (lectern_page_reading_columns (reading, table) != NULL && reading->evidence.year_source[table] != NULL)
      lectern_page_report_add (report, LECTERN_PAGE_NOTE_INFERRED, line_number (reading, table, 0), "%s",
                               source_sentence (reading->evidence.year_source[table]));
}

static void
report_entries (LecternPageReading *reading,
                LecternPageReport  *report)
{
  guint i;

  for (i = 0; i < reading->entries->len; i++)
    {
      LecternPageEntry *entry = &g_array_index (reading->entries, LecternPageEntry, i);
      const char *text = lectern_session_get_date_text (entry->session);
      LecternPagePlace place = {
        lectern_session_get_key (entry->session), line_number (reading, entry->table, entry->row),
        entry->table, entry->row
      };

      g_array_append_val (report->places, place);
      if (entry->inherits)
        lectern_page_report_add (report, LECTERN_PAGE_NOTE_INFERRED, place.line,
                                 _("The row has no date; it was taken from the row above."));
      else if (text != NULL)
        lectern_page_report_add (report, LECTERN_PAGE_NOTE_LEFT, place.line,
                                 _("“%s” could not be read as a date; it is kept as text."), text);
    }
}

/* Tables and rows that are no part of the schedule. */
static void
report_left (LecternPageReading *reading,
             LecternPageReport  *report)
{
  guint table;

  for (table = 0; table < reading->columns->len; table++)
    if (lectern_page_reading_columns (reading, table) == NULL)
      lectern_page_report_add (report, LECTERN_PAGE_NOTE_LEFT, line_number (reading, table, 0),
                               _("The table that begins here is no schedule and was left alone."));
}

/* What the user chose, and columns of places: a page that has one already
 * publishes places, which no other does. */
static GVariant *
chosen_columns (LecternPageReading       *reading,
                const LecternPageOptions *options)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  GVariantBuilder builder;
  gboolean any = options->columns != NULL;
  guint table;
  guint i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (i = 0; options->columns != NULL && i < g_variant_n_children (options->columns); i++)
    {
      const char *header;
      const char *role;

      g_variant_get_child (options->columns, i, "{&s&s}", &header, &role);
      g_variant_builder_add (&builder, "{ss}", header, role);
      g_variant_dict_insert (dict, header, "s", role);
    }

  for (table = 0; table < reading->columns->len; table++)
    {
      GPtrArray *columns = lectern_page_reading_columns (reading, table);
      int column = columns != NULL ? lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_LOCATION) : -1;
      LecternPageColumn *info = column >= 0 ? g_ptr_array_index (columns, column) : NULL;

      if (info == NULL || g_variant_dict_contains (dict, info->key))
        continue;
      g_variant_builder_add (&builder, "{ss}", info->key, lectern_page_role_name (info->role));
      g_variant_dict_insert (dict, info->key, "s", "location");
      any = TRUE;
    }
  if (!any)
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
set_format (LecternPageReading       *reading,
            const LecternPageOptions *options,
            LecternHead              *head)
{
  LecternRecord *format = lectern_record_get_record (LECTERN_RECORD (head), LECTERN_HEAD_PAGE_FORMAT);
  LecternRecord *notes = lectern_record_get_record (LECTERN_RECORD (head), LECTERN_HEAD_NOTES);
  g_autoptr (GVariant) columns = NULL;

  if (options->dates != NULL || !reading->evidence.certain)
    lectern_record_set_string (format, LECTERN_PAGE_FORMAT_DATES,
                               reading->evidence.order == LECTERN_PAGE_ORDER_DAY_FIRST ? "dd/mm/yyyy" : "mm/dd/yyyy");
  columns = chosen_columns (reading, options);
  if (columns != NULL)
    lectern_record_set_map (format, LECTERN_PAGE_FORMAT_COLUMNS, columns);
  lectern_record_set_string (notes, LECTERN_NOTES_FOLDER, options->notes_folder);
  lectern_record_set_string (notes, LECTERN_NOTES_URL, options->notes_url);
}

/* title: … in the front matter, else the first heading. */
static char *
find_title (LecternPageReading *reading)
{
  LecternPage *page = reading->page;
  guint i;

  for (i = 0; i < page->n_front; i++)
    {
      LecternPageLine *line = lectern_page_line (page, i);
      g_autofree char *text = g_strndup (page->text + line->start, line->end - line->start);
      char *value = text + strlen ("title:");
      gsize length;

      if (!g_str_has_prefix (text, "title:"))
        continue;
      g_strstrip (value);
      length = strlen (value);
      if (length >= 2 && (*value == '"' || *value == '\'') && value[length - 1] == *value)
        {
          value[length - 1] = '\0';
          value++;
        }
      if (*value != '\0')
        return lectern_page_normalize (value);
    }

  if (page->headings->len > 0)
    {
      LecternPageHeading *heading = &g_array_index (page->headings, LecternPageHeading, 0);
      g_autoptr (LecternPageCell) cell = lectern_page_cell_read (page, page->text, heading->text);
      g_autofree char *text = lectern_page_cell_text (cell);

      return lectern_page_normalize (text);
    }

  return NULL;
}

static LecternSchedule *
make_schedule (LecternPageReading       *reading,
               const LecternPageOptions *options)
{
  LecternSchedule *schedule = lectern_schedule_new ();
  LecternHead *head = lectern_schedule_get_head (schedule);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autofree char *title = find_title (reading);
  gsize length;
  const char *text = g_bytes_get_data (reading->page->bytes, &length);
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  g_autofree char *id = g_strdup_printf ("p%.16s", hash);
  guint i;

  lectern_record_set_string (LECTERN_RECORD (head), LECTERN_HEAD_ID, id);
  if (title != NULL && *title != '\0')
    lectern_record_set_string (LECTERN_RECORD (head), LECTERN_HEAD_TITLE, title);
  set_format (reading, options, head);

  for (i = 0; i < reading->entries->len; i++)
    g_ptr_array_add (sessions, g_array_index (reading->entries, LecternPageEntry, i).session);
  lectern_schedule_splice (schedule, 0, 0, (LecternSession **) sessions->pdata, sessions->len);

  return schedule;
}

/**
 * lectern_page_import:
 * @page: a page in Markdown
 * @options: (nullable): how to read it
 * @report: (out) (optional) (transfer full): what there is to say about it
 * @error: return location for a #GError of [error@PageError]
 *
 * Makes a schedule of the tables on a page.  Every row of them becomes a
 * session, a break or an announcement; the report says what was inferred, and
 * what could not be placed.
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL with @error set
 */
LecternSchedule *
lectern_page_import (GBytes                    *page,
                     const LecternPageOptions  *options,
                     LecternPageReport        **report,
                     GError                   **error)
{
  const LecternPageOptions none = { NULL };
  g_autoptr (LecternPageReading) reading = NULL;
  LecternSchedule *schedule;

  if (options == NULL)
    options = &none;

  reading = lectern_page_read (page, options, NULL, NULL, error);
  if (reading == NULL)
    return NULL;

  schedule = make_schedule (reading, options);
  if (report != NULL)
    {
      *report = lectern_page_report_new ();
      report_columns (reading, *report);
      report_dates (reading, *report);
      report_entries (reading, *report);
      report_left (reading, *report);
    }

  return schedule;
}
