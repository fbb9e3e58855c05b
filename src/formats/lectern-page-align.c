/* lectern-page-align.c: which row of a page is which session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-align.h"

#include <string.h>

/* The two sides while they are matched: for each its partner, -1 for none. */
typedef struct
{
  LecternPageContext *context;
  LecternSchedule    *schedule;
  guint               n_entries;
  guint               n_sessions;
  int                *session_of;
  int                *entry_of;
} Aligner;

/* What both sides of a pair must have in common; %NULL for nothing. */
typedef char * (*KeyFunc) (Aligner          *self,
                           LecternPageEntry *entry,
                           LecternSession   *session);

static LecternPageEntry *
get_entry (Aligner *self,
           guint    i)
{
  return &g_array_index (self->context->reading->entries, LecternPageEntry, i);
}

static char *
key_of_id (Aligner          *self,
           LecternPageEntry *entry,
           LecternSession   *session)
{
  return g_strdup (lectern_session_get_id (session));
}

static const char *
when_of (LecternSession *session)
{
  const char *date = lectern_session_get_date (session);

  return date != NULL ? date : lectern_session_get_date_text (session);
}

static char *
key_of_title (Aligner          *self,
              LecternPageEntry *entry,
              LecternSession   *session)
{
  char *title = lectern_page_session_title (session);

  if (*title == '\0')
    g_clear_pointer (&title, g_free);

  return title;
}

static char *
key_of_both (Aligner          *self,
             LecternPageEntry *entry,
             LecternSession   *session)
{
  g_autofree char *title = lectern_page_session_title (session);
  const char *when = when_of (session);

  return when != NULL ? g_strconcat (when, "\n", title, NULL) : NULL;
}

static char *
key_of_date (Aligner          *self,
             LecternPageEntry *entry,
             LecternSession   *session)
{
  return g_strdup (when_of (session));
}

/* All that some table says of it: of another table's row nothing is asked
 * but that it would say the same. */
static char *
key_of_all (Aligner          *self,
            LecternPageEntry *entry,
            LecternSession   *session)
{
  g_autofree char *both = key_of_both (self, entry, session);
  const char * const *names = lectern_session_get_presenters (session);
  g_autofree char *joined = names != NULL ? g_strjoinv (",", (char **) names) : NULL;
  GListModel *resources = lectern_session_get_resources (session);
  GString *key = g_string_new (both);
  guint i;

  g_string_append_printf (key, "\n%s\n%s\n%s", joined != NULL ? joined : "",
                          lectern_session_get_note (session) != NULL ? lectern_session_get_note (session) : "",
                          lectern_session_get_time (session) != NULL ? lectern_session_get_time (session) : "");
  for (i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);
      g_autofree char *url = lectern_page_resource_address (resource, self->context->notes_folder,
                                                            self->context->notes_url);

      g_string_append_printf (key, "\n%s", url != NULL ? url : "");
    }

  return g_string_free (key, FALSE);
}

static void
pair (Aligner *self,
      guint    entry,
      guint    session)
{
  self->session_of[entry] = session;
  self->entry_of[session] = entry;
}

/* Pairs in order those that have the same key; those that more than one has
 * on either side are paired too. */
static void
pair_by (Aligner *self,
         KeyFunc  func)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_array_unref);
  guint i;

  for (i = 0; i < self->n_entries; i++)
    {
      g_autofree char *key = NULL;
      GArray *list;

      if (self->session_of[i] >= 0)
        continue;
      key = func (self, get_entry (self, i), get_entry (self, i)->session);
      if (key == NULL)
        continue;
      list = g_hash_table_lookup (waiting, key);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (waiting, g_steal_pointer (&key), list);
        }
      g_array_append_val (list, i);
    }

  if (g_hash_table_size (waiting) == 0)
    return;
  for (i = 0; i < self->n_sessions; i++)
    {
      g_autofree char *key = NULL;
      GArray *list;

      if (self->entry_of[i] >= 0)
        continue;
      key = func (self, NULL, lectern_schedule_get_session (self->schedule, i));
      list = key != NULL ? g_hash_table_lookup (waiting, key) : NULL;
      if (list == NULL || list->len == 0)
        continue;
      pair (self, g_array_index (list, guint, 0), i);
      g_array_remove_index (list, 0);
    }
}

