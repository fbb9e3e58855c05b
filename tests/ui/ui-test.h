/* ui-test.h: what the tests of widgets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Runs the main loop until @condition holds; fails after some seconds. */
#define ui_test_wait(condition) G_STMT_START { \
    gint64 _end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > _end) \
          g_error ("%s:%d: did not come true: %s", __FILE__, __LINE__, #condition); \
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

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

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
