/* lectern-ical-holidays.h: the holidays in a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-term.h"

G_BEGIN_DECLS

#define LECTERN_ICAL_HOLIDAYS_ERROR (lectern_ical_holidays_error_quark ())
GQuark lectern_ical_holidays_error_quark (void);

/**
 * LecternIcalHolidaysError:
 * @LECTERN_ICAL_HOLIDAYS_ERROR_CALENDAR: it is no calendar
 * @LECTERN_ICAL_HOLIDAYS_ERROR_LIMIT: it is larger than a calendar of holidays
 * @LECTERN_ICAL_HOLIDAYS_ERROR_RULE: a holiday comes again in a way that is not
 *   understood
 */
typedef enum
{
  LECTERN_ICAL_HOLIDAYS_ERROR_CALENDAR,
  LECTERN_ICAL_HOLIDAYS_ERROR_LIMIT,
  LECTERN_ICAL_HOLIDAYS_ERROR_RULE,
} LecternIcalHolidaysError;

GPtrArray *lectern_ical_read_holidays (GBytes       *bytes,
                                       const GDate  *from,
                                       const GDate  *to,
                                       GError      **error);

G_END_DECLS
