/* lectern-json-names.c: finding names that stand twice in an object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-names.h"

#include "lectern-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Up to this many names an object's are compared with one another, which is
 * fastest; more are sorted when the object ends. */
#define FEW_NAMES 32

static void
name_clear (gpointer data)
{
  LecternJsonName *name = data;

  if (name->owned)
    g_free ((char *) name->name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const LecternJsonName *left = a;
  const LecternJsonName *right = b;
  int order = memcmp (left->name, right->name, MIN (left->length, right->length));

  if (order == 0)
    order = (left->length > right->length) - (left->length < right->length);
  if (order == 0)
    order = (left->offset > right->offset) - (left->offset < right->offset);

  return order;
}

static gboolean
is_same_name (const LecternJsonName *a,
              const LecternJsonName *b)
{
  return a->length == b->length && memcmp (a->name, b->name, a->length) == 0;
}

static gboolean
fail_repeated (LecternJsonCursor     *cursor,
               const LecternJsonName *name)
{
  /* A name cut short may end within a character. */
  g_autofree char *shown = g_utf8_make_valid (name->name, MIN (name->length, 100));
  g_autofree char *message = NULL;

  message = g_strdup_printf (_("The name “%s” stands twice in this object. Remove or rename one of the two."), shown);

  return lectern_json_cursor_fail_at (cursor, cursor->text + name->offset, message);
}

/**
 * lectern_json_names_end:
 * @names: the names of the objects that are open
 * @first: where the names of the innermost begin
 * @cursor: the cursor
 *
 * Drops the names of an object that has ended.  The error, if there is one,
 * is at the first that stands there a second time.
 *
 * Returns: whether no name stands twice
 */
gboolean
lectern_json_names_end (GArray            *names,
                        guint              first,
                        LecternJsonCursor *cursor)
{
  guint n = names->len - first;
  LecternJsonName *sorted = n > 0 ? &g_array_index (names, LecternJsonName, first) : NULL;
  const LecternJsonName *repeated = NULL;

  if (n > FEW_NAMES)
    qsort (sorted, n, sizeof (LecternJsonName), compare_names);

  for (guint i = 1; n > FEW_NAMES && i < n; i++)
    {
      if (is_same_name (&sorted[i - 1], &sorted[i]) &&
          (repeated == NULL || sorted[i].offset < repeated->offset))
        repeated = &sorted[i];
    }

  if (repeated != NULL)
    return fail_repeated (cursor, repeated);

  g_array_set_size (names, first);

  return TRUE;
}

/**
 * lectern_json_names_scan:
 * @names: the names of the objects that are open
 * @first: where the names of the innermost begin
 * @cursor: a cursor at a quote
 * @zero: (out) (nullable): where \u0000 first stands in the name
 *
 * Goes past the name of a member, and adds it to @names.
 *
 * Returns: whether it is a string, and is not found to stand there twice
 */
gboolean
lectern_json_names_scan (GArray             *names,
                         guint               first,
                         LecternJsonCursor  *cursor,
                         const char        **zero)
{
  LecternJsonName name = { 0 };
  gboolean has_escapes;

  name.offset = cursor->p - cursor->text;
  if (!lectern_json_cursor_scan_string (cursor, zero, &has_escapes))
    return FALSE;

  if (has_escapes)
    {
      LecternJsonSpan span = { name.offset, cursor->p - cursor->text };

      name.name = lectern_json_decode (cursor->text, span, &name.length);
      name.owned = TRUE;
    }
  else
    {
      name.name = cursor->text + name.offset + 1;
      name.length = cursor->p - name.name - 1;
    }

  g_array_append_val (names, name);

  if (names->len - first > FEW_NAMES)
    return TRUE;

  for (guint i = first; i < names->len - 1; i++)
    {
      if (is_same_name (&g_array_index (names, LecternJsonName, i), &name))
        return fail_repeated (cursor, &name);
    }

  return TRUE;
}

/**
 * lectern_json_names_new:
 *
 * Makes the array that keeps the names of the objects that are open, each
 * after those of the object that it stands in.
 *
 * Returns: (transfer full) (element-type LecternJsonName): an empty array
 */
GArray *
lectern_json_names_new (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (LecternJsonName));

  g_array_set_clear_func (names, name_clear);

  return names;
}
