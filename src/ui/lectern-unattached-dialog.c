/* lectern-unattached-dialog.c: PDFs that belong to no session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-unattached-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-names.h"
#include "lectern-notes-scan.h"
#include "lectern-text.h"

/**
 * LecternUnattachedDialog:
 *
 * Lists the PDFs in the notes folder that belong to no session.  Each goes to
 * the session that its name speaks of, or else to the one that is selected; or
 * it is dragged onto any other, for which the list has to be within reach: the
 * dialog is not modal, and follows the schedule and the selection.
 */
struct _LecternUnattachedDialog
{
  AdwWindow        parent_instance;

  GtkWidget       *stack;
  GtkWidget       *list;
  GtkWidget       *all_button;

  LecternDocument *document;
  LecternSession  *selected;
  GCancellable    *cancellable;
  LecternNotesScan *scan;
  guint            rescan_id;
};

/* What is typed is waited for so long. */
#define RESCAN_MS 250

/* An edit was made: what was done. */
static guint attached_signal;

G_DEFINE_FINAL_TYPE (LecternUnattachedDialog, lectern_unattached_dialog, ADW_TYPE_WINDOW)

static void scan (LecternUnattachedDialog *self);

static LecternSession *
find_session (LecternUnattachedDialog *self,
              guint64                  key)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  LecternSession *session = NULL;

  if (key != 0)
    session = lectern_schedule_find_key (schedule, key, NULL);
  if (session == NULL && self->selected != NULL)
    session = lectern_schedule_find_key (schedule, lectern_session_get_key (self->selected), NULL);

  return session;
}

static void
attach (LecternUnattachedDialog *self,
        GPtrArray               *found)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  g_autoptr (GError) error = NULL;

  lectern_history_seal (history);
  if (!lectern_notes_attach_found (history, found, &error))
    {
      AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self),
                                                                             _("Not Attached"),
                                                                             error->message));

      adw_message_dialog_add_response (dialog, "close", _("_Close"));
      lectern_names_add (GTK_WIDGET (dialog));
      gtk_window_present (GTK_WINDOW (dialog));
    }
  g_signal_emit (self, attached_signal, 0);
  scan (self);
}

static void
attach_cb (GtkButton               *button,
           LecternUnattachedDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int i = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  LecternUnattached *item = g_ptr_array_index (self->scan->unattached, i);
  LecternSession *session = find_session (self, item->key);

  if (session == NULL)
    return;

  item->key = lectern_session_get_key (session);
  g_ptr_array_add (found, item);
  attach (self, found);
}

static void
attach_all_cb (LecternUnattachedDialog *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->scan->unattached->len; i++)
    {
      LecternUnattached *item = g_ptr_array_index (self->scan->unattached, i);

      if (item->key != 0)
        g_ptr_array_add (found, item);
    }
  attach (self, found);
}

static char *
describe (LecternUnattachedDialog *self,
          LecternUnattached       *item)
{
  LecternSession *session = find_session (self, item->key);
  g_auto (GStrv) titles = NULL;
  g_autofree char *date = NULL;

  if (session == NULL)
    return g_strdup (_("Select a session to attach it to"));

  titles = lectern_text_titles (session, NULL);
  date = lectern_text_session_date (session);
  if (item->key != 0)
    /* Translators: the date and the title of a session. */
    return g_strdup_printf (_("Its name matches %s, “%s”"), date, titles[0]);

  /* Translators: the date and the title of a session. */
  return g_strdup_printf (_("To the selected session, %s, “%s”"), date, titles[0]);
}

/* As a file manager gives it: the list takes it as it takes those, and leaves it
 * where it is, as it is in its place already. */
static void
add_drag_source (LecternUnattachedDialog *self,
                 GtkWidget               *row,
                 const char              *path)
{
  g_autoptr (GFile) folder = g_file_get_parent (lectern_document_get_file (self->document));
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  GSList list = { file, NULL };
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GtkDragSource *source = gtk_drag_source_new ();

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  content = gdk_content_provider_new_for_value (&value);
  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_LINK);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static const char *
get_path (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static GtkWidget *
get_button (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "lectern-button");
}

static void
insert_row (LecternUnattachedDialog *self,
            int                      position,
            const char              *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Attach"));
  g_autofree char *name = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), path);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  /* Translators: %s is the path of a file. */
  name = g_strdup_printf (_("Attach “%s”"), path);
  lectern_names_set (button, name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (attach_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "lectern-button", button);
  add_drag_source (self, row, path);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, position);
}

