/* schedule-text.h: schedules in a line of text, for the tables of the tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

LecternSchedule *schedule_text_read  (const char      *text);
char            *schedule_text_write (LecternSchedule *schedule);
GPtrArray       *schedule_text_list  (LecternSchedule *schedule,
                                      const char      *places);
