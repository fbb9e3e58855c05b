/* lectern-field.c: an entry or a text view that is bound to a member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-field.h"

#include <string.h>

#include "lectern-field-text.h"
#include "lectern-row-error.h"

/**
 * LecternField:
 *
 * Binds an entry, or a text view that wraps, to one member of the session or
 * of a record in it.
 *
 * What is typed goes to the model at each key, as one step until the focus
 * leaves.  What the model cannot hold stays the field's own text, with a
 * sentence that says why.  When the model changes by something else, the field
 * follows, but only then: it is never rewritten by what is typed in it.
 */
struct _LecternField
{
  GObject         parent_instance;

  /* Not owned: the row owns the field. */
  GtkWidget      *row;
  GtkWidget      *editor;
  char           *member;

  LecternSubject *subject;
  LecternRecord  *record;
  char           *prefix;
  guint64         key;

  /* What the model holds, as the field shows it. */
  char           *shown;
  char           *error;
  gboolean        typing;
  gboolean        setting;
  gboolean        dirty;
};

G_DEFINE_FINAL_TYPE (LecternField, lectern_field, G_TYPE_OBJECT)

/**
 * lectern_field_dup_text:
 * @self: a field
 *
 * What stands in the field.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_field_dup_text (LecternField *self)
{
  if (GTK_IS_TEXT_VIEW (self->editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    }

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

/* The cursor stays where it is, as far as it can. */
static void
set_text (LecternField *self,
          const char   *text)
{
  g_autofree char *old = lectern_field_dup_text (self);

  if (strcmp (old, text) == 0)
    return;

  self->setting = TRUE;
  if (GTK_IS_TEXT_VIEW (self->editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
      GtkTextIter cursor;
      int offset;

      gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
      offset = gtk_text_iter_get_offset (&cursor);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
      gtk_text_buffer_place_cursor (buffer, &cursor);
    }
  else
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (self->editor));

      gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
      gtk_editable_set_position (GTK_EDITABLE (self->editor),
                                 MIN (position, (int) g_utf8_strlen (text, -1)));
    }
  self->setting = FALSE;
}

static char *
dup_path (LecternField *self)
{
  return g_strconcat (self->prefix, self->member, NULL);
}

static void
set_error (LecternField *self,
           const char   *error,
           gboolean      spelled_out)
{
  if (error == NULL && self->error == NULL)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  lectern_row_error_set (self->row,
                         GTK_IS_EDITABLE (self->editor)
                           ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->editor)))
                           : self->editor,
                         error, spelled_out);
}

static void
put_into_model (LecternField *self,
                gboolean      finished)
{
  g_autofree char *text = lectern_field_dup_text (self);
  g_autofree char *value = lectern_field_text_read (self->record, self->member, text, finished);
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;

  self->typing = TRUE;
  lectern_subject_type (self->subject, path, value, &error);
  self->typing = FALSE;

  g_free (self->shown);
  self->shown = lectern_field_text_dup (self->record, self->member);
  lectern_subject_keep (self->subject, path, self->shown, error != NULL ? text : NULL);
  set_error (self, error != NULL ? error->message : NULL, finished);
}

static void
text_changed_cb (LecternField *self)
{
  if (self->setting || self->subject == NULL || self->prefix == NULL)
    return;

  self->dirty = TRUE;
  put_into_model (self, FALSE);
}

/**
 * lectern_field_leave:
 * @self: a field
 *
 * Does what is to be done when the focus leaves the field: what was typed is
 * finished, and is shown as the model has it.
 */
void
lectern_field_leave (LecternField *self)
{
  if (!self->dirty || self->subject == NULL || lectern_subject_get_changing (self->subject))
    return;

  self->dirty = FALSE;
  put_into_model (self, TRUE);
  if (self->error == NULL)
    set_text (self, self->shown);
}

static void
focus_left_cb (LecternField *self)
{
  lectern_field_leave (self);
  if (self->subject != NULL && lectern_subject_get_history (self->subject) != NULL)
    lectern_history_seal (lectern_subject_get_history (self->subject));
}

static void
show_model (LecternField *self)
{
  set_error (self, NULL, FALSE);
  set_text (self, self->shown);
  self->dirty = FALSE;
}

/* A session that is looked at again shows what was half typed in it. */
static void
show_kept (LecternField *self,
           const char   *path,
           const char   *kept)
{
  g_autofree char *text = g_strdup (kept);
  g_autofree char *value = lectern_field_text_read (self->record, self->member, text, TRUE);
  g_autoptr (GError) error = NULL;

  set_error (self, NULL, FALSE);
  set_text (self, text);
  self->dirty = TRUE;
  if (!lectern_edit_check (lectern_subject_get_session (self->subject), path, value, &error))
    set_error (self, error->message, TRUE);
}

