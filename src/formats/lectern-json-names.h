/* lectern-json-names.h: finding names that stand twice in an object
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json-token.h"

G_BEGIN_DECLS

/**
 * LecternJsonName:
 * @name: the decoded name
 * @length: its length
 * @offset: where it stands
 * @owned: whether @name is to be freed, rather than a part of the text
 *
 * A name of a member.
 */
typedef struct
{
  const char *name;
  gsize       length;
  gsize       offset;
  gboolean    owned;
} LecternJsonName;

GArray   *lectern_json_names_new  (void);
gboolean  lectern_json_names_scan (GArray             *names,
                                   guint               first,
                                   LecternJsonCursor  *cursor,
                                   const char        **zero);
gboolean  lectern_json_names_end  (GArray             *names,
                                   guint               first,
                                   LecternJsonCursor  *cursor);

G_END_DECLS
