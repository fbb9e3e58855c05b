/* lectern-announcement-template.c: text with places for values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-announcement-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-public.h"

static gboolean
refuse (const char                  *name,
        gsize                        length,
        const LecternTemplateValue  *values,
        guint                        n_values,
        GError                     **error)
{
  g_autofree char *raw = g_strndup (name, length);
  g_autofree char *shown = lectern_public_one_line (raw);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (known, "%s{%s}", i > 0 ? ", " : "", values[i].name);

  g_set_error (error, LECTERN_ANNOUNCEMENT_ERROR, LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE,
               _("The template asks for “{%s}”, which there is not. It may ask for %s; write {{ for a brace."),
               shown, known->str);

  return FALSE;
}

/* Appends a line; whether it asked for values and got none is said, since
 * “Place:” without a place is no line to send. */
static gboolean
fill_line (const char                  *line,
           const LecternTemplateValue  *values,
           guint                        n_values,
           GString                     *filled,
           gboolean                    *vain,
           GError                     **error)
{
  guint n_asked = 0;
  guint n_got = 0;

  for (const char *c = line; *c != '\0'; c++)
    {
      gsize length = *c == '{' ? strspn (c + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;
      guint i;

      if (g_str_has_prefix (c, "{{"))
        c++;
      if (length == 0 || c[length + 1] != '}')
        {
          g_string_append_c (filled, *c);
          continue;
        }

      for (i = 0; i < n_values; i++)
        if (strlen (values[i].name) == length && strncmp (values[i].name, c + 1, length) == 0)
          break;
      if (i == n_values)
        return refuse (c + 1, length, values, n_values, error);

      n_asked++;
      n_got += lectern_public_is_text (values[i].value);
      g_string_append (filled, values[i].value != NULL ? values[i].value : "");
      c += length + 1;
    }

  *vain = n_asked > 0 && n_got == 0;

  return TRUE;
}

/**
 * lectern_announcement_template_fill:
 * @template: a text with names in braces, such as `{date}`
 * @values: (array length=n_values): what may stand in braces
 * @n_values: how many
 * @error: return location
 *
 * Fills a template in.  A line all of whose values are empty is left out, and
 * of several blank lines in a row one is kept.
 *
 * Returns: (transfer full): the text, which ends with a line feed, or %NULL
 *   with %LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE
 */
char *
lectern_announcement_template_fill (const char                  *template,
                                    const LecternTemplateValue  *values,
                                    guint                        n_values,
                                    GError                     **error)
{
  g_auto (GStrv) lines = g_strsplit (template, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GString) filled = g_string_new (NULL);
      gboolean vain = FALSE;

      if (!fill_line (g_strchomp (lines[i]), values, n_values, filled, &vain, error))
        return NULL;
      if (vain || (filled->len == 0 && (text->len == 0 || g_str_has_suffix (text->str, "\n\n"))))
        continue;
      g_string_append (text, filled->str);
      g_string_append_c (text, '\n');
    }

  while (g_str_has_suffix (text->str, "\n\n"))
    g_string_truncate (text, text->len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
