/* lectern-page-align.h: which row of a page is which session
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-meaning.h"

G_BEGIN_DECLS

int *lectern_page_align (LecternPageContext *context,
                         LecternSchedule    *schedule);

G_END_DECLS
