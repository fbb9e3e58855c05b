/* lectern-recent.h: the schedules that were open lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-document.h"

G_BEGIN_DECLS

GMenuModel *lectern_recent_get_menu (void);
void        lectern_recent_add      (LecternDocument *document);

G_END_DECLS