/* The keys go on to the row that takes its place. */
static void
remove_row (LecternUnattachedDialog *self,
            GtkWidget               *row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *other = gtk_widget_get_next_sibling (row);

  if (other == NULL)
    other = gtk_widget_get_prev_sibling (row);
  if (focus != NULL && other != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
    gtk_widget_grab_focus (get_button (other));
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

/* Rows that stay are kept: the pointer or the keys may be at one. */
static void
update_rows (LecternUnattachedDialog *self)
{
  const GPtrArray *items = self->scan->unattached;
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkWidget *row;

  for (guint i = 0; i < items->len; i++)
    {
      LecternUnattached *item = g_ptr_array_index (items, i);
      g_autofree char *subtitle = describe (self, item);

      /* Both are in order. */
      while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, i))) != NULL
             && strcmp (get_path (row), item->path) < 0)
        remove_row (self, row);
      if (row == NULL || !g_str_equal (get_path (row), item->path))
        insert_row (self, i, item->path);

      row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_set_sensitive (get_button (row), find_session (self, item->key) != NULL);
    }

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, items->len))) != NULL)
    remove_row (self, row);
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LecternUnattachedDialog) self = user_data;
  LecternNotesScan *found = lectern_notes_scan_finish (result, NULL);
  guint n_matches = 0;

  if (found == NULL)
    return;

  g_clear_pointer (&self->scan, lectern_notes_scan_free);
  self->scan = found;
  update_rows (self);
  for (guint i = 0; i < found->unattached->len; i++)
    {
      const LecternUnattached *item = g_ptr_array_index (found->unattached, i);

      n_matches += item->key != 0;
    }

  gtk_widget_set_visible (self->all_button, n_matches > 1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), found->unattached->len > 0 ? "list" : "none");
}

static void
scan (LecternUnattachedDialog *self)
{
  lectern_notes_scan_async (lectern_document_get_file (self->document),
                            lectern_document_get_schedule (self->document),
                            self->cancellable, scanned_cb, g_object_ref (self));
}

static gboolean
rescan_cb (gpointer user_data)
{
  LecternUnattachedDialog *self = user_data;

  self->rescan_id = 0;
  scan (self);

  return G_SOURCE_REMOVE;
}

/* The schedule changed beside it, which may be by a key that is held down. */
static void
changed_cb (LecternUnattachedDialog *self)
{
  g_clear_handle_id (&self->rescan_id, g_source_remove);
  self->rescan_id = g_timeout_add (RESCAN_MS, rescan_cb, self);
}

/**
 * lectern_unattached_dialog_set_selected:
 * @self: a dialog
 * @selected: (nullable): the session that is selected now
 *
 * Lets files go to another session.
 */
void
lectern_unattached_dialog_set_selected (LecternUnattachedDialog *self,
                                        LecternSession          *selected)
{
  if (g_set_object (&self->selected, selected))
    changed_cb (self);
}

static void
lectern_unattached_dialog_dispose (GObject *object)
{
  LecternUnattachedDialog *self = LECTERN_UNATTACHED_DIALOG (object);

  g_clear_handle_id (&self->rescan_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (lectern_unattached_dialog_parent_class)->dispose (object);
}

static void
lectern_unattached_dialog_finalize (GObject *object)
{
  LecternUnattachedDialog *self = LECTERN_UNATTACHED_DIALOG (object);

  g_clear_pointer (&self->scan, lectern_notes_scan_free);

  G_OBJECT_CLASS (lectern_unattached_dialog_parent_class)->finalize (object);
}

static void
lectern_unattached_dialog_class_init (LecternUnattachedDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_unattached_dialog_dispose;
  object_class->finalize = lectern_unattached_dialog_finalize;

  /**
   * LecternUnattachedDialog::attached:
   * @self: the dialog
   *
   * PDFs were attached.
   */
  attached_signal = g_signal_new ("attached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static GtkWidget *
make_list (LecternUnattachedDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->list, 18);
  gtk_widget_set_margin_bottom (self->list, 18);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static void
lectern_unattached_dialog_init (LecternUnattachedDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *none = adw_status_page_new ();

  self->cancellable = g_cancellable_new ();
  self->all_button = gtk_button_new_with_mnemonic (_("Attach All _Matches"));
  gtk_widget_set_visible (self->all_button, FALSE);
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (attach_all_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->all_button);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("No Unattached Files"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _("Every PDF in the notes folder belongs to a session."));

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "busy");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Unattached Files"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * lectern_unattached_dialog_new:
 * @parent: the window that asks
 * @document: a document
 * @selected: (nullable): the session that is selected
 *
 * Makes a dialog, which looks for files at once.
 *
 * Returns: (transfer none): the dialog
 */
LecternUnattachedDialog *
lectern_unattached_dialog_new (GtkWindow       *parent,
                               LecternDocument *document,
                               LecternSession  *selected)
{
  LecternUnattachedDialog *self = g_object_new (LECTERN_TYPE_UNATTACHED_DIALOG,
                                                "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  g_set_object (&self->selected, selected);
  g_signal_connect_object (lectern_document_get_history (document), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  /* Not wider than the window that it belongs to. */
  gtk_window_set_default_size (GTK_WINDOW (self),
                               CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), 340, 480), 440);
  lectern_names_add (GTK_WIDGET (self));
  scan (self);

  return self;
}
