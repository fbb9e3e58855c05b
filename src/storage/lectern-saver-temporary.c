/* lectern-saver-temporary.c: the hidden file that becomes the new one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define NAME_TRIES 100

/* The list of those who may do more or less than the mode says. */
#define ACCESS_LIST "system.posix_acl_access"

gboolean
lectern_save_make_temporary (LecternSave  *self,
                             GError      **error)
{
  int i;

  for (i = 0; i < NAME_TRIES && self->fd < 0; i++)
    {
      char name[sizeof self->temporary];

      /* The name does not contain the target's, which may be as long as a name
       * can be.  A new file's mode is left to the system, which knows the umask
       * and the folder's rules; an old one's is set before it has content. */
      g_snprintf (name, sizeof name, ".lectern-%08x%08x.tmp",
                  g_random_int (), g_random_int ());
      self->fd = openat (self->folder, name,
                         O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                         self->exists || self->is_private ? 0600 : 0666);
      if (self->fd >= 0)
        memcpy (self->temporary, name, sizeof name);
      else if (errno != EEXIST)
        break;
    }

  if (self->fd < 0 && (errno == EACCES || errno == EPERM))
    return lectern_save_fail (self, error, LECTERN_SAVER_ERROR_FAILED,
                              _("no file may be made in its folder"),
                              _("Choose another folder, or change the permissions of this one."));
  if (self->fd < 0)
    return lectern_save_fail_errno (self, error, errno);

  return TRUE;
}

/* Shrinks the rights of a group that may be another one now to those of
 * everybody. */
static mode_t
without_group (mode_t mode)
{
  return (mode & ~(mode_t) (S_ISGID | S_IRWXG)) |
         (mode & ((mode & S_IRWXO) << 3) & S_IRWXG);
}

/* Where there is an access list, the group's rights in the mode are the most
 * that anybody has who is named in it: without the list they would be those of
 * the group.
 *
 * Returns: 0 if the new file has the list, or the old one has none; 1 if it
 *   could not be given to the new one; else -1 with errno */
static int
take_over_list (LecternSave *self)
{
  g_autofree char *list = NULL;
  gssize size;
  int code;
  int fd = lectern_saver_open_at (self->folder, self->name);

  if (fd < 0)
    return errno == EACCES || errno == ELOOP || errno == ENOENT ? 1 : -1;

  size = fgetxattr (fd, ACCESS_LIST, NULL, 0);
  if (size > 0)
    {
      list = g_malloc (size);
      size = fgetxattr (fd, ACCESS_LIST, list, size);
    }
  code = errno;
  close (fd);
  if (size < 0)
    return code == ERANGE ? 1 : 0;

  return size == 0 || fsetxattr (self->fd, ACCESS_LIST, list, size, 0) == 0 ? 0 : 1;
}

/* The new file shall be what the old one was to everyone else. */
gboolean
lectern_save_take_over_rights (LecternSave  *self,
                               GError      **error)
{
  mode_t mode = self->status.st_mode & 07777;
  struct stat made;
  int left_behind;

  if (!self->exists)
    return TRUE;

  if (fstat (self->fd, &made) < 0)
    return lectern_save_fail_errno (self, error, errno);

  /* Only root may give a file away, and only members may give it to a group.
   * Without that the group's rights would become those of another group, so
   * that they shrink to those of everybody. */
  if (made.st_uid != self->status.st_uid &&
      fchown (self->fd, self->status.st_uid, -1) < 0 && errno != EPERM)
    return lectern_save_fail_errno (self, error, errno);
  if (made.st_gid != self->status.st_gid &&
      fchown (self->fd, -1, self->status.st_gid) < 0)
    {
      if (errno != EPERM)
        return lectern_save_fail_errno (self, error, errno);
      mode = without_group (mode);
    }

  left_behind = take_over_list (self);
  if (left_behind < 0)
    return lectern_save_fail_errno (self, error, errno);
  if (left_behind > 0)
    mode = without_group (mode);

  if (fchmod (self->fd, mode) < 0)
    return lectern_save_fail_errno (self, error, errno);

  return TRUE;
}

gboolean
lectern_save_write_content (LecternSave   *self,
                            GBytes        *bytes,
                            GCancellable  *cancellable,
                            GError       **error)
{
  gsize left = 0;
  const char *data = g_bytes_get_data (bytes, &left);
  int result;

  while (left > 0)
    {
      gssize n = write (self->fd, data, MIN (left, 1024 * 1024));

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return lectern_save_fail_errno (self, error, n < 0 ? errno : ENOSPC);
      data += n;
      left -= n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  do
    result = fsync (self->fd);
  while (result < 0 && errno == EINTR);
  if (result < 0)
    return lectern_save_fail_errno (self, error, errno);

  /* Some file systems report only now that the content did not arrive.  The
   * descriptor is gone whatever close() says. */
  result = close (self->fd);
  self->fd = -1;
  if (result < 0 && errno != EINTR)
    return lectern_save_fail_errno (self, error, errno);

  return TRUE;
}
