/* lectern-text-view.c: a text view that is as high as its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-text-view.h"

#define MINIMUM_WIDTH 40
#define NATURAL_WIDTH 200

/* What a text view leaves free beside the text, for the cursor. */
#define CURSOR_SPACE 1

/**
 * LecternTextView:
 *
 * A text view that wraps, for use outside a scrolled window.  There the plain
 * one asks for no height at all, since it measures only the lines that are on
 * the screen, and none is.
 */
struct _LecternTextView
{
  GtkTextView  parent_instance;

  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (LecternTextView, lectern_text_view, GTK_TYPE_TEXT_VIEW)

static PangoLayout *
get_layout (LecternTextView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->layout != NULL)
    return self->layout;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

  return self->layout;
}

static GtkSizeRequestMode
lectern_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_text_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  PangoLayout *layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  layout = get_layout (LECTERN_TEXT_VIEW (widget));
  pango_layout_set_width (layout, MAX (1, (for_size >= 0 ? for_size : MINIMUM_WIDTH) - CURSOR_SPACE)
                                  * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
}

static void
forget_layout (LecternTextView *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
lectern_text_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lectern_text_view_parent_class)->css_changed (widget, change);

  forget_layout (LECTERN_TEXT_VIEW (widget));
}

static void
lectern_text_view_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (lectern_text_view_parent_class)->system_setting_changed (widget, setting);

  forget_layout (LECTERN_TEXT_VIEW (widget));
}

static void
lectern_text_view_dispose (GObject *object)
{
  g_clear_object (&LECTERN_TEXT_VIEW (object)->layout);

  G_OBJECT_CLASS (lectern_text_view_parent_class)->dispose (object);
}

static void
lectern_text_view_class_init (LecternTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_text_view_dispose;
  widget_class->get_request_mode = lectern_text_view_get_request_mode;
  widget_class->measure = lectern_text_view_measure;
  widget_class->css_changed = lectern_text_view_css_changed;
  widget_class->system_setting_changed = lectern_text_view_system_setting_changed;
}

static void
lectern_text_view_init (LecternTextView *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
}
