/* lectern-session-row.h: one session in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-row-metrics.h"
#include "lectern-session.h"

G_BEGIN_DECLS

/**
 * LecternRowContext:
 * @today: today's date
 * @next_key: the key of the next session, 0 if there is none
 * @needle: (nullable): the folded text that is searched for
 * @warnings: (nullable): sentences by the keys of the sessions
 * @secondary_alpha: the alpha of text that is secondary, which Pango takes
 *   in place of the text's own
 * @metrics: sizes that the rows share
 *
 * What a row needs to know beside its session.  It belongs to the list.
 */
typedef struct
{
  GDate              today;
  guint64            next_key;
  char              *needle;
  GHashTable        *warnings;
  guint16            secondary_alpha;
  LecternRowMetrics *metrics;
} LecternRowContext;

#define LECTERN_TYPE_SESSION_ROW (lectern_session_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternSessionRow, lectern_session_row, LECTERN, SESSION_ROW, GtkWidget)

GtkWidget      *lectern_session_row_new         (void);

void            lectern_session_row_bind        (LecternSessionRow       *self,
                                                 GtkListItem             *item,
                                                 const LecternRowContext *context);
void            lectern_session_row_unbind      (LecternSessionRow       *self);
void            lectern_session_row_update      (LecternSessionRow       *self);
LecternSession *lectern_session_row_get_session (LecternSessionRow       *self);
guint           lectern_session_row_get_position (LecternSessionRow      *self);
void            lectern_session_row_set_heading (LecternSessionRow       *self,
                                                 const char              *text,
                                                 gboolean                 is_year);

G_END_DECLS
