/* lectern-attention.h: what needs attention, with its remedies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "lectern-checks.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ATTENTION (lectern_attention_get_type ())
G_DECLARE_FINAL_TYPE (LecternAttention, lectern_attention, LECTERN, ATTENTION, AdwBin)

GtkWidget *lectern_attention_new          (void);
void       lectern_attention_set_warnings (LecternAttention *self,
                                           LecternSchedule  *schedule,
                                           GPtrArray        *warnings);
void       lectern_attention_focus        (LecternAttention *self);

G_END_DECLS
