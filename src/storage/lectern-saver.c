/* lectern-saver.c: replaces a file whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For renameat2() and O_PATH. */
#define _GNU_SOURCE

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>


/* A save in five steps, each of which must succeed before the next: a hidden
 * temporary beside the target, its content on the disk, a look at whether the
 * target is still what the caller thinks, the rename, the folder on the disk.
 * Until the rename the target is not touched; after it there is no way back
 * and none is needed.  GLib's own g_file_replace_contents() renames a
 * truncated temporary over the file when the disk fills, and writes in place
 * through links; g_file_set_contents_full() replaces a symbolic link and loses
 * the mode.
 *
 * A target with several hard links: the rename makes the name that was saved
 * a file of its own, and the other names keep the old content.  Writing in
 * place would keep them together, and lose both at a crash; so whole files win.
 */

#define NAME_TRIES 100

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
} Save;

static void
save_clear (Save *self)
{
  /* Whatever failed, no litter: and only ever of our own making. */
  if (self->temporary[0] != '\0')
    unlinkat (self->folder, self->temporary, 0);
  if (self->fd >= 0)
    close (self->fd);
  if (self->folder >= 0)
    close (self->folder);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->shown, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static gboolean
fail (Save               *self,
      GError            **error,
      LecternSaverError   code,
      const char         *reason,
      const char         *advice)
{
  if (self->exists)
    g_set_error (error, LECTERN_SAVER_ERROR, code,
                 /* Translators: file name, reason, what to do */
                 _("Could not save “%s”: %s. The file on disk is unchanged. %s"),
                 self->shown, reason, advice);
  else
    g_set_error (error, LECTERN_SAVER_ERROR, code,
                 /* Translators: file name, reason, what to do */
                 _("Could not save “%s”: %s. Nothing was written. %s"),
                 self->shown, reason, advice);

  return FALSE;
}

static gboolean
fail_errno (Save    *self,
            GError **error,
            int      code)
{
  return fail (self, error,
               code == ENOENT ? LECTERN_SAVER_ERROR_MISSING : LECTERN_SAVER_ERROR_FAILED,
               lectern_saver_errno_reason (code), lectern_saver_errno_advice (code));
}

static gboolean
open_folder (Save    *self,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  self->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  self->can_sync = self->folder >= 0;

  /* Files can be made in a folder that cannot be read; it cannot be synced
   * either, which then is left to the system. */
  if (self->folder < 0 && errno == EACCES)
    self->folder = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    return fail_errno (self, error, errno);

  return TRUE;
}

static gboolean
look_at_target (Save    *self,
                GError **error)
{
  if (fstatat (self->folder, self->name, &self->status, AT_SYMLINK_NOFOLLOW) < 0)
    {
      self->exists = FALSE;
      return errno == ENOENT || fail_errno (self, error, errno);
    }

  self->exists = TRUE;
  if (!S_ISREG (self->status.st_mode))
    return fail (self, error, LECTERN_SAVER_ERROR_NOT_A_FILE,
                 lectern_saver_type_reason (self->status.st_mode),
                 _("Choose another name."));

  return TRUE;
}

static gboolean
begin (Save    *self,
       GFile   *file,
       GError **error)
{
  self->path = lectern_saver_resolve (file, error);
  if (self->path == NULL)
    return FALSE;

  self->name = g_path_get_basename (self->path);
  self->shown = g_filename_display_basename (g_file_peek_path (file));

  return open_folder (self, error) && look_at_target (self, error);
}

/* The rename would replace a file without asking for the right to write to
 * it: a file that was made read-only shall stay what it is. */
static gboolean
check_writable (Save    *self,
                GError **error)
{
  if (!self->exists || faccessat (self->folder, self->name, W_OK, AT_EACCESS) == 0)
    return TRUE;

  return fail (self, error, LECTERN_SAVER_ERROR_READ_ONLY,
               _("it is read-only"),
               _("Make it writable, or save under another name."));
}

static gboolean
make_temporary (Save    *self,
                GError **error)
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
    return fail (self, error, LECTERN_SAVER_ERROR_FAILED,
                 _("no file may be made in its folder"),
                 _("Choose another folder, or change the permissions of this one."));
  if (self->fd < 0)
    return fail_errno (self, error, errno);

  return TRUE;
}

/* The new file shall be what the old one was to everyone else. */
static gboolean
take_over_rights (Save    *self,
                  GError **error)
{
  mode_t mode = self->status.st_mode & 07777;
  struct stat made;

  if (!self->exists)
    return TRUE;

  if (fstat (self->fd, &made) < 0)
    return fail_errno (self, error, errno);

  /* Only root may give a file away, and only members may give it to a group.
   * Without that the group's rights would become those of another group, so
   * that they shrink to those of everybody. */
  if (made.st_uid != self->status.st_uid &&
      fchown (self->fd, self->status.st_uid, -1) < 0 && errno != EPERM)
    return fail_errno (self, error, errno);
  if (made.st_gid != self->status.st_gid &&
      fchown (self->fd, -1, self->status.st_gid) < 0)
    {
      if (errno != EPERM)
        return fail_errno (self, error, errno);
      mode = (mode & ~(mode_t) (S_ISGID | S_IRWXG)) |
             (mode & ((mode & S_IRWXO) << 3) & S_IRWXG);
    }

  if (fchmod (self->fd, mode) < 0)
    return fail_errno (self, error, errno);

  return TRUE;
}

