/* lectern-cli-edit.c: changes, adds and removes sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "lectern-edit.h"
#include "lectern-notes-folder.h"

static gboolean
parse_set (char       **argv,
           const char  *arguments,
           const char  *summary,
           guint        n_arguments,
           char      ***remaining,
           char      ***assignments)
{
  g_auto (GStrv) set = NULL;
  g_auto (GStrv) left = NULL;
  /* File names are bytes, so that this is not converted from the locale. */
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &set,
      N_("What to set, such as date=2023-01-04 or papers[0].title=Title; an empty value removes; may be repeated"),
      N_("PATH=VALUE") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, arguments, summary, n_arguments, &left))
    return FALSE;

  if (set == NULL)
    {
      lectern_cli_report (g_get_prgname (), _("Nothing was asked for. Say what to set by --set PATH=VALUE."));
      return FALSE;
    }
  if (!lectern_cli_check_utf8 (set) || !lectern_cli_check_utf8 (left + 1))
    return FALSE;

  *remaining = g_steal_pointer (&left);
  *assignments = g_steal_pointer (&set);

  return TRUE;
}

static gboolean
names_file (LecternSession *session,
            const char     *file)
{
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (g_strcmp0 (lectern_resource_get_file (resource), file) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A file that was not named before is inside the folder, wherever links lead. */
static gboolean
check_files (LecternCliInput *input,
             LecternSession  *before,
             LecternSession  *after)
{
  GListModel *resources = lectern_session_get_resources (after);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      const char *file = lectern_resource_get_file (resource);
      g_autofree char *message = NULL;

      if (file == NULL || (before != NULL && names_file (before, file)) ||
          lectern_notes_folder_holds (lectern_document_get_file (input->document), file))
        continue;

      message = g_strdup_printf (_("“%s” leads out of the schedule’s folder through a link. Name a file inside it."), file);
      lectern_cli_report (input->name, message);
      return FALSE;
    }

  return TRUE;
}

static int
report (LecternCliInput *input,
        const GError    *error)
{
  lectern_cli_report (input->name, error->message);

  return LECTERN_CLI_ERROR;
}

/**
 * lectern_cli_edit:
 * @argv: the verb and what follows it
 *
 * Changes one session and saves.
 *
 * Returns: an exit status
 */
int
lectern_cli_edit (char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) assignments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSession) before = NULL;
  LecternSession *session;

  if (!parse_set (argv, _("FILE SESSION"),
                  _("Changes one session. SESSION is its id, or else its date as 2023-01-04."),
                  2, &arguments, &assignments))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], FALSE);
  session = input != NULL ? lectern_cli_find (input, arguments[1]) : NULL;
  if (session == NULL)
    return LECTERN_CLI_ERROR;

  before = lectern_session_copy (session);
  if (!lectern_edit_set_many (lectern_document_get_history (input->document), session,
                              (const char * const *) assignments, &error))
    return report (input, error);
  if (!check_files (input, before, session))
    return LECTERN_CLI_ERROR;
  if (!lectern_document_save (input->document, NULL, NULL, &error))
    return report (input, error);

  return LECTERN_CLI_DONE;
}

/**
 * lectern_cli_add:
 * @argv: the verb and what follows it
 *
 * Adds a session, saves, and prints the session's id.
 *
 * Returns: an exit status
 */
int
lectern_cli_add (char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) assignments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  LecternSession *session;

  if (!parse_set (argv, _("FILE"),
                  _("Adds a session after the last one with an earlier or equal date, and prints its id."),
                  1, &arguments, &assignments))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], FALSE);
  if (input == NULL)
    return LECTERN_CLI_ERROR;

  session = lectern_edit_add (lectern_document_get_history (input->document),
                              (const char * const *) assignments, &error);
  if (session == NULL)
    return report (input, error);
  if (!check_files (input, NULL, session))
    return LECTERN_CLI_ERROR;
  if (!lectern_document_save (input->document, NULL, NULL, &error))
    return report (input, error);

  /* Its id may have been set to something that a terminal should not see. */
  if (lectern_session_get_id (session) != NULL)
    id = lectern_cli_clean (lectern_session_get_id (session));
  if (id != NULL)
    fprintf (stdout, "%s\n", id);

  return LECTERN_CLI_DONE;
}

/**
 * lectern_cli_remove:
 * @argv: the verb and what follows it
 *
 * Removes one session and saves.
 *
 * Returns: an exit status
 */
int
lectern_cli_remove (char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GError) error = NULL;
  LecternSession *session;
  const GOptionEntry entries[] = { { NULL } };

  if (!lectern_cli_parse (argv, entries, _("FILE SESSION"),
                          _("Removes one session. SESSION is its id, or else its date as 2023-01-04. No file that it names is touched."),
                          2, &arguments) ||
      !lectern_cli_check_utf8 (arguments + 1))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], FALSE);
  session = input != NULL ? lectern_cli_find (input, arguments[1]) : NULL;
  if (session == NULL)
    return LECTERN_CLI_ERROR;

  lectern_edit_remove (lectern_document_get_history (input->document), session);
  if (!lectern_document_save (input->document, NULL, NULL, &error))
    return report (input, error);

  return LECTERN_CLI_DONE;
}
