/* lectern-session-row.c: one session in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-row-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-highlight.h"
#include "lectern-text.h"

/* Text at 78 %: what is secondary but is to be read. */
#define SECONDARY_ALPHA ((guint16) (0.78 * G_MAXUINT16))

enum
{
  SIGNAL_OPEN_TARGET,
  SIGNAL_SHOW_MENU,
  SIGNAL_ADD_NOTES,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSessionRow, lectern_session_row, GTK_TYPE_WIDGET)

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

static void
set_highlighted (LecternSessionRow *self,
                 GtkWidget         *label,
                 const char        *text)
{
  const char *needle = self->context->needle;
  g_autoptr (PangoAttrList) attributes = NULL;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (needle != NULL)
    {
      attributes = pango_attr_list_new ();
      lectern_highlight_add (attributes, text, needle);
    }
  if (attributes != NULL || gtk_label_get_attributes (GTK_LABEL (label)) != NULL)
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
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = NULL;
  GDate date;

  insert_attribute (attributes, pango_attr_font_features_new ("tnum=1"), 0, G_MAXUINT);
  if (lectern_session_get_gdate (self->session, &date))
    {
      g_autofree char *weekday = lectern_text_weekday_short (&date);
      g_autofree char *day = lectern_text_day (&date);
      guint length = strlen (weekday);

      text = g_strconcat (weekday, "\n", day, NULL);
      insert_attribute (attributes, pango_attr_scale_new (0.82), 0, length);
      insert_attribute (attributes, pango_attr_foreground_alpha_new (SECONDARY_ALPHA), 0, length);
      insert_attribute (attributes, pango_attr_scale_new (1.3), length, G_MAXUINT);
      if (!past)
        insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                          length, G_MAXUINT);
    }
  else
    {
      const char *words = lectern_session_get_date (self->session);

      if (words == NULL)
        words = lectern_session_get_date_text (self->session);
      text = g_strdup (words != NULL ? words : "–");
      insert_attribute (attributes, pango_attr_scale_new (0.82), 0, G_MAXUINT);
    }

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
               gchar            **parts)
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
      set_highlighted (self, label, titles[i]);

      if (!several)
        continue;
      if (i >= self->parts->len)
        g_ptr_array_add (self->parts, add_label (self, "detail"));
      label = g_ptr_array_index (self->parts, i);
      set_highlighted (self, label, parts[i]);
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
  insert_attribute (attributes, pango_attr_foreground_alpha_new (SECONDARY_ALPHA),
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
    g_signal_emit (self, signals[SIGNAL_OPEN_TARGET], 0, target);
  else if (gtk_widget_has_css_class (GTK_WIDGET (button), "flat"))
    g_signal_emit (self, signals[SIGNAL_ADD_NOTES], 0);
  else
    g_signal_emit (self, signals[SIGNAL_SHOW_MENU], 0, button);
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
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);

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

      /* Of many, the first, but in any case what a double click opens. */
      if (n > LECTERN_ROW_MAX_PILLS && shown >= LECTERN_ROW_MAX_PILLS - 1
          && resource != primary
          && !(i < LECTERN_ROW_MAX_PILLS && !LECTERN_IS_RESOURCE (primary))
          && !(i < LECTERN_ROW_MAX_PILLS && shown < LECTERN_ROW_MAX_PILLS))
        continue;
      if (shown >= LECTERN_ROW_MAX_PILLS)
        break;
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
  tag = lectern_text_session_tag (self->session, &context->today, self->is_next);

  update_date (self, past);
  set_optional_label (self, &self->tag, "state-tag", tag);
  update_titles (self, titles, parts);
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

static void
session_changed_cb (LecternSessionRow *self)
{
  lectern_session_row_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * lectern_session_row_bind:
 * @self: a row
 * @item: the list item whose child it is
 * @context: what it needs to know beside its session; must live until it is
 *   unbound
 *
 * Shows the session of @item, and follows its changes.
 */
void
lectern_session_row_bind (LecternSessionRow       *self,
                          GtkListItem             *item,
                          const LecternRowContext *context)
{
  lectern_session_row_unbind (self);

  self->item = item;
  self->context = context;
  self->session = g_object_ref (gtk_list_item_get_item (item));
  self->changed_id = g_signal_connect_object (self->session, "changed",
                                              G_CALLBACK (session_changed_cb),
                                              self, G_CONNECT_SWAPPED);
  lectern_session_row_update (self);
}

/**
 * lectern_session_row_unbind:
 * @self: a row
 *
 * Forgets the session.
 */
void
lectern_session_row_unbind (LecternSessionRow *self)
{
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed_id, self->session);
  g_ptr_array_set_size (self->pills, 0);
  g_clear_object (&self->session);
  self->item = NULL;
  self->context = NULL;
}

/**
 * lectern_session_row_get_session:
 * @self: a row
 *
 * The session that it shows.
 *
 * Returns: (transfer none) (nullable): the session, %NULL if it is not bound
 */
LecternSession *
lectern_session_row_get_session (LecternSessionRow *self)
{
  return self->session;
}

/**
 * lectern_session_row_get_position:
 * @self: a row
 *
 * Where in the list it stands.
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint
lectern_session_row_get_position (LecternSessionRow *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item)
                            : GTK_INVALID_LIST_POSITION;
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

/* The tooltip of a label has what its ellipsis took away. */
static gboolean
lectern_session_row_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  if (!GTK_IS_LABEL (picked)
      || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (picked))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (picked)));
  return TRUE;
}

static void
lectern_session_row_dispose (GObject *object)
{
  LecternSessionRow *self = LECTERN_SESSION_ROW (object);
  GtkWidget *child;

  if (self->pills != NULL)
    lectern_session_row_unbind (self);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->pills, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lectern_session_row_parent_class)->dispose (object);
}

static void
lectern_session_row_class_init (LecternSessionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lectern_session_row_dispose;
  widget_class->get_request_mode = lectern_session_row_get_request_mode;
  widget_class->measure = lectern_session_row_measure;
  widget_class->size_allocate = lectern_session_row_size_allocate;
  widget_class->query_tooltip = lectern_session_row_query_tooltip;

  /**
   * LecternSessionRow::open-target:
   * @self: the row
   * @target: a resource
   *
   * The button of @target was clicked.
   */
  signals[SIGNAL_OPEN_TARGET] =
    g_signal_new ("open-target", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_RECORD);

  /**
   * LecternSessionRow::show-menu:
   * @self: the row
   * @button: the button that asks for it
   *
   * The rest of the resources is wanted.
   */
  signals[SIGNAL_SHOW_MENU] =
    g_signal_new ("show-menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  /**
   * LecternSessionRow::add-notes:
   * @self: the row
   *
   * Notes are to be added to a past session that has none.
   */
  signals[SIGNAL_ADD_NOTES] =
    g_signal_new ("add-notes", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternSessionRow::changed:
   * @self: the row
   *
   * The session of the row has changed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "session");
}

static void
lectern_session_row_init (LecternSessionRow *self)
{
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->pills = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  self->body = g_object_new (GTK_TYPE_BOX, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->body, "body");
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  self->date = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->date), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (self->date), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->date), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->date, "date");
  gtk_widget_set_valign (self->date, GTK_ALIGN_START);
  gtk_widget_set_parent (self->date, GTK_WIDGET (self));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * lectern_session_row_new:
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_session_row_new (void)
{
  return g_object_new (LECTERN_TYPE_SESSION_ROW, NULL);
}
