/* lectern-page-diff.h: which lines of a page are others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LecternPageChange:
 * @old_line: the first of the old lines, from 1; where there are none, the
 *   line that they would come after
 * @new_line: the same of the new lines
 * @before: (array zero-terminated=1): the old lines, with their line ends
 * @after: (array zero-terminated=1): the new lines, with their line ends
 *
 * Lines that stand together and were changed, added or removed.
 */
typedef struct
{
  guint  old_line;
  guint  new_line;
  GStrv  before;
  GStrv  after;
} LecternPageChange;

GPtrArray *lectern_page_diff           (GBytes     *before,
                                        GBytes     *after);
void       lectern_page_diff_line_span (const char *line,
                                        const char *other,
                                        gsize      *start,
                                        gsize      *end);

G_END_DECLS
