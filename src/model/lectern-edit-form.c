/* lectern-edit-form.c: what a member may hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-edit-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-address.h"
#include "lectern-date.h"
#include "lectern-edit.h"

/* @format has one “%s” for @value. */
gboolean
lectern_edit_fail_value (const char  *value,
                         const char  *format,
                         GError     **error)
{
  /* The format is one of the sentences below. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LECTERN_EDIT_ERROR, LECTERN_EDIT_ERROR_VALUE, format, value);
#pragma GCC diagnostic pop

  return FALSE;
}

/* By the letters alone; whether the real path stays inside is asked where
 * files are looked at. */
static gboolean
is_inside_path (const char *value)
{
  g_auto (GStrv) parts = NULL;

  if (value[0] == '/' || strchr (value, '\\') != NULL || strchr (value, '\n') != NULL ||
      g_uri_peek_scheme (value) != NULL)
    return FALSE;

  parts = g_strsplit (value, "/", -1);

  return !g_strv_contains ((const char * const *) parts, "..");
}

/* Whether a text that is not empty is what a member may hold. */
gboolean
lectern_edit_check_form (const LecternMember  *member,
                         const char           *value,
                         GError              **error)
{
  switch (member->form)
    {
    case LECTERN_FORM_DATE:
      if (!lectern_date_parse (value, NULL))
        return lectern_edit_fail_value (value, _("“%s” is not a date. Write it as year-month-day, such as 2023-01-04."), error);
      return TRUE;

    case LECTERN_FORM_TIME:
      if (!lectern_time_parse (value, NULL, NULL))
        return lectern_edit_fail_value (value, _("“%s” is not a time of day. Write it with four digits, such as 15:00."), error);
      return TRUE;

    case LECTERN_FORM_KIND:
      if (strcmp (value, "session") != 0 && strcmp (value, "break") != 0 &&
          strcmp (value, "announcement") != 0)
        return lectern_edit_fail_value (value, _("“%s” is not a kind. It must be “session”, “break” or “announcement”."), error);
      return TRUE;

    case LECTERN_FORM_STATUS:
      if (strcmp (value, "cancelled") != 0)
        return lectern_edit_fail_value (value, _("“%s” is not a status. It must be “cancelled”, or empty."), error);
      return TRUE;

    case LECTERN_FORM_FILE:
      if (!is_inside_path (value))
        return lectern_edit_fail_value (value, _("“%s” does not stay in the schedule’s folder. Give a path relative to that folder, with forward slashes and without “..”."), error);
      return TRUE;

    case LECTERN_FORM_URL:
      if (!lectern_address_is_web (value))
        return lectern_edit_fail_value (value, _("“%s” is not a web address. It must begin with “https://” or “http://” and a name."), error);
      return TRUE;

    case LECTERN_FORM_TEXT:
    default:
      return TRUE;
    }
}
