/* lectern-warnings.h: what is wrong with a document, kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-checks.h"
#include "lectern-document.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_WARNINGS (lectern_warnings_get_type ())
G_DECLARE_FINAL_TYPE (LecternWarnings, lectern_warnings, LECTERN, WARNINGS, GObject)

LecternWarnings *lectern_warnings_new         (LecternDocument *document);

guint            lectern_warnings_get_n       (LecternWarnings *self);
GHashTable      *lectern_warnings_get_by_key  (LecternWarnings *self);
GPtrArray       *lectern_warnings_get_list    (LecternWarnings *self);
void             lectern_warnings_check       (LecternWarnings *self);

G_END_DECLS
