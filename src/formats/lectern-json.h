/* lectern-json.h: a schedule's file format, JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

#define LECTERN_JSON_ERROR (lectern_json_error_quark ())
GQuark lectern_json_error_quark (void);

/**
 * LecternJsonError:
 * @LECTERN_JSON_ERROR_SYNTAX: the bytes are not JSON
 * @LECTERN_JSON_ERROR_TYPE: a member has a value of another type
 * @LECTERN_JSON_ERROR_VERSION: the file is no schedule, or made by a later
 *   version of Lectern
 */
typedef enum
{
  LECTERN_JSON_ERROR_SYNTAX,
  LECTERN_JSON_ERROR_TYPE,
  LECTERN_JSON_ERROR_VERSION,
} LecternJsonError;

gboolean         lectern_json_error_get_position (const GError    *error,
                                                  guint           *line,
                                                  guint           *column);

LecternSchedule *lectern_json_read               (GBytes          *bytes,
                                                  GError         **error);
GBytes          *lectern_json_write              (LecternSchedule *schedule,
                                                  GBytes          *old,
                                                  GError         **error);
char            *lectern_json_session_to_text    (LecternSession  *session);
gboolean         lectern_json_session_matches    (LecternSession  *session,
                                                  LecternSession  *other);
gboolean         lectern_json_session_may_have   (LecternSession  *session,
                                                  const char      *member);
gboolean         lectern_json_locate             (GBytes          *bytes,
                                                  LecternSession  *session,
                                                  const char      *path,
                                                  guint           *line,
                                                  guint           *column);

G_END_DECLS
