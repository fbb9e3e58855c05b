/* lectern-compat.h: what differs between the versions of GTK
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     lectern_compat_list_item_set_label      (GtkListItem         *item,
                                                 const char          *label);
void     lectern_compat_list_view_scroll_to      (GtkListView         *view,
                                                 guint                position);
void     lectern_compat_list_view_set_tab_leaves (GtkListView         *view);
void     lectern_compat_announce                 (GtkWidget           *widget,
                                                 const char          *text);

AdwToast *lectern_compat_toast_new               (GtkWidget           *title);
void     lectern_compat_toast_dismiss            (AdwToast            *toast);

void     lectern_compat_read_icons_ahead         (void);

void     lectern_compat_launch                   (GtkWindow           *parent,
                                                 const char          *uri,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean lectern_compat_launch_finish            (GtkWindow           *parent,
                                                 GAsyncResult        *result,
                                                 GError             **error);

void     lectern_compat_launch_with         (GtkWindow           *parent,
                                             GFile               *file,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean lectern_compat_launch_with_finish  (GtkWindow           *parent,
                                             GAsyncResult        *result,
                                             GError             **error);
void     lectern_compat_show_in_folder      (GtkWindow           *parent,
                                             GFile               *file,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean lectern_compat_show_in_folder_finish (GtkWindow         *parent,
                                             GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
