/* lectern-json-splice.h: an object or a list written again
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json-fresh.h"

G_BEGIN_DECLS

/**
 * LecternJsonItem:
 * @old: the index of the child that it was, -1 if it is new
 * @rank: where it stands in canonical order, -1 if it is not known
 * @text: (nullable): its text, %NULL to keep the child's bytes
 *
 * What is to stand in an object (a name and a value) or a list (a value).
 */
typedef struct
{
  int   old;
  int   rank;
  char *text;
} LecternJsonItem;

/**
 * LecternJsonContainer:
 * @text: the file
 * @span: where the object or list stands in it
 * @children: (element-type LecternJsonChild): what stands in it
 * @separator: what usually stands between two children
 * @indent: the white space before a child that begins a line
 * @expanded: whether each child begins a line
 *
 * An object or a list as it stands in a file.  Commas and white space between
 * children belong to none of them.
 */
typedef struct
{
  const char      *text;
  LecternJsonSpan  span;
  GArray          *children;
  char            *separator;
  char            *indent;
  gboolean         expanded;
} LecternJsonContainer;

void    lectern_json_container_init   (LecternJsonContainer       *self,
                                       const char                 *text,
                                       LecternJsonSpan             span,
                                       GArray                     *children,
                                       const LecternJsonStyle     *style,
                                       LecternJsonLayout           layout);
void    lectern_json_container_clear  (LecternJsonContainer       *self);
char   *lectern_json_container_splice (const LecternJsonContainer *self,
                                       GArray                     *items,
                                       const LecternJsonStyle     *style,
                                       LecternJsonLayout           layout);

LecternJsonLayout
        lectern_json_container_place_new (const LecternJsonContainer *self);
LecternJsonStyle
        lectern_json_container_get_style (const LecternJsonContainer  *self,
                                          const LecternJsonStyle      *style,
                                          char                       **colon);

GArray *lectern_json_items_new        (void);
void    lectern_json_items_add        (GArray                     *items,
                                       int                         old,
                                       char                       *text);
void    lectern_json_items_insert     (GArray                     *items,
                                       int                         rank,
                                       char                       *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternJsonContainer, lectern_json_container_clear)

G_END_DECLS
