/* lectern-document.h: a schedule, its history and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-history.h"
#include "lectern-schedule.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_DOCUMENT (lectern_document_get_type ())
G_DECLARE_FINAL_TYPE (LecternDocument, lectern_document, LECTERN, DOCUMENT, GObject)

LecternDocument *lectern_document_new            (void);
LecternDocument *lectern_document_new_from_bytes (GBytes               *bytes,
                                                  GFile                *file,
                                                  GError              **error);
LecternDocument *lectern_document_load           (GFile                *file,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
void             lectern_document_load_async     (GFile                *file,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
LecternDocument *lectern_document_load_finish    (GAsyncResult         *result,
                                                  GError              **error);

gboolean         lectern_document_save           (LecternDocument      *self,
                                                  GFile                *target,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
void             lectern_document_save_async     (LecternDocument      *self,
                                                  GFile                *target,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         lectern_document_save_finish    (LecternDocument      *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

GFile           *lectern_document_get_file       (LecternDocument      *self);
void             lectern_document_set_path       (LecternDocument      *self,
                                                  GFile                *file);
const char      *lectern_document_get_baseline   (LecternDocument      *self);
GBytes          *lectern_document_get_base       (LecternDocument      *self);
void             lectern_document_set_base       (LecternDocument      *self,
                                                  GBytes               *base);
void             lectern_document_set_missing    (LecternDocument      *self,
                                                  gboolean              missing);
LecternSchedule *lectern_document_get_schedule   (LecternDocument      *self);
LecternHistory  *lectern_document_get_history    (LecternDocument      *self);
gboolean         lectern_document_get_edited     (LecternDocument      *self);
gboolean         lectern_document_get_saving     (LecternDocument      *self);
void             lectern_document_set_backups    (LecternDocument      *self,
                                                  gboolean              backups);
char            *lectern_document_dup_name       (LecternDocument      *self);

G_END_DECLS
