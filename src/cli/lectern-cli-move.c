/* lectern-cli-move.c: reads sessions on other days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "lectern-cli-plan.h"
#include "lectern-postpone.h"

static void
print_plan (LecternPlan *plan)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      LecternPlanRow *row = g_ptr_array_index (plan->rows, i);
      g_autofree char *after = lectern_cli_describe (row->after);

      if (row->before != NULL)
        {
          g_autofree char *before = lectern_cli_describe (row->before);

          fprintf (stdout, "- %s\n", before);
        }
      fprintf (stdout, "+ %s\n", after);
    }
}

/**
 * lectern_cli_carry_out:
 * @input: a schedule
 * @plan: (nullable): what to do; %NULL if @error is set
 * @dry_run: whether only to print it
 * @error: (nullable): why there is no plan
 *
 * Does what a plan says and saves, or prints the rows before and after.
 *
 * Returns: an exit status
 */
int
lectern_cli_carry_out (LecternCliInput *input,
                       LecternPlan     *plan,
                       gboolean         dry_run,
                       const GError    *error)
{
  g_autoptr (GError) save_error = NULL;

  if (plan == NULL)
    {
      lectern_cli_report (input->name, error->message);
      return LECTERN_CLI_ERROR;
    }

  if (dry_run)
    {
      print_plan (plan);
      return LECTERN_CLI_DONE;
    }

  lectern_plan_apply (plan, lectern_document_get_history (input->document));
  if (!lectern_document_save (input->document, NULL, NULL, &save_error))
    {
      lectern_cli_report (input->name, save_error->message);
      return LECTERN_CLI_ERROR;
    }

  return LECTERN_CLI_DONE;
}

/* Not G_OPTION_ARG_INT, which does not tell 0 from nothing. */
static gboolean
read_weeks (const char *text,
            gboolean    slots,
            int        *weeks)
{
  g_autofree char *message = NULL;
  gint64 number = 1;

  if (text != NULL && slots)
    message = g_strdup (_("--weeks and --slots exclude each other. Use one of them."));
  else if (text != NULL && !g_ascii_string_to_signed (text, 10, -520, 520, &number, NULL))
    message = g_strdup_printf (_("“%s” is no number of weeks within ten years. Give one from -520 to 520."), text);

  if (message != NULL)
    lectern_cli_report (g_get_prgname (), message);
  *weeks = number;

  return message == NULL;
}

/**
 * lectern_cli_postpone:
 * @argv: the verb and what follows it
 *
 * Moves a session, and all later ones unless told otherwise, and saves.
 *
 * Returns: an exit status
 */
int
lectern_cli_postpone (char **argv)
{
  g_autofree char *weeks_text = NULL;
  int weeks;
  gboolean slots = FALSE;
  gboolean only = FALSE;
  gboolean dry_run = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GError) error = NULL;
  LecternSession *session;
  LecternSchedule *schedule;
  g_autoptr (LecternPlan) plan = NULL;
  const GOptionEntry entries[] = {
    { "weeks", 0, 0, G_OPTION_ARG_STRING, &weeks_text, N_("Move dates by N weeks, 1 if not given; fewer than 0 bring forward"), N_("N") },
    { "slots", 0, 0, G_OPTION_ARG_NONE, &slots, N_("Keep the days; what is read slides on to the next one"), NULL },
    { "only", 0, 0, G_OPTION_ARG_NONE, &only, N_("Move this session alone"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Print the rows before and after, and change nothing"), NULL },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE SESSION"),
                          _("Moves a session and all later ones in one step. SESSION is its id, or else its date as 2023-01-04. Nothing is moved onto a break."),
                          2, &arguments) ||
      !lectern_cli_check_utf8 (arguments + 1) || !read_weeks (weeks_text, slots, &weeks))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], FALSE);
  session = input != NULL ? lectern_cli_find (input, arguments[1]) : NULL;
  if (session == NULL)
    return LECTERN_CLI_ERROR;

  schedule = lectern_document_get_schedule (input->document);
  plan = slots ? lectern_postpone_by_slots (schedule, session, !only, &error)
               : lectern_postpone_by_weeks (schedule, session, weeks, !only, &error);

  return lectern_cli_carry_out (input, plan, dry_run, error);
}

/**
 * lectern_cli_swap:
 * @argv: the verb and what follows it
 *
 * Reads in each of two sessions what was planned for the other, and saves.
 *
 * Returns: an exit status
 */
int
lectern_cli_swap (char **argv)
{
  gboolean dry_run = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GError) error = NULL;
  LecternSession *first;
  LecternSession *second;
  g_autoptr (LecternPlan) plan = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Print the rows before and after, and change nothing"), NULL },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE SESSION SESSION"),
                          _("Swaps what is read in two sessions. SESSION is its id, or else its date as 2023-01-04. Each day keeps its time and place."),
                          3, &arguments) ||
      !lectern_cli_check_utf8 (arguments + 1))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], FALSE);
  first = input != NULL ? lectern_cli_find (input, arguments[1]) : NULL;
  second = first != NULL ? lectern_cli_find (input, arguments[2]) : NULL;
  if (second == NULL)
    return LECTERN_CLI_ERROR;

  plan = lectern_postpone_swap (lectern_document_get_schedule (input->document),
                                first, second, &error);

  return lectern_cli_carry_out (input, plan, dry_run, error);
}
