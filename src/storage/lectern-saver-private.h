/* lectern-saver-private.h: what the two halves of the saver share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-saver.h"

G_BEGIN_DECLS

G_GNUC_INTERNAL
const char *lectern_saver_errno_reason (int          code);
G_GNUC_INTERNAL
const char *lectern_saver_errno_advice (int          code);
G_GNUC_INTERNAL
const char *lectern_saver_type_reason  (guint        mode);
G_GNUC_INTERNAL
char       *lectern_saver_hash_fd      (int          fd,
                                        GError     **error);

G_END_DECLS
