/* lectern-session-editor-private.h: what the files of the editor share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-session-editor.h"

#include "lectern-cancelled-row.h"
#include "lectern-date-row.h"
#include "lectern-entry-row.h"
#include "lectern-resource-group.h"
#include "lectern-subject.h"
#include "lectern-text-row.h"
#include "lectern-time-row.h"
#include "lectern-warning-group.h"

G_BEGIN_DECLS

struct _LecternSessionEditor
{
  AdwBin                parent_instance;

  GtkScrolledWindow    *scroller;
  GtkWidget            *groups;
  LecternWarningGroup  *warnings;
  LecternDateRow       *date;
  LecternTimeRow       *time;
  AdwPreferencesGroup  *title_group;
  LecternTextRow       *title;
  GtkWidget            *papers_box;
  GtkWidget            *presenters_group;
  LecternEntryRow      *presenters;
  LecternResourceGroup *resources;
  LecternTextRow       *note;
  LecternCancelledRow  *cancelled;

  LecternSubject       *subject;
  GObject              *completion;
  GPtrArray            *papers;
};

void lectern_session_editor_update (LecternSessionEditor *self);

G_END_DECLS
