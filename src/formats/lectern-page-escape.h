/* lectern-page-escape.h: text that both renderers show as it is
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lectern_page_escape      (const char *text,
                                gboolean    strict);
char *lectern_page_escape_url  (const char *url);
char *lectern_page_format_item (const char *title,
                                const char *url,
                                const char *part,
                                gboolean    strict);
char *lectern_page_url_key     (const char *url);
char *lectern_page_url_label   (const char *url);

G_END_DECLS
