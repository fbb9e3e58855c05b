/* lectern-page-line.h: a row of a table written again
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-read.h"

G_BEGIN_DECLS

char *lectern_page_line_write (LecternPageReading  *reading,
                               guint                table,
                               guint                row,
                               char               **cells,
                               guint                n_cells);
gboolean lectern_page_line_check (LecternPageReading  *reading,
                                  guint                table,
                                  guint                row,
                                  const char          *line,
                                  char               **cells,
                                  guint                n_cells);

/* Dates. */
char *lectern_page_date_text   (LecternPageCell     *cell);
char *lectern_page_date_edit   (LecternPageReading  *reading,
                                guint                table,
                                guint                row,
                                guint                column,
                                LecternSession     **sessions);
char *lectern_page_date_new    (LecternPageReading  *reading,
                                guint                table,
                                guint                column,
                                guint                near,
                                LecternSession      *session,
                                gboolean             plain);

G_END_DECLS
