/* lectern-json-rewrite.h: a record written over the text that it was read from
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json-splice.h"

G_BEGIN_DECLS

/**
 * LecternJsonRewrite:
 * @text: the text that is written over
 * @style: its style
 * @by_origin: whether the origins of list items are indices into the lists
 *   of this very text
 * @members: (nullable) (element-type LecternJsonChild): for the head, the
 *   members of the file
 * @sessions: (nullable): for the head, the new text of the list of sessions,
 *   %NULL to keep it
 *
 * What is the same for a record and all the records in it.
 */
typedef struct
{
  const char             *text;
  const LecternJsonStyle *style;
  gboolean                by_origin;
  GArray                 *members;
  const char             *sessions;
} LecternJsonRewrite;

char *lectern_json_rewrite_record (const LecternJsonRewrite *self,
                                   LecternJsonSpan           span,
                                   LecternRecord            *record,
                                   LecternRecord            *old,
                                   LecternJsonLayout         layout);

G_END_DECLS
