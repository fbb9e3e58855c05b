/* lectern-merge-list.c: a list of papers or resources that two sides have changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-merge-private.h"

/* A list, and for each of its items which of the base's it was, or -1. */
typedef struct
{
  GListModel *list;
  guint       n;
  int        *was;
} Side;

typedef struct
{
  GListModel *base;
  guint       n_base;
  Side        mine;
  Side        theirs;
  GPtrArray  *merged;
  guint      *ends;     /* where each item of the side that gives the order ends */
} Lists;

/* Whether two items are about the same thing, whatever else they say. */
static gboolean
about_same (LecternRecord *a,
            LecternRecord *b)
{
  static const guint paper[] = { LECTERN_PAPER_URL, LECTERN_PAPER_TITLE };
  static const guint resource[] = { LECTERN_RESOURCE_FILE, LECTERN_RESOURCE_URL,
                                    LECTERN_RESOURCE_LABEL };
  const guint *members = LECTERN_IS_PAPER (a) ? paper : resource;
  guint n = LECTERN_IS_PAPER (a) ? G_N_ELEMENTS (paper) : G_N_ELEMENTS (resource);

  for (guint i = 0; i < n; i++)
    {
      if (!lectern_record_member_is_absent (a, members[i]) &&
          lectern_record_member_equal (a, b, members[i]))
        return TRUE;
    }

  return FALSE;
}

static void
pair (Side       *side,
      GListModel *base,
      gboolean   *taken,
      gboolean  (*fits) (LecternRecord *a, LecternRecord *b))
{
  guint n_base = g_list_model_get_n_items (base);

  for (guint i = 0; i < side->n; i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (side->list, i);

      for (guint j = 0; side->was[i] < 0 && j < n_base; j++)
        {
          g_autoptr (LecternRecord) old = g_list_model_get_item (base, j);

          if (!taken[j] && fits (item, old))
            {
              side->was[i] = j;
              taken[j] = TRUE;
            }
        }
    }
}

/* As long as before: what is at the same place is the same one, edited. */
static void
pair_by_place (Side     *side,
               guint     n_base,
               gboolean *taken)
{
  for (guint i = 0; side->n == n_base && i < n_base; i++)
    {
      if (side->was[i] < 0 && !taken[i])
        {
          side->was[i] = i;
          taken[i] = TRUE;
        }
    }
}

static void
side_init (Side       *side,
           GListModel *list,
           GListModel *base)
{
  guint n_base = g_list_model_get_n_items (base);
  g_autofree gboolean *taken = g_new0 (gboolean, n_base + 1);

  side->list = list;
  side->n = g_list_model_get_n_items (list);
  side->was = g_new (int, side->n + 1);
  for (guint i = 0; i < side->n; i++)
    side->was[i] = -1;

  pair (side, base, taken, lectern_record_equal);
  pair (side, base, taken, about_same);
  pair_by_place (side, n_base, taken);
}

static int
find_was (Side *side,
          int   base)
{
  for (guint i = 0; i < side->n; i++)
    {
      if (side->was[i] == base)
        return i;
    }

  return -1;
}

static gboolean
is_moved (Side *side)
{
  int last = -1;

  for (guint i = 0; i < side->n; i++)
    {
      if (side->was[i] >= 0 && side->was[i] < last)
        return TRUE;
      last = MAX (last, side->was[i]);
    }

  return FALSE;
}

/* A copy, by the place that it has in theirs: that is what the text has. */
static LecternRecord *
copy_item (LecternRecord *item,
           LecternRecord *theirs)
{
  LecternRecord *copy = g_object_new (G_OBJECT_TYPE (item), NULL);

  lectern_record_assign (copy, item);
  lectern_record_set_origin (copy, theirs != NULL ? lectern_record_get_origin (theirs) : -1);

  return copy;
}

static LecternRecord *
get_item (GListModel *list,
          int         i)
{
  return i >= 0 ? g_list_model_get_item (list, i) : NULL;
}

