/* lectern-cli-input.c: what a verb is given, and what it says about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lectern-date.h"
#include "lectern-json.h"
#include "lectern-saver.h"

/**
 * lectern_cli_clean:
 * @text: any bytes
 *
 * Makes text that stays on its line and does nothing to a terminal: white
 * space and control characters become spaces.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
lectern_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);
  const char *p;

  for (p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * lectern_cli_report:
 * @where: the file, with a position if there is one, or the program
 * @message: a sentence
 *
 * Says on standard error what went wrong, in the form that editors know from
 * compilers.
 */
void
lectern_cli_report (const char *where,
                    const char *message)
{
  g_autofree char *clean_where = lectern_cli_clean (where);
  g_autofree char *clean_message = lectern_cli_clean (message);

  /* Not g_printerr(): in the C locale that would turn every quote to “?”. */
  fflush (stdout);
  fprintf (stderr, "%s: error: %s\n", clean_where, clean_message);
}

/**
 * lectern_cli_parse:
 * @argv: the verb and what follows it
 * @entries: its options
 * @arguments: how to call its arguments in the help
 * @summary: what it does, translated
 * @n_arguments: how many arguments it needs
 * @remaining: (out) (transfer full): the arguments that are no options
 *
 * Reads a verb's options.  With `--help` it prints them and exits.
 *
 * Returns: %FALSE if that is not how the verb is called, which has been said
 */
gboolean
lectern_cli_parse (char                **argv,
                   const GOptionEntry   *entries,
                   const char           *arguments,
                   const char           *summary,
                   guint                 n_arguments,
                   char               ***remaining)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) copy = g_strdupv (argv);
  g_auto (GStrv) left = NULL;
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &left, NULL, NULL },
    { NULL }
  };
  g_autofree char *message = NULL;
  const char *program = g_get_prgname ();

  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);

  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      message = g_strdup_printf (_("%s. See %s --help."), error->message, program);
      lectern_cli_report (program, message);
      return FALSE;
    }

  if (left == NULL || g_strv_length (left) != n_arguments ||
      g_strv_contains ((const char * const *) left, ""))
    {
      message = g_strdup_printf (_("It is used as “%s %s”; see %s --help."), program, arguments, program);
      lectern_cli_report (program, message);
      return FALSE;
    }

  *remaining = g_steal_pointer (&left);

  return TRUE;
}

/**
 * lectern_cli_input_free:
 * @self: (transfer full): an input
 *
 * Frees an input.
 */
void
lectern_cli_input_free (LecternCliInput *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->document);
  g_free (self);
}

static void
report_unreadable (LecternCliInput *self,
                   const GError    *error)
{
  g_autofree char *where = NULL;
  guint line;
  guint column;

  if (lectern_json_error_get_position (error, &line, &column))
    where = g_strdup_printf ("%s:%u:%u", self->name, line, column);

  lectern_cli_report (where != NULL ? where : self->name, error->message);
}

/**
 * lectern_cli_open:
 * @path: a path
 * @stdin_too: whether `-` is standard input
 *
 * Reads a schedule.
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL if that failed,
 *   which has been said
 */
