/* lectern-html.h: a schedule as a page of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternHtmlFlags:
 * @LECTERN_HTML_LOCATION: with the places, which may hold meeting links
 *
 * What goes into the page only if it was asked for.
 */
typedef enum
{
  LECTERN_HTML_NOTHING_MORE = 0,
  LECTERN_HTML_LOCATION = 1 << 0,
} LecternHtmlFlags;

GBytes   *lectern_html_write  (LecternSchedule  *schedule,
                               LecternHtmlFlags  flags,
                               const GDate      *today);
gboolean  lectern_html_is_own (GBytes           *bytes);

G_END_DECLS
