/* lectern-cli-plan.c: adds the sessions of a term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-ical-term.h"

static gboolean
fail (const char *format,
      const char *text)
{
  g_autofree char *message = NULL;

  /* The formats are the sentences below. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  lectern_cli_report (g_get_prgname (), message);

  return FALSE;
}

static gboolean
read_holiday (const char *text,
              GPtrArray  *holidays)
{
  LecternHoliday *holiday = lectern_holiday_parse (text);

  if (holiday == NULL)
    return fail (_("“%s” is not a break. Write it as 2022-12-21 or 2022-12-19..2023-01-01, with =TITLE after it to have it in the schedule."), text);

  g_ptr_array_add (holidays, holiday);

  return TRUE;
}

static gboolean
read_holidays (char      **breaks,
               GPtrArray  *holidays)
{
  for (guint i = 0; breaks != NULL && breaks[i] != NULL; i++)
    {
      if (!read_holiday (breaks[i], holidays))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_time (const char *time)
{
  return time == NULL || lectern_time_parse (time, NULL, NULL) ||
         fail (_("“%s” is not a time. Write it as in --time=15:00."), time);
}

static gboolean
read_start (const char *from,
            GDate      *start)
{
  if (from == NULL)
    {
      lectern_cli_report (g_get_prgname (), _("No first day was given. Say --from=2023-01-04."));
      return FALSE;
    }

  return lectern_date_parse (from, start) ||
         fail (_("“%s” is not a date. Write it as in --from=2023-01-04."), from);
}

/* Breaks without an end leave fewer days than were asked for. */
static gboolean
check_count (LecternCliInput *input,
             LecternPlan     *plan,
             guint            count)
{
  g_autofree char *message = NULL;
  guint found = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      LecternPlanRow *row = g_ptr_array_index (plan->rows, i);

      if (lectern_session_get_kind (row->after) == LECTERN_KIND_SESSION)
        found++;
    }
  if (found == count)
    return TRUE;

  message = g_strdup_printf (_("There are days for only %u of %u sessions. Plan fewer, begin earlier, or take out breaks."),
                             found, count);
  lectern_cli_report (input->name, message);

  return FALSE;
}

/**
 * lectern_cli_plan:
 * @argv: the verb and what follows it
 *
 * Adds sessions at regular distances and saves.
 *
 * Returns: an exit status
 */
int
lectern_cli_plan (char **argv)
{
  g_autofree char *from = NULL;
  int count = 0;
  int interval = 0;
  g_auto (GStrv) breaks = NULL;
  g_autofree char *calendar_path = NULL;
  g_autofree char *time = NULL;
  g_autofree char *number = NULL;
  gboolean dry_run = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  g_autoptr (LecternPlan) plan = NULL;
  LecternSchedule *schedule;
  g_autoptr (GBytes) calendar = NULL;
  g_autoptr (GError) error = NULL;
  LecternTerm term = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The first day"), N_("DATE") },
    { "count", 0, 0, G_OPTION_ARG_INT, &count, N_("How many sessions, at most 500"), N_("N") },
    { "every", 0, 0, G_OPTION_ARG_INT, &interval, N_("How many days apart; as the group usually meets if not given"), N_("DAYS") },
    { "break", 0, 0, G_OPTION_ARG_STRING_ARRAY, &breaks, N_("Days without a session; may be repeated"), N_("FIRST..LAST=TITLE") },
    { "holidays", 0, 0, G_OPTION_ARG_FILENAME, &calendar_path, N_("A calendar of days without a session"), N_("FILE.ics") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &time, N_("When the sessions begin, if not at the usual time"), N_("HH:MM") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &number, N_("Number the sessions with this word, such as Week"), N_("WORD") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Print the rows, and change nothing"), NULL },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE"),
                          _("Adds the sessions of a term in one step. Days that are taken, and breaks, are passed over."),
                          1, &arguments) ||
      !read_start (from, &term.start))
    return LECTERN_CLI_ERROR;

  if (count < 1 || count > 500 || interval < 0 || interval > 366)
    {
      lectern_cli_report (g_get_prgname (), _("Say how many sessions by --count, from 1 to 500, and at most 366 days apart."));
      return LECTERN_CLI_ERROR;
    }
  if (!read_time (time) || !read_holidays (breaks, holidays))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], FALSE);
  if (input == NULL)
    return LECTERN_CLI_ERROR;
  if (calendar_path != NULL)
    {
      calendar = lectern_cli_read_page (calendar_path);
      if (calendar == NULL)
        return LECTERN_CLI_ERROR;
    }

  schedule = lectern_document_get_schedule (input->document);
  term.count = count;
  term.interval = interval;
  term.time = time;
  term.holidays = holidays;
  term.number_text = number != NULL ? g_strstrip (number) : NULL;
  plan = lectern_ical_plan_term (schedule, &term, calendar, &error);
  if (plan == NULL)
    {
      lectern_cli_report (calendar_path, error->message);
      return LECTERN_CLI_ERROR;
    }
  if (!check_count (input, plan, count))
    return LECTERN_CLI_ERROR;

  return lectern_cli_carry_out (input, plan, dry_run, NULL);
}