static gboolean
write_content (Save          *self,
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
        return fail_errno (self, error, n < 0 ? errno : ENOSPC);
      data += n;
      left -= n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  do
    result = fsync (self->fd);
  while (result < 0 && errno == EINTR);
  if (result < 0)
    return fail_errno (self, error, errno);

  /* Some file systems report only now that the content did not arrive.  The
   * descriptor is gone whatever close() says. */
  result = close (self->fd);
  self->fd = -1;
  if (result < 0 && errno != EINTR)
    return fail_errno (self, error, errno);

  return TRUE;
}

static gboolean
fail_changed (Save    *self,
              GError **error)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED,
               _("Could not save “%s”: another program has changed it since it was opened. The file on disk is unchanged. Save under another name, or open it again."),
               self->shown);
  return FALSE;
}

static gboolean
fail_gone (Save    *self,
           GError **error)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_GONE,
               _("Could not save “%s”: it is no longer where it was. Nothing was written. Use Save As to write it again, or put it back."),
               self->shown);
  return FALSE;
}

/* The content that is in the target's place now, against @hash and against
 * what is to be written: another program that wrote the same is no conflict. */
static gboolean
compare_content (Save        *self,
                 const char  *hash,
                 const char  *new_hash,
                 GError     **error)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) local_error = NULL;
  int fd;

  fd = lectern_saver_open_at (self->folder, self->name);
  if (fd < 0 && (errno == ENOENT || errno == ELOOP))
    return fail_changed (self, error);
  if (fd < 0)
    return fail_errno (self, error, errno);

  found = lectern_saver_hash_fd (fd, &local_error);
  close (fd);
  if (found == NULL)
    return fail (self, error, LECTERN_SAVER_ERROR_FAILED,
                 local_error->message, _("Try again, or choose another place."));

  if (g_strcmp0 (found, hash) != 0 && g_strcmp0 (found, new_hash) != 0)
    return fail_changed (self, error);

  return TRUE;
}

static gboolean
check_expectation (Save                *self,
                   LecternSaverExpect   expect,
                   const char          *hash,
                   const char          *new_hash,
                   GError             **error)
{
  /* Once more: the target may have come or gone since the save began. */
  if (!look_at_target (self, error))
    return FALSE;

  switch (expect)
    {
    case LECTERN_SAVER_EXPECT_NOTHING:
      if (self->exists)
        return fail (self, error, LECTERN_SAVER_ERROR_EXISTS,
                     _("there is a file of this name already"),
                     _("Choose another name."));
      return TRUE;

    case LECTERN_SAVER_EXPECT_HASH:
      return self->exists ? compare_content (self, hash, new_hash, error)
                          : fail_gone (self, error);

    case LECTERN_SAVER_EXPECT_HASH_OR_NOTHING:
      return !self->exists || compare_content (self, hash, new_hash, error);

    case LECTERN_SAVER_EXPECT_ANYTHING:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
fail_kept (Save    *self,
           GError **error)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_UNCONFIRMED,
               _("“%s” was changed by another program while it was being saved. What that program wrote is kept beside it as the hidden file “%s”. Compare the two before you save again."),
               self->shown, self->temporary);
  self->temporary[0] = '\0';
  return FALSE;
}

/* A file that must hold what is known changes places with the new one; what it
 * was goes only once that has been seen to be so. */
static gboolean
exchange_temporary (Save        *self,
                    const char  *hash,
                    const char  *new_hash,
                    gboolean    *done,
                    GError     **error)
{
  *done = TRUE;

  switch (lectern_saver_exchange (self->folder, self->temporary, self->name, hash, new_hash))
    {
    case LECTERN_SAVER_EXCHANGE_UNSUPPORTED:
      *done = FALSE;
      return TRUE;

    case LECTERN_SAVER_EXCHANGE_FAILED:
      return errno == ENOENT ? fail_gone (self, error) : fail_errno (self, error, errno);

    case LECTERN_SAVER_EXCHANGE_DONE:
      if (unlinkat (self->folder, self->temporary, 0) == 0)
        self->temporary[0] = '\0';
      return TRUE;

    case LECTERN_SAVER_EXCHANGE_CHANGED:
      return fail_changed (self, error);

    case LECTERN_SAVER_EXCHANGE_KEPT:
      return fail_kept (self, error);
    }

  g_return_val_if_reached (FALSE);
}

/* A name that must be free is taken in one step where the file system can do
 * that; where it cannot, or cannot exchange two files, the target was looked
 * at just before. */
