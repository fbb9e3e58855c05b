/* lectern-warning-group.h: what is wrong with a session, in the editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-checks.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_WARNING_GROUP (lectern_warning_group_get_type ())
G_DECLARE_FINAL_TYPE (LecternWarningGroup, lectern_warning_group, LECTERN, WARNING_GROUP, AdwPreferencesGroup)

void lectern_warning_group_bind      (LecternWarningGroup *self,
                                      LecternSession      *session);
void lectern_warning_group_set_known (LecternWarningGroup *self,
                                      GPtrArray           *warnings);

G_END_DECLS
