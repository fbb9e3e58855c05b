/* lectern-document-load.c: a document out of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-document-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-grant.h"
#include "lectern-json.h"
#include "lectern-saver.h"

/**
 * lectern_document_new_from_bytes:
 * @bytes: the content of a file
 * @file: (nullable): the file that holds @bytes
 * @error: return location for an error
 *
 * Makes a document of bytes that were read already.  An error is the reader's
 * own, its message without file name and position, for callers that write
 * those in a form of their own.
 *
 * Returns: (transfer full): the document, or %NULL with an error of
 *   `LECTERN_JSON_ERROR`
 */
LecternDocument *
lectern_document_new_from_bytes (GBytes  *bytes,
                                 GFile   *file,
                                 GError **error)
{
  g_autoptr (LecternSchedule) schedule = lectern_json_read (bytes, error);
  g_autofree char *hash = NULL;

  if (schedule == NULL)
    return NULL;

  hash = lectern_saver_hash (bytes);

  return lectern_document_new_for_schedule (schedule, file, file != NULL ? hash : NULL);
}

/* The reader knows where something is wrong, but not in which file. */
static void
name_file (GError *error,
           GFile  *file)
{
  g_autofree char *name = NULL;
  g_autofree char *message = g_steal_pointer (&error->message);
  guint line;
  guint column;

  name = g_filename_display_basename (g_file_peek_path (file));
  if (lectern_json_error_get_position (error, &line, &column))
    /* Translators: file name, position, and a sentence that says what is wrong there */
    error->message = g_strdup_printf (_("Could not open “%s”. Line %u, column %u: %s"),
                                      name, line, column, message);
  else
    error->message = g_strdup_printf (_("Could not open “%s”. %s"), name, message);
}

/**
 * lectern_document_load:
 * @file: the file of a schedule
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Reads a schedule.  One that a sandbox was given without its folder is taken
 * from the folder, if that was granted before: it is the document's file then.
 *
 * Returns: (transfer full): the document, or %NULL with an error of
 *   `LECTERN_SAVER_ERROR`, or of `LECTERN_JSON_ERROR`, which has a position;
 *   either is a sentence for people
 */
LecternDocument *
lectern_document_load (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) known = NULL;
  g_autoptr (LecternDocument) self = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = lectern_saver_read (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  known = lectern_grant_recall (file, bytes);
  self = lectern_document_new_from_bytes (bytes, known != NULL ? known : file, &local_error);
  if (self != NULL)
    {
      lectern_grant_remember (known != NULL ? known : file);
    }
  else
    {
      name_file (local_error, file);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return g_steal_pointer (&self);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  LecternDocument *self = lectern_document_load (task_data, cancellable, &error);

  /* Nobody else has seen the document yet, so it may be made here and handed
   * over. */
  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_document_load_async:
 * @file: the file of a schedule
 * @cancellable: (nullable): to give up by
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a schedule in a thread.
 */
void
lectern_document_load_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, lectern_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * lectern_document_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@document_load_async].
 *
 * Returns: (transfer full): the document, or %NULL with an error as of
 *   [func@document_load]
 */
LecternDocument *
lectern_document_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_document_dup_name:
 * @self: a document
 *
 * Gets what to call the document under its title, and in questions about it.
 *
 * Returns: (transfer full): the file's name, or a phrase where there is none
 */
char *
lectern_document_dup_name (LecternDocument *self)
{
  GFile *file = lectern_document_get_file (self);

  if (file == NULL)
    return g_strdup (_("Unsaved Schedule"));
  if (g_file_peek_path (file) == NULL)
    return g_file_get_uri (file);

  return g_filename_display_basename (g_file_peek_path (file));
}
