/* lectern-resource.h: a file or an address that belongs to a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

/* In canonical order; indices into the table of members. */
typedef enum
{
  LECTERN_RESOURCE_LABEL,
  LECTERN_RESOURCE_FILE,
  LECTERN_RESOURCE_URL,
  LECTERN_RESOURCE_PRIMARY,
} LecternResourceMember;

#define LECTERN_TYPE_RESOURCE (lectern_resource_get_type ())
G_DECLARE_FINAL_TYPE (LecternResource, lectern_resource, LECTERN, RESOURCE, LecternRecord)

LecternResource *lectern_resource_new            (void);

const char      *lectern_resource_get_label      (LecternResource *self);
const char      *lectern_resource_get_file       (LecternResource *self);
const char      *lectern_resource_get_url        (LecternResource *self);
gboolean         lectern_resource_get_primary    (LecternResource *self);

char            *lectern_resource_dup_shown_name (LecternResource *self);
gboolean         lectern_resource_is_pdf         (LecternResource *self);

G_END_DECLS
