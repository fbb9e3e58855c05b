/* plan-dialog-parts.h: the parts of the dialog that plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-plan-dialog.h"
#include "lectern-plan-preview.h"
#include "ui-test.h"

static inline GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LECTERN_IS_PLAN_DIALOG (window))
        return window;
    }

  return NULL;
}

static inline AdwPreferencesGroup *
find_preview (GtkWidget *dialog)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  ui_test_collect (dialog, LECTERN_TYPE_PLAN_PREVIEW, found);
  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_index (found, 0);
}

/* What the @index-th row of the preview says to those who hear it. */
static inline const char *
get_sentence (GtkWidget *dialog,
              guint      index)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (GTK_WIDGET (find_preview (dialog)), ADW_TYPE_PREFERENCES_ROW, rows);
  g_assert_cmpuint (rows->len, >, index);

  return adw_preferences_row_get_title (g_ptr_array_index (rows, index));
}

static inline AdwComboRow *
find_combo (GtkWidget  *dialog,
            const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (dialog, ADW_TYPE_COMBO_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
        return g_ptr_array_index (rows, i);
    }
  g_assert_not_reached ();
}

static inline GtkWidget *
get_verb (GtkWidget *dialog)
{
  return gtk_window_get_default_widget (GTK_WINDOW (dialog));
}
