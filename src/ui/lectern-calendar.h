/* lectern-calendar.h: a month from which a day is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_CALENDAR (lectern_calendar_get_type ())
G_DECLARE_FINAL_TYPE (LecternCalendar, lectern_calendar, LECTERN, CALENDAR, GtkBox)

GtkWidget    *lectern_calendar_new            (void);
void          lectern_calendar_show_day       (LecternCalendar *self,
                                               const GDate     *day,
                                               const GDate     *today);
void          lectern_calendar_get_day        (LecternCalendar *self,
                                               GDate           *day);
void          lectern_calendar_focus          (LecternCalendar *self);
void          lectern_calendar_set_week_start (LecternCalendar *self,
                                               GDateWeekday     weekday);
GDateWeekday  lectern_calendar_get_week_start (LecternCalendar *self);

G_END_DECLS
