/* lectern-highlight.c: where a search finds its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-highlight.h"

#include <string.h>

static void
add_match (PangoAttrList *attributes,
           guint          start,
           guint          end)
{
  PangoAttribute *marks[] = {
    pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = start;
      marks[i]->end_index = end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

/* Folds @text as the search does, but keeps for each byte of the result the
 * byte of @text where its character starts. */
static char *
fold (const char *text,
      GArray     *origins)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *plain = g_utf8_normalize (p, g_utf8_next_char (p) - p,
                                                 G_NORMALIZE_ALL);
      g_autofree char *one = plain != NULL ? g_utf8_casefold (plain, -1) : NULL;
      guint origin = p - text;

      if (one == NULL)
        continue;
      for (const char *q = one; *q != '\0'; q++)
        g_array_append_val (origins, origin);
      g_string_append (folded, one);
    }

  return g_string_free (folded, FALSE);
}

static gboolean
add_word (PangoAttrList *attributes,
          const char    *text,
          const char    *folded,
          GArray        *origins,
          const char    *word)
{
  gsize length = strlen (word);
  gboolean found = FALSE;

  for (const char *match = strstr (folded, word);
       match != NULL;
       match = strstr (match + length, word))
    {
      guint start = g_array_index (origins, guint, match - folded);
      guint last = g_array_index (origins, guint, match - folded + length - 1);

      add_match (attributes, start, g_utf8_next_char (text + last) - text);
      found = TRUE;
    }

  return found;
}

/**
 * lectern_highlight_add:
 * @attributes: attributes of a label
 * @text: the label's text
 * @folded_needle: (nullable): the words that are searched for, folded, with
 *   spaces between them
 *
 * Marks each match as underlined and bold: not by colour, which not all can
 * tell from another.
 *
 * Returns: %TRUE if there is a match
 */
gboolean
lectern_highlight_add (PangoAttrList *attributes,
                       const char    *text,
                       const char    *folded_needle)
{
  g_autoptr (GArray) origins = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  gboolean found = FALSE;

  if (folded_needle == NULL)
    return FALSE;

  origins = g_array_new (FALSE, FALSE, sizeof (guint));
  folded = fold (text, origins);
  words = g_strsplit (folded_needle, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && add_word (attributes, text, folded, origins, words[i]))
        found = TRUE;
    }

  return found;
}
