/* lectern-window-plans.c: sessions that take place at another time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-edit.h"
#include "lectern-names.h"
#include "lectern-plan-dialog.h"

static void
commit (LecternWindow *self)
{
  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (lectern_document_get_history (self->document));
}

static void
applied_cb (LecternWindow *self,
            guint64        key)
{
  LecternHistory *history = lectern_document_get_history (self->document);

  lectern_session_list_reveal (self->list, key, FALSE);
  lectern_window_undo_toast (self, lectern_history_get_undo_label (history));
}

static void
show_dialog (LecternWindow   *self,
             LecternPlanKind  kind)
{
  LecternPlanDialog *dialog;

  commit (self);
  dialog = lectern_plan_dialog_new (GTK_WINDOW (self), self->document,
                                    kind != LECTERN_PLAN_TERM ? self->shown : NULL, kind);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
postpone_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_dialog (user_data, LECTERN_PLAN_POSTPONE);
}

static void
continue_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_dialog (user_data, LECTERN_PLAN_CONTINUE);
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  show_dialog (user_data, LECTERN_PLAN_SWAP);
}

static void
cancel_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  show_dialog (user_data, LECTERN_PLAN_CANCEL);
}

static void
schedule_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_dialog (user_data, LECTERN_PLAN_SCHEDULE);
}

static void
term_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  show_dialog (user_data, LECTERN_PLAN_TERM);
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternHistory *history = lectern_document_get_history (self->document);
  guint64 state;

  commit (self);
  state = lectern_history_get_state (history);
  lectern_edit_sort (history);
  if (lectern_history_get_state (history) != state)
    lectern_window_undo_toast (self, _("Sorted by date"));
  else
    lectern_window_toast (self, _("The sessions are in the order of their dates already"));
}

static const GActionEntry entries[] = {
  { "cancel-session", cancel_cb },
  { "continue-session", continue_cb },
  { "plan-term", term_cb },
  { "postpone", postpone_cb },
  { "schedule-session", schedule_cb },
  { "sort", sort_cb },
  { "swap", swap_cb },
};

static void
enable (LecternWindow *self,
        const char    *name,
        gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Only a meeting can be moved; what has no day yet can get one. */
void
lectern_window_update_plan_actions (LecternWindow *self)
{
  gboolean is_meeting = self->shown != NULL && lectern_cadence_is_meeting (self->shown, NULL);
  gboolean is_waiting = self->shown != NULL
                        && lectern_session_get_kind (self->shown) == LECTERN_KIND_SESSION
                        && !lectern_session_get_cancelled (self->shown)
                        && lectern_session_get_date (self->shown) == NULL;

  enable (self, "cancel-session", is_meeting);
  enable (self, "continue-session", is_meeting);
  enable (self, "plan-term", self->document != NULL);
  enable (self, "postpone", is_meeting);
  enable (self, "schedule-session", is_waiting);
  enable (self, "sort", self->document != NULL);
  enable (self, "swap", is_meeting);
}

void
lectern_window_add_plan_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
