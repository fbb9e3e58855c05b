/* lectern-window.h: a window that shows and edits one schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_WINDOW (lectern_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternWindow, lectern_window, LECTERN, WINDOW, AdwApplicationWindow)

/* A file that is being read for a window that is not there yet. */
typedef struct _LecternReading LecternReading;

LecternReading  *lectern_reading_new           (GFile               *file);
gboolean         lectern_reading_is_of         (LecternReading      *self,
                                                GFile               *file);
void             lectern_reading_drop          (LecternReading      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternReading, lectern_reading_drop)

LecternWindow   *lectern_window_new            (GtkApplication      *application);
LecternWindow   *lectern_window_new_reading    (GtkApplication      *application,
                                                LecternReading      *reading);
LecternWindow   *lectern_window_new_for_file   (GtkApplication      *application,
                                                GFile               *file);

void             lectern_window_load           (LecternWindow       *self,
                                                GFile               *file);
LecternDocument *lectern_window_get_document   (LecternWindow       *self);
void             lectern_window_set_document   (LecternWindow       *self,
                                                LecternDocument     *document);
GFile           *lectern_window_get_file       (LecternWindow       *self);
gboolean         lectern_window_is_blank       (LecternWindow       *self);

void             lectern_window_open_file      (GtkApplication      *application,
                                                LecternWindow       *near,
                                                GFile               *file);
void             lectern_window_open_folder    (LecternWindow       *self,
                                                GFile               *folder);

void             lectern_window_take_folder    (LecternWindow       *self,
                                                GFile               *folder);

gboolean         lectern_window_keep_draft     (LecternWindow       *self,
                                                gboolean             ending,
                                                GError             **error);
gboolean         lectern_window_has_changes    (LecternWindow       *self);
void             lectern_window_confirm_close  (LecternWindow       *self,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean         lectern_window_confirm_close_finish (LecternWindow *self,
                                                GAsyncResult        *result);

G_END_DECLS
