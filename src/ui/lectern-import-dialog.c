/* lectern-import-dialog.c: what a page becomes, shown before it is imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-dialog.h"
#include "lectern-import-preview.h"
#include "lectern-names.h"

/* Of an example, in characters: enough to know it by. */
#define MOST_EXAMPLE 60

/**
 * LecternImportDialog:
 *
 * Reads a page, shows what was understood, lets what the columns hold and how
 * dates are written be chosen, and makes a new document.
 */
struct _LecternImportDialog
{
  AdwWindow            parent_instance;

  GFile               *page;
  LecternImport       *import;
  GCancellable        *cancellable;

  /* What the user chose. */
  char                *dates;
  GHashTable          *roles;

  GtkStack            *stack;
  AdwPreferencesPage  *preview;
  AdwStatusPage       *failure;
  GtkWidget           *verb;
  GPtrArray           *groups;
  AdwPreferencesGroup *summary;
  AdwPreferencesGroup *columns;
  GPtrArray           *column_rows;
  AdwComboRow         *order;
  gboolean             filling;
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (LecternImportDialog, lectern_import_dialog, ADW_TYPE_WINDOW)

/* In the order in which they are offered; the names are those of the file. */
static const struct
{
  const char *role;
  const char *label;
} roles[] = {
  { "date", N_("Date") },
  { "time", N_("Time") },
  { "paper", N_("Paper and part") },
  { "title", N_("Title") },
  { "presenter", N_("Presenters") },
  { "resource", N_("Notes and links") },
  { "location", N_("Place") },
  { "note", N_("Private note") },
  { "status", N_("Whether cancelled") },
  { "extra", N_("Kept as it is") },
};

static const char * const orders[] = { "dd/mm/yyyy", "mm/dd/yyyy" };

static void read_page (LecternImportDialog *self);

static void
column_selected_cb (AdwComboRow         *row,
                    GParamSpec          *pspec,
                    LecternImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (row);
  const char *key = g_object_get_data (G_OBJECT (row), "lectern-column");

  if (self->filling || selected >= G_N_ELEMENTS (roles))
    return;

  g_hash_table_insert (self->roles, g_strdup (key), (gpointer) roles[selected].role);
  read_page (self);
}

static void
order_selected_cb (LecternImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->order);

  if (self->filling || selected >= G_N_ELEMENTS (orders))
    return;

  g_free (self->dates);
  self->dates = g_strdup (orders[selected]);
  read_page (self);
}

static GtkWidget *
find_column_row (LecternImportDialog *self,
                 const char          *key)
{
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->column_rows, i);

      if (g_str_equal (g_object_get_data (G_OBJECT (row), "lectern-column"), key))
        return row;
    }

  return NULL;
}

/* One that is cut off by the row itself upsets GTK 4.8 if it is very short. */
static char *
shorten (const char *example)
{
  g_autofree char *start = NULL;

  if (example == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (example, -1) <= MOST_EXAMPLE)
    return g_strdup (example);

  start = g_utf8_substring (example, 0, MOST_EXAMPLE - 1);

  return g_strconcat (start, "…", NULL);
}

static GtkWidget *
add_column_row (LecternImportDialog         *self,
                const LecternPageColumnNote *column)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *example = shorten (column->example);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (model, _(roles[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *column->header != '\0' ? column->header : _("No heading"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), example);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  lectern_names_choice (ADW_COMBO_ROW (row));
  g_object_set_data_full (G_OBJECT (row), "lectern-column", g_strdup (column->key), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (column_selected_cb), self, 0);
  adw_preferences_group_add (self->columns, row);
  g_ptr_array_add (self->column_rows, row);

  return row;
}

/* Several tables often have the same columns: one row for each name. */
static void
fill_columns (LecternImportDialog *self)
{
  GPtrArray *columns = self->import->report->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const LecternPageColumnNote *column = g_ptr_array_index (columns, i);
      GtkWidget *row = find_column_row (self, column->key);

      if (row == NULL)
        row = add_column_row (self, column);
      for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
        {
          if (g_str_equal (roles[k].role, column->role))
            adw_combo_row_set_selected (ADW_COMBO_ROW (row), k);
        }
    }
}

