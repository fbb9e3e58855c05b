/* lectern-focus.c: no key is lost when what has the focus goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a widget with the focus is taken away, GTK 4 moves the focus only when it
 * draws or gets an event.  A key that comes before goes to what has been taken
 * away, and reaches no shortcut of the window, as what is taken away is no longer
 * in it.
 */

#include "lectern-config.h"

#include "lectern-focus.h"

static gboolean
let_go_cb (gpointer user_data)
{
  GtkWindow *window = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);

  /* The window itself gets the keys until GTK has found a better place. */
  if (focus != NULL && gtk_widget_get_root (focus) == NULL)
    gtk_window_set_focus (window, NULL);

  return G_SOURCE_REMOVE;
}

static void
root_cb (GtkWidget  *focus,
         GParamSpec *pspec,
         GtkWindow  *window)
{
  /* Before any event, but not while GTK is taking it away. */
  if (gtk_window_get_focus (window) == focus)
    g_idle_add_full (G_PRIORITY_HIGH, let_go_cb, g_object_ref (window), g_object_unref);
}

static void
focus_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL)
    return;

  g_signal_handlers_disconnect_by_func (focus, root_cb, window);
  g_signal_connect_object (focus, "notify::root", G_CALLBACK (root_cb), window, 0);
}

static void
toplevels_cb (GListModel *toplevels,
              guint       position,
              guint       n_removed,
              guint       n_added,
              GObject    *owner)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, position + i);

      g_signal_connect (toplevel, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
    }
}

/**
 * lectern_focus_watch:
 * @owner: what lives as long as it is wanted
 *
 * Sees that in no window, of ours or of GTK, a key is lost because what has the
 * focus was taken away.
 */
void
lectern_focus_watch (GObject *owner)
{
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (toplevels_cb), owner, 0);
}
