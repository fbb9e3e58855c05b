/* lectern-preferences.h: what the user may set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean lectern_preferences_are_there (void);
void     lectern_preferences_show      (GtkWindow *parent);

G_END_DECLS
