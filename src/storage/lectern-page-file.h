/* lectern-page-file.h: where a schedule's page is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_PAGE_FILE_ERROR (lectern_page_file_error_quark ())
GQuark lectern_page_file_error_quark (void);

/**
 * LecternPageFileError:
 * @LECTERN_PAGE_FILE_ERROR_NONE: no page was chosen yet
 * @LECTERN_PAGE_FILE_ERROR_UNSAVED: the schedule has no folder yet
 * @LECTERN_PAGE_FILE_ERROR_OUTSIDE: the page is not in the schedule's folder
 */
typedef enum
{
  LECTERN_PAGE_FILE_ERROR_NONE,
  LECTERN_PAGE_FILE_ERROR_UNSAVED,
  LECTERN_PAGE_FILE_ERROR_OUTSIDE,
} LecternPageFileError;

char     *lectern_page_file_get_relative (GFile            *schedule_file,
                                          GFile            *page,
                                          GError          **error);
GFile    *lectern_page_file_resolve      (GFile            *schedule_file,
                                          const char       *path,
                                          GError          **error);
GFile    *lectern_page_file_find         (LecternDocument  *document,
                                          GError          **error);
gboolean  lectern_page_file_choose       (LecternDocument  *document,
                                          GFile            *schedule_file,
                                          GFile            *page,
                                          GError          **error);

G_END_DECLS
