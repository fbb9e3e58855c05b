/* lectern-page-columns.h: what the columns of a table hold
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-scan.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PAGE_COLUMN_EXTRA,
  LECTERN_PAGE_COLUMN_DATE,
  LECTERN_PAGE_COLUMN_TIME,
  LECTERN_PAGE_COLUMN_PAPER,
  LECTERN_PAGE_COLUMN_TITLE,
  LECTERN_PAGE_COLUMN_PRESENTER,
  LECTERN_PAGE_COLUMN_RESOURCE,
  LECTERN_PAGE_COLUMN_LOCATION,
  LECTERN_PAGE_COLUMN_NOTE,
  LECTERN_PAGE_COLUMN_STATUS,
} LecternPageRole;

/**
 * LecternPageColumn:
 * @role: what it holds
 * @header: the text of its header
 * @key: what it is called in `extra`
 * @chosen: whether the user chose the role
 */
typedef struct
{
  LecternPageRole  role;
  char            *header;
  char            *key;
  gboolean         chosen;
} LecternPageColumn;

GPtrArray  *lectern_page_columns_read  (LecternPage      *page,
                                        LecternPageTable *table,
                                        GVariant         *chosen);
int         lectern_page_columns_find  (GPtrArray        *columns,
                                        LecternPageRole   role);
const char *lectern_page_role_name     (LecternPageRole   role);

G_END_DECLS
