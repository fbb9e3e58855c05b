/* lectern-schedule.h: the sessions of a group, and its head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-head.h"
#include "lectern-session.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SCHEDULE (lectern_schedule_get_type ())
G_DECLARE_FINAL_TYPE (LecternSchedule, lectern_schedule, LECTERN, SCHEDULE, GObject)

LecternSchedule *lectern_schedule_new             (void);
LecternSchedule *lectern_schedule_snapshot        (LecternSchedule *self);

LecternHead     *lectern_schedule_get_head        (LecternSchedule *self);
guint            lectern_schedule_get_n_sessions  (LecternSchedule *self);
LecternSession  *lectern_schedule_get_session     (LecternSchedule *self,
                                                   guint            position);
LecternSession  *lectern_schedule_find_key        (LecternSchedule *self,
                                                   guint64          key,
                                                   guint           *position);
GPtrArray       *lectern_schedule_find            (LecternSchedule *self,
                                                   const char      *id_or_date);
LecternSession  *lectern_schedule_find_next       (LecternSchedule *self,
                                                   const GDate     *today,
                                                   guint           *position);
guint            lectern_schedule_find_place      (LecternSchedule *self,
                                                   const char      *date);
guint            lectern_schedule_find_place_but  (LecternSchedule *self,
                                                   const char      *date,
                                                   guint            but);

GBytes          *lectern_schedule_get_source      (LecternSchedule *self);
void             lectern_schedule_set_source      (LecternSchedule *self,
                                                   GBytes          *source);

/* Only for readers, which build a schedule, and for LecternHistory, which
 * changes one: everything else goes through lectern-edit.h. */
void             lectern_schedule_splice          (LecternSchedule *self,
                                                   guint            position,
                                                   guint            n_removals,
                                                   LecternSession **additions,
                                                   guint            n_additions);

G_END_DECLS
