/* lectern-cli-announce.c: prints what to tell the group about a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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
  g_autofree char *where = NULL;
  guint line;
  guint column;
  gsize size;
  const char *data;

  if (path == NULL)
    return TRUE;

  name = g_filename_display_name (path);
  file = g_file_new_for_commandline_arg (path);
  if (strcmp (path, "-") == 0)
    bytes = lectern_saver_read_fd (STDIN_FILENO, _("standard input"), NULL, &error);
  else
    bytes = lectern_saver_read (file, NULL, &error);
  if (bytes == NULL)
    {
      lectern_cli_report (name, error->message);
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &size);
  if (lectern_page_find_bad_text (bytes, &line, &column) != NULL)
    {
      where = g_strdup_printf ("%s:%u:%u", name, line, column);
      lectern_cli_report (where, _("The template is not UTF-8 text. Write it in UTF-8."));
      return FALSE;
    }
  *template = g_strndup (data, size);

  return TRUE;
}

/* Where a template asks for what there is not. */
static void
find_mistake (const char *template,
              guint      *line,
              guint      *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = template; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (p, end + 1 - p) : NULL;

      if (g_str_has_prefix (p, "{{"))
        {
          p++;
          (*column)++;
        }
      else if (name != NULL && !lectern_announcement_check_template (name, NULL))
        return;

      *column = *p == '\n' ? 1 : *column + 1;
      *line += *p == '\n';
    }
}

/* The template is in a file of its own, or a member of the schedule. */
static void
report (LecternCliInput *input,
        const char      *template_path,
        const char      *template,
        const GError    *error)
{
  g_autofree char *name = g_strdup (input->name);
  g_autofree char *where = NULL;
  guint line;
  guint column;

  if (g_error_matches (error, LECTERN_ANNOUNCEMENT_ERROR, LECTERN_ANNOUNCEMENT_ERROR_TEMPLATE))
    {
      if (template_path != NULL)
        {
          g_free (name);
          name = g_filename_display_name (template_path);
          find_mistake (template, &line, &column);
        }
      else
        {
          lectern_cli_locate (input, NULL, "announcement", &line, &column);
        }
      where = g_strdup_printf ("%s:%u:%u", name, line, column);
    }

  lectern_cli_report (where != NULL ? where : name, error->message);
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
      !lectern_cli_set_today (today))
    return LECTERN_CLI_ERROR;

  if (g_strcmp0 (template_path, "-") == 0 && strcmp (arguments[0], "-") == 0)
    {
      lectern_cli_report (g_get_prgname (), _("Only one of the schedule and the template can be standard input. Name a file for the other."));
      return LECTERN_CLI_ERROR;
    }
  if (!read_template (template_path, &template))
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
      report (input, template_path, template, error);
      return LECTERN_CLI_ERROR;
    }
  fputs (text, stdout);

  return LECTERN_CLI_DONE;
}
