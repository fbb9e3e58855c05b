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

/**
 * LecternPagePair:
 * @before: the index of an old line, -1 for none
 * @after: the index of the new line that it becomes, -1 for none
 *
 * A line that was changed, added or removed.
 */
typedef struct
{
  int before;
  int after;
} LecternPagePair;

/**
 * LecternPageWords:
 * @start: the byte where it begins
 * @end: the byte where it ends
 *
 * A piece of a line.
 */
typedef struct
{
  gsize start;
  gsize end;
} LecternPageWords;

GPtrArray *lectern_page_diff       (GBytes                  *before,
                                    GBytes                  *after);
GArray    *lectern_page_diff_pair  (const LecternPageChange *change);
GArray    *lectern_page_diff_words (const char              *line,
                                    const char              *other);

G_END_DECLS
