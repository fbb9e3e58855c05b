/* lectern-save-job.h: one save of a document, apart from the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

/**
 * LecternSaveJob:
 * @snapshot: the schedule as it was when the save began
 * @state: the state of the history at that moment
 * @own: (nullable): the document's file
 * @target: the file to write
 * @chosen: whether the target was asked for, not implied
 * @baseline: (nullable): hash of what the document's file held
 * @unconfirmed: whether the last save may not survive a power cut
 * @backup: whether to keep what is replaced
 * @missing: whether another program has removed the document's file, which
 *   is known
 * @foreign: whether what the document's file holds is another program's, which
 *   is known
 * @own_file: set by running: the target is the document's own file
 * @written: (nullable): set by running: hash of what the target holds now
 * @bytes: (nullable): set by running: what was written
 *
 * All that writing needs, so that its thread touches nothing of the document.
 */
typedef struct
{
  LecternSchedule *snapshot;
  guint64          state;
  GFile           *own;
  GFile           *target;
  gboolean         chosen;
  char            *baseline;
  gboolean         unconfirmed;
  gboolean         backup;
  gboolean         missing;
  gboolean         foreign;

  gboolean         own_file;
  char            *written;
  GBytes          *bytes;
} LecternSaveJob;

LecternSaveJob *lectern_save_job_new  (LecternHistory  *history,
                                       GFile           *own,
                                       GFile           *target,
                                       const char      *baseline,
                                       gboolean         unconfirmed);
gboolean        lectern_save_job_run  (LecternSaveJob  *self,
                                       GCancellable    *cancellable,
                                       GError         **error);
void            lectern_save_job_free (LecternSaveJob  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSaveJob, lectern_save_job_free)

G_END_DECLS
