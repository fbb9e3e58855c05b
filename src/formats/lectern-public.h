/* lectern-public.h: what of a schedule goes out into the world, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-head.h"
#include "lectern-session.h"

G_BEGIN_DECLS

char     *lectern_public_encode       (const char      *address);
char     *lectern_public_web          (const char      *address);
char     *lectern_public_file         (LecternHead     *head,
                                       const char      *file,
                                       gboolean         relative_too);
char     *lectern_public_resource     (LecternHead     *head,
                                       LecternResource *resource,
                                       gboolean         relative_too);
char     *lectern_public_paper_words  (LecternPaper    *paper);
char     *lectern_public_papers_words (LecternSession  *session);
char     *lectern_public_names        (const char * const *names);
char     *lectern_public_one_line     (const char      *text);
gboolean  lectern_public_is_text      (const char      *text);

G_END_DECLS
