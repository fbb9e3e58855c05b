/* lectern-row-metrics.h: sizes that all rows share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LecternRowMetrics LecternRowMetrics;

LecternRowMetrics *lectern_row_metrics_new       (void);
void               lectern_row_metrics_free      (LecternRowMetrics *self);
void               lectern_row_metrics_reset     (LecternRowMetrics *self);
guint              lectern_row_metrics_get_serial (LecternRowMetrics *self);

gboolean           lectern_row_metrics_is_plain  (const char        *text);
void               lectern_row_metrics_get_date  (LecternRowMetrics *self,
                                                  GtkWidget         *label,
                                                  int               *width,
                                                  int               *height);
void               lectern_row_metrics_get_pill  (LecternRowMetrics *self,
                                                  GtkWidget         *button,
                                                  const char        *text,
                                                  int               *width,
                                                  int               *height);
int                lectern_row_metrics_get_width (GtkWidget         *label,
                                                  int               *line_height);

PangoAttrList     *lectern_row_metrics_date_attributes (guint        weekday_length,
                                                        guint16      weekday_alpha,
                                                        gboolean     bold);

G_END_DECLS
