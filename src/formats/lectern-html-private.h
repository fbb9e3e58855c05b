/* lectern-html-private.h: what the parts of the page's writer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-html.h"

G_BEGIN_DECLS

/**
 * LecternHtml:
 * @text: the page so far
 * @head: the schedule's head
 * @flags: what to write
 * @next: (nullable): the next meeting
 * @presenters: whether any session has one, so that there is a column
 *
 * A page that is being written.
 */
typedef struct
{
  GString          *text;
  LecternHead      *head;
  LecternHtmlFlags  flags;
  LecternSession   *next;
  gboolean          presenters;
} LecternHtml;

G_GNUC_INTERNAL
extern const char lectern_html_style[];

G_GNUC_INTERNAL
void lectern_html_append_text (GString        *page,
                               const char     *text);
G_GNUC_INTERNAL
void lectern_html_append_row  (LecternHtml    *self,
                               LecternSession *session);

G_END_DECLS
