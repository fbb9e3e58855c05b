/* lectern-window-private.h: what the window's own files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-attention.h"
#include "lectern-banner.h"
#include "lectern-draft-keeper.h"
#include "lectern-launcher.h"
#include "lectern-pane.h"
#include "lectern-session-editor.h"
#include "lectern-session-list.h"
#include "lectern-settings.h"
#include "lectern-unattached-dialog.h"
#include "lectern-warnings.h"
#include "lectern-window.h"

G_BEGIN_DECLS

/* From the top down. */
typedef enum
{
  LECTERN_WINDOW_BANNER_CHANGED,
  LECTERN_WINDOW_BANNER_DRAFT,
  LECTERN_WINDOW_BANNER_ACCESS,
  LECTERN_WINDOW_BANNER_REACH,
  LECTERN_WINDOW_N_BANNERS,
} LecternWindowBannerKind;

struct _LecternWindow
{
  AdwApplicationWindow   parent_instance;

  /* From the template. */
  AdwToastOverlay       *toasts;
  GtkStack              *stack;
  AdwLeaflet            *leaflet;
  GtkWidget             *list_pane;
  AdwHeaderBar          *list_header;
  AdwWindowTitle        *title;
  AdwSplitButton        *open_button;
  GtkMenuButton         *menu_button;
  GtkWidget             *warnings_button;
  AdwButtonContent      *warnings_content;
  LecternSessionList    *list;
  GtkWidget             *editor_pane;
  GtkWidget             *editor_box;
  AdwWindowTitle        *editor_title;
  GtkWidget             *undo_button;
  GtkWidget             *redo_button;
  GtkMenuButton         *session_menu_button;

  /* Made when they are needed. */
  LecternSessionEditor  *editor;
  GtkWidget             *no_session;
  GtkWidget             *several;
  LecternBanner         *banners[LECTERN_WINDOW_N_BANNERS];
  LecternBanner         *start_banner;
  GtkWidget             *spinner;
  AdwToast              *last_toast;
  AdwToast              *step_toast;
  guint64                step_toast_state;
  LecternAttention      *attention;
  GtkWidget             *attention_header;
  AdwWindowTitle        *attention_title;

  LecternDocument       *document;
  /* The page that an unsaved schedule was imported from, or is for. */
  GFile                 *page_file;
  LecternLauncher       *launcher;
  LecternWarnings       *warnings;
  /* What the editor shows: none if several are selected. */
  LecternSession        *shown;
  gulong                 shown_id;
  guint                  n_selected;
  /* What steps were about, by their states. */
  GHashTable            *touched;

  /* The save that was asked for last, while it lasts. */
  GTask                 *save;

  /* PDFs that are on their way, and what was copied by which step. */
  GCancellable          *attach_cancellable;
  GtkFileChooserNative  *chooser;
  GHashTable            *copies;
  /* What steps moved the notes folder, by their states. */
  GHashTable            *folders;
  LecternUnattachedDialog *unattached;

  /* What keeps unsaved changes, and what was found of them. */
  LecternDraftKeeper    *keeper;
  GPtrArray             *drafts;
  guint                  inhibit_cookie;

  /* Whether the file still holds what was read. */
  GFileMonitor          *monitors[2];    /* of the file, and of what it is a link to */
  guint                  recheck_id;
  guint                  portal_id;
  gboolean               checking;
  gboolean               missed;

  /* What is being read, or could not be. */
  GFile                 *loading;
  GCancellable          *cancellable;
  guint                  busy_id;
  guint                  first_frame_id;
  guint                  n_frames;
};

/* lectern-window.c */
void lectern_window_update_title       (LecternWindow *self);

/* lectern-window-panes.c */
void lectern_window_connect_panes      (LecternWindow *self);
void lectern_window_need_editor        (LecternWindow *self);
void lectern_window_show_editor        (LecternWindow *self);
void lectern_window_show_list          (LecternWindow *self);
void lectern_window_open_target        (LecternWindow *self,
                                        LecternRecord *target);
void lectern_window_update_today       (LecternWindow *self);
void lectern_window_folded_cb          (LecternWindow *self);
void lectern_window_visible_child_cb   (LecternWindow *self);

/* lectern-window-actions.c */
void lectern_window_add_actions        (LecternWindow *self);
void lectern_window_update_actions     (LecternWindow *self);
void lectern_window_enable_action      (LecternWindow *self,
                                        const char    *name,
                                        gboolean       enabled);

/* lectern-window-toast.c */
AdwToast *lectern_window_toast_with    (LecternWindow *self,
                                        const char    *text,
                                        const char    *button_label,
                                        const char    *action_name);
void lectern_window_toast              (LecternWindow *self,
                                        const char    *text);
void lectern_window_toast_step         (LecternWindow *self,
                                        const char    *text,
                                        const char    *button_label,
                                        const char    *action_name);
void lectern_window_drop_step_toast    (LecternWindow *self);
void lectern_window_undo_toast         (LecternWindow *self,
                                        const char    *text);

/* lectern-window-attention.c */
void lectern_window_remedy             (LecternWindow  *self,
                                        LecternWarning *warning);
void lectern_window_dismiss            (LecternWindow  *self,
                                        LecternWarning *warning);
gboolean lectern_window_get_attention  (LecternWindow *self);
void lectern_window_update_attention   (LecternWindow *self);
void lectern_window_show_attention     (LecternWindow *self);
void lectern_window_close_attention    (LecternWindow *self);
void lectern_window_add_attention_actions (LecternWindow *self);

/* lectern-window-plans.c */
void lectern_window_add_plan_actions   (LecternWindow *self);
void lectern_window_update_plan_actions (LecternWindow *self);

