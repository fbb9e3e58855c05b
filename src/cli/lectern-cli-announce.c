/* lectern-cli-announce.c: prints what to tell the group about a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "lectern-announcement.h"
#include "lectern-date.h"
#include "lectern-saver.h"

static gboolean
read_template (const char  *path,
               char       **template)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gsize size;
  const char *data;

  if (path == NULL)
    return TRUE;

  name = g_filename_display_name (path);
  file = g_file_new_for_commandline_arg (path);
  bytes = lectern_saver_read (file, NULL, &error);
  if (bytes == NULL)
    {
      lectern_cli_report (name, error->message);
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &size);
  if (!g_utf8_validate_len (data, size, NULL))
    {
      lectern_cli_report (name, _("The template is not UTF-8 text. Write it in UTF-8."));
      return FALSE;
    }
  *template = g_strndup (data, size);

  return TRUE;
}

/**
 * lectern_cli_announce:
 * @argv: the verb and what follows it
 *
 * Prints the text for the e-mail about a meeting.
 *
 * Returns: an exit status
 */
int
lectern_cli_announce (char **argv)
{
  g_autofree char *id = NULL;
  g_autofree char *today = NULL;
  g_autofree char *template_path = NULL;
  g_autofree char *template = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GError) error = NULL;
  LecternSession *session = NULL;
  GDate date;
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_FILENAME, &id,
      N_("Of this session, by its id or its date, instead of the next meeting"), N_("SESSION") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("Take DATE for today"), N_("DATE") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template_path,
      N_("What to write, with names such as {when} and {papers}"), N_("FILE") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE"),
                          _("Prints the text for the e-mail about the next meeting. FILE may be - for standard input."),
                          1, &arguments) ||
      !lectern_cli_set_today (today) || !read_template (template_path, &template))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], TRUE);
  if (input == NULL)
    return LECTERN_CLI_ERROR;
  if (id != NULL)
    {
      char *values[] = { id, NULL };

      session = lectern_cli_check_utf8 (values) ? lectern_cli_find (input, id) : NULL;
      if (session == NULL)
        return LECTERN_CLI_ERROR;
    }

  g_date_clear (&date, 1);
  lectern_date_today (&date);
  text = lectern_announcement_write (lectern_document_get_schedule (input->document), session,
                                     &date, template, &error);
  if (text == NULL)
    {
      lectern_cli_report (input->name, error->message);
      return LECTERN_CLI_ERROR;
    }
  fputs (text, stdout);

  return LECTERN_CLI_DONE;
}
