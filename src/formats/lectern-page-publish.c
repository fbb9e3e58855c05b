/* lectern-page-publish.c: a schedule put into a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-page-diff.h"
#include "lectern-page-escape.h"
#include "lectern-page-plan.h"

/* What is refused is taken back, and the page is looked at again; a change
 * can upset another one only so often. */
#define MAX_ROUNDS 12

static GHashTable *
known_dates (LecternSchedule *schedule)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      GDate date;

      if (lectern_session_get_gdate (session, &date))
        g_hash_table_add (known, g_strdup (lectern_session_get_date (session)));
    }

  return known;
}

/* The page is read as importing read it. */
static LecternPageOptions
reading_options (LecternSchedule          *schedule,
                 const LecternPageOptions *options)
{
  LecternHead *head = lectern_schedule_get_head (schedule);
  LecternRecord *format = lectern_record_get_record (LECTERN_RECORD (head), LECTERN_HEAD_PAGE_FORMAT);
  LecternPageOptions all = { NULL };

  if (options != NULL)
    all = *options;
  if (all.dates == NULL)
    all.dates = lectern_record_get_string (format, LECTERN_PAGE_FORMAT_DATES);
  /* Which number is the day is known already. */
  if (all.dates != NULL && (all.new_dates == NULL || strchr (all.new_dates, '/') != NULL))
    all.new_dates = all.dates;
  if (all.columns == NULL)
    all.columns = lectern_record_get_map (format, LECTERN_PAGE_FORMAT_COLUMNS);
  if (all.notes_folder == NULL)
    all.notes_folder = lectern_head_get_notes_folder (head);
  if (all.notes_url == NULL)
    all.notes_url = lectern_head_get_notes_url (head);

  return all;
}

static guint
count_changes (LecternPagePlan   *plan,
               LecternPageReport *report)
{
  guint i;

  report->n_changed = report->n_added = report->n_removed = 0;
  for (i = 0; i < plan->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (plan->rows, i);

      report->n_changed += !row->removed && row->line != NULL;
      report->n_removed += row->removed;
    }
  for (i = 0; i < plan->added->len; i++)
    report->n_added += !((LecternPageNewPlan *) g_ptr_array_index (plan->added, i))->refused;

  return report->n_changed + report->n_added + report->n_removed;
}

/* The date that the row cannot be given: of several, the first that is new. */
static const char *
new_date (LecternPagePlan    *plan,
          LecternPageRowPlan *row)
{
  guint i;

  for (i = 0; i < row->n_entries; i++)
    {
      LecternPageEntry *entry = &g_array_index (plan->context.reading->entries, LecternPageEntry, row->first_entry + i);
      const char *date = lectern_session_get_date (row->sessions[i]);

      if (g_strcmp0 (date, lectern_session_get_date (entry->session)) != 0)
        return date;
    }

  return lectern_session_get_date (row->sessions[0]);
}

static void
report_column (LecternPagePlan    *plan,
               LecternPageRowPlan *row,
               guint               column,
               guint               line,
               LecternPageReport  *report)
{
  LecternPageReading *reading = plan->context.reading;
  LecternPageColumn *info = g_ptr_array_index (lectern_page_reading_columns (reading, row->table), column);
  LecternPageEntry *entry = &g_array_index (reading->entries, LecternPageEntry, row->first_entry);
  const char *date = new_date (plan, row);
  g_autoptr (LecternPageAim) old = lectern_page_aim_new (&plan->context, entry, row->table, column, entry->session);
  g_autoptr (LecternPageAim) new = lectern_page_aim_new (&plan->context, entry, row->table, column, row->sessions[0]);
  g_autofree char *old_key = lectern_page_aim_key (old);
  g_autofree char *new_key = lectern_page_aim_key (new);

  if (row->n_entries == 1 && strcmp (old_key, new_key) == 0)
    return;

  if (info->role == LECTERN_PAGE_COLUMN_LOCATION)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, line,
                             _("The column “%s” was left as it is: a place is published only if pageFormat.columns says that the column is one."),
                             info->header);
  else if (info->role == LECTERN_PAGE_COLUMN_DATE && date != NULL)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, line,
                             _("The date of this row cannot be changed to %s in the way that it is written. Change it in the page, with its year."),
                             date);
  else
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, line,
                             _("The column “%s” of this row cannot say what the schedule says; it was left as it is."),
                             info->header);
}

