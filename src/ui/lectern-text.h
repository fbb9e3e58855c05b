/* lectern-text.h: what the window says about a session, as pure functions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-checks.h"
#include "lectern-schedule.h"

G_BEGIN_DECLS

char     *lectern_text_weekday_short   (const GDate    *date);
char     *lectern_text_day             (const GDate    *date);
char     *lectern_text_month           (const GDate    *date);
char     *lectern_text_full_date       (const GDate    *date);
char     *lectern_text_short_date      (const GDate    *date);

const char *lectern_text_get_kind_name (LecternSessionKind kind);
char     *lectern_text_session_date    (LecternSession *session);
char     *lectern_text_session_state   (LecternSession *session,
                                        const GDate    *today,
                                        gboolean        is_next);
char     *lectern_text_session_tag     (LecternSession *session,
                                        const GDate    *today,
                                        gboolean        is_next);
gboolean  lectern_text_session_is_past (LecternSession *session,
                                        const GDate    *today);

char     *lectern_text_time_and_place  (LecternSession *session,
                                        LecternHead    *head);
GStrv     lectern_text_titles          (LecternSession *session,
                                        GStrv          *parts);
char     *lectern_text_presenters      (LecternSession *session);
char     *lectern_text_target_name     (LecternRecord  *target);

char     *lectern_text_row_sentence    (LecternSession *session,
                                        const GDate    *today,
                                        gboolean        is_next,
                                        const char     *warning);

G_END_DECLS
