/* lectern-change-order.c: many changes at once, seen as one by who shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-change.h"

/* Where a session will stand. */
typedef struct _Place Place;
struct _Place
{
  guint64         key;
  LecternSession *session;
  Place          *previous;
  Place          *next;
};

typedef struct
{
  /* Before the first. */
  Place       start;
  GHashTable *by_key;
} Order;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->session);
  g_free (place);
}

static Place *
add_place (Order          *order,
           LecternSession *session,
           Place          *previous)
{
  Place *place = g_new0 (Place, 1);

  place->key = lectern_session_get_key (session);
  place->session = g_object_ref (session);
  g_hash_table_insert (order->by_key, &place->key, place);

  place->previous = previous;
  place->next = previous->next;
  if (place->next != NULL)
    place->next->previous = place;
  previous->next = place;

  return place;
}

/* Takes a place out of the row, not out of the table. */
static void
unlink_place (Place *place)
{
  place->previous->next = place->next;
  if (place->next != NULL)
    place->next->previous = place->previous;
}

static Place *
find_place (Order   *order,
            guint64  key)
{
  Place *place = key != 0 ? g_hash_table_lookup (order->by_key, &key) : &order->start;

  if (place == NULL)
    g_error ("History names session %" G_GUINT64_FORMAT ", which is not there", key);

  return place;
}

static void
move_place (Order   *order,
            Place   *place,
            guint64  previous)
{
  Place *before = find_place (order, previous);

  unlink_place (place);
  place->previous = before;
  place->next = before->next;
  if (place->next != NULL)
    place->next->previous = place;
  before->next = place;
}

static void
apply_to_order (Order         *order,
                LecternChange *change,
                gboolean       backwards)
{
  LecternRecord *target = backwards ? change->before : change->after;
  guint64 previous = backwards ? change->before_previous : change->after_previous;
  Place *place = g_hash_table_lookup (order->by_key, &change->key);

  if (target == NULL)
    {
      g_assert (place != NULL);
      unlink_place (place);
      g_hash_table_remove (order->by_key, &change->key);
    }
  else if (place == NULL)
    {
      /* A copy, since the schedule's one will be changed. */
      g_autoptr (LecternSession) added = lectern_session_copy (LECTERN_SESSION (target));

      add_place (order, added, find_place (order, previous));
    }
  else
    {
      lectern_record_assign (LECTERN_RECORD (place->session), target);
      if (change->before_previous != change->after_previous)
        move_place (order, place, previous);
    }
}

/* Replaces what lies between the first and the last difference. */
static void
put_in_order (LecternSchedule *schedule,
              Order           *order)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  guint old = lectern_schedule_get_n_sessions (schedule);
  guint start = 0;
  guint end = 0;

  for (Place *place = order->start.next; place != NULL; place = place->next)
    g_ptr_array_add (sessions, place->session);

  while (start < MIN (old, sessions->len)
         && lectern_schedule_get_session (schedule, start) == g_ptr_array_index (sessions, start))
    start++;
  while (end < MIN (old, sessions->len) - start
         && lectern_schedule_get_session (schedule, old - 1 - end)
            == g_ptr_array_index (sessions, sessions->len - 1 - end))
    end++;

  if (start + end < MAX (old, sessions->len))
    lectern_schedule_splice (schedule, start, old - start - end,
                             (LecternSession **) sessions->pdata + start,
                             sessions->len - start - end);
}

/**
 * lectern_change_apply_all:
 * @changes: (element-type LecternChange): changes, in order
 * @schedule: the schedule
 * @backwards: whether to take them back, the last one first
 *
 * Does what [func@change_apply] does for each of them, but those who follow
 * the list are told once: a list view takes as long over one session that
 * comes or goes as over thousands.
 */
void
lectern_change_apply_all (GPtrArray       *changes,
                          LecternSchedule *schedule,
                          gboolean         backwards)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                         NULL, place_free);
  Order order = { .by_key = by_key };
  Place *last = &order.start;

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    last = add_place (&order, lectern_schedule_get_session (schedule, i), last);

  for (guint i = 0; i < changes->len; i++)
    {
      LecternChange *change = g_ptr_array_index (changes,
                                                 backwards ? changes->len - 1 - i : i);

      if (change->key == 0)
        lectern_change_apply (change, schedule, backwards);
      else
        apply_to_order (&order, change, backwards);
    }

  put_in_order (schedule, &order);
}
