/* lectern-saver-exchange.c: changes places with what is there, and looks at it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Between a look at the target and a rename over it there is a moment, in
 * which another program may write a version that the rename would destroy.
 * Changing places destroys nothing: what came out is looked at afterwards,
 * and goes back if it is not what was expected. */

#define HEXADECIMAL "0123456789abcdef"

typedef enum
{
  UNREADABLE,
  OTHER,
  EXPECTED,
} Found;

static gboolean
change_places (int         folder,
               const char *a,
               const char *b)
{
  return renameat2 (folder, a, folder, b, RENAME_EXCHANGE) == 0;
}

/* Whether a file holds what has one of two hashes. */
static Found
look (int         folder,
      const char *name,
      const char *hash,
      const char *other_hash)
{
  g_autofree char *found = NULL;
  int fd = lectern_saver_open_at (folder, name);

  if (fd < 0)
    return errno == ELOOP ? OTHER : UNREADABLE;

  found = lectern_saver_hash_fd (fd, NULL);
  close (fd);
  if (found == NULL)
    {
      errno = EIO;
      return UNREADABLE;
    }

  return g_strcmp0 (found, hash) == 0 || g_strcmp0 (found, other_hash) == 0 ? EXPECTED : OTHER;
}

/* Puts back what came out. */
static LecternSaverExchange
undo (int                   folder,
      const char           *temporary,
      const char           *name,
      const char           *new_hash,
      LecternSaverExchange  result)
{
  if (!change_places (folder, temporary, name))
    return LECTERN_SAVER_EXCHANGE_KEPT;
  /* Where nothing can be read, it is what was put there a moment ago. */
  if (look (folder, temporary, new_hash, NULL) != OTHER)
    return result;

  /* Somebody was there a second time: the latest version stays in its place,
   * and the one before it beside it. */
  change_places (folder, temporary, name);

  return LECTERN_SAVER_EXCHANGE_KEPT;
}

/* lectern_saver_can_exchange:
 * @folder: the target's
 * @path: of the target, all links resolved
 *
 * A file that the document portal granted alone stands in a folder that is not
 * there: `…/doc/ID/NAME`.  The portal does exchange the two files, but then
 * has forgotten the temporary, which stays behind it for ever.  In a folder
 * that was granted (`…/doc/ID/FOLDER/NAME`) all is well.
 *
 * Returns: whether an exchange may be tried
 */
gboolean
lectern_saver_can_exchange (int         folder,
                            const char *path)
{
  struct statfs status;
  g_autofree char *parent = NULL;
  g_autofree char *identity = NULL;

  if (fstatfs (folder, &status) < 0 || status.f_type != FUSE_SUPER_MAGIC)
    return TRUE;

  parent = g_path_get_dirname (path);
  identity = g_path_get_basename (parent);

  return strstr (parent, "/doc/") == NULL ||
         identity[strspn (identity, HEXADECIMAL)] != '\0';
}

/* lectern_saver_exchange:
 * @folder: both are in it
 * @temporary: what shall stand in the target's place
 * @name: the target
 * @hash: of what the target must hold
 * @new_hash: of what @temporary holds, which the target may hold as well
 *
 * Returns: what became of it, with errno for FAILED
 */
LecternSaverExchange
lectern_saver_exchange (int         folder,
                        const char *temporary,
                        const char *name,
                        const char *hash,
                        const char *new_hash)
{
  LecternSaverExchange result;
  int code;

  if (!change_places (folder, temporary, name))
    return errno == EINVAL || errno == ENOSYS || errno == ENOTSUP
           ? LECTERN_SAVER_EXCHANGE_UNSUPPORTED : LECTERN_SAVER_EXCHANGE_FAILED;

  switch (look (folder, temporary, hash, new_hash))
    {
    case EXPECTED:
      return LECTERN_SAVER_EXCHANGE_DONE;

    case OTHER:
      return undo (folder, temporary, name, new_hash, LECTERN_SAVER_EXCHANGE_CHANGED);

    case UNREADABLE:
      code = errno;
      result = undo (folder, temporary, name, new_hash, LECTERN_SAVER_EXCHANGE_FAILED);
      errno = code;
      return result;
    }

  g_return_val_if_reached (LECTERN_SAVER_EXCHANGE_FAILED);
}
