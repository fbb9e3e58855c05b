/* lectern-text-differences.h: what the window says about two versions of a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

char *lectern_text_session_name (LecternSession  *session);
char *lectern_text_differences  (LecternSchedule *schedule,
                                 LecternSchedule *other);

G_END_DECLS
