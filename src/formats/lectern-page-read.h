/* lectern-page-read.h: the rows of a page as sessions
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-columns.h"
#include "lectern-page-content.h"
#include "lectern-page-resolve.h"
#include "lectern-page.h"

G_BEGIN_DECLS

/**
 * LecternPageEntry:
 * @session: what the row says
 * @table: the number of its table
 * @row: the number of its row in the table
 * @date: which of the dates in the cell it has, -1 for none
 * @n_sharing: how many sessions the row stands for
 * @inherits: whether it has its date from the row above
 * @cancelled_in: the column that says it is cancelled, -1 for none
 * @has_time: whether its date cell says a time
 * @same: (nullable): a session that is known to say the same
 */
typedef struct
{
  LecternSession *session;
  guint           table;
  guint           row;
  int             date;
  guint           n_sharing;
  gboolean        inherits;
  int             cancelled_in;
  gboolean        has_time;
  LecternSession *same;
} LecternPageEntry;

/**
 * LecternPageReading:
 * @page: the page
 * @columns: (element-type GPtrArray): for each table its columns, %NULL if it
 *   holds no schedule
 * @entries: (element-type LecternPageEntry): the sessions
 * @whens: (element-type LecternPageDateRow): what the date cells say, for each
 *   row of each schedule table
 * @first_when: for each table, the index of its first row in @whens
 * @evidence: what the dates were read by
 * @new_dates: (nullable): how to write dates into a table that has none
 */
typedef struct
{
  LecternPage         *page;
  GPtrArray           *columns;
  GArray              *entries;
  GArray              *whens;
  guint               *first_when;
  LecternPageEvidence  evidence;
  const char          *new_dates;
} LecternPageReading;

LecternPageReading *lectern_page_read           (GBytes                    *bytes,
                                                 const LecternPageOptions  *options,
                                                 GHashTable                *known,
                                                 LecternPageReading        *before,
                                                 GError                   **error);
void                lectern_page_reading_free   (LecternPageReading        *self);
GPtrArray          *lectern_page_reading_columns (LecternPageReading       *self,
                                                 guint                      table);
LecternPageRow     *lectern_page_reading_row    (LecternPageReading        *self,
                                                 guint                      table,
                                                 guint                      row);
LecternPageCell    *lectern_page_reading_cell   (LecternPageReading        *self,
                                                 guint                      table,
                                                 guint                      row,
                                                 guint                      column);
LecternPageWhen    *lectern_page_reading_when   (LecternPageReading        *self,
                                                 guint                      table,
                                                 guint                      row);
guint               lectern_page_reading_misread (LecternPageReading       *self);
void                lectern_page_read_row       (LecternPageReading        *self,
                                                 const LecternPageOptions  *options,
                                                 guint                      table,
                                                 guint                      row);

char               *lectern_page_resource_address (LecternRecord           *resource,
                                                 const char                *notes_folder,
                                                 const char                *notes_url);
char               *lectern_page_address_file   (const char                *url,
                                                 const LecternPageOptions  *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageReading, lectern_page_reading_free)

G_END_DECLS
