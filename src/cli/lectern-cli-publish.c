/* lectern-cli-publish.c: puts a schedule into a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "lectern-git-index.h"
#include "lectern-page-diff.h"
#include "lectern-saver.h"

static void
print_line (char        mark,
            const char *line)
{
  fprintf (stdout, "%c%s", mark, line);
  if (!g_str_has_suffix (line, "\n"))
    fputs ("\n\\ No newline at end of file\n", stdout);
}

/* One hunk a change. */
static void
print_diff (const char *name,
            GBytes     *before,
            GBytes     *after)
{
  g_autoptr (GPtrArray) changes = lectern_page_diff (before, after);
  guint i;
  guint k;

  fprintf (stdout, "--- %s\n+++ %s\n", name, name);
  for (i = 0; i < changes->len; i++)
    {
      const LecternPageChange *change = g_ptr_array_index (changes, i);

      fprintf (stdout, "@@ -%u,%u +%u,%u @@\n", change->old_line, g_strv_length (change->before),
               change->new_line, g_strv_length (change->after));
      for (k = 0; change->before[k] != NULL; k++)
        print_line ('-', change->before[k]);
      for (k = 0; change->after[k] != NULL; k++)
        print_line ('+', change->after[k]);
    }
}

static gboolean
write_back (const char *page,
            GBytes     *before,
            GBytes     *after)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (page);
  g_autofree char *hash = lectern_saver_hash (before);
  g_autoptr (GError) error = NULL;

  if (g_bytes_equal (before, after))
    return TRUE;
  if (lectern_saver_write (file, after, LECTERN_SAVER_EXPECT_HASH, hash, NULL, &error))
    return TRUE;

  lectern_cli_report (page, error->message);

  return FALSE;
}

/* How many rows were changed, added and removed, without those that are none. */
static char *
describe_counts (LecternPageReport *report)
{
  const struct
  {
    guint       n;
    const char *text;
  } counts[] = {
    { report->n_changed, g_dngettext (GETTEXT_PACKAGE, "%u row changed", "%u rows changed", report->n_changed) },
    { report->n_added, g_dngettext (GETTEXT_PACKAGE, "%u row added", "%u rows added", report->n_added) },
    { report->n_removed, g_dngettext (GETTEXT_PACKAGE, "%u row removed", "%u rows removed", report->n_removed) },
  };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (counts[i].n == 0)
        continue;

      if (all->len > 0)
        g_string_append (all, ", ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (all, counts[i].text, counts[i].n);
#pragma GCC diagnostic pop
    }

  return g_string_free (all, FALSE);
}

static void
print_summary (const char        *page,
               LecternPageReport *report,
               LecternDocument   *document)
{
  g_autofree char *name = lectern_cli_clean (page);
  g_autoptr (GPtrArray) unknown =
    lectern_git_index_find_uncommitted (lectern_document_get_file (document),
                                        lectern_document_get_schedule (document));
  /* Without a repository it is known only what the page led to before. */
  GPtrArray *new_files = unknown != NULL ? unknown : report->new_files;
  guint i;

  if (report->n_changed + report->n_added + report->n_removed == 0)
    {
      fprintf (stderr, _("%s says what the schedule says already.\n"), name);
    }
  else
    {
      g_autofree char *counts = describe_counts (report);
      g_autofree char *done = NULL;

      /* Translators: first what was done, such as “2 rows changed”, then the name
       * of a file. */
      done = g_strdup_printf (_("%s in %s. Commit and push to put them online"), counts, name);
      fprintf (stderr, "%s.\n", done);
    }

  for (i = 0; i < new_files->len; i++)
    {
      g_autofree char *file = lectern_cli_clean (g_ptr_array_index (new_files, i));

      if (unknown != NULL)
        fprintf (stderr, _("%s: note: “%s” is not in the site’s repository yet; commit it too.\n"), name, file);
      else
        fprintf (stderr, _("%s: note: “%s” is new on the page; commit it too.\n"), name, file);
    }
}

/* A page over the schedule itself would be the end of it. */
static gboolean
check_output (LecternCliInput *input,
              const char      *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  GFile *schedule_file = lectern_document_get_file (input->document);

  if (schedule_file == NULL || strcmp (output, "-") == 0 ||
      !lectern_cli_is_same_file (file, schedule_file))
    return TRUE;

  lectern_cli_report (output, _("This is the schedule itself. Name another file for the page."));

  return FALSE;
}

static int
publish (LecternCliInput *input,
         const char      *page,
         const char      *output,
         gboolean         diff)
{
  g_autoptr (GBytes) before = lectern_cli_read_page (page);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (before == NULL || (output != NULL && !check_output (input, output)))
    return LECTERN_CLI_ERROR;

  after = lectern_page_publish (before, lectern_document_get_schedule (input->document), NULL, &report, &error);
  if (after == NULL)
    {
      lectern_cli_report_page (page, before, error);
      return LECTERN_CLI_ERROR;
    }

  if (diff && !g_bytes_equal (before, after))
    print_diff (page, before, after);
  else if (!diff && output != NULL && !lectern_cli_write_output (output, after))
    return LECTERN_CLI_ERROR;
  else if (!diff && output == NULL && strcmp (page, "-") == 0 && !lectern_cli_write_output ("-", after))
    return LECTERN_CLI_ERROR;
  else if (!diff && output == NULL && strcmp (page, "-") != 0 && !write_back (page, before, after))
    return LECTERN_CLI_ERROR;

  lectern_cli_print_notes (page, report);
  if (!diff)
    print_summary (output != NULL ? output : page, report, input->document);

  return LECTERN_CLI_DONE;
}

/**
 * lectern_cli_publish:
 * @argv: the verb and what follows it
 *
 * Puts a schedule into the tables of a page.
 *
 * Returns: an exit status
 */
int
lectern_cli_publish (char **argv)
{
  gboolean diff = FALSE;
  g_autofree char *output = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  const GOptionEntry entries[] = {
    { "diff", 0, 0, G_OPTION_ARG_NONE, &diff, N_("Print what would change, and write nothing"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the page there instead"), N_("OUT") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE PAGE"),
                          _("Puts the schedule FILE into the tables of PAGE. Only rows that changed change; all else in the page stays as it is. Either may be - for standard input; a page from there goes to standard output."),
                          2, &arguments))
    return LECTERN_CLI_ERROR;

  if (strcmp (arguments[0], "-") == 0 && strcmp (arguments[1], "-") == 0)
    {
      lectern_cli_report (g_get_prgname (), _("Only one of the schedule and the page can be standard input. Name a file for the other."));
      return LECTERN_CLI_ERROR;
    }

  input = lectern_cli_open (arguments[0], TRUE);
  if (input == NULL)
    return LECTERN_CLI_ERROR;

  return publish (input, arguments[1], output, diff);
}
