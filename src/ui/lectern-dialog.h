/* lectern-dialog.h: what dialogs that show an effect before it happens share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void        lectern_dialog_prepare      (GtkWindow            *dialog,
                                         int                   width);
GtkWidget  *lectern_dialog_add_header   (GtkWindow            *dialog,
                                         GtkWidget            *box,
                                         const char           *title,
                                         const char           *subtitle,
                                         const char           *cancel,
                                         const char           *verb);
GtkWidget  *lectern_dialog_make_spinner (const char           *name);
GtkWidget  *lectern_dialog_make_row     (const char           *text,
                                         const char           *detail,
                                         const char           *icon_name);
void        lectern_dialog_wrap_title   (GtkWidget            *group);
GtkWidget  *lectern_dialog_make_more    (guint                 n);
void        lectern_dialog_append_count (GString              *string,
                                         const char           *format,
                                         guint                 n);

G_END_DECLS
