/* lectern-git-index.h: which files a Git repository knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

GHashTable *lectern_git_index_parse             (GBytes              *bytes);
GPtrArray  *lectern_git_index_find_new          (GFile               *schedule_file,
                                                 const char * const  *paths);
GPtrArray  *lectern_git_index_find_uncommitted  (GFile               *schedule_file,
                                                 LecternSchedule     *schedule);

G_END_DECLS
