/* lectern-date-input.h: dates and times as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lectern_date_input_month_first (void);
gboolean lectern_date_input_parse       (const char  *text,
                                         gboolean     month_first,
                                         const GDate *near,
                                         GDate       *date);
gboolean lectern_date_input_is_numeric  (const char  *text);
char    *lectern_time_input_parse       (const char  *text,
                                         gboolean     finished);

G_END_DECLS
