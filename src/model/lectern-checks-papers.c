/* lectern-checks-papers.c: papers read twice, or before they appeared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-checks-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-paper-id.h"

/* The paper and the part of it: another part is not the same reading. */
static char *
make_reading (const char   *id,
              LecternPaper *paper)
{
  const char *part = lectern_paper_get_part (paper);
  g_autofree char *folded = g_utf8_casefold (part != NULL ? part : "", -1);

  return g_strconcat (id, "\n", folded, NULL);
}

static void
check_repeated (LecternSession *session,
                LecternSession *first,
                LecternPaper   *paper,
                guint           i,
                GPtrArray      *warnings)
{
  const char *title = lectern_paper_get_title (paper);
  g_autofree char *name = NULL;
  GDate date;

  if (lectern_session_get_gdate (first, &date))
    name = lectern_checks_day_name (&date);

  lectern_checks_warn (warnings, session, "repeated-paper",
                       name != NULL
                         ? g_strdup_printf (_("“%s” was already read on %s"),
                                            title != NULL ? title : lectern_paper_get_url (paper), name)
                         : g_strdup_printf (_("“%s” is in another session too"),
                                            title != NULL ? title : lectern_paper_get_url (paper)),
                       g_strdup_printf ("papers[%u].url", i));
}

static void
check_newer (LecternSession *session,
             const char     *id,
             guint           i,
             GPtrArray      *warnings)
{
  GDate date;
  GDate appeared;
  guint year;
  guint month;

  if (!lectern_session_get_gdate (session, &date) ||
      !lectern_paper_id_get_month (id, &year, &month))
    return;

  g_date_clear (&appeared, 1);
  g_date_set_dmy (&appeared, 1, month, year);
  if (g_date_compare (&appeared, &date) <= 0)
    return;

  lectern_checks_warn (warnings, session, "newer-paper",
                       /* Translators: a month and a year, as numbers */
                       g_strdup_printf (_("The paper appeared in %02u/%u, after this session"), month, year),
                       g_strdup_printf ("papers[%u].url", i));
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  GDate left, right;
  gboolean has_left = lectern_session_get_gdate (*(LecternSession * const *) a, &left);
  gboolean has_right = lectern_session_get_gdate (*(LecternSession * const *) b, &right);

  if (!has_left || !has_right)
    return has_right - has_left;

  return g_date_compare (&left, &right);
}

/* The meetings in the order in which they are read, whatever the order of the
 * schedule; those without a date come last. */
static GPtrArray *
list_by_date (LecternSchedule *schedule)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);

      /* What was cancelled may well be read another time. */
      if (lectern_session_get_kind (session) == LECTERN_KIND_SESSION &&
          !lectern_session_get_cancelled (session))
        g_ptr_array_add (sessions, session);
    }
  /* Stable, since GLib sorts arrays by merging. */
  g_ptr_array_sort (sessions, compare_sessions);

  return sessions;
}

/* What is wrong with the papers beside each other. */
void
lectern_checks_papers (LecternSchedule *schedule,
                       GPtrArray       *warnings)
{
  g_autoptr (GHashTable) readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sessions = list_by_date (schedule);

  for (guint s = 0; s < sessions->len; s++)
    {
      LecternSession *session = g_ptr_array_index (sessions, s);
      GListModel *papers = lectern_session_get_papers (session);

      for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
        {
          g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
          g_autofree char *id = lectern_paper_id_from_url (lectern_paper_get_url (paper));
          g_autofree char *reading = NULL;
          LecternSession *first;

          if (id == NULL)
            continue;

          reading = make_reading (id, paper);
          first = g_hash_table_lookup (readings, reading);
          if (first == NULL)
            g_hash_table_insert (readings, g_steal_pointer (&reading), session);
          else if (first != session)
            check_repeated (session, first, paper, i, warnings);

          check_newer (session, id, i, warnings);
        }
    }
}
