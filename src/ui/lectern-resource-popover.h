/* lectern-resource-popover.h: the label and the address of a resource
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_RESOURCE_POPOVER (lectern_resource_popover_get_type ())
G_DECLARE_FINAL_TYPE (LecternResourcePopover, lectern_resource_popover, LECTERN, RESOURCE_POPOVER, GtkPopover)

GtkWidget *lectern_resource_popover_new  (void);
void       lectern_resource_popover_bind (LecternResourcePopover *self,
                                          LecternSubject         *subject,
                                          LecternResource        *resource,
                                          const char             *prefix);

G_END_DECLS
