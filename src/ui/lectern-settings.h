/* lectern-settings.h: what is remembered between runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *lectern_settings_new (void);

G_END_DECLS
