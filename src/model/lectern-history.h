/* lectern-history.h: every change of a schedule, to be undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/* For lectern_history_mark_saved(): no state that the schedule can be at. */
#define LECTERN_HISTORY_NO_STATE G_MAXUINT64

#define LECTERN_TYPE_HISTORY (lectern_history_get_type ())
G_DECLARE_FINAL_TYPE (LecternHistory, lectern_history, LECTERN, HISTORY, GObject)

LecternHistory  *lectern_history_new            (LecternSchedule *schedule);
LecternSchedule *lectern_history_get_schedule   (LecternHistory  *self);

void             lectern_history_begin_group    (LecternHistory  *self,
                                                 const char      *label);
void             lectern_history_end_group      (LecternHistory  *self);

void             lectern_history_change_session (LecternHistory  *self,
                                                 LecternSession  *session,
                                                 LecternSession  *after,
                                                 const char      *label,
                                                 const char      *merge);
void             lectern_history_change_head    (LecternHistory  *self,
                                                 LecternHead     *after,
                                                 const char      *label,
                                                 const char      *merge);
void             lectern_history_change_source  (LecternHistory  *self,
                                                 GBytes          *source,
                                                 const char      *label);
void             lectern_history_insert         (LecternHistory  *self,
                                                 LecternSession  *session,
                                                 guint            position,
                                                 const char      *label);
void             lectern_history_remove         (LecternHistory  *self,
                                                 LecternSession  *session,
                                                 const char      *label);
void             lectern_history_move           (LecternHistory  *self,
                                                 LecternSession  *session,
                                                 guint            position,
                                                 const char      *label);

void             lectern_history_remove_all     (LecternHistory  *self,
                                                 GPtrArray       *sessions,
                                                 const char      *label);
void             lectern_history_insert_after   (LecternHistory  *self,
                                                 GPtrArray       *sessions,
                                                 GPtrArray       *previous,
                                                 const char      *label);

void             lectern_history_seal           (LecternHistory  *self);

gboolean         lectern_history_undo           (LecternHistory  *self);
gboolean         lectern_history_redo           (LecternHistory  *self);
void             lectern_history_take_back      (LecternHistory  *self);
gboolean         lectern_history_get_can_undo   (LecternHistory  *self);
gboolean         lectern_history_get_can_redo   (LecternHistory  *self);
const char      *lectern_history_get_undo_label (LecternHistory  *self);
const char      *lectern_history_get_redo_label (LecternHistory  *self);

guint64          lectern_history_get_state      (LecternHistory  *self);
void             lectern_history_mark_saved     (LecternHistory  *self,
                                                 guint64          state);
gboolean         lectern_history_get_saved      (LecternHistory  *self);

G_END_DECLS
