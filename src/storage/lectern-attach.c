/* lectern-attach.c: a PDF becomes one of a session's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-attach-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-notes-private.h"
#include "lectern-saver-private.h"

/* Nothing of the model, so that a thread may have it. */
struct _LecternAttach
{
  gatomicrefcount   references;

  GFile            *schedule_file;
  char             *folder;
  GFile            *pdf;
  char             *shown;
  char             *name;
  LecternAttachWay  way;

  int               done;
  char             *made;     /* the file that was made, by its path */
  GPtrArray        *folders;  /* and the folders */
};

/**
 * lectern_attach_new:
 * @schedule_file: (nullable): the file of the schedule
 * @folder: (nullable): the notes folder, relative to the schedule's; made if it
 *   is not there
 * @pdf: the PDF
 * @name: what to call a copy, without an ending
 * @way: how
 *
 * Prepares attaching a PDF.  Nothing is done yet.
 *
 * Returns: (transfer full): what to run
 */
LecternAttach *
lectern_attach_new (GFile            *schedule_file,
                    const char       *folder,
                    GFile            *pdf,
                    const char       *name,
                    LecternAttachWay  way)
{
  LecternAttach *self = g_new0 (LecternAttach, 1);
  g_autofree char *base = NULL;

  g_atomic_ref_count_init (&self->references);
  g_set_object (&self->schedule_file, schedule_file);
  self->folder = g_strdup (folder);
  self->pdf = g_object_ref (pdf);
  base = g_file_get_basename (pdf);
  self->shown = base != NULL ? lectern_notes_show (base) : g_file_get_parse_name (pdf);
  self->name = g_strdup (name);
  self->way = way;
  self->folders = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * lectern_attach_ref:
 * @self: what is attached
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
LecternAttach *
lectern_attach_ref (LecternAttach *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * lectern_attach_unref:
 * @self: (transfer full): what is attached
 *
 * Drops a reference, from any thread.
 */
void
lectern_attach_unref (LecternAttach *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_object (&self->schedule_file);
  g_clear_object (&self->pdf);
  g_free (self->folder);
  g_free (self->shown);
  g_free (self->name);
  g_free (self->made);
  g_ptr_array_unref (self->folders);
  g_free (self);
}

static int
open_pdf (LecternAttach  *self,
          const char     *path,
          GError        **error)
{
  struct stat status;
  /* A pipe must not hold this up. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    {
      /* Translators: file name, reason, what to do */
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                            _("Could not read “%s”: %s. Nothing was attached. Choose another file, or change its permissions."),
                            self->shown, lectern_saver_errno_reason (errno));
      return -1;
    }

  if (fstat (fd, &status) == 0 && !S_ISREG (status.st_mode))
    lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                          _("“%s” cannot be attached: %s. Choose a PDF file."),
                          self->shown, lectern_saver_type_reason (status.st_mode));
  else if (!lectern_notes_fd_is_pdf (fd))
    lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                          _("“%s” is not a PDF file and was not attached. Choose a PDF file."),
                          self->shown);
  else
    return fd;

  close (fd);

  return -1;
}

/* The path of a file below a folder, as the user named it: a link in the
 * folder is called by its own name if what it is in is there. */
static char *
find_inside (const char *folder,
             const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *real_parent = lectern_attach_dup_real (parent);
  g_autofree char *real = lectern_attach_dup_real (path);
  g_autofree char *named = NULL;
  gsize length = strlen (folder) + (folder[1] != '\0' ? 1 : 0);

  if (real == NULL || !lectern_notes_is_inside (folder, real))
    return NULL;

  named = real_parent != NULL ? g_build_filename (real_parent, name, NULL) : NULL;
  if (named != NULL && lectern_notes_is_inside (folder, named))
    return g_strdup (named + length);

  return g_strdup (real + length);
}

/* A file that stays where it is must be one that may be opened there. */
static char *
keep (LecternAttach  *self,
      char           *relative,
      GError        **error)
{
  g_autofree char *path = relative;
  g_autofree char *uri = NULL;

  if (!g_utf8_validate (path, -1, NULL))
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                            _("The name of “%s” is not UTF-8 text, so that the schedule cannot name it. Rename the file."),
                            self->shown);
      return NULL;
    }

  uri = lectern_notes_resolve_file (self->schedule_file, path, error);

  return uri != NULL ? g_steal_pointer (&path) : NULL;
}

static void
remove_folders (LecternAttach *self)
{
  /* Only empty ones go: what another has put there meanwhile stays. */
  while (self->folders->len > 0)
    {
      const char *folder = g_ptr_array_index (self->folders, self->folders->len - 1);

      if (rmdir (folder) < 0)
        g_debug ("The folder “%s” stays: %s", folder, g_strerror (errno));
      g_ptr_array_set_size (self->folders, self->folders->len - 1);
    }
}

