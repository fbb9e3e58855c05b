/* lectern-page-content.h: what the text of a cell means
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-cell.h"

G_BEGIN_DECLS

/**
 * LecternPagePiece:
 * @first: the first leaf of a stretch
 * @n_leaves: how many; 0 if there is no such text
 * @start: where the text begins in the joined text of the stretch
 * @end: where it ends there
 *
 * Where a text stands in a cell.
 */
typedef struct
{
  guint first;
  guint n_leaves;
  gsize start;
  gsize end;
} LecternPagePiece;

/**
 * LecternPageItem:
 * @title: (nullable): the text
 * @url: (nullable): the address
 * @part: (nullable): the text that follows
 * @link: the link that it is, -1 for none
 * @title_at: where the text stands
 * @part_at: where the text that follows stands
 * @whole: all of it in the page; empty if that is not known
 *
 * One paper, one resource or one presenter in a cell.
 */
typedef struct
{
  char             *title;
  char             *url;
  char             *part;
  int               link;
  LecternPagePiece  title_at;
  LecternPagePiece  part_at;
  LecternPageSpan   whole;
} LecternPageItem;

/**
 * LecternPageContent:
 * @items: (element-type LecternPageItem): papers, resources or presenters
 * @others: (element-type LecternPageItem): the resources among papers
 * @cancelled: whether it says that the meeting is cancelled
 * @reason: (nullable): why
 * @plain: all of the text, normalized
 * @struck: whether all of it is struck out
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *others;
  gboolean   cancelled;
  char      *reason;
  char      *plain;
  gboolean   struck;
} LecternPageContent;

LecternPageContent *lectern_page_content_new       (LecternPageCell        *cell);
LecternPageContent *lectern_page_content_papers    (LecternPageCell        *cell);
LecternPageContent *lectern_page_content_resources (LecternPageCell        *cell);
LecternPageContent *lectern_page_content_names     (LecternPageCell        *cell);
void                lectern_page_content_free      (LecternPageContent     *self);
LecternPageItem    *lectern_page_content_item      (GPtrArray              *items,
                                                    guint                   item);
void                lectern_page_item_free         (LecternPageItem        *item);
guint               lectern_page_struck_end        (LecternPageCell        *cell,
                                                    gboolean               *some);
char               *lectern_page_piece_raw         (LecternPageCell        *cell,
                                                    const LecternPagePiece *piece);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageContent, lectern_page_content_free)

G_END_DECLS
