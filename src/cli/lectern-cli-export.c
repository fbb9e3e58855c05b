/* lectern-cli-export.c: writes a schedule in other formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-html.h"
#include "lectern-ical.h"
#include "lectern-markdown.h"
#include "lectern-saver.h"

/**
 * Export:
 * @format: the name of the format
 * @out: where to write, or `-`
 * @with_location: whether the places go with it
 * @announcements: whether the announcements go with it
 * @file: (nullable): where to write
 * @old: (nullable): what is there now
 *
 * What was asked for.
 */
typedef struct
{
  char     *format;
  char     *out;
  gboolean  with_location;
  gboolean  announcements;
  GFile    *file;
  GBytes   *old;
} Export;

static void
export_clear (Export *self)
{
  g_free (self->format);
  g_free (self->out);
  g_clear_object (&self->file);
  g_clear_pointer (&self->old, g_bytes_unref);
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

/* An export over the schedule itself would be the end of it. */
static gboolean
is_same_file (GFile           *file,
              LecternDocument *document)
{
  GFile *source = lectern_document_get_file (document);
  g_autofree char *path = lectern_saver_resolve (file, NULL);
  g_autofree char *source_path = source != NULL ? lectern_saver_resolve (source, NULL) : NULL;

  return path != NULL && g_strcmp0 (path, source_path) == 0;
}

static gboolean
read_old (Export          *self,
          LecternCliInput *input)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (self->out, "-") == 0)
    return TRUE;

  self->file = g_file_new_for_commandline_arg (self->out);
  if (is_same_file (self->file, input->document))
    return fail (self, _("This is the schedule itself. Name another file for what is exported."));

  self->old = lectern_saver_read (self->file, NULL, &error);
  if (self->old == NULL && !g_error_matches (error, LECTERN_SAVER_ERROR, LECTERN_SAVER_ERROR_MISSING))
    return fail (self, error->message);

  return TRUE;
}

static GBytes *
make_calendar (Export          *self,
               LecternSchedule *schedule,
               char           **remarks)
{
  LecternIcalFlags flags = LECTERN_ICAL_NOTHING_MORE;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  LecternIcalReport report;
  GBytes *bytes;

  if (self->with_location)
    flags |= LECTERN_ICAL_LOCATION;
  if (self->announcements)
    flags |= LECTERN_ICAL_ANNOUNCEMENTS;

  bytes = lectern_ical_write (schedule, self->old, flags, now, &report, &error);
  if (bytes == NULL)
    fail (self, error->message);
  else
    *remarks = lectern_ical_report_describe (&report);

  return bytes;
}

static GBytes *
make_page (Export          *self,
           LecternSchedule *schedule)
{
  GDate today;

  if (self->old != NULL && !lectern_html_is_own (self->old))
    {
      fail (self, _("There is a file already that was not exported by Lectern. Name another file, or remove that one."));
      return NULL;
    }

  g_date_clear (&today, 1);
  lectern_date_today (&today);

  return lectern_html_write (schedule,
                             self->with_location ? LECTERN_HTML_LOCATION : LECTERN_HTML_NOTHING_MORE,
                             &today);
}

static GBytes *
make_table (Export          *self,
            LecternSchedule *schedule)
{
  if (self->old != NULL && !lectern_markdown_is_table (self->old))
    {
      fail (self, _("There is a file already that holds more than a table. Name another file, or remove that one."));
      return NULL;
    }

  return lectern_markdown_write (schedule,
                                 self->with_location ? LECTERN_MARKDOWN_LOCATION
                                                     : LECTERN_MARKDOWN_NOTHING_MORE);
}

static GBytes *
make (Export           *self,
      LecternSchedule  *schedule,
      char            **remarks)
{
  if (strcmp (self->format, "ical") == 0)
    return make_calendar (self, schedule, remarks);
  if (strcmp (self->format, "html") == 0)
    return make_page (self, schedule);

  return make_table (self, schedule);
}

static gboolean
write_out (Export *self,
           GBytes *bytes)
{
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;

  if (self->file == NULL)
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      fwrite (data, 1, size, stdout);
      return TRUE;
    }

  /* The same again leaves the file, and its time, alone. */
  if (self->old != NULL && g_bytes_equal (self->old, bytes))
    return TRUE;

  if (self->old != NULL)
    hash = lectern_saver_hash (self->old);
  if (!lectern_saver_write (self->file, bytes,
                            hash != NULL ? LECTERN_SAVER_EXPECT_HASH : LECTERN_SAVER_EXPECT_NOTHING,
                            hash, NULL, &error))
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
  g_autoptr (GBytes) bytes = NULL;
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
  if (input == NULL || !read_old (&self, input))
    return LECTERN_CLI_ERROR;

  bytes = make (&self, lectern_document_get_schedule (input->document), &remarks);
  if (bytes == NULL || !write_out (&self, bytes))
    return LECTERN_CLI_ERROR;
  if (remarks != NULL)
    say (&self, remarks);

  return LECTERN_CLI_DONE;
}
