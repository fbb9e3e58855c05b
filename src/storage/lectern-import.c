/* lectern-import.c: a page that was read to become a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-import.h"

#include <glib/gi18n-lib.h>

#include "lectern-edit.h"
#include "lectern-saver.h"

/**
 * lectern_import_free:
 * @self: (transfer full): an import
 *
 * Frees it.
 */
void
lectern_import_free (LecternImport *self)
{
  g_clear_object (&self->page);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->report, lectern_page_report_free);
  g_free (self);
}

/**
 * lectern_import_new:
 * @page: a page
 * @bytes: (nullable): what it holds, if it was read already
 * @dates: (nullable): `dd/mm/yyyy` or `mm/dd/yyyy`, if the user chose
 * @columns: (nullable): `a{ss}`, what columns hold by their names, as far as
 *   the user chose
 * @cancellable: (nullable): to give up by
 * @error: return location for an error
 *
 * Reads a page as a schedule.
 *
 * Returns: (transfer full): what it says, or %NULL with an error of
 *   `LECTERN_SAVER_ERROR` or `LECTERN_PAGE_ERROR`
 */
LecternImport *
lectern_import_new (GFile         *page,
                    GBytes        *bytes,
                    const char    *dates,
                    GVariant      *columns,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (LecternImport) self = g_new0 (LecternImport, 1);
  const LecternPageOptions options = { .dates = dates, .columns = columns };

  self->page = g_object_ref (page);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : lectern_saver_read (page, cancellable, error);
  if (self->bytes == NULL)
    return NULL;

  self->schedule = lectern_page_import (self->bytes, &options, &self->report, error);
  if (self->schedule == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/* ---- In a thread ---- */

typedef struct
{
  GFile    *page;
  GBytes   *bytes;
  char     *dates;
  GVariant *columns;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->page);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_free (work->dates);
  g_clear_pointer (&work->columns, g_variant_unref);
  g_free (work);
}

static void
new_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  LecternImport *self = lectern_import_new (work->page, work->bytes, work->dates, work->columns,
                                            cancellable, &error);

  /* Nobody else has seen the schedule yet, so it may be made here and handed
   * over. */
  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) lectern_import_free);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_import_new_async:
 * @page: a page
 * @bytes: (nullable): what it holds, if it was read already
 * @dates: (nullable): how it writes dates, if the user chose
 * @columns: (nullable): what its columns hold, as far as the user chose
 * @cancellable: (nullable): to give up by
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Does as [func@import_new] in a thread.
 */
void
lectern_import_new_async (GFile               *page,
                          GBytes              *bytes,
                          const char          *dates,
                          GVariant            *columns,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->page = g_object_ref (page);
  work->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  work->dates = g_strdup (dates);
  work->columns = columns != NULL ? g_variant_ref (columns) : NULL;
  g_task_set_source_tag (task, lectern_import_new_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, new_thread);
}

/**
 * lectern_import_new_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@import_new_async].
 *
 * Returns: (transfer full): as [func@import_new]
 */
LecternImport *
lectern_import_new_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_import_make_document:
 * @self: an import
 *
 * Makes a new document, and puts the schedule into it as one step.
 *
 * Returns: (transfer full): a document without a file
 */
LecternDocument *
lectern_import_make_document (LecternImport *self)
{
  LecternDocument *document = lectern_document_new ();

  lectern_edit_import (lectern_document_get_history (document), self->schedule);

  return document;
}
