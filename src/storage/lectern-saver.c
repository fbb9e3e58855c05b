/* lectern-saver.c: replaces a file whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
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

static void
save_clear (LecternSave *self)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternSave, save_clear)

static gboolean
fail_kept (LecternSave  *self,
           GError      **error)
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
exchange_temporary (LecternSave  *self,
                    const char   *hash,
                    const char   *new_hash,
                    gboolean     *done,
                    GError      **error)
{
  *done = TRUE;

  switch (lectern_saver_exchange (self->folder, self->temporary, self->name, hash, new_hash))
    {
    case LECTERN_SAVER_EXCHANGE_UNSUPPORTED:
      *done = FALSE;
      return TRUE;

    case LECTERN_SAVER_EXCHANGE_FAILED:
      return errno == ENOENT ? lectern_save_fail_gone (self, error)
                             : lectern_save_fail_errno (self, error, errno);

    case LECTERN_SAVER_EXCHANGE_DONE:
      if (unlinkat (self->folder, self->temporary, 0) == 0)
        self->temporary[0] = '\0';
      return TRUE;

    case LECTERN_SAVER_EXCHANGE_CHANGED:
      return lectern_save_fail_changed (self, error);

    case LECTERN_SAVER_EXCHANGE_KEPT:
      return fail_kept (self, error);
    }

  g_return_val_if_reached (FALSE);
}

/* A name that must be free is taken in one step where the file system can do
 * that; where it cannot, or cannot exchange two files, the target was looked
 * at just before. */
static gboolean
rename_temporary (LecternSave         *self,
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
        return lectern_save_fail (self, error, LECTERN_SAVER_ERROR_EXISTS,
                                  _("there is a file of this name already"),
                                  _("Choose another name."));
      if (result < 0 && errno != EINVAL && errno != ENOSYS)
        return lectern_save_fail_errno (self, error, errno);
    }

  if (result < 0)
    result = renameat (self->folder, self->temporary, self->folder, self->name);
  if (result < 0)
    return lectern_save_fail_errno (self, error, errno);

  self->temporary[0] = '\0';
  return TRUE;
}

static gboolean
sync_folder (LecternSave  *self,
             GError      **error)
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
  g_auto (LecternSave) self = { .folder = -1, .fd = -1 };

  return lectern_save_begin (&self, file, error) &&
         lectern_save_check_expectation (&self, expect, hash, NULL, error);
}

static gboolean
save (LecternSave         *self,
      GFile               *file,
      GBytes              *bytes,
      LecternSaverExpect   expect,
      const char          *hash,
      GCancellable        *cancellable,
      GError             **error)
{
  g_autofree char *new_hash = lectern_saver_hash (bytes);

  return lectern_save_begin (self, file, error) &&
         lectern_save_check_writable (self, error) &&
         lectern_save_make_temporary (self, error) &&
         lectern_save_take_over_rights (self, error) &&
         lectern_save_write_content (self, bytes, cancellable, error) &&
         lectern_save_check_expectation (self, expect, hash, new_hash, error) &&
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
  g_auto (LecternSave) self = { .folder = -1, .fd = -1 };

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
  g_auto (LecternSave) self = { .folder = -1, .fd = -1, .is_private = TRUE };

  return save (&self, file, bytes, LECTERN_SAVER_EXPECT_ANYTHING, NULL, cancellable, error);
}
