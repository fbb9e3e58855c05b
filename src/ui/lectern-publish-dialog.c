/* lectern-publish-dialog.c: what publishing changes, shown before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-publish-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-chooser.h"
#include "lectern-dialog.h"
#include "lectern-names.h"
#include "lectern-page-file.h"
#include "lectern-publish-preview.h"
#include "lectern-settings.h"
#include "lectern-saver.h"

/**
 * LecternPublishDialog:
 *
 * Reads the page, shows which lines change, and writes it if it is still what
 * was read.  Without a page it asks for one.
 */
struct _LecternPublishDialog
{
  AdwWindow            parent_instance;

  LecternDocument     *document;
  GFile               *page;
  LecternPublication  *publication;
  GCancellable        *cancellable;

  GtkStack            *stack;
  AdwStatusPage       *failure;
  AdwPreferencesPage  *preview;
  AdwActionRow        *page_row;
  GtkWidget           *trouble;
  GPtrArray           *groups;
  GtkWidget           *verb;
  gboolean             writing;
};

enum
{
  SIGNAL_PUBLISHED,
  SIGNAL_PAGE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternPublishDialog, lectern_publish_dialog, ADW_TYPE_WINDOW)

static void
show_failure (LecternPublishDialog *self,
              const GError         *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);
  gboolean none = g_error_matches (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_NONE)
                  || g_error_matches (error, LECTERN_PAGE_FILE_ERROR, LECTERN_PAGE_FILE_ERROR_UNSAVED);

  adw_status_page_set_icon_name (self->failure, none ? "text-x-generic-symbolic"
                                                     : "dialog-warning-symbolic");
  adw_status_page_set_title (self->failure, none ? _("No Page Yet") : _("Page Cannot Be Published"));
  adw_status_page_set_description (self->failure, text);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  gtk_widget_child_focus (GTK_WIDGET (self->failure), GTK_DIR_TAB_FORWARD);
}

static void
add_group (LecternPublishDialog *self,
           GtkWidget            *group)
{
  if (group == NULL)
    return;

  adw_preferences_page_add (self->preview, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

static char *
describe_page (LecternPublishDialog *self)
{
  g_autofree char *relative = lectern_page_file_get_relative (lectern_document_get_file (self->document),
                                                              self->page, NULL);

  return relative != NULL ? g_steal_pointer (&relative) : g_file_get_parse_name (self->page);
}

static void
show_publication (LecternPublishDialog *self)
{
  g_autofree char *name = describe_page (self);

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->preview, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);

  adw_action_row_set_subtitle (self->page_row, name);
  add_group (self, lectern_publish_preview_changes (self->publication));
  add_group (self, lectern_publish_preview_notes (self->publication, LECTERN_PAGE_NOTE_REFUSED));
  add_group (self, lectern_publish_preview_files (self->publication));
  add_group (self, lectern_publish_preview_notes (self->publication, LECTERN_PAGE_NOTE_PRIVATE));
  lectern_names_add (GTK_WIDGET (self->preview));
  gtk_widget_set_sensitive (self->verb, self->publication->changes->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (LecternPublishDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  LecternPublication *publication = lectern_publication_new_finish (result, &error);
  gboolean first;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (publication == NULL)
    {
      show_failure (self, error);
      return;
    }

  first = self->publication == NULL;
  g_clear_pointer (&self->publication, lectern_publication_unref);
  self->publication = publication;
  show_publication (self);
  if (first || gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->verb);
}

static void
read_page (LecternPublishDialog *self)
{
  g_autofree char *new_dates = lectern_settings_dup_string (LECTERN_SETTINGS_NEW_DATES);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->verb, FALSE);
  lectern_publication_new_async (lectern_document_get_schedule (self->document),
                                 lectern_document_get_file (self->document), self->page, new_dates,
                                 self->cancellable, read_cb, g_object_ref (self));
}

/* What was shown is not what would be written any more. */
static void
show_trouble (LecternPublishDialog *self,
              const GError         *error)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->trouble), error->message);
  gtk_widget_set_visible (self->trouble, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LecternPublishDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  g_autofree char *files = NULL;
  gboolean written = lectern_publication_write_finish (result, &error);

  self->writing = FALSE;
  if (!written)
    {
      show_trouble (self, error);
      read_page (self);
      return;
    }

  done = lectern_publish_preview_done (self->publication);
  files = lectern_publish_preview_dup_files (self->publication);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_PUBLISHED], 0, done, files);
}

