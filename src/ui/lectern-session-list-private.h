/* lectern-session-list-private.h: what the list's own files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-list-span.h"
#include "lectern-search-bar.h"
#include "lectern-session-list.h"
#include "lectern-session-row.h"

G_BEGIN_DECLS

enum
{
  LECTERN_LIST_SIGNAL_OPEN_TARGET,
  LECTERN_LIST_SIGNAL_EDIT,
  LECTERN_LIST_SIGNAL_ADD_NOTES,
  LECTERN_LIST_SIGNAL_TAKE,
  LECTERN_LIST_SIGNAL_SELECTION_CHANGED,
  LECTERN_LIST_SIGNAL_MOVE_TO,
  LECTERN_LIST_N_SIGNALS,
};

/* Where on a row the pointer is. */
typedef enum
{
  LECTERN_DROP_ABOVE,
  LECTERN_DROP_ONTO,
  LECTERN_DROP_BELOW,
} LecternDropEdge;

extern guint lectern_session_list_signals[LECTERN_LIST_N_SIGNALS];

struct _LecternSessionList
{
  GtkWidget             parent_instance;

  /* The widgets.  The search and the pages that stand in for an empty list
   * are made when they are first needed. */
  GtkWidget            *box;
  LecternSearchBar     *search_bar;
  GtkWidget            *count;
  GtkWidget            *stack;
  GtkWidget            *scroller;
  GtkWidget            *view;
  GtkWidget            *menu;
  /* What a drop would be for. */
  GtkWidget            *drop_row;
  const char           *drop_class;
  /* The selected sessions are dragged, and the list scrolls meanwhile. */
  gboolean              dragging;
  guint                 scroll_id;
  double                scroll_step;

  LecternSchedule      *schedule;
  /* Only what the first frame shows, until it is drawn. */
  LecternListSpan      *first_rows;
  int                   first_height;
  GdkFrameClock        *clock;
  LecternSessionFilter *filter;
  GtkFilterListModel   *filtered;
  GtkMultiSelection    *selection;
  GtkListItemFactory   *factory;

  LecternRowContext     context;
  /* Those that are bound, as no row knows of the one above it. */
  GPtrArray            *rows;

  /* The one that is selected, or the current one of several. */
  LecternSession       *selected;
  /* Where the first one stood last, to know its neighbour when it is gone. */
  guint                 selected_position;
  /* How many were selected when that was last told. */
  guint                 n_told;
  /* The keys of several, while the filter looks which of them it shows. */
  GHashTable           *kept;
  gboolean              folded;
  gboolean              drawn;
  guint                 refresh_id;
  guint                 focus_id;
  /* How many were found, when that was last said. */
  guint                 say_id;
  guint                 n_said;
};

/* lectern-session-list.c */
void               lectern_session_list_set_current     (LecternSessionList *self,
                                                         LecternSession     *session);

/* lectern-session-list-first.c */
GListModel        *lectern_session_list_make_model      (LecternSessionList *self);
void               lectern_session_list_forget_first_rows (LecternSessionList *self);
void               lectern_session_list_need_all_rows   (LecternSessionList *self);
void               lectern_session_list_follow_layout   (LecternSessionList *self);

/* lectern-session-list-selection.c */
void               lectern_session_list_add_selection_signal (void);
void               lectern_session_list_selection_cb    (LecternSessionList *self);
void               lectern_session_list_keep_selection  (LecternSessionList *self);
void               lectern_session_list_restore_selection (LecternSessionList *self);
void               lectern_session_list_select_position (LecternSessionList *self,
                                                         guint               position);
gboolean           lectern_session_list_is_several      (LecternSessionList *self);
gboolean           lectern_session_list_is_among_several (LecternSessionList *self,
                                                         LecternSessionRow  *row);
void               lectern_session_list_follow_focus    (LecternSessionList *self);
void               lectern_session_list_update_folded   (LecternSessionList *self);

void               lectern_session_list_make_view       (LecternSessionList *self);
void               lectern_session_list_update_heading  (LecternSessionList *self,
                                                         LecternSessionRow  *row);
void               lectern_session_list_update_next     (LecternSessionList *self);
void               lectern_session_list_queue_refresh   (LecternSessionList *self);
guint              lectern_session_list_find_position   (LecternSessionList *self,
                                                         guint64             key);
LecternSessionRow *lectern_session_list_find_row        (LecternSessionList *self,
                                                         guint64             key);
void               lectern_session_list_show_row_menu   (LecternSessionList *self,
                                                         LecternSession     *session,
                                                         GtkWidget          *anchor,
                                                         const GdkRectangle *at);
void               lectern_session_list_show_several_menu (LecternSessionList *self,
                                                         GtkWidget          *anchor,
                                                         const GdkRectangle *at);
void               lectern_session_list_add_controllers (LecternSessionList *self);
void               lectern_session_list_add_drag        (LecternSessionList *self);
void               lectern_session_list_set_drop_row    (LecternSessionList *self,
                                                         LecternSessionRow  *row,
                                                         const char         *css_class);
LecternSessionRow *lectern_session_list_find_drop_row   (LecternSessionList *self,
                                                         double              x,
                                                         double              y,
                                                         LecternDropEdge    *edge);
void               lectern_session_list_add_drop_signal (void);
void               lectern_session_list_add_drop_target (LecternSessionList *self);
LecternSessionRow *lectern_session_list_row_at          (LecternSessionList *self,
                                                         double              x,
                                                         double              y);
void               lectern_session_list_update_page     (LecternSessionList *self);

/* How many rows stand above the one that the list opens with. */
#define LECTERN_LIST_ROWS_ABOVE 3

G_END_DECLS
