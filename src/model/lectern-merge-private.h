/* lectern-merge-private.h: what the parts of merging share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-merge.h"

G_BEGIN_DECLS

guint lectern_merge_record (LecternRecord  *base,
                            LecternRecord  *mine,
                            LecternRecord  *theirs,
                            LecternRecord  *into,
                            LecternSession *session,
                            GPtrArray      *conflicts);
gboolean lectern_merge_list (LecternRecord *base,
                             LecternRecord *mine,
                             LecternRecord *theirs,
                             LecternRecord *into,
                             guint          member);
void  lectern_merge_choose (LecternRecord  *into,
                            LecternRecord  *from,
                            guint           member);

G_END_DECLS
