/* lectern-json-shape.h: what a value in a schedule should be
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-member.h"

G_BEGIN_DECLS

/* ROOT is the object that is the file. */
typedef enum
{
  LECTERN_JSON_SHAPE_ANYTHING,
  LECTERN_JSON_SHAPE_TEXT,
  LECTERN_JSON_SHAPE_NUMBER,
  LECTERN_JSON_SHAPE_TRUTH,
  LECTERN_JSON_SHAPE_TEXTS,
  LECTERN_JSON_SHAPE_MAP,
  LECTERN_JSON_SHAPE_RECORD,
  LECTERN_JSON_SHAPE_RECORDS,
  LECTERN_JSON_SHAPE_ROOT,
} LecternJsonShape;

/* What a value should be. */
typedef struct
{
  LecternJsonShape                shape;
  gboolean             is_element;  /* null is no absent member then */
  gboolean             is_session;
  const LecternMember *members;     /* of the object, or of those in the list */
  guint                n_members;
} LecternJsonExpected;

/* How the scan came to the value that it is at; @name is NULL in a list. */
typedef struct _LecternJsonStep LecternJsonStep;

struct _LecternJsonStep
{
  const LecternJsonStep *parent;
  const char            *name;
  gsize                  length;
  guint                  index;
};

char                *lectern_json_step_format        (const LecternJsonStep     *self);
const char          *lectern_json_describe           (char                       first);
gboolean             lectern_json_expected_fits      (const LecternJsonExpected *self,
                                                      char                       first);
const char          *lectern_json_expected_describe  (const LecternJsonExpected *self);
LecternJsonExpected  lectern_json_expected_in_object (const LecternJsonExpected *self,
                                                      const char                *name,
                                                      gsize                      length);
LecternJsonExpected  lectern_json_expected_in_list   (const LecternJsonExpected *self);

G_END_DECLS
