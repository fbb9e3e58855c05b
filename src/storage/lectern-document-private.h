/* lectern-document-private.h: what the parts of LecternDocument share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

struct _LecternDocument
{
  GObject          parent_instance;

  GFile           *file;
  LecternSchedule *schedule;
  LecternHistory  *history;

  GBytes          *base;          /* what the file held; %NULL without */
  char            *baseline;      /* its hash */
  guint64          saved_state;   /* that of the history which the file holds */
  gboolean         missing;       /* the file is gone, by another program */
  gboolean         foreign;       /* what it holds is known, but another program's */
  gboolean         unconfirmed;   /* the last save may not survive a power cut */
  gboolean         backups;       /* whether what is replaced is kept */
  gboolean         edited;        /* as last notified */

  GQueue           saves;         /* of GTask: the one under way comes first */
};

typedef enum
{
  LECTERN_DOCUMENT_PROP_FILE = 1,
  LECTERN_DOCUMENT_PROP_BASELINE,
  LECTERN_DOCUMENT_PROP_EDITED,
  LECTERN_DOCUMENT_PROP_SAVING,
  LECTERN_DOCUMENT_N_PROPS,
} LecternDocumentProp;

G_GNUC_INTERNAL
LecternDocument *lectern_document_new_for_schedule (LecternSchedule *schedule,
                                                    GFile           *file,
                                                    const char      *baseline);
G_GNUC_INTERNAL
void             lectern_document_notify           (LecternDocument     *self,
                                                    LecternDocumentProp  prop);
G_GNUC_INTERNAL
void             lectern_document_take_baseline    (LecternDocument     *self,
                                                    char                *baseline);
G_GNUC_INTERNAL
void             lectern_document_update_edited    (LecternDocument     *self);

G_END_DECLS
