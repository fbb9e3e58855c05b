/* lectern-json-fresh.h: JSON text where there was none
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json-scan.h"

G_BEGIN_DECLS

/**
 * LecternJsonStyle:
 * @newline: what ends a line
 * @unit: one step of indentation
 * @colon: what stands between a name and its value
 * @comma: what stands between two values on one line
 * @object_pad: what stands inside the braces of an object on one line
 * @list_pad: what stands inside the brackets of a list of objects on one line
 * @text_pad: what stands inside the brackets of a list of texts
 *
 * How a file is written.
 */
typedef struct
{
  const char *newline;
  char       *unit;
  char       *colon;
  const char *comma;
  const char *object_pad;
  const char *list_pad;
  const char *text_pad;
} LecternJsonStyle;

/**
 * LecternJsonLayout:
 * @indent: the white space that begins the line
 * @expanded: whether objects are spread over several lines
 *
 * Where text is going to stand.
 */
typedef struct
{
  const char *indent;
  gboolean    expanded;
} LecternJsonLayout;

void lectern_json_style_init    (LecternJsonStyle        *style,
                                 const char              *text,
                                 const LecternJsonScan   *scan);
void lectern_json_style_clear   (LecternJsonStyle        *style);

void lectern_json_fresh_string  (GString                 *out,
                                 const char              *string);
void lectern_json_fresh_member  (GString                 *out,
                                 LecternRecord           *record,
                                 guint                    member,
                                 const LecternJsonStyle  *style,
                                 LecternJsonLayout        layout);
void lectern_json_fresh_record  (GString                 *out,
                                 LecternRecord           *record,
                                 const LecternJsonStyle  *style,
                                 LecternJsonLayout        layout);
void lectern_json_fresh_file    (GString                 *out,
                                 LecternSchedule         *schedule,
                                 const LecternJsonStyle  *style);
void lectern_json_fresh_sessions (GString                *out,
                                  LecternSchedule        *schedule,
                                  const LecternJsonStyle *style,
                                  LecternJsonLayout       layout);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternJsonStyle, lectern_json_style_clear)

G_END_DECLS
