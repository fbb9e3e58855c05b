/* lectern-ical-merge.c: what of an old calendar stays in the new one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-ical-merge.h"

#include <string.h>

/* These say when and how often the event was written, not what it says. */
static gboolean
is_stamp (LecternIcalLine *line)
{
  return strcmp (line->name, "DTSTAMP") == 0 || strcmp (line->name, "SEQUENCE") == 0;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What a line means, whatever its folding and the capitals of its name. */
static char *
canonical (LecternIcalLine *line)
{
  GString *text = g_string_new (line->name);
  const char *c = line->rest->str;
  const char *end = c + line->rest->len;

  for (; c < end; c++)
    {
      if (*c == '\0')
        {
          g_string_append (text, "\\0");
        }
      else if (*c == '\\' && c + 1 < end && c[1] != '\0')
        {
          g_string_append_c (text, '\\');
          c++;
          g_string_append_c (text, *c == 'N' ? 'n' : *c);
        }
      else
        {
          g_string_append_c (text, *c);
        }
    }

  return g_string_free (text, FALSE);
}

/* The properties that Lectern writes, as a sorted list; those that it does
 * not, and components within, go to others. */
static GPtrArray *
collect (LecternIcalScan    *scan,
         guint               first,
         guint               n,
         const char * const *known,
         GString            *others)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint depth = 0;

  for (guint i = first; i < first + n; i++)
    {
      LecternIcalLine *line = lectern_ical_scan_line (scan, i);
      gboolean begins = strcmp (line->name, "BEGIN") == 0;
      gboolean ends = strcmp (line->name, "END") == 0;

      depth += begins;
      if (depth > 1 || (depth == 1 && !begins && !ends && !g_strv_contains (known, line->name)))
        lectern_ical_scan_append_lines (scan, i, 1, others);
      else if (!begins && !ends && !is_stamp (line))
        g_ptr_array_add (list, canonical (line));
      depth -= ends;
    }

  g_ptr_array_sort (list, compare_strings);

  return list;
}

static gboolean
lists_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* The fresh text in a calendar of its own, so that it can be scanned too. */
static LecternIcalScan *
scan_fresh (const char *fresh)
{
  gboolean is_head = g_str_has_prefix (fresh, "BEGIN:VCALENDAR");
  g_autofree char *text = g_strconcat (is_head ? "" : "BEGIN:VCALENDAR\r\n", fresh,
                                       "END:VCALENDAR\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_ical_scan (bytes, NULL);
}

/**
 * lectern_ical_merge_piece:
 * @old: the old calendar
 * @first: the first line of a piece of it, or of its head
 * @n: how many lines
 * @fresh: the piece, or the head, as Lectern would write it now
 * @known: (array zero-terminated=1): the properties that Lectern writes
 * @to: where to append it
 *
 * Appends a piece: with its old bytes if they mean the same, else the fresh
 * text together with what others have added to the old.
 *
 * Returns: whether the old bytes were kept
 */
gboolean
lectern_ical_merge_piece (LecternIcalScan    *old,
                          guint               first,
                          guint               n,
                          const char         *fresh,
                          const char * const *known,
                          GString            *to)
{
  g_autoptr (LecternIcalScan) scan = scan_fresh (fresh);
  g_autoptr (GString) others = g_string_new (NULL);
  g_autoptr (GString) none = g_string_new (NULL);
  g_autoptr (GPtrArray) old_list = collect (old, first, n, known, others);
  g_autoptr (GPtrArray) new_list = NULL;
  guint new_first = 0;
  guint new_n;
  guint closing;

  g_assert (scan != NULL);
  if (scan->pieces->len > 0)
    new_first = scan->head;
  new_n = scan->end - new_first;

  new_list = collect (scan, new_first, new_n, known, none);
  if (lists_equal (old_list, new_list))
    {
      lectern_ical_scan_append_lines (old, first, n, to);
      return TRUE;
    }

  /* What is not ours stands before END, if there is one. */
  closing = scan->pieces->len > 0 ? 1 : 0;
  lectern_ical_scan_append_lines (scan, new_first, new_n - closing, to);
  g_string_append_len (to, others->str, others->len);
  lectern_ical_scan_append_lines (scan, scan->end - closing, closing, to);

  return FALSE;
}
