/* lectern-checks.c: what is wrong with a schedule, said and never mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-checks-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-date.h"
#include "lectern-edit.h"

/**
 * lectern_warning_free:
 * @self: (transfer full): a warning
 *
 * Frees a warning.
 */
void
lectern_warning_free (LecternWarning *self)
{
  g_free (self->text);
  g_free (self->path);
  g_free (self->remedy_label);
  g_strfreev (self->remedy);
  g_free (self);
}

/* Takes the text and the path.  Gives no warning that the session says to
 * ignore: then %NULL. */
LecternWarning *
lectern_checks_warn (GPtrArray      *warnings,
                     LecternSession *session,
                     const char     *code,
                     char           *text,
                     char           *path)
{
  const char * const *ignore = session != NULL ? lectern_session_get_ignore (session) : NULL;
  LecternWarning *warning;

  if (ignore != NULL && g_strv_contains (ignore, code))
    {
      g_free (text);
      g_free (path);
      return NULL;
    }

  warning = g_new0 (LecternWarning, 1);
  warning->code = code;
  warning->text = text;
  warning->key = session != NULL ? lectern_session_get_key (session) : 0;
  warning->path = path;
  g_ptr_array_add (warnings, warning);

  return warning;
}

/* A date in a sentence. */
char *
lectern_checks_day_name (const GDate *date)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                    g_date_get_day (date), 0, 0, 0);

  /* Translators: a date within a sentence, as in “4 January 2023”; see the
   * documentation of g_date_time_format(). */
  return g_date_time_format (time, C_("date in a sentence", "%-d %B %Y"));
}

/**
 * lectern_checks_session:
 * @session: a session
 *
 * Looks for what is wrong with one session by itself.
 *
 * Returns: (transfer full) (element-type LecternWarning): the warnings, in
 *   the order of the members; those that the session says to ignore are left
 *   out
 */
GPtrArray *
lectern_checks_session (LecternSession *session)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_warning_free);

  g_return_val_if_fail (LECTERN_IS_SESSION (session), warnings);

  lectern_checks_single (session, FALSE, warnings);

  return warnings;
}

static void
check_ids (LecternSchedule *schedule,
           GPtrArray       *warnings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char *id = lectern_session_get_id (session);
      g_autofree char *new_id = NULL;
      LecternWarning *warning;

      if (id == NULL || g_hash_table_add (ids, (gpointer) id))
        continue;

      warning = lectern_checks_warn (warnings, session, "repeated-id",
                                     g_strdup_printf (_("Another session before this one has the id “%s” too"), id),
                                     g_strdup ("id"));
      if (warning == NULL)
        continue;
      new_id = lectern_session_make_id ();
      warning->remedy_label = g_strdup (_("Give It Another Id"));
      warning->remedy = g_new0 (char *, 2);
      warning->remedy[0] = g_strconcat ("id=", new_id, NULL);
    }
}

static void
check_defaults (LecternSchedule *schedule,
                GPtrArray       *warnings)
{
  LecternRecord *head = LECTERN_RECORD (lectern_schedule_get_head (schedule));
  LecternRecord *defaults = lectern_record_get_record (head, LECTERN_HEAD_DEFAULTS);
  const char *time = lectern_head_get_default_time (LECTERN_HEAD (head));
  const char *name = lectern_head_get_timezone (LECTERN_HEAD (head));
  g_autoptr (GTimeZone) zone = NULL;

  if (time != NULL && !lectern_time_parse (time, NULL, NULL))
    lectern_checks_warn (warnings, NULL, "invalid-time",
                         g_strdup_printf (_("“%s” is not a time of day such as 15:00"), time),
                         g_strdup ("defaults.time"));
  if (lectern_record_is_unreadable (defaults, LECTERN_DEFAULTS_DURATION))
    lectern_checks_warn (warnings, NULL, "invalid-duration",
                         g_strdup (_("The duration is not a whole number of minutes, 1 or more")),
                         g_strdup ("defaults.duration"));

  if (name == NULL)
    return;

  zone = g_time_zone_new_identifier (name);
  if (zone == NULL)
    lectern_checks_warn (warnings, NULL, "time-zone",
                         g_strdup_printf (_("“%s” is not a time zone such as Europe/London"), name),
                         g_strdup ("defaults.timezone"));
}

