/* lectern-page-diff.c: which lines of a page are others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-page-diff.h"

#include <string.h>

static void
free_change (LecternPageChange *change)
{
  g_strfreev (change->before);
  g_strfreev (change->after);
  g_free (change);
}

static GPtrArray *
split_lines (GBytes *bytes)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize at = 0;

  while (at < length)
    {
      const char *end = memchr (text + at, '\n', length - at);
      gsize next = end != NULL ? (gsize) (end - text) + 1 : length;

      g_ptr_array_add (lines, g_strndup (text + at, next - at));
      at = next;
    }

  return lines;
}

static GStrv
copy_lines (GPtrArray *lines,
            guint      from,
            guint      n)
{
  GStrv copy = g_new0 (char *, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    copy[i] = g_strdup (lines->pdata[from + i]);

  return copy;
}

/* Publishing changes lines, adds some and takes some away but moves none, so
 * that the next equal line is where both go on. */
static void
find_end (GPtrArray *old,
          GPtrArray *new,
          guint      i,
          guint      j,
          guint     *n_old,
          guint     *n_new)
{
  guint apart;
  guint k;

  for (apart = 1; apart <= old->len - i + new->len - j; apart++)
    for (k = 0; k <= apart; k++)
      if (i + k < old->len && j + apart - k < new->len &&
          strcmp (old->pdata[i + k], new->pdata[j + apart - k]) == 0)
        {
          *n_old = k;
          *n_new = apart - k;
          return;
        }

  *n_old = old->len - i;
  *n_new = new->len - j;
}

/**
 * lectern_page_diff:
 * @before: a page
 * @after: the same page after publishing
 *
 * Compares a page with what it was, line by line.
 *
 * Returns: (transfer full) (element-type LecternPageChange): what differs, in
 *   the page's order
 */
GPtrArray *
lectern_page_diff (GBytes *before,
                   GBytes *after)
{
  g_autoptr (GPtrArray) old = split_lines (before);
  g_autoptr (GPtrArray) new = split_lines (after);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change);
  guint i = 0;
  guint j = 0;

  while (i < old->len || j < new->len)
    {
      LecternPageChange *change;
      guint n_old;
      guint n_new;

      if (i < old->len && j < new->len && strcmp (old->pdata[i], new->pdata[j]) == 0)
        {
          i++;
          j++;
          continue;
        }

      find_end (old, new, i, j, &n_old, &n_new);
      change = g_new0 (LecternPageChange, 1);
      change->old_line = n_old > 0 ? i + 1 : i;
      change->new_line = n_new > 0 ? j + 1 : j;
      change->before = copy_lines (old, i, n_old);
      change->after = copy_lines (new, j, n_new);
      g_ptr_array_add (changes, change);
      i += n_old;
      j += n_new;
    }

  return changes;
}