/* How many entries from one on are the same as the sessions from another on;
 * as many as tell one of two places from the other. */
static guint
count_same (Aligner *self,
            guint    entry,
            guint    session)
{
  guint n = 0;

  while (n < 8 && entry + n < self->n_entries && session + n < self->n_sessions &&
         lectern_page_entry_same (get_entry (self, entry + n), lectern_schedule_get_session (self->schedule, session + n)))
    n++;

  return n;
}

/* Whether a session further on that is the same as an entry is rather that of
 * the entry as much further on: rows that say the same may stand near each
 * other, and one of them may have changed. */
static gboolean
is_of_later (Aligner *self,
             guint    entry,
             guint    session,
             guint    ahead)
{
  return ahead > 0 &&
         count_same (self, entry + ahead, session + ahead) >= count_same (self, entry, session + ahead);
}

/* What stands in the same order on both sides and is the same to the last
 * member: nearly all, as a rule. */
static void
pair_same (Aligner *self)
{
  guint session = 0;
  guint i;

  for (i = 0; i < self->n_entries && session < self->n_sessions; i++)
    {
      guint ahead;

      for (ahead = 0; ahead < 4 && session + ahead < self->n_sessions; ahead++)
        if (lectern_page_entry_same (get_entry (self, i),
                                     lectern_schedule_get_session (self->schedule, session + ahead)))
          break;
      /* One that changed stands on both sides. */
      if (ahead == 4 || session + ahead == self->n_sessions || is_of_later (self, i, session, ahead))
        {
          session++;
          continue;
        }
      pair (self, i, session + ahead);
      session += ahead + 1;
    }
}

/* Between two pairs that stand next to each other on both sides, as many left
 * on one side as on the other are the same in order. */
static void
pair_gaps (Aligner *self)
{
  guint entry = 0;

  while (entry < self->n_entries)
    {
      guint end = entry;
      guint session;
      guint n = 0;

      if (self->session_of[entry] >= 0)
        {
          entry++;
          continue;
        }
      while (end < self->n_entries && self->session_of[end] < 0)
        end++;

      session = entry > 0 ? self->session_of[entry - 1] + 1 : 0;
      while (session + n < self->n_sessions && self->entry_of[session + n] < 0)
        n++;
      if (n == end - entry &&
          (end == self->n_entries ? session + n == self->n_sessions : self->session_of[end] == (int) (session + n)))
        while (n-- > 0)
          pair (self, entry + n, session + n);
      entry = end;
    }
}

/**
 * lectern_page_align:
 * @context: a page and what goes with it
 * @schedule: a schedule
 *
 * Finds out which row of a page is which session: by all that they say, by
 * what the row has been from the beginning, by date and title, by either, and
 * by the order that they stand in.
 *
 * Returns: (transfer full): for each entry of the page the number of its
 *   session, -1 for none
 */
int *
lectern_page_align (LecternPageContext *context,
                    LecternSchedule    *schedule)
{
  const KeyFunc funcs[] = { key_of_all, key_of_id, key_of_both, key_of_title, key_of_date };
  Aligner self = { context, schedule };
  guint i;

  self.n_entries = context->reading->entries->len;
  self.n_sessions = lectern_schedule_get_n_sessions (schedule);
  self.session_of = g_new (int, self.n_entries + 1);
  self.entry_of = g_new (int, self.n_sessions + 1);
  for (i = 0; i < self.n_entries; i++)
    self.session_of[i] = -1;
  for (i = 0; i < self.n_sessions; i++)
    self.entry_of[i] = -1;

  pair_same (&self);
  for (i = 0; i < G_N_ELEMENTS (funcs); i++)
    pair_by (&self, funcs[i]);
  pair_gaps (&self);
  g_free (self.entry_of);

  return self.session_of;
}
