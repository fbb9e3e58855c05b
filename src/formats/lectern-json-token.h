/* lectern-json-token.h: the words that JSON is made of
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json-scan.h"

G_BEGIN_DECLS

/**
 * LecternJsonCursor:
 * @text: the text
 * @p: the next byte
 * @end: the end of the text
 * @error: (nullable): what is wrong with it
 *
 * A place in a text that may be anything.  The functions return %FALSE when
 * they have set @error.
 */
typedef struct
{
  const char *text;
  const char *p;
  const char *end;
  GError     *error;
} LecternJsonCursor;

gboolean lectern_json_cursor_fail        (LecternJsonCursor  *self,
                                          const char         *message);
gboolean lectern_json_cursor_fail_at     (LecternJsonCursor  *self,
                                          const char         *where,
                                          const char         *message);
void     lectern_json_cursor_skip_space  (LecternJsonCursor  *self);
gboolean lectern_json_cursor_scan_string (LecternJsonCursor  *self,
                                          const char        **zero,
                                          gboolean           *has_escapes);
gboolean lectern_json_cursor_scan_number (LecternJsonCursor  *self);
gboolean lectern_json_cursor_scan_word   (LecternJsonCursor  *self,
                                          const char         *word);

G_END_DECLS
