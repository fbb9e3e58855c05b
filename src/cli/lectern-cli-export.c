/* lectern-cli-export.c: writes a schedule in other formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "lectern-export.h"

/**
 * Export:
 * @format: the name of the format
 * @out: where to write, or `-`
 * @with_location: whether the places go with it
 * @announcements: whether the announcements go with it
 *
 * What was asked for.
 */
typedef struct
{
  char     *format;
  char     *out;
  gboolean  with_location;
  gboolean  announcements;
} Export;

static void
export_clear (Export *self)
{
  g_free (self->format);
  g_free (self->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static gboolean
fail (Export     *self,
      const char *message)
{
  g_autofree char *name = g_filename_display_name (self->out);

  lectern_cli_report (name, message);

  return FALSE;
}

static LecternExportFormat
get_format (Export *self)
{
  if (strcmp (self->format, "ical") == 0)
    return LECTERN_EXPORT_ICAL;

  return strcmp (self->format, "html") == 0 ? LECTERN_EXPORT_HTML : LECTERN_EXPORT_MARKDOWN;
}

static LecternExportFlags
get_flags (Export *self)
{
  return (self->with_location ? LECTERN_EXPORT_LOCATION : 0) |
         (self->announcements ? LECTERN_EXPORT_ANNOUNCEMENTS : 0);
}

static gboolean
export (Export           *self,
        LecternDocument  *document,
        char            **remarks)
{
  LecternSchedule *schedule = lectern_document_get_schedule (document);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (self->out, "-") == 0)
    {
      gsize size;
      const char *data;

      bytes = lectern_export_make (schedule, get_format (self), get_flags (self), NULL, remarks, &error);
      if (bytes == NULL)
        return fail (self, error->message);
      data = g_bytes_get_data (bytes, &size);
      fwrite (data, 1, size, stdout);
      return TRUE;
    }

  file = g_file_new_for_commandline_arg (self->out);
  if (!lectern_export_write (schedule, lectern_document_get_file (document), get_format (self),
                             get_flags (self), file, remarks, NULL, &error))
    return fail (self, error->message);

  return TRUE;
}

static void
say (Export     *self,
     const char *remarks)
{
  g_autofree char *name = lectern_cli_clean (self->out);
  g_auto (GStrv) lines = g_strsplit (remarks, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    fprintf (stderr, "%s: %s\n", name, lines[i]);
}

static gboolean
check_options (Export *self)
{
  static const char * const formats[] = { "markdown", "html", "ical", NULL };
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (self->format == NULL || self->out == NULL)
    {
      lectern_cli_report (g_get_prgname (),
                          _("Say which format and where to, as in --format=html -o schedule.html."));
      return FALSE;
    }
  if (!g_strv_contains (formats, self->format))
    {
      shown = lectern_cli_clean (self->format);
      message = g_strdup_printf (_("There is no format “%s”. Choose --format=markdown, html or ical."), shown);
      lectern_cli_report (g_get_prgname (), message);
      return FALSE;
    }
  if (self->announcements && strcmp (self->format, "ical") != 0)
    {
      lectern_cli_report (g_get_prgname (),
                          _("--announcements is for --format=ical; other formats hold them anyway."));
      return FALSE;
    }

  return TRUE;
}

/**
 * lectern_cli_export:
 * @argv: the verb and what follows it
 *
 * Writes a schedule in another format.
 *
 * Returns: an exit status
 */
int
lectern_cli_export (char **argv)
{
  g_auto (Export) self = { NULL };
  g_autofree char *today = NULL;
  g_autofree char *remarks = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &self.format, N_("markdown, html or ical"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.out,
      N_("Where to write; - is standard output"), N_("OUT") },
    { "with-location", 0, 0, G_OPTION_ARG_NONE, &self.with_location,
      N_("With the places, which may hold meeting links"), NULL },
    { "announcements", 0, 0, G_OPTION_ARG_NONE, &self.announcements,
      N_("With the announcements (for ical)"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("Take DATE for today"), N_("DATE") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE"),
                          _("Writes a table in Markdown, a page in HTML, or a calendar. Over a calendar that is there already, what did not change stays as it is. FILE may be - for standard input."),
                          1, &arguments) ||
      !lectern_cli_set_today (today) || !check_options (&self))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], TRUE);
  if (input == NULL || !export (&self, input->document, &remarks))
    return LECTERN_CLI_ERROR;
  if (remarks != NULL)
    say (&self, remarks);

  return LECTERN_CLI_DONE;
}
