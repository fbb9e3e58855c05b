/* walk-labels.h: looks whether a text is cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Looks at every label of a window, and gives their number; ends the test at
 * one that is cut, or that reaches out of the window. */
guint walk_labels (GtkWindow  *window,
                   const char *what);
