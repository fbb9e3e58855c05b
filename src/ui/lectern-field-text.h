/* lectern-field-text.h: between what a member holds and what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

char *lectern_field_text_dup  (LecternRecord *record,
                               const char    *name);
char *lectern_field_text_read (LecternRecord *record,
                               const char    *name,
                               const char    *text,
                               gboolean       finished);

G_END_DECLS
