/* lectern-postpone-year.c: where moving meetings ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-postpone-private.h"

#include <glib/gi18n-lib.h>

/* A year is written with four digits.  This is 31 December 9999, as GDate
 * counts days. */
#define LAST_DAY 3652059

static gboolean
refuse_year (GError **error)
{
  g_set_error_literal (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_YEAR,
                       _("A session would be moved out of the years 1 to 9999. Move it by less, or correct its date first."));

  return FALSE;
}

/* %FALSE with an error if there is no such day. */
gboolean
lectern_postpone_shift (GDate   *date,
                        int      days,
                        GError **error)
{
  gint64 day = (gint64) g_date_get_julian (date) + days;

  if (day < 1 || day > LAST_DAY)
    return refuse_year (error);

  g_date_set_julian (date, day);

  return TRUE;
}

/* The names of plans say how many rows they change, which is known at the end.
 * Frees a plan that cannot be written. */
LecternPlan *
lectern_postpone_finish_plan (LecternPlan  *plan,
                              gboolean      forward,
                              GError      **error)
{
  guint n = plan->rows->len;

  for (guint i = 0; i < n; i++)
    {
      LecternPlanRow *row = g_ptr_array_index (plan->rows, i);

      if (!lectern_session_get_gdate (row->after, NULL))
        {
          refuse_year (error);
          lectern_plan_free (plan);
          return NULL;
        }
    }

  plan->label = forward
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Postpone %u Session", "Postpone %u Sessions", n), n)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Bring %u Session Forward", "Bring %u Sessions Forward", n), n);

  return plan;
}
