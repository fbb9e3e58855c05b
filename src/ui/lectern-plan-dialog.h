/* lectern-plan-dialog.h: a change of several sessions, shown before it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternPlanKind:
 * @LECTERN_PLAN_POSTPONE: to another day, alone or with all later ones
 * @LECTERN_PLAN_CONTINUE: the next part of the same paper
 * @LECTERN_PLAN_SWAP: with another session
 * @LECTERN_PLAN_CANCEL: it does not take place
 * @LECTERN_PLAN_SCHEDULE: a session without a date gets one
 * @LECTERN_PLAN_TERM: sessions at regular distances
 * @LECTERN_PLAN_MOVE: to the day of another one, which makes room
 * @LECTERN_PLAN_ROTA: who presents in planned sessions
 *
 * What a dialog is for.
 */
typedef enum
{
  LECTERN_PLAN_POSTPONE,
  LECTERN_PLAN_CONTINUE,
  LECTERN_PLAN_SWAP,
  LECTERN_PLAN_CANCEL,
  LECTERN_PLAN_SCHEDULE,
  LECTERN_PLAN_TERM,
  LECTERN_PLAN_MOVE,
  LECTERN_PLAN_ROTA,
} LecternPlanKind;

#define LECTERN_TYPE_PLAN_DIALOG (lectern_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternPlanDialog, lectern_plan_dialog, LECTERN, PLAN_DIALOG, AdwWindow)

LecternPlanDialog *lectern_plan_dialog_new (GtkWindow       *parent,
                                            LecternDocument *document,
                                            GPtrArray       *sessions,
                                            LecternPlanKind  kind);
void               lectern_plan_dialog_set_calendar (LecternPlanDialog *self,
                                                     GFile             *file);
void               lectern_plan_dialog_choose (LecternPlanDialog *self,
                                               LecternSession    *other);
GPtrArray         *lectern_plan_dialog_get_sessions (LecternPlanDialog *self);

G_END_DECLS
