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

#include "lectern-edit-value.h"
#include "lectern-json.h"
#include "lectern-notes-folder.h"
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
 * lectern_cli_report_page:
 * @path: a page as the user named it
 * @bytes: its content
 * @error: why it cannot be read as one
 *
 * Says what is wrong with a page, and where in it if that is known.
 */
void
lectern_cli_report_page (const char   *path,
                         GBytes       *bytes,
                         const GError *error)
{
  g_autofree char *where = NULL;
  guint line;
  guint column;

  if (g_error_matches (error, LECTERN_PAGE_ERROR, LECTERN_PAGE_ERROR_TEXT) &&
      lectern_page_find_bad_text (bytes, &line, &column) != NULL)
    where = g_strdup_printf ("%s:%u:%u", path, line, column);

  lectern_cli_report (where != NULL ? where : path, error->message);
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
  g_autoptr (GFile) folder = g_file_get_parent (data);
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR &&
         lectern_notes_folder_holds (data, path);
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

/* What the schedule is to say of its notes: as strictly as an edit of it. */
static gboolean
check_notes (const char *folder,
             const char *url)
{
  g_autoptr (LecternHead) head = lectern_head_new ();
  g_autoptr (GError) error = NULL;
  const char *texts[] = { folder != NULL ? folder : "", url != NULL ? url : "", NULL };

  if (!lectern_cli_check_utf8 ((char **) texts))
    return FALSE;
  if (lectern_edit_set_path (LECTERN_RECORD (head), "notes.folder", texts[0], NULL, &error) &&
      lectern_edit_set_path (LECTERN_RECORD (head), "notes.url", texts[1], NULL, &error))
    return TRUE;

  lectern_cli_report (g_get_prgname (), error->message);

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

/* What is there already is replaced only if it is a schedule: never the page
 * itself, nor a schedule that cannot be read. */
static gboolean
check_output (const char *output,
              const char *page)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GFile) page_file = g_file_new_for_commandline_arg (page);
  g_autoptr (GBytes) old = NULL;
  g_autoptr (LecternSchedule) schedule = NULL;

  if (strcmp (output, "-") == 0)
    return TRUE;
  if (strcmp (page, "-") != 0 && lectern_cli_is_same_file (file, page_file))
    {
      lectern_cli_report (output, _("This is the page itself. Name another file for the schedule."));
      return FALSE;
    }

  old = lectern_saver_read (file, NULL, NULL);
  if (old == NULL || g_bytes_get_size (old) == 0)
    return TRUE;

  schedule = lectern_json_read (old, NULL);
  if (schedule == NULL)
    lectern_cli_report (output, _("There is a file already that is no schedule. Name another file, or remove that one."));

  return schedule != NULL;
}

static int
import (const char         *page,
        const char         *output,
        LecternPageOptions *options)
{
  g_autoptr (GBytes) bytes = lectern_cli_read_page (page);
  g_autoptr (GFile) file = strcmp (output, "-") != 0 ? g_file_new_for_commandline_arg (output) : NULL;
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL || !check_output (output, page))
    return LECTERN_CLI_ERROR;
  if (file != NULL && options->notes_folder != NULL &&
      !lectern_notes_folder_holds (file, options->notes_folder))
    {
      lectern_cli_report (output, _("The folder of the notes is not inside the schedule’s folder. Choose one inside it."));
      return LECTERN_CLI_ERROR;
    }

  if (file != NULL)
    {
      options->exists = file_exists;
      options->exists_data = file;
    }
  schedule = lectern_page_import (bytes, options, &report, &error);
  if (schedule == NULL)
    {
      lectern_cli_report_page (page, bytes, error);
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
      !lectern_cli_set_today (today) || !check_dates (dates) || !read_columns (choices, &columns) ||
      !check_notes (folder, url))
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
