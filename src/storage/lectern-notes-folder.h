/* lectern-notes-folder.h: where a schedule's resources are, and whether they
 * may be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-checks.h"
#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_NOTES_ERROR (lectern_notes_error_quark ())
GQuark lectern_notes_error_quark (void);

/**
 * LecternNotesError:
 * @LECTERN_NOTES_ERROR_UNSAVED: the schedule has no file yet, so that
 *   relative paths lead nowhere
 * @LECTERN_NOTES_ERROR_OUTSIDE: the path leads out of the schedule's folder
 * @LECTERN_NOTES_ERROR_MISSING: there is no such file
 * @LECTERN_NOTES_ERROR_NO_PDF: the file is not a PDF
 * @LECTERN_NOTES_ERROR_ADDRESS: the address is not an http or https one
 * @LECTERN_NOTES_ERROR_EMPTY: there is nothing to open
 * @LECTERN_NOTES_ERROR_OUT_OF_REACH: the schedule was opened without its folder
 */
typedef enum
{
  LECTERN_NOTES_ERROR_UNSAVED,
  LECTERN_NOTES_ERROR_OUTSIDE,
  LECTERN_NOTES_ERROR_MISSING,
  LECTERN_NOTES_ERROR_NO_PDF,
  LECTERN_NOTES_ERROR_ADDRESS,
  LECTERN_NOTES_ERROR_EMPTY,
  LECTERN_NOTES_ERROR_OUT_OF_REACH,
} LecternNotesError;

char *lectern_notes_folder_resolve        (GFile                *schedule_file,
                                           LecternHead          *head,
                                           LecternRecord        *target,
                                           GError              **error);
void  lectern_notes_folder_resolve_async  (GFile                *schedule_file,
                                           LecternHead          *head,
                                           LecternRecord        *target,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char *lectern_notes_folder_resolve_finish (GAsyncResult         *result,
                                           GError              **error);

LecternFileState lectern_notes_folder_look_for (GFile      *schedule_file,
                                                const char *path);
gboolean         lectern_notes_folder_holds    (GFile      *schedule_file,
                                                const char *path);

G_END_DECLS
