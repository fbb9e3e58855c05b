/* lectern-date-form.h: how dates are written where nothing shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first is what the schedule itself has. */
#define LECTERN_DATE_FORM_ISO         "yyyy-mm-dd"
#define LECTERN_DATE_FORM_DAY_FIRST   "dd/mm/yyyy"
#define LECTERN_DATE_FORM_MONTH_FIRST "mm/dd/yyyy"
#define LECTERN_DATE_FORM_WORDS       "d month yyyy"

char *lectern_date_form_write (const char  *form,
                               const GDate *date);

G_END_DECLS
