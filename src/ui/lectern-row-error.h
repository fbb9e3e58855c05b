/* lectern-row-error.h: a row that says what is wrong with what it holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lectern_row_error_set (GtkWidget  *row,
                            GtkWidget  *editor,
                            const char *error,
                            gboolean    spelled_out);

G_END_DECLS
