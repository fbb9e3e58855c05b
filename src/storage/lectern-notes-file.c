/* lectern-notes-file.c: whether a file of a schedule may be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-grant.h"
#include "lectern-notes-private.h"
#include "lectern-saver-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A name of 255 bytes fits on most disks, but on none of the encrypted or
 * synchronised folders, and leaves no room for a temporary file beside it. */
#define MAX_NAME 254

static const char pdf_magic[] = "%PDF-";

G_DEFINE_QUARK (lectern-notes-error-quark, lectern_notes_error)

gboolean
lectern_notes_refuse (GError            **error,
                      LecternNotesError   code,
                      const char         *format,
                      ...)
{
  va_list args;
  GError *made;

  va_start (args, format);
  made = g_error_new_valist (LECTERN_NOTES_ERROR, code, format, args);
  va_end (args);
  g_propagate_error (error, made);

  return FALSE;
}

/* What a hostile value may do to a sentence: be endless, or not be text. */
char *
lectern_notes_show (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;
  char *p;

  for (p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  if (g_utf8_strlen (valid, -1) <= 80)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, 79);

  return g_strconcat (start, "…", NULL);
}

gboolean
lectern_notes_has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return TRUE;

  return FALSE;
}

/* What can be said of a path without looking at the disk. */
static gboolean
check_relative (const char  *path,
                GError     **error)
{
  g_autofree char *shown = lectern_notes_show (path);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint i;

  if (*path == '\0')
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_EMPTY,
                                 _("This resource names no file. Choose one in the editor."));
  if (lectern_notes_has_control (path))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                                 _("“%s” contains a control character and was not opened. Choose the file again in the editor."), shown);
  if (g_path_is_absolute (path))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                                 _("“%s” is not inside the schedule’s folder and was not opened. Put the file there and choose it again."), shown);

  for (i = 0; parts[i] != NULL; i++)
    {
      if (strcmp (parts[i], "..") == 0)
        return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                                     _("“%s” leads out of the schedule’s folder and was not opened. Put the file inside it and choose it again."), shown);
      if (strlen (parts[i]) > MAX_NAME)
        return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                                     _("“%s” has a name that is too long and was not opened. Give the file a shorter one."), shown);
    }

  return TRUE;
}

/* The folder that paths are relative to, by its real path. */
char *
lectern_notes_find_folder (GFile   *schedule_file,
                           GError **error)
{
  const char *path = schedule_file != NULL ? g_file_peek_path (schedule_file) : NULL;
  g_autofree char *folder = NULL;
  g_autofree char *named = NULL;
  char *real;

  if (path == NULL)
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_UNSAVED,
                            _("The schedule is not in a folder of this computer yet, so its files cannot be found. Save it first."));
      return NULL;
    }
  if (!lectern_grant_check (schedule_file, error))
    return NULL;

  /* A schedule that is a symbolic link has its files beside the real one; one
   * that was removed meanwhile still has the folder it was in. */
  real = realpath (path, NULL);
  named = g_path_get_dirname (real != NULL ? real : path);
  free (real);

  real = realpath (named, NULL);
  if (real == NULL)
    {
      folder = g_filename_display_name (named);
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                            _("The schedule’s folder “%s” is no longer there. Save the schedule in another folder."), folder);
      return NULL;
    }

  folder = g_strdup (real);
  free (real);

  return g_steal_pointer (&folder);
}

gboolean
lectern_notes_is_inside (const char *folder,
                         const char *path)
{
  gsize length = strlen (folder);

  /* The root folder is the only one that ends in a slash. */
  return strncmp (path, folder, length) == 0 &&
         (path[length] == '/' || (length == 1 && path[1] != '\0'));
}

/* Programs are chosen by a file's name as much as by its content: a web page
 * or a launcher that begins as a PDF does is still one to them.  An ending
 * that begins with a digit belongs to a number such as 2303.10512. */
static gboolean
is_named_like_pdf (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *ending = strrchr (name, '.');

  return ending == NULL || g_ascii_isdigit (ending[1]) ||
         g_ascii_strcasecmp (ending, ".pdf") == 0;
}

/* Leaves the descriptor at its beginning. */
gboolean
lectern_notes_fd_is_pdf (int fd)
{
  char start[sizeof pdf_magic - 1];
  gsize have = 0;
  gssize n = 0;

  do
    {
      n = pread (fd, start + have, sizeof start - have, have);
      if (n > 0)
        have += n;
    }
  while (have < sizeof start && (n > 0 || (n < 0 && errno == EINTR)));

  return have == sizeof start && memcmp (start, pdf_magic, sizeof start) == 0;
}

