/* lectern-merge.c: what two programs made of one schedule, put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-merge-private.h"

#include <string.h>

#include "lectern-pair.h"

/**
 * LecternMerge:
 *
 * Three versions of a schedule: the base that both sides began with, mine and
 * theirs.  What one side changed is taken, session by session and member by
 * member; what both changed, each in another way, is a conflict.  Nothing is
 * changed before it is applied.
 *
 * What theirs says is taken with its text, so that nothing is lost that only
 * their file knows.
 */

/* One session of the result, unless it is only there if a conflict says so. */
typedef struct
{
  LecternSession       *session;
  LecternSession       *base;
  LecternSession       *mine;
  LecternSession       *theirs;
  LecternMergeConflict *removal;
} Entry;

struct _LecternMerge
{
  LecternSchedule *base;
  LecternSchedule *mine;
  LecternSchedule *theirs;

  LecternHead     *head;
  GPtrArray       *entries;
  GHashTable      *by_mine;
  GPtrArray       *conflicts;
};

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->session);
  g_free (entry);
}

static void
conflict_free (LecternMergeConflict *conflict)
{
  g_clear_object (&conflict->session);
  g_clear_object (&conflict->mine);
  g_clear_object (&conflict->theirs);
  g_clear_object (&conflict->into);
  g_free (conflict);
}

/**
 * lectern_merge_free:
 * @self: a merge
 *
 * Frees a merge, with its conflicts.
 */
void
lectern_merge_free (LecternMerge *self)
{
  g_clear_object (&self->base);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  g_clear_object (&self->head);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->by_mine, g_hash_table_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

/* Whether a file says the same with the same text, or there are no texts. */
static gboolean
is_untouched (LecternSession *base,
              LecternSession *theirs)
{
  if (lectern_session_get_source (theirs, NULL, NULL, NULL))
    return lectern_pair_same_text (base, theirs);

  return lectern_pair_same (base, theirs);
}

/* What becomes of a session that both sides have. */
static LecternSession *
merge_session (LecternMerge   *self,
               LecternSession *base,
               LecternSession *mine,
               LecternSession *theirs)
{
  g_autoptr (LecternSession) empty = NULL;
  LecternSession *merged;

  if (base != NULL && is_untouched (base, theirs))
    return g_object_ref (mine);
  if (lectern_pair_same (mine, theirs) || (base != NULL && lectern_pair_same (base, mine)))
    return g_object_ref (theirs);

  if (base == NULL)
    base = empty = lectern_session_new ();
  merged = lectern_session_copy (theirs);
  lectern_merge_record (LECTERN_RECORD (base), LECTERN_RECORD (mine), LECTERN_RECORD (theirs),
                        LECTERN_RECORD (merged), mine, self->conflicts);

  return merged;
}

/* One side has changed what the other has removed: it stays unless that is
 * chosen. */
static LecternMergeConflict *
add_removal (LecternMerge   *self,
             LecternSession *mine,
             LecternSession *theirs)
{
  LecternMergeConflict *conflict = g_new0 (LecternMergeConflict, 1);

  conflict->session = g_object_ref (mine != NULL ? mine : theirs);
  conflict->mine = mine != NULL ? g_object_ref (LECTERN_RECORD (mine)) : NULL;
  conflict->theirs = theirs != NULL ? g_object_ref (LECTERN_RECORD (theirs)) : NULL;
  conflict->use_mine = mine != NULL;
  g_ptr_array_add (self->conflicts, conflict);

  return conflict;
}

/* @mine or @theirs may be NULL, and @base. */
static Entry *
make_entry (LecternMerge   *self,
            LecternSession *base,
            LecternSession *mine,
            LecternSession *theirs)
{
  LecternSession *left = mine != NULL ? mine : theirs;
  Entry *entry;

  if (base != NULL && (mine == NULL || theirs == NULL) && lectern_pair_same (base, left))
    return NULL;

  entry = g_new0 (Entry, 1);
  entry->base = base;
  entry->mine = mine;
  entry->theirs = theirs;
  if (mine != NULL && theirs != NULL)
    entry->session = merge_session (self, base, mine, theirs);
  else
    entry->session = g_object_ref (left);
  if (base != NULL && (mine == NULL || theirs == NULL))
    entry->removal = add_removal (self, mine, theirs);
  if (mine != NULL)
    g_hash_table_insert (self->by_mine, mine, entry);

  return entry;
}

static GHashTable *
turn (GPtrArray *pairs,
      GPtrArray *others)
{
  GHashTable *turned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      if (g_ptr_array_index (pairs, i) != NULL)
        g_hash_table_insert (turned, g_ptr_array_index (pairs, i), g_ptr_array_index (others, i));
    }

  return turned;
}

