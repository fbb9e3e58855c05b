/* lectern-page-address.c: files of the notes folder and their addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-page-read.h"

/* A path without a slash at its end; %NULL if there is none. */
static char *
folder_prefix (const char *folder)
{
  char *prefix;
  gsize length;

  if (folder == NULL)
    return NULL;

  prefix = g_strdup (folder);
  for (length = strlen (prefix); length > 0 && prefix[length - 1] == '/'; length--)
    prefix[length - 1] = '\0';

  return prefix;
}

/**
 * lectern_page_resource_address:
 * @resource: a resource
 * @notes_folder: (nullable): the folder of the notes
 * @notes_url: (nullable): the address of that folder
 *
 * Finds the address that a resource has on the page.
 *
 * Returns: (transfer full) (nullable): the address
 */
char *
lectern_page_resource_address (LecternRecord *resource,
                               const char    *notes_folder,
                               const char    *notes_url)
{
  const char *file = lectern_record_get_string (resource, LECTERN_RESOURCE_FILE);
  g_autofree char *folder = folder_prefix (notes_folder);
  g_autofree char *url = folder_prefix (notes_url);
  g_autofree char *escaped = NULL;
  gsize length = folder != NULL ? strlen (folder) : 0;

  if (file == NULL)
    return g_strdup (lectern_record_get_string (resource, LECTERN_RESOURCE_URL));
  if (url == NULL || *url == '\0')
    return g_uri_escape_string (file, "/~!$&'()*+,;=:@", TRUE);
  if (length > 0 && !(strncmp (file, folder, length) == 0 && file[length] == '/'))
    return g_uri_escape_string (file, "/~!$&'()*+,;=:@", TRUE);

  escaped = g_uri_escape_string (file + (length > 0 ? length + 1 : 0), "/~!$&'()*+,;=:@", TRUE);

  return g_strconcat (url, "/", escaped, NULL);
}

/* Never out of the folder. */
static gboolean
is_inside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;

  return strchr (path, '\\') == NULL;
}

/**
 * lectern_page_address_file:
 * @url: an address on the page
 * @options: where the notes are
 *
 * Finds the file of the notes folder that an address leads to.
 *
 * Returns: (transfer full) (nullable): its path, %NULL if there is none
 */
char *
lectern_page_address_file (const char               *url,
                           const LecternPageOptions *options)
{
  g_autofree char *prefix = folder_prefix (options->notes_url);
  g_autofree char *folder = folder_prefix (options->notes_folder);
  g_autofree char *rest = NULL;
  g_autofree char *path = NULL;
  gsize length = prefix != NULL ? strlen (prefix) : 0;

  if (options->exists == NULL || length == 0 || strncmp (url, prefix, length) != 0 || url[length] != '/')
    return NULL;

  rest = g_uri_unescape_string (url + length + 1, "/");
  if (rest == NULL || !is_inside (rest) || !g_utf8_validate (rest, -1, NULL))
    return NULL;

  path = folder != NULL && *folder != '\0' ? g_strconcat (folder, "/", rest, NULL) : g_strdup (rest);
  if (!options->exists (path, options->exists_data))
    return NULL;

  return g_steal_pointer (&path);
}
