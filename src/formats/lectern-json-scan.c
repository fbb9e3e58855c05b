/* lectern-json-scan.c: the strict scan of a schedule's JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-scan.h"
#include "lectern-json-names.h"
#include "lectern-json-shape.h"

#include "lectern-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LecternJsonCursor at;
  guint             depth;
  GArray           *names;    /* of the objects that are open */
  LecternJsonScan  *result;
  GError           *type;     /* does not end the scan: a later version of
                               * Lectern may have made the file, and then
                               * that is said */
} Scanner;

static const LecternJsonExpected anything = { LECTERN_JSON_SHAPE_ANYTHING };

static gboolean scan_value (Scanner                   *self,
                            const LecternJsonExpected *expected,
                            const LecternJsonStep     *step);

/* Tells whether the value that begins at @where is as expected.  Only the
 * first that is not becomes the error. */
static gboolean
check_type (Scanner                   *self,
            const char                *where,
            const LecternJsonExpected *expected,
            const LecternJsonStep     *step)
{
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  if (lectern_json_expected_fits (expected, *where) || (*where == 'n' && !expected->is_element))
    return TRUE;

  if (self->type == NULL)
    {
      path = lectern_json_step_format (step);
      /* Translators: a member of the file, then two of “text”, “a number”,
       * “true or false”, “a list”, “an object”, “null”. */
      message = g_strdup_printf (_("“%s” must be %s, not %s."), path,
                                 lectern_json_expected_describe (expected), lectern_json_describe (*where));
      self->type = lectern_json_error_new (LECTERN_JSON_ERROR_TYPE, self->at.text,
                                           where - self->at.text, message);
    }

  return FALSE;
}

static void
refuse_zero (Scanner               *self,
             const char            *where,
             const LecternJsonStep *step)
{
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  if (self->type != NULL)
    return;

  path = lectern_json_step_format (step);
  message = g_strdup_printf (_("“%s” holds the character \\u0000, which no text may hold. Remove it."), path);
  self->type = lectern_json_error_new (LECTERN_JSON_ERROR_TYPE, self->at.text,
                                       where - self->at.text, message);
}

/* Takes out what is wanted of the member that has just been scanned. */
static void
note_member (Scanner                   *self,
             const LecternJsonExpected *object,
             const LecternJsonName     *name,
             LecternJsonSpan            name_span,
             LecternJsonSpan            value)
{
  LecternJsonPiece *piece;
  char first = self->at.text[value.start];

  if (object->shape == LECTERN_JSON_SHAPE_ROOT)
    {
      LecternJsonChild child = { g_memdup2 (name->name, name->length + 1), name->length,
                                 name_span, value };

      child.name[name->length] = '\0';
      g_array_append_val (self->result->members, child);
    }
  else if (object->is_session && first == '"')
    {
      piece = &g_array_index (self->result->pieces, LecternJsonPiece,
                              self->result->pieces->len - 1);
      if (name->length == 2 && memcmp (name->name, "id", 2) == 0)
        piece->id = lectern_json_decode (self->at.text, value, NULL);
      else if (name->length == 4 && memcmp (name->name, "date", 4) == 0)
        piece->date = lectern_json_decode (self->at.text, value, NULL);
    }
}

static gboolean
scan_member (Scanner                   *self,
             const LecternJsonExpected *object,
             const LecternJsonStep     *step,
             guint                      first_name)
{
  LecternJsonExpected expected;
  LecternJsonSpan name_span;
  LecternJsonSpan value;
  const char *zero;
  LecternJsonName name;
  LecternJsonStep inner = { step };

  if (self->at.p == self->at.end || *self->at.p != '"')
    return lectern_json_cursor_fail (&self->at, _("The name of a member must stand here, in double quotes (\")."));
  if (!lectern_json_names_scan (self->names, first_name, &self->at, &zero))
    return FALSE;

  /* A copy: the array may be moved while the value is scanned. */
  name = g_array_index (self->names, LecternJsonName, self->names->len - 1);
  name_span.start = name.offset;
  name_span.end = self->at.p - self->at.text;
  inner.name = name.name;
  inner.length = name.length;
  if (zero != NULL && object->shape == LECTERN_JSON_SHAPE_MAP)
    refuse_zero (self, zero, step);

  lectern_json_cursor_skip_space (&self->at);
  if (self->at.p == self->at.end || *self->at.p != ':')
    return lectern_json_cursor_fail (&self->at, _("A colon must stand here, between the name of a member and its value."));
  self->at.p++;
  lectern_json_cursor_skip_space (&self->at);

  expected = lectern_json_expected_in_object (object, name.name, name.length);
  value.start = self->at.p - self->at.text;
  if (!scan_value (self, &expected, &inner))
    return FALSE;
  value.end = self->at.p - self->at.text;

  note_member (self, object, &name, name_span, value);

  return TRUE;
}

