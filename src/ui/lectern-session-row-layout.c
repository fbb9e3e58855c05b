/* lectern-session-row-layout.c: where the parts of a row stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session-row-private.h"

#define OUTER_MARGIN    8
#define ROW_SPACING     1
#define CARD_SPACING    4
#define PADDING_Y       9
#define PADDING_START   8
#define PADDING_END    12
#define DATE_WIDTH     44
#define DATE_GAP       14
#define MONTH_ABOVE    16
#define MONTH_BELOW     5
#define MONTH_START    24
#define TAG_BELOW       3
#define DETAIL_GAP     12
#define PART_GAP        9
#define PILL_GAP        4
#define PILL_MAX_WIDTH 200
/* A pill is drawn 26 high; the pointer reaches 3 more on either side. */
#define PILL_HEIGHT    26
#define PILL_REACH      3
#define WARNING_ABOVE   2
#define WARNING_GAP     6

#define MIN_WIDTH     240
#define NATURAL_WIDTH 360

typedef struct
{
  int      width;
  gboolean allocate;
  gboolean mirror;
} Pass;

static void
place (const Pass *pass,
       GtkWidget  *child,
       int         x,
       int         y,
       int         width,
       int         height)
{
  if (!pass->allocate)
    return;

  gtk_widget_size_allocate (child,
                            &(GtkAllocation) {
                              pass->mirror ? pass->width - x - width : x,
                              y, width, height,
                            }, -1);
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                      NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_for (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width,
                      NULL, &natural, NULL, NULL);
  return natural;
}

/* Measures what has to be measured for each row: the width of its texts. */
static void
measure_texts (LecternSessionRow *self)
{
  guint serial = lectern_row_metrics_get_serial (self->context->metrics);

  if (self->serial == serial)
    return;

  self->serial = serial;
  self->title_width = self->detail_width = 0;
  if (self->titles->len == 1)
    self->title_width = lectern_row_metrics_get_width (g_ptr_array_index (self->titles, 0),
                                                       &self->title_height);
  if (self->detail != NULL)
    self->detail_width = lectern_row_metrics_get_width (self->detail, &self->detail_height);
}

/* The height of the only title: of one line, or of two, the second of which
 * may end in an ellipsis. */
static int
title_height (LecternSessionRow *self,
              int                available)
{
  GtkWidget *title = g_ptr_array_index (self->titles, 0);

  if (!lectern_row_metrics_is_plain (gtk_label_get_text (GTK_LABEL (title))))
    return height_for (title, available);

  return self->title_width <= available ? self->title_height : 2 * self->title_height;
}

/* Puts @child at its natural width, if there is that much.  Returns its
 * height. */
static int
place_line (const Pass *pass,
            GtkWidget  *child,
            int         x,
            int         y,
            int         available)
{
  int width = MIN (natural_width (child), available);
  int height = height_for (child, width);

  place (pass, child, x, y, width, height);
  return height;
}

/* One of several papers: its title in one line, and its part after it, which
 * a long title does not cut; a part that is long itself has a line of its own. */
static int
place_paper (const Pass *pass,
             GtkWidget  *title,
             GtkWidget  *part,
             int         x,
             int         y,
             int         available)
{
  int title_width = natural_width (title);
  int part_width = natural_width (part);
  int height;

  if (part_width > available / 2 && title_width + PART_GAP + part_width > available)
    {
      height = height_for (title, available);
      place (pass, title, x, y, available, height);
      return height + place_line (pass, part, x, y + height, available);
    }

  title_width = MIN (title_width, available - part_width - PART_GAP);
  height = MAX (height_for (title, title_width), height_for (part, part_width));
  place (pass, title, x, y, title_width, height);
  place (pass, part, x + title_width + PART_GAP, y, part_width, height);

  return height;
}

