/* lectern-launcher.h: opens notes and links in the programs of the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_LAUNCHER (lectern_launcher_get_type ())
G_DECLARE_FINAL_TYPE (LecternLauncher, lectern_launcher, LECTERN, LAUNCHER, GObject)

LecternLauncher *lectern_launcher_new       (GtkWindow       *window);

void             lectern_launcher_open      (LecternLauncher *self,
                                             LecternDocument *document,
                                             LecternRecord   *target);
void             lectern_launcher_open_mail (LecternLauncher *self,
                                             const char      *uri);
void             lectern_launcher_open_help (LecternLauncher *self);

G_END_DECLS
