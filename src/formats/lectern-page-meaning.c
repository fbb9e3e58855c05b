/* lectern-page-meaning.c: whether a cell says what a session says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-meaning.h"

#include <string.h>

#include "lectern-address.h"
#include "lectern-json.h"
#include "lectern-page-escape.h"
#include "lectern-page-words.h"

static void
free_wanted (LecternPageWanted *wanted)
{
  g_free (wanted->title);
  g_free (wanted->url);
  g_free (wanted->part);
  g_free (wanted);
}

static LecternPageAim *
aim_new (LecternPageRole role)
{
  LecternPageAim *self = g_new0 (LecternPageAim, 1);

  self->role = role;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_wanted);

  return self;
}

/**
 * lectern_page_aim_free:
 * @self: (transfer full): an aim
 *
 * Frees an aim.
 */
void
lectern_page_aim_free (LecternPageAim *self)
{
  g_ptr_array_unref (self->items);
  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

/**
 * lectern_page_aim_item:
 * @self: an aim
 * @item: an index
 *
 * Looks an item up.
 *
 * Returns: (transfer none): the item
 */
LecternPageWanted *
lectern_page_aim_item (LecternPageAim *self,
                       guint           item)
{
  return g_ptr_array_index (self->items, item);
}

/* Normalized; %NULL for what says nothing. */
static char *
clean (const char *text)
{
  char *normal;

  if (text == NULL)
    return NULL;

  normal = lectern_page_normalize (text);
  if (*normal == '\0')
    g_clear_pointer (&normal, g_free);

  return normal;
}

static void
want (LecternPageAim *self,
      const char     *title,
      const char     *url,
      const char     *part)
{
  LecternPageWanted *wanted = g_new0 (LecternPageWanted, 1);

  wanted->title = clean (title);
  wanted->url = clean (url);
  wanted->part = clean (part);
  if (wanted->title != NULL && wanted->url == NULL && wanted->part == NULL &&
      lectern_page_is_placeholder (wanted->title))
    g_clear_pointer (&wanted->title, g_free);

  if (wanted->title == NULL && wanted->url == NULL && wanted->part == NULL)
    free_wanted (wanted);
  else
    g_ptr_array_add (self->items, wanted);
}

static void
set_text (LecternPageAim *self,
          const char     *text)
{
  g_clear_pointer (&self->text, g_free);
  self->text = clean (text);
  if (self->text != NULL && lectern_page_is_placeholder (self->text))
    g_clear_pointer (&self->text, g_free);
}

static void
want_papers (LecternPageAim *self,
             LecternSession *session,
             gboolean        title_column)
{
  GListModel *papers = lectern_session_get_papers (session);
  guint n = g_list_model_get_n_items (papers);
  guint i;

  if (!title_column && (n == 0 || lectern_session_get_kind (session) != LECTERN_KIND_SESSION))
    want (self, lectern_session_get_title (session), NULL, NULL);
  for (i = 0; i < n; i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      want (self, lectern_paper_get_title (paper), lectern_paper_get_url (paper), lectern_paper_get_part (paper));
    }
}

static void
want_resources (LecternPageAim     *self,
                LecternPageContext *context,
                LecternPageEntry   *entry,
                guint               table,
                guint               column,
                LecternSession     *session)
{
  GPtrArray *columns = lectern_page_reading_columns (context->reading, table);
  GListModel *resources = lectern_session_get_resources (session);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);
      const char *label = lectern_record_get_string (resource, LECTERN_RESOURCE_LABEL);
      g_autofree char *url = lectern_page_resource_address (resource, context->notes_folder, context->notes_url);

      if (url != NULL && lectern_page_column_of_resource (context, entry, columns, label, url) == (int) column)
        want (self, label, url, NULL);
    }
}

static void
want_names (LecternPageAim *self,
            LecternSession *session)
{
  const char * const *names = lectern_session_get_presenters (session);

  for (; names != NULL && *names != NULL; names++)
    want (self, *names, NULL, NULL);
}

/* The column that says whether a meeting is cancelled. */
static int
cancel_column (GPtrArray        *columns,
               LecternPageEntry *entry)
{
  static const LecternPageRole roles[] = {
    LECTERN_PAGE_COLUMN_STATUS, LECTERN_PAGE_COLUMN_PAPER, LECTERN_PAGE_COLUMN_TITLE, LECTERN_PAGE_COLUMN_PRESENTER,
  };
  int column = entry != NULL ? entry->cancelled_in : -1;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (roles) && column < 0; i++)
    column = lectern_page_columns_find (columns, roles[i]);

  return column;
}

