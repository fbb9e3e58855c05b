/* lectern-page-cell.h: what stands in a cell of a table
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-scan.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PAGE_LEAF_TEXT,
  LECTERN_PAGE_LEAF_CODE,
  LECTERN_PAGE_LEAF_IMAGE,
  LECTERN_PAGE_LEAF_BREAK,
} LecternPageLeafType;

/**
 * LecternPageLeaf:
 * @type: what it is
 * @text: its text, decoded
 * @source: where it stands in the page; empty if it cannot be replaced there
 * @link: the index of the link that it belongs to, -1 for none
 * @run: leaves of the same run have no markup between them
 * @struck: whether it is struck out
 * @strong: whether it is emphasised
 */
typedef struct
{
  LecternPageLeafType  type;
  char                *text;
  LecternPageSpan      source;
  int                  link;
  guint                run;
  gboolean             struck;
  gboolean             strong;
} LecternPageLeaf;

typedef enum
{
  LECTERN_PAGE_LINK_INLINE,
  LECTERN_PAGE_LINK_REFERENCE,
  LECTERN_PAGE_LINK_AUTOLINK,
  LECTERN_PAGE_LINK_BARE,
  LECTERN_PAGE_LINK_HTML,
} LecternPageLinkKind;

/**
 * LecternPageLink:
 * @kind: how it is written
 * @url: the address
 * @url_source: where that stands in the page; empty if not in the cell
 * @source: where all of the link stands; empty if that is not known
 */
typedef struct
{
  LecternPageLinkKind  kind;
  char                *url;
  LecternPageSpan      url_source;
  LecternPageSpan      source;
} LecternPageLink;

/**
 * LecternPageCell:
 * @span: where it stands in the page
 * @leaves: (element-type LecternPageLeaf): its text
 * @links: (element-type LecternPageLink): its links
 */
typedef struct
{
  LecternPageSpan  span;
  GArray          *leaves;
  GArray          *links;
} LecternPageCell;

LecternPageCell *lectern_page_cell_read (LecternPage     *page,
                                         const char      *text,
                                         LecternPageSpan  span);
void             lectern_page_cell_free (LecternPageCell *self);
LecternPageLeaf *lectern_page_cell_leaf (LecternPageCell *self,
                                         guint            leaf);
LecternPageLink *lectern_page_cell_link (LecternPageCell *self,
                                         guint            link);
char            *lectern_page_cell_text (LecternPageCell *self);

char            *lectern_page_normalize (const char      *text);
char            *lectern_page_decode_entity (const char  *entity,
                                             gsize        length);
void             lectern_page_link_find_source (LecternPageCell *self,
                                                LecternPageLink *link,
                                                const char      *text,
                                                LecternPageSpan  inner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageCell, lectern_page_cell_free)

G_END_DECLS
