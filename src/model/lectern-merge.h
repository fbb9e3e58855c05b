/* lectern-merge.h: what two programs made of one schedule, put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

/**
 * LecternMergeConflict:
 * @session: (nullable): the session as whoever kept it has it, %NULL for the
 *   head
 * @mine: (nullable): the record with my value; %NULL if I removed the session
 * @theirs: (nullable): the record with theirs; %NULL if they removed it
 * @into: (nullable): the record that gets the chosen value; %NULL if one side
 *   removed the session
 * @member: the index of the member that both changed; unused if one side
 *   removed the session
 * @use_mine: what was chosen; to be set by whoever asks
 *
 * What both sides changed, each in another way.
 */
typedef struct
{
  LecternSession *session;
  LecternRecord  *mine;
  LecternRecord  *theirs;
  LecternRecord  *into;
  guint           member;
  gboolean        use_mine;
} LecternMergeConflict;

typedef struct _LecternMerge LecternMerge;

LecternMerge *lectern_merge_new           (LecternSchedule      *base,
                                           LecternSchedule      *mine,
                                           LecternSchedule      *theirs);
void          lectern_merge_free          (LecternMerge         *self);
GPtrArray    *lectern_merge_get_conflicts (LecternMerge         *self);
gboolean      lectern_merge_apply         (LecternMerge         *self,
                                           LecternHistory       *history,
                                           const char           *label);

gboolean      lectern_merge_conflict_is_removal (LecternMergeConflict *self);
char         *lectern_merge_conflict_dup_where  (LecternMergeConflict *self);
char         *lectern_merge_conflict_dup_member (LecternMergeConflict *self);
char         *lectern_merge_conflict_dup_value  (LecternMergeConflict *self,
                                                 gboolean              mine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternMerge, lectern_merge_free)

G_END_DECLS
