/* lectern-page-date-tokens.h: the words and numbers that dates consist of
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-dates.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PAGE_TOKEN_END,
  LECTERN_PAGE_TOKEN_NUMBER,
  LECTERN_PAGE_TOKEN_WORD,
  LECTERN_PAGE_TOKEN_OTHER,
} LecternPageTokenType;

/**
 * LecternPageToken:
 * @type: what it is
 * @start: the offset in the text
 * @end: the offset after it
 * @value: of a number; of another character, itself
 * @month: of a word that is the name of a month, 0 for others
 * @weekday: of a word that is the name of a day
 * @spaced: whether white space stands before it
 */
typedef struct
{
  LecternPageTokenType type;
  guint                start;
  guint                end;
  guint                value;
  guint                month;
  GDateWeekday         weekday;
  gboolean             spaced;
} LecternPageToken;

GArray *lectern_page_tokenize (const char *text);

G_END_DECLS
