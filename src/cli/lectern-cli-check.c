/* lectern-cli-check.c: says what is wrong with a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "lectern-checks.h"
#include "lectern-date.h"
#include "lectern-notes-folder.h"

static void
locate (LecternCliInput *input,
        LecternWarning  *warning,
        guint           *line,
        guint           *column)
{
  LecternSchedule *schedule = lectern_document_get_schedule (input->document);
  LecternSession *session = NULL;

  if (warning->key != 0)
    session = lectern_schedule_find_key (schedule, warning->key, NULL);

  lectern_cli_locate (input, session, warning->path, line, column);
}

static void
print_lines (LecternCliInput *input,
             GPtrArray       *warnings)
{
  guint i;

  for (i = 0; i < warnings->len; i++)
    {
      LecternWarning *warning = g_ptr_array_index (warnings, i);
      g_autofree char *name = lectern_cli_clean (input->name);
      g_autofree char *text = lectern_cli_clean (warning->text);
      guint line;
      guint column;

      locate (input, warning, &line, &column);
      fprintf (stdout, "%s:%u:%u: warning: %s [%s]\n", name, line, column, text, warning->code);
    }
}

static void
add_warning (LecternCliInput *input,
             LecternWarning  *warning,
             JsonBuilder     *builder)
{
  LecternSchedule *schedule = lectern_document_get_schedule (input->document);
  LecternSession *session = lectern_schedule_find_key (schedule, warning->key, NULL);
  const char *id = session != NULL ? lectern_session_get_id (session) : NULL;
  guint line;
  guint column;

  locate (input, warning, &line, &column);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, input->name);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, line);
  json_builder_set_member_name (builder, "column");
  json_builder_add_int_value (builder, column);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, warning->code);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, warning->text);
  if (id != NULL)
    {
      json_builder_set_member_name (builder, "session");
      json_builder_add_string_value (builder, id);
    }
  if (warning->path != NULL)
    {
      json_builder_set_member_name (builder, "path");
      json_builder_add_string_value (builder, warning->path);
    }
  json_builder_end_object (builder);
}

static void
print_json (LecternCliInput *input,
            GPtrArray       *warnings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < warnings->len; i++)
    add_warning (input, g_ptr_array_index (warnings, i), builder);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  fprintf (stdout, "%s\n", text);
}

static LecternFileState
look_for (const char *path,
          gpointer    user_data)
{
  return lectern_notes_folder_look_for (user_data, path);
}

/**
 * lectern_cli_check:
 * @argv: the verb and what follows it
 *
 * Prints the warnings about a schedule.
 *
 * Returns: an exit status
 */
int
lectern_cli_check (char **argv)
{
  gboolean json = FALSE;
  gboolean all = FALSE;
  g_autofree char *today = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LecternCliInput) input = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  LecternChecksOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON array of the warnings"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Print a warning for each past session without notes, not one for all of them"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("Take DATE for today"), N_("DATE") },
    { NULL }
  };

  if (!lectern_cli_parse (argv, entries, _("FILE"),
                          _("Prints what is wrong, one warning a line; status 1 if there is any. FILE may be - for standard input."),
                          1, &arguments) ||
      !lectern_cli_set_today (today))
    return LECTERN_CLI_ERROR;

  input = lectern_cli_open (arguments[0], TRUE);
  if (input == NULL)
    return LECTERN_CLI_ERROR;

  lectern_date_today (&options.today);
  options.each_without_notes = all;
  /* What comes from standard input has no folder to look into. */
  options.user_data = lectern_document_get_file (input->document);
  options.look_for = options.user_data != NULL ? look_for : NULL;
  warnings = lectern_checks_run (lectern_document_get_schedule (input->document), &options);
  if (json)
    print_json (input, warnings);
  else
    print_lines (input, warnings);

  return warnings->len > 0 ? LECTERN_CLI_FINDINGS : LECTERN_CLI_DONE;
}
