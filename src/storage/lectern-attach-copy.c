/* lectern-attach-copy.c: a PDF gets a copy under a name that was free
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "lectern-config.h"

#include "lectern-attach-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-open.h"
#include "lectern-saver-private.h"

/* As the saver does: a hidden temporary beside the target, its content on the
 * disk, then the name, which is taken in one step and only if it is free.
 * What has the name by then is never touched, and half a copy never has it. */

#define CHUNK (256 * 1024)
#define NAME_TRIES 1000
#define TEMPORARY_TRIES 100

typedef struct
{
  LecternAttachCopy *copy;
  struct stat        status;    /* of the source */
  int                folder;
  int                fd;        /* of the temporary */
  char               temporary[40];
} Job;

static void
job_clear (Job *self)
{
  if (self->temporary[0] != '\0')
    unlinkat (self->folder, self->temporary, 0);
  if (self->fd >= 0)
    close (self->fd);
  if (self->folder >= 0)
    close (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
fail (Job         *self,
      GError     **error,
      const char  *reason,
      const char  *advice)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_FAILED,
               /* Translators: file name, reason, what to do */
               _("Could not copy “%s” into the notes folder: %s. Nothing was attached. %s"),
               self->copy->shown, reason, advice);

  return FALSE;
}

static gboolean
fail_errno (Job     *self,
            GError **error,
            int      code)
{
  return fail (self, error, lectern_saver_errno_reason (code), lectern_saver_errno_advice (code));
}

static gssize
read_some (int    fd,
           char  *buffer,
           gsize  size,
           goffset offset)
{
  gssize n;

  do
    n = pread (fd, buffer, size, offset);
  while (n < 0 && errno == EINTR);

  return n;
}

/* Whether two files say the same, byte for byte; what cannot be read does not. */
static gboolean
is_same_content (int           a,
                 int           b,
                 GCancellable *cancellable)
{
  g_autofree char *left = g_malloc (CHUNK);
  g_autofree char *right = g_malloc (CHUNK);
  goffset offset = 0;

  while (!g_cancellable_is_cancelled (cancellable))
    {
      gssize n = read_some (a, left, CHUNK, offset);
      gssize m = 0;

      if (n < 0)
        return FALSE;
      /* Also at the end: the other may go on. */
      do
        {
          gssize more = read_some (b, right + m, (n > 0 ? n : 1) - m, offset + m);

          if (more < 0)
            return FALSE;
          if (more == 0)
            break;
          m += more;
        }
      while (m < n);

      if (n != m || memcmp (left, right, n) != 0)
        return FALSE;
      if (n == 0)
        return TRUE;
      offset += n;
    }

  return FALSE;
}

static gboolean
holds_the_same (Job          *self,
                const char   *name,
                GCancellable *cancellable)
{
  struct stat status;
  gboolean same;
  int fd = lectern_open_no_link (self->folder, name);

  if (fd < 0)
    return FALSE;

  same = fstat (fd, &status) == 0 && S_ISREG (status.st_mode)
         && status.st_size == self->status.st_size
         && is_same_content (self->copy->source, fd, cancellable);
  close (fd);

  return same;
}

static char *
make_name (Job   *self,
           guint  number)
{
  return number == 1 ? g_strdup_printf ("%s.pdf", self->copy->name)
                     : g_strdup_printf ("%s_%u.pdf", self->copy->name, number);
}

