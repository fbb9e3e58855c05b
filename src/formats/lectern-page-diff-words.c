/* lectern-page-diff-words.c: what of a line is another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-page-diff.h"

#include <string.h>

/* What is compared grows with the product of both sides; beyond this, lines
 * and words are taken as they come. */
#define MOST_WORK 1000000

/* How much of two lines is the same, of 1000: at their beginnings and ends,
 * without the white space of padding. */
static guint
likeness (const char *a,
          const char *b)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize shorter = MIN (length_a, length_b);
  gsize longer = MAX (length_a, length_b);
  gsize head = 0;
  gsize tail = 0;
  gsize blank = 0;

  for (; head < shorter && a[head] == b[head]; head++)
    blank += g_ascii_isspace (a[head]);
  for (; tail + head < shorter && a[length_a - 1 - tail] == b[length_b - 1 - tail]; tail++)
    blank += g_ascii_isspace (a[length_a - 1 - tail]);

  return longer > 0 ? (head + tail - blank) * 1000 / longer : 1000;
}

static void
add_pair (GArray *pairs,
          int     before,
          int     after)
{
  const LecternPagePair pair = { before, after };

  g_array_append_val (pairs, pair);
}

/* The best of what follows, for each line of both sides. */
static guint *
weigh (const LecternPageChange *change,
       guint                    n,
       guint                    m)
{
  guint *best = g_new0 (guint, (n + 1) * (m + 1));
  guint i;
  guint k;

  for (i = n; i-- > 0;)
    for (k = m; k-- > 0;)
      {
        guint both = best[(i + 1) * (m + 1) + k + 1] + likeness (change->before[i], change->after[k]) + 1;
        guint one = MAX (best[(i + 1) * (m + 1) + k], best[i * (m + 1) + k + 1]);

        best[i * (m + 1) + k] = MAX (both, one);
      }

  return best;
}

/**
 * lectern_page_diff_pair:
 * @change: lines that stand together and were changed
 *
 * Finds which line became which: the most alike ones in their order.
 *
 * Returns: (transfer full) (element-type LecternPagePair): all lines of both
 *   sides, in order
 */
GArray *
lectern_page_diff_pair (const LecternPageChange *change)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LecternPagePair));
  guint n = g_strv_length (change->before);
  guint m = g_strv_length (change->after);
  g_autofree guint *best = NULL;
  guint i = 0;
  guint k = 0;

  if (n != m && n > 0 && m > 0 && (gsize) n * m <= MOST_WORK)
    best = weigh (change, n, m);

  while (i < n || k < m)
    {
      if (k == m || (best != NULL && i < n && best[i * (m + 1) + k] == best[(i + 1) * (m + 1) + k]))
        {
          add_pair (pairs, i++, -1);
        }
      else if (i == n || (best != NULL && best[i * (m + 1) + k] == best[i * (m + 1) + k + 1]))
        {
          add_pair (pairs, -1, k++);
        }
      else
        {
          add_pair (pairs, i++, k++);
        }
    }

  return pairs;
}

/* A word, white space, or one character of anything else. */
static GArray *
split_words (const char *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LecternPageWords));
  const char *p = line;

  while (*p != '\0')
    {
      const char *start = p;
      LecternPageWords word;

      if (g_ascii_isspace (*p))
        while (g_ascii_isspace (*p))
          p++;
      else if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
        while (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
          p++;
      else
        p++;
      word.start = start - line;
      word.end = p - line;
      g_array_append_val (words, word);
    }

  return words;
}

static gboolean
is_same (const char       *a,
         LecternPageWords  word_a,
         const char       *b,
         LecternPageWords  word_b)
{
  /* Padding is no difference. */
  if (g_ascii_isspace (a[word_a.start]))
    return g_ascii_isspace (b[word_b.start]);

  return word_a.end - word_a.start == word_b.end - word_b.start &&
         memcmp (a + word_a.start, b + word_b.start, word_a.end - word_a.start) == 0;
}

static void
mark (GArray           *marks,
      const char       *line,
      LecternPageWords  word)
{
  LecternPageWords *last = marks->len > 0 ? &g_array_index (marks, LecternPageWords, marks->len - 1) : NULL;
  gboolean blank = g_ascii_isspace (line[word.start]);

  /* White space is marked only between words that are. */
  if (last != NULL && (last->end == word.start ||
                       (!blank && strspn (line + last->end, " \t") == word.start - last->end)))
    {
      if (!blank)
        last->end = word.end;
    }
  else if (!blank)
    {
      g_array_append_val (marks, word);
    }
}

/**
 * lectern_page_diff_words:
 * @line: a line
 * @other: the line that it was before, or becomes
 *
 * Finds what of a line is not in the other one.
 *
 * Returns: (transfer full) (element-type LecternPageWords): pieces of @line,
 *   in order
 */
GArray *
lectern_page_diff_words (const char *line,
                         const char *other)
{
  g_autoptr (GArray) words = split_words (line);
  g_autoptr (GArray) others = split_words (other);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (LecternPageWords));
  guint n = words->len;
  guint m = others->len;
  g_autofree guint *common = NULL;
  guint i;
  guint k;

  if ((gsize) n * m > MOST_WORK)
    return marks;

  common = g_new0 (guint, (n + 1) * (m + 1));
  for (i = n; i-- > 0;)
    for (k = m; k-- > 0;)
      common[i * (m + 1) + k] =
        is_same (line, g_array_index (words, LecternPageWords, i), other, g_array_index (others, LecternPageWords, k))
        ? common[(i + 1) * (m + 1) + k + 1] + 1
        : MAX (common[(i + 1) * (m + 1) + k], common[i * (m + 1) + k + 1]);

  for (i = 0, k = 0; i < n;)
    {
      if (k < m && is_same (line, g_array_index (words, LecternPageWords, i),
                            other, g_array_index (others, LecternPageWords, k)))
        {
          i++;
          k++;
        }
      else if (k < m && common[i * (m + 1) + k + 1] >= common[(i + 1) * (m + 1) + k])
        {
          k++;
        }
      else
        {
          mark (marks, line, g_array_index (words, LecternPageWords, i));
          i++;
        }
    }

  return marks;
}
