/* lectern-announcement.h: what to tell the group about a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

#define LECTERN_ANNOUNCEMENT_ERROR (lectern_announcement_error_quark ())
GQuark lectern_announcement_error_quark (void);

/**
 * LecternAnnouncementError:
 * @LECTERN_ANNOUNCEMENT_ERROR_NOTHING: no meeting is planned
 * @LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE: the template asks for something that
 *   there is not
 */
typedef enum
{
  LECTERN_ANNOUNCEMENT_ERROR_NOTHING,
  LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE,
} LecternAnnouncementError;

char       *lectern_announcement_write          (LecternSchedule  *schedule,
                                                 LecternSession   *session,
                                                 const GDate      *today,
                                                 const char       *template,
                                                 GError          **error);
char       *lectern_announcement_subject        (LecternSchedule  *schedule,
                                                 LecternSession   *session);
const char *lectern_announcement_get_template   (LecternSchedule  *schedule,
                                                 LecternSession   *session,
                                                 const GDate      *today,
                                                 gboolean          own);
const char *lectern_announcement_get_usual      (void);
gboolean    lectern_announcement_check_template (const char       *template,
                                                 GError          **error);
gboolean    lectern_announcement_takes_template (LecternSession   *session);
char       *lectern_announcement_mailto         (const char       *subject,
                                                 const char       *text);

G_END_DECLS
