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
#include "lectern-postpone.h"

static void
commit (LecternWindow *self)
{
  if (self->editor != NULL)
    lectern_session_editor_commit (self->editor);
  lectern_history_seal (lectern_document_get_history (self->document));
}

static void
applied_cb (LecternWindow     *self,
            guint64            key,
            LecternPlanDialog *dialog)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  GPtrArray *sessions = lectern_plan_dialog_get_sessions (dialog);

  if (sessions->len > 1)
    {
      lectern_window_remember_several (self, sessions, sessions);
      lectern_window_select (self, sessions);
    }
  else
    {
      lectern_session_list_reveal (self->list, key, FALSE);
    }
  lectern_window_undo_toast (self, lectern_history_get_undo_label (history));
}

static void
show_dialog (LecternWindow   *self,
             LecternPlanKind  kind)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  LecternPlanDialog *dialog;

  commit (self);
  dialog = lectern_plan_dialog_new (GTK_WINDOW (self), self->document, sessions, kind);
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

/* Of several, those that are none are left alone; whether there is one is
 * known as soon as one is found. */
static gboolean
is_any_meeting (LecternWindow *self)
{
  g_autoptr (GPtrArray) sessions = NULL;

  if (self->n_selected <= 1)
    return self->shown != NULL && lectern_cadence_is_meeting (self->shown, NULL);

  sessions = lectern_session_list_list_selected (self->list);
  for (guint i = 0; i < sessions->len; i++)
    {
      if (lectern_cadence_is_meeting (g_ptr_array_index (sessions, i), NULL))
        return TRUE;
    }

  return FALSE;
}

/* Only a meeting can be moved; what has no day yet can get one. */
void
lectern_window_update_plan_actions (LecternWindow *self)
{
  gboolean is_meeting = is_any_meeting (self);
  gboolean is_one = is_meeting && self->shown != NULL;

  enable (self, "cancel-session", is_meeting);
  enable (self, "continue-session", is_one);
  enable (self, "postpone", is_meeting);
  enable (self, "schedule-session",
          self->shown != NULL && lectern_postpone_is_waiting (self->shown));
  enable (self, "sort", self->document != NULL);
  enable (self, "swap", is_one);
}

void
lectern_window_add_plan_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
