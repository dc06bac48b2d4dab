/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/settings.h"

/**
 * lsn_settings_new:
 *
 * What the program remembers of itself. The schema is looked for where the system keeps schemas, then beside our own data:
 * so a program in a private prefix, or in its build folder, finds it too.
 *
 * Returns: (transfer full): the settings of the program
 */
GSettings *
lsn_settings_new (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) ours = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (system != NULL)
    schema = g_settings_schema_source_lookup (system, APP_ID, TRUE);
  if (schema == NULL)
    {
      ours = g_settings_schema_source_new_from_directory (SCHEMADIR, system, FALSE, NULL);
      if (ours != NULL)
        schema = g_settings_schema_source_lookup (ours, APP_ID, FALSE);
    }
  if (schema == NULL)
    g_error ("The settings schema " APP_ID " is not installed: install Liaison again.");
  return g_settings_new_full (schema, NULL, NULL);
}
