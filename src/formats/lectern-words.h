/* lectern-words.h: dates and times in the words of a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "lectern-session.h"

G_BEGIN_DECLS

char *lectern_words_date     (const GDate    *date);
char *lectern_words_duration (int             minutes);
char *lectern_words_when     (LecternSession *session);

G_END_DECLS
