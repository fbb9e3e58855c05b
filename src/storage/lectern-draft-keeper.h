/* lectern-draft-keeper.h: keeps a document's unsaved changes as a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"
#include "lectern-draft.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_DRAFT_KEEPER (lectern_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LecternDraftKeeper, lectern_draft_keeper, LECTERN, DRAFT_KEEPER, GObject)

LecternDraftKeeper *lectern_draft_keeper_new    (LecternDocument     *document);

void                lectern_draft_keeper_adopt  (LecternDraftKeeper  *self,
                                                 LecternDraft        *draft);
gboolean            lectern_draft_keeper_flush  (LecternDraftKeeper  *self,
                                                 GError             **error);
void                lectern_draft_keeper_retire (LecternDraftKeeper  *self,
                                                 gboolean             keep);

G_END_DECLS
