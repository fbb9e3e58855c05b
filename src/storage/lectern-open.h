/* lectern-open.h: opens a file that is no symbolic link
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

G_GNUC_INTERNAL
int lectern_open_no_link (int         folder,
                          const char *name);

G_END_DECLS
