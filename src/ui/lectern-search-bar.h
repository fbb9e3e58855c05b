/* lectern-search-bar.h: the text that is searched for, and the filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-session-filter.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SEARCH_BAR (lectern_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternSearchBar, lectern_search_bar, LECTERN, SEARCH_BAR, GtkWidget)

GtkWidget         *lectern_search_bar_new         (void);

gboolean           lectern_search_bar_get_enabled (LecternSearchBar   *self);
void               lectern_search_bar_set_enabled (LecternSearchBar   *self,
                                                   gboolean            enabled);
const char        *lectern_search_bar_get_text    (LecternSearchBar   *self);
void               lectern_search_bar_set_text    (LecternSearchBar   *self,
                                                   const char         *text);
LecternFilterFlags lectern_search_bar_get_flags   (LecternSearchBar   *self);
void               lectern_search_bar_set_flags   (LecternSearchBar   *self,
                                                   LecternFilterFlags  flags);
void               lectern_search_bar_forward     (LecternSearchBar      *self,
                                                   GtkEventControllerKey *controller);

G_END_DECLS