/* For what both sides added. */
static GHashTable *
pair_added (GPtrArray *mine,
            GPtrArray *bases_of_mine,
            GPtrArray *theirs,
            GPtrArray *bases_of_theirs)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  g_autoptr (GPtrArray) pairs = NULL;

  for (guint i = 0; i < mine->len; i++)
    {
      if (g_ptr_array_index (bases_of_mine, i) == NULL)
        g_ptr_array_add (left, g_ptr_array_index (mine, i));
    }
  for (guint i = 0; i < theirs->len; i++)
    {
      if (g_ptr_array_index (bases_of_theirs, i) == NULL)
        g_ptr_array_add (right, g_ptr_array_index (theirs, i));
    }
  pairs = lectern_pair_sessions (right, left, TRUE);

  return turn (pairs, left);
}

/* For each of the sessions whether it stands elsewhere among the others than
 * in the base: all but those of a longest row that is in its order. */
static gboolean *
find_moved (GPtrArray       *bases,
            LecternSchedule *base)
{
  gboolean *moved = g_new0 (gboolean, bases->len + 1);
  g_autofree guint *places = g_new0 (guint, bases->len + 1);
  g_autofree int *before = g_new (int, bases->len + 1);
  g_autofree guint *ends = g_new0 (guint, bases->len + 1);
  guint length = 0;

  for (guint i = 0; i < bases->len; i++)
    {
      LecternSession *session = g_ptr_array_index (bases, i);
      guint low = 0;
      guint high = length;

      if (session == NULL)
        continue;

      moved[i] = TRUE;
      lectern_schedule_find_key (base, lectern_session_get_key (session), &places[i]);
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[ends[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) ends[low - 1] : -1;
      ends[low] = i;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? (int) ends[length - 1] : -1; i >= 0; i = before[i])
    moved[i] = FALSE;

  return moved;
}

/* Among what both sides added at one place, the earlier one comes first. */
static gboolean
comes_before (Entry *other,
              Entry *entry)
{
  const char *date = lectern_session_get_date (entry->session);
  const char *other_date = lectern_session_get_date (other->session);

  return other->base == NULL && other->mine == NULL && entry->base == NULL &&
         date != NULL && other_date != NULL && strcmp (other_date, date) <= 0;
}

/* In the order of theirs stands what is not mine alone; what I added or moved
 * stands after what it stood after. */
static void
place_mine (LecternMerge *self,
            GPtrArray    *mine,
            gboolean     *moved)
{
  Entry *previous = NULL;

  for (guint i = 0; i < mine->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->by_mine, g_ptr_array_index (mine, i));
      guint place = 0;

      if (entry == NULL)
        continue;

      if (entry->theirs == NULL || moved[i])
        {
          if (entry->theirs != NULL && g_ptr_array_find (self->entries, entry, &place))
            g_ptr_array_steal_index (self->entries, place);
          place = 0;
          if (previous != NULL && g_ptr_array_find (self->entries, previous, &place))
            place++;
          while (place < self->entries->len &&
                 comes_before (g_ptr_array_index (self->entries, place), entry))
            place++;
          g_ptr_array_insert (self->entries, place, entry);
        }
      previous = entry;
    }
}

