/* lectern-text-row.c: a row for a member whose text wraps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-text-row.h"

#include <string.h>

#include "lectern-text-view.h"

struct _LecternTextRow
{
  AdwPreferencesRow  parent_instance;

  GtkLabel          *small_title;
  GtkLabel          *large_title;
  GtkTextView       *view;

  char              *member;
  LecternField      *field;
  gboolean           multiline;
};

enum
{
  PROP_0,
  PROP_MEMBER,
  PROP_MULTILINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternTextRow, lectern_text_row, ADW_TYPE_PREFERENCES_ROW)

/* As in an entry row: the title makes room once there is something to see. */
static void
update_titles (LecternTextRow *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0;
  gboolean large = empty && !gtk_widget_has_focus (GTK_WIDGET (self->view));

  gtk_widget_set_visible (GTK_WIDGET (self->small_title), !large);
  gtk_widget_set_visible (GTK_WIDGET (self->large_title), large);
}

static void
title_changed_cb (LecternTextRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (self->small_title, title);
  gtk_label_set_label (self->large_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
pressed_cb (LecternTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A title is one line, however it is broken where it was copied from. */
static void
insert_text_cb (LecternTextRow *self,
                GtkTextIter    *location,
                const char     *text,
                int             length,
                GtkTextBuffer  *buffer)
{
  g_autofree char *line = NULL;

  if (self->multiline)
    return;

  line = g_strndup (text, length);
  if (strpbrk (line, "\r\n") == NULL)
    return;

  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, location, line, -1);
}

static gboolean
key_pressed_cb (LecternTextRow  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (self->multiline)
    return GDK_EVENT_PROPAGATE;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  lectern_field_leave (self->field);

  return GDK_EVENT_STOP;
}

/* A list box row takes the focus itself when it leaves backward what is in it:
 * this one would give it back to the text, which nothing could leave then. */
static gboolean
lectern_text_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (LECTERN_TEXT_ROW (widget)->view));
}

static gboolean
lectern_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LECTERN_TEXT_ROW (widget)->view));
}

static void
lectern_text_row_constructed (GObject *object)
{
  LecternTextRow *self = LECTERN_TEXT_ROW (object);

  G_OBJECT_CLASS (lectern_text_row_parent_class)->constructed (object);

  self->field = lectern_field_new (GTK_WIDGET (self), GTK_WIDGET (self->view), self->member);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, self->multiline, -1);
  title_changed_cb (self);
  update_titles (self);
}

static void
lectern_text_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LecternTextRow *self = LECTERN_TEXT_ROW (object);

  switch (property_id)
    {
    case PROP_MEMBER:
      g_value_set_string (value, self->member);
      break;
    case PROP_MULTILINE:
      g_value_set_boolean (value, self->multiline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_text_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LecternTextRow *self = LECTERN_TEXT_ROW (object);

  switch (property_id)
    {
    case PROP_MEMBER:
      self->member = g_value_dup_string (value);
      break;
    case PROP_MULTILINE:
      self->multiline = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_text_row_dispose (GObject *object)
{
  g_clear_object (&LECTERN_TEXT_ROW (object)->field);

  G_OBJECT_CLASS (lectern_text_row_parent_class)->dispose (object);
}

static void
lectern_text_row_finalize (GObject *object)
{
  g_free (LECTERN_TEXT_ROW (object)->member);

  G_OBJECT_CLASS (lectern_text_row_parent_class)->finalize (object);
}

static void
lectern_text_row_class_init (LecternTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lectern_text_row_constructed;
  object_class->get_property = lectern_text_row_get_property;
  object_class->set_property = lectern_text_row_set_property;
  object_class->dispose = lectern_text_row_dispose;
  object_class->finalize = lectern_text_row_finalize;
  widget_class->focus = lectern_text_row_focus;
  widget_class->grab_focus = lectern_text_row_grab_focus;

  /**
   * LecternTextRow:member:
   *
   * The name of the member in the file.
   */
  properties[PROP_MEMBER] =
    g_param_spec_string ("member", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * LecternTextRow:multiline:
   *
   * Whether the text may have several lines.
   */
  properties[PROP_MULTILINE] =
    g_param_spec_boolean ("multiline", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LECTERN_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternTextRow, small_title);
  gtk_widget_class_bind_template_child (widget_class, LecternTextRow, large_title);
  gtk_widget_class_bind_template_child (widget_class, LecternTextRow, view);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_titles);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lectern_text_row_init (LecternTextRow *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));

  buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (update_titles),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

/**
 * lectern_text_row_bind:
 * @self: a row
 * @subject: (nullable): what the editor is about
 * @record: (nullable): the record that has the member
 * @prefix: (nullable): what stands before the member in its path
 *
 * Binds the row, as [method@Field.bind].
 */
void
lectern_text_row_bind (LecternTextRow *self,
                       LecternSubject *subject,
                       LecternRecord  *record,
                       const char     *prefix)
{
  lectern_field_bind (self->field, subject, record, prefix);
}

/**
 * lectern_text_row_get_field:
 * @self: a row
 *
 * The field of the row.
 *
 * Returns: (transfer none): the field
 */
LecternField *
lectern_text_row_get_field (LecternTextRow *self)
{
  return self->field;
}

/**
 * lectern_text_row_get_view:
 * @self: a row
 *
 * What is typed into.
 *
 * Returns: (transfer none): the text view
 */
GtkTextView *
lectern_text_row_get_view (LecternTextRow *self)
{
  return self->view;
}
