/* lectern-public.c: what of a schedule goes out into the world, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-public.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-address.h"

/**
 * lectern_public_is_text:
 * @text: (nullable): a text
 *
 * Tells whether there is anything to say.
 *
 * Returns: whether it is neither %NULL nor empty
 */
gboolean
lectern_public_is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * lectern_public_encode:
 * @address: an address or a relative path of one
 *
 * Encodes what an address cannot hold: everything beyond ASCII, white space,
 * quotes and the like.  What is encoded already stays.
 *
 * Returns: (transfer full): the address, in ASCII
 */
char *
lectern_public_encode (const char *address)
{
  GString *encoded = g_string_new (NULL);

  for (const char *c = address; *c != '\0'; c++)
    {
      gboolean escape = *c == '%' && g_ascii_isxdigit (c[1]) && g_ascii_isxdigit (c[2]);

      if (g_ascii_isalnum (*c) || escape || strchr ("-._~:/?#[]@!$&'()*+,;=", *c) != NULL)
        g_string_append_c (encoded, *c);
      else
        g_string_append_printf (encoded, "%%%02X", (guchar) *c);
    }

  return g_string_free (encoded, FALSE);
}

/**
 * lectern_public_web:
 * @address: (nullable): an address as the schedule has it
 *
 * Gets an address that may be published as a link.
 *
 * Returns: (transfer full) (nullable): the address, encoded, or %NULL if it
 *   is neither http nor https
 */
char *
lectern_public_web (const char *address)
{
  return lectern_address_is_web (address) ? lectern_public_encode (address) : NULL;
}

/* The elements of a relative path, or NULL if it leads out of its folder. */
static char **
split_path (const char *path)
{
  g_auto (GStrv) elements = NULL;
  GPtrArray *kept;

  if (!lectern_public_is_text (path) || *path == '/' || strchr (path, '\\') != NULL)
    return NULL;

  elements = g_strsplit (path, "/", -1);
  kept = g_ptr_array_new ();
  for (guint i = 0; elements[i] != NULL; i++)
    {
      if (strcmp (elements[i], "..") == 0)
        {
          g_ptr_array_set_free_func (kept, g_free);
          g_ptr_array_unref (kept);
          return NULL;
        }
      if (*elements[i] != '\0' && strcmp (elements[i], ".") != 0)
        g_ptr_array_add (kept, g_strdup (elements[i]));
    }
  g_ptr_array_add (kept, NULL);

  return (char **) g_ptr_array_free (kept, FALSE);
}

/* A path is not an address: “?”, “#” and “%” are letters of a name. */
static char *
encode_path (char **elements)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; elements[i] != NULL; i++)
    {
      g_autofree char *element = g_uri_escape_string (elements[i], "!$&'()*+,;=@", FALSE);

      if (i > 0)
        g_string_append_c (path, '/');
      g_string_append (path, element);
    }

  return g_string_free (path, FALSE);
}

/**
 * lectern_public_file:
 * @head: what the schedule says about where its notes are published
 * @file: (nullable): a path, relative to the schedule
 * @relative_too: whether a relative address will do
 *
 * Gets the address under which a file of the schedule is found: under the
 * address of the notes if it lies in their folder.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL if it has none
 */
char *
lectern_public_file (LecternHead *head,
                     const char  *file,
                     gboolean     relative_too)
{
  const char *folder = lectern_head_get_notes_folder (head);
  g_auto (GStrv) path = split_path (file);
  g_auto (GStrv) prefix = split_path (lectern_public_is_text (folder) ? folder : ".");
  g_autofree char *base = lectern_public_web (lectern_head_get_notes_url (head));
  g_autofree char *tail = NULL;
  guint n = 0;

  if (path == NULL || path[0] == NULL)
    return NULL;

  while (prefix != NULL && prefix[n] != NULL && g_strcmp0 (prefix[n], path[n]) == 0)
    n++;

  if (base != NULL && prefix != NULL && prefix[n] == NULL && path[n] != NULL)
    {
      tail = encode_path (path + n);
      return g_strconcat (base, g_str_has_suffix (base, "/") ? "" : "/", tail, NULL);
    }

  return relative_too ? encode_path (path) : NULL;
}

/**
 * lectern_public_resource:
 * @head: the schedule's head
 * @resource: a resource of a session
 * @relative_too: whether a relative address will do
 *
 * Gets the address that a resource is published under.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL if it has none
 */
char *
lectern_public_resource (LecternHead     *head,
                         LecternResource *resource,
                         gboolean         relative_too)
{
  if (lectern_public_is_text (lectern_resource_get_url (resource)))
    return lectern_public_web (lectern_resource_get_url (resource));

  return lectern_public_file (head, lectern_resource_get_file (resource), relative_too);
}

/**
 * lectern_public_paper_words:
 * @paper: a paper
 *
 * Says which paper and which part of it: “Title, Part”.
 *
 * Returns: (transfer full): the words; empty if the paper has none
 */
char *
lectern_public_paper_words (LecternPaper *paper)
{
  const char *title = lectern_paper_get_title (paper);
  const char *part = lectern_paper_get_part (paper);

  if (!lectern_public_is_text (title))
    title = lectern_paper_get_url (paper);
  if (!lectern_public_is_text (title))
    return g_strdup (part != NULL ? part : "");

  return lectern_public_is_text (part) ? g_strconcat (title, ", ", part, NULL) : g_strdup (title);
}

/**
 * lectern_public_papers_words:
 * @session: a session
 *
 * Says what a session reads, in one line: “Title, Part; Title”.
 *
 * Returns: (transfer full): the words; empty if it says nothing
 */
char *
lectern_public_papers_words (LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *one = lectern_public_paper_words (paper);

      if (words->len > 0 && *one != '\0')
        g_string_append (words, "; ");
      g_string_append (words, one);
    }

  return g_string_free (words, FALSE);
}

/**
 * lectern_public_names:
 * @names: (nullable) (array zero-terminated=1): names
 *
 * Joins names by commas.
 *
 * Returns: (transfer full) (nullable): the names, or %NULL if there are none
 */
char *
lectern_public_names (const char * const *names)
{
  if (names == NULL || names[0] == NULL)
    return NULL;

  return g_strjoinv (", ", (char **) names);
}

/**
 * lectern_public_one_line:
 * @text: a text
 *
 * Makes a text that stays on its line: control characters and line ends
 * become spaces, and the white space around it goes.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
lectern_public_one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, character);
    }

  return g_strstrip (g_string_free (line, FALSE));
}