LecternCliInput *
lectern_cli_open (const char *path,
                  gboolean    stdin_too)
{
  g_autoptr (LecternCliInput) self = g_new0 (LecternCliInput, 1);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->name = g_filename_display_name (path);

  if (strcmp (path, "-") == 0)
    {
      if (!stdin_too)
        {
          lectern_cli_report (self->name, _("Standard input cannot be changed. Name a file."));
          return NULL;
        }
      self->bytes = lectern_saver_read_fd (STDIN_FILENO, _("standard input"), NULL, &error);
    }
  else
    {
      file = g_file_new_for_commandline_arg (path);
      self->bytes = lectern_saver_read (file, NULL, &error);
    }

  if (self->bytes != NULL)
    self->document = lectern_document_new_from_bytes (self->bytes, file, &error);
  if (self->document == NULL)
    {
      report_unreadable (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * lectern_cli_check_utf8:
 * @values: (array zero-terminated=1): what the user typed
 *
 * Looks whether all of it is text.  Options are taken as bytes, since their
 * conversion from the C locale would refuse every letter beyond ASCII.
 *
 * Returns: %FALSE if it is not, which has been said
 */
gboolean
lectern_cli_check_utf8 (char **values)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  for (; *values != NULL; values++)
    {
      if (g_utf8_validate (*values, -1, NULL))
        continue;

      shown = lectern_cli_clean (*values);
      message = g_strdup_printf (_("“%s” is not UTF-8 text. Write it in UTF-8."), shown);
      lectern_cli_report (g_get_prgname (), message);
      return FALSE;
    }

  return TRUE;
}

/**
 * lectern_cli_check_environment:
 *
 * Looks whether `LECTERN_TODAY` is a day, if it is set: another day than the
 * one that was meant would go unnoticed.
 *
 * Returns: %FALSE if it is not, which has been said
 */
gboolean
lectern_cli_check_environment (void)
{
  const char *date = g_getenv ("LECTERN_TODAY");
  g_autofree char *message = NULL;

  if (date == NULL || *date == '\0' || lectern_date_parse (date, NULL))
    return TRUE;

  message = g_strdup_printf (_("“%s” in LECTERN_TODAY is not a date. Write it as 2023-01-04, or unset it."), date);
  lectern_cli_report (g_get_prgname (), message);

  return FALSE;
}

/**
 * lectern_cli_set_today:
 * @date: (nullable): a date, YYYY-MM-DD
 *
 * Makes all of this process take that date for today's.
 *
 * Returns: %FALSE if there is no such day, which has been said
 */
gboolean
lectern_cli_set_today (const char *date)
{
  g_autofree char *message = NULL;

  if (date == NULL)
    return TRUE;

  if (!lectern_date_parse (date, NULL))
    {
      message = g_strdup_printf (_("“%s” is not a date. Write it as in --today=2023-01-04."), date);
      lectern_cli_report (g_get_prgname (), message);
      return FALSE;
    }

  g_setenv ("LECTERN_TODAY", date, TRUE);

  return TRUE;
}

/**
 * lectern_cli_locate:
 * @input: a schedule
 * @session: (nullable): a session of it as it was read, or %NULL for what the
 *   schedule says of itself
 * @path: (nullable): a member
 * @line: (out): the line, from 1
 * @column: (out): the column, from 1
 *
 * Finds where something stands: the member, else the session, else the file.
 */
void
lectern_cli_locate (LecternCliInput *input,
                    LecternSession  *session,
                    const char      *path,
                    guint           *line,
                    guint           *column)
{
  if ((session != NULL || path != NULL) &&
      lectern_json_locate (input->bytes, session, path, line, column))
    return;

  if (session == NULL && path != NULL && lectern_json_locate (input->bytes, NULL, path, line, column))
    return;

  /* What is about the whole schedule is about the file. */
  *line = 1;
  *column = 1;
}

/* Which sessions a date could mean: by id, or by line where there is none. */
static char *
list_sessions (LecternCliInput *input,
               GPtrArray       *sessions)
{
  GString *list = g_string_new (NULL);
  guint i;

  for (i = 0; i < sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (sessions, i);
      const char *id = lectern_session_get_id (session);
      guint line;
      guint column;

      if (i > 0)
        g_string_append (list, ", ");
      lectern_cli_locate (input, session, NULL, &line, &column);
      if (id != NULL)
        g_string_append_printf (list, _("%s (line %u)"), id, line);
      else
        g_string_append_printf (list, _("one without an id (line %u)"), line);
    }

  return g_string_free (list, FALSE);
}

/**
 * lectern_cli_find:
 * @input: a schedule
 * @id_or_date: an id, or else an ISO date
 *
 * Finds the one session that the user means.
 *
 * Returns: (transfer none) (nullable): the session; %NULL if there is none or
 *   more than one, which has been said
 */
LecternSession *
lectern_cli_find (LecternCliInput *input,
                  const char      *id_or_date)
{
  LecternSchedule *schedule = lectern_document_get_schedule (input->document);
  g_autoptr (GPtrArray) found = lectern_schedule_find (schedule, id_or_date);
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  if (found->len == 1)
    return g_ptr_array_index (found, 0);

  if (found->len == 0)
    {
      message = g_strdup_printf (_("There is no session “%s”. Name one by its id or by its date, as 2023-01-04; “lectern-cli show” prints the dates, with --json the ids too."),
                                 id_or_date);
    }
  else
    {
      list = list_sessions (input, found);
      message = g_strdup_printf (_("“%s” means %u sessions: %s. Name one by an id or a date that no other has."),
                                 id_or_date, found->len, list);
    }
  lectern_cli_report (input->name, message);

  return NULL;
}
