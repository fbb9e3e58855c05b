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