static char *
date_text (LecternPageEntry *entry,
           LecternSession   *session)
{
  const char *date = lectern_session_get_date (session);
  const char *text = lectern_session_get_date_text (session);
  const char *time = lectern_session_get_time (session);
  g_autofree char *normal = NULL;

  if (date != NULL)
    return g_strconcat (date, entry != NULL && entry->has_time && time != NULL ? " " : NULL, time, NULL);

  normal = clean (text);
  if (normal == NULL || lectern_page_is_nothing (normal))
    return NULL;

  return g_strconcat ("~", normal, NULL);
}

static void
set_extra (LecternPageAim *self,
           LecternSession *session,
           const char     *key)
{
  GVariant *extra = lectern_session_get_extra (session);
  const char *value = NULL;

  if (extra != NULL && g_variant_lookup (extra, key, "&s", &value))
    self->text = clean (value);
}

/**
 * lectern_page_aim_new:
 * @context: what all cells have in common
 * @entry: (nullable): the row as it stands; %NULL for a new one
 * @table: the number of the table
 * @column: the number of the column
 * @session: a session
 *
 * Finds out what a cell should say for a session.
 *
 * Returns: (transfer full): what it should say
 */
LecternPageAim *
lectern_page_aim_new (LecternPageContext *context,
                      LecternPageEntry   *entry,
                      guint               table,
                      guint               column,
                      LecternSession     *session)
{
  GPtrArray *columns = lectern_page_reading_columns (context->reading, table);
  LecternPageColumn *info = g_ptr_array_index (columns, column);
  LecternPageAim *self = aim_new (info->role);

  if (lectern_session_get_cancelled (session) && cancel_column (columns, entry) == (int) column)
    {
      self->cancelled = TRUE;
      self->reason = clean (lectern_session_get_reason (session));
    }

  switch (info->role)
    {
    case LECTERN_PAGE_COLUMN_DATE:
      self->text = date_text (entry, session);
      break;
    case LECTERN_PAGE_COLUMN_TIME:
      set_text (self, lectern_session_get_time (session));
      break;
    case LECTERN_PAGE_COLUMN_PAPER:
      want_papers (self, session, lectern_page_columns_find (columns, LECTERN_PAGE_COLUMN_TITLE) >= 0);
      want_resources (self, context, entry, table, column, session);
      break;
    case LECTERN_PAGE_COLUMN_TITLE:
      set_text (self, lectern_session_get_title (session));
      break;
    case LECTERN_PAGE_COLUMN_PRESENTER:
      want_names (self, session);
      break;
    case LECTERN_PAGE_COLUMN_RESOURCE:
      want_resources (self, context, entry, table, column, session);
      if (self->items->len == 0)
        set_extra (self, session, info->key);
      break;
    case LECTERN_PAGE_COLUMN_LOCATION:
      set_text (self, lectern_session_get_location (session));
      break;
    case LECTERN_PAGE_COLUMN_NOTE:
      set_text (self, lectern_session_get_note (session));
      break;
    case LECTERN_PAGE_COLUMN_STATUS:
    case LECTERN_PAGE_COLUMN_EXTRA:
      set_extra (self, session, info->key);
      break;
    }

  return self;
}

static void
want_items (LecternPageAim *self,
            GPtrArray      *items)
{
  guint i;

  for (i = 0; i < items->len; i++)
    {
      LecternPageItem *item = lectern_page_content_item (items, i);

      want (self, item->title, item->url, item->part);
    }
}

/* The plain text of a cell that may say that a meeting is cancelled. */
static void
set_plain (LecternPageAim *self,
           const char     *plain)
{
  if (lectern_page_is_cancelled (plain, &self->reason))
    self->cancelled = TRUE;
  else
    set_text (self, plain);
}

/**
 * lectern_page_aim_of_cell:
 * @role: what its column holds; not a date
 * @cell: a cell
 * @source: its Markdown
 *
 * Finds out what a cell says.
 *
 * Returns: (transfer full): what it says
 */
