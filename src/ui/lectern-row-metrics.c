/* lectern-row-metrics.c: sizes that all rows share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-row-metrics.h"

#include <string.h>

#include "lectern-text.h"

/* A list view measures some two hundred rows for its first frame, and a label
 * shapes its text several times to be measured.  What is alike in all rows is
 * measured once; what is left is to shape each text once. */
struct _LecternRowMetrics
{
  guint       serial;
  int         date_width;
  int         date_height;
  int         pill_height;
  GHashTable *pill_widths;
};

/**
 * lectern_row_metrics_new:
 *
 * Makes metrics that know nothing yet.
 *
 * Returns: (transfer full): the metrics
 */
LecternRowMetrics *
lectern_row_metrics_new (void)
{
  LecternRowMetrics *self = g_new0 (LecternRowMetrics, 1);

  self->serial = 1;
  self->pill_widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * lectern_row_metrics_free:
 * @self: (transfer full): metrics
 *
 * Frees them.
 */
void
lectern_row_metrics_free (LecternRowMetrics *self)
{
  g_hash_table_unref (self->pill_widths);
  g_free (self);
}

/**
 * lectern_row_metrics_reset:
 * @self: metrics
 *
 * Forgets all, as the font or the style has changed.
 */
void
lectern_row_metrics_reset (LecternRowMetrics *self)
{
  self->serial++;
  self->date_width = self->date_height = self->pill_height = 0;
  g_hash_table_remove_all (self->pill_widths);
}

/**
 * lectern_row_metrics_get_serial:
 * @self: metrics
 *
 * A number that changes when what was measured no longer holds.
 *
 * Returns: the number
 */
guint
lectern_row_metrics_get_serial (LecternRowMetrics *self)
{
  return self->serial;
}

/**
 * lectern_row_metrics_is_plain:
 * @text: a text
 *
 * Whether all of @text is in the font of the desktop for sure, and in one
 * line, so that its lines are as high as any other.
 *
 * Returns: %TRUE if it has only Latin letters and common punctuation
 */
gboolean
lectern_row_metrics_is_plain (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c < 0x20 || (c > 0x17f && c != 0x2003 && !(c >= 0x2010 && c <= 0x2026)))
        return FALSE;
    }

  return TRUE;
}

/* Rounded up: a label that has less than it needs takes an ellipsis. */
static void
get_size (PangoLayout *layout,
          int         *width,
          int         *height)
{
  pango_layout_get_size (layout, width, height);
  *width = PANGO_PIXELS_CEIL (*width);
  *height = PANGO_PIXELS_CEIL (*height);
}

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        guint           start,
        guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * lectern_row_metrics_date_attributes:
 * @weekday_length: the length in bytes of the first line
 * @weekday_alpha: the alpha of the weekday
 * @bold: whether the day is bold
 *
 * How the leaf of a date looks: a small weekday, and a large day under it.
 *
 * Returns: (transfer full): the attributes
 */
PangoAttrList *
lectern_row_metrics_date_attributes (guint    weekday_length,
                                     guint16  weekday_alpha,
                                     gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  insert (attributes, pango_attr_font_features_new ("tnum=1"), 0, G_MAXUINT);
  insert (attributes, pango_attr_scale_new (0.82), 0, weekday_length);
  insert (attributes, pango_attr_foreground_alpha_new (weekday_alpha), 0, weekday_length);
  insert (attributes, pango_attr_scale_new (1.3), weekday_length, G_MAXUINT);
  if (bold)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), weekday_length, G_MAXUINT);

  return attributes;
}

/**
 * lectern_row_metrics_get_date:
 * @self: metrics
 * @label: the label of a date
 * @width: (out): the width
 * @height: (out): the height
 *
 * The size of the widest leaf of any date, so that titles stand in line.
 */
void
lectern_row_metrics_get_date (LecternRowMetrics *self,
                              GtkWidget         *label,
                              int               *width,
                              int               *height)
{
  if (self->date_height == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, NULL);

      for (guint day = 20; day < 27; day++)
        {
          GDate date;
          int text_width, text_height;
          g_autofree char *weekday = NULL;
          g_autofree char *text = NULL;
          g_autoptr (PangoAttrList) attributes = NULL;

          g_date_clear (&date, 1);
          g_date_set_dmy (&date, day, G_DATE_JANUARY, 2020);
          weekday = lectern_text_weekday_short (&date);
          text = g_strdup_printf ("%s\n%u", weekday, day);
          attributes = lectern_row_metrics_date_attributes (strlen (weekday), G_MAXUINT16, TRUE);
          pango_layout_set_attributes (layout, attributes);
          pango_layout_set_text (layout, text, -1);
          get_size (layout, &text_width, &text_height);
          self->date_width = MAX (self->date_width, text_width);
          self->date_height = MAX (self->date_height, text_height);
        }
    }

  *width = self->date_width;
  *height = self->date_height;
}

/**
 * lectern_row_metrics_get_pill:
 * @self: metrics
 * @button: a button
 * @text: what it says
 * @width: (out): the width
 * @height: (out): the height
 *
 * The natural size of @button.  Most say the same as others.
 */
void
lectern_row_metrics_get_pill (LecternRowMetrics *self,
                              GtkWidget         *button,
                              const char        *text,
                              int               *width,
                              int               *height)
{
  g_autofree char *key = NULL;

  /* The classes decide about the weight of the font. */
  key = g_strconcat (gtk_widget_has_css_class (button, "primary") ? "p" :
                     gtk_widget_has_css_class (button, "flat") ? "f" : "-", text, NULL);
  *width = GPOINTER_TO_INT (g_hash_table_lookup (self->pill_widths, key));
  if (*width == 0)
    {
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
      g_hash_table_insert (self->pill_widths, g_steal_pointer (&key), GINT_TO_POINTER (*width));
    }

  if (self->pill_height == 0)
    gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1,
                        NULL, &self->pill_height, NULL, NULL);
  *height = self->pill_height;
}

/**
 * lectern_row_metrics_get_width:
 * @label: a label
 * @line_height: (out): the height of a line
 *
 * How wide the text of @label is in one line.
 *
 * Returns: the width in pixels
 */
int
lectern_row_metrics_get_width (GtkWidget *label,
                               int       *line_height)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  layout = gtk_widget_create_pango_layout (label, gtk_label_get_text (GTK_LABEL (label)));
  pango_layout_set_attributes (layout, gtk_label_get_attributes (GTK_LABEL (label)));
  get_size (layout, &width, line_height);

  return width;
}
