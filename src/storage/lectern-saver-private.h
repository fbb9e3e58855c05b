/* lectern-saver-private.h: what the parts of the saver share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-saver.h"

#include <sys/stat.h>

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

/* One save under way; an error leaves it to be cleared. */
typedef struct
{
  char        *path;      /* of the file itself, symbolic links resolved */
  char        *name;      /* its last element */
  char        *shown;     /* what the user calls it */
  int          folder;
  gboolean     can_sync;  /* whether the folder could be opened for reading */
  gboolean     is_private; /* for nobody else's eyes, if it is new */
  gboolean     exists;
  struct stat  status;    /* of the target, if it exists */
  int          fd;        /* of the temporary */
  char         temporary[40];
} LecternSave;

/* lectern-saver-target.c: what is in the target's place */
G_GNUC_INTERNAL
gboolean lectern_save_fail              (LecternSave         *self,
                                         GError             **error,
                                         LecternSaverError    code,
                                         const char          *reason,
                                         const char          *advice);
G_GNUC_INTERNAL
gboolean lectern_save_fail_errno        (LecternSave         *self,
                                         GError             **error,
                                         int                  code);
G_GNUC_INTERNAL
gboolean lectern_save_fail_changed      (LecternSave         *self,
                                         GError             **error);
G_GNUC_INTERNAL
gboolean lectern_save_fail_gone         (LecternSave         *self,
                                         GError             **error);
G_GNUC_INTERNAL
gboolean lectern_save_begin             (LecternSave         *self,
                                         GFile               *file,
                                         GError             **error);
G_GNUC_INTERNAL
gboolean lectern_save_check_writable    (LecternSave         *self,
                                         GError             **error);
G_GNUC_INTERNAL
gboolean lectern_save_check_expectation (LecternSave         *self,
                                         LecternSaverExpect   expect,
                                         const char          *hash,
                                         const char          *new_hash,
                                         GError             **error);

/* lectern-saver-temporary.c: what takes its place */
G_GNUC_INTERNAL
gboolean lectern_save_make_temporary    (LecternSave         *self,
                                         GError             **error);
G_GNUC_INTERNAL
gboolean lectern_save_take_over_rights  (LecternSave         *self,
                                         GError             **error);
G_GNUC_INTERNAL
gboolean lectern_save_write_content     (LecternSave         *self,
                                         GBytes              *bytes,
                                         GCancellable        *cancellable,
                                         GError             **error);

G_END_DECLS
