/* lectern-page-plan.h: what publishing is going to do to each row
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-align.h"
#include "lectern-page-edit.h"

G_BEGIN_DECLS

/**
 * LecternPageRowPlan:
 * @table: the number of the table
 * @row: the number of the row in it
 * @first_entry: the first of its sessions as it stands
 * @n_entries: how many
 * @sessions: (array length=n_entries): what they are now, %NULL for removed
 * @removed: whether the row goes
 * @refused: the columns that cannot say what they should, by bits
 * @changed: the columns that change, by bits
 * @write_date: whether to write the date even where it could be inherited
 * @plain: whether it is then written out
 * @line: (nullable): what is to stand in its place
 */
typedef struct
{
  guint            table;
  guint            row;
  guint            first_entry;
  guint            n_entries;
  LecternSession **sessions;
  gboolean         removed;
  guint64          refused;
  guint64          changed;
  gboolean         write_date;
  gboolean         plain;
  char            *line;
} LecternPageRowPlan;

/**
 * LecternPageNewPlan:
 * @session: the session
 * @table: the number of the table
 * @after: the number of the row after which it comes
 * @model: the number of the row that it is written like
 * @plain: whether its date is written out
 * @refused: whether it cannot be written
 * @line: (nullable): what it will be
 */
typedef struct
{
  LecternSession *session;
  guint           table;
  guint           after;
  guint           model;
  gboolean        plain;
  gboolean        refused;
  char           *line;
} LecternPageNewPlan;

/**
 * LecternPagePlan:
 * @context: what all cells have in common
 * @page: the page
 * @rows: (element-type LecternPageRowPlan): its rows that are sessions
 * @added: (element-type LecternPageNewPlan): those that come
 * @manners: (element-type LecternPageManner): how columns are written, as far
 *   as was needed
 * @misread: the first line of the new page, from 1, whose date it does not
 *   tell by itself, 0 for none
 *
 * What is going to be done.
 */
typedef struct
{
  LecternPageContext  context;
  LecternPage        *page;
  GPtrArray          *rows;
  GPtrArray          *added;
  GHashTable         *manners;
  guint               misread;
} LecternPagePlan;

LecternPagePlan *lectern_page_plan_new       (LecternPageReading       *reading,
                                              LecternSchedule          *schedule,
                                              const LecternPageOptions *options);
void             lectern_page_plan_free      (LecternPagePlan          *self);
void             lectern_page_plan_write     (LecternPagePlan          *self);
void             lectern_page_plan_write_row (LecternPagePlan          *self,
                                              LecternPageRowPlan       *plan);
void             lectern_page_plan_write_new (LecternPagePlan          *self,
                                              LecternPageNewPlan       *plan);
GBytes          *lectern_page_plan_apply     (LecternPagePlan          *self,
                                              GArray                   *lines);
gboolean         lectern_page_plan_check     (LecternPagePlan          *self,
                                              GBytes                   *bytes,
                                              GArray                   *lines,
                                              const LecternPageOptions *options,
                                              GHashTable               *known);
void             lectern_page_plan_place     (LecternPagePlan          *self,
                                              LecternSchedule          *schedule,
                                              const int                *session_of);
LecternPageManner *
                 lectern_page_plan_manner    (LecternPagePlan          *self,
                                              guint                     table,
                                              guint                     column);

/**
 * LecternPageNewLine:
 * @old: the number of the line that it was, -1 for a new one
 * @row: (nullable): the row that it is
 * @added: (nullable): the new row that it is
 *
 * A line of the page as it will be.
 */
typedef struct
{
  int                 old;
  LecternPageRowPlan *row;
  LecternPageNewPlan *added;
} LecternPageNewLine;

gboolean         lectern_page_plan_check_structure (LecternPagePlan        *self,
                                                    LecternPage            *after,
                                                    GArray                 *lines);
void             lectern_page_plan_blame_structure (LecternPagePlan        *self,
                                                    LecternPageNewLine     *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPagePlan, lectern_page_plan_free)

G_END_DECLS
