/* lectern-subject.h: the session that the editor is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"
#include "lectern-edit.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SUBJECT (lectern_subject_get_type ())
G_DECLARE_FINAL_TYPE (LecternSubject, lectern_subject, LECTERN, SUBJECT, GObject)

LecternSubject  *lectern_subject_new          (void);

LecternDocument *lectern_subject_get_document (LecternSubject      *self);
gboolean         lectern_subject_set_document (LecternSubject      *self,
                                               LecternDocument     *document);
LecternSession  *lectern_subject_get_session  (LecternSubject      *self);
gboolean         lectern_subject_set_session  (LecternSubject      *self,
                                               LecternSession      *session);
LecternHistory  *lectern_subject_get_history  (LecternSubject      *self);
LecternHead     *lectern_subject_get_head     (LecternSubject      *self);
gboolean         lectern_subject_get_changing (LecternSubject      *self);

gboolean         lectern_subject_type         (LecternSubject      *self,
                                               const char          *path,
                                               const char          *value,
                                               GError             **error);
gboolean         lectern_subject_set          (LecternSubject      *self,
                                               const char          *path,
                                               const char          *value,
                                               GError             **error);
gboolean         lectern_subject_set_many     (LecternSubject      *self,
                                               const char * const  *assignments,
                                               GError             **error);
void             lectern_subject_leave        (LecternSubject      *self);
void             lectern_subject_open         (LecternSubject      *self,
                                               LecternRecord       *target);

void             lectern_subject_keep         (LecternSubject      *self,
                                               const char          *path,
                                               const char          *shown,
                                               const char          *text);
const char      *lectern_subject_find_kept    (LecternSubject      *self,
                                               const char          *path,
                                               const char          *shown);
char            *lectern_subject_dup_kept     (LecternSubject      *self);

G_END_DECLS
