/* lectern-markdown.c: a schedule as a Markdown table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date-form.h"
#include "lectern-public.h"

typedef enum
{
  COLUMN_DATE,
  COLUMN_TIME,
  COLUMN_PAPER,
  COLUMN_PRESENTER,
  COLUMN_LOCATION,
  COLUMN_RESOURCES,
  N_COLUMNS,
} Column;

/* Not translated: an import knows them in any language, and a table shall not
 * change its header with the language of whoever copies it. */
static const char * const labels[N_COLUMNS] = {
  "Date", "Time", "Paper", "Presenter", "Location", "Resources",
};

static char *
make_link (const char *text,
           const char *address)
{
  g_autofree char *escaped = lectern_markdown_escape (text);
  g_autofree char *destination = NULL;

  if (address == NULL || *escaped == '\0')
    return g_steal_pointer (&escaped);

  destination = lectern_markdown_destination (address);

  return g_strdup_printf ("[%s](%s)", escaped, destination);
}

static void
append_item (GString    *cell,
             const char *separator,
             const char *item)
{
  if (!lectern_public_is_text (item))
    return;
  if (cell->len > 0)
    g_string_append (cell, separator);
  g_string_append (cell, item);
}

/* After a link its text's tail is the part; without one it would be taken for
 * the title's end, which a comma at least sets apart. */
static char *
make_paper (LecternPaper *paper)
{
  g_autofree char *address = lectern_public_web (lectern_paper_get_url (paper));
  const char *title = lectern_paper_get_title (paper);
  const char *part = lectern_paper_get_part (paper);
  g_autofree char *words = NULL;
  g_autofree char *link = NULL;
  g_autofree char *tail = NULL;

  if (address == NULL)
    {
      words = lectern_public_paper_words (paper);
      return lectern_markdown_escape (words);
    }

  link = make_link (lectern_public_is_text (title) ? title : lectern_paper_get_url (paper), address);
  if (!lectern_public_is_text (part))
    return g_steal_pointer (&link);
  tail = lectern_markdown_escape (part);

  return g_strconcat (link, " ", tail, NULL);
}

static char *
make_papers (LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);
  const char *title = lectern_session_get_title (session);
  const char *reason = lectern_session_get_reason (session);
  g_autofree char *escaped_title = lectern_markdown_escape (title != NULL ? title : "");
  g_autofree char *escaped_reason = lectern_markdown_escape (reason != NULL ? reason : "");
  GString *cell = g_string_new (escaped_title);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *item = make_paper (paper);

      append_item (cell, "; ", item);
    }

  if (lectern_session_get_cancelled (session))
    {
      if (cell->len > 0)
        {
          g_string_prepend (cell, "~~");
          g_string_append (cell, "~~ ");
        }
      g_string_append (cell, "Cancelled");
      append_item (cell, ": ", escaped_reason);
    }

  return g_string_free (cell, FALSE);
}

static char *
make_resources (LecternHead    *head,
                LecternSession *session)
{
  GListModel *resources = lectern_session_get_resources (session);
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      g_autofree char *name = lectern_resource_dup_shown_name (resource);
      g_autofree char *address = lectern_public_resource (head, resource, TRUE);
      g_autofree char *item = make_link (name, address);

      append_item (cell, " ", item);
    }

  return g_string_free (cell, FALSE);
}

static char *
make_cell (LecternHead    *head,
           LecternSession *session,
           const char     *dates,
           Column          column)
{
  g_autofree char *names = NULL;
  g_autofree char *day = NULL;
  const char *text = NULL;
  GDate date;

  switch (column)
    {
    case COLUMN_DATE:
      if (lectern_session_get_gdate (session, &date))
        {
          day = lectern_date_form_write (dates, &date);
          text = day;
          break;
        }
      text = lectern_session_get_date (session);
      if (text == NULL)
        text = lectern_session_get_date_text (session);
      break;
    case COLUMN_TIME:
      text = lectern_session_get_time (session);
      break;
    case COLUMN_PAPER:
      return make_papers (session);
    case COLUMN_PRESENTER:
      names = lectern_public_names (lectern_session_get_presenters (session));
      text = names;
      break;
    case COLUMN_LOCATION:
      text = lectern_session_get_location (session);
      break;
    case COLUMN_RESOURCES:
      return make_resources (head, session);
    case N_COLUMNS:
    default:
      g_assert_not_reached ();
    }

  return lectern_markdown_escape (text != NULL ? text : "");
}