/* lectern-window-notes.c */
void lectern_window_add_notes_actions  (LecternWindow *self);
void lectern_window_update_notes_actions (LecternWindow *self);
void lectern_window_forget_notes       (LecternWindow *self);
void lectern_window_close_unattached   (LecternWindow *self);

/* lectern-window-copies.c */
void lectern_window_say_copies         (LecternWindow *self,
                                        guint64        state);
void lectern_window_check_copies       (LecternWindow *self,
                                        guint64        state);

/* lectern-window-folder.c */
gboolean lectern_window_move_folder_back (LecternWindow *self,
                                        guint64        state);
void lectern_window_move_folder_again  (LecternWindow *self,
                                        guint64        state);
void lectern_window_save_folder        (LecternWindow *self,
                                        guint64        state);

/* lectern-window-carry.c */
void lectern_window_carry_notes        (LecternWindow       *self,
                                        GFile               *target,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean lectern_window_carry_finish   (LecternWindow       *self,
                                        GAsyncResult        *result);
void lectern_window_carry_take_back    (GAsyncResult        *result);

/* lectern-window-page.c */
void lectern_window_add_page_actions   (LecternWindow *self);
void lectern_window_import_page        (LecternWindow *self,
                                        GFile         *page);
void lectern_window_remember_page      (LecternWindow *self,
                                        GFile         *target);

/* lectern-window-several.c */
void lectern_window_select             (LecternWindow *self,
                                        GPtrArray     *sessions);
void lectern_window_remember_several   (LecternWindow *self,
                                        GPtrArray     *before,
                                        GPtrArray     *after);
void lectern_window_select_touched     (LecternWindow *self,
                                        guint64        state,
                                        gboolean       undone);
GPtrArray *lectern_window_list_selected_ids (LecternWindow *self);
void lectern_window_select_ids         (LecternWindow *self,
                                        GPtrArray     *ids);
void lectern_window_update_several     (LecternWindow *self);

/* lectern-window-share.c */
void lectern_window_add_share_actions  (LecternWindow *self);
void lectern_window_update_share_actions (LecternWindow *self);

/* lectern-window-menus.c */
void lectern_window_add_menus          (LecternWindow *self);
void lectern_window_add_recent_menu    (LecternWindow *self);

/* lectern-window-pages.c */
void lectern_window_show_start         (LecternWindow *self);
void lectern_window_show_error         (LecternWindow *self,
                                        GFile         *file,
                                        const GError  *error);
void lectern_window_show_busy          (LecternWindow *self);
void lectern_window_show_main          (LecternWindow *self);
void lectern_window_set_busy           (LecternWindow *self,
                                        gboolean       busy);

/* lectern-window-banners.c */
void lectern_window_say                (LecternWindow             *self,
                                        LecternWindowBannerKind    kind,
                                        const char                *text,
                                        const LecternBannerButton *buttons,
                                        guint                      n_buttons);
void lectern_window_unsay              (LecternWindow             *self,
                                        LecternWindowBannerKind    kind);
void lectern_window_show_banner        (LecternWindow *self,
                                        const char    *text,
                                        const char    *button_label,
                                        const char    *action_name);
void lectern_window_hide_banner        (LecternWindow *self);

/* lectern-window-versions.c */
void lectern_window_add_version_actions (LecternWindow  *self);
void lectern_window_follow_versions    (LecternWindow   *self);

/* lectern-window-external.c */
void lectern_window_add_external_actions (LecternWindow *self);
void lectern_window_follow_file        (LecternWindow   *self);
void lectern_window_unfollow_file      (LecternWindow   *self);
void lectern_window_check_file         (LecternWindow   *self);
void lectern_window_merge              (LecternWindow   *self);
void lectern_window_set_changed        (LecternWindow   *self,
                                        gboolean         changed);

/* lectern-window-reach.c */
void lectern_window_add_reach_actions  (LecternWindow   *self);
void lectern_window_follow_reach       (LecternWindow   *self);

/* lectern-window-reload.c */
void lectern_window_take_theirs        (LecternWindow   *self,
                                        LecternDocument *theirs);

/* lectern-window-merge.c */
void lectern_window_ask_merge          (LecternWindow   *self,
                                        LecternDocument *theirs);
void lectern_window_keep_mine          (LecternWindow   *self,
                                        LecternDocument *theirs);

/* lectern-window-drafts.c */
LecternDraft *lectern_window_get_draft (LecternWindow   *self);
void lectern_window_drop_draft         (LecternWindow   *self,
                                        gboolean         remove);
void lectern_window_offer_drafts       (LecternWindow   *self);
void lectern_window_update_draft_actions (LecternWindow *self);
void lectern_window_start_drafts       (LecternWindow   *self);
void lectern_window_find_drafts        (LecternWindow   *self);
void lectern_window_stop_drafts        (LecternWindow   *self);
void lectern_window_replace            (LecternWindow   *self,
                                        LecternSchedule *schedule,
                                        const char      *label);

/* lectern-window-restore.c */
void lectern_window_add_draft_actions  (LecternWindow   *self);
void lectern_window_restore_chosen     (LecternWindow   *self);

/* lectern-window-open.c */
void lectern_window_add_file_actions   (LecternWindow *self);

/* lectern-window-save.c */
void lectern_window_save               (LecternWindow       *self,
                                        gboolean             choose_file,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean lectern_window_save_finish    (LecternWindow       *self,
                                        GAsyncResult        *result);
gboolean lectern_window_await_save     (LecternWindow       *self,
                                        void               (*go_on) (GTask *task),
                                        GTask               *task);

G_END_DECLS
