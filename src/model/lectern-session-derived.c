/* lectern-session-derived.c: what follows from what a session says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session.h"

#include <string.h>

typedef gboolean (*ResourceTest) (LecternResource *resource);

static gboolean
is_marked (LecternResource *resource)
{
  return lectern_resource_get_primary (resource);
}

static gboolean
is_local_pdf (LecternResource *resource)
{
  return lectern_resource_get_file (resource) != NULL && lectern_resource_is_pdf (resource);
}

static gboolean
is_labelled_notes (LecternResource *resource)
{
  const char *label = lectern_resource_get_label (resource);
  g_autofree char *folded = NULL;

  if (label == NULL)
    return FALSE;

  folded = g_utf8_casefold (label, -1);

  return strstr (folded, "notes") != NULL;
}

static gboolean
is_remote_pdf (LecternResource *resource)
{
  return lectern_resource_get_url (resource) != NULL && lectern_resource_is_pdf (resource);
}

/**
 * lectern_session_get_primary:
 * @self: a session
 *
 * Gets what a double click opens: the resource marked primary, else the
 * first local PDF, else the first resource labelled notes, else the first
 * address that ends in `.pdf`, else the first paper that has an address.
 *
 * Returns: (transfer none) (nullable): a [class@Resource] or a
 *   [class@Paper], or %NULL if there is nothing to open
 */
LecternRecord *
lectern_session_get_primary (LecternSession *self)
{
  static const ResourceTest tests[] = {
    is_marked, is_local_pdf, is_labelled_notes, is_remote_pdf,
  };
  GListModel *resources = lectern_session_get_resources (self);
  GListModel *papers = lectern_session_get_papers (self);

  for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

          /* The list keeps it alive. */
          if (tests[t] (resource))
            return LECTERN_RECORD (resource);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      if (lectern_paper_get_url (paper) != NULL)
        return LECTERN_RECORD (paper);
    }

  return NULL;
}

static void
append_folded (GString    *text,
               const char *string)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;

  if (string == NULL)
    return;

  normal = g_utf8_normalize (string, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (normal != NULL ? normal : string, -1);
  g_string_append (text, folded);
  g_string_append_c (text, '\n');
}

static void
append_record (GString       *text,
               LecternRecord *record)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);

  for (guint i = 0; i < n_members; i++)
    {
      if (members[i].type == LECTERN_MEMBER_STRING)
        {
          append_folded (text, lectern_record_get_string (record, i));
        }
      else if (members[i].type == LECTERN_MEMBER_STRINGS)
        {
          const char * const *strings = lectern_record_get_strings (record, i);

          for (guint j = 0; strings != NULL && strings[j] != NULL; j++)
            append_folded (text, strings[j]);
        }
      else if (members[i].type == LECTERN_MEMBER_MAP)
        {
          GVariant *map = lectern_record_get_map (record, i);
          GVariantIter iter;
          const char *value;

          if (map == NULL)
            continue;
          g_variant_iter_init (&iter, map);
          while (g_variant_iter_next (&iter, "{&s&s}", NULL, &value))
            append_folded (text, value);
        }
      else if (members[i].type == LECTERN_MEMBER_RECORDS)
        {
          GListModel *list = lectern_record_get_records (record, i);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (LecternRecord) item = g_list_model_get_item (list, j);

              append_record (text, item);
            }
        }
    }
}

/**
 * lectern_session_dup_search_text:
 * @self: a session
 *
 * Gets everything that a search looks at, a line for each text.
 *
 * Returns: (transfer full): the text, normalized and case-folded
 */
char *
lectern_session_dup_search_text (LecternSession *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_record (text, LECTERN_RECORD (self));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
