/* lectern-json-text.c: finding one's way in JSON text that is known to be good
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-scan.h"

#include <string.h>

static const char *
skip_space (const char *p)
{
  while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
    p++;

  return p;
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '"'; p++)
    {
      if (*p == '\\')
        p++;
    }

  return p + 1;
}

/* Does not recurse: brackets in good text match. */
static const char *
skip_value (const char *p,
            const char *end)
{
  guint depth = 0;

  while (p < end)
    {
      switch (*p)
        {
        case '"':
          p = skip_string (p);
          if (depth == 0)
            return p;
          break;

        case '{':
        case '[':
          depth++;
          p++;
          break;

        case '}':
        case ']':
          if (depth == 0)
            return p;
          p++;
          if (--depth == 0)
            return p;
          break;

        case ',':
        case ' ':
        case '\n':
        case '\t':
        case '\r':
          if (depth == 0)
            return p;
          p++;
          break;

        default:
          p++;
          break;
        }
    }

  return p;
}

static void
child_clear (gpointer data)
{
  g_free (((LecternJsonChild *) data)->name);
}

/**
 * lectern_json_children_new:
 *
 * Makes an array for the members of an object or the elements of a list.
 *
 * Returns: (transfer full) (element-type LecternJsonChild): an empty array
 */
GArray *
lectern_json_children_new (void)
{
  GArray *children = g_array_new (FALSE, TRUE, sizeof (LecternJsonChild));

  g_array_set_clear_func (children, child_clear);

  return children;
}

/**
 * lectern_json_children:
 * @text: good JSON
 * @container: where an object or a list stands in it
 *
 * Finds the members of an object or the elements of a list, one level deep.
 *
 * Returns: (transfer full) (element-type LecternJsonChild): the children in
 *   the order of the text
 */
GArray *
lectern_json_children (const char      *text,
                       LecternJsonSpan  container)
{
  GArray *children = lectern_json_children_new ();
  gboolean is_object = text[container.start] == '{';
  const char *end = text + container.end - 1;
  const char *p = skip_space (text + container.start + 1);

  while (p < end)
    {
      LecternJsonChild child = { 0 };

      if (is_object)
        {
          child.name_span.start = p - text;
          p = skip_string (p);
          child.name_span.end = p - text;
          child.name = lectern_json_decode (text, child.name_span, &child.name_length);
          /* The colon. */
          p = skip_space (skip_space (p) + 1);
        }

      child.value.start = p - text;
      p = skip_value (p, end);
      child.value.end = p - text;
      g_array_append_val (children, child);

      p = skip_space (p);
      if (*p == ',')
        p = skip_space (p + 1);
    }

  return children;
}

/**
 * lectern_json_child_named:
 * @children: (element-type LecternJsonChild): the members of an object
 * @name: a name
 *
 * Looks a member up.
 *
 * Returns: (transfer none) (nullable): the member
 */
LecternJsonChild *
lectern_json_child_named (GArray     *children,
                          const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < children->len; i++)
    {
      LecternJsonChild *child = &g_array_index (children, LecternJsonChild, i);

      if (child->name != NULL && child->name_length == length &&
          memcmp (child->name, name, length) == 0)
        return child;
    }

  return NULL;
}

static gunichar
decode_hex (const char *p)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value << 4 | g_ascii_xdigit_value (p[i]);

  return value;
}

static const char *
decode_escape (const char *p,
               GString    *out)
{
  static const char names[] = "bfnrt";
  static const char values[] = "\b\f\n\r\t";
  const char *name;
  gunichar c;

  if (*p != 'u')
    {
      name = strchr (names, *p);
      g_string_append_c (out, name != NULL ? values[name - names] : *p);
      return p + 1;
    }

  c = decode_hex (p + 1);
  p += 5;
  if (c >= 0xd800 && c < 0xdc00)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (decode_hex (p + 2) - 0xdc00);
      p += 6;
    }

  g_string_append_unichar (out, c);

  return p;
}

/**
 * lectern_json_decode:
 * @text: good JSON
 * @string: where a string stands in it, with its quotes
 * @length: (out) (optional): the length of the result, which may hold zero
 *   bytes
 *
 * Resolves the escapes of a string.
 *
 * Returns: (transfer full): what the string says
 */
char *
lectern_json_decode (const char      *text,
                     LecternJsonSpan  string,
                     gsize           *length)
{
  const char *p = text + string.start + 1;
  const char *end = text + string.end - 1;
  GString *out;

  if (memchr (p, '\\', end - p) == NULL)
    {
      if (length != NULL)
        *length = end - p;
      return g_strndup (p, end - p);
    }

  out = g_string_sized_new (end - p);
  while (p < end)
    {
      const char *next = memchr (p, '\\', end - p);

      if (next == NULL)
        next = end;
      g_string_append_len (out, p, next - p);
      p = next < end ? decode_escape (next + 1, out) : end;
    }

  if (length != NULL)
    *length = out->len;

  return g_string_free (out, FALSE);
}

/**
 * lectern_json_position:
 * @text: a text, UTF-8 up to @offset
 * @offset: an offset in it
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Says where an offset is.  A line ends with LF, CRLF or CR.
 */
void
lectern_json_position (const char *text,
                       gsize       offset,
                       guint      *line,
                       guint      *column)
{
  *line = 1;
  *column = 1;

  for (gsize i = 0; i < offset; i++)
    {
      if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < offset && text[i + 1] == '\n')))
        {
          *line += 1;
          *column = 1;
        }
      else if (((guchar) text[i] & 0xc0) != 0x80)
        {
          *column += 1;
        }
    }
}
