/* lectern-settings.h: what is remembered between runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LECTERN_SETTINGS_ANNOUNCEMENT "announcement-template"
#define LECTERN_SETTINGS_ATTACHED     "attached-files"
#define LECTERN_SETTINGS_NEW_DATES    "new-dates"
#define LECTERN_SETTINGS_WEEK_START   "week-start"

GSettings *lectern_settings_new             (void);
char      *lectern_settings_dup_string      (const char *key);
gboolean   lectern_settings_get_link        (void);
void       lectern_settings_bind_week_start (GObject    *calendar);

G_END_DECLS
