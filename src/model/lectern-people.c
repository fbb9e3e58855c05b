/* lectern-people.c: who presented how often, and whose turn it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More names than this do not help. */
#define MOST_COMPLETIONS 5

G_DEFINE_QUARK (lectern-people-error-quark, lectern_people_error)

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

/* What two spellings of one name have in common; %NULL for no name. */
static char *
fold_name (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return *stripped != '\0' ? g_utf8_casefold (stripped, -1) : NULL;
}

/* Whether one of the first @n of some names is that. */
static gboolean
names_contain (const char * const *names,
               guint               n,
               const char         *folded)
{
  for (guint i = 0; names != NULL && i < n && names[i] != NULL; i++)
    {
      g_autofree char *other = fold_name (names[i]);

      if (g_strcmp0 (other, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
count_session (LecternPerson  *person,
               LecternSession *session,
               const GDate    *today)
{
  GDate date;
  gboolean dated = lectern_session_get_gdate (session, &date);

  if (!dated || g_date_compare (&date, today) >= 0)
    {
      person->n_planned++;
      if (dated && (!g_date_valid (&person->next) || g_date_compare (&date, &person->next) < 0))
        person->next = date;
      return;
    }

  person->n_past++;
  if (!g_date_valid (&person->last) || g_date_compare (&date, &person->last) > 0)
    person->last = date;
}

/* Of two dates the earlier; none at all is earlier than any. */
static int
compare_dates (const GDate *left,
               const GDate *right)
{
  if (!g_date_valid (left) || !g_date_valid (right))
    return g_date_valid (left) - g_date_valid (right);

  return g_date_compare (left, right);
}

/* Who has a turn ahead waits for those who have none; of these the one who
 * never presented comes first, then the one for whom it is longest ago. */
static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const LecternPerson *left = *(LecternPerson * const *) a;
  const LecternPerson *right = *(LecternPerson * const *) b;
  int order = left->skipped - right->skipped;

  if (order == 0)
    order = (left->n_planned > 0) - (right->n_planned > 0);
  if (order == 0)
    order = compare_dates (&left->last, &right->last);
  if (order == 0)
    order = (left->n_past > right->n_past) - (left->n_past < right->n_past);

  return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

static LecternPerson *
find_person (GPtrArray  *people,
             GHashTable *by_name,
             const char *name,
             const char *folded)
{
  LecternPerson *person = g_hash_table_lookup (by_name, folded);

  if (person == NULL)
    {
      person = g_new0 (LecternPerson, 1);
      g_date_clear (&person->last, 1);
      g_date_clear (&person->next, 1);
      person->order = people->len;
      g_ptr_array_add (people, person);
      g_hash_table_insert (by_name, g_strdup (folded), person);
    }
  g_free (person->name);
  person->name = g_strstrip (g_strdup (name));

  return person;
}

/* Those whom the sessions name, but for one session. */
static GPtrArray *
list_but (LecternSchedule *schedule,
          LecternSession  *but,
          const GDate     *today)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_person_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char * const *skipped =
    lectern_head_get_skip_presenters (lectern_schedule_get_head (schedule));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char * const *names = lectern_session_get_presenters (session);

      if (names == NULL || session == but
          || lectern_session_get_kind (session) != LECTERN_KIND_SESSION)
        continue;

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *folded = fold_name (names[j]);
          LecternPerson *person;

          if (folded == NULL || names_contain (names, j, folded))
            continue;

          person = find_person (people, by_name, names[j], folded);
          person->skipped = names_contain (skipped, G_MAXUINT, folded);
          if (!lectern_session_get_cancelled (session))
            count_session (person, session, today);
        }
    }

  g_ptr_array_sort (people, compare_turns);

  return people;
}

/**
 * lectern_people_list:
 * @schedule: a schedule
 * @today: today's date
 *
 * Lists everybody whom a session names as a presenter.  One that is cancelled
 * makes them known, but is not counted; breaks and announcements have no
 * presenters.  Names are the same if they differ in nothing but case and the
 * blanks around them.
 *
 * Returns: (transfer full) (element-type LecternPerson): the people, the one
 *   whose turn it is first, those who are skipped last
 */
GPtrArray *
lectern_people_list (LecternSchedule *schedule,
                     const GDate     *today)
{
  return list_but (schedule, NULL, today);
}

/**
 * lectern_people_suggest:
 * @schedule: a schedule
 * @session: (nullable): the session that needs somebody
 * @today: today's date
 *
 * Suggests who could present: who presented least recently, if possible one
 * who has no turn ahead.  Who presents in @session already is not suggested
 * for it.
 *
 * Returns: (transfer full) (nullable): a name, or %NULL if there is nobody
 */
char *
lectern_people_suggest (LecternSchedule *schedule,
                        LecternSession  *session,
                        const GDate     *today)
{
  g_autoptr (GPtrArray) people = lectern_people_list (schedule, today);

  for (guint i = 0; i < people->len; i++)
    {
      LecternPerson *person = g_ptr_array_index (people, i);
      g_autofree char *folded = fold_name (person->name);

      if (!person->skipped
          && (session == NULL
              || !names_contain (lectern_session_get_presenters (session), G_MAXUINT, folded)))
        return g_strdup (person->name);
    }

  return NULL;
}

/* Whether a name, or a word in it, begins like that. */
static gboolean
begins_with (const char *name,
             const char *folded)
{
  g_autofree char *whole = fold_name (name);

  for (const char *word = whole; word != NULL && *word != '\0';)
    {
      if (g_str_has_prefix (word, folded))
        return TRUE;
      word = strchr (word, ' ');
      word = word != NULL ? word + 1 : NULL;
    }

  return FALSE;
}

/**
 * lectern_people_complete:
 * @schedule: a schedule
 * @session: (nullable): the session in which they are typed, which says nothing
 *   of who is known
 * @typed: names with commas between, of which the last may be half typed
 * @today: today's date
 *
 * Finds the known presenters who could be meant by the last name: it, or a word
 * in it, begins with what is typed.  Who is named already is not meant.
 *
 * Returns: (transfer full) (array zero-terminated=1): a few names, the one
 *   whose turn it is first; none if a name is known just as it is typed
 */
char **
lectern_people_complete (LecternSchedule *schedule,
                         LecternSession  *session,
                         const char      *typed,
                         const GDate     *today)
{
  g_autoptr (GPtrArray) people = list_but (schedule, session, today);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = g_strsplit (typed, ",", -1);
  guint n_names = g_strv_length (names);
  g_autofree char *last = n_names > 0 ? fold_name (names[n_names - 1]) : NULL;
  guint n = 0;

  for (guint i = 0; last != NULL && i < people->len && n < MOST_COMPLETIONS; i++)
    {
      const LecternPerson *person = g_ptr_array_index (people, i);
      g_autofree char *folded = fold_name (person->name);

      if (g_str_equal (folded, last))
        return g_new0 (char *, 1);
      if (names_contain ((const char * const *) names, n_names - 1, folded)
          || !begins_with (person->name, last))
        continue;
      g_strv_builder_add (builder, person->name);
      n++;
    }

  return g_strv_builder_end (builder);
}

/**
 * lectern_people_skip:
 * @history: the history of a schedule
 * @name: a name
 * @skip: whether to skip them
 *
 * Lets a person be suggested as a presenter, or not, as one step.
 */
void
lectern_people_skip (LecternHistory *history,
                     const char     *name,
                     gboolean        skip)
{
  LecternHead *head = lectern_schedule_get_head (lectern_history_get_schedule (history));
  const char * const *old = lectern_head_get_skip_presenters (head);
  g_autofree char *folded = fold_name (name);
  g_autoptr (LecternHead) after = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) names = NULL;

  if (folded == NULL || names_contain (old, G_MAXUINT, folded) == !!skip)
    return;

  builder = g_strv_builder_new ();
  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    {
      g_autofree char *other = fold_name (old[i]);

      if (g_strcmp0 (other, folded) != 0)
        g_strv_builder_add (builder, old[i]);
    }
  if (skip)
    g_strv_builder_add (builder, name);
  names = g_strv_builder_end (builder);

  after = lectern_head_copy (head);
  lectern_record_set_strings (LECTERN_RECORD (after), LECTERN_HEAD_SKIP_PRESENTERS,
                              names[0] != NULL ? (const char * const *) names : NULL);
  lectern_history_change_head (history, after,
                               skip ? _("Skip Presenter") : _("Do Not Skip Presenter"), NULL);
}

