/* lectern-page-lines.h: what a line of Markdown looks like by itself
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-scan.h"

G_BEGIN_DECLS

/**
 * LecternPageView:
 * @p: the first character that is no white space
 * @end: the end of the line
 * @indent: how many columns of white space stand before it
 * @blank: whether there is nothing else
 */
typedef struct
{
  const char *p;
  const char *end;
  guint       indent;
  gboolean    blank;
} LecternPageView;

void     lectern_page_view_init       (LecternPageView       *self,
                                       const char            *text,
                                       const LecternPageLine *line);
gboolean lectern_page_view_fence      (const LecternPageView *self,
                                       char                  *mark,
                                       guint                 *length);
gboolean lectern_page_view_fence_ends (const LecternPageView *self,
                                       char                   mark,
                                       guint                  length);
guint    lectern_page_view_heading    (const LecternPageView *self);
gboolean lectern_page_view_rule       (const LecternPageView *self);
guint    lectern_page_view_item       (const LecternPageView *self);
gboolean lectern_page_view_liquid     (const LecternPageView *self);
gboolean lectern_page_view_starts     (const LecternPageView *self,
                                       const char            *text);
gboolean lectern_page_view_contains   (const LecternPageView *self,
                                       const char            *text);
char    *lectern_page_view_tag        (const LecternPageView *self,
                                       gboolean              *closing);
gboolean lectern_page_tag_is_block    (const char            *tag);
gboolean lectern_page_tag_is_raw      (const char            *tag);

void     lectern_page_split_gfm       (const char            *text,
                                       gsize                  start,
                                       gsize                  end,
                                       GArray                *spans);
void     lectern_page_split_kramdown  (const char            *text,
                                       gsize                  start,
                                       gsize                  end,
                                       gboolean               leading_pipe,
                                       gboolean               liquid,
                                       GArray                *spans);
guint    lectern_page_delimiter_cells (const char            *text,
                                       gsize                  start,
                                       gsize                  end);
gboolean lectern_page_is_separator    (const char            *text,
                                       gsize                  start,
                                       gsize                  end);
gboolean lectern_page_has_pipe        (const char            *text,
                                       gsize                  start,
                                       gsize                  end);
gsize    lectern_page_skip_liquid     (const char            *text,
                                       gsize                  at,
                                       gsize                  end);

G_END_DECLS
