/* lectern-edit-value.h: putting a text into a member of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

gboolean lectern_edit_set_path (LecternRecord  *record,
                                const char     *path,
                                const char     *value,
                                const char    **label,
                                GError        **error);

G_GNUC_INTERNAL
gboolean lectern_edit_fail_value (const char           *value,
                                  const char           *format,
                                  GError              **error);
G_GNUC_INTERNAL
gboolean lectern_edit_check_form (const LecternMember  *member,
                                  const char           *value,
                                  GError              **error);

G_END_DECLS
