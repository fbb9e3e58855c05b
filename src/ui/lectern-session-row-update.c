/* lectern-session-row-update.c: what a row says about its session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-row-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-date.h"
#include "lectern-highlight.h"
#include "lectern-text.h"

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static GtkWidget *
add_label (LecternSessionRow *self,
           const char        *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

/* By its first letter. */
static gboolean
is_right_to_left (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  switch ((int) g_unichar_get_script (g_utf8_get_char (text)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Within a label GTK puts each paragraph where its own direction starts; but
 * all that a row says starts at the same edge, whatever it is written in. */
static void
align_to_row (LecternSessionRow *self,
              GtkWidget         *label)
{
  gboolean row_is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean opposite = is_right_to_left (gtk_label_get_text (GTK_LABEL (label))) != row_is_rtl;

  gtk_label_set_justify (GTK_LABEL (label), opposite ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

/* Makes the label if there is a text for it and none yet, and takes it away
 * if there is none. */
static void
set_optional_label (LecternSessionRow  *self,
                    GtkWidget         **label,
                    const char         *css_class,
                    const char         *text)
{
  if (text == NULL || *text == '\0')
    {
      g_clear_pointer (label, gtk_widget_unparent);
      return;
    }

  if (*label == NULL)
    *label = add_label (self, css_class);
  gtk_label_set_text (GTK_LABEL (*label), text);
}

/* The weight of a title is an attribute of its text, not of its style: a style
 * that changes while rows are bound again in a layout takes a frame more. */
static void
set_highlighted (LecternSessionRow *self,
                 GtkWidget         *label,
                 const char        *text,
                 PangoWeight        weight)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (self->context->needle != NULL || weight != PANGO_WEIGHT_NORMAL)
    {
      attributes = pango_attr_list_new ();
      if (weight != PANGO_WEIGHT_NORMAL)
        pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
      lectern_highlight_add (attributes, text, self->context->needle);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  guint           start,
                  guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Weekday and day are one label of two lines: one widget a row the less. */
static void
update_date (LecternSessionRow *self,
             gboolean           past)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  GDate date;

  self->has_date = lectern_session_get_gdate (self->session, &date);
  if (self->has_date)
    {
      g_autofree char *weekday = lectern_text_weekday_short (&date);
      g_autofree char *day = lectern_text_day (&date);

      text = g_strconcat (weekday, "\n", day, NULL);
      attributes = lectern_row_metrics_date_attributes (strlen (weekday),
                                                        self->context->secondary_alpha,
                                                        !past);
    }
  else
    {
      const char *words = lectern_session_get_date (self->session);

      if (words == NULL)
        words = lectern_session_get_date_text (self->session);
      /* A date of a day that does not exist: two lines, as others have. */
      if (lectern_date_is_shaped (words))
        text = g_strdup_printf ("%.5s\n%s", words, words + 5);
      else
        text = g_strdup (words != NULL ? words : "–");
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
    }

  /* A user's own words keep to the leaf; a date fits into it anyway. */
  gtk_label_set_wrap (GTK_LABEL (self->date), !self->has_date);
  gtk_label_set_attributes (GTK_LABEL (self->date), attributes);
  gtk_label_set_text (GTK_LABEL (self->date), text);
}

static void
shrink (GPtrArray *widgets,
        guint      length)
{
  if (widgets->len > length)
    g_ptr_array_set_size (widgets, length);
}

static void
update_titles (LecternSessionRow *self,
               gchar            **titles,
               gchar            **parts,
               gboolean           past)
{
  guint n = g_strv_length (titles);
  gboolean several = n > 1;

  shrink (self->titles, n);
  shrink (self->parts, several ? n : 0);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label;

      if (i >= self->titles->len)
        {
          label = add_label (self, "session-title");
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          g_ptr_array_add (self->titles, label);
        }
      label = g_ptr_array_index (self->titles, i);
      gtk_label_set_wrap (GTK_LABEL (label), !several);
      gtk_label_set_lines (GTK_LABEL (label), several ? 1 : 2);
      set_highlighted (self, label, titles[i], past ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_BOLD);
      align_to_row (self, label);

      if (!several)
        continue;
      if (i >= self->parts->len)
        g_ptr_array_add (self->parts, add_label (self, "detail"));
      label = g_ptr_array_index (self->parts, i);
      set_highlighted (self, label, parts[i], PANGO_WEIGHT_NORMAL);
      gtk_widget_set_visible (label, *parts[i] != '\0');
    }
}

/* The part in full colour, the presenters in secondary, in one label: the
 * presenters stand last, so it is they that an ellipsis takes away. */
static void
update_detail (LecternSessionRow *self,
               const char        *part)
{
  g_autofree char *presenters = lectern_text_presenters (self->session);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  guint part_length = strlen (part);

  if (presenters == NULL)
    text = g_strdup (part);
  else
    text = g_strconcat (part, part_length > 0 ? "\u2003" : "", presenters, NULL);

  set_optional_label (self, &self->detail, "detail", text);
  if (self->detail == NULL)
    return;

  attributes = pango_attr_list_new ();
  insert_attribute (attributes,
                    pango_attr_foreground_alpha_new (self->context->secondary_alpha),
                    part_length, G_MAXUINT);
  lectern_highlight_add (attributes, text, self->context->needle);
  gtk_label_set_attributes (GTK_LABEL (self->detail), attributes);
}

static void
pill_clicked_cb (GtkButton         *button,
                 LecternSessionRow *self)
{
  LecternRecord *target = g_object_get_data (G_OBJECT (button), "lectern-target");

  if (target != NULL)
    g_signal_emit (self, lectern_session_row_signals[LECTERN_ROW_SIGNAL_OPEN_TARGET], 0, target);
  else if (gtk_widget_has_css_class (GTK_WIDGET (button), "flat"))
    g_signal_emit (self, lectern_session_row_signals[LECTERN_ROW_SIGNAL_ADD_NOTES], 0);
  else
    g_signal_emit (self, lectern_session_row_signals[LECTERN_ROW_SIGNAL_SHOW_MENU], 0, button);
}

static void
add_pill (LecternSessionRow *self,
          const char        *text,
          const char        *css_class,
          LecternRecord     *target)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  /* Not focusable: a button that is takes the row's focus and its Enter key.
   * By keyboard all of them are in the row's menu. */
  button = g_object_new (GTK_TYPE_BUTTON,
                         "child", label,
                         "focusable", FALSE,
                         "focus-on-click", FALSE,
                         NULL);
  gtk_widget_add_css_class (button, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (target != NULL)
    g_object_set_data_full (G_OBJECT (button), "lectern-target",
                            g_object_ref (target), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (pill_clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->pills, button);
}

/* Whether @primary is one of the resources that come after @position. */
static gboolean
is_after (GListModel    *resources,
          guint          position,
          LecternRecord *primary)
{
  for (guint i = position + 1; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);

      if (resource == primary)
        return TRUE;
    }

  return FALSE;
}

static void
update_pills (LecternSessionRow *self,
              gboolean           past)
{
  GListModel *resources = lectern_session_get_resources (self->session);
  guint n = g_list_model_get_n_items (resources);
  LecternRecord *primary = lectern_session_get_primary (self->session);
  guint shown = 0;

  g_ptr_array_set_size (self->pills, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, i);
      g_autofree char *name = NULL;

      /* Of many the first ones, but always what a double click opens: the
       * last place is kept for it. */
      if (shown == LECTERN_ROW_MAX_PILLS
          || (shown == LECTERN_ROW_MAX_PILLS - 1 && is_after (resources, i, primary)))
        continue;

      name = lectern_text_target_name (resource);
      add_pill (self, name, "pill-button", resource);
      set_class (g_ptr_array_index (self->pills, shown), "primary", resource == primary);
      shown++;
    }

  if (n > shown)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u More", "%u More", n - shown),
                                               n - shown);

      add_pill (self, more, "pill-button", NULL);
    }
  else if (n == 0 && past
           && lectern_session_get_kind (self->session) == LECTERN_KIND_SESSION
           && !lectern_session_get_cancelled (self->session))
    add_pill (self, _("Add Notes…"), "flat", NULL);
}

static void
update_warning (LecternSessionRow *self,
                const char        *text)
{
  if (text == NULL)
    {
      g_clear_pointer (&self->warning_icon, gtk_widget_unparent);
      g_clear_pointer (&self->warning, gtk_widget_unparent);
      return;
    }

  if (self->warning == NULL)
    {
      self->warning_icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_widget_add_css_class (self->warning_icon, "warning");
      gtk_widget_set_parent (self->warning_icon, GTK_WIDGET (self));
      self->warning = add_label (self, "warning");
      gtk_label_set_ellipsize (GTK_LABEL (self->warning), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (self->warning), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->warning), PANGO_WRAP_WORD_CHAR);
    }
  gtk_label_set_text (GTK_LABEL (self->warning), text);
  align_to_row (self, self->warning);
}

