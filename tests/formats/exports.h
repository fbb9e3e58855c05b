/* exports.h: what the tests of the exports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-ical.h"
#include "lectern-schedule.h"

G_BEGIN_DECLS

void             add_announcement_tests (void);
void             add_html_tests         (void);
void             add_ical_tests         (void);
void             add_ical_holidays_tests (void);
void             add_ical_hostile_tests (void);
void             add_ical_merge_tests   (void);
void             add_ical_time_tests    (void);
void             add_markdown_tests     (void);
void             add_public_tests       (void);

LecternSchedule *exports_read           (const char         *text);
LecternSchedule *exports_sessions       (const char         *head,
                                         const char         *sessions);
LecternSchedule *exports_sample         (void);
char            *exports_quote          (const char         *text);
char            *exports_ical           (LecternSchedule    *schedule,
                                         const char         *old,
                                         LecternIcalFlags    flags,
                                         LecternIcalReport  *report);
char            *exports_ical_refusal   (LecternSchedule    *schedule,
                                         const char         *old,
                                         int                 code);
void             exports_today          (const char         *text,
                                         GDate              *today);

G_END_DECLS