static gboolean
begins_like_pdf (const char *path)
{
  struct stat status;
  gboolean is_pdf;
  int fd;

  /* Neither a pipe nor a device may hold this up, if there is one by now. */
  fd = lectern_saver_open_at (AT_FDCWD, path);
  if (fd < 0)
    return FALSE;

  is_pdf = fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && lectern_notes_fd_is_pdf (fd);
  close (fd);

  return is_pdf;
}

static gboolean
check_real (const char  *folder,
            const char  *real,
            const char  *shown,
            GError     **error)
{
  struct stat status;

  if (!lectern_notes_is_inside (folder, real))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_OUTSIDE,
                                 _("“%s” leads out of the schedule’s folder and was not opened. Put the file itself there."), shown);
  if (lstat (real, &status) < 0)
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                                 _("“%s” is not in the schedule’s folder. Put it back, or choose another file in the editor."), shown);
  if (S_ISDIR (status.st_mode))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                                 _("“%s” is a folder. Choose a PDF file in it."), shown);
  if (!S_ISREG (status.st_mode))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                                 _("“%s” is not a file and was not opened. Choose a PDF file."), shown);
  if (!is_named_like_pdf (real))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                                 _("“%s” does not end in .pdf and was not opened. If it is a PDF, rename it."), shown);
  if (access (real, R_OK) < 0)
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                                 _("“%s” cannot be read. Change its permissions, or choose another file."), shown);
  if (!begins_like_pdf (real))
    return lectern_notes_refuse (error, LECTERN_NOTES_ERROR_NO_PDF,
                                 _("“%s” is not a PDF file and was not opened. Choose a PDF file."), shown);

  return TRUE;
}

/* The address of a file inside the schedule's folder. */
char *
lectern_notes_resolve_file (GFile       *schedule_file,
                            const char  *path,
                            GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *shown = lectern_notes_show (path);
  char *real;
  char *uri = NULL;

  if (!check_relative (path, error))
    return NULL;

  folder = lectern_notes_find_folder (schedule_file, error);
  if (folder == NULL)
    return NULL;

  joined = g_build_filename (folder, path, NULL);
  real = realpath (joined, NULL);
  if (real == NULL)
    {
      if (errno == ELOOP)
        lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                              _("“%s” is a link that leads in a circle. Put the file itself there."), shown);
      else if (errno == EACCES)
        lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                              _("“%s” is in a folder that you may not read. Change its permissions, or choose another file."), shown);
      else
        lectern_notes_refuse (error, LECTERN_NOTES_ERROR_MISSING,
                              _("“%s” is not in the schedule’s folder. Put it back, or choose another file in the editor."), shown);
      return NULL;
    }

  if (check_real (folder, real, shown, error))
    uri = g_filename_to_uri (real, NULL, error);
  free (real);

  return uri;
}

/**
 * lectern_notes_folder_look_for:
 * @schedule_file: the file of a schedule
 * @path: a path that it names
 *
 * Looks for a file.  Blocks for the disk.
 *
 * Returns: what has become of it
 */
LecternFileState
lectern_notes_folder_look_for (GFile      *schedule_file,
                               const char *path)
{
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autofree char *uri = lectern_notes_resolve_file (schedule_file, path, &error);

  if (g_error_matches (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_MISSING))
    return LECTERN_FILE_STATE_MISSING;
  if (g_error_matches (error, LECTERN_NOTES_ERROR, LECTERN_NOTES_ERROR_OUTSIDE))
    return LECTERN_FILE_STATE_OUTSIDE;

  return LECTERN_FILE_STATE_THERE;
}

/**
 * lectern_notes_folder_holds:
 * @schedule_file: the file of a schedule
 * @path: a path relative to its folder
 *
 * Tells whether a path, which need not exist, stays in the folder of the
 * schedule wherever symbolic links on it lead.  Blocks for the disk.
 *
 * Returns: whether it does; %TRUE if that cannot be told
 */
gboolean
lectern_notes_folder_holds (GFile      *schedule_file,
                            const char *path)
{
  g_autofree char *folder = lectern_notes_find_folder (schedule_file, NULL);
  g_autofree char *current = NULL;

  if (folder == NULL)
    return TRUE;

  /* The part of the path that there is decides. */
  current = g_build_filename (folder, path, NULL);
  while (strlen (current) > strlen (folder))
    {
      g_autoptr (GFile) file = g_file_new_for_path (current);
      g_autofree char *real = lectern_saver_resolve (file, NULL);
      char *parent;

      if (real != NULL)
        return g_str_equal (real, folder) || lectern_notes_is_inside (folder, real);

      parent = g_path_get_dirname (current);
      g_free (current);
      current = parent;
    }

  return TRUE;
}