static void
model_changed_cb (LecternField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  if (self->typing || self->prefix == NULL)
    return;

  text = lectern_field_text_dup (self->record, self->member);
  if (strcmp (text, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  path = dup_path (self);
  lectern_subject_keep (self->subject, path, self->shown, NULL);
  show_model (self);
}

static void
lectern_field_dispose (GObject *object)
{
  LecternField *self = LECTERN_FIELD (object);

  g_clear_object (&self->subject);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (lectern_field_parent_class)->dispose (object);
}

static void
lectern_field_finalize (GObject *object)
{
  LecternField *self = LECTERN_FIELD (object);

  g_free (self->member);
  g_free (self->prefix);
  g_free (self->shown);
  g_free (self->error);

  G_OBJECT_CLASS (lectern_field_parent_class)->finalize (object);
}

static void
lectern_field_class_init (LecternFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_field_dispose;
  object_class->finalize = lectern_field_finalize;
}

static void
lectern_field_init (LecternField *self)
{
  self->shown = g_strdup ("");
}

/**
 * lectern_field_new:
 * @row: the row that shows the field, which owns the result
 * @editor: what in @row, or @row itself, is typed into: a [iface@Gtk.Editable]
 *   or a [class@Gtk.TextView]
 * @member: the name of a member in the file, such as `title`
 *
 * Makes a field that is not bound yet.
 *
 * Returns: (transfer full): the field
 */
LecternField *
lectern_field_new (GtkWidget  *row,
                   GtkWidget  *editor,
                   const char *member)
{
  LecternField *self = g_object_new (LECTERN_TYPE_FIELD, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = row;
  self->editor = editor;
  self->member = g_strdup (member);

  /* Undoing is the document's: a text's own undo would know nothing of it. */
  if (GTK_IS_TEXT_VIEW (editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));

      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (editor), FALSE);
      g_signal_connect_object (editor, "changed", G_CALLBACK (text_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);

  return self;
}

static void
set_subject (LecternField   *self,
             LecternSubject *subject)
{
  if (self->subject != NULL)
    g_signal_handlers_disconnect_by_data (self->subject, self);

  g_set_object (&self->subject, subject);
  if (subject == NULL)
    return;

  g_signal_connect_object (subject, "leave", G_CALLBACK (lectern_field_leave),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "changed", G_CALLBACK (model_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * lectern_field_bind:
 * @self: a field
 * @subject: (nullable): what the editor is about
 * @record: (nullable): the session, or a record in it, or %NULL for a paper
 *   that is made when it is typed into
 * @prefix: (nullable): what stands before the member in its path: nothing for
 *   a session, or such as `papers[0].`
 *
 * Binds the field.  If it is bound to that already, nothing happens: the text
 * and the cursor stay.
 */
void
lectern_field_bind (LecternField   *self,
                    LecternSubject *subject,
                    LecternRecord  *record,
                    const char     *prefix)
{
  LecternSession *session = subject != NULL ? lectern_subject_get_session (subject) : NULL;
  guint64 key = session != NULL ? lectern_session_get_key (session) : 0;
  gboolean same = key == self->key && (record == self->record || self->typing);
  g_autofree char *path = NULL;
  const char *kept;

  if (subject != self->subject)
    set_subject (self, subject);

  /* Without a session there is nothing to type into. */
  if (session == NULL)
    {
      record = NULL;
      prefix = NULL;
    }

  self->key = key;
  g_set_object (&self->record, record);
  if (g_strcmp0 (self->prefix, prefix) != 0)
    {
      g_free (self->prefix);
      self->prefix = g_strdup (prefix);
    }

  if (same)
    {
      model_changed_cb (self);
      return;
    }

  g_free (self->shown);
  self->shown = lectern_field_text_dup (self->record, self->member);
  path = prefix != NULL ? dup_path (self) : NULL;
  kept = path != NULL ? lectern_subject_find_kept (subject, path, self->shown) : NULL;
  if (kept != NULL)
    show_kept (self, path, kept);
  else
    show_model (self);
}

/**
 * lectern_field_get_error:
 * @self: a field
 *
 * What is wrong with what the field holds.
 *
 * Returns: (transfer none) (nullable): a sentence, %NULL if all is well
 */
const char *
lectern_field_get_error (LecternField *self)
{
  return self->error;
}
