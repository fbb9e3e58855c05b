/* lectern-cli-import.c: makes a schedule of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lectern-json.h"
#include "lectern-page-file.h"
#include "lectern-page.h"
#include "lectern-saver.h"

/**
 * lectern_cli_read_page:
 * @path: a path, or `-` for standard input
 *
 * Reads a page.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL if that failed,
 *   which has been said
 */
GBytes *
lectern_cli_read_page (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (strcmp (path, "-") == 0)
    {
      bytes = lectern_saver_read_fd (STDIN_FILENO, _("standard input"), NULL, &error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      bytes = lectern_saver_read (file, NULL, &error);
    }
  if (bytes == NULL)
    lectern_cli_report (path, error->message);

  return bytes;
}

/**
 * lectern_cli_print_notes:
 * @name: the page as the user named it
 * @report: what there is to say about it
 *
 * Says on standard error what importing or publishing has to say.
 */
void
lectern_cli_print_notes (const char        *name,
                         LecternPageReport *report)
{
  guint i;

  for (i = 0; i < report->notes->len; i++)
    {
      LecternPageNote *note = g_ptr_array_index (report->notes, i);
      g_autofree char *clean_name = lectern_cli_clean (name);
      g_autofree char *clean_text = lectern_cli_clean (note->text);
      const char *kind = note->kind == LECTERN_PAGE_NOTE_REFUSED ? "warning" : "note";

      if (note->line > 0)
        fprintf (stderr, "%s:%u:1: %s: %s\n", clean_name, note->line, kind, clean_text);
      else
        fprintf (stderr, "%s: %s: %s\n", clean_name, kind, clean_text);
    }
}

static gboolean
file_exists (const char *path,
             gpointer    data)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (data, path);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;
}

/* HEADER=ROLE of the command line. */
static gboolean
read_columns (char     **choices,
              GVariant **columns)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  if (choices == NULL)
    return TRUE;
  if (!lectern_cli_check_utf8 (choices))
    return FALSE;

  for (; *choices != NULL; choices++)
    {
      char *equals = strrchr (*choices, '=');
      g_autofree char *header = equals != NULL ? g_strndup (*choices, equals - *choices) : NULL;

      if (equals == NULL || !lectern_page_role_is_known (equals + 1))
        {
          g_autofree char *message =
            g_strdup_printf (_("“%s” names no column. Write it as in --column=Topic=paper; a column holds date, time, paper, title, presenter, resource, location, note, status or extra."),
                             *choices);

          lectern_cli_report (g_get_prgname (), message);
          return FALSE;
        }
      g_variant_builder_add (&builder, "{ss}", header, equals + 1);
    }
  *columns = g_variant_ref_sink (g_variant_builder_end (&builder));

  return TRUE;
}

static gboolean
check_dates (const char *dates)
{
  if (dates == NULL || strcmp (dates, "dd/mm/yyyy") == 0 || strcmp (dates, "mm/dd/yyyy") == 0)
    return TRUE;

  lectern_cli_report (g_get_prgname (), _("--dates is either dd/mm/yyyy or mm/dd/yyyy."));

  return FALSE;
}

/* The page, as the schedule remembers it: inside its folder or not at all. */
static void
remember_page (LecternSchedule *schedule,
               GFile           *file,
               const char      *page)
{
  g_autoptr (GFile) page_file = NULL;
  g_autofree char *relative = NULL;

  if (file == NULL || strcmp (page, "-") == 0)
    return;

  page_file = g_file_new_for_commandline_arg (page);
  relative = lectern_page_file_get_relative (file, page_file, NULL);
  if (relative != NULL)
    lectern_record_set_string (LECTERN_RECORD (lectern_schedule_get_head (schedule)), LECTERN_HEAD_PAGE, relative);
}

/**
 * lectern_cli_write_output:
 * @path: a path, or `-` for standard output
 * @bytes: what to write
 *
 * Writes a file whole, whatever was there before.
 *
 * Returns: %FALSE if that failed, which has been said
 */
gboolean
lectern_cli_write_output (const char *path,
                          GBytes     *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (strcmp (path, "-") == 0)
    {
      /* What goes wrong is seen when the output is flushed. */
      if (length > 0)
        fwrite (data, 1, length, stdout);
      return TRUE;
    }

  file = g_file_new_for_commandline_arg (path);
  if (lectern_saver_write (file, bytes, LECTERN_SAVER_EXPECT_ANYTHING, NULL, NULL, &error))
    return TRUE;

  lectern_cli_report (path, error->message);

  return FALSE;
}

static int
import (const char         *page,
        const char         *output,
        LecternPageOptions *options)
{
  g_autoptr (GBytes) bytes = lectern_cli_read_page (page);
  g_autoptr (GFile) file = strcmp (output, "-") != 0 ? g_file_new_for_commandline_arg (output) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return LECTERN_CLI_ERROR;

  if (folder != NULL)
    {
      options->exists = file_exists;
      options->exists_data = folder;
    }
  schedule = lectern_page_import (bytes, options, &report, &error);
  if (schedule == NULL)
    {
      lectern_cli_report (page, error->message);
      return LECTERN_CLI_ERROR;
    }
  remember_page (schedule, file, page);

  written = lectern_json_write (schedule, NULL, &error);
  if (written == NULL)
    {
      lectern_cli_report (output, error->message);
      return LECTERN_CLI_ERROR;
    }
  if (!lectern_cli_write_output (output, written))
    return LECTERN_CLI_ERROR;
  lectern_cli_print_notes (page, report);

  return LECTERN_CLI_DONE;
}

/**
 * lectern_cli_import:
 * @argv: the verb and what follows it
 *
 * Makes a schedule of the tables on a page.
 *
 * Returns: an exit status
 */
int
lectern_cli_import (char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) choices = NULL;
  g_autofree char *output = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *url = NULL;
  g_autofree char *today = NULL;
  g_autoptr (GVariant) columns = NULL;
  LecternPageOptions options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The schedule to write"), N_("FILE") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &dates, N_("How the page writes dates: dd/mm/yyyy or mm/dd/yyyy"), N_("ORDER") },
    { "column", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &choices, N_("What a column holds, such as Topic=paper; may be repeated"), N_("HEADER=WHAT") },
    { "notes-folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_("The folder of the notes, relative to the schedule’s"), N_("FOLDER") },
    { "notes-url", 0, 0, G_OPTION_ARG_STRING, &url, N_("The address of that folder"), N_("URL") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("Take DATE for today"), N_("DATE") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("PAGE"),
                          _("Makes a schedule of the tables on a page in Markdown, and says what it inferred and what it could not place. PAGE may be - for standard input."),
                          1, &arguments) ||
      !lectern_cli_set_today (today) || !check_dates (dates) || !read_columns (choices, &columns))
    return LECTERN_CLI_ERROR;
  if (output == NULL)
    {
      lectern_cli_report (g_get_prgname (), _("Name the schedule to write: -o FILE, or -o - for standard output."));
      return LECTERN_CLI_ERROR;
    }

  options.dates = dates;
  options.columns = columns;
  options.notes_folder = folder;
  options.notes_url = url;

  return import (arguments[0], output, &options);
}
