/* test-editor-lists.c: papers, notes and links in the editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "editor-fixture.h"

#include <string.h>

#include "lectern-edit.h"
#include "lectern-paper-group.h"
#include "lectern-resource-group.h"
#include "lectern-resource-row.h"
#include "lectern-text-row.h"

static void
test_first_paper (EditorFixture *fixture,
                  gconstpointer  data)
{
  gpointer title;

  editor_show (fixture, fixture->other);
  title = editor_find_row (fixture, "Title", 0);
  lectern_session_editor_focus_title (fixture->editor);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (lectern_text_row_get_view (title))));
  editor_type (title, "New\npaper");
  editor_assert_text (title, "New paper");
  g_assert_cmpstr (lectern_paper_get_title (editor_paper (fixture->other, 0)), ==, "New paper");
  g_assert_cmpuint (editor_n_steps (fixture), ==, 1);

  lectern_history_undo (fixture->history);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_papers (fixture->other)), ==, 0);
  editor_assert_text (title, "");
  lectern_history_redo (fixture->history);
  editor_assert_text (title, "New paper");
}

static void
test_papers (EditorFixture *fixture,
             gconstpointer  data)
{
  GListModel *papers = lectern_session_get_papers (fixture->session);
  GtkWidget *second;

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.add-paper", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (papers), ==, 2);
  ui_test_wait (editor_find_row (fixture, "Title", 1) != NULL);
  editor_type (editor_find_row (fixture, "Title", 1), "Second");
  g_assert_cmpstr (lectern_paper_get_title (editor_paper (fixture->session, 1)), ==, "Second");

  second = editor_find (fixture, LECTERN_TYPE_PAPER_GROUP, 1);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (second)), ==, "Paper 2");
  g_assert_cmpstr (lectern_history_get_undo_label (fixture->history), ==, "Change Title");
  lectern_history_undo (fixture->history);
  lectern_history_undo (fixture->history);
  g_assert_cmpuint (g_list_model_get_n_items (papers), ==, 1);
  g_assert_null (editor_find_row (fixture, "Title", 1));
  editor_assert_text (editor_find_row (fixture, "Title", 0), "Paper");
}

static void
test_remove_paper (EditorFixture *fixture,
                   gconstpointer  data)
{
  editor_edit (fixture, fixture->session, "papers[1].title", "Second");
  ui_test_wait (editor_find_row (fixture, "Title", 1) != NULL);
  gtk_widget_grab_focus (editor_find_row (fixture, "Title", 0));
  editor_type (editor_find_row (fixture, "Title", 0), " one");

  editor_click (fixture, "Remove This Paper", 0);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_session_get_papers (fixture->session)), ==, 1);
  editor_assert_text (editor_find_row (fixture, "Title", 0), "Second");
  lectern_history_undo (fixture->history);
  editor_assert_text (editor_find_row (fixture, "Title", 0), "Paper one");
}

static GtkCheckButton *
radio (EditorFixture *fixture,
       guint          n)
{
  return lectern_resource_row_get_radio (
    LECTERN_RESOURCE_ROW (editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, n)));
}

static void
test_primary (EditorFixture *fixture,
              gconstpointer  data)
{
  editor_edit (fixture, fixture->session, "resources[0].primary", "true");
  g_assert_true (gtk_check_button_get_active (radio (fixture, 0)));
  g_assert_false (gtk_check_button_get_active (radio (fixture, 1)));

  gtk_check_button_set_active (radio (fixture, 1), TRUE);
  g_assert_false (lectern_resource_get_primary (editor_resource (fixture->session, 0)));
  g_assert_true (lectern_resource_get_primary (editor_resource (fixture->session, 1)));
  g_assert_cmpuint (editor_n_steps (fixture), ==, 2);

  lectern_history_undo (fixture->history);
  g_assert_true (gtk_check_button_get_active (radio (fixture, 0)));
  g_assert_false (gtk_check_button_get_active (radio (fixture, 1)));
}

static void
test_resources (EditorFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *second = editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 1);
  GListModel *resources = lectern_session_get_resources (fixture->session);

  gtk_widget_activate_action (second, "resource.move-up", NULL);
  g_assert_cmpstr (lectern_resource_get_label (editor_resource (fixture->session, 0)), ==, "Slides");
  gtk_widget_activate_action (second, "resource.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (resources), ==, 1);
  g_assert_null (editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 1));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (radio (fixture, 0))));

  /* The only one can be marked by its menu. */
  g_assert_true (lectern_session_get_primary (fixture->session)
                 == LECTERN_RECORD (editor_paper (fixture->session, 0)));
  gtk_widget_activate_action (editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 0), "resource.mark", NULL);
  g_assert_true (lectern_resource_get_primary (editor_resource (fixture->session, 0)));

  lectern_history_undo (fixture->history);
  lectern_history_undo (fixture->history);
  g_assert_cmpuint (g_list_model_get_n_items (resources), ==, 2);
  ui_test_wait (editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 1) != NULL);
}

