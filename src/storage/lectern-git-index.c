/* lectern-git-index.c: which files a Git repository knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-git-index.h"

#include <string.h>

#include "lectern-json.h"
#include "lectern-notes-private.h"

/* Git itself cannot be asked from within a sandbox, and need not be there at
 * all.  The names of the files that it knows stand in its index, in a form that
 * has stood still since 2012: a head, then an entry a file with its name.  What
 * was added and is not committed yet is known too: who added it will commit it.
 * An index in another form says nothing. */

#define HEAD_LENGTH 12
/* From an entry's beginning to its flags: ten numbers and a SHA-1. */
#define FLAGS_AT 60
#define EXTENDED 0x4000

typedef struct
{
  const guint8 *data;
  gsize         length;
  gsize         at;
  guint         version;
  GString      *name;
} Reader;

static guint32
get_number (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);

  return GUINT32_FROM_BE (value);
}

/* How much of the name before is left out at its end, in version 4. */
static gboolean
cut_name (Reader *self)
{
  gsize cut;
  guint8 byte;

  if (self->at >= self->length)
    return FALSE;
  byte = self->data[self->at++];
  cut = byte & 0x7f;
  while ((byte & 0x80) != 0)
    {
      if (self->at >= self->length || cut > self->name->len)
        return FALSE;
      byte = self->data[self->at++];
      cut = ((cut + 1) << 7) | (byte & 0x7f);
    }
  if (cut > self->name->len)
    return FALSE;
  g_string_truncate (self->name, self->name->len - cut);

  return TRUE;
}

static gboolean
read_entry (Reader *self)
{
  gsize begin = self->at;
  const guint8 *end;
  guint flags;

  if (self->length - self->at < FLAGS_AT + 2)
    return FALSE;
  self->at += FLAGS_AT;
  flags = self->data[self->at] << 8 | self->data[self->at + 1];
  self->at += 2;
  if (self->version > 2 && (flags & EXTENDED) != 0)
    self->at += 2;

  if (self->version < 4)
    g_string_truncate (self->name, 0);
  else if (!cut_name (self))
    return FALSE;

  if (self->at >= self->length)
    return FALSE;
  end = memchr (self->data + self->at, '\0', self->length - self->at);
  if (end == NULL)
    return FALSE;
  g_string_append_len (self->name, (const char *) self->data + self->at,
                       end - (self->data + self->at));
  self->at = end - self->data + 1;

  /* Up to version 3 an entry is filled up with zeros to a multiple of 8. */
  if (self->version < 4)
    self->at = begin + ((self->at - begin + 7) & ~(gsize) 7);

  return self->at <= self->length;
}

/**
 * lectern_git_index_parse:
 * @bytes: the content of an index file
 *
 * Reads the names of the files that a repository knows.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): a set of paths
 *   relative to the work tree; %NULL if it is none that can be read
 */
GHashTable *
lectern_git_index_parse (GBytes *bytes)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  Reader self = { .name = name };
  guint32 n;

  self.data = g_bytes_get_data (bytes, &self.length);
  if (self.length < HEAD_LENGTH || memcmp (self.data, "DIRC", 4) != 0)
    return NULL;
  self.version = get_number (self.data + 4);
  if (self.version < 2 || self.version > 4)
    return NULL;

  n = get_number (self.data + 8);
  self.at = HEAD_LENGTH;
  for (guint32 i = 0; i < n; i++)
    {
      if (!read_entry (&self))
        return NULL;
      g_hash_table_add (names, g_strdup (name->str));
    }

  return g_steal_pointer (&names);
}

/* The folder of Git's own files: .git itself, or what it says in it where a
 * work tree is one of several or a module. */
static char *
find_git_folder (const char *tree)
{
  g_autofree char *path = g_build_filename (tree, ".git", NULL);
  g_autofree char *content = NULL;
  const char prefix[] = "gitdir: ";

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  if (!g_file_get_contents (path, &content, NULL, NULL) || !g_str_has_prefix (content, prefix))
    return NULL;

  g_strchomp (content);

  return g_canonicalize_filename (content + strlen (prefix), tree);
}

/* The nearest work tree around a folder, and what it knows. */
static GHashTable *
read_names (const char  *folder,
            char       **tree)
{
  g_autofree char *at = g_strdup (folder);

  for (;;)
    {
      g_autofree char *git = find_git_folder (at);
      g_autofree char *parent = NULL;

      if (git != NULL)
        {
          g_autofree char *index = g_build_filename (git, "index", NULL);
          g_autofree char *content = NULL;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (GError) error = NULL;
          gsize length = 0;

          *tree = g_steal_pointer (&at);
          g_file_get_contents (index, &content, &length, &error);
          /* Nothing was ever added. */
          if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            return g_hash_table_new (g_str_hash, g_str_equal);
          if (error != NULL)
            return NULL;
          bytes = g_bytes_new_take (g_steal_pointer (&content), length);
          return lectern_git_index_parse (bytes);
        }

      parent = g_path_get_dirname (at);
      if (g_str_equal (parent, at))
        return NULL;
      g_free (at);
      at = g_steal_pointer (&parent);
    }
}

/**
 * lectern_git_index_find_new:
 * @schedule_file: (nullable): the file of a schedule
 * @paths: (array zero-terminated=1): files, relative to its folder
 *
 * Finds those of the files that are there, but that the Git repository around
 * the schedule does not know.  Blocks for the disk.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the new ones, each
 *   once and in order; %NULL if there is no repository that can be read
 */
GPtrArray *
lectern_git_index_find_new (GFile              *schedule_file,
                            const char * const *paths)
{
  g_autofree char *folder = lectern_notes_find_folder (schedule_file, NULL);
  g_autofree char *tree = NULL;
  g_autoptr (GHashTable) names = folder != NULL ? read_names (folder, &tree) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *found;

  if (names == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *uri = lectern_notes_resolve_file (schedule_file, paths[i], NULL);
      g_autofree char *real = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;

      /* What leads out of the repository is not its business. */
      if (real != NULL && lectern_notes_is_inside (tree, real)
          && !g_hash_table_contains (names, real + strlen (tree) + (tree[1] != '\0' ? 1 : 0))
          && g_hash_table_add (seen, (gpointer) paths[i]))
        g_ptr_array_add (found, g_strdup (paths[i]));
    }

  return found;
}

/**
 * lectern_git_index_find_uncommitted:
 * @schedule_file: (nullable): the file of a schedule
 * @schedule: the schedule
 *
 * Finds the attached files that the repository around the schedule does not
 * know.  Blocks for the disk.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their paths;
 *   %NULL if there is no repository that can be read
 */
GPtrArray *
lectern_git_index_find_uncommitted (GFile           *schedule_file,
                                    LecternSchedule *schedule)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint s = 0; s < lectern_schedule_get_n_sessions (schedule); s++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, s);
      GListModel *resources;

      /* Of a long schedule few have any, and those that have none need not be
       * filled in. */
      if (!lectern_json_session_may_have (session, "file"))
        continue;

      resources = lectern_session_get_resources (session);
      for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
        {
          g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

          if (lectern_resource_get_file (resource) != NULL)
            g_strv_builder_add (files, lectern_resource_get_file (resource));
        }
    }
  paths = g_strv_builder_end (files);

  return lectern_git_index_find_new (schedule_file, (const char * const *) paths);
}
