/* lectern-text-view.h: a text view that is as high as its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_TEXT_VIEW (lectern_text_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternTextView, lectern_text_view, LECTERN, TEXT_VIEW, GtkTextView)

G_END_DECLS
