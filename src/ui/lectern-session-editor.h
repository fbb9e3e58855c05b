/* lectern-session-editor.h: everything about one session, to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SESSION_EDITOR (lectern_session_editor_get_type ())
G_DECLARE_FINAL_TYPE (LecternSessionEditor, lectern_session_editor, LECTERN, SESSION_EDITOR, AdwBin)

LecternSessionEditor *lectern_session_editor_new            (void);

LecternDocument      *lectern_session_editor_get_document   (LecternSessionEditor *self);
void                  lectern_session_editor_set_document   (LecternSessionEditor *self,
                                                             LecternDocument      *document);
LecternSession       *lectern_session_editor_get_session    (LecternSessionEditor *self);
void                  lectern_session_editor_set_session    (LecternSessionEditor *self,
                                                             LecternSession       *session);

void                  lectern_session_editor_set_warnings   (LecternSessionEditor *self,
                                                             GPtrArray            *warnings);

void                  lectern_session_editor_commit         (LecternSessionEditor *self);
char                 *lectern_session_editor_dup_unfinished (LecternSessionEditor *self);
void                  lectern_session_editor_focus_title    (LecternSessionEditor *self);
void                  lectern_session_editor_add_resource   (LecternSessionEditor *self);

G_END_DECLS