/* Goes past a comma or @close; sets @more accordingly. */
static gboolean
scan_separator (Scanner  *self,
                char      close,
                gboolean *more)
{
  lectern_json_cursor_skip_space (&self->at);

  if (self->at.p == self->at.end || (*self->at.p != ',' && *self->at.p != close))
    return lectern_json_cursor_fail (&self->at,
                                     close == ']'
                                     ? _("A comma or the end of the list, ], must stand here.")
                                     : _("A comma or the end of the object, }, must stand here."));

  *more = *self->at.p++ == ',';
  if (*more)
    {
      const char *comma = self->at.p - 1;

      lectern_json_cursor_skip_space (&self->at);
      if (self->at.p < self->at.end && *self->at.p == close)
        return lectern_json_cursor_fail_at (&self->at, comma, _("This comma is one too many: nothing follows it."));
    }

  return TRUE;
}

static gboolean
scan_object (Scanner                   *self,
             const LecternJsonExpected *expected,
             const LecternJsonStep     *step)
{
  guint first_name = self->names->len;
  guint piece = self->result->pieces->len;
  gboolean more = TRUE;

  if (expected->is_session)
    {
      LecternJsonPiece empty = { { self->at.p - self->at.text } };

      g_array_append_val (self->result->pieces, empty);
    }

  self->at.p++;
  lectern_json_cursor_skip_space (&self->at);
  if (self->at.p < self->at.end && *self->at.p == '}')
    {
      self->at.p++;
      more = FALSE;
    }

  while (more)
    {
      if (!scan_member (self, expected, step, first_name) ||
          !scan_separator (self, '}', &more))
        return FALSE;
    }

  if (!lectern_json_names_end (self->names, first_name, &self->at))
    return FALSE;

  if (expected->is_session)
    g_array_index (self->result->pieces, LecternJsonPiece, piece).span.end = self->at.p - self->at.text;

  return TRUE;
}

static gboolean
scan_list (Scanner                   *self,
           const LecternJsonExpected *expected,
           const LecternJsonStep     *step)
{
  const LecternJsonExpected element = lectern_json_expected_in_list (expected);
  LecternJsonStep inner = { step };
  gboolean more = TRUE;

  self->at.p++;
  lectern_json_cursor_skip_space (&self->at);
  if (self->at.p < self->at.end && *self->at.p == ']')
    {
      self->at.p++;
      more = FALSE;
    }

  while (more)
    {
      if (!scan_value (self, &element, &inner) ||
          !scan_separator (self, ']', &more))
        return FALSE;
      inner.index++;
    }

  return TRUE;
}

static gboolean
scan_container (Scanner                   *self,
                const LecternJsonExpected *expected,
                const LecternJsonStep     *step)
{
  gboolean good;

  if (self->depth == LECTERN_JSON_MAX_DEPTH)
    return lectern_json_cursor_fail (&self->at, _("Lists and objects stand more than 64 deep in one another here."));

  self->depth++;
  good = *self->at.p == '{'
         ? scan_object (self, expected, step)
         : scan_list (self, expected, step);
  self->depth--;

  return good;
}

static gboolean
scan_value (Scanner                   *self,
            const LecternJsonExpected *expected,
            const LecternJsonStep     *step)
{
  const char *zero;
  gboolean has_escapes;

  if (self->at.p == self->at.end)
    return lectern_json_cursor_fail (&self->at, NULL);

  if (expected->shape != LECTERN_JSON_SHAPE_ANYTHING && strchr ("{[\"-0123456789tfn", *self->at.p) != NULL &&
      *self->at.p != '\0' && !check_type (self, self->at.p, expected, step))
    expected = &anything;

  switch (*self->at.p)
    {
    case '{':
    case '[':
      return scan_container (self, expected, step);

    case '"':
      if (!lectern_json_cursor_scan_string (&self->at, &zero, &has_escapes))
        return FALSE;
      if (zero != NULL && expected->shape == LECTERN_JSON_SHAPE_TEXT)
        refuse_zero (self, zero, step);
      return TRUE;

    case 't':
      return lectern_json_cursor_scan_word (&self->at, "true");
    case 'f':
      return lectern_json_cursor_scan_word (&self->at, "false");
    case 'n':
      return lectern_json_cursor_scan_word (&self->at, "null");

    default:
      if (*self->at.p == '-' || g_ascii_isdigit (*self->at.p))
        return lectern_json_cursor_scan_number (&self->at);
      if (g_ascii_isalpha (*self->at.p))
        return lectern_json_cursor_scan_word (&self->at, "null");
      return lectern_json_cursor_fail (&self->at, _("A value must stand here."));
    }
}

