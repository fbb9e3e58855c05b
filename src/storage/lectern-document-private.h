/* lectern-document-private.h: what the parts of LecternDocument share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

G_GNUC_INTERNAL
LecternDocument *lectern_document_new_for_schedule (LecternSchedule *schedule,
                                                    GFile           *file,
                                                    const char      *baseline);

G_END_DECLS
