/* lectern-name-completion.c: known presenters, offered while one is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-name-completion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-people.h"

/**
 * LecternNameCompletion:
 *
 * Offers the known presenters that fit what is typed after the last comma, in
 * a list below the row.  The focus stays in the entry: the arrow keys choose,
 * Enter takes, Escape closes.
 */
struct _LecternNameCompletion
{
  GObject         parent_instance;

  /* The row lives as long as the one who has this. */
  GtkWidget      *row;
  GtkText        *text;
  LecternSubject *subject;
  GtkWidget      *popover;
  GtkListBox     *list;
  gboolean        taking;
};

G_DEFINE_FINAL_TYPE (LecternNameCompletion, lectern_name_completion, G_TYPE_OBJECT)

static gboolean
is_open (LecternNameCompletion *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
close_list (LecternNameCompletion *self)
{
  if (is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The name takes the place of what stands after the last comma. */
static void
take (LecternNameCompletion *self,
      GtkListBoxRow         *row)
{
  const char *name = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
  GtkEditable *editable = GTK_EDITABLE (self->row);
  const char *typed = gtk_editable_get_text (editable);
  const char *comma = strrchr (typed, ',');
  g_autofree char *before = comma != NULL ? g_strndup (typed, comma - typed) : NULL;
  g_autofree char *all = before != NULL ? g_strconcat (before, ", ", name, NULL) : g_strdup (name);

  self->taking = TRUE;
  gtk_editable_set_text (editable, all);
  gtk_editable_set_position (editable, -1);
  self->taking = FALSE;
  close_list (self);
}

static void
row_activated_cb (LecternNameCompletion *self,
                  GtkListBoxRow         *row)
{
  take (self, row);
}

static void
fill (LecternNameCompletion *self,
      char                 **names)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_list_box_append (self->list, label);
      row = gtk_list_box_get_row_at_index (self->list, i);
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
    }
}

/* The position is of no use: it changes only after the text has. */
static void
changed_cb (LecternNameCompletion *self)
{
  LecternDocument *document = lectern_subject_get_document (self->subject);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_auto (GStrv) names = NULL;
  GDate today;

  if (self->taking)
    return;
  if (document == NULL || !gtk_widget_is_focus (GTK_WIDGET (self->text)))
    {
      close_list (self);
      return;
    }

  lectern_date_today (&today);
  names = lectern_people_complete (lectern_document_get_schedule (document),
                                   lectern_subject_get_session (self->subject), typed, &today);
  fill (self, names);
  if (names[0] == NULL)
    close_list (self);
  else if (!is_open (self))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
choose (LecternNameCompletion *self,
        int                    step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = (selected != NULL ? gtk_list_box_row_get_index (selected) : -1) + step;
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
key_cb (LecternNameCompletion *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  if (!is_open (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      choose (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      choose (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected == NULL)
        {
          close_list (self);
          return GDK_EVENT_PROPAGATE;
        }
      take (self, selected);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      close_list (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
lectern_name_completion_dispose (GObject *object)
{
  LecternNameCompletion *self = LECTERN_NAME_COMPLETION (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (lectern_name_completion_parent_class)->dispose (object);
}

static void
lectern_name_completion_class_init (LecternNameCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_name_completion_dispose;
}

static void
lectern_name_completion_init (LecternNameCompletion *self)
{
}

static void
add_popover (LecternNameCompletion *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Known Presenters"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), list);
  gtk_widget_set_parent (self->popover, self->row);
}

/**
 * lectern_name_completion_new:
 * @row: a row with an entry for names, which outlives this
 * @subject: whose schedule tells the names
 *
 * Offers the known presenters while one is typed.
 *
 * Returns: (transfer full): what does it
 */
LecternNameCompletion *
lectern_name_completion_new (GtkWidget      *row,
                             LecternSubject *subject)
{
  LecternNameCompletion *self = g_object_new (LECTERN_TYPE_NAME_COMPLETION, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = row;
  self->text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  self->subject = g_object_ref (subject);
  add_popover (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (close_list), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);

  return self;
}
