/* lectern-order-private.h: what the files that look for an order share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-order.h"

G_BEGIN_DECLS

void lectern_order_find_sections (GArray *entries);

G_END_DECLS
