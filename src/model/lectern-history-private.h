/* lectern-history-private.h: what the parts of LecternHistory share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-change.h"
#include "lectern-history.h"
#include "lectern-step.h"

G_BEGIN_DECLS

struct _LecternHistory
{
  GObject          parent_instance;

  LecternSchedule *schedule;
  GPtrArray       *undo;
  GPtrArray       *redo;
  LecternStep     *group;
  guint            group_depth;
  guint64          last_state;
  guint64          saved_state;
  gboolean         sealed;
  gboolean         applying;

  /* What was last notified. */
  gboolean         can_undo;
  gboolean         can_redo;
  gboolean         saved;
  char            *undo_label;
  char            *redo_label;
};

void lectern_history_record (LecternHistory *self,
                             LecternChange  *change,
                             const char     *label,
                             const char     *merge);
void lectern_history_record_all (LecternHistory *self,
                                 GPtrArray      *changes,
                                 const char     *label);

G_END_DECLS