static void
report_refused (LecternPagePlan   *plan,
                LecternPageReport *report)
{
  guint i;
  guint k;

  for (i = 0; i < plan->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (plan->rows, i);
      GPtrArray *columns = lectern_page_reading_columns (plan->context.reading, row->table);
      guint line = lectern_page_reading_row (plan->context.reading, row->table, row->row)->line + 1;
      gboolean whole = TRUE;

      for (k = 0; k < row->n_entries; k++)
        whole &= row->sessions[k] != NULL;
      if (row->refused == 0 || row->removed)
        continue;
      if (!whole && row->n_entries == 1)
        lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, line,
                                 _("This row was not removed: without it GitHub or Jekyll would no longer show the rest as a table. Remove it in the page."));
      else if (!whole)
        lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, line,
                                 _("This row stands for several sessions, of which some are no longer in the schedule; it was left as it is."));
      for (k = 0; whole && k < columns->len; k++)
        if ((row->refused >> MIN (k, 63)) & 1)
          report_column (plan, row, k, line, report);
    }
  for (i = 0; i < plan->added->len; i++)
    {
      LecternPageNewPlan *added = g_ptr_array_index (plan->added, i);
      const char *date = lectern_session_get_date (added->session);

      if (added->refused)
        lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, 0,
                                 _("The new session of %s could not be written as a row of the page."),
                                 date != NULL ? date : _("no date"));
    }
}

/* The schedule knows its dates; who reads the page alone may not.  A page that
 * was no better before is not complained of again each time. */
static void
report_misread (LecternPagePlan   *plan,
                LecternPageReport *report)
{
  if (plan->misread > 0 && lectern_page_reading_misread (plan->context.reading) == 0)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_INFERRED, plan->misread,
                             _("Without the schedule, the date of this row would now be taken for another: no date of the page is left that says the year, or which number is the day."));
}

/* The sessions of a schedule; for one whose row says the same, that of the
 * row: so that it need not be filled in from its file only to be asked. */
static GPtrArray *
list_sessions (LecternPagePlan *plan,
               LecternSchedule *schedule)
{
  GArray *entries = plan->context.reading->entries;
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  GPtrArray *sessions = g_ptr_array_new ();
  guint i;

  for (i = 0; i < entries->len; i++)
    {
      LecternPageEntry *entry = &g_array_index (entries, LecternPageEntry, i);

      if (entry->same != NULL)
        g_hash_table_insert (rows, entry->same, entry->session);
    }
  for (i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      LecternSession *row = g_hash_table_lookup (rows, session);

      g_ptr_array_add (sessions, row != NULL ? row : session);
    }

  return sessions;
}

/* What is in a session, and has no column in the table of its row. */
static guint
find_private (LecternPagePlan *plan,
              guint            table,
              gboolean         has_time,
              LecternSession  *session)
{
  static const struct
  {
    LecternSessionMember member;
    LecternPageRole      role;
  } members[] = {
    { LECTERN_SESSION_TIME, LECTERN_PAGE_COLUMN_TIME },
    { LECTERN_SESSION_DURATION, LECTERN_PAGE_COLUMN_EXTRA },
    { LECTERN_SESSION_LOCATION, LECTERN_PAGE_COLUMN_LOCATION },
    { LECTERN_SESSION_PRESENTERS, LECTERN_PAGE_COLUMN_PRESENTER },
    { LECTERN_SESSION_RESOURCES, LECTERN_PAGE_COLUMN_RESOURCE },
    { LECTERN_SESSION_NOTE, LECTERN_PAGE_COLUMN_NOTE },
  };
  GPtrArray *columns = lectern_page_reading_columns (plan->context.reading, table);
  guint found = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gboolean published = (members[i].role != LECTERN_PAGE_COLUMN_EXTRA &&
                            lectern_page_columns_find (columns, members[i].role) >= 0) ||
                           (members[i].role == LECTERN_PAGE_COLUMN_TIME && has_time &&
                            lectern_session_get_date (session) != NULL);

      if (!published && !lectern_record_member_is_absent (LECTERN_RECORD (session), members[i].member))
        found |= 1u << i;
    }

  return found;
}

