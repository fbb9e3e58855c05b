/* lectern-window-plans.c: sessions that take place at another time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-names.h"
#include "lectern-people-dialog.h"
#include "lectern-people.h"
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

static LecternPlanDialog *
show_dialog (LecternWindow   *self,
             LecternPlanKind  kind)
{
  g_autoptr (GPtrArray) sessions = NULL;
  LecternPlanDialog *dialog;

  if (kind != LECTERN_PLAN_TERM && kind != LECTERN_PLAN_ROTA)
    sessions = lectern_session_list_list_selected (self->list);
  commit (self);
  dialog = lectern_plan_dialog_new (GTK_WINDOW (self), self->document, sessions, kind);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  lectern_names_add (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

/* What is selected goes to the day of another session. */
static void
move_to_cb (LecternWindow  *self,
            LecternSession *target)
{
  lectern_plan_dialog_choose (show_dialog (self, LECTERN_PLAN_MOVE), target);
}

static void
move (LecternWindow *self,
      gboolean       later)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  LecternSession *target = lectern_postpone_find_neighbour (schedule, sessions, later);

  if (target != NULL)
    move_to_cb (self, target);
  else
    lectern_window_toast (self, later ? _("There is no later meeting") : _("There is no earlier meeting"));
}

static void
move_earlier_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  move (user_data, FALSE);
}

static void
move_later_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  move (user_data, TRUE);
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
fill_cb (LecternWindow *self)
{
  show_dialog (self, LECTERN_PLAN_ROTA);
}

static void
presenters_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternPeopleDialog *dialog;

  commit (self);
  dialog = lectern_people_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "fill", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who presented least recently takes the place of who presents now. */
static void
suggest_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LecternWindow *self = user_data;
  LecternHistory *history = lectern_document_get_history (self->document);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GDate today;

  commit (self);
  lectern_date_today (&today);
  name = lectern_people_suggest (lectern_document_get_schedule (self->document), self->shown, &today);
  if (name == NULL)
    {
      lectern_window_toast (self, _("Nobody else is known who could present"));
      return;
    }

  lectern_people_assign (history, self->shown, name);
  /* Translators: %s is the name of a presenter. */
  text = g_strdup_printf (_("%s presents"), name);
  lectern_window_undo_toast (self, text);
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
  { "move-earlier", move_earlier_cb },
  { "move-later", move_later_cb },
  { "plan-term", term_cb },
  { "postpone", postpone_cb },
  { "schedule-session", schedule_cb },
  { "show-presenters", presenters_cb },
  { "sort", sort_cb },
  { "suggest-presenter", suggest_cb },
  { "swap", swap_cb },
};

static gboolean
is_meeting (LecternSession *session)
{
  return lectern_cadence_is_meeting (session, NULL);
}

/* Of several, those that are none are left alone; whether there is one is
 * known as soon as one is found. */
static gboolean
is_any (LecternWindow *self,
        gboolean     (*test) (LecternSession *session))
{
  g_autoptr (GPtrArray) sessions = NULL;

  if (self->n_selected <= 1)
    return self->shown != NULL && test (self->shown);

  sessions = lectern_session_list_list_selected (self->list);
  for (guint i = 0; i < sessions->len; i++)
    {
      if (test (g_ptr_array_index (sessions, i)))
        return TRUE;
    }

  return FALSE;
}

/* Only a meeting can be moved; what has no day yet can get one. */
void
lectern_window_update_plan_actions (LecternWindow *self)
{
  gboolean has_meeting = is_any (self, is_meeting);
  gboolean is_waiting = is_any (self, lectern_postpone_is_waiting);
  gboolean is_one = has_meeting && self->shown != NULL;

  lectern_window_enable_action (self, "cancel-session", has_meeting);
  lectern_window_enable_action (self, "continue-session", is_one);
  lectern_window_enable_action (self, "move-earlier", has_meeting || is_waiting);
  lectern_window_enable_action (self, "move-later", has_meeting);
  lectern_window_enable_action (self, "plan-term", self->document != NULL);
  lectern_window_enable_action (self, "postpone", has_meeting);
  lectern_window_enable_action (self, "schedule-session", is_waiting);
  lectern_window_enable_action (self, "show-presenters", self->document != NULL);
  lectern_window_enable_action (self, "sort", self->document != NULL);
  lectern_window_enable_action (self, "suggest-presenter",
                                is_one || (self->shown != NULL && lectern_postpone_is_waiting (self->shown)));
  lectern_window_enable_action (self, "swap", is_one);
}

void
lectern_window_add_plan_actions (LecternWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->list, "move-to", G_CALLBACK (move_to_cb), self, G_CONNECT_SWAPPED);
}
