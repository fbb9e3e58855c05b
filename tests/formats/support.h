/* support.h: what several tests of the formats need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-history.h"
#include "lectern-json.h"

G_BEGIN_DECLS

LecternSchedule *support_read          (const char      *text,
                                        gssize           length);
char            *support_write         (LecternSchedule *schedule);
void             support_apply         (LecternHistory  *history,
                                        const char      *command);
char            *support_edit          (const char      *text,
                                        const char      *script);
void             support_assert_same   (LecternSchedule *a,
                                        LecternSchedule *b);
void             support_assert_reads  (LecternSchedule *schedule,
                                        const char      *text);
void             support_count         (const char      *text,
                                        gsize            offset,
                                        guint           *line,
                                        guint           *column);

G_END_DECLS
