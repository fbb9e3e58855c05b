/* lectern-paper-id.h: which paper an address leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *lectern_paper_id_from_url   (const char *url);
gboolean lectern_paper_id_get_month  (const char *id,
                                      guint      *year,
                                      guint      *month);

G_END_DECLS
