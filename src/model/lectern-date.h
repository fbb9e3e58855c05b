/* lectern-date.h: dates and times as the file writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lectern_date_parse   (const char  *text,
                               GDate       *date);
char    *lectern_date_format  (const GDate *date);
gboolean lectern_date_is_shaped (const char *text);
void     lectern_date_today   (GDate       *date);
gboolean lectern_time_parse   (const char  *text,
                               guint       *hour,
                               guint       *minute);

G_END_DECLS
