/* lectern-publish-dialog.h: what publishing changes, shown before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PUBLISH_DIALOG (lectern_publish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternPublishDialog, lectern_publish_dialog, LECTERN, PUBLISH_DIALOG, AdwWindow)

LecternPublishDialog *lectern_publish_dialog_new (GtkWindow       *parent,
                                                  LecternDocument *document,
                                                  GFile           *page);

G_END_DECLS
