/* lectern-checks.h: what is wrong with a schedule, said and never mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"
#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternWarning:
 * @code: a word that names the kind of warning, such as `weekday`
 * @text: a translated sentence
 * @key: the key of the session that it is about, 0 for the whole schedule
 * @path: the member that it is about, such as `resources[1].file`, or %NULL
 * @remedy_label: what the remedy does, such as "Use 21 Sept", translated, or
 *   %NULL if there is none
 * @remedy: (nullable): what the remedy sets, each `PATH=VALUE`; %NULL if it
 *   moves the session to where its date belongs
 */
typedef struct
{
  const char  *code;
  char        *text;
  guint64      key;
  char        *path;
  char        *remedy_label;
  char       **remedy;
} LecternWarning;

/**
 * LecternFileState:
 * @LECTERN_FILE_STATE_THERE: the file is there, or it cannot be told
 * @LECTERN_FILE_STATE_MISSING: there is no such file
 * @LECTERN_FILE_STATE_OUTSIDE: the path leads out of the schedule's folder
 *
 * What has become of a file that a schedule names.
 */
typedef enum
{
  LECTERN_FILE_STATE_THERE,
  LECTERN_FILE_STATE_MISSING,
  LECTERN_FILE_STATE_OUTSIDE,
} LecternFileState;

/**
 * LecternFileStateFunc:
 * @path: a path, as the schedule has it
 * @user_data: what was given with it
 *
 * Looks for a file.
 */
typedef LecternFileState (*LecternFileStateFunc) (const char *path,
                                                  gpointer    user_data);

/**
 * LecternChecksOptions:
 * @today: today's date
 * @each_without_notes: a warning for each past session without notes, not one
 *   for all of them
 * @look_for: (nullable): looks for files; without it they are not looked for
 * @user_data: for @look_for
 *
 * What to look for.
 */
typedef struct
{
  GDate                today;
  gboolean             each_without_notes;
  LecternFileStateFunc look_for;
  gpointer             user_data;
} LecternChecksOptions;

void       lectern_warning_free   (LecternWarning             *self);
GPtrArray *lectern_checks_session (LecternSession             *session);
GPtrArray *lectern_checks_run     (LecternSchedule            *schedule,
                                   const LecternChecksOptions *options);
gboolean   lectern_checks_remedy  (LecternHistory             *history,
                                   LecternWarning             *warning,
                                   GError                    **error);
gboolean   lectern_checks_dismiss (LecternHistory             *history,
                                   LecternWarning             *warning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWarning, lectern_warning_free)

G_END_DECLS
