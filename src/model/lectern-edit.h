/* lectern-edit.h: the edits that the window and the command line share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

#define LECTERN_EDIT_ERROR (lectern_edit_error_quark ())
GQuark lectern_edit_error_quark (void);

/**
 * LecternEditError:
 * @LECTERN_EDIT_ERROR_PATH: there is no such member
 * @LECTERN_EDIT_ERROR_VALUE: the member cannot hold that value
 */
typedef enum
{
  LECTERN_EDIT_ERROR_PATH,
  LECTERN_EDIT_ERROR_VALUE,
} LecternEditError;

gboolean        lectern_edit_check         (LecternSession      *session,
                                            const char          *path,
                                            const char          *value,
                                            GError             **error);
gboolean        lectern_edit_set           (LecternHistory      *history,
                                            LecternSession      *session,
                                            const char          *path,
                                            const char          *value,
                                            GError             **error);
gboolean        lectern_edit_type          (LecternHistory      *history,
                                            LecternSession      *session,
                                            const char          *path,
                                            const char          *value,
                                            GError             **error);
gboolean        lectern_edit_set_many      (LecternHistory      *history,
                                            LecternSession      *session,
                                            const char * const  *assignments,
                                            GError             **error);
gboolean        lectern_edit_set_head      (LecternHistory      *history,
                                            const char          *path,
                                            const char          *value,
                                            GError             **error);

LecternSession *lectern_edit_add           (LecternHistory      *history,
                                            const char * const  *assignments,
                                            GError             **error);
LecternSession *lectern_edit_duplicate     (LecternHistory      *history,
                                            LecternSession      *session);
void            lectern_edit_move_to_place (LecternHistory      *history,
                                            LecternSession      *session);
void            lectern_edit_import        (LecternHistory      *history,
                                            LecternSchedule     *schedule);
void            lectern_edit_sort          (LecternHistory      *history);
void            lectern_edit_remove        (LecternHistory      *history,
                                            LecternSession      *session);
void            lectern_edit_add_paper     (LecternHistory      *history,
                                            LecternSession      *session);
void            lectern_edit_remove_item   (LecternHistory      *history,
                                            LecternSession      *session,
                                            LecternSessionMember list,
                                            guint                index);
void            lectern_edit_move_item      (LecternHistory      *history,
                                            LecternSession      *session,
                                            LecternSessionMember list,
                                            guint                index,
                                            guint                target);
void            lectern_edit_add_resource  (LecternHistory      *history,
                                            LecternSession      *session,
                                            LecternResource     *resource);

/* lectern-edit-several.c */
void            lectern_edit_remove_all     (LecternHistory      *history,
                                             GPtrArray           *sessions);
GPtrArray      *lectern_edit_duplicate_all  (LecternHistory      *history,
                                             GPtrArray           *sessions);
gboolean        lectern_edit_set_all        (LecternHistory      *history,
                                             GPtrArray           *sessions,
                                             const char          *path,
                                             const char          *value,
                                             GError             **error);

G_END_DECLS