LecternPageAim *
lectern_page_aim_of_cell (LecternPageRole  role,
                          LecternPageCell *cell,
                          const char      *source)
{
  LecternPageAim *self = aim_new (role);
  g_autofree char *raw = lectern_page_cell_text (cell);
  g_autofree char *text = lectern_page_normalize (raw);

  if (role == LECTERN_PAGE_COLUMN_PAPER || role == LECTERN_PAGE_COLUMN_PRESENTER)
    {
      g_autoptr (LecternPageContent) content = role == LECTERN_PAGE_COLUMN_PAPER
                                               ? lectern_page_content_papers (cell)
                                               : lectern_page_content_names (cell);

      want_items (self, content->items);
      want_items (self, content->others);
      self->cancelled = content->cancelled;
      self->reason = clean (content->reason);
    }
  else if (role == LECTERN_PAGE_COLUMN_RESOURCE)
    {
      g_autoptr (LecternPageContent) content = lectern_page_content_resources (cell);

      want_items (self, content->items);
      if (self->items->len == 0 && !lectern_page_is_placeholder (text))
        self->text = clean (source);
    }
  else if (role == LECTERN_PAGE_COLUMN_TIME)
    {
      g_autoptr (LecternPageWhen) when = lectern_page_when_parse (text);
      g_autofree char *time = g_strdup_printf ("%02u:%02u", when->hour % 24, when->minute);

      set_text (self, when->has_time ? time : text);
    }
  else if (role == LECTERN_PAGE_COLUMN_STATUS)
    {
      set_plain (self, text);
      if (!self->cancelled)
        {
          g_free (self->text);
          self->text = clean (source);
        }
    }
  else if (role == LECTERN_PAGE_COLUMN_TITLE)
    {
      set_plain (self, text);
    }
  else if (role == LECTERN_PAGE_COLUMN_EXTRA)
    {
      self->text = clean (source);
    }
  else
    {
      set_text (self, text);
    }

  return self;
}

/**
 * lectern_page_aim_key:
 * @self: what a cell says
 *
 * Makes a text that is the same for all cells that say the same.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_page_aim_key (LecternPageAim *self)
{
  GString *key = g_string_new (NULL);
  guint i;

  if (self->cancelled)
    g_string_append_printf (key, "\1%s\1", self->reason != NULL ? self->reason : "");
  if (self->text != NULL)
    g_string_append (key, self->text);

  for (i = 0; i < self->items->len; i++)
    {
      LecternPageWanted *wanted = lectern_page_aim_item (self, i);
      g_autofree char *url = lectern_page_url_key (wanted->url);
      g_autofree char *label = wanted->title == NULL && wanted->url != NULL && !lectern_address_is_web (wanted->url)
                               ? lectern_page_url_label (wanted->url) : g_strdup (wanted->title);

      g_string_append_printf (key, "\2%s\3%s\3%s", label != NULL ? label : "", url,
                              wanted->part != NULL ? wanted->part : "");
    }

  return g_string_free (key, FALSE);
}

/**
 * lectern_page_entry_same:
 * @entry: a row of a page
 * @session: a session, which does not change while the page is read
 *
 * Looks whether a row and a session are the same in all that a page could
 * say.  What was found out once is not asked again.
 *
 * Returns: %TRUE if so; even if not, the page may say the same of both
 */
gboolean
lectern_page_entry_same (LecternPageEntry *entry,
                         LecternSession   *session)
{
  guint i;

  if (entry->same == session || lectern_json_session_matches (entry->session, session))
    {
      entry->same = session;
      return TRUE;
    }

  for (i = LECTERN_SESSION_DATE; i <= LECTERN_SESSION_EXTRA; i++)
    if (!lectern_record_member_equal (LECTERN_RECORD (entry->session), LECTERN_RECORD (session), i))
      return FALSE;
  entry->same = session;

  return TRUE;
}

/**
 * lectern_page_session_title:
 * @session: a session
 *
 * Makes a text of what a session is about, to recognise it by.
 *
 * Returns: (transfer full): the text, empty if it is about nothing
 */
char *
lectern_page_session_title (LecternSession *session)
{
  g_autoptr (LecternPageAim) aim = aim_new (LECTERN_PAGE_COLUMN_PAPER);

  want_papers (aim, session, FALSE);
  want (aim, lectern_session_get_title (session), NULL, NULL);

  return lectern_page_aim_key (aim);
}
