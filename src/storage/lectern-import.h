/* lectern-import.h: a page that was read to become a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"
#include "lectern-page.h"

G_BEGIN_DECLS

/**
 * LecternImport:
 * @page: the page
 * @bytes: what it held when it was read
 * @schedule: what it says
 * @report: what there is to say about it
 *
 * A page and the schedule that it would become.
 */
typedef struct
{
  GFile             *page;
  GBytes            *bytes;
  LecternSchedule   *schedule;
  LecternPageReport *report;
} LecternImport;

LecternImport   *lectern_import_new          (GFile                *page,
                                              GBytes               *bytes,
                                              const char           *dates,
                                              GVariant             *columns,
                                              GCancellable         *cancellable,
                                              GError              **error);
void             lectern_import_new_async    (GFile                *page,
                                              GBytes               *bytes,
                                              const char           *dates,
                                              GVariant             *columns,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
LecternImport   *lectern_import_new_finish   (GAsyncResult         *result,
                                              GError              **error);
void             lectern_import_free         (LecternImport        *self);

LecternDocument *lectern_import_make_document (LecternImport       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternImport, lectern_import_free)

G_END_DECLS
