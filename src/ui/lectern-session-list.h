/* lectern-session-list.h: the sessions of a schedule, searched and filtered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-schedule.h"
#include "lectern-session-filter.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SESSION_LIST (lectern_session_list_get_type ())
G_DECLARE_FINAL_TYPE (LecternSessionList, lectern_session_list, LECTERN, SESSION_LIST, GtkWidget)

GtkWidget      *lectern_session_list_new             (void);

void            lectern_session_list_set_schedule    (LecternSessionList *self,
                                                      LecternSchedule    *schedule);
void            lectern_session_list_set_first_height (LecternSessionList *self,
                                                      int                 height);
void            lectern_session_list_set_today       (LecternSessionList *self,
                                                      const GDate        *today);
void            lectern_session_list_set_warnings    (LecternSessionList *self,
                                                      GHashTable         *warnings);
void            lectern_session_list_set_folded      (LecternSessionList *self,
                                                      gboolean            folded);

LecternSession *lectern_session_list_get_selected    (LecternSessionList *self);
guint           lectern_session_list_get_n_selected  (LecternSessionList *self);
GPtrArray      *lectern_session_list_list_selected   (LecternSessionList *self);
void            lectern_session_list_set_drawn       (LecternSessionList *self);
void            lectern_session_list_select          (LecternSessionList *self,
                                                      const guint64      *keys,
                                                      guint               n_keys);
gboolean        lectern_session_list_is_next         (LecternSessionList *self,
                                                      LecternSession     *session);
guint           lectern_session_list_get_n_shown     (LecternSessionList *self);
gboolean        lectern_session_list_reveal          (LecternSessionList *self,
                                                      guint64             key,
                                                      gboolean            focus);
void            lectern_session_list_show_next       (LecternSessionList *self,
                                                      gboolean            focus);
void            lectern_session_list_focus           (LecternSessionList *self);

gboolean        lectern_session_list_get_search_mode (LecternSessionList *self);
void            lectern_session_list_set_search_mode (LecternSessionList *self,
                                                      gboolean            search_mode);
LecternFilterFlags lectern_session_list_get_filters  (LecternSessionList *self);
void            lectern_session_list_set_filters     (LecternSessionList *self,
                                                      LecternFilterFlags  filters);
void            lectern_session_list_set_text        (LecternSessionList *self,
                                                      const char         *text);
void            lectern_session_list_clear_filters   (LecternSessionList *self);

void            lectern_session_list_popup_menu      (LecternSessionList *self);
GMenuModel     *lectern_session_list_make_several_menu (LecternSessionList *self);

G_END_DECLS
