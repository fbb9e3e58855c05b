/* test-editor-widgets.c: names, keys, widths and ends of the editor's widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "editor-fixture.h"

#include "lectern-add-resource-popover.h"
#include "lectern-cancelled-row.h"
#include "lectern-date-row.h"
#include "lectern-entry-row.h"
#include "lectern-paper-group.h"
#include "lectern-resource-group.h"
#include "lectern-resource-popover.h"
#include "lectern-resource-row.h"
#include "lectern-text-row.h"
#include "lectern-text-view.h"
#include "lectern-time-row.h"
#include "lectern-warning-group.h"

static void
test_names (EditorFixture *fixture,
            gconstpointer  data)
{
  GtkEditable *link = editor_find_row (fixture, "Link", 0);
  LecternTextRow *title = editor_find_row (fixture, "Title", 0);
  GtkEditable *date = editor_find_row (fixture, "Date", 0);
  LecternResourceRow *notes =
    LECTERN_RESOURCE_ROW (editor_find (fixture, LECTERN_TYPE_RESOURCE_ROW, 0));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (link)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Link");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (date)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Date");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (lectern_text_row_get_view (title)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (lectern_resource_row_get_radio (notes)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Double click opens “Notes”");
}

/* In the order that they are read in. */
static void
test_tab (EditorFixture *fixture,
          gconstpointer  data)
{
  static const char * const order[] = { "Link", "Part", "Authors", "Presenters" };
  guint reached = 0;

  lectern_session_editor_focus_title (fixture->editor);
  for (guint i = 0; i < 12 && reached < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *focus, *row;

      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      row = gtk_widget_get_ancestor (focus, LECTERN_TYPE_ENTRY_ROW);
      if (row != NULL && GTK_IS_TEXT (focus))
        {
          g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, order[reached]);
          reached++;
        }
    }
  g_assert_cmpuint (reached, ==, G_N_ELEMENTS (order));
}

static void
test_widths (EditorFixture *fixture,
             gconstpointer  data)
{
  int minimum;

  editor_edit (fixture, fixture->session, "papers[0].title",
        "A title that is much longer than the pane is wide, and goes on for some lines more");
  editor_edit (fixture, fixture->session, "resources[1].label", "A label that is longer than it should be");
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  /* The title takes the lines that it needs. */
  ui_test_wait (gtk_widget_get_height (GTK_WIDGET (
                  lectern_text_row_get_view (editor_find_row (fixture, "Title", 0)))) >= 30);
}

static void
test_finalize (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GObject *object = g_object_new (type, NULL);

  g_object_ref_sink (object);
  g_object_add_weak_pointer (object, (gpointer *) &object);
  g_object_unref (object);
  g_assert_null (object);
}

static void
test_finalize_rows (void)
{
  LecternSubject *subject = lectern_subject_new ();
  GtkWidget *entry = lectern_entry_row_new ("title", "Title");
  GtkWidget *popover = lectern_add_resource_popover_new (subject);
  GtkWidget *text = g_object_new (LECTERN_TYPE_TEXT_ROW, "member", "note", "multiline", TRUE, NULL);
  GtkWidget **widgets[] = { &entry, &popover, &text };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      GtkWidget *widget = *widgets[i];

      g_object_ref_sink (widget);
      g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) widgets[i]);
      g_object_unref (widget);
      g_assert_null (*widgets[i]);
    }

  g_object_add_weak_pointer (G_OBJECT (subject), (gpointer *) &subject);
  g_object_unref (subject);
  g_assert_null (subject);
}

void
editor_add_widget_tests (void)
{
  const GType types[] = {
    LECTERN_TYPE_SESSION_EDITOR, LECTERN_TYPE_CANCELLED_ROW, LECTERN_TYPE_DATE_ROW,
    LECTERN_TYPE_PAPER_GROUP, LECTERN_TYPE_RESOURCE_GROUP, LECTERN_TYPE_RESOURCE_POPOVER,
    LECTERN_TYPE_RESOURCE_ROW, LECTERN_TYPE_TEXT_VIEW, LECTERN_TYPE_TIME_ROW,
    LECTERN_TYPE_WARNING_GROUP,
  };

  EDITOR_ADD ("names", test_names);
  EDITOR_ADD ("tab", test_tab);
  EDITOR_ADD ("widths", test_widths);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/editor/finalize/%s", g_type_name (types[i]));

      g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_finalize);
    }
  g_test_add_func ("/ui/editor/finalize/rows", test_finalize_rows);
}
