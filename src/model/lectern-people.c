/* lectern-people.c: who presented how often, and whose turn it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-people.h"

/**
 * lectern_person_free:
 * @self: (transfer full): a person
 *
 * Frees a person.
 */
void
lectern_person_free (LecternPerson *self)
{
  g_free (self->name);
  g_free (self);
}

static void
count_session (LecternPerson  *person,
               LecternSession *session,
               const GDate    *today)
{
  GDate date;
  gboolean dated = lectern_session_get_gdate (session, &date);

  if (dated && g_date_compare (&date, today) < 0)
    person->n_past++;
  else
    person->n_planned++;

  if (dated && (!g_date_valid (&person->last) || g_date_compare (&date, &person->last) > 0))
    person->last = date;
}

/* The one who was never on comes first, then the one whose turn is longest
 * ago; of two, the one who did it less often. */
static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const LecternPerson *left = *(LecternPerson * const *) a;
  const LecternPerson *right = *(LecternPerson * const *) b;
  int order = 0;

  if (!g_date_valid (&left->last) || !g_date_valid (&right->last))
    order = g_date_valid (&left->last) - g_date_valid (&right->last);
  else
    order = g_date_compare (&left->last, &right->last);

  if (order == 0)
    order = (int) (left->n_past + left->n_planned) - (int) (right->n_past + right->n_planned);

  return order != 0 ? order : g_utf8_collate (left->name, right->name);
}

/**
 * lectern_people_list:
 * @schedule: a schedule
 * @today: today's date
 *
 * Lists everybody who presents in a session that is not cancelled.
 *
 * Returns: (transfer full) (element-type LecternPerson): the people, the one
 *   whose turn is longest ago first
 */
GPtrArray *
lectern_people_list (LecternSchedule *schedule,
                     const GDate     *today)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_person_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char * const *names = lectern_session_get_presenters (session);

      if (names == NULL || lectern_session_get_cancelled (session))
        continue;

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *folded = g_utf8_casefold (names[j], -1);
          LecternPerson *person = g_hash_table_lookup (by_name, folded);

          if (person == NULL)
            {
              person = g_new0 (LecternPerson, 1);
              g_date_clear (&person->last, 1);
              g_ptr_array_add (people, person);
              g_hash_table_insert (by_name, g_steal_pointer (&folded), person);
            }
          g_free (person->name);
          person->name = g_strdup (names[j]);
          count_session (person, session, today);
        }
    }

  g_ptr_array_sort (people, compare_turns);

  return people;
}

/**
 * lectern_people_suggest:
 * @schedule: a schedule
 * @today: today's date
 *
 * Suggests who could present next: whose turn is longest ago, and who has none
 * planned.
 *
 * Returns: (transfer full) (nullable): a name, or %NULL if everybody has a turn
 *   planned or nobody is known
 */
char *
lectern_people_suggest (LecternSchedule *schedule,
                        const GDate     *today)
{
  g_autoptr (GPtrArray) people = lectern_people_list (schedule, today);

  for (guint i = 0; i < people->len; i++)
    {
      LecternPerson *person = g_ptr_array_index (people, i);

      if (person->n_planned == 0)
        return g_strdup (person->name);
    }

  return NULL;
}