/* The members that stand in the schedule, but in no column of their table. */
static void
report_private (LecternPagePlan   *plan,
                LecternPageReport *report)
{
  const char *names[] = {
    _("times"), _("durations"), _("places"), _("presenters"), _("notes and links"), _("private notes"),
  };
  g_autoptr (GString) text = g_string_new (NULL);
  guint found = 0;
  guint i;
  guint k;

  for (i = 0; i < plan->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (plan->rows, i);

      for (k = 0; k < row->n_entries; k++)
        {
          LecternPageEntry *entry = &g_array_index (plan->context.reading->entries, LecternPageEntry, row->first_entry + k);

          /* What says the same as its row is not filled in only for this. */
          if (row->sessions[k] != NULL)
            found |= find_private (plan, row->table, entry->has_time,
                                   entry->same == row->sessions[k] ? entry->session : row->sessions[k]);
        }
    }
  for (i = 0; i < plan->added->len; i++)
    {
      LecternPageNewPlan *added = g_ptr_array_index (plan->added, i);

      found |= find_private (plan, added->table, FALSE, added->session);
    }

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (found & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", names[i]);
  if (text->len > 0)
    lectern_page_report_add (report, LECTERN_PAGE_NOTE_PRIVATE, 0,
                             _("The page has no column for these, which stay in the schedule alone: %s."), text->str);
}

/* The PDFs that have to go online with the page.  An address may be escaped
 * on the page; what is not in the new page at all has no column. */
static void
report_new_files (GBytes                   *page,
                  GBytes                   *published,
                  GPtrArray                *sessions,
                  const LecternPageOptions *options,
                  LecternPageReport        *report)
{
  gsize length;
  const char *old = g_bytes_get_data (page, &length);
  g_autoptr (GPtrArray) changes = lectern_page_diff (page, published);
  g_autoptr (GString) new = g_string_new (NULL);
  guint i;
  guint k;

  for (i = 0; i < changes->len; i++)
    {
      g_autofree char *lines = g_strjoinv (NULL, ((LecternPageChange *) g_ptr_array_index (changes, i))->after);

      g_string_append (new, lines);
    }

  for (i = 0; new->len > 0 && i < sessions->len; i++)
    {
      GListModel *resources = lectern_session_get_resources (g_ptr_array_index (sessions, i));

      for (k = 0; k < g_list_model_get_n_items (resources); k++)
        {
          g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, k);
          const char *file = lectern_record_get_string (resource, LECTERN_RESOURCE_FILE);
          g_autofree char *address = file != NULL
            ? lectern_page_resource_address (resource, options->notes_folder, options->notes_url) : NULL;
          g_autofree char *written = address != NULL ? lectern_page_escape_url (address) : NULL;

          if (written != NULL && strstr (new->str, written) != NULL &&
              g_strstr_len (old, length, written) == NULL)
            g_ptr_array_add (report->new_files, g_strdup (file));
        }
    }
}

static void
note_row (LecternPageReport *report,
          guint              line,
          gboolean           removed,
          const char        *date,
          char              *columns)
{
  LecternPageRowNote *note = g_new (LecternPageRowNote, 1);

  note->line = line;
  note->removed = removed;
  note->date = g_strdup (date);
  note->columns = columns;
  g_ptr_array_add (report->rows, note);
}

