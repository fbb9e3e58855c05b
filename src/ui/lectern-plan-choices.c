/* lectern-plan-choices.c: what can be chosen before sessions are moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-plan-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-date.h"
#include "lectern-names.h"
#include "lectern-people.h"
#include "lectern-postpone.h"
#include "lectern-text.h"

/* In the order of the choices. */
enum
{
  WAY_LATER,
  WAY_EARLIER,
  WAY_NEXT_MEETING,
};

enum
{
  RANGE_ALL_LATER,
  RANGE_ONLY_THIS,
};

static AdwComboRow *
add_combo (LecternPlanDialog  *self,
           const char         *title,
           const char * const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  lectern_names_choice (ADW_COMBO_ROW (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (lectern_plan_dialog_update),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->options, row);

  return ADW_COMBO_ROW (row);
}

static void
add_postpone (LecternPlanDialog *self)
{
  const char *ways[] = { _("Later, by weeks"), _("Earlier, by weeks"),
                         _("To the next meeting"), NULL };
  gboolean several = self->sessions->len > 1;
  const char *ranges[] = {
    several ? _("These and all later ones") : _("This and all later ones"),
    several ? _("Only these") : _("Only this one"),
    NULL,
  };
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 52, 1);

  self->way = add_combo (self, _("Each Session Moves"), ways);

  self->weeks = GTK_SPIN_BUTTON (spin);
  self->weeks_row = adw_action_row_new ();
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->weeks_row), _("Weeks"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->weeks_row), spin);
  /* Which gives it the row's name as well. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->weeks_row), spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (lectern_plan_dialog_update),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->options, self->weeks_row);

  self->range = add_combo (self, _("Sessions"), ranges);
  /* They were chosen one by one. */
  if (several)
    adw_combo_row_set_selected (self->range, RANGE_ONLY_THIS);
}

/* Adds a row with a switch. */
GtkSwitch *
lectern_plan_dialog_add_switch (LecternPlanDialog *self,
                                const char        *title,
                                const char        *subtitle,
                                gboolean           active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (widget), active);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  /* Which gives it the row's name as well. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  g_signal_connect_object (widget, "notify::active", G_CALLBACK (lectern_plan_dialog_update),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->options, row);

  return GTK_SWITCH (widget);
}

static void
add_cancel (LecternPlanDialog *self)
{
  const char *reason = lectern_session_get_reason (self->session);

  self->reason = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _("Reason"));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
  adw_entry_row_set_activates_default (self->reason, TRUE);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (lectern_plan_dialog_update),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->options, GTK_WIDGET (self->reason));

  /* Where each of several would be read is better seen one by one. */
  if (self->sessions->len > 1)
    return;

  self->slide = lectern_plan_dialog_add_switch (self, _("Read It at the Next Meeting"),
                                                _("All later sessions move on too"), FALSE);
}

/* Only where something else is planned for the next meeting is there a choice. */
static void
add_continue (LecternPlanDialog *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);

  if (lectern_postpone_find_following (schedule, self->session) == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->options), FALSE);
  else
    self->slide = lectern_plan_dialog_add_switch (self, _("At the Next Meeting"),
                                                  _("What is planned for it and later moves on"), TRUE);
}

static void
setup_other_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_list_item_set_child (item, label);
}

static void
bind_other_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static char *
name_session (LecternSession *session)
{
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = lectern_text_titles (session, &parts);
  g_autofree char *date = lectern_text_session_date (session);

  return *parts[0] != '\0' ? g_strdup_printf (_("%s, %s, %s"), date, parts[0], titles[0])
                           : g_strdup_printf (_("%s, %s"), date, titles[0]);
}

/* The other meetings; the one after this is what is most likely meant. */
static void
add_others (LecternPlanDialog *self,
            const char        *title)
{
  static const char * const none[] = { NULL };
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) expression = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;
  gboolean passed = FALSE;

  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      g_autofree char *name = NULL;

      if (g_ptr_array_find (self->sessions, session, NULL))
        {
          passed = TRUE;
          continue;
        }
      if (!lectern_cadence_is_meeting (session, NULL))
        continue;

      name = name_session (session);
      if (passed && selected == GTK_INVALID_LIST_POSITION)
        selected = self->others->len;
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->others, g_object_ref (session));
    }

  self->other = add_combo (self, title, none);
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  adw_combo_row_set_expression (self->other, expression);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_other_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_other_cb), NULL);
  adw_combo_row_set_list_factory (self->other, factory);
  adw_combo_row_set_use_subtitle (self->other, TRUE);
  adw_combo_row_set_model (self->other, G_LIST_MODEL (names));
  if (self->others->len > 0)
    adw_combo_row_set_selected (self->other, selected != GTK_INVALID_LIST_POSITION
                                               ? selected : self->others->len - 1);
}

