/* lectern-json-token.c: the words that JSON is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-token.h"

#include "lectern-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * lectern_json_cursor_fail_at:
 * @self: a cursor
 * @where: the byte that is wrong
 * @message: a translated sentence
 *
 * Sets the error.
 *
 * Returns: %FALSE
 */
gboolean
lectern_json_cursor_fail_at (LecternJsonCursor *self,
                             const char        *where,
                             const char        *message)
{
  self->error = lectern_json_error_new (LECTERN_JSON_ERROR_SYNTAX, self->text,
                                        where - self->text, message);

  return FALSE;
}

/**
 * lectern_json_cursor_fail:
 * @self: a cursor
 * @message: a translated sentence that says what should stand here
 *
 * Sets the error, to a clearer sentence than @message where one is known.
 *
 * Returns: %FALSE
 */
gboolean
lectern_json_cursor_fail (LecternJsonCursor *self,
                          const char        *message)
{
  if (self->p == self->end)
    message = _("The file breaks off here: it is not complete.");
  else if (*self->p == '/')
    message = _("A comment stands here; JSON has none.");
  else if (*self->p == '\'')
    message = _("Text must stand in double quotes (\").");
  else if (*self->p == '\0')
    message = _("A zero byte stands here, as in a file that is not text.");

  return lectern_json_cursor_fail_at (self, self->p, message);
}

/**
 * lectern_json_cursor_skip_space:
 * @self: a cursor
 *
 * Goes past white space.
 */