static GtkWidget *
make_dates (LecternImportDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  const char *names[] = { _("Day before month"), _("Month before day"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  const LecternPageReport *report = self->import->report;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Dates"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Order"));
  /* Not under the row's title: it would take the room of what is chosen. */
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         self->dates != NULL ? _("As you chose")
                                         : report->dates_certain ? _("As the dates of the page can only be read")
                                         : _("Worked out; the page does not say so outright"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  lectern_names_choice (ADW_COMBO_ROW (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_str_equal (report->dates, orders[0]) ? 0 : 1);
  self->order = ADW_COMBO_ROW (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (order_selected_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lectern_import_preview_dates (self->import));

  return group;
}

static void
add_group (LecternImportDialog *self,
           GtkWidget           *group)
{
  if (group == NULL)
    return;

  adw_preferences_page_add (self->preview, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/* The columns stay, as one of them may have the focus; what comes after them
 * is made anew. */
static void
show_import (LecternImportDialog *self)
{
  gboolean order_focused = self->order != NULL
                           && gtk_widget_get_focus_child (GTK_WIDGET (self->order)) != NULL;

  self->filling = TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->preview, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);

  lectern_import_preview_sum_up (self->import, self->summary);
  fill_columns (self);
  add_group (self, make_dates (self));
  add_group (self, lectern_import_preview_sessions (self->import));
  add_group (self, lectern_import_preview_notes (self->import, LECTERN_PAGE_NOTE_INFERRED));
  add_group (self, lectern_import_preview_notes (self->import, LECTERN_PAGE_NOTE_LEFT));
  lectern_names_add (GTK_WIDGET (self->preview));
  if (order_focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->order));
  self->filling = FALSE;
}

static void
show_failure (LecternImportDialog *self,
              const GError        *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, text);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (LecternImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  LecternImport *import = lectern_import_new_finish (result, &error);
  gboolean first;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_sensitive (self->verb, import != NULL);
  if (import == NULL)
    {
      show_failure (self, error);
      return;
    }

  first = self->import == NULL;
  g_clear_pointer (&self->import, lectern_import_free);
  self->import = import;
  show_import (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  if (first || gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->verb);
}

static GVariant *
make_columns (LecternImportDialog *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer key, role;

  if (g_hash_table_size (self->roles) == 0)
    return NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, self->roles);
  while (g_hash_table_iter_next (&iter, &key, &role))
    g_variant_builder_add (&builder, "{ss}", (const char *) key, (const char *) role);

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* What was chosen since counts; what was read is not read again. */
static void
read_page (LecternImportDialog *self)
{
  g_autoptr (GVariant) columns = make_columns (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->verb, FALSE);
  lectern_import_new_async (self->page, self->import != NULL ? self->import->bytes : NULL,
                            self->dates, columns, self->cancellable,
                            read_cb, g_object_ref (self));
}

static void
import_cb (LecternImportDialog *self)
{
  g_autoptr (LecternDocument) document = lectern_import_make_document (self->import);

  g_autoptr (GFile) page = g_object_ref (self->page);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, imported_signal, 0, document, page);
}

/* Chooses nothing, so that the page is read as it was at first. */
static void
reset_cb (LecternImportDialog *self)
{
  g_hash_table_remove_all (self->roles);
  g_clear_pointer (&self->dates, g_free);
  read_page (self);
}

static GtkWidget *
make_failure (LecternImportDialog *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Try Again"));

  self->failure = ADW_STATUS_PAGE (page);
  adw_status_page_set_icon_name (self->failure, "dialog-warning-symbolic");
  adw_status_page_set_title (self->failure, _("Page Cannot Be Imported"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->failure, button);

  return page;
}

static void
fill (LecternImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *basename = g_file_get_basename (self->page);
  g_autofree char *name = g_filename_display_name (basename);

  self->verb = lectern_dialog_add_header (GTK_WINDOW (self), box, _("Import"), name,
                                          _("_Cancel"), _("_Import"));
  g_signal_connect_object (self->verb, "clicked", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);

  self->preview = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->summary = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (self->preview, self->summary);
  self->columns = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->columns, _("Columns"));
  adw_preferences_page_add (self->preview, self->columns);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, lectern_dialog_make_spinner (_("Reading the page")), "busy");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->preview), "preview");
  gtk_stack_add_named (self->stack, make_failure (self), "failure");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->verb);
  lectern_names_add (GTK_WIDGET (self));
}

static void
lectern_import_dialog_dispose (GObject *object)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->import, lectern_import_free);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (lectern_import_dialog_parent_class)->dispose (object);
}

static void
lectern_import_dialog_finalize (GObject *object)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (object);

  g_free (self->dates);
  g_hash_table_unref (self->roles);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->column_rows);

  G_OBJECT_CLASS (lectern_import_dialog_parent_class)->finalize (object);
}

static void
lectern_import_dialog_class_init (LecternImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_import_dialog_finalize;

  /**
   * LecternImportDialog::imported:
   * @self: the dialog
   * @document: a new document
   * @page: the page that it was made of
   *
   * The page is to be a schedule.
   */
  imported_signal = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, LECTERN_TYPE_DOCUMENT, G_TYPE_FILE);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
lectern_import_dialog_init (LecternImportDialog *self)
{
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_ptr_array_new ();
  self->column_rows = g_ptr_array_new ();
  lectern_dialog_prepare (GTK_WINDOW (self), 560);
}

/**
 * lectern_import_dialog_new:
 * @parent: the window that it is for
 * @page: a page
 *
 * Makes a dialog, which reads the page.  Nothing is made before its button is
 * pressed.
 *
 * Returns: (transfer none): the dialog
 */
LecternImportDialog *
lectern_import_dialog_new (GtkWindow *parent,
                           GFile     *page)
{
  LecternImportDialog *self = g_object_new (LECTERN_TYPE_IMPORT_DIALOG,
                                            "transient-for", parent, NULL);

  self->page = g_object_ref (page);
  fill (self);
  read_page (self);

  return self;
}