static LecternSession *
copy_with (LecternSession *session,
           const char     *name)
{
  LecternSession *copy = lectern_session_copy (session);
  const char *names[] = { name, NULL };

  lectern_record_set_strings (LECTERN_RECORD (copy), LECTERN_SESSION_PRESENTERS, names);

  return copy;
}

/**
 * lectern_people_assign:
 * @history: the history of a schedule
 * @session: a session of that schedule
 * @name: a name
 *
 * Lets a person alone present in a session, as one step.  Unlike an edit of
 * the member `presenters`, this takes a name with a comma.
 */
void
lectern_people_assign (LecternHistory *history,
                       LecternSession *session,
                       const char     *name)
{
  g_autoptr (LecternSession) after = copy_with (session, name);

  lectern_history_change_session (history, session, after, _("Change Presenters"), NULL);
}

static gboolean
is_vacant (LecternSession *session,
           const GDate    *today)
{
  const char * const *names = lectern_session_get_presenters (session);
  GDate date;

  if (lectern_session_get_kind (session) != LECTERN_KIND_SESSION
      || lectern_session_get_cancelled (session)
      || !lectern_session_get_gdate (session, &date) || g_date_compare (&date, today) < 0)
    return FALSE;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *folded = fold_name (names[i]);

      if (folded != NULL)
        return FALSE;
    }

  return TRUE;
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  GDate left, right;

  lectern_session_get_gdate (*(LecternSession * const *) a, &left);
  lectern_session_get_gdate (*(LecternSession * const *) b, &right);

  return g_date_compare (&left, &right);
}

