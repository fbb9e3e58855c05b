/* lectern-checks.h: what is wrong with a schedule, said and never mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternWarning:
 * @code: a word that names the kind of warning, such as `bad-date`
 * @text: a translated sentence
 * @key: the key of the session that it is about, 0 for the head
 * @path: the member that it is about, such as `resources[1].file`, or %NULL
 */
typedef struct
{
  const char *code;
  char       *text;
  guint64     key;
  char       *path;
} LecternWarning;

void       lectern_warning_free   (LecternWarning  *self);
GPtrArray *lectern_checks_session (LecternSession  *session);
GPtrArray *lectern_checks_run     (LecternSchedule *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWarning, lectern_warning_free)

G_END_DECLS
