/* lectern-change.h: the one kind of record that history is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternChange:
 * @key: the key of the session that changed, 0 for the head
 * @before: (nullable): what it said, %NULL if it was not there
 * @after: (nullable): what it says, %NULL if it is not there any more
 * @before_previous: the key of the session before it, 0 if it was the first
 * @after_previous: the key of the session before it, 0 if it is the first
 * @before_source: (nullable): for the head, the bytes that were written over,
 *   if they change
 * @after_source: (nullable): the bytes that are written over
 *
 * A change of one session or of the head.  It names sessions by their keys:
 * positions may be others by the time it is undone.
 */
typedef struct
{
  guint64        key;
  LecternRecord *before;
  LecternRecord *after;
  guint64        before_previous;
  guint64        after_previous;
  GBytes        *before_source;
  GBytes        *after_source;
} LecternChange;

LecternChange *lectern_change_new     (guint64          key,
                                       LecternRecord   *before,
                                       LecternRecord   *after,
                                       guint64          before_previous,
                                       guint64          after_previous);
void           lectern_change_free    (LecternChange   *self);
gboolean       lectern_change_is_none (LecternChange   *self);
void           lectern_change_apply   (LecternChange   *self,
                                       LecternSchedule *schedule,
                                       gboolean         backwards);
void           lectern_change_apply_all (GPtrArray      *changes,
                                       LecternSchedule *schedule,
                                       gboolean         backwards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternChange, lectern_change_free)

G_END_DECLS