void
lectern_json_cursor_skip_space (LecternJsonCursor *self)
{
  while (self->p < self->end &&
         (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t'))
    self->p++;
}

/* The length of the character at @p, 0 if that is not UTF-8. */
static guint
measure_utf8 (const guchar *p,
              const guchar *end)
{
  guchar low = 0x80;
  guchar high = 0xbf;
  guint length;

  if (*p >= 0xc2 && *p <= 0xdf)
    length = 2;
  else if (*p >= 0xe0 && *p <= 0xef)
    length = 3;
  else if (*p >= 0xf0 && *p <= 0xf4)
    length = 4;
  else
    return 0;

  /* The second byte rules out overlong forms, surrogates and what is above
   * U+10FFFF. */
  if (*p == 0xe0)
    low = 0xa0;
  else if (*p == 0xed)
    high = 0x9f;
  else if (*p == 0xf0)
    low = 0x90;
  else if (*p == 0xf4)
    high = 0x8f;

  if (end - p < length || p[1] < low || p[1] > high)
    return 0;

  for (guint i = 2; i < length; i++)
    {
      if (p[i] < 0x80 || p[i] > 0xbf)
        return 0;
    }

  return length;
}

/* Reads XXXX of \uXXXX at @p. */
static gboolean
read_hex (LecternJsonCursor *self,
          const char        *p,
          guint             *value)
{
  *value = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (p + i >= self->end || !g_ascii_isxdigit (p[i]))
        return FALSE;
      *value = *value << 4 | g_ascii_xdigit_value (p[i]);
    }

  return TRUE;
}

static gboolean
scan_unicode_escape (LecternJsonCursor *self,
                     guint             *value)
{
  guint second;

  if (!read_hex (self, self->p + 2, value))
    return lectern_json_cursor_fail_at (self, self->p, _("\\u must be followed by four hexadecimal digits."));

  if (*value >= 0xdc00 && *value <= 0xdfff)
    return lectern_json_cursor_fail_at (self, self->p, _("This is the second half of a character; the first is missing."));

  if (*value >= 0xd800 && *value <= 0xdbff)
    {
      if (self->end - self->p < 12 || self->p[6] != '\\' || self->p[7] != 'u' ||
          !read_hex (self, self->p + 8, &second) || second < 0xdc00 || second > 0xdfff)
        return lectern_json_cursor_fail_at (self, self->p, _("This is the first half of a character; the second is missing."));
      self->p += 6;
    }

  self->p += 6;

  return TRUE;
}

static gboolean
scan_escape (LecternJsonCursor  *self,
             const char        **zero)
{
  const char *start = self->p;
  guint value;

  if (self->p + 1 == self->end)
    {
      self->p = self->end;
      return lectern_json_cursor_fail (self, NULL);
    }

  switch (self->p[1])
    {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      self->p += 2;
      return TRUE;

    case 'u':
      if (!scan_unicode_escape (self, &value))
        return FALSE;
      if (value == 0 && *zero == NULL)
        *zero = start;
      return TRUE;

    default:
      return lectern_json_cursor_fail_at (self, start, _("There is no such escape; a backslash in text is written \\\\."));
    }
}

/**
 * lectern_json_cursor_scan_string:
 * @self: a cursor at a quote
 * @zero: (out) (nullable): where \u0000 first stands in the string
 * @has_escapes: (out): whether there are escapes in it
 *
 * Goes past a string.
 *
 * Returns: whether it is a string
 */
gboolean
lectern_json_cursor_scan_string (LecternJsonCursor  *self,
                                 const char        **zero,
                                 gboolean           *has_escapes)
{
  *zero = NULL;
  *has_escapes = FALSE;
  self->p++;

  while (self->p < self->end)
    {
      guchar c = *self->p;
      guint length;

      if (c == '"')
        {
          self->p++;
          return TRUE;
        }
      else if (c == '\\')
        {
          *has_escapes = TRUE;
          if (!scan_escape (self, zero))
            return FALSE;
        }
      else if (c >= 0x20 && c < 0x80)
        {
          self->p++;
        }
      else if (c == '\n' || c == '\r')
        {
          return lectern_json_cursor_fail_at (self, self->p, _("The text does not end on its line: a quote (\") is missing, "
                                           "or the line break should be written \\n."));
        }
      else if (c < 0x20)
        {
          return lectern_json_cursor_fail_at (self, self->p, _("A control character stands in the text; it must be written "
                                           "as an escape, such as \\t."));
        }
      else
        {
          length = measure_utf8 ((const guchar *) self->p, (const guchar *) self->end);
          if (length == 0)
            return lectern_json_cursor_fail_at (self, self->p, _("The text is not UTF-8 here; save the file as UTF-8."));
          self->p += length;
        }
    }

  return lectern_json_cursor_fail (self, NULL);
}

static gboolean
scan_digits (LecternJsonCursor *self)
{
  if (self->p == self->end || !g_ascii_isdigit (*self->p))
    return lectern_json_cursor_fail (self, _("A digit is missing in this number."));

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return TRUE;
}

/**
 * lectern_json_cursor_scan_number:
 * @self: a cursor at a digit or a minus sign
 *
 * Goes past a number.
 *
 * Returns: whether it is a number
 */
gboolean
lectern_json_cursor_scan_number (LecternJsonCursor *self)
{
  if (*self->p == '-')
    self->p++;

  if (self->p < self->end && *self->p == '0')
    {
      self->p++;
      if (self->p < self->end && g_ascii_isdigit (*self->p))
        return lectern_json_cursor_fail (self, _("A number may not begin with 0 and more digits."));
    }
  else if (!scan_digits (self))
    {
      return FALSE;
    }

  if (self->p < self->end && *self->p == '.')
    {
      self->p++;
      if (!scan_digits (self))
        return FALSE;
    }

  if (self->p < self->end && (*self->p == 'e' || *self->p == 'E'))
    {
      self->p++;
      if (self->p < self->end && (*self->p == '+' || *self->p == '-'))
        self->p++;
      if (!scan_digits (self))
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_json_cursor_scan_word:
 * @self: a cursor
 * @word: the word that its first letter promises
 *
 * Goes past `true`, `false` or `null`.
 *
 * Returns: whether it is the word
 */
gboolean
lectern_json_cursor_scan_word (LecternJsonCursor *self,
                               const char        *word)
{
  gsize length = strlen (word);
  gsize left = self->end - self->p;

  if (left < length && strncmp (self->p, word, left) == 0)
    {
      self->p = self->end;
      return lectern_json_cursor_fail (self, NULL);
    }

  if (left < length || strncmp (self->p, word, length) != 0 ||
      (left > length && (g_ascii_isalnum (self->p[length]) || self->p[length] == '_')))
    return lectern_json_cursor_fail_at (self, self->p, _("JSON knows no words but true, false and null; "
                                     "text must stand in double quotes (\")."));

  self->p += length;

  return TRUE;
}
