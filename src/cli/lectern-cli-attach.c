/* lectern-cli-attach.c: gives a session a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "lectern-attach.h"
#include "lectern-edit.h"

typedef struct
{
  char     *label;
  char     *folder;
  gboolean  link;
  char    **arguments;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->label);
  g_free (self->folder);
  g_strfreev (self->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (char    **argv,
       Options  *options)
{
  /* File names are bytes, so that labels are not converted from the locale. */
  const GOptionEntry entries[] = {
    { "label", 0, 0, G_OPTION_ARG_FILENAME, &options->label,
      N_("What the PDF is to the session; if not given, Notes, Slides or its name"), N_("TEXT") },
    { "link", 0, 0, G_OPTION_ARG_NONE, &options->link,
      N_("Name the PDF where it is, inside the schedule’s folder; no copy is made"), NULL },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options->folder,
      N_("The folder for the notes, for a schedule that names none yet"), N_("FOLDER") },
    { NULL }
  };
  const char *empty = "";
  const char *texts[4];

  if (!lectern_cli_parse (argv, entries, _("FILE SESSION PDF"),
                          _("Copies a PDF into the schedule’s notes folder, under a name from the paper’s title, and adds it to a session. SESSION is its id, or else its date as 2023-01-04. The PDF itself stays where it is, and nothing is overwritten."),
                          3, &options->arguments))
    return FALSE;

  texts[0] = options->arguments[1];
  texts[1] = options->label != NULL ? options->label : empty;
  texts[2] = options->folder != NULL ? options->folder : empty;
  texts[3] = NULL;

  return lectern_cli_check_utf8 ((char **) texts);
}

/* The schedule's own folder for notes, or the one that was asked for. */
static gboolean
find_folder (LecternCliInput  *input,
             Options          *options,
             const char      **folder)
{
  LecternHead *head = lectern_schedule_get_head (lectern_document_get_schedule (input->document));
  g_autofree char *message = NULL;

  *folder = lectern_head_get_notes_folder (head);
  if (*folder != NULL && options->folder != NULL && !g_str_equal (*folder, options->folder))
    message = g_strdup_printf (_("The notes are kept in “%s” already. Leave --folder out."), *folder);
  else if (*folder == NULL && options->folder == NULL && !options->link)
    message = g_strdup (_("The schedule does not say where its notes are kept. Name a folder for them, such as --folder=notes."));

  if (*folder == NULL)
    *folder = options->folder;
  if (message != NULL)
    lectern_cli_report (input->name, message);

  return message == NULL;
}

static int
attach (LecternCliInput *input,
        LecternSession  *session,
        Options         *options,
        const char      *folder)
{
  LecternHistory *history = lectern_document_get_history (input->document);
  g_autoptr (GFile) pdf = g_file_new_for_commandline_arg (options->arguments[2]);
  g_autofree char *label = options->label != NULL ? g_strdup (options->label)
                                                  : lectern_attach_suggest_label (session, pdf);
  g_autofree char *name = lectern_attach_suggest_name (session, label, pdf);
  g_autoptr (LecternAttach) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  job = lectern_attach_new (lectern_document_get_file (input->document), folder, pdf, name,
                            options->link ? LECTERN_ATTACH_LINK : LECTERN_ATTACH_COPY);

  /* What the schedule cannot hold is refused before anything is copied. */
  if (lectern_edit_check (session, "resources[0].label", label, &error))
    path = lectern_attach_run (job, NULL, &error);
  if (path == NULL)
    {
      lectern_cli_report (input->name, error->message);
      return LECTERN_CLI_ERROR;
    }

  if (!lectern_attach_add (history, session, folder, label, path, &error)
      || !lectern_document_save (input->document, NULL, NULL, &error))
    {
      lectern_attach_take_back (job);
      lectern_cli_report (input->name, error->message);
      return LECTERN_CLI_ERROR;
    }

  shown = lectern_cli_clean (path);
  fprintf (stdout, "%s\n", shown);

  return LECTERN_CLI_DONE;
}

/**
 * lectern_cli_attach:
 * @argv: the verb and what follows it
 *
 * Adds a PDF to a session, saves, and prints where the PDF is.
 *
 * Returns: an exit status
 */
int
lectern_cli_attach (char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LecternCliInput) input = NULL;
  LecternSession *session;
  const char *folder;

  if (!parse (argv, &options))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (options.arguments[0], FALSE);
  session = input != NULL ? lectern_cli_find (input, options.arguments[1]) : NULL;
  if (session == NULL || !find_folder (input, &options, &folder))
    return LECTERN_CLI_ERROR;

  return attach (input, session, &options, folder);
}
