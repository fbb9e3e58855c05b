/* lectern-cli.c: Lectern without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *summary;
  int       (*run) (char **argv);
} Verb;

static const Verb verbs[] = {
  { "show", N_("Print the sessions, one a line"), lectern_cli_show },
  { "check", N_("Say what is wrong with a schedule"), lectern_cli_check },
  { "edit", N_("Change one session"), lectern_cli_edit },
  { "add", N_("Add a session"), lectern_cli_add },
  { "remove", N_("Remove a session"), lectern_cli_remove },
  { "attach", N_("Give a session a PDF"), lectern_cli_attach },
  { "postpone", N_("Move a session and all later ones"), lectern_cli_postpone },
  { "swap", N_("Read in each of two sessions what was planned for the other"), lectern_cli_swap },
  { "plan", N_("Add the sessions of a term"), lectern_cli_plan },
  { "export", N_("Write a Markdown table, an HTML page or a calendar"), lectern_cli_export },
  { "announce", N_("Print the text for the e-mail about the next meeting"), lectern_cli_announce },
  { "import", N_("Make a schedule of a page in Markdown"), lectern_cli_import },
  { "publish", N_("Put a schedule into a page in Markdown"), lectern_cli_publish },
};

static void
print_usage (FILE *stream)
{
  guint i;

  fprintf (stream, "%s\n  lectern-cli %s\n\n%s\n", _("Usage:"),
           _("VERB [OPTION…] FILE [ARGUMENT…]"), _("Verbs:"));
  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (stream, "  %-8s %s\n", verbs[i].name, _(verbs[i].summary));
  fprintf (stream, "\n%s\n  --help     %s\n  --version  %s\n\n%s\n", _("Options:"),
           _("Print this; after a verb, print its options"), _("Print the version"),
           _("Exit status: 0 done, 1 check found something, 2 error."));
}

static int
run_verb (const Verb  *verb,
          char       **argv)
{
  g_autofree char *program = g_strconcat ("lectern-cli ", verb->name, NULL);
  int status;

  g_set_prgname (program);
  if (!lectern_cli_check_environment ())
    return LECTERN_CLI_ERROR;
  status = verb->run (argv);

  /* A full disk under standard output is an error like any other. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      lectern_cli_report ("lectern-cli", _("The output could not be written. See whether the disk is full."));
      return LECTERN_CLI_ERROR;
    }

  return status;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;
  const char *folder = g_getenv ("LECTERN_LOCALEDIR");
  guint i;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    {
      print_usage (stderr);
      return LECTERN_CLI_ERROR;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_usage (stdout);
      return LECTERN_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("lectern-cli %s\n", PACKAGE_VERSION);
      return LECTERN_CLI_DONE;
    }

  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      return run_verb (&verbs[i], argv + 1);

  shown = lectern_cli_clean (argv[1]);
  message = g_strdup_printf (_("There is no verb “%s”; see lectern-cli --help."), shown);
  lectern_cli_report ("lectern-cli", message);

  return LECTERN_CLI_ERROR;
}
