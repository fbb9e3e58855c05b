/* lectern-date-form.c: how dates are written where nothing shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-date-form.h"

#include "lectern-date.h"

/* Not translated, as the header of a table is not either: an import knows
 * them in any language, and a page has one language for all its readers. */
static const char * const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December",
};

/**
 * lectern_date_form_write:
 * @form: (nullable): how; `yyyy-mm-dd` if it is %NULL or not known
 * @date: a valid date
 *
 * Writes a date for a table in which no other date shows how: as
 * `yyyy-mm-dd`, `dd/mm/yyyy`, `mm/dd/yyyy`, or `d month yyyy`.
 *
 * Returns: (transfer full): the date
 */
char *
lectern_date_form_write (const char  *form,
                         const GDate *date)
{
  guint day = g_date_get_day (date);
  guint month = g_date_get_month (date);
  guint year = g_date_get_year (date);

  if (g_strcmp0 (form, LECTERN_DATE_FORM_DAY_FIRST) == 0)
    return g_strdup_printf ("%02u/%02u/%04u", day, month, year);
  if (g_strcmp0 (form, LECTERN_DATE_FORM_MONTH_FIRST) == 0)
    return g_strdup_printf ("%02u/%02u/%04u", month, day, year);
  if (g_strcmp0 (form, LECTERN_DATE_FORM_WORDS) == 0)
    return g_strdup_printf ("%u %s %04u", day, months[month - 1], year);

  return lectern_date_format (date);
}
