/* lectern-focus.h: no key is lost when what has the focus goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lectern_focus_watch (GObject *owner);

G_END_DECLS
