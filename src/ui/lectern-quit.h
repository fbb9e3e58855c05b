/* lectern-quit.h: whether all windows may be closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void      lectern_quit_confirm        (GtkApplication      *application,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean  lectern_quit_confirm_finish (GtkApplication      *application,
                                       GAsyncResult        *result);

G_END_DECLS
