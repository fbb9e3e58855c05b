/* lectern-people-dialog.c: who presented how often, and whose turn it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-people-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-date.h"
#include "lectern-dialog.h"
#include "lectern-names.h"
#include "lectern-people.h"
#include "lectern-text.h"

/**
 * LecternPeopleDialog:
 *
 * Lists the presenters, the one whose turn it is first.  Each can be left out
 * of what is suggested.
 */
struct _LecternPeopleDialog
{
  AdwWindow            parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *page;
  GtkWidget           *empty;
  GPtrArray           *rows;

  LecternDocument     *document;
  gboolean             skipping;
};

/* Planned sessions are to be filled. */
static guint fill_signal;

G_DEFINE_FINAL_TYPE (LecternPeopleDialog, lectern_people_dialog, ADW_TYPE_WINDOW)

static char *
describe (const LecternPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (person->n_past == 0)
    {
      g_string_append (text, _("Has not presented yet"));
    }
  else
    {
      g_autofree char *last = lectern_text_short_date (&person->last);

      /* Translators: how often somebody presented, and a date. */
      g_string_append_printf (text, ngettext ("Presented %u time, last on %s",
                                              "Presented %u times, last on %s", person->n_past),
                              person->n_past, last);
    }
  if (g_date_valid (&person->next))
    {
      g_autofree char *next = lectern_text_short_date (&person->next);

      g_string_append_c (text, '\n');
      /* Translators: %s is the date when somebody presents. */
      g_string_append_printf (text, _("Next on %s"), next);
    }
  else if (person->n_planned > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, _("Next without a date"));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The row stays where it is, so that keys do not lose it. */
static void
skip_cb (GtkCheckButton      *check,
         LecternPeopleDialog *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  const char *name = g_object_get_data (G_OBJECT (check), "lectern-name");

  self->skipping = TRUE;
  lectern_history_seal (history);
  lectern_people_skip (history, name, gtk_check_button_get_active (check));
  self->skipping = FALSE;
}

static void
add_row (LecternPeopleDialog *self,
         const LecternPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (_("Skip"));
  g_autofree char *subtitle = describe (person);
  g_autofree char *name = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  /* Translators: %s is the name of a presenter. */
  name = g_strdup_printf (_("Skip %s in suggestions"), person->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (check, name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), person->skipped);
  g_object_set_data_full (G_OBJECT (check), "lectern-name", g_strdup (person->name), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (skip_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (LecternPeopleDialog *self)
{
  g_autoptr (GPtrArray) people = NULL;
  GDate today;

  if (self->skipping)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  lectern_date_today (&today);
  people = lectern_people_list (lectern_document_get_schedule (self->document), &today);
  for (guint i = 0; i < people->len; i++)
    add_row (self, g_ptr_array_index (people, i));

  gtk_widget_set_visible (self->page, people->len > 0);
  gtk_widget_set_visible (self->empty, people->len == 0);
  lectern_names_add (GTK_WIDGET (self));
}

static void
fill_cb (LecternPeopleDialog *self)
{
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, fill_signal, 0);
  g_object_unref (self);
}

static void
lectern_people_dialog_dispose (GObject *object)
{
  LecternPeopleDialog *self = LECTERN_PEOPLE_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (lectern_people_dialog_parent_class)->dispose (object);
}

static void
lectern_people_dialog_class_init (LecternPeopleDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_people_dialog_dispose;

  /**
   * LecternPeopleDialog::fill:
   * @self: the dialog
   *
   * Planned sessions are to be filled; the dialog has closed.
   */
  fill_signal = g_signal_new ("fill", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static GtkWidget *
create_page (LecternPeopleDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *actions = adw_preferences_group_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *fill_row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fill_row), _("Fill Planned Sessions…"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (fill_row),
                               _("Those without a presenter, one person after another"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (fill_row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (fill_row), TRUE);
  g_signal_connect_object (fill_row, "activated", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (fill_row), image);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (self->group, _("Who is first is suggested next"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (actions), fill_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (actions));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);

  return page;
}

static void
lectern_people_dialog_init (LecternPeopleDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new ();
  self->page = create_page (self);
  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "system-users-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _("No Presenters Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty),
                                   _("Who presents is part of each session. Whoever has a session is listed here."));
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_widget_set_vexpand (self->empty, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_box_append (GTK_BOX (box), self->empty);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_title (GTK_WINDOW (self), _("Presenters"));
  lectern_dialog_prepare (GTK_WINDOW (self), 480);
}

/**
 * lectern_people_dialog_new:
 * @parent: the window that it is for
 * @document: a document
 *
 * Makes a dialog of the presenters of a schedule.
 *
 * Returns: (transfer none): the dialog
 */
LecternPeopleDialog *
lectern_people_dialog_new (GtkWindow       *parent,
                           LecternDocument *document)
{
  LecternPeopleDialog *self = g_object_new (LECTERN_TYPE_PEOPLE_DIALOG,
                                            "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (lectern_document_get_history (document), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
