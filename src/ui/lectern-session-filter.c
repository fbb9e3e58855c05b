/* lectern-session-filter.c: which sessions the list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-filter.h"

#include <string.h>

#include "lectern-text.h"

struct _LecternSessionFilter
{
  GtkFilter          parent_instance;

  GDate              today;
  GHashTable        *warnings;
  char              *needle;
  LecternFilterFlags flags;
};

G_DEFINE_FINAL_TYPE (LecternSessionFilter, lectern_session_filter, GTK_TYPE_FILTER)

static gboolean
lacks_notes (LecternSession *session)
{
  return lectern_session_get_kind (session) == LECTERN_KIND_SESSION
         && !lectern_session_get_cancelled (session)
         && g_list_model_get_n_items (lectern_session_get_resources (session)) == 0;
}

static gboolean
lectern_session_filter_match (GtkFilter *filter,
                              gpointer   item)
{
  LecternSessionFilter *self = LECTERN_SESSION_FILTER (filter);
  LecternSession *session = LECTERN_SESSION (item);

  /* The dates first: they are known without reading the session. */
  if (self->flags & (LECTERN_FILTER_UPCOMING | LECTERN_FILTER_PAST))
    {
      gboolean past = lectern_text_session_is_past (session, &self->today);

      if ((self->flags & LECTERN_FILTER_UPCOMING) && past)
        return FALSE;
      if ((self->flags & LECTERN_FILTER_PAST) && !past)
        return FALSE;
    }

  if (self->flags & LECTERN_FILTER_WITH_WARNINGS)
    {
      guint64 key = lectern_session_get_key (session);

      if (self->warnings == NULL || !g_hash_table_contains (self->warnings, &key))
        return FALSE;
    }

  if ((self->flags & LECTERN_FILTER_WITHOUT_NOTES) && !lacks_notes (session))
    return FALSE;

  return self->needle == NULL || lectern_session_matches (session, self->needle);
}

static GtkFilterMatch
lectern_session_filter_get_strictness (GtkFilter *filter)
{
  LecternSessionFilter *self = LECTERN_SESSION_FILTER (filter);

  if (self->needle == NULL && self->flags == LECTERN_FILTER_NONE)
    return GTK_FILTER_MATCH_ALL;

  return GTK_FILTER_MATCH_SOME;
}

static void
lectern_session_filter_finalize (GObject *object)
{
  LecternSessionFilter *self = LECTERN_SESSION_FILTER (object);

  g_clear_pointer (&self->warnings, g_hash_table_unref);
  g_free (self->needle);

  G_OBJECT_CLASS (lectern_session_filter_parent_class)->finalize (object);
}

static void
lectern_session_filter_class_init (LecternSessionFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->finalize = lectern_session_filter_finalize;
  filter_class->match = lectern_session_filter_match;
  filter_class->get_strictness = lectern_session_filter_get_strictness;
}

static void
lectern_session_filter_init (LecternSessionFilter *self)
{
  g_date_set_dmy (&self->today, 1, G_DATE_JANUARY, 1970);
}

/**
 * lectern_session_filter_new:
 *
 * Makes a filter that lets everything pass.
 *
 * Returns: (transfer full): the filter
 */
LecternSessionFilter *
lectern_session_filter_new (void)
{
  return g_object_new (LECTERN_TYPE_SESSION_FILTER, NULL);
}

/**
 * lectern_session_filter_set_today:
 * @self: a filter
 * @today: today's date
 *
 * Sets what divides upcoming from past.
 */
void
lectern_session_filter_set_today (LecternSessionFilter *self,
                                  const GDate          *today)
{
  if (g_date_compare (&self->today, today) == 0)
    return;

  self->today = *today;
  if (self->flags & (LECTERN_FILTER_UPCOMING | LECTERN_FILTER_PAST))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * lectern_session_filter_set_warnings:
 * @self: a filter
 * @warnings: (nullable): a table whose keys are the keys of the sessions
 *   that something is wrong with
 *
 * Sets which sessions have warnings.
 */
void
lectern_session_filter_set_warnings (LecternSessionFilter *self,
                                     GHashTable           *warnings)
{
  g_clear_pointer (&self->warnings, g_hash_table_unref);
  if (warnings != NULL)
    self->warnings = g_hash_table_ref (warnings);

  if (self->flags & LECTERN_FILTER_WITH_WARNINGS)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *stripped = NULL;

  if (text == NULL)
    return NULL;

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    return NULL;

  normal = g_utf8_normalize (stripped, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
}

/**
 * lectern_session_filter_set_text:
 * @self: a filter
 * @text: (nullable): what is searched for, as it was typed
 *
 * Sets the text that a session must have somewhere.
 */
void
lectern_session_filter_set_text (LecternSessionFilter *self,
                                 const char           *text)
{
  g_autofree char *old = g_steal_pointer (&self->needle);
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  self->needle = fold (text);
  if (g_strcmp0 (old, self->needle) == 0)
    return;

  /* As one types on, only those that are shown have to be looked at. */
  if (old == NULL || (self->needle != NULL && strstr (self->needle, old) != NULL))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (self->needle == NULL || strstr (old, self->needle) != NULL)
    change = GTK_FILTER_CHANGE_LESS_STRICT;

  gtk_filter_changed (GTK_FILTER (self), change);
}

/**
 * lectern_session_filter_set_flags:
 * @self: a filter
 * @flags: what must hold
 *
 * Sets what is asked of a session beside the text.
 */
void
lectern_session_filter_set_flags (LecternSessionFilter *self,
                                  LecternFilterFlags    flags)
{
  LecternFilterFlags old = self->flags;
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  if (old == flags)
    return;

  self->flags = flags;
  if ((old & flags) == old)
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if ((old & flags) == flags)
    change = GTK_FILTER_CHANGE_LESS_STRICT;

  gtk_filter_changed (GTK_FILTER (self), change);
}

/**
 * lectern_session_filter_get_needle:
 * @self: a filter
 *
 * The text that is searched for, folded.
 *
 * Returns: (transfer none) (nullable): the text, %NULL if there is none
 */
const char *
lectern_session_filter_get_needle (LecternSessionFilter *self)
{
  return self->needle;
}

/**
 * lectern_session_filter_get_flags:
 * @self: a filter
 *
 * What is asked of a session beside the text.
 *
 * Returns: the flags
 */
LecternFilterFlags
lectern_session_filter_get_flags (LecternSessionFilter *self)
{
  return self->flags;
}