static char *
copy (LecternAttach  *self,
      const char     *folder,
      int             source,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autofree char *notes = lectern_attach_open_folder (folder, self->folder, self->folders, error);
  LecternAttachCopy job = { source, self->shown, notes, self->name, &self->done };
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gboolean made;

  if (notes != NULL)
    name = lectern_attach_copy (&job, &made, cancellable, error);
  if (name == NULL)
    {
      remove_folders (self);
      return NULL;
    }

  path = g_build_filename (notes, name, NULL);
  if (made)
    self->made = g_strdup (path);

  return g_strdup (path + strlen (folder) + (folder[1] != '\0' ? 1 : 0));
}

static char *
dup_notes_real (LecternAttach *self,
                const char    *folder)
{
  g_autofree char *path = NULL;

  if (!lectern_attach_check_folder (self->folder, NULL))
    return NULL;
  path = g_build_filename (folder, self->folder, NULL);

  return lectern_attach_dup_real (path);
}

/* Whether a file stays where it is: as asked, or as it is in place already. */
static gboolean
stays (LecternAttach *self,
       const char    *folder,
       const char    *inside)
{
  g_autofree char *notes = NULL;
  g_autofree char *real = NULL;

  if (inside == NULL || self->way != LECTERN_ATTACH_COPY)
    return inside != NULL;

  notes = dup_notes_real (self, folder);
  real = lectern_attach_dup_real (g_file_peek_path (self->pdf));

  return notes != NULL && real != NULL && lectern_notes_is_inside (notes, real);
}

/**
 * lectern_attach_run:
 * @self: what is attached
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Puts the PDF in its place.  The PDF itself is never moved, and nothing that
 * is there is overwritten: a copy that has the same content is used, else the
 * name gets a number.  After an error nothing is left of it.  To be run once;
 * blocks for the disk.
 *
 * Returns: (transfer full): the path for the schedule, relative to its folder;
 *   %NULL with an error of `LECTERN_NOTES_ERROR` or `LECTERN_SAVER_ERROR` that
 *   is a sentence for people, or `G_IO_ERROR_CANCELLED`
 */
char *
lectern_attach_run (LecternAttach  *self,
                    GCancellable   *cancellable,
                    GError        **error)
{
  const char *path = g_file_peek_path (self->pdf);
  g_autofree char *folder = NULL;
  g_autofree char *inside = NULL;
  char *relative = NULL;
  int source;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (path == NULL)
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                            _("“%s” is not a file of this computer. Nothing was attached. Download it first."),
                            self->shown);
      return NULL;
    }

  folder = lectern_notes_find_folder (self->schedule_file, error);
  if (folder == NULL)
    return NULL;
  source = open_pdf (self, path, error);
  if (source < 0)
    return NULL;

  inside = find_inside (folder, path);
  if (stays (self, folder, inside))
    relative = keep (self, g_steal_pointer (&inside), error);
  else if (self->way == LECTERN_ATTACH_LINK)
    lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                          _("“%s” is not inside the schedule’s folder and cannot be linked to. Attach a copy of it, or put it there."),
                          self->shown);
  else
    relative = copy (self, folder, source, cancellable, error);
  close (source);

  return relative;
}

static void
run_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = lectern_attach_run (task_data, cancellable, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_attach_run_async:
 * @self: what is attached
 * @cancellable: (nullable): to give up by
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does as [method@Attach.run] in a thread.
 */
void
lectern_attach_run_async (LecternAttach       *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  /* What was copied whole is not thrown away because it came too late to be
   * stopped. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, lectern_attach_run_async);
  g_task_set_task_data (task, lectern_attach_ref (self), (GDestroyNotify) lectern_attach_unref);
  g_task_run_in_thread (task, run_thread);
}

/**
 * lectern_attach_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Attach.run_async].
 *
 * Returns: (transfer full): as [method@Attach.run] does
 */
char *
lectern_attach_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_attach_get_progress:
 * @self: what is attached
 *
 * Tells, in any thread, how much of the PDF is copied.
 *
 * Returns: from 0 to 1
 */
double
lectern_attach_get_progress (LecternAttach *self)
{
  return g_atomic_int_get (&self->done) / 1000.0;
}

/**
 * lectern_attach_get_made:
 * @self: what was attached
 *
 * Tells whether a file was made, once it has been run: none was if the PDF
 * stays where it is, or if the notes folder had the same one already.
 *
 * Returns: whether there is a new file
 */
gboolean
lectern_attach_get_made (LecternAttach *self)
{
  return self->made != NULL;
}

/**
 * lectern_attach_take_back:
 * @self: what was attached
 *
 * Removes the file and the folders that were made, for when the schedule that
 * was to name them could not be written.  What was there before stays.
 */
void
lectern_attach_take_back (LecternAttach *self)
{
  if (self->made != NULL && unlink (self->made) < 0)
    g_debug ("The copy “%s” stays: %s", self->made, g_strerror (errno));
  g_clear_pointer (&self->made, g_free);
  remove_folders (self);
}