/* The first of the names that is free, or that the same PDF has already. */
static char *
find_name (Job          *self,
           guint        *number,
           gboolean     *same,
           GCancellable *cancellable,
           GError      **error)
{
  for (; *number < NAME_TRIES; (*number)++)
    {
      g_autofree char *name = make_name (self, *number);
      struct stat status;

      *same = FALSE;
      if (fstatat (self->folder, name, &status, AT_SYMLINK_NOFOLLOW) < 0)
        {
          if (errno == ENOENT)
            return g_steal_pointer (&name);
          fail_errno (self, error, errno);
          return NULL;
        }

      *same = holds_the_same (self, name, cancellable);
      if (*same)
        return g_steal_pointer (&name);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  fail (self, error, _("all names that it could get are taken"), _("Tidy up the notes folder."));

  return NULL;
}

static gboolean
make_temporary (Job     *self,
                GError **error)
{
  for (guint i = 0; i < TEMPORARY_TRIES && self->fd < 0; i++)
    {
      char name[sizeof self->temporary];

      g_snprintf (name, sizeof name, ".lectern-%08x%08x.tmp", g_random_int (), g_random_int ());
      self->fd = openat (self->folder, name,
                         O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
      if (self->fd >= 0)
        memcpy (self->temporary, name, sizeof name);
      else if (errno != EEXIST)
        break;
    }

  if (self->fd < 0 && (errno == EACCES || errno == EPERM))
    return fail (self, error, _("no file may be made there"),
                 _("Change the folder’s permissions, or choose another notes folder."));

  return self->fd >= 0 || fail_errno (self, error, errno);
}

static gboolean
write_all (Job        *self,
           const char *data,
           gsize       length,
           GError    **error)
{
  while (length > 0)
    {
      gssize n = write (self->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail_errno (self, error, n < 0 ? errno : ENOSPC);
      data += n;
      length -= n;
    }

  return TRUE;
}

/* A PDF that is being written while it is copied would be a broken one. */
static gboolean
check_unchanged (Job      *self,
                 goffset   copied,
                 GError  **error)
{
  struct stat now;

  if (fstat (self->copy->source, &now) == 0 && copied == self->status.st_size
      && now.st_size == self->status.st_size
      && now.st_mtim.tv_sec == self->status.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == self->status.st_mtim.tv_nsec)
    return TRUE;

  return fail (self, error, _("it changed while it was copied"),
               _("Attach it again when the other program is done with it."));
}

static gboolean
copy_content (Job           *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  goffset copied = 0;
  gssize n;

  while ((n = read_some (self->copy->source, buffer, CHUNK, copied)) > 0)
    {
      if (!write_all (self, buffer, n, error)
          || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      copied += n;
      /* One that grows is refused below, and not copied for ever. */
      if (copied > self->status.st_size)
        break;
      g_atomic_int_set (self->copy->done, (int) (copied * 1000 / self->status.st_size));
    }

  return (n >= 0 || fail_errno (self, error, errno)) && check_unchanged (self, copied, error);
}

static gboolean
finish_content (Job     *self,
                GError **error)
{
  const struct timespec times[] = { self->status.st_atim, self->status.st_mtim };
  int result;

  /* The day it was written is worth knowing, but not worth failing for. */
  if (futimens (self->fd, times) < 0)
    g_debug ("The copy has its own time: %s", g_strerror (errno));

  do
    result = fsync (self->fd);
  while (result < 0 && errno == EINTR);
  if (result < 0)
    return fail_errno (self, error, errno);

  result = close (self->fd);
  self->fd = -1;

  return result == 0 || errno == EINTR || fail_errno (self, error, errno);
}

/* Gives the temporary its name if that is free: 0, or what is wrong.  Where the
 * file system cannot do that in one step, by rename or by link, the name was
 * looked at just before. */
static int
take_name (Job        *self,
           const char *name)
{
  struct stat status;

  if (renameat2 (self->folder, self->temporary, self->folder, name, RENAME_NOREPLACE) == 0)
    {
      self->temporary[0] = '\0';
      return 0;
    }
  if (errno != EINVAL && errno != ENOSYS)
    return errno;

  /* The temporary goes when the job is cleared. */
  if (linkat (self->folder, self->temporary, self->folder, name, 0) == 0)
    return 0;
  if (errno == EEXIST)
    return errno;

  if (fstatat (self->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  if (renameat (self->folder, self->temporary, self->folder, name) < 0)
    return errno;
  self->temporary[0] = '\0';

  return 0;
}

static char *
name_copy (Job           *self,
           guint          number,
           gboolean      *made,
           GCancellable  *cancellable,
           GError       **error)
{
  for (;;)
    {
      gboolean same;
      g_autofree char *name = find_name (self, &number, &same, cancellable, error);
      int code;

      if (name == NULL)
        return NULL;

      code = same ? 0 : take_name (self, name);
      if (code == 0)
        {
          *made = !same;
          /* What cannot be confirmed here is confirmed by none: the file is
           * whole, and the schedule that names it is not saved yet. */
          if (*made && fsync (self->folder) < 0)
            g_debug ("The folder was not synced: %s", g_strerror (errno));
          return g_steal_pointer (&name);
        }
      if (code != EEXIST)
        {
          fail_errno (self, error, code);
          return NULL;
        }
    }
}

/* Copies a PDF into a folder, or finds the same PDF there.  Returns its name
 * there, and whether it was made now. */
char *
lectern_attach_copy (LecternAttachCopy  *self,
                     gboolean           *made,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_auto (Job) job = { .copy = self, .folder = -1, .fd = -1 };
  g_autofree char *name = NULL;
  gboolean same = FALSE;
  guint number = 1;

  *made = FALSE;
  job.folder = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (job.folder < 0 || fstat (self->source, &job.status) < 0)
    {
      fail_errno (&job, error, errno);
      return NULL;
    }

  name = find_name (&job, &number, &same, cancellable, error);
  if (name == NULL || same)
    return g_steal_pointer (&name);
  g_clear_pointer (&name, g_free);

  if (!make_temporary (&job, error) || !copy_content (&job, cancellable, error)
      || !finish_content (&job, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return name_copy (&job, number, made, cancellable, error);
}
