/* lectern-session.h: one entry of a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-paper.h"
#include "lectern-record.h"
#include "lectern-resource.h"

G_BEGIN_DECLS

/* In canonical order; indices into the table of members. */
typedef enum
{
  LECTERN_SESSION_ID,
  LECTERN_SESSION_DATE,
  LECTERN_SESSION_DATE_TEXT,
  LECTERN_SESSION_TIME,
  LECTERN_SESSION_DURATION,
  LECTERN_SESSION_LOCATION,
  LECTERN_SESSION_KIND,
  LECTERN_SESSION_TITLE,
  LECTERN_SESSION_STATUS,
  LECTERN_SESSION_REASON,
  LECTERN_SESSION_PAPERS,
  LECTERN_SESSION_PRESENTERS,
  LECTERN_SESSION_RESOURCES,
  LECTERN_SESSION_NOTE,
  LECTERN_SESSION_EXTRA,
  LECTERN_SESSION_IGNORE,
} LecternSessionMember;

/**
 * LecternSessionKind:
 * @LECTERN_KIND_SESSION: the group meets
 * @LECTERN_KIND_BREAK: the group does not meet
 * @LECTERN_KIND_ANNOUNCEMENT: something to tell, not a meeting
 * @LECTERN_KIND_UNKNOWN: a word that this version does not know
 */
typedef enum
{
  LECTERN_KIND_SESSION,
  LECTERN_KIND_BREAK,
  LECTERN_KIND_ANNOUNCEMENT,
  LECTERN_KIND_UNKNOWN,
} LecternSessionKind;

#define LECTERN_TYPE_SESSION (lectern_session_get_type ())
G_DECLARE_FINAL_TYPE (LecternSession, lectern_session, LECTERN, SESSION, LecternRecord)

/**
 * LecternSessionLoadFunc:
 * @session: the session to fill in
 * @text: its JSON text, not nul-terminated
 * @length: the length of @text in bytes
 *
 * Fills a session from the text it was read from.  The text has passed the
 * strict scan, so this cannot fail.
 */
typedef void (*LecternSessionLoadFunc) (LecternSession *session,
                                        const char     *text,
                                        gsize           length);

LecternSession     *lectern_session_new            (void);
LecternSession     *lectern_session_new_from_text  (GBytes                 *file,
                                                    gsize                   start,
                                                    gsize                   length,
                                                    const char             *id,
                                                    const char             *date,
                                                    LecternSessionLoadFunc  load);
LecternSession     *lectern_session_copy           (LecternSession         *self);
LecternSession     *lectern_session_duplicate      (LecternSession         *self);

guint64             lectern_session_get_key        (LecternSession         *self);
gboolean            lectern_session_get_source     (LecternSession         *self,
                                                    GBytes                **file,
                                                    gsize                  *start,
                                                    gsize                  *length);
gboolean            lectern_session_is_pristine    (LecternSession         *self);

const char         *lectern_session_get_id         (LecternSession         *self);
const char         *lectern_session_get_date       (LecternSession         *self);
const char         *lectern_session_get_date_text  (LecternSession         *self);
const char         *lectern_session_get_time       (LecternSession         *self);
int                 lectern_session_get_duration   (LecternSession         *self);
const char         *lectern_session_get_location   (LecternSession         *self);
LecternSessionKind  lectern_session_get_kind       (LecternSession         *self);
const char         *lectern_session_get_title      (LecternSession         *self);
gboolean            lectern_session_get_cancelled  (LecternSession         *self);
const char         *lectern_session_get_reason     (LecternSession         *self);
GListModel         *lectern_session_get_papers     (LecternSession         *self);
const char * const *lectern_session_get_presenters (LecternSession         *self);
GListModel         *lectern_session_get_resources  (LecternSession         *self);
const char         *lectern_session_get_note       (LecternSession         *self);
GVariant           *lectern_session_get_extra      (LecternSession         *self);
const char * const *lectern_session_get_ignore     (LecternSession         *self);

gboolean            lectern_session_get_gdate      (LecternSession         *self,
                                                    GDate                  *date);
LecternRecord      *lectern_session_get_primary    (LecternSession         *self);
gboolean            lectern_session_matches        (LecternSession         *self,
                                                    const char             *folded_needle);

char               *lectern_session_dup_search_text (LecternSession        *self);

char               *lectern_session_make_id        (void);

G_END_DECLS