static void
append_row (GString            *table,
            const char * const *cells,
            const gboolean     *used)
{
  g_string_append_c (table, '|');
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      if (used[column])
        g_string_append_printf (table, " %s%s|", cells[column], *cells[column] != '\0' ? " " : "");
    }
  g_string_append_c (table, '\n');
}

static GBytes *
write_sessions (LecternHead          *head,
                GPtrArray            *sessions,
                LecternMarkdownFlags  flags,
                const char           *dates)
{
  static const char * const rule[N_COLUMNS] = { "---", "---", "---", "---", "---", "---" };
  gboolean used[N_COLUMNS] = { [COLUMN_DATE] = TRUE, [COLUMN_PAPER] = TRUE, [COLUMN_RESOURCES] = TRUE };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_full (sessions->len * N_COLUMNS, g_free);
  GString *table = g_string_new (NULL);
  gsize length;

  for (guint i = 0; i < sessions->len; i++)
    {
      for (Column column = 0; column < N_COLUMNS; column++)
        {
          char *cell = make_cell (head, g_ptr_array_index (sessions, i), dates, column);

          g_ptr_array_add (cells, cell);
          if (*cell != '\0' && (column != COLUMN_LOCATION || (flags & LECTERN_MARKDOWN_LOCATION) != 0))
            used[column] = TRUE;
        }
    }

  append_row (table, labels, used);
  append_row (table, rule, used);
  for (guint i = 0; i < sessions->len; i++)
    append_row (table, (const char * const *) cells->pdata + i * N_COLUMNS, used);

  length = table->len;

  return g_bytes_new_take (g_string_free (table, FALSE), length);
}

/**
 * lectern_markdown_write:
 * @schedule: a schedule
 * @flags: what to write only because it was asked for
 * @dates: (nullable): how dates are written, as in [func@date_form_write]
 *
 * Writes a schedule as a table that both GitHub and kramdown take for one, a
 * row for each session.  Columns that would be empty are left out, but for
 * those of the date, the paper and the resources.  Notes are private and
 * never written; nor are the columns of an imported page that have no member
 * of their own.
 *
 * Returns: (transfer full): the table
 */
GBytes *
lectern_markdown_write (LecternSchedule      *schedule,
                        LecternMarkdownFlags  flags,
                        const char           *dates)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    g_ptr_array_add (sessions, lectern_schedule_get_session (schedule, i));

  return write_sessions (lectern_schedule_get_head (schedule), sessions, flags, dates);
}

/**
 * lectern_markdown_write_session:
 * @schedule: a schedule
 * @session: a session of it
 * @flags: what to write only because it was asked for
 * @dates: (nullable): how dates are written, as in [func@date_form_write]
 *
 * Writes a table of one session, as [func@markdown_write] does.
 *
 * Returns: (transfer full): the table
 */
GBytes *
lectern_markdown_write_session (LecternSchedule      *schedule,
                                LecternSession       *session,
                                LecternMarkdownFlags  flags,
                                const char           *dates)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  g_ptr_array_add (sessions, session);

  return write_sessions (lectern_schedule_get_head (schedule), sessions, flags, dates);
}

/**
 * lectern_markdown_write_sessions:
 * @schedule: a schedule
 * @sessions: (element-type LecternSession): sessions of it
 * @flags: what to write only because it was asked for
 * @dates: (nullable): how dates are written, as in [func@date_form_write]
 *
 * Writes a table of some sessions, as [func@markdown_write] does.
 *
 * Returns: (transfer full): the table
 */
GBytes *
lectern_markdown_write_sessions (LecternSchedule      *schedule,
                                 GPtrArray            *sessions,
                                 LecternMarkdownFlags  flags,
                                 const char           *dates)
{
  return write_sessions (lectern_schedule_get_head (schedule), sessions, flags, dates);
}

/**
 * lectern_markdown_is_table:
 * @bytes: a file
 *
 * Tells whether a file holds one table and nothing else, so that no other
 * text is lost if it is replaced.
 *
 * Returns: whether it does, or is empty
 */
gboolean
lectern_markdown_is_table (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean at_start = TRUE;
  gboolean ended = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (at_start && data[i] == '|' && ended)
        return FALSE;
      if (at_start && data[i] != '|' && data[i] != '\n' && data[i] != '\r')
        return FALSE;
      ended = ended || (at_start && data[i] != '|');
      at_start = data[i] == '\n';
    }

  return TRUE;
}
