/* lectern-json-scan.h: where things stand in JSON text, and whether it is JSON
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json.h"

G_BEGIN_DECLS

/* Lists and objects inside one another; more is refused. */
#define LECTERN_JSON_MAX_DEPTH 64

/**
 * LecternJsonSpan:
 * @start: the offset of the first byte
 * @end: the offset after the last byte
 */
typedef struct
{
  gsize start;
  gsize end;
} LecternJsonSpan;

/**
 * LecternJsonPiece:
 * @span: the session's object
 * @id: (nullable): its id
 * @date: (nullable): its date
 *
 * What the scan takes out of a session.
 */
typedef struct
{
  LecternJsonSpan  span;
  char            *id;
  char            *date;
} LecternJsonPiece;

/**
 * LecternJsonChild:
 * @name: the decoded name, %NULL in a list; may hold zero bytes
 * @name_length: the length of @name
 * @name_span: the name as it stands there, with its quotes
 * @value: the value
 *
 * One member of an object, or one element of a list.
 */
typedef struct
{
  char            *name;
  gsize            name_length;
  LecternJsonSpan  name_span;
  LecternJsonSpan  value;
} LecternJsonChild;

/**
 * LecternJsonScan:
 * @root: the object that is the file
 * @members: (element-type LecternJsonChild): its members
 * @sessions: the list of sessions, empty if there is none
 * @pieces: (element-type LecternJsonPiece): the sessions
 */
typedef struct
{
  LecternJsonSpan  root;
  GArray          *members;
  LecternJsonSpan  sessions;
  GArray          *pieces;
} LecternJsonScan;

LecternJsonScan  *lectern_json_scan           (const char       *text,
                                               gsize             length,
                                               GError          **error);
void              lectern_json_scan_free      (LecternJsonScan  *self);

/* The rest is for text that has passed the scan. */
GArray           *lectern_json_children_new   (void);
GArray           *lectern_json_children       (const char       *text,
                                               LecternJsonSpan   container);
LecternJsonChild *lectern_json_child_named    (GArray           *children,
                                               const char       *name);
char             *lectern_json_decode         (const char       *text,
                                               LecternJsonSpan   string,
                                               gsize            *length);
void              lectern_json_position       (const char       *text,
                                               gsize             offset,
                                               guint            *line,
                                               guint            *column);

GError           *lectern_json_error_new      (LecternJsonError  code,
                                               const char       *text,
                                               gsize             offset,
                                               const char       *message);

/* The reader's, which the writer compares by. */
void              lectern_json_load_record    (LecternRecord    *record,
                                               const char       *text,
                                               gsize             length);
void              lectern_json_load_session   (LecternSession   *session,
                                               const char       *text,
                                               gsize             length);
void              lectern_json_load_head      (LecternHead      *head,
                                               const char       *text,
                                               LecternJsonScan  *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternJsonScan, lectern_json_scan_free)

G_END_DECLS