/* The schedule as a whole comes first, then the sessions in their order; of
 * one session, in the order in which they were found. */
static void
sort_warnings (LecternSchedule *schedule,
               GPtrArray       *warnings)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                         (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < warnings->len; i++)
    {
      LecternWarning *warning = g_ptr_array_index (warnings, i);
      GPtrArray *own = g_hash_table_lookup (by_key, &warning->key);

      if (warning->key == 0)
        {
          g_ptr_array_add (sorted, warning);
          continue;
        }
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (by_key, &warning->key, own);
        }
      g_ptr_array_add (own, warning);
    }

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      guint64 key = lectern_session_get_key (lectern_schedule_get_session (schedule, i));
      GPtrArray *own = g_hash_table_lookup (by_key, &key);

      for (guint j = 0; own != NULL && j < own->len; j++)
        g_ptr_array_add (sorted, g_ptr_array_index (own, j));
    }

  g_assert (sorted->len == warnings->len);
  for (guint i = 0; i < sorted->len; i++)
    warnings->pdata[i] = sorted->pdata[i];
}

/**
 * lectern_checks_run:
 * @schedule: a schedule
 * @options: what to look for
 *
 * Looks for all that is wrong with a schedule.
 *
 * Returns: (transfer full) (element-type LecternWarning): the warnings: those
 *   about the whole schedule, then those about sessions, in their order; those
 *   that a session says to ignore are left out
 */
GPtrArray *
lectern_checks_run (LecternSchedule            *schedule,
                    const LecternChecksOptions *options)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_warning_free);

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (schedule), warnings);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    lectern_checks_single (lectern_schedule_get_session (schedule, i),
                           lectern_head_get_page (lectern_schedule_get_head (schedule)) != NULL,
                           warnings);

  check_defaults (schedule, warnings);
  check_ids (schedule, warnings);
  lectern_checks_dates (schedule, warnings);
  lectern_checks_papers (schedule, warnings);
  lectern_checks_notes (schedule, options, warnings);
  sort_warnings (schedule, warnings);

  return warnings;
}

/**
 * lectern_checks_remedy:
 * @history: the history of the schedule
 * @warning: a warning that has a remedy
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Does what the remedy of a warning says, as one step.
 *
 * Returns: whether it was done; %FALSE without an error if the session is gone
 */
gboolean
lectern_checks_remedy (LecternHistory  *history,
                       LecternWarning  *warning,
                       GError         **error)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  LecternSession *session;

  g_return_val_if_fail (warning->remedy_label != NULL, FALSE);

  session = lectern_schedule_find_key (schedule, warning->key, NULL);
  if (session == NULL)
    return FALSE;

  if (warning->remedy != NULL)
    return lectern_edit_set_many (history, session,
                                  (const char * const *) warning->remedy, error);

  lectern_edit_move_to_place (history, session);

  return TRUE;
}

/**
 * lectern_checks_dismiss:
 * @history: the history of the schedule
 * @warning: a warning about a session
 *
 * Lets a session not be warned of that again; the file remembers it.
 *
 * Returns: whether it was done; %FALSE if the warning is about no session or
 *   that session is gone
 */
gboolean
lectern_checks_dismiss (LecternHistory *history,
                        LecternWarning *warning)
{
  LecternSession *session = lectern_schedule_find_key (lectern_history_get_schedule (history),
                                                       warning->key, NULL);
  g_autoptr (LecternSession) after = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  const char * const *old;

  if (session == NULL)
    return FALSE;

  old = lectern_session_get_ignore (session);
  if (old != NULL)
    g_strv_builder_addv (builder, (const char **) old);
  g_strv_builder_add (builder, warning->code);
  codes = g_strv_builder_end (builder);

  after = lectern_session_copy (session);
  lectern_record_set_strings (LECTERN_RECORD (after), LECTERN_SESSION_IGNORE,
                              (const char * const *) codes);
  lectern_history_change_session (history, session, after, _("Dismiss Warning"), NULL);

  return TRUE;
}