static void
piece_clear (gpointer data)
{
  LecternJsonPiece *piece = data;

  g_free (piece->id);
  g_free (piece->date);
}

/* After the syntax, and before the types: what a later version of Lectern
 * means by a member is its own affair. */
static GError *
check_version (Scanner *self)
{
  const char *text = self->at.text;
  LecternJsonChild *child = lectern_json_child_named (self->result->members, "lectern");
  const char *message = NULL;
  gsize where = child != NULL ? child->value.start : self->result->root.start;
  g_autofree char *number = NULL;
  double version;

  if (child == NULL)
    message = text[where] == '{'
              ? _("This is not a Lectern schedule: the member “lectern” is missing.")
              : _("This is not a Lectern schedule: it should be an object with a member “lectern”.");
  else if (text[where] != '-' && !g_ascii_isdigit (text[where]))
    message = _("This is not a Lectern schedule: the member “lectern” should be the number 1.");

  if (message == NULL)
    {
      number = g_strndup (text + where, child->value.end - where);
      version = g_ascii_strtod (number, NULL);
      if (version > 1)
        message = _("This file was made by a newer version of Lectern; update Lectern to open it.");
      else if (version < 1)
        message = _("There is no such version of the file format; the member “lectern” should be the number 1.");
    }

  if (message == NULL)
    return NULL;

  return lectern_json_error_new (LECTERN_JSON_ERROR_VERSION, text, where, message);
}

static void
find_sessions (Scanner *self)
{
  LecternJsonChild *child = lectern_json_child_named (self->result->members, "sessions");

  if (child != NULL && self->at.text[child->value.start] == '[')
    self->result->sessions = child->value;
}

static gboolean
has_prefix (Scanner    *self,
            const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (self->at.end - self->at.p) >= length &&
         memcmp (self->at.p, prefix, length) == 0;
}

static gboolean
scan_file (Scanner *self)
{
  LecternJsonExpected root = { LECTERN_JSON_SHAPE_ROOT };

  if (has_prefix (self, "\xef\xbb\xbf"))
    return lectern_json_cursor_fail (&self->at, _("The file begins with a byte order mark; "
                                                  "save it as UTF-8 without one."));
  if (has_prefix (self, "\xff\xfe") || has_prefix (self, "\xfe\xff"))
    return lectern_json_cursor_fail (&self->at, _("The file is UTF-16 or UTF-32; save it as UTF-8."));

  lectern_json_cursor_skip_space (&self->at);
  if (self->at.p == self->at.end)
    return lectern_json_cursor_fail_at (&self->at, self->at.p, _("The file is empty."));

  self->result->root.start = self->at.p - self->at.text;
  root.members = lectern_record_type_get_members (LECTERN_TYPE_HEAD, &root.n_members);
  /* What is no object at all is no schedule: a question of the version. */
  if (*self->at.p != '{')
    root = anything;
  if (!scan_value (self, &root, NULL))
    return FALSE;
  self->result->root.end = self->at.p - self->at.text;

  find_sessions (self);

  lectern_json_cursor_skip_space (&self->at);
  if (self->at.p < self->at.end)
    return lectern_json_cursor_fail (&self->at, _("The schedule has ended, but more follows here."));

  return TRUE;
}

/**
 * lectern_json_scan:
 * @text: what a file holds, anything at all
 * @length: the length of @text in bytes
 * @error: return location for an error of %LECTERN_JSON_ERROR, with position
 *
 * Decides whether a file is a schedule: UTF-8, JSON to the letter, no name
 * twice in an object, every known member of its type, of a version that can
 * be read.
 *
 * Returns: (transfer full) (nullable): where its sessions are
 */
LecternJsonScan *
lectern_json_scan (const char  *text,
                   gsize        length,
                   GError     **error)
{
  g_autoptr (LecternJsonScan) result = g_new0 (LecternJsonScan, 1);
  Scanner self = { 0 };
  GError *failure;

  /* An empty GBytes may have no text at all. */
  self.at.text = self.at.p = text != NULL ? text : "";
  self.at.end = self.at.text + length;

  result->members = lectern_json_children_new ();
  result->pieces = g_array_new (FALSE, FALSE, sizeof (LecternJsonPiece));
  g_array_set_clear_func (result->pieces, piece_clear);
  self.result = result;
  self.names = lectern_json_names_new ();

  failure = scan_file (&self) ? check_version (&self) : self.at.error;
  if (failure == NULL)
    failure = g_steal_pointer (&self.type);

  g_clear_error (&self.type);
  g_array_unref (self.names);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&result);
}

/**
 * lectern_json_scan_free:
 * @self: (transfer full): the result of a scan
 *
 * Frees it.
 */
void
lectern_json_scan_free (LecternJsonScan *self)
{
  g_array_unref (self->members);
  g_array_unref (self->pieces);
  g_free (self);
}
