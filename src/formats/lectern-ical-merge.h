/* lectern-ical-merge.h: what of an old calendar stays in the new one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-ical-scan.h"

G_BEGIN_DECLS

gboolean lectern_ical_merge_piece (LecternIcalScan     *old,
                                   guint                first,
                                   guint                n,
                                   const char          *fresh,
                                   const char * const  *known,
                                   GString             *to);

G_END_DECLS