static void
merge_sessions (LecternMerge *self)
{
  g_autoptr (GPtrArray) base = lectern_pair_list (self->base);
  g_autoptr (GPtrArray) mine = lectern_pair_list (self->mine);
  g_autoptr (GPtrArray) theirs = lectern_pair_list (self->theirs);
  g_autoptr (GPtrArray) bases_of_mine = lectern_pair_sessions (base, mine, FALSE);
  g_autoptr (GPtrArray) bases_of_theirs = lectern_pair_sessions (base, theirs, FALSE);
  g_autoptr (GHashTable) mine_of_base = turn (bases_of_mine, mine);
  g_autoptr (GHashTable) added = pair_added (mine, bases_of_mine, theirs, bases_of_theirs);
  g_autofree gboolean *moved = find_moved (bases_of_mine, self->base);

  for (guint i = 0; i < theirs->len; i++)
    {
      LecternSession *session = g_ptr_array_index (theirs, i);
      LecternSession *was = g_ptr_array_index (bases_of_theirs, i);
      LecternSession *own = was != NULL ? g_hash_table_lookup (mine_of_base, was)
                                        : g_hash_table_lookup (added, session);
      Entry *entry = make_entry (self, was, own, session);

      if (entry != NULL)
        g_ptr_array_add (self->entries, entry);
    }

  /* What they do not have is placed with the rest of mine. */
  for (guint i = 0; i < mine->len; i++)
    {
      if (!g_hash_table_contains (self->by_mine, g_ptr_array_index (mine, i)))
        make_entry (self, g_ptr_array_index (bases_of_mine, i), g_ptr_array_index (mine, i), NULL);
    }
  place_mine (self, mine, moved);
}

/**
 * lectern_merge_new:
 * @base: what both sides began with
 * @mine: what I made of it; it must stay as it is until the merge is applied
 * @theirs: what they made of it
 *
 * Puts two versions of a schedule together.
 *
 * Returns: (transfer full): the merge
 */
LecternMerge *
lectern_merge_new (LecternSchedule *base,
                   LecternSchedule *mine,
                   LecternSchedule *theirs)
{
  LecternMerge *self;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (base), NULL);
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (mine), NULL);
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (theirs), NULL);

  self = g_new0 (LecternMerge, 1);
  self->base = g_object_ref (base);
  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->by_mine = g_hash_table_new (NULL, NULL);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);

  self->head = lectern_head_copy (lectern_schedule_get_head (theirs));
  lectern_merge_record (LECTERN_RECORD (lectern_schedule_get_head (base)),
                        LECTERN_RECORD (lectern_schedule_get_head (mine)),
                        LECTERN_RECORD (lectern_schedule_get_head (theirs)),
                        LECTERN_RECORD (self->head), NULL, self->conflicts);
  merge_sessions (self);

  return self;
}

/**
 * lectern_merge_get_conflicts:
 * @self: a merge
 *
 * Gets what has to be chosen.
 *
 * Returns: (transfer none) (element-type LecternMergeConflict): the conflicts
 */
GPtrArray *
lectern_merge_get_conflicts (LecternMerge *self)
{
  return self->conflicts;
}

/* The sessions of the result, as they were chosen. */
static GPtrArray *
list_result (LecternMerge *self)
{
  GPtrArray *result = g_ptr_array_new ();

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      LecternMergeConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (conflict->into != NULL && conflict->use_mine)
        lectern_merge_choose (conflict->into, conflict->mine, conflict->member);
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->removal == NULL ||
          (entry->removal->use_mine ? entry->mine : entry->theirs) != NULL)
        g_ptr_array_add (result, entry->session);
    }

  return result;
}

/**
 * lectern_merge_apply:
 * @self: a merge, which is used up by it
 * @history: the history of what was given as mine
 * @label: the translated name of the step
 *
 * Makes mine say what the merge says, in one step, and be written over what
 * theirs was read from.
 *
 * Returns: whether that changed anything
 */
gboolean
lectern_merge_apply (LecternMerge   *self,
                     LecternHistory *history,
                     const char     *label)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  guint64 state = lectern_history_get_state (history);
  g_autoptr (GPtrArray) result = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (schedule == self->mine, FALSE);

  result = list_result (self);
  for (guint i = 0; i < result->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (result, i));

  lectern_history_begin_group (history, label);
  lectern_history_change_head (history, self->head, label, NULL);
  if (lectern_schedule_get_source (self->theirs) != NULL)
    lectern_history_change_source (history, lectern_schedule_get_source (self->theirs), label);
  for (guint i = lectern_schedule_get_n_sessions (schedule); i > 0; i--)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i - 1);

      if (!g_hash_table_contains (wanted, session))
        lectern_history_remove (history, session, label);
    }
  for (guint i = 0; i < result->len; i++)
    {
      LecternSession *session = g_ptr_array_index (result, i);

      if (lectern_schedule_find_key (schedule, lectern_session_get_key (session), NULL) == NULL)
        lectern_history_insert (history, session, i, label);
      else if (lectern_schedule_get_session (schedule, i) != session)
        lectern_history_move (history, session, i, label);
    }
  lectern_history_end_group (history);

  return lectern_history_get_state (history) != state;
}
