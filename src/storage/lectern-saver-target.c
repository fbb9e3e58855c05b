/* lectern-saver-target.c: what is in the place of the file to be saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For O_PATH. */
#define _GNU_SOURCE

#include "lectern-config.h"

#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

gboolean
lectern_save_fail (LecternSave        *self,
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

gboolean
lectern_save_fail_errno (LecternSave  *self,
                         GError      **error,
                         int           code)
{
  return lectern_save_fail (self, error,
                            code == ENOENT ? LECTERN_SAVER_ERROR_MISSING : LECTERN_SAVER_ERROR_FAILED,
                            lectern_saver_errno_reason (code), lectern_saver_errno_advice (code));
}

gboolean
lectern_save_fail_changed (LecternSave  *self,
                           GError      **error)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_CHANGED,
               _("Could not save “%s”: another program has changed it since it was opened. The file on disk is unchanged. Save under another name, or open it again."),
               self->shown);
  return FALSE;
}

gboolean
lectern_save_fail_gone (LecternSave  *self,
                        GError      **error)
{
  g_set_error (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_GONE,
               _("Could not save “%s”: it is no longer where it was. Nothing was written. Use Save As to write it again, or put it back."),
               self->shown);
  return FALSE;
}

static gboolean
open_folder (LecternSave  *self,
             GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  self->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  self->can_sync = self->folder >= 0;

  /* Files can be made in a folder that cannot be read; it cannot be synced
   * either, which then is left to the system. */
  if (self->folder < 0 && errno == EACCES)
    self->folder = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    return lectern_save_fail_errno (self, error, errno);

  return TRUE;
}

static gboolean
look_at_target (LecternSave  *self,
                GError      **error)
{
  if (fstatat (self->folder, self->name, &self->status, AT_SYMLINK_NOFOLLOW) < 0)
    {
      self->exists = FALSE;
      return errno == ENOENT || lectern_save_fail_errno (self, error, errno);
    }

  self->exists = TRUE;
  if (!S_ISREG (self->status.st_mode))
    return lectern_save_fail (self, error, LECTERN_SAVER_ERROR_NOT_A_FILE,
                              lectern_saver_type_reason (self->status.st_mode),
                              _("Choose another name."));

  return TRUE;
}

gboolean
lectern_save_begin (LecternSave  *self,
                    GFile        *file,
                    GError      **error)
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
gboolean
lectern_save_check_writable (LecternSave  *self,
                             GError      **error)
{
  if (!self->exists || faccessat (self->folder, self->name, W_OK, AT_EACCESS) == 0)
    return TRUE;

  return lectern_save_fail (self, error, LECTERN_SAVER_ERROR_READ_ONLY,
                            _("it is read-only"),
                            _("Make it writable, or save under another name."));
}

/* The content that is in the target's place now, against @hash and against
 * what is to be written: another program that wrote the same is no conflict. */
static gboolean
compare_content (LecternSave  *self,
                 const char   *hash,
                 const char   *new_hash,
                 GError      **error)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) local_error = NULL;
  int fd;

  fd = lectern_saver_open_at (self->folder, self->name);
  if (fd < 0 && (errno == ENOENT || errno == ELOOP))
    return lectern_save_fail_changed (self, error);
  if (fd < 0)
    return lectern_save_fail_errno (self, error, errno);

  found = lectern_saver_hash_fd (fd, &local_error);
  close (fd);
  if (found == NULL)
    return lectern_save_fail (self, error, LECTERN_SAVER_ERROR_FAILED,
                              local_error->message, _("Try again, or choose another place."));

  if (g_strcmp0 (found, hash) != 0 && g_strcmp0 (found, new_hash) != 0)
    return lectern_save_fail_changed (self, error);

  return TRUE;
}

gboolean
lectern_save_check_expectation (LecternSave         *self,
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
        return lectern_save_fail (self, error, LECTERN_SAVER_ERROR_EXISTS,
                                  _("there is a file of this name already"),
                                  _("Choose another name."));
      return TRUE;

    case LECTERN_SAVER_EXPECT_HASH:
      return self->exists ? compare_content (self, hash, new_hash, error)
                          : lectern_save_fail_gone (self, error);

    case LECTERN_SAVER_EXPECT_HASH_OR_NOTHING:
      return !self->exists || compare_content (self, hash, new_hash, error);

    case LECTERN_SAVER_EXPECT_ANYTHING:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}
