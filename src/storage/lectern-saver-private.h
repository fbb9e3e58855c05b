/* lectern-saver-private.h: what the parts of the saver share
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
G_GNUC_INTERNAL
int         lectern_saver_open_at      (int          folder,
                                        const char  *name);

/* What became of an exchange:
 * UNSUPPORTED: this file system cannot do it; nothing was done
 * FAILED: errno says why; the target is what it was
 * DONE: the target is new, and the temporary is what it replaced
 * CHANGED: another program's version was there, and is there again
 * KEPT: the temporary is another program's version
 */
typedef enum
{
  LECTERN_SAVER_EXCHANGE_UNSUPPORTED,
  LECTERN_SAVER_EXCHANGE_FAILED,
  LECTERN_SAVER_EXCHANGE_DONE,
  LECTERN_SAVER_EXCHANGE_CHANGED,
  LECTERN_SAVER_EXCHANGE_KEPT,
} LecternSaverExchange;

G_GNUC_INTERNAL
gboolean             lectern_saver_can_exchange (int         folder,
                                                 const char *path);
G_GNUC_INTERNAL
LecternSaverExchange lectern_saver_exchange (int         folder,
                                             const char *temporary,
                                             const char *name,
                                             const char *hash,
                                             const char *new_hash);

G_END_DECLS
