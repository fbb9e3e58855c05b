/* lectern-ical-event.h: one session as an event of a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-ical.h"

G_BEGIN_DECLS

/**
 * LecternIcalEvent:
 * @head: the schedule's head
 * @zone: (nullable): its time zone
 * @flags: what to write
 * @now: the time of writing, in UTC
 * @session: the session
 * @uid: the UID of its event
 * @sequence: how often the event has changed
 *
 * What an event is made of.
 */
typedef struct
{
  LecternHead      *head;
  GTimeZone        *zone;
  LecternIcalFlags  flags;
  GDateTime        *now;
  LecternSession   *session;
  const char       *uid;
  int               sequence;
} LecternIcalEvent;

char     *lectern_ical_event_to_text (const LecternIcalEvent  *self,
                                      GError                 **error);
char     *lectern_ical_head_to_text  (LecternHead             *head,
                                      GError                 **error);
gboolean  lectern_ical_check_text    (const char              *text,
                                      const char              *where,
                                      GError                 **error);

G_END_DECLS
