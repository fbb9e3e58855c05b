/* type-on.c: someone who never stops typing, and finds what is left of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: type-on FILE          types, and says each number once it is typed
 *        type-on --find FILE   restores the latest draft, says the number in
 *                              it, and whether it is of what FILE holds
 */

#include <stdio.h>
#include <string.h>

#include "lectern-draft-keeper.h"
#include "lectern-edit.h"
#include "lectern-replace.h"

static LecternDocument *document;

static LecternSession *
first_session (void)
{
  return lectern_schedule_get_session (lectern_document_get_schedule (document), 0);
}

static gboolean
type_cb (gpointer user_data)
{
  static guint n;
  g_autofree char *text = g_strdup_printf ("%u", ++n);
  g_autoptr (GError) error = NULL;

  if (!lectern_edit_type (lectern_document_get_history (document), first_session (), "note",
                          text, &error))
    g_error ("%s", error->message);
  printf ("%" G_GINT64_FORMAT " %u\n", g_get_monotonic_time (), n);
  fflush (stdout);

  return G_SOURCE_CONTINUE;
}

static int
find (GFile *file)
{
  g_autoptr (GPtrArray) drafts = lectern_draft_find (file, NULL);
  LecternDraft *draft;
  gboolean current;

  if (drafts->len != 1)
    {
      printf ("%u drafts\n", drafts->len);
      return 1;
    }

  draft = g_ptr_array_index (drafts, 0);
  current = g_strcmp0 (draft->baseline, lectern_document_get_baseline (document)) == 0;
  if (lectern_document_get_edited (document))
    g_error ("A draft won by itself");
  lectern_replace (lectern_document_get_history (document), draft->schedule, "Restore");
  printf ("%s %s\n", lectern_session_get_note (first_session ()), current ? "current" : "changed");

  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (LecternDraftKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;
  gboolean finding = argc == 3 && strcmp (argv[1], "--find") == 0;

  g_return_val_if_fail (argc == 2 || finding, 2);

  file = g_file_new_for_path (argv[argc - 1]);
  document = lectern_document_load (file, NULL, &error);
  if (document == NULL)
    g_error ("%s", error->message);
  if (finding)
    return find (file);

  keeper = lectern_draft_keeper_new (document);
  g_timeout_add (10, type_cb, NULL);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
