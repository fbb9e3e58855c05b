/* lectern-plan-preview.h: what a plan will change, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-plan.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PLAN_PREVIEW (lectern_plan_preview_get_type ())
G_DECLARE_FINAL_TYPE (LecternPlanPreview, lectern_plan_preview, LECTERN, PLAN_PREVIEW, AdwPreferencesGroup)

GtkWidget *lectern_plan_preview_new        (void);
void       lectern_plan_preview_set_plan   (LecternPlanPreview *self,
                                            LecternSchedule    *schedule,
                                            LecternPlan        *plan);
void       lectern_plan_preview_set_error  (LecternPlanPreview *self,
                                            const char         *text);

G_END_DECLS
