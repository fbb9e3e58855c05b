/* lectern-publication.h: what publishing will change on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-page-diff.h"
#include "lectern-page.h"

G_BEGIN_DECLS

/**
 * LecternPublication:
 * @page: the page
 * @before: what it held when it was read
 * @after: what it shall hold
 * @report: what there is to say about it
 * @changes: (element-type LecternPageChange): the lines that differ
 * @new_files: (element-type utf8): files that have to go online with the page:
 *   those that the site’s repository does not know yet, or, if there is none,
 *   those that the page did not lead to before
 *
 * A page that was read and what comes of it; nothing is written yet.
 */
typedef struct
{
  GFile             *page;
  GBytes            *before;
  GBytes            *after;
  LecternPageReport *report;
  GPtrArray         *changes;
  GPtrArray         *new_files;
} LecternPublication;

LecternPublication *lectern_publication_new          (LecternSchedule      *schedule,
                                                      GFile                *schedule_file,
                                                      GFile                *page,
                                                      const char           *new_dates,
                                                      GCancellable         *cancellable,
                                                      GError              **error);
void                lectern_publication_new_async    (LecternSchedule      *schedule,
                                                      GFile                *schedule_file,
                                                      GFile                *page,
                                                      const char           *new_dates,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
LecternPublication *lectern_publication_new_finish   (GAsyncResult         *result,
                                                      GError              **error);
LecternPublication *lectern_publication_ref          (LecternPublication   *self);
void                lectern_publication_unref        (LecternPublication   *self);

gboolean            lectern_publication_write        (LecternPublication   *self,
                                                      GCancellable         *cancellable,
                                                      GError              **error);
void                lectern_publication_write_async  (LecternPublication   *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean            lectern_publication_write_finish (GAsyncResult         *result,
                                                      GError              **error);
char               *lectern_publication_dup_name     (LecternPublication   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPublication, lectern_publication_unref)

G_END_DECLS
