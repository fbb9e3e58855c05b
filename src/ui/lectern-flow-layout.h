/* lectern-flow-layout.h: as many lines of widgets as it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_FLOW_LAYOUT (lectern_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (LecternFlowLayout, lectern_flow_layout, LECTERN, FLOW_LAYOUT, GtkLayoutManager)

G_END_DECLS
