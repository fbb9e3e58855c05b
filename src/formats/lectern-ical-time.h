/* lectern-ical-time.h: when a session is, as a calendar writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libical/ical.h>

#include "lectern-head.h"
#include "lectern-session.h"

G_BEGIN_DECLS

/**
 * LecternIcalTime:
 * @start: when it begins
 * @end: when it ends
 * @has_end: whether that is known
 * @all_day: whether no time of day is known
 */
typedef struct
{
  icaltimetype start;
  icaltimetype end;
  gboolean     has_end;
  gboolean     all_day;
} LecternIcalTime;

gboolean lectern_ical_zone         (const char       *name,
                                    GTimeZone       **zone,
                                    GError          **error);
gint64   lectern_ical_zone_to_utc  (GTimeZone        *zone,
                                    gint64            local);
gboolean lectern_ical_time_compute (LecternHead      *head,
                                    GTimeZone        *zone,
                                    LecternSession   *session,
                                    LecternIcalTime  *result);

G_END_DECLS
