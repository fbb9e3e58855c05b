/* lectern-record-private.h: what the parts of LecternRecord share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

typedef struct
{
  GValue  *values;
  int      origin;
  guint    loading;      /* how many loads are under way */
  guint    frozen;       /* how many assigns are under way */
  guint    loaded : 1;
  guint    touched : 1;  /* set since it was read */
  guint    pending : 1;  /* a change to announce when frozen is 0 again */
} LecternRecordPrivate;

LecternRecordPrivate *lectern_record_get_private   (LecternRecord       *self);
void                  lectern_record_ensure_loaded (LecternRecord       *self);
GObject              *lectern_record_ensure_inner  (LecternRecord       *self,
                                                    guint                i);
void                  lectern_record_set_value     (LecternRecord       *self,
                                                    guint                i,
                                                    const GValue        *value);
void                  lectern_record_announce      (LecternRecord       *self);
void                  lectern_record_freeze        (LecternRecord       *self);
void                  lectern_record_thaw          (LecternRecord       *self);
gboolean              lectern_member_values_equal  (const LecternMember *member,
                                                    const GValue        *a,
                                                    const GValue        *b);

#define PRIVATE(self) (lectern_record_get_private (self))

G_END_DECLS
