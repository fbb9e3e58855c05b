/* lectern-address.h: addresses on the web
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lectern_address_is_web       (const char *text);
gboolean lectern_address_is_page_link (const char *text);

G_END_DECLS