static gboolean
rename_temporary (Save                *self,
                  LecternSaverExpect   expect,
                  const char          *hash,
                  const char          *new_hash,
                  GError             **error)
{
  int result = -1;

  if (self->exists && expect != LECTERN_SAVER_EXPECT_ANYTHING &&
      lectern_saver_can_exchange (self->folder, self->path))
    {
      gboolean done;

      if (!exchange_temporary (self, hash, new_hash, &done, error))
        return FALSE;
      if (done)
        return TRUE;
    }

  if (!self->exists && expect != LECTERN_SAVER_EXPECT_ANYTHING)
    {
      result = renameat2 (self->folder, self->temporary,
                          self->folder, self->name, RENAME_NOREPLACE);
      if (result < 0 && errno == EEXIST)
        return fail (self, error, LECTERN_SAVER_ERROR_EXISTS,
                     _("there is a file of this name already"),
                     _("Choose another name."));
      if (result < 0 && errno != EINVAL && errno != ENOSYS)
        return fail_errno (self, error, errno);
    }

  if (result < 0)
    result = renameat (self->folder, self->temporary, self->folder, self->name);
  if (result < 0)
    return fail_errno (self, error, errno);

  self->temporary[0] = '\0';
  return TRUE;
}

static gboolean
sync_folder (Save    *self,
             GError **error)
{
  int result;

  if (!self->can_sync)
    return TRUE;

  do
    result = fsync (self->folder);
  while (result < 0 && errno == EINTR);

  /* Some file systems have nothing to sync in a folder, and say EINVAL. */
  if (result == 0 || errno == EINVAL || errno == ENOTSUP)
    return TRUE;

  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_UNCONFIRMED,
               _("“%s” was written, but the disk did not confirm it: %s. Save again, or save a copy to another disk."),
               self->shown, lectern_saver_errno_reason (errno));
  return FALSE;
}

/**
 * lectern_saver_check:
 * @file: a file
 * @expect: what ought to be in its place
 * @hash: (nullable): the hash of its expected content
 * @error: return location for an error
 *
 * Does all that [func@saver_write] would ask, and writes nothing.
 *
 * Returns: %TRUE if @file is as expected, else %FALSE with an error of
 *   `LECTERN_SAVER_ERROR`
 */
gboolean
lectern_saver_check (GFile               *file,
                     LecternSaverExpect   expect,
                     const char          *hash,
                     GError             **error)
{
  g_auto (Save) self = { .folder = -1, .fd = -1 };

  return begin (&self, file, error) &&
         check_expectation (&self, expect, hash, NULL, error);
}

static gboolean
save (Save                *self,
      GFile               *file,
      GBytes              *bytes,
      LecternSaverExpect   expect,
      const char          *hash,
      GCancellable        *cancellable,
      GError             **error)
{
  g_autofree char *new_hash = lectern_saver_hash (bytes);

  return begin (self, file, error) &&
         check_writable (self, error) &&
         make_temporary (self, error) &&
         take_over_rights (self, error) &&
         write_content (self, bytes, cancellable, error) &&
         check_expectation (self, expect, hash, new_hash, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         rename_temporary (self, expect, hash, new_hash, error) &&
         sync_folder (self, error);
}

/**
 * lectern_saver_write:
 * @file: a file, which need not exist
 * @bytes: what it shall consist of
 * @expect: what must be in its place
 * @hash: (nullable): the hash of the expected content, from [func@saver_hash]
 * @cancellable: (nullable): to give up by, until the file is replaced
 * @error: return location for an error
 *
 * Replaces a file, so that at any moment there is the whole old or the whole
 * new one under its name.  Symbolic links stay links; mode and, where that is
 * allowed, owner and group stay what they were.  A kill may leave one hidden
 * file named `.lectern-….tmp` beside the target; an error leaves nothing.
 *
 * Blocks: for the disk, and so not to be called where a window waits.
 *
 * Returns: %TRUE if @bytes are safely on the disk, else %FALSE with an error
 *   of `LECTERN_SAVER_ERROR` that is a sentence for people, or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
lectern_saver_write (GFile               *file,
                     GBytes              *bytes,
                     LecternSaverExpect   expect,
                     const char          *hash,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_auto (Save) self = { .folder = -1, .fd = -1 };

  return save (&self, file, bytes, expect, hash, cancellable, error);
}

/**
 * lectern_saver_write_private:
 * @file: a file of Lectern's own
 * @bytes: what it shall consist of
 * @cancellable: (nullable): to give up by, until the file is replaced
 * @error: return location for an error
 *
 * Writes a file as [func@saver_write] does, whatever is in its place; a new
 * one can be read by its owner alone.
 *
 * Returns: as [func@saver_write] does
 */
gboolean
lectern_saver_write_private (GFile         *file,
                             GBytes        *bytes,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_auto (Save) self = { .folder = -1, .fd = -1, .is_private = TRUE };

  return save (&self, file, bytes, LECTERN_SAVER_EXPECT_ANYTHING, NULL, cancellable, error);
}
