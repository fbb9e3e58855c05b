/* lectern-resource-group.h: the PDFs and links of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-add-resource-popover.h"
#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_RESOURCE_GROUP (lectern_resource_group_get_type ())
G_DECLARE_FINAL_TYPE (LecternResourceGroup, lectern_resource_group, LECTERN, RESOURCE_GROUP, AdwPreferencesGroup)

void                       lectern_resource_group_bind        (LecternResourceGroup *self,
                                                               LecternSubject       *subject);
void                       lectern_resource_group_add         (LecternResourceGroup *self);
LecternAddResourcePopover *lectern_resource_group_get_popover (LecternResourceGroup *self);
void                       lectern_resource_group_refresh     (LecternResourceGroup *self);

G_END_DECLS
