/* lectern-attention-row.h: one thing that needs attention
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-checks.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ATTENTION_ROW (lectern_attention_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternAttentionRow, lectern_attention_row, LECTERN, ATTENTION_ROW, AdwActionRow)

GtkWidget      *lectern_attention_row_new         (GPtrArray           *warnings,
                                                   guint                index,
                                                   const char          *where);
LecternWarning *lectern_attention_row_get_warning (LecternAttentionRow *self);
void            lectern_attention_row_renew       (LecternAttentionRow *self,
                                                   GPtrArray           *warnings,
                                                   guint                index,
                                                   const char          *where);

G_END_DECLS
