/* lectern-ical.h: a schedule as a calendar, iCalendar (RFC 5545)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

#define LECTERN_ICAL_ERROR (lectern_ical_error_quark ())
GQuark lectern_ical_error_quark (void);

/**
 * LecternIcalError:
 * @LECTERN_ICAL_ERROR_OLD: the old bytes are no calendar
 * @LECTERN_ICAL_ERROR_ZONE: there is no such time zone
 * @LECTERN_ICAL_ERROR_TEXT: a text holds what a calendar cannot
 * @LECTERN_ICAL_ERROR_TIME: a time that no calendar can write
 */
typedef enum
{
  LECTERN_ICAL_ERROR_OLD,
  LECTERN_ICAL_ERROR_ZONE,
  LECTERN_ICAL_ERROR_TEXT,
  LECTERN_ICAL_ERROR_TIME,
} LecternIcalError;

/**
 * LecternIcalFlags:
 * @LECTERN_ICAL_LOCATION: with the places, which may hold meeting links
 * @LECTERN_ICAL_ANNOUNCEMENTS: with the announcements
 *
 * What goes into the calendar only if it was asked for.
 */
typedef enum
{
  LECTERN_ICAL_NOTHING_MORE = 0,
  LECTERN_ICAL_LOCATION = 1 << 0,
  LECTERN_ICAL_ANNOUNCEMENTS = 1 << 1,
} LecternIcalFlags;

/**
 * LecternIcalReport:
 * @events: how many events of the schedule the calendar holds
 * @kept: how many of them kept their old bytes
 * @changed: how many were in the old calendar and are different now
 * @removed: how many were in the old calendar and are gone
 * @foreign: how many pieces of the old calendar are not the schedule's; all
 *   were kept
 * @announcements: how many announcements were left out
 * @undated: how many sessions without a date were left out
 * @without_id: how many events are known by their dates for want of an id
 * @floating: how many events have a time, but the schedule no time zone
 *
 * What was written and what was not.
 */
typedef struct
{
  guint events;
  guint kept;
  guint changed;
  guint removed;
  guint foreign;
  guint announcements;
  guint undated;
  guint without_id;
  guint floating;
} LecternIcalReport;

GBytes *lectern_ical_write           (LecternSchedule         *schedule,
                                      GBytes                  *old,
                                      LecternIcalFlags         flags,
                                      GDateTime               *now,
                                      LecternIcalReport       *report,
                                      GError                 **error);
char   *lectern_ical_report_describe (const LecternIcalReport *self);

G_END_DECLS
