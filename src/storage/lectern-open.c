/* lectern-open.c: opens a file that is no symbolic link
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-open.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Neither a pipe nor a device may hold this up. */
#define FLAGS (O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)

/* Opens @name in @folder to be read; a symbolic link is refused with ELOOP.
 *
 * The document portal, through which a sandbox sees chosen files, refuses
 * O_NOFOLLOW of every file, as it opens them through links of its own.  There
 * it is looked whether there is a link, and whether what was opened then is
 * what was looked at. */
int
lectern_open_no_link (int         folder,
                      const char *name)
{
  struct stat named, opened;
  int fd = openat (folder, name, FLAGS | O_NOFOLLOW);

  if (fd >= 0 || errno != ELOOP)
    return fd;

  if (fstatat (folder, name, &named, AT_SYMLINK_NOFOLLOW) < 0)
    return -1;
  if (S_ISLNK (named.st_mode))
    {
      errno = ELOOP;
      return -1;
    }

  fd = openat (folder, name, FLAGS);
  if (fd >= 0 && (fstat (fd, &opened) < 0
                  || opened.st_dev != named.st_dev || opened.st_ino != named.st_ino))
    {
      close (fd);
      errno = ELOOP;
      return -1;
    }

  return fd;
}