static void
test_edit_resource (EditorFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *row = editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 1);
  gpointer label, link;

  gtk_widget_activate_action (row, "resource.edit", NULL);
  ui_test_wait (editor_find_row (fixture, "Label", 0) != NULL);
  label = editor_find_row (fixture, "Label", 0);
  link = editor_find_row (fixture, "Link", 1);
  editor_assert_text (label, "Slides");
  editor_assert_text (link, "https://example.org/slides");
  editor_type (label, " 2");
  editor_type (link, "/2");
  g_assert_cmpstr (lectern_resource_get_label (editor_resource (fixture->session, 1)), ==, "Slides 2");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Slides 2");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "https://example.org/slides/2");

  /* The resource is taken away under the popover. */
  editor_edit (fixture, fixture->session, "resources[1]", "");
  ui_test_wait (editor_find_row (fixture, "Label", 0) == NULL);
}

static LecternAddResourcePopover *
open_popover (EditorFixture *fixture)
{
  LecternResourceGroup *group;

  lectern_session_editor_add_resource (fixture->editor);
  group = LECTERN_RESOURCE_GROUP (editor_find (fixture, LECTERN_TYPE_RESOURCE_GROUP, 0));
  ui_test_wait (lectern_resource_group_get_popover (group) != NULL
                && gtk_widget_get_mapped (GTK_WIDGET (lectern_resource_group_get_popover (group))));

  return lectern_resource_group_get_popover (group);
}

static void
test_add_link (EditorFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *popover;

  editor_show (fixture, fixture->other);
  popover = GTK_WIDGET (open_popover (fixture));
  ui_test_collect (popover, ADW_TYPE_ENTRY_ROW, found);
  g_assert_cmpuint (found->len, ==, 2);
  g_signal_emit_by_name (g_ptr_array_index (found, 0), "entry-activated");
  g_assert_false (lectern_history_get_can_undo (fixture->history));

  editor_type (g_ptr_array_index (found, 0), "example.org/talk");
  editor_type (g_ptr_array_index (found, 1), "Talk");
  g_signal_emit_by_name (g_ptr_array_index (found, 0), "entry-activated");
  g_assert_cmpstr (lectern_resource_get_url (editor_resource (fixture->other, 0)), ==,
                   "https://example.org/talk");
  g_assert_cmpstr (lectern_resource_get_label (editor_resource (fixture->other, 0)), ==, "Talk");
  ui_test_wait (!gtk_widget_get_mapped (popover));
  g_assert_cmpuint (editor_n_steps (fixture), ==, 1);
}

static void
opened_cb (LecternSessionEditor *editor,
           LecternRecord        *target,
           gpointer              user_data)
{
  g_ptr_array_add (user_data, target);
}

static void
test_open (EditorFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) opened = g_ptr_array_new ();

  g_signal_connect (fixture->editor, "open-target", G_CALLBACK (opened_cb), opened);
  editor_click (fixture, "Open the Link", 0);
  editor_click (fixture, "Open “Slides”", 0);
  g_assert_cmpuint (opened->len, ==, 2);
  g_assert_true (g_ptr_array_index (opened, 0) == editor_paper (fixture->session, 0));
  g_assert_true (g_ptr_array_index (opened, 1) == editor_resource (fixture->session, 1));

  editor_show (fixture, fixture->other);
  g_assert_null (editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 0));
}

void
editor_add_list_tests (void)
{
  EDITOR_ADD ("first-paper", test_first_paper);
  EDITOR_ADD ("papers", test_papers);
  EDITOR_ADD ("remove-paper", test_remove_paper);
  EDITOR_ADD ("primary", test_primary);
  EDITOR_ADD ("resources", test_resources);
  EDITOR_ADD ("edit-resource", test_edit_resource);
  EDITOR_ADD ("add-link", test_add_link);
  EDITOR_ADD ("open", test_open);
}