/* The titles: one that wraps, or one for each of several papers. */
static int
place_titles (const Pass        *pass,
              LecternSessionRow *self,
              int                x,
              int                y,
              int                available)
{
  int start = y;

  for (guint i = 0; i < self->titles->len; i++)
    {
      GtkWidget *title = g_ptr_array_index (self->titles, i);
      GtkWidget *part = NULL;
      int height;

      if (i < self->parts->len)
        part = g_ptr_array_index (self->parts, i);

      if (part == NULL || !gtk_widget_get_visible (part))
        {
          height = self->titles->len == 1 ? title_height (self, available)
                                          : height_for (title, available);
          place (pass, title, x, y, available, height);
          y += height;
          continue;
        }

      y += place_paper (pass, title, part, x, y, available);
    }

  return y - start;
}

static int
pill_width (LecternSessionRow *self,
            guint              i,
            int               *height)
{
  GtkWidget *button = g_ptr_array_index (self->pills, i);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  int width;

  lectern_row_metrics_get_pill (self->context->metrics, button,
                                gtk_label_get_text (GTK_LABEL (label)), &width, height);

  return MIN (width, PILL_MAX_WIDTH);
}

/* Puts the pills of one line, that end at @end. */
static void
place_pills (const Pass        *pass,
             LecternSessionRow *self,
             guint              first,
             guint              last,
             int                used,
             int                end,
             int                y)
{
  int x = end - used;

  for (guint i = first; i < last; i++)
    {
      int height;
      int width = MIN (pill_width (self, i, &height), used);

      height = MAX (height, PILL_HEIGHT + 2 * PILL_REACH);
      place (pass, g_ptr_array_index (self->pills, i), x, y - PILL_REACH, width, height);
      x += width + PILL_GAP;
    }
}

static int
pills_width (LecternSessionRow *self)
{
  int width = 0, height;

  for (guint i = 0; i < self->pills->len; i++)
    width += pill_width (self, i, &height) + (i > 0 ? PILL_GAP : 0);

  return width;
}

static int
pill_line_height (LecternSessionRow *self)
{
  int height;

  pill_width (self, 0, &height);

  return MAX (PILL_HEIGHT, height - 2 * PILL_REACH);
}

/* As many lines of pills as it takes. */
static int
flow_pills (const Pass        *pass,
            LecternSessionRow *self,
            int                x,
            int                y,
            int                available)
{
  int line_height = pill_line_height (self);
  int start = y;
  int used = 0;
  guint first = 0;

  for (guint i = 0; i < self->pills->len; i++)
    {
      int height;
      int width = MIN (pill_width (self, i, &height), available);

      if (i > first && used + PILL_GAP + width > available)
        {
          place_pills (pass, self, first, i, used, x + available, y);
          y += line_height + PILL_GAP;
          first = i;
          used = 0;
        }
      used += width + (i > first ? PILL_GAP : 0);
    }
  place_pills (pass, self, first, self->pills->len, used, x + available, y);

  return y + line_height - start;
}

/* Part and presenters at the start, pills at the end; if they do not fit
 * beside each other, the pills have lines of their own. */
static int
place_detail (const Pass        *pass,
              LecternSessionRow *self,
              int                x,
              int                y,
              int                available)
{
  int width = MIN (self->detail_width, available);
  int height;

  if (self->detail == NULL)
    return self->pills->len > 0 ? flow_pills (pass, self, x, y, available) : 0;
  if (self->pills->len == 0)
    {
      place (pass, self->detail, x, y, width, self->detail_height);
      return self->detail_height;
    }

  if (width + DETAIL_GAP + pills_width (self) <= available)
    {
      height = MAX (self->detail_height, pill_line_height (self));
      place (pass, self->detail, x, y + (height - self->detail_height) / 2,
             width, self->detail_height);
      flow_pills (pass, self, x, y + (height - pill_line_height (self)) / 2, available);
      return height;
    }

  place (pass, self->detail, x, y, width, self->detail_height);
  height = self->detail_height + PILL_GAP;
  return height + flow_pills (pass, self, x, y + height, available);
}

