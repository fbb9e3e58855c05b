/* lectern-session-row-private.h: the parts of a row, for its layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-session-row.h"

G_BEGIN_DECLS

enum
{
  LECTERN_ROW_SIGNAL_OPEN_TARGET,
  LECTERN_ROW_SIGNAL_SHOW_MENU,
  LECTERN_ROW_SIGNAL_ADD_NOTES,
  LECTERN_ROW_SIGNAL_CHANGED,
  LECTERN_ROW_N_SIGNALS,
};

extern guint lectern_session_row_signals[LECTERN_ROW_N_SIGNALS];

/* How many resources have a button of their own. */
#define LECTERN_ROW_MAX_PILLS 3

/* A list view realises some two hundred rows, so a row is flat, and what it
 * may do without it does not have: each of these may be NULL but for @body
 * and @date. */
struct _LecternSessionRow
{
  GtkWidget                parent_instance;

  /* What is drawn on hover, selection and focus; it has no children, the
   * others lie above it. */
  GtkWidget               *body;
  GtkWidget               *date;
  GtkWidget               *month;
  GtkWidget               *tag;
  GPtrArray               *titles;
  GPtrArray               *parts;
  GtkWidget               *detail;
  GPtrArray               *pills;
  GtkWidget               *warning_icon;
  GtkWidget               *warning;

  GtkListItem             *item;
  LecternSession          *session;
  const LecternRowContext *context;
  gulong                   changed_id;
  gboolean                 is_next;
  gboolean                 has_date;

  /* How wide the only title and the detail are in one line, and how high
   * that is; as long as the metrics are the ones they were measured with. */
  guint                    serial;
  int                      title_width;
  int                      title_height;
  int                      detail_width;
  int                      detail_height;
};

GtkSizeRequestMode lectern_session_row_get_request_mode (GtkWidget *widget);
void lectern_session_row_measure       (GtkWidget      *widget,
                                        GtkOrientation  orientation,
                                        int             for_size,
                                        int            *minimum,
                                        int            *natural,
                                        int            *minimum_baseline,
                                        int            *natural_baseline);
void lectern_session_row_size_allocate (GtkWidget      *widget,
                                        int             width,
                                        int             height,
                                        int             baseline);

G_END_DECLS
