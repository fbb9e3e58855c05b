/* lectern-window-attach.h: what attaching PDFs in the window consists of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-window-private.h"

G_BEGIN_DECLS

/* lectern-window-attach.c */
void lectern_window_attach             (LecternWindow *window,
                                        guint64        key,
                                        const char    *label,
                                        GPtrArray     *files);

/* lectern-window-copies.c */
void lectern_window_remember_copies    (LecternWindow *self,
                                        guint64        state,
                                        GPtrArray     *paths);

/* lectern-window-notes.c */
void lectern_window_take_value         (LecternWindow *self,
                                        guint64        key,
                                        const GValue  *value);

/* lectern-window-files.c */
void lectern_window_add_file_menu_actions (LecternWindow *self);

/* lectern-window-locate.c */
void lectern_window_locate             (LecternWindow *self,
                                        guint64        key,
                                        guint          index);

/* lectern-window-folder.c */
void lectern_window_add_folder_actions (LecternWindow *self);

G_END_DECLS
