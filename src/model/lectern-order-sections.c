/* lectern-order-sections.c: the sections of a schedule, and what is out of
 * order in them
 *
 * Of all ways to read the rows, the one that leaves the fewest of them out of
 * order is taken, and beginning a section, or going backwards, has to be worth
 * it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-order-private.h"

/* How many rows out of order a new section has to explain, so that a few rows
 * at a wrong place do not become one. */
#define SECTION_COST 3

/* The same, for a section that begins with the latest date. */
#define NEWEST_FIRST_COST 2

enum
{
  FORWARDS,
  BACKWARDS,
  N_WAYS
};

typedef struct
{
  int cost;
  int row;
} Best;

/* For each row that stands in order in a section of one way or the other: what
 * the rows after it cost at least, which row in order follows, and whether a
 * section begins with it. */
typedef struct
{
  int  cost[N_WAYS];
  int  next[N_WAYS];
  char begins[N_WAYS];
} Reading;

static LecternOrderEntry *
get (GArray *entries,
     guint   i)
{
  return &g_array_index (entries, LecternOrderEntry, i);
}

/* The smallest cost among rows whose dates are at most of a rank; of equal
 * ones, the earliest row.  A binary indexed tree. */
static Best
tree_find (const Best *tree,
           guint       rank)
{
  Best best = { G_MAXINT, -1 };

  for (guint i = rank; i > 0; i -= i & -i)
    {
      if (tree[i].cost < best.cost || (tree[i].cost == best.cost && tree[i].row < best.row))
        best = tree[i];
    }

  return best;
}

/* The rows come from the last to the first. */
static void
tree_add (Best  *tree,
          guint  n,
          guint  rank,
          Best   added)
{
  for (guint i = rank; i <= n; i += i & -i)
    {
      if (added.cost <= tree[i].cost)
        tree[i] = added;
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* The rank of each row's date, from 1; equal dates have one rank. */
static guint *
rank_dates (GArray *entries)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint *ranks = g_new (guint, entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      guint32 day = g_date_get_julian (&get (entries, i)->date);

      g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);

  for (guint i = 0; i < entries->len; i++)
    {
      guint32 day = g_date_get_julian (&get (entries, i)->date);
      guint low = 0;
      guint high = days->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (days, guint32, middle) < day)
            low = middle + 1;
          else
            high = middle;
        }
      ranks[i] = low + 1;
    }

  return ranks;
}

/* What a section that begins with a row costs at least, and which way it goes. */
static int
begin_section (const Reading *reading,
               int           *way)
{
  *way = reading->cost[BACKWARDS] + NEWEST_FIRST_COST < reading->cost[FORWARDS] ? BACKWARDS : FORWARDS;

  return reading->cost[*way] + (*way == BACKWARDS ? NEWEST_FIRST_COST : 0);
}

/* Costs are kept with the row's number added, so that what lies between two
 * rows need not be counted.  Returns the first row in order. */
static Best
read_all (GArray  *entries,
          Reading *readings)
{
  int n = entries->len;
  g_autofree guint *ranks = rank_dates (entries);
  g_autofree Best *forwards = g_new (Best, n + 1);
  g_autofree Best *backwards = g_new (Best, n + 1);
  Best *trees[N_WAYS] = { forwards, backwards };
  Best section = { G_MAXINT / 2, -1 };

  for (int i = 0; i <= n; i++)
    trees[FORWARDS][i] = trees[BACKWARDS][i] = (Best) { G_MAXINT / 2, -1 };

  for (int i = n - 1; i >= 0; i--)
    {
      Reading *reading = &readings[i];
      /* Later dates have the lower rank if what follows has to be later. */
      guint own[N_WAYS] = { n + 1 - ranks[i], ranks[i] };
      int way;
      int cost;

      for (int w = 0; w < N_WAYS; w++)
        {
          Best next = tree_find (trees[w], own[w]);

          reading->cost[w] = n - 1 - i;
          reading->next[w] = -1;
          reading->begins[w] = FALSE;
          if (next.row >= 0 && next.cost - i - 1 < reading->cost[w])
            {
              reading->cost[w] = next.cost - i - 1;
              reading->next[w] = next.row;
            }
          if (section.row >= 0 && section.cost + SECTION_COST - i - 1 < reading->cost[w])
            {
              reading->cost[w] = section.cost + SECTION_COST - i - 1;
              reading->next[w] = section.row;
              reading->begins[w] = TRUE;
            }
        }

      for (int w = 0; w < N_WAYS; w++)
        tree_add (trees[w], n, own[w], (Best) { reading->cost[w] + i, i });
      cost = begin_section (reading, &way) + i;
      if (cost <= section.cost)
        section = (Best) { cost, i };
    }

  return section;
}

/* Says of each entry in which section it is, and whether it is in order. */
void
lectern_order_find_sections (GArray *entries)
{
  g_autofree Reading *readings = g_new (Reading, entries->len + 1);
  int i = read_all (entries, readings).row;
  guint section = 0;
  int way = FORWARDS;

  if (i >= 0)
    begin_section (&readings[i], &way);
  while (i >= 0)
    {
      LecternOrderEntry *entry = get (entries, i);
      int next = readings[i].next[way];

      entry->in_order = TRUE;
      entry->section = section;
      entry->newest_first = way == BACKWARDS;
      if (readings[i].begins[way])
        {
          section++;
          begin_section (&readings[next], &way);
        }
      i = next;
    }
}
