/* lectern-notes-folder-dialog.h: asks where the notes are to be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternNotesFolderFunc:
 * @folder: (nullable): the folder, relative to the schedule's; %NULL if none
 *   was chosen
 * @user_data: what was given with it
 *
 * Gets the folder that was chosen.
 */
typedef void (*LecternNotesFolderFunc) (const char *folder,
                                        gpointer    user_data);

void lectern_notes_folder_ask (GtkWindow              *parent,
                               LecternDocument        *document,
                               LecternNotesFolderFunc  func,
                               gpointer                user_data);
void lectern_notes_folder_ask_place (GtkWindow              *parent,
                                     const char             *folder,
                                     LecternNotesFolderFunc  func,
                                     gpointer                user_data);

G_END_DECLS