/**
 * lectern_session_row_update:
 * @self: a row that is bound
 *
 * Shows the session as it is now.
 */
void
lectern_session_row_update (LecternSessionRow *self)
{
  const LecternRowContext *context = self->context;
  guint64 key = lectern_session_get_key (self->session);
  gboolean past = lectern_text_session_is_past (self->session, &context->today);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = lectern_text_titles (self->session, &parts);
  const char *warning = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *sentence = NULL;

  if (context->warnings != NULL)
    warning = g_hash_table_lookup (context->warnings, &key);
  self->is_next = key == context->next_key;
  self->serial = 0;
  tag = lectern_text_session_tag (self->session, &context->today, self->is_next);

  update_date (self, past);
  set_optional_label (self, &self->tag, "state-tag", tag);
  update_titles (self, titles, parts, past);
  update_detail (self, titles[1] == NULL ? parts[0] : "");
  update_pills (self, past);
  update_warning (self, warning);

  set_class (GTK_WIDGET (self), "past", past);
  set_class (GTK_WIDGET (self), "next", self->is_next);
  set_class (GTK_WIDGET (self), "cancelled", lectern_session_get_cancelled (self->session));
  set_class (GTK_WIDGET (self), "quiet",
             lectern_session_get_kind (self->session) != LECTERN_KIND_SESSION);

  sentence = lectern_text_row_sentence (self->session, &context->today,
                                        self->is_next, warning);
  lectern_compat_list_item_set_label (self->item, sentence);
}

/**
 * lectern_session_row_set_heading:
 * @self: a row
 * @text: (nullable): the month that begins with this row
 * @is_year: whether a year begins with it
 *
 * Sets the heading above the row.
 */
void
lectern_session_row_set_heading (LecternSessionRow *self,
                                 const char        *text,
                                 gboolean           is_year)
{
  if (text == NULL)
    {
      if (self->month != NULL)
        gtk_widget_set_visible (self->month, FALSE);
      return;
    }

  if (self->month == NULL)
    self->month = add_label (self, "month");
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->month)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->month), text);
  set_class (self->month, "year", is_year);
  gtk_widget_set_visible (self->month, TRUE);
}
