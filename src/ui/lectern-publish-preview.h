/* lectern-publish-preview.h: what of a page changes, in groups of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-publication.h"

G_BEGIN_DECLS

char      *lectern_publish_preview_count     (LecternPublication  *publication);
char      *lectern_publish_preview_done      (LecternPublication  *publication);
GtkWidget *lectern_publish_preview_changes   (LecternPublication  *publication);
GtkWidget *lectern_publish_preview_notes     (LecternPublication  *publication,
                                              LecternPageNoteKind  kind);
GtkWidget *lectern_publish_preview_files     (LecternPublication  *publication);
char      *lectern_publish_preview_dup_files (LecternPublication  *publication);

G_END_DECLS
