/* lectern-add-resource-popover.h: a PDF or a link is added to a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ADD_RESOURCE_POPOVER (lectern_add_resource_popover_get_type ())
G_DECLARE_FINAL_TYPE (LecternAddResourcePopover, lectern_add_resource_popover, LECTERN, ADD_RESOURCE_POPOVER, GtkPopover)

GtkWidget *lectern_add_resource_popover_new (LecternSubject *subject);

G_END_DECLS
