/* lectern-checks.c: what is wrong with a schedule, said and never mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-checks.h"

#include <glib/gi18n-lib.h>

#include "lectern-address.h"
#include "lectern-date.h"

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
  g_free (self);
}

/* Takes the text and the path. */
static void
warn (GPtrArray      *warnings,
      LecternSession *session,
      const char     *code,
      char           *text,
      char           *path)
{
  const char * const *ignore = lectern_session_get_ignore (session);
  LecternWarning *warning;

  if (ignore != NULL && g_strv_contains (ignore, code))
    {
      g_free (text);
      g_free (path);
      return;
    }

  warning = g_new0 (LecternWarning, 1);
  warning->code = code;
  warning->text = text;
  warning->key = lectern_session_get_key (session);
  warning->path = path;
  g_ptr_array_add (warnings, warning);
}

static void
check_when (LecternSession *session,
            GPtrArray      *warnings)
{
  const char *date = lectern_session_get_date (session);
  const char *time = lectern_session_get_time (session);

  if (date != NULL && lectern_date_is_shaped (date) && !lectern_date_parse (date, NULL))
    warn (warnings, session, "invalid-date",
          g_strdup_printf (_("There is no day %s in the calendar"), date),
          g_strdup ("date"));
  else if (date != NULL && !lectern_date_parse (date, NULL))
    warn (warnings, session, "invalid-date",
          g_strdup_printf (_("“%s” is not a date such as 2023-01-04"), date),
          g_strdup ("date"));

  if (time != NULL && !lectern_time_parse (time, NULL, NULL))
    warn (warnings, session, "invalid-time",
          g_strdup_printf (_("“%s” is not a time of day such as 15:00"), time),
          g_strdup ("time"));
}

static void
check_words (LecternSession *session,
             GPtrArray      *warnings)
{
  const char *kind = lectern_record_get_string (LECTERN_RECORD (session), LECTERN_SESSION_KIND);
  const char *status = lectern_record_get_string (LECTERN_RECORD (session), LECTERN_SESSION_STATUS);

  if (lectern_session_get_kind (session) == LECTERN_KIND_UNKNOWN)
    warn (warnings, session, "unknown-kind",
          g_strdup_printf (_("“%s” is not a kind that this version knows"), kind),
          g_strdup ("kind"));

  if (status != NULL && !lectern_session_get_cancelled (session))
    warn (warnings, session, "unknown-status",
          g_strdup_printf (_("“%s” is not a status that this version knows"), status),
          g_strdup ("status"));
}

static void
check_url (LecternSession *session,
           const char     *url,
           const char     *list,
           guint           index,
           GPtrArray      *warnings)
{
  if (url != NULL && !lectern_address_is_web (url))
    warn (warnings, session, "invalid-url",
          g_strdup_printf (_("“%s” is not a web address"), url),
          g_strdup_printf ("%s[%u].url", list, index));
}

static void
check_resources (LecternSession *session,
                 GPtrArray      *warnings)
{
  GListModel *resources = lectern_session_get_resources (session);
  gboolean marked = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      const char *file = lectern_resource_get_file (resource);
      const char *url = lectern_resource_get_url (resource);
      g_autofree char *name = lectern_resource_dup_shown_name (resource);

      if ((file == NULL) == (url == NULL))
        warn (warnings, session, "resource-target",
              g_strdup_printf (file == NULL ? _("“%s” names neither a file nor a link")
                                            : _("“%s” names both a file and a link"),
                               name),
              g_strdup_printf ("resources[%u]", i));

      check_url (session, url, "resources", i, warnings);

      if (lectern_resource_get_primary (resource) && marked)
        warn (warnings, session, "several-primary",
              g_strdup_printf (_("“%s” is marked to open first, but so is another before it"), name),
              g_strdup_printf ("resources[%u].primary", i));
      marked = marked || lectern_resource_get_primary (resource);
    }
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
  GListModel *papers;

  g_return_val_if_fail (LECTERN_IS_SESSION (session), warnings);

  check_when (session, warnings);
  check_words (session, warnings);

  papers = lectern_session_get_papers (session);
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      check_url (session, lectern_paper_get_url (paper), "papers", i, warnings);
    }

  check_resources (session, warnings);

  return warnings;
}

/**
 * lectern_checks_run:
 * @schedule: a schedule
 *
 * Looks for all that is wrong with a schedule.
 *
 * Returns: (transfer full) (element-type LecternWarning): the warnings, in
 *   the order of the sessions
 */
GPtrArray *
lectern_checks_run (LecternSchedule *schedule)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_warning_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (schedule), warnings);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char *id = lectern_session_get_id (session);
      GPtrArray *own = lectern_checks_session (session);

      g_ptr_array_extend_and_steal (warnings, own);

      if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
        warn (warnings, session, "repeated-id",
              g_strdup_printf (_("Another session before this one has the id “%s” too"), id),
              g_strdup ("id"));
    }

  return warnings;
}
