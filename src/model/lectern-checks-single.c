/* lectern-checks-single.c: what is wrong with one session by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-checks-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-address.h"
#include "lectern-date.h"

static void
check_when (LecternSession *session,
            GPtrArray      *warnings)
{
  const char *date = lectern_session_get_date (session);
  const char *time = lectern_session_get_time (session);

  if (date != NULL && lectern_date_is_shaped (date) && !lectern_date_parse (date, NULL))
    lectern_checks_warn (warnings, session, "invalid-date",
                         g_strdup_printf (_("There is no day %s in the calendar"), date),
                         g_strdup ("date"));
  else if (date != NULL && !lectern_date_parse (date, NULL))
    lectern_checks_warn (warnings, session, "invalid-date",
                         g_strdup_printf (_("“%s” is not a date such as 2023-01-04"), date),
                         g_strdup ("date"));

  if (time != NULL && !lectern_time_parse (time, NULL, NULL))
    lectern_checks_warn (warnings, session, "invalid-time",
                         g_strdup_printf (_("“%s” is not a time of day such as 15:00"), time),
                         g_strdup ("time"));

  if (lectern_record_is_unreadable (LECTERN_RECORD (session), LECTERN_SESSION_DURATION))
    {
      LecternWarning *warning;

      warning = lectern_checks_warn (warnings, session, "invalid-duration",
                                     g_strdup (_("The duration is not a whole number of minutes, 1 or more")),
                                     g_strdup ("duration"));
      if (warning != NULL)
        {
          warning->remedy_label = g_strdup (_("Use the Usual Duration"));
          warning->remedy = g_new0 (char *, 2);
          warning->remedy[0] = g_strdup ("duration=");
        }
    }
}

static void
check_words (LecternSession *session,
             GPtrArray      *warnings)
{
  const char *kind = lectern_record_get_string (LECTERN_RECORD (session), LECTERN_SESSION_KIND);
  const char *status = lectern_record_get_string (LECTERN_RECORD (session), LECTERN_SESSION_STATUS);

  if (lectern_session_get_kind (session) == LECTERN_KIND_UNKNOWN)
    lectern_checks_warn (warnings, session, "unknown-kind",
                         g_strdup_printf (_("“%s” is not a kind that this version knows"), kind),
                         g_strdup ("kind"));

  if (status != NULL && !lectern_session_get_cancelled (session))
    lectern_checks_warn (warnings, session, "unknown-status",
                         g_strdup_printf (_("“%s” is not a status that this version knows"), status),
                         g_strdup ("status"));
}

/* What is given to the others. */
typedef struct
{
  LecternSession *session;
  GPtrArray      *warnings;
  gboolean        has_page;
} Look;

/* A page has links to what lies beside it, which are none for others. */
static void
check_url (const Look *look,
           const char *url,
           const char *list,
           guint       index)
{
  LecternSession *session = look->session;
  GPtrArray *warnings = look->warnings;

  if (url != NULL && !lectern_address_is_web (url) &&
      !(look->has_page && lectern_address_is_page_link (url)))
    lectern_checks_warn (warnings, session, "invalid-url",
                         g_strdup_printf (_("“%s” is not a web address"), url),
                         g_strdup_printf ("%s[%u].url", list, index));
}

static void
check_resources (const Look *look)
{
  LecternSession *session = look->session;
  GPtrArray *warnings = look->warnings;
  GListModel *resources = lectern_session_get_resources (session);
  gboolean marked = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      const char *file = lectern_resource_get_file (resource);
      const char *url = lectern_resource_get_url (resource);
      g_autofree char *name = lectern_resource_dup_shown_name (resource);

      if ((file == NULL) == (url == NULL))
        lectern_checks_warn (warnings, session, "resource-target",
                             g_strdup_printf (file == NULL ? _("“%s” names neither a file nor a link")
                                                           : _("“%s” names both a file and a link"),
                                              name),
                             g_strdup_printf ("resources[%u]", i));

      check_url (look, url, "resources", i);

      if (lectern_resource_get_primary (resource) && marked)
        {
          LecternWarning *warning;

          warning = lectern_checks_warn (warnings, session, "several-primary",
                                         g_strdup_printf (_("“%s” is marked to open first, but so is another before it"), name),
                                         g_strdup_printf ("resources[%u].primary", i));
          if (warning != NULL)
            {
              warning->remedy_label = g_strdup (_("Remove This Mark"));
              warning->remedy = g_new0 (char *, 2);
              warning->remedy[0] = g_strdup_printf ("resources[%u].primary=", i);
            }
        }
      marked = marked || lectern_resource_get_primary (resource);
    }
}

/* All of the above, in the order of the members.  @has_page: whether the
 * schedule has a page. */
void
lectern_checks_single (LecternSession *session,
                       gboolean        has_page,
                       GPtrArray      *warnings)
{
  const Look look = { session, warnings, has_page };
  GListModel *papers = lectern_session_get_papers (session);

  check_when (session, warnings);
  check_words (session, warnings);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      check_url (&look, lectern_paper_get_url (paper), "papers", i);
    }

  check_resources (&look);
}
