/* lectern-page-edit.h: a cell made to say something else
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-meaning.h"

G_BEGIN_DECLS

/**
 * LecternPageManner:
 * @separator: what stands between two items of the column
 * @placeholder: what stands in its cells that say nothing
 *
 * How the cells of a column are written.
 */
typedef struct
{
  char *separator;
  char *placeholder;
} LecternPageManner;

LecternPageManner *lectern_page_manner_read  (LecternPageReading      *reading,
                                              guint                    table,
                                              guint                    column);
void               lectern_page_manner_free  (LecternPageManner       *self);

char              *lectern_page_edit_cell    (LecternPage             *page,
                                              LecternPageCell         *cell,
                                              LecternPageAim          *aim,
                                              LecternPageManner       *manner,
                                              guint                    attempt);
char              *lectern_page_splice       (const char              *text,
                                              LecternPageSpan          whole,
                                              LecternPageSpan          part,
                                              const char              *replacement);
void               lectern_page_take_closing (const char             *text,
                                              LecternPageSpan          whole,
                                              LecternPageSpan         *part);
gboolean           lectern_page_text_edit    (LecternPageCell         *cell,
                                              const char              *text,
                                              const LecternPagePiece  *piece,
                                              const char              *wanted,
                                              gboolean                 strict,
                                              LecternPageSpan         *span,
                                              char                   **replacement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageManner, lectern_page_manner_free)

G_END_DECLS
