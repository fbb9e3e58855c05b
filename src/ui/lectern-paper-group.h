/* lectern-paper-group.h: one paper of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PAPER_GROUP (lectern_paper_group_get_type ())
G_DECLARE_FINAL_TYPE (LecternPaperGroup, lectern_paper_group, LECTERN, PAPER_GROUP, AdwPreferencesGroup)

GtkWidget *lectern_paper_group_new         (void);
void       lectern_paper_group_bind        (LecternPaperGroup *self,
                                            LecternSubject    *subject,
                                            guint              index);
void       lectern_paper_group_focus_title (LecternPaperGroup *self);

G_END_DECLS
