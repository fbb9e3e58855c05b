/* lectern-ical-term.h: a term around the holidays in a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-term.h"

G_BEGIN_DECLS

LecternPlan *lectern_ical_plan_term (LecternSchedule    *schedule,
                                     const LecternTerm  *term,
                                     GBytes             *calendar,
                                     GError            **error);

G_END_DECLS
