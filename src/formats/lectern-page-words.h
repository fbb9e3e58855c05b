/* lectern-page-words.h: words that mean something in a cell
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lectern_page_is_placeholder    (const char  *text);
gboolean lectern_page_is_nothing        (const char  *text);
gboolean lectern_page_is_break          (const char  *text);
gboolean lectern_page_is_cancelled      (const char  *text,
                                         char       **reason);
gboolean lectern_page_is_paper_word     (const char  *text);
gboolean lectern_page_is_resource_word  (const char  *text);
void     lectern_page_strip_separators  (const char  *text,
                                         gsize       *start,
                                         gsize       *end);

G_END_DECLS
