/* lectern-page-date-parser.h: a text in which dates and times are looked for
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-date-tokens.h"

G_BEGIN_DECLS

/**
 * LecternPageDateParser:
 * @text: the text
 * @tokens: (element-type LecternPageToken): what it consists of
 * @when: what has been found
 * @weekday: a day of the week that was said, and is not yet part of a date
 * @weekday_field: where it stands
 *
 * Where the search stands.
 */
typedef struct
{
  const char      *text;
  GArray          *tokens;
  LecternPageWhen *when;
  GDateWeekday     weekday;
  LecternPageField weekday_field;
} LecternPageDateParser;

const LecternPageToken *
         lectern_page_token_at          (LecternPageDateParser *self,
                                         guint                  i);
gboolean lectern_page_token_is          (LecternPageDateParser *self,
                                         guint                  i,
                                         const char            *characters);
gboolean lectern_page_word_is           (LecternPageDateParser *self,
                                         guint                  i,
                                         const char            *words);
gboolean lectern_page_begins_time       (LecternPageDateParser *self,
                                         guint                  i);
guint    lectern_page_parse_time        (LecternPageDateParser *self,
                                         guint                  i);
guint    lectern_page_parse_weekday     (LecternPageDateParser *self,
                                         guint                  i);
guint    lectern_page_parse_cjk_weekday (LecternPageDateParser *self,
                                         guint                  i);

G_END_DECLS
