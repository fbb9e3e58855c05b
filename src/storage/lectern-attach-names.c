/* lectern-attach-names.c: what an attached PDF is called, and who notes it down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-attach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-edit.h"

/* Long enough for a title, short enough for encrypted folders and a number. */
#define MAX_BYTES 120

/* The name without its ending; that of 2303.10512 has none. */
static char *
dup_stem (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "");
  char *point = strrchr (shown, '.');

  if (point != NULL && point != shown && !g_ascii_isdigit (point[1]))
    *point = '\0';

  return g_steal_pointer (&shown);
}

static gboolean
has_word (const char         *text,
          const char * const *words)
{
  g_auto (GStrv) tokens = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_strv_contains (words, tokens[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_label (LecternSession *session,
           const char     *label,
           gboolean        or_file)
{
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (or_file && lectern_resource_get_file (resource) != NULL)
        return TRUE;
      if (g_strcmp0 (lectern_resource_get_label (resource), label) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_attach_suggest_label:
 * @session: (nullable): a session, which gets the PDF; %NULL for a new one
 * @pdf: the PDF
 *
 * Says what a PDF is to a session, by its name: the notes, the slides, else
 * what the file is called.  The first PDF of a session is its notes.
 *
 * Returns: (transfer full): a label
 */
char *
lectern_attach_suggest_label (LecternSession *session,
                              GFile          *pdf)
{
  static const char * const slides[] = { "slides", "slide", "talk", "presentation", "beamer", NULL };
  static const char * const notes[] = { "notes", "note", NULL };
  g_autofree char *stem = dup_stem (pdf);
  g_autofree char *words = g_strdelimit (g_strdup (stem), "_-.", ' ');

  if (has_word (words, slides) && (session == NULL || !has_label (session, _("Slides"), FALSE)))
    return g_strdup (_("Slides"));
  if (session == NULL || !has_label (session, _("Notes"), !has_word (words, notes)))
    return g_strdup (_("Notes"));

  return g_steal_pointer (&stem);
}

/* Words with underscores between them, as people name files for the web. */
static void
append_words (GString    *name,
              const char *text)
{
  gboolean gap = name->len > 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char letter[6];
      int length = g_unichar_to_utf8 (c, letter);

      /* An apostrophe is in a word, not between two. */
      if (c == '\'' || c == 0x2019)
        continue;
      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != '-' && c != '+')
        {
          gap = name->len > 0;
          continue;
        }
      if (name->len + length + 1 > MAX_BYTES)
        break;
      /* A name that begins with a dash is an option to many a program. */
      if (name->len == 0 && c == '-')
        continue;
      if (gap)
        g_string_append_c (name, '_');
      gap = FALSE;
      g_string_append_len (name, letter, length);
    }
}

static void
append_paper (GString        *name,
              LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      if (lectern_paper_get_title (paper) == NULL)
        continue;
      append_words (name, lectern_paper_get_title (paper));
      if (lectern_paper_get_part (paper) != NULL)
        append_words (name, lectern_paper_get_part (paper));
      return;
    }

  if (lectern_session_get_title (session) != NULL)
    append_words (name, lectern_session_get_title (session));
}

/**
 * lectern_attach_suggest_name:
 * @session: (nullable): a session, which gets the PDF
 * @label: (nullable): what the PDF is to it
 * @pdf: the PDF
 *
 * Makes a readable name for a copy, from the title of the session's paper,
 * such as `Neural_Tangent_Kernel`, and from the label unless that says that
 * these are the notes; without a title, from the PDF's own name.
 *
 * Returns: (transfer full): a name without an ending
 */
char *
lectern_attach_suggest_name (LecternSession *session,
                             const char     *label,
                             GFile          *pdf)
{
  GString *name = g_string_new (NULL);
  g_autofree char *valid = NULL;

  if (session != NULL)
    append_paper (name, session);
  if (name->len > 0 && label != NULL && g_strcmp0 (label, _("Notes")) != 0)
    append_words (name, label);

  if (name->len == 0)
    {
      g_autofree char *stem = dup_stem (pdf);

      append_words (name, stem);
    }
  if (name->len == 0)
    g_string_append (name, "notes");

  valid = g_string_free (name, FALSE);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
}

static gboolean
has_file (LecternSession *session,
          const char     *path)
{
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (g_strcmp0 (lectern_resource_get_file (resource), path) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_attach_add:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @folder: (nullable): the notes folder, if the schedule does not name one yet
 * @label: (nullable): the label
 * @path: the file, relative to the schedule's folder
 * @error: return location for an error
 *
 * Notes an attached PDF down, in one step.  A session that names the file
 * already is left as it is.
 *
 * Returns: %FALSE with an error of `LECTERN_EDIT_ERROR` if the schedule cannot
 *   hold that
 */
gboolean
lectern_attach_add (LecternHistory  *history,
                    LecternSession  *session,
                    const char      *folder,
                    const char      *label,
                    const char      *path,
                    GError         **error)
{
  LecternHead *head = lectern_schedule_get_head (lectern_history_get_schedule (history));
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  gboolean done = TRUE;

  if (!lectern_edit_check (session, "resources[0].file", path, error)
      || (label != NULL && !lectern_edit_check (session, "resources[0].label", label, error)))
    return FALSE;

  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_LABEL,
                             label != NULL && *label != '\0' ? label : NULL);
  lectern_record_set_string (LECTERN_RECORD (resource), LECTERN_RESOURCE_FILE, path);

  lectern_history_begin_group (history, _("Attach PDF"));
  if (folder != NULL && lectern_head_get_notes_folder (head) == NULL)
    done = lectern_edit_set_head (history, "notes.folder", folder, error);
  if (done && !has_file (session, path))
    lectern_edit_add_resource (history, session, resource);
  lectern_history_end_group (history);

  return done;
}
