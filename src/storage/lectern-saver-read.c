/* lectern-saver-read.c: reads a file whole, if it is one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

G_DEFINE_QUARK (lectern-saver-error-quark, lectern_saver_error)

/* Why the system refused, to stand after a colon. */
const char *
lectern_saver_errno_reason (int code)
{
  switch (code)
    {
    case ENOSPC:
      return _("the disk is full");
    case EDQUOT:
      return _("your share of the disk is used up");
    case EFBIG:
      return _("the disk cannot hold a file of this size");
    case EIO:
      return _("the disk reported an error");
    case EACCES:
    case EPERM:
      return _("you do not have the permission");
    case EROFS:
      return _("the disk is read-only");
    case ENAMETOOLONG:
      return _("the name is too long");
    case ENOENT:
      return _("there is no such file or folder");
    case ENOTDIR:
      return _("a part of its path is not a folder");
    case ELOOP:
      return _("its symbolic links lead in a circle");
    case EMFILE:
    case ENFILE:
      return _("too many files are open");
    default:
      return g_strerror (code);
    }
}

/* What to do about it, a sentence of its own. */
const char *
lectern_saver_errno_advice (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      return _("Free some space and try again, or choose another place.");
    case EACCES:
    case EPERM:
    case EROFS:
      return _("Choose another place, or change the permissions.");
    case ENAMETOOLONG:
      return _("Choose a shorter name.");
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
      return _("Choose another place.");
    case EMFILE:
    case ENFILE:
      return _("Close some programs and try again.");
    default:
      return _("Try again, or choose another place.");
    }
}

/* What something is that is no regular file, to stand after a colon. */
const char *
lectern_saver_type_reason (guint mode)
{
  if (S_ISDIR (mode))
    return _("it is a folder");
  if (S_ISFIFO (mode))
    return _("it is a pipe, not a file");

  return _("it is a device, not a file");
}

/**
 * lectern_saver_hash:
 * @bytes: the content of a file
 *
 * Makes the name that the content of a file is known by.
 *
 * Returns: (transfer full): the SHA-256 in hexadecimal
 */
char *
lectern_saver_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Opens a file for reading, if it is no symbolic link, and waits for nobody.
 * The document portal refuses O_NOFOLLOW with ELOOP for what is no link as
 * well: there the two looks must agree.
 *
 * Returns: a file descriptor, or -1 with errno */
int
lectern_saver_open_at (int         folder,
                       const char *name)
{
  const int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
  int fd = openat (folder, name, flags | O_NOFOLLOW);
  struct stat seen;
  struct stat opened;

  if (fd >= 0 || errno != ELOOP)
    return fd;
  if (fstatat (folder, name, &seen, AT_SYMLINK_NOFOLLOW) < 0)
    return -1;

  if (!S_ISLNK (seen.st_mode))
    {
      fd = openat (folder, name, flags);
      if (fd < 0 || (fstat (fd, &opened) == 0 &&
                     opened.st_dev == seen.st_dev && opened.st_ino == seen.st_ino))
        return fd;
      close (fd);
    }

  errno = ELOOP;
  return -1;
}

static gssize
read_some (int    fd,
           void  *buffer,
           gsize  size)
{
  gssize n;

  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);

  return n;
}

/* Hashes without keeping: what is there may be larger than any schedule. */
char *
lectern_saver_hash_fd (int      fd,
                       GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gssize n;

  while ((n = read_some (fd, buffer, CHUNK)) > 0)
    g_checksum_update (checksum, buffer, n);

  if (n < 0)
    {
      int code = errno;

      g_set_error_literal (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
                           lectern_saver_errno_reason (code));
      return NULL;
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static void
set_read_error (GError     **error,
                const char  *name,
                int          code)
{
  if (code == ENOENT)
    g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING,
                 _("Could not open “%s”: there is no such file. Look for it under another name or in another folder."), name);
  else
    g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
                 _("Could not open “%s”: %s. Try again, or open another file."),
                 name, lectern_saver_errno_reason (code));
}

static void
set_too_large (GError     **error,
               const char  *name)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_TOO_LARGE,
               _("Could not open “%s”: it is larger than %d MiB, so it is no schedule. Open another file."),
               name, LECTERN_SAVER_MAX_SIZE / (1024 * 1024));
}

/**
 * lectern_saver_read_fd:
 * @fd: a file descriptor, which stays open
 * @name: what to call it in an error
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Reads to the end, but never more than `LECTERN_SAVER_MAX_SIZE`: standard
 * input has no size that could be asked for before.
 *
 * Returns: (transfer full): the bytes, or %NULL with an error of
 *   `LECTERN_SAVER_ERROR`
 */
GBytes *
lectern_saver_read_fd (int            fd,
                       const char    *name,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gssize n;

  while ((n = read_some (fd, buffer, CHUNK)) > 0)
    {
      if (content->len + n > LECTERN_SAVER_MAX_SIZE)
        {
          set_too_large (error, name);
          return NULL;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      g_byte_array_append (content, buffer, n);
    }

  if (n < 0)
    {
      set_read_error (error, name, errno);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * lectern_saver_read:
 * @file: a file
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Reads a regular file whole.  Anything else (a folder, a pipe, a device, a
 * file of more than `LECTERN_SAVER_MAX_SIZE`) is refused before a byte of it
 * is read.
 *
 * Returns: (transfer full): the bytes, or %NULL with an error of
 *   `LECTERN_SAVER_ERROR` that is a sentence for people
 */
GBytes *
lectern_saver_read (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  int fd;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_NOT_LOCAL,
                   _("Could not open “%s”: it is not on this computer. Copy it to a folder of this computer first."), uri);
      return NULL;
    }

  name = g_filename_display_basename (path);

  /* Without O_NONBLOCK a pipe would hold this up until someone writes to it. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0 || fstat (fd, &status) < 0)
    {
      set_read_error (error, name, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }

  if (!S_ISREG (status.st_mode))
    g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_NOT_A_FILE,
                 _("Could not open “%s”: %s. Choose a file."),
                 name, lectern_saver_type_reason (status.st_mode));
  else if (status.st_size > LECTERN_SAVER_MAX_SIZE)
    set_too_large (error, name);
  else
    bytes = lectern_saver_read_fd (fd, name, cancellable, error);

  close (fd);

  return g_steal_pointer (&bytes);
}