/**
 * lectern_people_plan_rota:
 * @schedule: a schedule
 * @today: today's date
 * @error: return location for an error of domain %LECTERN_PEOPLE_ERROR
 *
 * Plans who presents in the sessions from today on that have no presenter: one
 * after another in the order in which [func@people_suggest] names them, and
 * again from the first when all had a turn.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if there is nobody
 *   who could present
 */
LecternPlan *
lectern_people_plan_rota (LecternSchedule  *schedule,
                          const GDate      *today,
                          GError          **error)
{
  g_autoptr (GPtrArray) people = lectern_people_list (schedule, today);
  g_autoptr (GPtrArray) vacant = g_ptr_array_new ();
  LecternPlan *plan;
  guint n = 0;

  /* Those who are skipped are the last ones. */
  while (n < people->len && !((LecternPerson *) g_ptr_array_index (people, n))->skipped)
    n++;
  if (n == 0)
    {
      g_set_error_literal (error, LECTERN_PEOPLE_ERROR, LECTERN_PEOPLE_ERROR_NOBODY,
                           _("Nobody is known who could present. Enter a presenter in a session first."));
      return NULL;
    }

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      if (is_vacant (lectern_schedule_get_session (schedule, i), today))
        g_ptr_array_add (vacant, lectern_schedule_get_session (schedule, i));
    }
  /* Stable, since GLib sorts arrays by merging. */
  g_ptr_array_sort (vacant, compare_sessions);

  plan = lectern_plan_new ();
  plan->label = g_strdup (_("Fill Planned Sessions"));
  for (guint i = 0; i < vacant->len; i++)
    {
      LecternSession *session = g_ptr_array_index (vacant, i);
      LecternPerson *person = g_ptr_array_index (people, i % n);

      lectern_plan_add (plan, session, copy_with (session, person->name));
    }

  return plan;
}
