/* lectern-resource-row.h: a PDF or a link of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-notes-info.h"
#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_RESOURCE_ROW (lectern_resource_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternResourceRow, lectern_resource_row, LECTERN, RESOURCE_ROW, AdwActionRow)

GtkWidget      *lectern_resource_row_new       (void);
void            lectern_resource_row_bind      (LecternResourceRow *self,
                                                LecternSubject     *subject,
                                                guint               index);
void            lectern_resource_row_close     (LecternResourceRow *self);
GtkCheckButton *lectern_resource_row_get_radio (LecternResourceRow *self);
void            lectern_resource_row_set_info  (LecternResourceRow     *self,
                                                const LecternNotesInfo *info);

G_END_DECLS
