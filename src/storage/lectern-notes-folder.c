/* lectern-notes-folder.c: where a schedule's resources are, and whether they
 * may be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-notes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A schedule may come from anyone, and a double click hands what it names to
 * another program.  So what is opened is decided here, by what is really
 * there: an http or https address, or a regular file inside the schedule's
 * folder, symbolic links resolved, that begins as a PDF does and that no
 * program would take for anything else by its name. */

/* What resolving needs of the model, for a thread that may not touch it. */
typedef struct
{
  GFile *schedule_file;
  char  *folder;       /* notes.folder */
  char  *folder_url;   /* notes.url */
  char  *file;
  char  *url;
} Request;

static void
request_free (Request *self)
{
  g_clear_object (&self->schedule_file);
  g_free (self->folder);
  g_free (self->folder_url);
  g_free (self->file);
  g_free (self->url);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Request *
request_new (GFile         *schedule_file,
             LecternHead   *head,
             LecternRecord *target)
{
  Request *self = g_new0 (Request, 1);

  g_set_object (&self->schedule_file, schedule_file);
  self->folder = g_strdup (lectern_head_get_notes_folder (head));
  self->folder_url = g_strdup (lectern_head_get_notes_url (head));

  if (LECTERN_IS_RESOURCE (target))
    {
      self->file = g_strdup (lectern_resource_get_file (LECTERN_RESOURCE (target)));
      self->url = g_strdup (lectern_resource_get_url (LECTERN_RESOURCE (target)));
    }
  else
    {
      self->url = g_strdup (lectern_paper_get_url (LECTERN_PAPER (target)));
    }

  return self;
}

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static GUri *
parse_address (const char  *url,
               GError     **error)
{
  g_autofree char *shown = lectern_notes_show (url);
  g_autoptr (GUri) uri = NULL;
  const char *host;

  if (*url == '\0')
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_EMPTY,
                            _("There is no address to open. Enter one in the editor."));
      return NULL;
    }
  if (lectern_notes_has_control (url))
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_ADDRESS,
                            _("The address “%s” contains a control character and was not opened. Correct it in the editor."), shown);
      return NULL;
    }

  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_ADDRESS,
                            _("“%s” is not a web address and was not opened. Correct it in the editor."), shown);
      return NULL;
    }
  if (!is_web (uri))
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_ADDRESS,
                            _("“%s” is not an address that begins with http:// or https:// and was not opened. Correct it in the editor."), shown);
      return NULL;
    }

  /* To a browser a backslash is a slash, so that what looks like the user's
   * name here would be the website there. */
  host = g_uri_get_host (uri);
  if (host == NULL || *host == '\0' || strpbrk (host, " \"<>^`{|}") != NULL ||
      strchr (url, '\\') != NULL)
    {
      lectern_notes_refuse (error, LECTERN_NOTES_ERROR_ADDRESS,
                            _("The address “%s” names no website and was not opened. Correct it in the editor."), shown);
      return NULL;
    }

  return g_steal_pointer (&uri);
}

static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port != -1)
    return port;

  return g_strcmp0 (g_uri_get_scheme (uri), "http") == 0 ? 80 : 443;
}

/* Sites move from http to https without their pages' being rewritten. */
static gboolean
is_same_site (GUri *a,
              GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         (get_port (a) == get_port (b) ||
          (g_uri_get_port (a) == -1 && g_uri_get_port (b) == -1));
}

/* The file in the notes folder that is published at an address, if there is
 * one that may be opened. */
static char *
find_local_copy (Request *self,
                 GUri    *uri)
{
  g_autoptr (GUri) base = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *path = NULL;

  if (self->folder == NULL || self->folder_url == NULL || self->schedule_file == NULL)
    return NULL;

  base = parse_address (self->folder_url, NULL);
  if (base == NULL || !is_same_site (base, uri) || g_uri_get_query (uri) != NULL)
    return NULL;

  prefix = g_str_has_suffix (g_uri_get_path (base), "/")
             ? g_strdup (g_uri_get_path (base))
             : g_strconcat (g_uri_get_path (base), "/", NULL);
  if (!g_str_has_prefix (g_uri_get_path (uri), prefix))
    return NULL;

  /* An escaped slash or nul is part of no file's name. */
  rest = g_uri_unescape_string (g_uri_get_path (uri) + strlen (prefix), "/");
  if (rest == NULL || *rest == '\0')
    return NULL;

  path = g_build_filename (self->folder, rest, NULL);

  return lectern_notes_resolve_file (self->schedule_file, path, NULL);
}

static char *
resolve_url (Request  *self,
             GError  **error)
{
  g_autoptr (GUri) uri = parse_address (self->url, error);
  char *local;

  if (uri == NULL)
    return NULL;

  local = find_local_copy (self, uri);
  if (local != NULL)
    return local;

  return g_uri_to_string (uri);
}

static char *
resolve (Request  *self,
         GError  **error)
{
  if (self->file != NULL)
    return lectern_notes_resolve_file (self->schedule_file, self->file, error);
  if (self->url != NULL)
    return resolve_url (self, error);

  lectern_notes_refuse (error, LECTERN_NOTES_ERROR_EMPTY,
                        _("There is nothing to open here. Enter an address or choose a file in the editor."));

  return NULL;
}

/**
 * lectern_notes_folder_resolve:
 * @schedule_file: (nullable): the file of the schedule
 * @head: the schedule's head
 * @target: a [class@Resource] or a [class@Paper]
 * @error: return location for an error
 *
 * Finds what a double click opens, and whether it may be opened.  Blocks for
 * the disk.
 *
 * Returns: (transfer full): the address of a PDF file inside the schedule's
 *   folder, or of a web page; %NULL with an error of `LECTERN_NOTES_ERROR` that
 *   is a sentence for people
 */
char *
lectern_notes_folder_resolve (GFile          *schedule_file,
                              LecternHead    *head,
                              LecternRecord  *target,
                              GError        **error)
{
  g_autoptr (Request) request = NULL;

  g_return_val_if_fail (schedule_file == NULL || G_IS_FILE (schedule_file), NULL);
  g_return_val_if_fail (LECTERN_IS_HEAD (head), NULL);
  g_return_val_if_fail (LECTERN_IS_RESOURCE (target) || LECTERN_IS_PAPER (target), NULL);

  request = request_new (schedule_file, head, target);

  return resolve (request, error);
}

static void
resolve_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  char *uri = resolve (task_data, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * lectern_notes_folder_resolve_async:
 * @schedule_file: (nullable): the file of the schedule
 * @head: the schedule's head
 * @target: a [class@Resource] or a [class@Paper]
 * @cancellable: (nullable): to give up by
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Does as [func@notes_folder_resolve] in a thread, which the model is not
 * touched from.
 */
void
lectern_notes_folder_resolve_async (GFile               *schedule_file,
                                    LecternHead         *head,
                                    LecternRecord       *target,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (schedule_file == NULL || G_IS_FILE (schedule_file));
  g_return_if_fail (LECTERN_IS_HEAD (head));
  g_return_if_fail (LECTERN_IS_RESOURCE (target) || LECTERN_IS_PAPER (target));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lectern_notes_folder_resolve_async);
  g_task_set_task_data (task, request_new (schedule_file, head, target),
                        (GDestroyNotify) request_free);
  g_task_run_in_thread (task, resolve_thread);
}

/**
 * lectern_notes_folder_resolve_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@notes_folder_resolve_async].
 *
 * Returns: (transfer full): as [func@notes_folder_resolve] does
 */
char *
lectern_notes_folder_resolve_finish (GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