static gboolean
add_merged (Lists *self,
            int    was,
            int    mine,
            int    theirs)
{
  g_autoptr (LecternRecord) old = get_item (self->base, was);
  g_autoptr (LecternRecord) left = get_item (self->mine.list, mine);
  g_autoptr (LecternRecord) right = get_item (self->theirs.list, theirs);
  LecternRecord *merged;

  /* Taken out by one side: not if the other has changed it. */
  if (old != NULL && (left == NULL || right == NULL))
    return lectern_record_equal (old, left != NULL ? left : right);

  merged = copy_item (right != NULL ? right : left, right);
  g_ptr_array_add (self->merged, merged);

  return old == NULL || lectern_merge_record (old, left, right, merged, NULL, NULL) == 0;
}

/* What was added by both is one. */
static int
find_added (Side          *side,
            LecternRecord *item)
{
  for (guint i = 0; i < side->n; i++)
    {
      g_autoptr (LecternRecord) other = g_list_model_get_item (side->list, i);

      if (side->was[i] < 0 && lectern_record_equal (item, other))
        return i;
    }

  return -1;
}

/* The items in the order of one side. */
static gboolean
merge_in_order (Lists    *self,
                gboolean  of_mine)
{
  Side *first = of_mine ? &self->mine : &self->theirs;
  Side *second = of_mine ? &self->theirs : &self->mine;

  for (guint i = 0; i < first->n; i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (first->list, i);
      int other = first->was[i] < 0 ? find_added (second, item) : find_was (second, first->was[i]);

      if (!add_merged (self, first->was[i], of_mine ? (int) i : other, of_mine ? other : (int) i))
        return FALSE;
      self->ends[i] = self->merged->len;
    }

  /* What only the second side still has. */
  for (guint i = 0; i < self->n_base; i++)
    {
      int other = find_was (second, i);

      if (other >= 0 && find_was (first, i) < 0 &&
          !add_merged (self, i, of_mine ? -1 : other, of_mine ? other : -1))
        return FALSE;
    }

  return TRUE;
}

/* What the second side added stands after what it stood after. */
static void
insert_added (Lists    *self,
              gboolean  of_mine)
{
  Side *first = of_mine ? &self->mine : &self->theirs;
  Side *second = of_mine ? &self->theirs : &self->mine;
  guint place = 0;
  guint n_added = 0;

  for (guint i = 0; i < second->n; i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (second->list, i);
      int other = second->was[i] < 0 ? find_added (first, item) : find_was (first, second->was[i]);

      if (other < 0 && second->was[i] < 0)
        {
          g_ptr_array_insert (self->merged, place++, copy_item (item, of_mine ? item : NULL));
          n_added++;
        }
      else if (other >= 0)
        {
          place = MAX (place, self->ends[other] + n_added);
        }
    }
}

/* One alone is what a double click opens. */
static guint
count_primary (LecternRecord **items,
               guint           n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += LECTERN_IS_RESOURCE (items[i]) &&
             lectern_resource_get_primary (LECTERN_RESOURCE (items[i]));

  return count;
}

static guint
count_primary_of (GListModel *list)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);

      count += count_primary (&item, 1);
    }

  return count;
}

/* Puts the merged list into @into, and returns whether there is one. */
gboolean
lectern_merge_list (LecternRecord *base,
                    LecternRecord *mine,
                    LecternRecord *theirs,
                    LecternRecord *into,
                    guint          member)
{
  Lists self = { lectern_record_get_records (base, member), 0 };
  GListModel *list = lectern_record_get_records (into, member);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *ends = NULL;
  gboolean done;
  gboolean of_mine;

  self.n_base = g_list_model_get_n_items (self.base);
  self.merged = merged;
  side_init (&self.mine, lectern_record_get_records (mine, member), self.base);
  side_init (&self.theirs, lectern_record_get_records (theirs, member), self.base);

  ends = g_new0 (guint, MAX (self.mine.n, self.theirs.n) + 1);
  self.ends = ends;
  of_mine = is_moved (&self.mine);
  done = !(of_mine && is_moved (&self.theirs)) && merge_in_order (&self, of_mine);
  if (done)
    insert_added (&self, of_mine);
  if (count_primary ((LecternRecord **) merged->pdata, merged->len) >
      MAX (count_primary_of (self.mine.list), MAX (1, count_primary_of (self.theirs.list))))
    done = FALSE;
  if (done)
    g_list_store_splice (G_LIST_STORE (list), 0, g_list_model_get_n_items (list),
                         merged->pdata, merged->len);

  g_free (self.mine.was);
  g_free (self.theirs.was);

  return done;
}
