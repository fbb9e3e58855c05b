/* ui-test.h: what the tests of widgets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Says what is to be seen, and fails. */
static inline void
ui_test_fail (const char *file,
              int         line,
              const char *condition)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      g_printerr ("# %s “%s”%s%s\n", G_OBJECT_TYPE_NAME (window), gtk_window_get_title (window),
                  gtk_widget_get_mapped (GTK_WIDGET (window)) ? ", mapped" : "",
                  gtk_window_is_active (window) ? ", active" : "");
    }
  g_error ("%s:%d: did not come true: %s", file, line, condition);
}

/* How often the main loop is looked at at least: a machine that stood still for
 * a while has let time go by in which nothing could happen. */
#define UI_TEST_TURNS 100

/* Runs the main loop until @condition holds; fails after a minute. */
#define ui_test_wait(condition) G_STMT_START { \
    gint64 _end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; \
    guint _late = 0; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > _end && _late++ > UI_TEST_TURNS) \
          ui_test_fail (__FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, FALSE); \
        g_usleep (500); \
      } \
  } G_STMT_END

/* Runs the main loop until nothing is left to do, for what must not happen. */
static inline void
ui_test_settle (void)
{
  /* The sanitizers make everything slower. */
  gint64 slowness = g_getenv ("LECTERN_SANITIZED") != NULL ? 5 : 1;
  gint64 end = g_get_monotonic_time () + slowness * G_USEC_PER_SEC / 5;

  for (guint idle = 0; idle < UI_TEST_TURNS || g_get_monotonic_time () < end; )
    {
      if (g_main_context_iteration (NULL, FALSE))
        continue;
      idle++;
      g_usleep (500);
    }
}

/* Gives up the last reference to @object, once nothing else holds it: what goes on
 * in a thread may for a while, on a slow machine. */
#define ui_test_finalize(object) G_STMT_START { \
    ui_test_wait (G_OBJECT (object)->ref_count == 1); \
    g_assert_finalize_object (object); \
  } G_STMT_END

/* All widgets below @root of a type, in no order that matters. */
static inline void
ui_test_collect (GtkWidget *root,
                 GType      type,
                 GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_test_collect (child, type, found);
}

/* Whether a label below @root that is shown has that text. */
static inline gboolean
ui_test_says (GtkWidget  *root,
              const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  ui_test_collect (root, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_mapped (label) && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
        return TRUE;
    }

  return FALSE;
}
