/* lectern-session-filter.h: which sessions the list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-session.h"

G_BEGIN_DECLS

/**
 * LecternFilterFlags:
 * @LECTERN_FILTER_UPCOMING: those that are still to come, or have no date
 * @LECTERN_FILTER_PAST: those whose day is over
 * @LECTERN_FILTER_WITHOUT_NOTES: meetings that have no resources
 * @LECTERN_FILTER_WITH_WARNINGS: those that something is wrong with
 *
 * What may be asked of a session beside the text: all that is set must hold.
 */
typedef enum
{
  LECTERN_FILTER_NONE          = 0,
  LECTERN_FILTER_UPCOMING      = 1 << 0,
  LECTERN_FILTER_PAST          = 1 << 1,
  LECTERN_FILTER_WITHOUT_NOTES = 1 << 2,
  LECTERN_FILTER_WITH_WARNINGS = 1 << 3,
} LecternFilterFlags;

#define LECTERN_TYPE_SESSION_FILTER (lectern_session_filter_get_type ())
G_DECLARE_FINAL_TYPE (LecternSessionFilter, lectern_session_filter, LECTERN, SESSION_FILTER, GtkFilter)

LecternSessionFilter *lectern_session_filter_new          (void);

void                  lectern_session_filter_set_today    (LecternSessionFilter *self,
                                                           const GDate          *today);
void                  lectern_session_filter_set_warnings (LecternSessionFilter *self,
                                                           GHashTable           *warnings);
void                  lectern_session_filter_set_text     (LecternSessionFilter *self,
                                                           const char           *text);
void                  lectern_session_filter_set_flags    (LecternSessionFilter *self,
                                                           LecternFilterFlags    flags);

const char           *lectern_session_filter_get_needle   (LecternSessionFilter *self);
LecternFilterFlags    lectern_session_filter_get_flags    (LecternSessionFilter *self);

G_END_DECLS
