/* editor-fixture.c: a schedule and an editor that shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "editor-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-edit.h"
#include "lectern-text-row.h"

static const char content[] =
  "{\n"
  "  \"lectern\": 1,\n"
  "  \"title\": \"Group\",\n"
  "  \"defaults\": { \"time\": \"15:00\", \"duration\": 60, \"location\": \"Room\" },\n"
  "  \"notes\": { \"folder\": \"notes\" },\n"
  "  \"sessions\": [\n"
  "    { \"id\": \"a\", \"date\": \"2023-01-04\",\n"
  "      \"papers\": [ { \"title\": \"Paper\", \"url\": \"https://example.org/\" } ],\n"
  "      \"resources\": [ { \"label\": \"Notes\", \"file\": \"notes/a.pdf\" },\n"
  "                       { \"label\": \"Slides\", \"url\": \"https://example.org/slides\" } ] },\n"
  "    { \"id\": \"b\", \"date\": \"2023-01-11\" }\n"
  "  ]\n"
  "}\n";

static void
write_file (EditorFixture *fixture,
            const char    *name,
            const char    *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
editor_set_up (EditorFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  LecternSchedule *schedule;

  fixture->folder = g_dir_make_tmp ("lectern-editor-XXXXXX", NULL);
  write_file (fixture, "schedule.json", content);
  write_file (fixture, "notes/a.pdf", "%PDF-1.4\n");
  write_file (fixture, "notes/b.pdf", "%PDF-1.4\n");
  write_file (fixture, "notes/no.pdf", "text\n");

  path = g_build_filename (fixture->folder, "schedule.json", NULL);
  file = g_file_new_for_path (path);
  fixture->document = lectern_document_load (file, NULL, &error);
  g_assert_no_error (error);
  fixture->history = lectern_document_get_history (fixture->document);
  schedule = lectern_document_get_schedule (fixture->document);
  fixture->session = lectern_schedule_get_session (schedule, 0);
  fixture->other = lectern_schedule_get_session (schedule, 1);

  fixture->editor = lectern_session_editor_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 380, 1000);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->editor));
  g_object_set (fixture->editor, "document", fixture->document, "session", fixture->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->editor)) > 0);
}

static void
remove_file (EditorFixture *fixture,
             const char    *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

void
editor_tear_down (EditorFixture *fixture,
                  gconstpointer  data)
{
  GtkWidget *editor = GTK_WIDGET (fixture->editor);
  GtkWidget *window = fixture->window;
  LecternDocument *document = fixture->document;
  LecternSession *session = fixture->session;

  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (editor);

  /* Nothing of the editor holds on to what it showed. */
  g_object_unref (document);
  g_assert_null (document);
  g_assert_null (session);

  remove_file (fixture, "notes/a.pdf");
  remove_file (fixture, "notes/b.pdf");
  remove_file (fixture, "notes/no.pdf");
  remove_file (fixture, "notes");
  remove_file (fixture, "schedule.json");
  remove_file (fixture, "");
  g_free (fixture->folder);
}

/* The n-th widget of a type that can be seen; NULL if there are fewer. */
GtkWidget *
editor_find (EditorFixture *fixture,
             GType          type,
             guint          n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (fixture->editor), type, found);
  for (guint i = 0; i < found->len; i++)
    {
      if (gtk_widget_get_mapped (g_ptr_array_index (found, i)) && n-- == 0)
        return g_ptr_array_index (found, i);
    }

  return NULL;
}

gpointer
editor_find_row (EditorFixture *fixture,
                 const char    *title,
                 guint          n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (fixture->editor), ADW_TYPE_PREFERENCES_ROW, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (found, i);

      if (gtk_widget_get_mapped (row)
          && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title)
          && n-- == 0)
        return row;
    }

  return NULL;
}

static char *
dup_text (gpointer row)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (row))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  buffer = gtk_text_view_get_buffer (lectern_text_row_get_view (LECTERN_TEXT_ROW (row)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

void
editor_assert_text (gpointer    row,
                    const char *text)
{
  g_autofree char *found = dup_text (row);

  g_assert_cmpstr (found, ==, text);
}

/* Types at the end, letter by letter, as an input method does. */
void
editor_type (gpointer    row,
             const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize length = g_utf8_next_char (c) - c;

      if (GTK_IS_EDITABLE (row))
        {
          int position = -1;

          gtk_editable_set_position (GTK_EDITABLE (row), -1);
          position = gtk_editable_get_position (GTK_EDITABLE (row));
          gtk_editable_insert_text (GTK_EDITABLE (row), c, length, &position);
          gtk_editable_set_position (GTK_EDITABLE (row), position);
        }
      else
        {
          GtkTextBuffer *buffer =
            gtk_text_view_get_buffer (lectern_text_row_get_view (LECTERN_TEXT_ROW (row)));
          GtkTextIter end;

          gtk_text_buffer_get_end_iter (buffer, &end);
          gtk_text_buffer_place_cursor (buffer, &end);
          gtk_text_buffer_insert_at_cursor (buffer, c, length);
        }
    }
}

void
editor_clear (gpointer row)
{
  if (GTK_IS_EDITABLE (row))
    gtk_editable_delete_text (GTK_EDITABLE (row), 0, -1);
  else
    {
      GtkTextBuffer *buffer =
        gtk_text_view_get_buffer (lectern_text_row_get_view (LECTERN_TEXT_ROW (row)));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_delete (buffer, &start, &end);
    }
}

gboolean
editor_has_error (gpointer row)
{
  return gtk_widget_has_css_class (GTK_WIDGET (row), "error");
}

LecternPaper *
editor_paper (LecternSession *session,
              guint           n)
{
  g_autoptr (LecternPaper) item = g_list_model_get_item (lectern_session_get_papers (session), n);

  return item;
}

LecternResource *
editor_resource (LecternSession *session,
                 guint           n)
{
  g_autoptr (LecternResource) item = g_list_model_get_item (lectern_session_get_resources (session), n);

  return item;
}

guint
editor_n_steps (EditorFixture *fixture)
{
  guint n = 0;

  while (lectern_history_undo (fixture->history))
    n++;
  for (guint i = 0; i < n; i++)
    lectern_history_redo (fixture->history);

  return n;
}

void
editor_edit (EditorFixture  *fixture,
             LecternSession *session,
             const char     *path,
             const char     *value)
{
  g_autoptr (GError) error = NULL;

  lectern_edit_set (fixture->history, session, path, value, &error);
  g_assert_no_error (error);
}

void
editor_show (EditorFixture  *fixture,
             LecternSession *session)
{
  g_object_set (fixture->editor, "session", session, NULL);
}

void
editor_click (EditorFixture *fixture,
              const char    *tooltip,
              guint          n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (fixture->editor), GTK_TYPE_BUTTON, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (found, i);

      if (gtk_widget_get_mapped (button)
          && g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0
          && n-- == 0)
        {
          g_signal_emit_by_name (button, "clicked");
          return;
        }
    }

  g_error ("There is no button “%s”", tooltip);
}
