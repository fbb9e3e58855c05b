/* lectern-page-scan.h: where the tables of a Markdown page stand
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LecternPageSpan:
 * @start: the offset of the first byte
 * @end: the offset after the last byte
 */
typedef struct
{
  gsize start;
  gsize end;
} LecternPageSpan;

/**
 * LecternPageLine:
 * @start: the offset of the first byte
 * @end: the offset after the last byte that is no line end
 * @next: the offset of the next line
 */
typedef struct
{
  gsize start;
  gsize end;
  gsize next;
} LecternPageLine;

typedef enum
{
  LECTERN_PAGE_PART_NONE,
  LECTERN_PAGE_PART_HEADER,
  LECTERN_PAGE_PART_DELIMITER,
  LECTERN_PAGE_PART_BODY,
} LecternPagePart;

/**
 * LecternPageMark:
 * @table: the number of the table that the line belongs to, 0 for none
 * @part: what it is there
 * @cells: how many cells it has there
 *
 * What one renderer makes of one line.
 */
typedef struct
{
  guint           table;
  LecternPagePart part;
  guint           cells;
} LecternPageMark;

/**
 * LecternPageRow:
 * @line: the line that it is
 * @part: what it is in the table
 * @silent: whether it holds nothing for a reader: a rule, or a comment
 * @gfm: what GitHub makes of it
 * @kramdown: what Jekyll makes of it
 * @first_cell: the index of its first cell in the page's spans
 * @n_cells: how many cells it has
 */
typedef struct
{
  guint           line;
  LecternPagePart part;
  gboolean        silent;
  LecternPageMark gfm;
  LecternPageMark kramdown;
  guint           first_cell;
  guint           n_cells;
} LecternPageRow;

/**
 * LecternPageTable:
 * @first_row: the index of its header in the page's rows
 * @n_rows: how many rows it has, with header and delimiter
 */
typedef struct
{
  guint first_row;
  guint n_rows;
} LecternPageTable;

/**
 * LecternPageHeading:
 * @line: the line that it stands on
 * @level: 1 to 6
 * @text: its text
 */
typedef struct
{
  guint           line;
  guint           level;
  LecternPageSpan text;
} LecternPageHeading;

/**
 * LecternPage:
 * @bytes: the page
 * @text: its text
 * @length: how many bytes
 * @n_front: how many lines the front matter takes
 * @lines: (element-type LecternPageLine): its lines
 * @gfm: (array): for each line, what GitHub makes of it
 * @kramdown: (array): for each line, what Jekyll makes of it
 * @rows: (element-type LecternPageRow): the rows of all tables
 * @cells: (element-type LecternPageSpan): the cells of all rows, without the
 *   white space around their text
 * @tables: (element-type LecternPageTable): the tables
 * @headings: (element-type LecternPageHeading): the headings
 * @definitions: (element-type utf8 LecternPageSpan): the lines that define
 *   links, by folded label
 *
 * A page, in which all but the tables is opaque.
 */
typedef struct
{
  GBytes          *bytes;
  const char      *text;
  gsize            length;
  guint            n_front;
  GArray          *lines;
  LecternPageMark *gfm;
  LecternPageMark *kramdown;
  GArray          *rows;
  GArray          *cells;
  GArray          *tables;
  GArray          *headings;
  GHashTable      *definitions;
} LecternPage;

LecternPage     *lectern_page_scan            (GBytes                *bytes,
                                               GError               **error);
void             lectern_page_free            (LecternPage           *self);

LecternPageLine *lectern_page_line            (LecternPage           *self,
                                               guint                  line);
LecternPageRow  *lectern_page_row             (LecternPage           *self,
                                               LecternPageTable      *table,
                                               guint                  row);
gboolean         lectern_page_cell_span       (LecternPage           *self,
                                               LecternPageRow        *row,
                                               guint                  column,
                                               LecternPageSpan       *span);
char            *lectern_page_fold_label      (const char            *label,
                                               gsize                  length);

/* The two renderers. */
void             lectern_page_scan_gfm        (LecternPage           *self);
void             lectern_page_scan_kramdown   (LecternPage           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPage, lectern_page_free)

G_END_DECLS
