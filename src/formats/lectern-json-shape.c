/* lectern-json-shape.c: what a value in a schedule should be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-shape.h"

#include "lectern-config.h"
#include "lectern-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_path (GString               *path,
             const LecternJsonStep *step)
{
  if (step->parent != NULL)
    append_path (path, step->parent);

  if (step->name == NULL)
    {
      g_string_append_printf (path, "[%u]", step->index);
    }
  else
    {
      if (path->len > 0)
        g_string_append_c (path, '.');
      g_string_append_len (path, step->name, step->length);
    }
}

/**
 * lectern_json_step_format:
 * @self: a step
 *
 * Writes the way as edits do: inside a session it begins there, since the
 * position tells which session it is.
 *
 * Returns: (transfer full): a path such as `papers[0].title`
 */
char *
lectern_json_step_format (const LecternJsonStep *self)
{
  GString *path = g_string_new (NULL);
  const char *dot;

  append_path (path, self);

  dot = strchr (path->str, '.');
  if (g_str_has_prefix (path->str, "sessions[") && dot != NULL)
    g_string_erase (path, 0, dot + 1 - path->str);

  return g_string_free (path, FALSE);
}

/**
 * lectern_json_expected_describe:
 * @self: what a value should be; not anything
 *
 * Names it in an error.
 *
 * Returns: (transfer none): a translated noun
 */
const char *
lectern_json_expected_describe (const LecternJsonExpected *self)
{
  switch (self->shape)
    {
    case LECTERN_JSON_SHAPE_TEXT:
      return _("text");
    case LECTERN_JSON_SHAPE_NUMBER:
      return _("a number");
    case LECTERN_JSON_SHAPE_TRUTH:
      return _("true or false");
    case LECTERN_JSON_SHAPE_TEXTS:
    case LECTERN_JSON_SHAPE_RECORDS:
      return _("a list");
    case LECTERN_JSON_SHAPE_MAP:
    case LECTERN_JSON_SHAPE_RECORD:
    case LECTERN_JSON_SHAPE_ROOT:
      return _("an object");
    case LECTERN_JSON_SHAPE_ANYTHING:
    default:
      g_assert_not_reached ();
    }
}

/**
 * lectern_json_describe:
 * @first: the first byte of a value
 *
 * Names what a value is in an error.
 *
 * Returns: (transfer none): a translated noun
 */
const char *
lectern_json_describe (char first)
{
  switch (first)
    {
    case '"':
      return _("text");
    case '{':
      return _("an object");
    case '[':
      return _("a list");
    case 't':
    case 'f':
      return _("true or false");
    case 'n':
      return _("null");
    default:
      return _("a number");
    }
}

/**
 * lectern_json_expected_fits:
 * @self: what a value should be
 * @first: its first byte
 *
 * Tells whether the value is of that type; null is of none.
 *
 * Returns: whether it fits
 */
gboolean
lectern_json_expected_fits (const LecternJsonExpected *self,
                            char                       first)
{
  switch (self->shape)
    {
    case LECTERN_JSON_SHAPE_ANYTHING:
      return TRUE;
    case LECTERN_JSON_SHAPE_TEXT:
      return first == '"';
    case LECTERN_JSON_SHAPE_NUMBER:
      return first == '-' || g_ascii_isdigit (first);
    case LECTERN_JSON_SHAPE_TRUTH:
      return first == 't' || first == 'f';
    case LECTERN_JSON_SHAPE_TEXTS:
    case LECTERN_JSON_SHAPE_RECORDS:
      return first == '[';
    case LECTERN_JSON_SHAPE_MAP:
    case LECTERN_JSON_SHAPE_RECORD:
    case LECTERN_JSON_SHAPE_ROOT:
      return first == '{';
    default:
      g_assert_not_reached ();
    }
}

static void
expect_member (const LecternMember *member,
               LecternJsonExpected *expected)
{
  static const LecternJsonShape shapes[] = {
    [LECTERN_MEMBER_STRING] = LECTERN_JSON_SHAPE_TEXT,
    [LECTERN_MEMBER_INTEGER] = LECTERN_JSON_SHAPE_NUMBER,
    [LECTERN_MEMBER_BOOLEAN] = LECTERN_JSON_SHAPE_TRUTH,
    [LECTERN_MEMBER_STRINGS] = LECTERN_JSON_SHAPE_TEXTS,
    [LECTERN_MEMBER_MAP] = LECTERN_JSON_SHAPE_MAP,
    [LECTERN_MEMBER_RECORD] = LECTERN_JSON_SHAPE_RECORD,
    [LECTERN_MEMBER_RECORDS] = LECTERN_JSON_SHAPE_RECORDS,
  };

  expected->shape = shapes[member->type];
  if (member->item_type != NULL)
    expected->members = lectern_record_type_get_members (member->item_type (),
                                                         &expected->n_members);
}

/**
 * lectern_json_expected_in_object:
 * @self: what the object should be
 * @name: the name of one of its members
 * @length: the length of @name
 *
 * Says what a member should be.
 *
 * Returns: what it should be
 */
LecternJsonExpected
lectern_json_expected_in_object (const LecternJsonExpected *self,
                                 const char                *name,
                                 gsize                      length)
{
  LecternJsonExpected expected = { LECTERN_JSON_SHAPE_ANYTHING };
  const LecternMember *member;

  if (self->shape == LECTERN_JSON_SHAPE_MAP)
    {
      expected.shape = LECTERN_JSON_SHAPE_TEXT;
    }
  else if (self->shape == LECTERN_JSON_SHAPE_ROOT && length == 7 && memcmp (name, "lectern", 7) == 0)
    {
      expected.shape = LECTERN_JSON_SHAPE_NUMBER;
    }
  else if (self->shape == LECTERN_JSON_SHAPE_ROOT && length == 8 && memcmp (name, "sessions", 8) == 0)
    {
      expected.shape = LECTERN_JSON_SHAPE_RECORDS;
      expected.is_session = TRUE;
      expected.members = lectern_record_type_get_members (LECTERN_TYPE_SESSION,
                                                          &expected.n_members);
    }
  else if (self->members != NULL)
    {
      member = lectern_member_find (self->members, self->n_members, name, length);
      if (member != NULL)
        expect_member (member, &expected);
    }

  return expected;
}

/**
 * lectern_json_expected_in_list:
 * @self: what the list should be
 *
 * Says what its elements should be.
 *
 * Returns: what they should be
 */
LecternJsonExpected
lectern_json_expected_in_list (const LecternJsonExpected *self)
{
  LecternJsonExpected element = { LECTERN_JSON_SHAPE_ANYTHING };

  if (self->shape == LECTERN_JSON_SHAPE_RECORDS)
    {
      element = *self;
      element.shape = LECTERN_JSON_SHAPE_RECORD;
    }
  else if (self->shape == LECTERN_JSON_SHAPE_TEXTS)
    {
      element.shape = LECTERN_JSON_SHAPE_TEXT;
    }

  element.is_element = TRUE;

  return element;
}
