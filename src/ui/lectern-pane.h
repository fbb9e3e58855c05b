/* lectern-pane.h: a pane with a width of its own, whatever is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PANE (lectern_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternPane, lectern_pane, LECTERN, PANE, GtkWidget)

GtkWidget *lectern_pane_get_child (LecternPane *self);
void       lectern_pane_set_child (LecternPane *self,
                                   GtkWidget   *child);

G_END_DECLS
