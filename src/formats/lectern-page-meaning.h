/* lectern-page-meaning.h: whether a cell says what a session says
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page-read.h"

G_BEGIN_DECLS

/**
 * LecternPageWanted:
 * @title: (nullable): the text
 * @url: (nullable): the address
 * @part: (nullable): the text that follows
 *
 * One paper or resource as a session has it.
 */
typedef struct
{
  char *title;
  char *url;
  char *part;
} LecternPageWanted;

/**
 * LecternPageAim:
 * @role: what the column holds
 * @items: (element-type LecternPageWanted): papers, resources or names
 * @text: (nullable): what the cell says, for the other roles
 * @cancelled: whether the cell says that the meeting is cancelled
 * @reason: (nullable): why
 *
 * What a cell should say.
 */
typedef struct
{
  LecternPageRole  role;
  GPtrArray       *items;
  char            *text;
  gboolean         cancelled;
  char            *reason;
} LecternPageAim;

/**
 * LecternPageContext:
 * @reading: the page
 * @notes_folder: (nullable): where the notes are
 * @notes_url: (nullable): their address
 *
 * What all cells have in common.
 */
typedef struct
{
  LecternPageReading *reading;
  const char         *notes_folder;
  const char         *notes_url;
} LecternPageContext;

LecternPageAim    *lectern_page_aim_new         (LecternPageContext *context,
                                                 LecternPageEntry   *entry,
                                                 guint               table,
                                                 guint               column,
                                                 LecternSession     *session);
LecternPageAim    *lectern_page_aim_of_cell     (LecternPageRole     role,
                                                 LecternPageCell    *cell,
                                                 const char         *source);
void               lectern_page_aim_free        (LecternPageAim     *self);
char              *lectern_page_aim_key         (LecternPageAim     *self);
LecternPageWanted *lectern_page_aim_item        (LecternPageAim     *self,
                                                 guint               item);
int                lectern_page_column_of_resource (LecternPageContext *context,
                                                 LecternPageEntry   *entry,
                                                 GPtrArray          *columns,
                                                 const char         *label,
                                                 const char         *url);
gboolean           lectern_page_entry_same      (LecternPageEntry   *entry,
                                                 LecternSession     *session);
char              *lectern_page_session_title   (LecternSession     *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPageAim, lectern_page_aim_free)

G_END_DECLS
