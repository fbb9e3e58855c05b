/* lectern-resource.c: a file or an address that belongs to a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-resource.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * LecternResource:
 *
 * Notes, slides, a video: either a file beside the schedule or an address.
 */
struct _LecternResource
{
  LecternRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LecternResource, lectern_resource, LECTERN_TYPE_RECORD)

static const LecternMember members[] = {
  { "label", "label", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Label"), NULL },
  { "file", "file", LECTERN_MEMBER_STRING, LECTERN_FORM_FILE, N_("Change File"), NULL },
  { "url", "url", LECTERN_MEMBER_STRING, LECTERN_FORM_URL, N_("Change Link"), NULL },
  { "primary", "primary", LECTERN_MEMBER_BOOLEAN, LECTERN_FORM_TEXT, N_("Change What Opens First"), NULL },
};

static void
lectern_resource_class_init (LecternResourceClass *klass)
{
  lectern_record_class_install_members (LECTERN_RECORD_CLASS (klass),
                                        members, G_N_ELEMENTS (members));
}

static void
lectern_resource_init (LecternResource *self)
{
}

/**
 * lectern_resource_new:
 *
 * Creates a resource that says nothing yet.
 *
 * Returns: (transfer full): a new resource
 */
LecternResource *
lectern_resource_new (void)
{
  return g_object_new (LECTERN_TYPE_RESOURCE, NULL);
}

/**
 * lectern_resource_get_label:
 * @self: a resource
 *
 * Gets the label, such as "Notes".
 *
 * Returns: (transfer none) (nullable): the label
 */
const char *
lectern_resource_get_label (LecternResource *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_RESOURCE_LABEL);
}

/**
 * lectern_resource_get_file:
 * @self: a resource
 *
 * Gets the path of the file, relative to the schedule's folder, as it stands
 * in the schedule: it has not been checked that it stays in that folder.
 *
 * Returns: (transfer none) (nullable): the path
 */
const char *
lectern_resource_get_file (LecternResource *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_RESOURCE_FILE);
}

/**
 * lectern_resource_get_url:
 * @self: a resource
 *
 * Gets the address as it stands in the schedule.
 *
 * Returns: (transfer none) (nullable): the address
 */
const char *
lectern_resource_get_url (LecternResource *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_RESOURCE_URL);
}

/**
 * lectern_resource_get_primary:
 * @self: a resource
 *
 * Gets whether the resource is marked as the one that a double click opens.
 *
 * Returns: whether it is marked
 */
gboolean
lectern_resource_get_primary (LecternResource *self)
{
  return lectern_record_get_boolean (LECTERN_RECORD (self), LECTERN_RESOURCE_PRIMARY);
}

/**
 * lectern_resource_is_pdf:
 * @self: a resource
 *
 * Tells by the name, not by looking, whether the resource is a PDF.
 *
 * Returns: whether the file's or the address's path ends in `.pdf`
 */
gboolean
lectern_resource_is_pdf (LecternResource *self)
{
  const char *file = lectern_resource_get_file (self);
  const char *url = lectern_resource_get_url (self);
  g_autofree char *lower = NULL;
  g_autofree char *path = NULL;

  if (file == NULL && url == NULL)
    return FALSE;

  /* The path of an address ends where its query or its fragment begins. */
  path = g_strdup (file != NULL ? file : url);
  if (file == NULL)
    path[strcspn (path, "?#")] = '\0';
  lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".pdf");
}

/**
 * lectern_resource_dup_shown_name:
 * @self: a resource
 *
 * Gets what to call the resource: its label, else the file's name, else the
 * host that the address names, else the address.
 *
 * Returns: (transfer full): the name; empty if the resource says nothing
 */
char *
lectern_resource_dup_shown_name (LecternResource *self)
{
  const char *label = lectern_resource_get_label (self);
  const char *file = lectern_resource_get_file (self);
  const char *url = lectern_resource_get_url (self);
  g_autoptr (GUri) uri = NULL;

  if (label != NULL)
    return g_strdup (label);

  if (file != NULL)
    return g_path_get_basename (file);

  if (url == NULL)
    return g_strdup ("");

  uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    return g_strdup (g_uri_get_host (uri));

  return g_strdup (url);
}