/* Whether there is nothing beside the pills that is not in the title, and
 * the title leaves them room: then they need no line of their own. */
static gboolean
pills_fit_title (LecternSessionRow *self,
                 int                available)
{
  if (self->detail != NULL || self->titles->len != 1 || self->pills->len == 0)
    return FALSE;

  return self->title_width + DETAIL_GAP + pills_width (self) <= available;
}

static int
place_warning (const Pass        *pass,
               LecternSessionRow *self,
               int                x,
               int                y,
               int                available)
{
  int icon_width = natural_width (self->warning_icon);
  int icon_height = height_for (self->warning_icon, -1);
  int text_x = x + icon_width + WARNING_GAP;
  int text_width = available - icon_width - WARNING_GAP;
  int text_height = height_for (self->warning, text_width);

  /* The icon stands beside the first line. */
  place (pass, self->warning_icon, x, y + WARNING_ABOVE + 1, icon_width, icon_height);
  place (pass, self->warning, text_x, y + WARNING_ABOVE, text_width, text_height);

  return WARNING_ABOVE + MAX (icon_height, text_height);
}

/* Measures and places in one walk, so that the two cannot disagree.  Returns
 * the height of the row. */
static int
walk (LecternSessionRow *self,
      int                width,
      gboolean           allocate)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Pass pass = {
    width, allocate,
    gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  int spacing = self->is_next ? CARD_SPACING : ROW_SPACING;
  int date_x = OUTER_MARGIN + PADDING_START;
  int y = 0, x, available, top, date_width, date_height, pills_y, pills_bottom;
  gboolean beside_title;

  measure_texts (self);
  lectern_row_metrics_get_date (self->context->metrics, self->date, &date_width, &date_height);
  date_width = MAX (DATE_WIDTH, date_width);
  x = date_x + date_width + DATE_GAP;
  available = MAX (1, width - OUTER_MARGIN - PADDING_END - x);

  if (self->month != NULL && gtk_widget_get_visible (self->month))
    {
      y += MONTH_ABOVE;
      y += place_line (&pass, self->month, MONTH_START, y, width - 2 * MONTH_START);
      y += MONTH_BELOW;
    }

  y += spacing;
  top = y;
  y += PADDING_Y;

  if (!self->has_date)
    date_height = height_for (self->date, date_width);
  place (&pass, self->date, date_x, y, date_width, date_height);

  date_height += y;
  if (self->tag != NULL)
    y += place_line (&pass, self->tag, x, y, available) + TAG_BELOW;
  beside_title = pills_fit_title (self, available);
  pills_y = y;
  y += place_titles (&pass, self, x, y, available);
  pills_bottom = y;
  if (!beside_title)
    y += place_detail (&pass, self, x, y, available);
  if (self->warning != NULL)
    y += place_warning (&pass, self, x, y, available);
  if (self->tag == NULL && self->warning == NULL)
    pills_bottom = MAX (y, date_height);
  if (beside_title)
    flow_pills (&pass, self, x, (pills_y + pills_bottom - pill_line_height (self)) / 2, available);

  y = MAX (y, date_height) + PADDING_Y;
  place (&pass, self->body, OUTER_MARGIN, top, width - 2 * OUTER_MARGIN, y - top);

  return y + spacing;
}

GtkSizeRequestMode
lectern_session_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

void
lectern_session_row_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* All texts wrap or ellipsize, so there is no need to ask them. */
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  /* A row that is not bound has nothing to show. */
  *minimum = *natural = 0;
  if (LECTERN_SESSION_ROW (widget)->context != NULL)
    *minimum = *natural = walk (LECTERN_SESSION_ROW (widget),
                                for_size >= 0 ? for_size : NATURAL_WIDTH, FALSE);
}

void
lectern_session_row_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  if (LECTERN_SESSION_ROW (widget)->context != NULL)
    walk (LECTERN_SESSION_ROW (widget), width, TRUE);
}