/* The headers of the columns that change in a row. */
static char *
changed_columns (LecternPagePlan    *plan,
                 LecternPageRowPlan *row)
{
  GPtrArray *columns = lectern_page_reading_columns (plan->context.reading, row->table);
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < columns->len; i++)
    if ((row->changed >> MIN (i, 63)) & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "",
                              ((LecternPageColumn *) g_ptr_array_index (columns, i))->key);

  return g_string_free (text, FALSE);
}

/* What the rows are that change, come and go. */
static void
report_rows (LecternPagePlan   *plan,
             GArray            *lines,
             LecternPageReport *report)
{
  LecternPageReading *reading = plan->context.reading;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      LecternPageNewLine *line = &g_array_index (lines, LecternPageNewLine, i);

      if (line->added != NULL)
        note_row (report, i + 1, FALSE, lectern_session_get_date (line->added->session), NULL);
      else if (line->row != NULL && line->row->line != NULL)
        note_row (report, i + 1, FALSE, lectern_session_get_date (line->row->sessions[0]),
                  changed_columns (plan, line->row));
    }
  for (i = 0; i < plan->rows->len; i++)
    {
      LecternPageRowPlan *row = g_ptr_array_index (plan->rows, i);
      LecternPageEntry *entry = &g_array_index (reading->entries, LecternPageEntry, row->first_entry);

      if (row->removed)
        note_row (report, lectern_page_reading_row (reading, row->table, row->row)->line + 1, TRUE,
                  lectern_session_get_date (entry->session), NULL);
    }
}

/* Carries a plan out until what comes of it is right; the old page if it
 * never is. */
static GBytes *
carry_out (LecternPagePlan          *plan,
           GBytes                   *page,
           const LecternPageOptions *options,
           GHashTable               *known,
           LecternPageReport        *report)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LecternPageNewLine));
  guint round;

  for (round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr (GBytes) bytes = NULL;

      lectern_page_plan_write (plan);
      if (count_changes (plan, report) == 0)
        return g_bytes_ref (page);
      bytes = lectern_page_plan_apply (plan, lines);
      if (!lectern_page_plan_check (plan, bytes, lines, options, known))
        continue;
      report_rows (plan, lines, report);
      return g_steal_pointer (&bytes);
    }

  report->n_changed = report->n_added = report->n_removed = 0;
  lectern_page_report_add (report, LECTERN_PAGE_NOTE_REFUSED, 0,
                           _("The changes upset one another on this page; nothing was changed. Publish fewer at a time."));

  return g_bytes_ref (page);
}

/**
 * lectern_page_publish:
 * @page: a page in Markdown
 * @schedule: a schedule
 * @options: (nullable): how to read the page; what it does not say comes from
 *   the schedule
 * @report: (out) (optional) (transfer full): what there is to say about it
 * @error: return location for a #GError of [error@PageError]
 *
 * Puts a schedule into the tables of a page.  Only cells that say something
 * else than the schedule are written again; all other bytes stay.  What a cell
 * cannot say is left alone, and the report says so.
 *
 * Returns: (transfer full) (nullable): the new page, or %NULL with @error set
 */
GBytes *
lectern_page_publish (GBytes                    *page,
                      LecternSchedule           *schedule,
                      const LecternPageOptions  *options,
                      LecternPageReport        **report,
                      GError                   **error)
{
  g_autoptr (GHashTable) known = known_dates (schedule);
  LecternPageOptions all = reading_options (schedule, options);
  g_autoptr (LecternPageReading) reading = lectern_page_read (page, &all, known, NULL, error);
  g_autoptr (LecternPageReport) notes = NULL;
  g_autoptr (LecternPagePlan) plan = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  GBytes *published;

  if (reading == NULL)
    return NULL;

  reading->new_dates = all.new_dates;
  notes = lectern_page_report_new ();
  plan = lectern_page_plan_new (reading, schedule, &all);
  published = carry_out (plan, page, &all, known, notes);
  report_refused (plan, notes);
  report_misread (plan, notes);
  sessions = list_sessions (plan, schedule);
  report_private (plan, notes);
  report_new_files (page, published, sessions, &all, notes);
  if (report != NULL)
    *report = g_steal_pointer (&notes);

  return published;
}
