/* lectern-list-span.h: a part of a list, until the rest is wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_LIST_SPAN (lectern_list_span_get_type ())
G_DECLARE_FINAL_TYPE (LecternListSpan, lectern_list_span, LECTERN, LIST_SPAN, GObject)

LecternListSpan *lectern_list_span_new      (GListModel      *model,
                                             guint            start,
                                             guint            length);
gboolean         lectern_list_span_is_whole (LecternListSpan *self);
void             lectern_list_span_widen    (LecternListSpan *self);

G_END_DECLS