/* Puts the choices of the dialog's kind into its first group. */
void
lectern_plan_dialog_add_choices (LecternPlanDialog *self)
{
  switch (self->kind)
    {
    case LECTERN_PLAN_POSTPONE:
      add_postpone (self);
      break;
    case LECTERN_PLAN_SWAP:
      add_others (self, _("Swap With"));
      break;
    case LECTERN_PLAN_MOVE:
      add_others (self, _("To the Day Of"));
      break;
    case LECTERN_PLAN_CANCEL:
      add_cancel (self);
      break;
    case LECTERN_PLAN_TERM:
      lectern_plan_dialog_add_term (self);
      break;
    case LECTERN_PLAN_CONTINUE:
      add_continue (self);
      break;
    case LECTERN_PLAN_ROTA:
    case LECTERN_PLAN_SCHEDULE:
    default:
      gtk_widget_set_visible (GTK_WIDGET (self->options), FALSE);
    }
}

static LecternPlan *
make_postpone (LecternPlanDialog  *self,
               LecternSchedule    *schedule,
               GError            **error)
{
  guint way = adw_combo_row_get_selected (self->way);
  gboolean later_too = adw_combo_row_get_selected (self->range) == RANGE_ALL_LATER;
  int weeks = gtk_spin_button_get_value_as_int (self->weeks);
  gboolean several = self->sessions->len > 1 && !later_too;
  LecternSession *first;

  gtk_widget_set_visible (self->weeks_row, way != WAY_NEXT_MEETING);
  if (way == WAY_EARLIER)
    weeks = -weeks;
  first = lectern_postpone_find_first (schedule, self->sessions, error);
  if (first == NULL)
    return NULL;

  if (several && way == WAY_NEXT_MEETING)
    return lectern_postpone_several_by_slots (schedule, self->sessions, error);
  if (several)
    return lectern_postpone_several_by_weeks (schedule, self->sessions, weeks, error);
  if (way == WAY_NEXT_MEETING)
    return lectern_postpone_by_slots (schedule, first, later_too, error);

  return lectern_postpone_by_weeks (schedule, first, weeks, later_too, error);
}

static LecternPlan *
make_cancel (LecternPlanDialog  *self,
             LecternSchedule    *schedule,
             GError            **error)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (self->sessions->len > 1)
    return lectern_postpone_cancel_several (schedule, self->sessions,
                                            *reason != '\0' ? reason : NULL, error);

  return lectern_postpone_cancel (schedule, self->session, *reason != '\0' ? reason : NULL,
                                  gtk_switch_get_active (self->slide), error);
}

/* What is to be done, as it is chosen now; %NULL without an error if nothing
 * is chosen. */
LecternPlan *
lectern_plan_dialog_make_plan (LecternPlanDialog  *self,
                               GError            **error)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  guint other;
  GDate today;

  switch (self->kind)
    {
    case LECTERN_PLAN_POSTPONE:
      return make_postpone (self, schedule, error);
    case LECTERN_PLAN_CONTINUE:
      return lectern_postpone_continue (schedule, self->session,
                                        self->slide != NULL && gtk_switch_get_active (self->slide),
                                        error);
    case LECTERN_PLAN_SWAP:
      other = adw_combo_row_get_selected (self->other);
      return other < self->others->len
               ? lectern_postpone_swap (schedule, self->session,
                                        g_ptr_array_index (self->others, other), error)
               : NULL;
    case LECTERN_PLAN_MOVE:
      other = adw_combo_row_get_selected (self->other);
      return other < self->others->len
               ? lectern_postpone_move (schedule, self->sessions,
                                        g_ptr_array_index (self->others, other), error)
               : NULL;
    case LECTERN_PLAN_CANCEL:
      return make_cancel (self, schedule, error);
    case LECTERN_PLAN_TERM:
      return lectern_plan_dialog_make_term (self, error);
    case LECTERN_PLAN_ROTA:
      lectern_date_today (&today);
      return lectern_people_plan_rota (schedule, &today, error);
    case LECTERN_PLAN_SCHEDULE:
    default:
      lectern_date_today (&today);
      return lectern_postpone_schedule_next (schedule, self->sessions, &today, error);
    }
}

/* What the button that does it says. */
const char *
lectern_plan_dialog_get_verb (LecternPlanDialog *self)
{
  switch (self->kind)
    {
    case LECTERN_PLAN_POSTPONE:
      return adw_combo_row_get_selected (self->way) == WAY_EARLIER ? _("_Bring Forward")
                                                                   : _("_Postpone");
    case LECTERN_PLAN_CONTINUE:
      return _("_Add Session");
    case LECTERN_PLAN_SWAP:
      return _("_Swap");
    case LECTERN_PLAN_MOVE:
      return _("_Move");
    case LECTERN_PLAN_CANCEL:
      return self->sessions->len > 1 ? _("Cancel _Sessions") : _("Cancel _Session");
    case LECTERN_PLAN_TERM:
      return _("_Plan");
    case LECTERN_PLAN_ROTA:
      return _("_Fill");
    case LECTERN_PLAN_SCHEDULE:
    default:
      return _("_Schedule");
    }
}
