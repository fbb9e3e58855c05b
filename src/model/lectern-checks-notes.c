/* lectern-checks-notes.c: what the next session still needs, and what the past
 * ones never got
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-checks-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"

static gboolean
has_paper (LecternSession *session,
           gboolean        with_link)
{
  GListModel *papers = lectern_session_get_papers (session);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      if (with_link ? lectern_paper_get_url (paper) != NULL
                    : lectern_paper_get_title (paper) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_resources (LecternSession *session)
{
  return g_list_model_get_n_items (lectern_session_get_resources (session)) > 0;
}

/* A group that does not write presenters down is not told that one lacks.
 * What it did so far says so; what is planned may lack them all. */
static gboolean
names_presenters (LecternSchedule *schedule,
                  const GDate     *today)
{
  guint n_with = 0;
  guint n = 0;
  guint n_planned_with = 0;

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      gboolean with = lectern_session_get_presenters (session) != NULL;
      GDate date;

      if (!lectern_cadence_is_meeting (session, &date))
        continue;
      if (g_date_compare (&date, today) >= 0)
        {
          n_planned_with += with;
          continue;
        }
      n++;
      n_with += with;
    }

  return n > 0 ? n_with * 2 >= n : n_planned_with > 0;
}

static void
check_next (LecternSchedule *schedule,
            const GDate     *today,
            GPtrArray       *warnings)
{
  LecternSession *next = lectern_schedule_find_next (schedule, today, NULL);

  if (next == NULL)
    return;

  if (!has_paper (next, FALSE) && lectern_session_get_title (next) == NULL)
    lectern_checks_warn (warnings, next, "next-paper",
                         g_strdup (_("The next session has no paper yet")), g_strdup ("papers"));
  else if (has_paper (next, FALSE) && !has_paper (next, TRUE) && !has_resources (next))
    lectern_checks_warn (warnings, next, "next-link",
                         g_strdup (_("The next session’s paper has no link yet")), g_strdup ("papers"));

  if (lectern_session_get_presenters (next) == NULL && names_presenters (schedule, today))
    lectern_checks_warn (warnings, next, "next-presenter",
                         g_strdup (_("The next session has no presenter yet")),
                         g_strdup ("presenters"));
}

static void
check_past (LecternSchedule            *schedule,
            const LecternChecksOptions *options,
            GPtrArray                  *warnings)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_warning_free);
  guint n = 0;

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      GDate date;

      if (!lectern_cadence_is_meeting (session, &date) ||
          g_date_compare (&date, &options->today) >= 0 || has_resources (session))
        continue;

      if (lectern_checks_warn (found, session, "no-notes",
                               g_strdup (_("No notes")), g_strdup ("resources")) != NULL)
        n++;
    }

  if (options->each_without_notes)
    {
      g_ptr_array_extend_and_steal (warnings, g_steal_pointer (&found));
    }
  else if (n > 0)
    {
      lectern_checks_warn (warnings, NULL, "no-notes",
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u past session has no notes",
                                                         "%u past sessions have no notes", n), n),
                           NULL);
    }
}

/* By its letters, or by where links lead. */
static LecternFileState
look_for (const char                 *file,
          const LecternChecksOptions *options)
{
  g_auto (GStrv) parts = g_strsplit (file, "/", -1);

  if (g_path_is_absolute (file) || g_strv_contains ((const char * const *) parts, ".."))
    return LECTERN_FILE_STATE_OUTSIDE;

  return options->look_for != NULL ? options->look_for (file, options->user_data)
                                   : LECTERN_FILE_STATE_THERE;
}

static void
warn_outside (LecternSession *session,
              const char     *file,
              char           *path,
              GPtrArray      *warnings)
{
  lectern_checks_warn (warnings, session, "outside-file",
                       g_strdup_printf (_("“%s” is not inside the schedule’s folder"), file), path);
}

static void
check_files (LecternSession             *session,
             const LecternChecksOptions *options,
             GPtrArray                  *warnings)
{
  GListModel *resources = lectern_session_get_resources (session);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      const char *file = lectern_resource_get_file (resource);
      LecternFileState state = file != NULL ? look_for (file, options) : LECTERN_FILE_STATE_THERE;

      if (state == LECTERN_FILE_STATE_OUTSIDE)
        warn_outside (session, file, g_strdup_printf ("resources[%u].file", i), warnings);
      else if (state == LECTERN_FILE_STATE_MISSING)
        lectern_checks_warn (warnings, session, "missing-file",
                             g_strdup_printf (_("“%s” is missing"), file),
                             g_strdup_printf ("resources[%u].file", i));
    }
}

/* The folder for the notes is made when it is first used, and the page may be
 * still to come. */
static void
check_places (LecternSchedule            *schedule,
              const LecternChecksOptions *options,
              GPtrArray                  *warnings)
{
  LecternHead *head = lectern_schedule_get_head (schedule);
  const char *folder = lectern_head_get_notes_folder (head);
  const char *page = lectern_head_get_page (head);

  if (folder != NULL && look_for (folder, options) == LECTERN_FILE_STATE_OUTSIDE)
    warn_outside (NULL, folder, g_strdup ("notes.folder"), warnings);
  if (page != NULL && look_for (page, options) == LECTERN_FILE_STATE_OUTSIDE)
    warn_outside (NULL, page, g_strdup ("page"), warnings);
}

/* What sessions lack, and files that are elsewhere. */
void
lectern_checks_notes (LecternSchedule            *schedule,
                      const LecternChecksOptions *options,
                      GPtrArray                  *warnings)
{
  check_next (schedule, &options->today, warnings);
  check_past (schedule, options, warnings);
  check_places (schedule, options, warnings);
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    check_files (lectern_schedule_get_session (schedule, i), options, warnings);
}
