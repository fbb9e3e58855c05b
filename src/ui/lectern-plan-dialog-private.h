/* lectern-plan-dialog-private.h: what the dialog's own files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-plan-dialog.h"
#include "lectern-plan-preview.h"

G_BEGIN_DECLS

struct _LecternPlanDialog
{
  AdwWindow            parent_instance;

  LecternPlanKind      kind;
  LecternDocument     *document;
  GPtrArray           *sessions;
  /* The first of them. */
  LecternSession      *session;

  AdwPreferencesPage  *page;
  LecternPlanPreview  *preview;
  GtkWidget           *verb;
  LecternPlan         *plan;

  /* The choices; each kind has some of them. */
  AdwPreferencesGroup *options;
  AdwComboRow         *way;
  GtkWidget           *weeks_row;
  GtkSpinButton       *weeks;
  AdwComboRow         *range;
  AdwEntryRow         *reason;
  GtkSwitch           *slide;
  AdwComboRow         *other;
  GPtrArray           *others;

  /* Those of a term. */
  AdwEntryRow         *start;
  GtkSpinButton       *count;
  GtkSpinButton       *interval;
  GtkSwitch           *rhythm;
  AdwEntryRow         *time;
  AdwEntryRow         *number;
  AdwEntryRow         *breaks;
  AdwActionRow        *calendar_row;
  GtkWidget           *calendar_clear;
  GBytes              *calendar;
  GError              *calendar_error;
};

/* lectern-plan-dialog.c */
void         lectern_plan_dialog_update      (LecternPlanDialog  *self);

/* lectern-plan-choices.c */
GtkSwitch   *lectern_plan_dialog_add_switch  (LecternPlanDialog  *self,
                                              const char         *title,
                                              const char         *subtitle,
                                              gboolean            active);
void         lectern_plan_dialog_add_choices (LecternPlanDialog  *self);
LecternPlan *lectern_plan_dialog_make_plan   (LecternPlanDialog  *self,
                                              GError            **error);
const char  *lectern_plan_dialog_get_verb    (LecternPlanDialog  *self);

/* lectern-plan-term.c */
void         lectern_plan_dialog_add_term    (LecternPlanDialog  *self);
LecternPlan *lectern_plan_dialog_make_term   (LecternPlanDialog  *self,
                                              GError            **error);

G_END_DECLS
