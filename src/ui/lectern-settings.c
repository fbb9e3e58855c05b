/* lectern-settings.c: what is remembered between runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-settings.h"

/**
 * lectern_settings_new:
 *
 * Opens the settings.  A program that was not installed has no schema, and
 * does without.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL
 */
GSettings *
lectern_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * lectern_settings_dup_string:
 * @key: a key whose value is a string
 *
 * Gets what is set now.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL without a schema
 */
char *
lectern_settings_dup_string (const char *key)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();

  return settings != NULL ? g_settings_get_string (settings, key) : NULL;
}

/**
 * lectern_settings_get_link:
 *
 * Tells what becomes of a PDF that is in the schedule's folder already, and
 * that is attached.
 *
 * Returns: %TRUE if it stays where it is, %FALSE if the notes folder gets a
 *   copy
 */
gboolean
lectern_settings_get_link (void)
{
  g_autofree char *way = lectern_settings_dup_string (LECTERN_SETTINGS_ATTACHED);

  return g_strcmp0 (way, "link") == 0;
}

static gboolean
name_to_weekday (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  const char *name = g_variant_get_string (variant, NULL);
  GDateWeekday weekday = G_DATE_BAD_WEEKDAY;

  if (g_str_equal (name, "monday"))
    weekday = G_DATE_MONDAY;
  else if (g_str_equal (name, "saturday"))
    weekday = G_DATE_SATURDAY;
  else if (g_str_equal (name, "sunday"))
    weekday = G_DATE_SUNDAY;
  g_value_set_uint (value, weekday);

  return TRUE;
}

/**
 * lectern_settings_bind_week_start:
 * @calendar: what has a property `week-start`
 *
 * Lets the weeks of a calendar begin as the user has set it, now and later.
 */
void
lectern_settings_bind_week_start (GObject *calendar)
{
  g_autoptr (GSettings) settings = lectern_settings_new ();

  if (settings != NULL)
    g_settings_bind_with_mapping (settings, LECTERN_SETTINGS_WEEK_START, calendar, "week-start",
                                  G_SETTINGS_BIND_GET, name_to_weekday, NULL, NULL, NULL);
}
