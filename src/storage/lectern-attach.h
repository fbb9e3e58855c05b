/* lectern-attach.h: a PDF becomes one of a session's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternAttachWay:
 * @LECTERN_ATTACH_COPY: a copy in the notes folder, unless it is there already
 * @LECTERN_ATTACH_LINK: where it is, which must be in the schedule's folder
 * @LECTERN_ATTACH_EITHER: where it is if that is in the schedule's folder, else
 *   a copy
 *
 * How a PDF gets into a schedule.
 */
typedef enum
{
  LECTERN_ATTACH_COPY,
  LECTERN_ATTACH_LINK,
  LECTERN_ATTACH_EITHER,
} LecternAttachWay;

typedef struct _LecternAttach LecternAttach;

LecternAttach *lectern_attach_new             (GFile                *schedule_file,
                                               const char           *folder,
                                               GFile                *pdf,
                                               const char           *name,
                                               LecternAttachWay      way);
LecternAttach *lectern_attach_ref             (LecternAttach        *self);
void           lectern_attach_unref           (LecternAttach        *self);

char          *lectern_attach_run             (LecternAttach        *self,
                                               GCancellable         *cancellable,
                                               GError              **error);
void           lectern_attach_run_async       (LecternAttach        *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char          *lectern_attach_run_finish      (GAsyncResult         *result,
                                               GError              **error);
double         lectern_attach_get_progress    (LecternAttach        *self);
gboolean       lectern_attach_get_made        (LecternAttach        *self);
void           lectern_attach_take_back       (LecternAttach        *self);

char          *lectern_attach_suggest_label   (LecternSession       *session,
                                               GFile                *pdf);
char          *lectern_attach_suggest_name    (LecternSession       *session,
                                               const char           *label,
                                               GFile                *pdf);
gboolean       lectern_attach_add             (LecternHistory       *history,
                                               LecternSession       *session,
                                               const char           *folder,
                                               const char           *label,
                                               const char           *path,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAttach, lectern_attach_unref)

G_END_DECLS