static void
publish_cb (LecternPublishDialog *self)
{
  if (self->writing)
    return;

  self->writing = TRUE;
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_sensitive (self->verb, FALSE);
  lectern_publication_write_async (self->publication, NULL, written_cb, g_object_ref (self));
}

static void
chosen_cb (gpointer  dialog,
           GFile    *page)
{
  LecternPublishDialog *self = dialog;

  g_signal_emit (self, signals[SIGNAL_PAGE_CHOSEN], 0, page);
  g_set_object (&self->page, page);
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  read_page (self);
}

static void
choose_cb (LecternPublishDialog *self)
{
  GtkFileChooserNative *chooser = lectern_chooser_new (GTK_WINDOW (self),
                                                       _("Choose the Group’s Page"),
                                                       GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"));

  lectern_chooser_add_pages (chooser);
  if (self->page != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), self->page, NULL);
  else
    lectern_chooser_start_beside (chooser, lectern_document_get_file (self->document));
  lectern_chooser_ask (chooser, chosen_cb, self);
}

static GtkWidget *
make_failure (LecternPublishDialog *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Choose Page…"));

  self->failure = ADW_STATUS_PAGE (page);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->failure, button);

  return page;
}

static void
fill_preview (LecternPublishDialog *self)
{
  GtkWidget *top = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_hange…"));

  self->preview = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->trouble = lectern_dialog_make_row ("", NULL, "dialog-warning-symbolic");
  gtk_widget_set_visible (self->trouble, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (top), self->trouble);

  self->page_row = ADW_ACTION_ROW (lectern_dialog_make_row (_("Page"), "", NULL));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Choose Another Page"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->page_row, button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (top), GTK_WIDGET (self->page_row));
  adw_preferences_page_add (self->preview, ADW_PREFERENCES_GROUP (top));
}

static void
fill (LecternPublishDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->verb = lectern_dialog_add_header (GTK_WINDOW (self), box, _("Publish"), NULL,
                                          _("_Cancel"), _("_Publish"));
  g_signal_connect_object (self->verb, "clicked", G_CALLBACK (publish_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->verb, FALSE);

  fill_preview (self);
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
lectern_publish_dialog_dispose (GObject *object)
{
  LecternPublishDialog *self = LECTERN_PUBLISH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->publication, lectern_publication_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->page);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (lectern_publish_dialog_parent_class)->dispose (object);
}

static void
lectern_publish_dialog_class_init (LecternPublishDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_publish_dialog_dispose;

  /**
   * LecternPublishDialog::published:
   * @self: the dialog
   * @sentence: what was done
   * @files: (nullable): the files that have to go online with it, a line each
   *
   * The page was written.
   */
  signals[SIGNAL_PUBLISHED] =
    g_signal_new ("published", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * LecternPublishDialog::page-chosen:
   * @self: the dialog
   * @page: a file
   *
   * The user chose a page, which is to be remembered.
   */
  signals[SIGNAL_PAGE_CHOSEN] =
    g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
lectern_publish_dialog_init (LecternPublishDialog *self)
{
  self->groups = g_ptr_array_new ();
  lectern_dialog_prepare (GTK_WINDOW (self), 760);
}

/**
 * lectern_publish_dialog_new:
 * @parent: the window that it is for
 * @document: a document
 * @page: (nullable): its page; %NULL is the one that the schedule names
 *
 * Makes a dialog, which reads the page.  Nothing is written before its button
 * is pressed.
 *
 * Returns: (transfer none): the dialog
 */
LecternPublishDialog *
lectern_publish_dialog_new (GtkWindow       *parent,
                            LecternDocument *document,
                            GFile           *page)
{
  LecternPublishDialog *self = g_object_new (LECTERN_TYPE_PUBLISH_DIALOG,
                                             "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->document = g_object_ref (document);
  self->page = page != NULL ? g_object_ref (page) : lectern_page_file_find (document, &error);
  fill (self);
  if (self->page != NULL)
    read_page (self);
  else
    show_failure (self, error);

  return self;
}
