/* lectern-announce-dialog.h: what to tell the group, to be copied or sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ANNOUNCE_DIALOG (lectern_announce_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternAnnounceDialog, lectern_announce_dialog, LECTERN, ANNOUNCE_DIALOG, AdwWindow)

LecternAnnounceDialog *lectern_announce_dialog_new (GtkWindow       *parent,
                                                    LecternDocument *document,
                                                    LecternSession  *session);

G_END_DECLS
