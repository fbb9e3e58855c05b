/* lectern-checks-private.h: what the checks share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-checks.h"

G_BEGIN_DECLS

LecternWarning *lectern_checks_warn     (GPtrArray                  *warnings,
                                         LecternSession             *session,
                                         const char                 *code,
                                         char                       *text,
                                         char                       *path);
char           *lectern_checks_day_name (const GDate                *date);

void            lectern_checks_single   (LecternSession             *session,
                                         gboolean                    has_page,
                                         GPtrArray                  *warnings);
void            lectern_checks_dates    (LecternSchedule            *schedule,
                                         GPtrArray                  *warnings);
void            lectern_checks_papers   (LecternSchedule            *schedule,
                                         GPtrArray                  *warnings);
void            lectern_checks_notes    (LecternSchedule            *schedule,
                                         const LecternChecksOptions *options,
                                         GPtrArray                  *warnings);

G_END_DECLS
