/* lectern-head.h: what a schedule says about the whole group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

/* Each in canonical order; indices into the tables of members. */
typedef enum
{
  LECTERN_HEAD_ID,
  LECTERN_HEAD_TITLE,
  LECTERN_HEAD_DESCRIPTION,
  LECTERN_HEAD_DEFAULTS,
  LECTERN_HEAD_NOTES,
  LECTERN_HEAD_PAGE,
  LECTERN_HEAD_PAGE_FORMAT,
  LECTERN_HEAD_ANNOUNCEMENT,
  LECTERN_HEAD_SKIP_PRESENTERS,
} LecternHeadMember;

typedef enum
{
  LECTERN_DEFAULTS_TIME,
  LECTERN_DEFAULTS_DURATION,
  LECTERN_DEFAULTS_TIMEZONE,
  LECTERN_DEFAULTS_LOCATION,
} LecternDefaultsMember;

typedef enum
{
  LECTERN_NOTES_FOLDER,
  LECTERN_NOTES_URL,
} LecternNotesMember;

typedef enum
{
  LECTERN_PAGE_FORMAT_DATES,
  LECTERN_PAGE_FORMAT_COLUMNS,
} LecternPageFormatMember;

#define LECTERN_TYPE_HEAD (lectern_head_get_type ())
G_DECLARE_FINAL_TYPE (LecternHead, lectern_head, LECTERN, HEAD, LecternRecord)

#define LECTERN_TYPE_DEFAULTS (lectern_defaults_get_type ())
G_DECLARE_FINAL_TYPE (LecternDefaults, lectern_defaults, LECTERN, DEFAULTS, LecternRecord)

#define LECTERN_TYPE_NOTES (lectern_notes_get_type ())
G_DECLARE_FINAL_TYPE (LecternNotes, lectern_notes, LECTERN, NOTES, LecternRecord)

#define LECTERN_TYPE_PAGE_FORMAT (lectern_page_format_get_type ())
G_DECLARE_FINAL_TYPE (LecternPageFormat, lectern_page_format, LECTERN, PAGE_FORMAT, LecternRecord)

LecternHead *lectern_head_new                  (void);
LecternHead *lectern_head_copy                 (LecternHead *self);

const char  *lectern_head_get_id               (LecternHead *self);
const char  *lectern_head_get_title            (LecternHead *self);
const char  *lectern_head_get_description      (LecternHead *self);
const char  *lectern_head_get_default_time     (LecternHead *self);
int          lectern_head_get_default_duration (LecternHead *self);
const char  *lectern_head_get_timezone         (LecternHead *self);
const char  *lectern_head_get_default_location (LecternHead *self);
const char  *lectern_head_get_notes_folder     (LecternHead *self);
const char  *lectern_head_get_notes_url        (LecternHead *self);
const char  *lectern_head_get_page             (LecternHead *self);
const char  *lectern_head_get_announcement     (LecternHead *self);
const char * const *lectern_head_get_skip_presenters (LecternHead *self);

G_END_DECLS
