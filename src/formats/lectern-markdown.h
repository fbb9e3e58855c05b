/* lectern-markdown.h: a schedule as a Markdown table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternMarkdownFlags:
 * @LECTERN_MARKDOWN_LOCATION: with the places, which may hold meeting links
 *
 * What goes into the table only if it was asked for.
 */
typedef enum
{
  LECTERN_MARKDOWN_NOTHING_MORE = 0,
  LECTERN_MARKDOWN_LOCATION = 1 << 0,
} LecternMarkdownFlags;

void      lectern_markdown_append        (GString              *out,
                                          const char           *text,
                                          const char           *c);
char     *lectern_markdown_escape        (const char           *text);
char     *lectern_markdown_destination   (const char           *address);
GBytes   *lectern_markdown_write         (LecternSchedule      *schedule,
                                          LecternMarkdownFlags  flags,
                                          const char           *dates);
GBytes   *lectern_markdown_write_session (LecternSchedule      *schedule,
                                          LecternSession       *session,
                                          LecternMarkdownFlags  flags,
                                          const char           *dates);
GBytes   *lectern_markdown_write_sessions (LecternSchedule     *schedule,
                                          GPtrArray            *sessions,
                                          LecternMarkdownFlags  flags,
                                          const char           *dates);
gboolean  lectern_markdown_is_table      (GBytes               *bytes);

G_END_DECLS
