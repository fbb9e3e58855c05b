/* lectern-cli-show.c: prints the sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "lectern-date.h"

typedef enum
{
  SHOW_ALL,
  SHOW_UPCOMING,
  SHOW_PAST,
} Which;

/* A session without a day is neither to come nor past. */
static gboolean
is_wanted (LecternSession *session,
           Which           which)
{
  GDate today;
  GDate date;

  if (which == SHOW_ALL)
    return TRUE;
  if (!lectern_session_get_gdate (session, &date))
    return FALSE;

  lectern_date_today (&today);

  return (g_date_compare (&date, &today) >= 0) == (which == SHOW_UPCOMING);
}

static void
append_separated (GString    *line,
                  gsize       start,
                  const char *separator,
                  const char *text)
{
  if (line->len > start)
    g_string_append (line, separator);
  g_string_append (line, text);
}

static void
append_when (LecternSession *session,
             GString        *line)
{
  const char *date = lectern_session_get_date (session);
  const char *time = lectern_session_get_time (session);

  if (date == NULL)
    date = lectern_session_get_date_text (session);
  g_string_append (line, date != NULL ? date : _("no date"));
  if (time != NULL)
    g_string_append_printf (line, " %s", time);
}

static void
append_what (LecternSession *session,
             GString        *line)
{
  GListModel *papers = lectern_session_get_papers (session);
  gsize start = line->len;
  guint i;

  if (lectern_session_get_title (session) != NULL)
    g_string_append (line, lectern_session_get_title (session));

  for (i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      const char *title = lectern_paper_get_title (paper);
      const char *part = lectern_paper_get_part (paper);

      if (title == NULL)
        title = lectern_paper_get_url (paper);
      append_separated (line, start, "; ", title != NULL ? title : _("a paper without a title"));
      if (part != NULL)
        g_string_append_printf (line, " (%s)", part);
    }
}

static void
append_presenters (LecternSession *session,
                   GString        *line)
{
  const char * const *presenters = lectern_session_get_presenters (session);
  guint i;

  for (i = 0; presenters != NULL && presenters[i] != NULL; i++)
    {
      g_string_append (line, i == 0 ? " — " : ", ");
      g_string_append (line, presenters[i]);
    }
}

static void
append_tags (LecternSession *session,
             GString        *line)
{
  const char *reason = lectern_session_get_reason (session);

  switch (lectern_session_get_kind (session))
    {
    case LECTERN_KIND_BREAK:
      g_string_append_printf (line, " [%s]", _("break"));
      break;
    case LECTERN_KIND_ANNOUNCEMENT:
      g_string_append_printf (line, " [%s]", _("announcement"));
      break;
    case LECTERN_KIND_UNKNOWN:
      g_string_append_printf (line, " [%s]",
                              lectern_record_get_string (LECTERN_RECORD (session), LECTERN_SESSION_KIND));
      break;
    case LECTERN_KIND_SESSION:
      break;
    }

  if (lectern_session_get_cancelled (session) && reason != NULL)
    g_string_append_printf (line, _(" [cancelled: %s]"), reason);
  else if (lectern_session_get_cancelled (session))
    g_string_append (line, _(" [cancelled]"));
}

/* A session as one line, with nothing in it that a terminal would obey. */
char *
lectern_cli_describe (LecternSession *session)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_when (session, line);
  g_string_append (line, "  ");
  append_what (session, line);
  append_presenters (session, line);
  append_tags (session, line);

  return g_strchomp (lectern_cli_clean (line->str));
}

/* As it stands in the file, with what Lectern does not know, and as far in. */
static void
print_text (LecternSession *session)
{
  GBytes *file;
  gsize start;
  gsize length;
  gsize indent;
  const char *text;

  if (!lectern_session_get_source (session, &file, &start, &length))
    g_return_if_reached ();

  text = g_bytes_get_data (file, NULL);
  for (indent = 0; text[start - indent - 1] == ' ' || text[start - indent - 1] == '\t'; indent++)
    ;
  if (text[start - indent - 1] != '\n' && text[start - indent - 1] != '\r')
    indent = 0;
  fwrite (text + start - indent, 1, indent + length, stdout);
}

static void
print_sessions (LecternSchedule *schedule,
                Which            which,
                gboolean         json)
{
  guint n = lectern_schedule_get_n_sessions (schedule);
  gboolean first = TRUE;
  guint i;

  if (json)
    fputc ('[', stdout);

  for (i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);

      if (!is_wanted (session, which))
        continue;

      if (json)
        {
          fputs (first ? "\n" : ",\n", stdout);
          print_text (session);
          first = FALSE;
        }
      else
        {
          g_autofree char *text = lectern_cli_describe (session);

          fprintf (stdout, "%s\n", text);
        }
    }

  if (json)
    fputs (first ? "]\n" : "\n]\n", stdout);
}

/**
 * lectern_cli_show:
 * @argv: the verb and what follows it
 *
 * Prints the sessions of a schedule, one a line.
 *
 * Returns: an exit status
 */
int
lectern_cli_show (char **argv)
{
  gboolean json = FALSE;
  gboolean upcoming = FALSE;
  gboolean past = FALSE;
  g_autofree char *today = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON array of the sessions"), NULL },
    { "upcoming", 0, 0, G_OPTION_ARG_NONE, &upcoming, N_("Only those of today and later"), NULL },
    { "past", 0, 0, G_OPTION_ARG_NONE, &past, N_("Only those before today"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("Take DATE for today"), N_("DATE") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE"),
                          _("Prints the sessions, one a line. FILE may be - for standard input."),
                          1, &arguments) ||
      !lectern_cli_set_today (today))
    return LECTERN_CLI_ERROR;

  if (upcoming && past)
    {
      lectern_cli_report (g_get_prgname (), _("--upcoming and --past exclude each other. Use one of them."));
      return LECTERN_CLI_ERROR;
    }

  input = lectern_cli_open (arguments[0], TRUE);
  if (input == NULL)
    return LECTERN_CLI_ERROR;

  print_sessions (lectern_document_get_schedule (input->document),
                  upcoming ? SHOW_UPCOMING : past ? SHOW_PAST : SHOW_ALL, json);

  return LECTERN_CLI_DONE;
}
