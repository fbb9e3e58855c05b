/* lectern-people-dialog.h: who presented how often, and whose turn it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PEOPLE_DIALOG (lectern_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternPeopleDialog, lectern_people_dialog, LECTERN, PEOPLE_DIALOG, AdwWindow)

LecternPeopleDialog *lectern_people_dialog_new (GtkWindow       *parent,
                                                LecternDocument *document);

G_END_DECLS
