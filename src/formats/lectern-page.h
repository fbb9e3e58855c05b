/* lectern-page.h: a group's page in Markdown, read and rewritten
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

#define LECTERN_PAGE_ERROR (lectern_page_error_quark ())
GQuark lectern_page_error_quark (void);

/**
 * LecternPageError:
 * @LECTERN_PAGE_ERROR_TEXT: the page is not UTF-8 text
 * @LECTERN_PAGE_ERROR_NO_TABLE: the page has no table with a schedule
 */
typedef enum
{
  LECTERN_PAGE_ERROR_TEXT,
  LECTERN_PAGE_ERROR_NO_TABLE,
} LecternPageError;

/**
 * LecternPageExists:
 * @path: a path relative to the schedule's folder
 * @data: what was given with the function
 *
 * Says whether there is such a file.
 *
 * Returns: %TRUE if so
 */
typedef gboolean (*LecternPageExists) (const char *path,
                                       gpointer    data);

/**
 * LecternPageOptions:
 * @dates: (nullable): `dd/mm/yyyy` or `mm/dd/yyyy`, if the user chose
 * @columns: (nullable): `a{ss}`, what columns hold by their headers, as far as
 *   the user chose
 * @notes_folder: (nullable): the folder of the notes
 * @notes_url: (nullable): the address of that folder
 * @exists: (nullable): whether there is a file
 * @exists_data: for @exists
 * @today: (nullable): today, for dates whose year nothing tells
 * @new_dates: (nullable): how to write dates into a table that has none yet,
 *   as in [func@date_form_write]; what the schedule says of its page counts
 *   more
 *
 * What importing a page is told.
 */
typedef struct
{
  const char        *dates;
  GVariant          *columns;
  const char        *notes_folder;
  const char        *notes_url;
  LecternPageExists  exists;
  gpointer           exists_data;
  const GDate       *today;
  const char        *new_dates;
} LecternPageOptions;

/**
 * LecternPageNoteKind:
 * @LECTERN_PAGE_NOTE_INFERRED: something that the page does not say outright
 * @LECTERN_PAGE_NOTE_LEFT: something that has no place in a schedule
 * @LECTERN_PAGE_NOTE_REFUSED: a change that the page cannot express
 * @LECTERN_PAGE_NOTE_PRIVATE: a change that the page has no column for
 */
typedef enum
{
  LECTERN_PAGE_NOTE_INFERRED,
  LECTERN_PAGE_NOTE_LEFT,
  LECTERN_PAGE_NOTE_REFUSED,
  LECTERN_PAGE_NOTE_PRIVATE,
} LecternPageNoteKind;

/**
 * LecternPageNote:
 * @kind: what it is about
 * @line: the line of the page, from 1; 0 for all of it
 * @text: a translated sentence
 */
typedef struct
{
  LecternPageNoteKind  kind;
  guint                line;
  char                *text;
} LecternPageNote;

/**
 * LecternPageColumnNote:
 * @line: the line of the header, from 1
 * @header: its text
 * @key: what it is called in `pageFormat.columns`
 * @example: (nullable): the text of its first cell that has any
 * @role: what the column holds, as in `pageFormat.columns`
 */
typedef struct
{
  guint       line;
  char       *header;
  char       *key;
  char       *example;
  const char *role;
} LecternPageColumnNote;

/**
 * LecternPagePlace:
 * @key: the key of a session
 * @line: the line that it was read from, from 1
 * @table: the number of the table, from 0
 * @row: the number of the row in it, from 0
 */
typedef struct
{
  guint64 key;
  guint   line;
  guint   table;
  guint   row;
} LecternPagePlace;

/**
 * LecternPageRowNote:
 * @line: the line of the new page, from 1; of the old one for a row that goes
 * @removed: whether it goes
 * @date: (nullable): the date of its session
 * @columns: (nullable): the headers of what changes in it, %NULL for a row
 *   that comes or goes
 *
 * A row that publishing changes.
 */
typedef struct
{
  guint     line;
  gboolean  removed;
  char     *date;
  char     *columns;
} LecternPageRowNote;

/**
 * LecternPageReport:
 * @notes: (element-type LecternPageNote): what there is to say
 * @columns: (element-type LecternPageColumnNote): the columns that were found
 * @places: (element-type LecternPagePlace): where the sessions stand
 * @rows: (element-type LecternPageRowNote): what publishing changes
 * @new_files: (element-type utf8): the files of resources that the page did
 *   not lead to before
 * @dates: how dates are written where that could be told or was chosen,
 *   `dd/mm/yyyy` or `mm/dd/yyyy`
 * @dates_certain: whether the page tells it
 * @n_tables: how many tables hold a schedule
 * @n_changed: how many rows were changed
 * @n_added: how many rows were added
 * @n_removed: how many rows were removed
 *
 * What importing or publishing has to say.
 */
typedef struct
{
  GPtrArray  *notes;
  GPtrArray  *columns;
  GArray     *places;
  GPtrArray  *rows;
  GPtrArray  *new_files;
  const char *dates;
  gboolean    dates_certain;
  guint       n_tables;
  guint       n_changed;
  guint       n_added;
  guint       n_removed;
} LecternPageReport;

LecternPageReport *lectern_page_report_new  (void);
void               lectern_page_report_free (LecternPageReport         *self);
void               lectern_page_report_add  (LecternPageReport         *self,
                                             LecternPageNoteKind        kind,
                                             guint                      line,
                                             const char                *format,
                                             ...) G_GNUC_PRINTF (4, 5);

gboolean           lectern_page_role_is_known (const char              *name);

LecternSchedule   *lectern_page_import      (GBytes                    *page,
                                             const LecternPageOptions  *options,
                                             LecternPageReport        **report,
                                             GError                   **error);
GBytes            *lectern_page_publish     (GBytes                    *page,
                                             LecternSchedule           *schedule,
                                             const LecternPageOptions  *options,
                                             LecternPageReport        **report,
                                             GError                   **error);

const char        *lectern_page_find_bad_text (GBytes                  *bytes,
                                              guint                   *line,
                                              guint                   *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageReport, lectern_page_report_free)

G_END_DECLS
