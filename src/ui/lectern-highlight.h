/* lectern-highlight.h: where a search finds its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

gboolean lectern_highlight_add (PangoAttrList *attributes,
                                const char    *text,
                                const char    *folded_needle);

G_END_DECLS
