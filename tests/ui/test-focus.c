/* test-focus.c: the focus goes everywhere, can be seen, and is kept by nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "lectern-names.h"
#include "window-fixture.h"

/* More than any window has to offer. */
#define MOST 200

/* Until what has changed is drawn. */
static void
wait_frame (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gint64 first = gdk_frame_clock_get_frame_counter (clock);

  while (gdk_frame_clock_get_frame_counter (clock) < first + 2)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
}

static char *
take_picture (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  int width, height;

  wait_frame (window);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  pixels = g_malloc ((gsize) width * height * 4);
  gdk_texture_download (texture, pixels, (gsize) width * 4);

  return g_compute_checksum_for_data (G_CHECKSUM_MD5, pixels, (gsize) width * height * 4);
}

static char *
describe (GtkWidget *widget)
{
  GString *way = g_string_new (NULL);

  for (GtkWidget *each = widget; each != NULL; each = gtk_widget_get_parent (each))
    {
      const char *name = GTK_IS_BUTTON (each) ? gtk_button_get_label (GTK_BUTTON (each)) : NULL;

      g_string_append_printf (way, "%s%s%s < ", G_OBJECT_TYPE_NAME (each), name != NULL ? " " : "",
                              name != NULL ? name : "");
    }

  return g_string_free (way, FALSE);
}

/* The window looks otherwise without it. */
static void
check_seen (GtkWindow *window,
            GtkWidget *focus)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *what = describe (focus);

  gtk_window_set_focus_visible (window, TRUE);
  with = take_picture (window);
  gtk_window_set_focus (window, NULL);
  without = take_picture (window);
  if (g_str_equal (with, without))
    g_error ("The focus is not to be seen on %s", what);

  gtk_window_set_focus (window, focus);
  gtk_window_set_focus_visible (window, TRUE);
}

/* Of a list view the rows are one stop, which a key leaves (test-keyboard.py). */
static GtkWidget *
step (GtkWindow        *window,
      GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) : NULL;

  if (list != NULL)
    gtk_widget_set_can_focus (list, FALSE);
  /* As the key does. */
  g_signal_emit_by_name (focus != NULL ? focus : GTK_WIDGET (window), "move-focus", direction);
  if (list != NULL)
    gtk_widget_set_can_focus (list, TRUE);

  return gtk_window_get_focus (window);
}

/* Goes round, and gives how many stops there are. */
static guint
go_round (GtkWindow        *window,
          GtkDirectionType  direction,
          gboolean          look)
{
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (window, NULL);
  for (guint i = 0; i < MOST; i++)
    {
      GtkWidget *focus = step (window, direction);
      g_autofree char *what = describe (focus);

      g_test_message ("%u: %s", i, what);
      g_assert_true (gtk_widget_get_mapped (focus));
      if (!g_hash_table_add (stops, focus))
        return g_hash_table_size (stops);
      /* A page with nothing to reach takes it, to be scrolled. */
      if (look && !GTK_IS_SCROLLED_WINDOW (focus))
        check_seen (window, focus);
    }

  g_error ("The focus does not come round");
}

static void
check_window (GtkWindow *window,
              guint      fewest)
{
  guint there = go_round (window, GTK_DIR_TAB_FORWARD, TRUE);
  guint back = go_round (window, GTK_DIR_TAB_BACKWARD, FALSE);

  g_assert_cmpuint (there, >=, fewest);
  g_assert_cmpuint (back, ==, there);
}

static void
test_window (void)
{
  LecternWindow *window = window_fixture_open_sample (1000, 700);

  check_window (GTK_WINDOW (window), 20);
  window_fixture_close (window);
}

static void
test_narrow (void)
{
  LecternWindow *window = window_fixture_open_sample (360, 640);

  window_fixture_activate (window, "edit-session");
  ui_test_settle ();
  check_window (GTK_WINDOW (window), 10);
  window_fixture_close (window);
}

/* The window that lies over another. */
static GtkWindow *
find_dialog (LecternWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window)
          && gtk_widget_get_mapped (GTK_WIDGET (toplevel)))
        return toplevel;
    }

  return NULL;
}

static void
test_dialogs (void)
{
  static const struct { const char *action; guint fewest; } dialogs[] = {
    { "postpone", 5 }, { "continue-session", 3 }, { "swap", 3 }, { "cancel-session", 3 },
    { "plan-term", 8 }, { "show-presenters", 1 }, { "announce", 4 }, { "show-versions", 1 },
  };
  LecternWindow *window = window_fixture_open_sample (1000, 700);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWindow *dialog;

      g_test_message ("%s", dialogs[i].action);
      window_fixture_activate (window, dialogs[i].action);
      ui_test_wait (find_dialog (window) != NULL);
      dialog = find_dialog (window);
      ui_test_settle ();
      check_window (dialog, dialogs[i].fewest);
      gtk_window_close (dialog);
      ui_test_wait (find_dialog (window) == NULL);
    }

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application), "preferences", NULL);
  ui_test_wait (find_dialog (window) != NULL);
  ui_test_settle ();
  check_window (find_dialog (window), 4);
  gtk_window_close (find_dialog (window));
  ui_test_wait (find_dialog (window) == NULL);
  window_fixture_close (window);
}

/* A tooltip says the key, too, as it is written on the keyboard. */
static void
test_tooltips (void)
{
  static const struct { const char *action, *tooltip; } tooltips[] = {
    { "win.open", "Open a Schedule (Ctrl+O)" },
    { "win.new-session", "New Session (Shift+Ctrl+N)" },
    { "win.search", "Search (Ctrl+F)" },
    { "win.undo", "Undo Duplicate Session (Ctrl+Z)" },
    { "win.redo", "Redo (Shift+Ctrl+Z)" },
  };
  LecternWindow *window = window_fixture_open_sample (1000, 700);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  window_fixture_activate (window, "duplicate-session");
  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_ACTIONABLE, found);
  for (guint i = 0; i < G_N_ELEMENTS (tooltips); i++)
    {
      guint n = 0;

      for (guint j = 0; j < found->len; j++)
        {
          GtkWidget *each = g_ptr_array_index (found, j);
          const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (each));
          g_autofree char *tooltip = lectern_names_dup_tooltip (each);

          if (g_strcmp0 (action, tooltips[i].action) != 0 || gtk_widget_get_tooltip_text (each) == NULL)
            continue;
          g_assert_cmpstr (tooltip, ==, tooltips[i].tooltip);
          n++;
        }
      g_assert_cmpuint (n, >, 0);
    }

  window_fixture_close (window);
}

/* Without animations, what opens and closes is there at once. */
static void
test_motion (void)
{
  LecternWindow *window = window_fixture_open_sample (360, 640);
  g_autoptr (GPtrArray) revealers = g_ptr_array_new ();
  AdwLeaflet *leaflet = window_fixture_find (window, ADW_TYPE_LEAFLET);
  gboolean animations;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  g_assert_false (animations);

  window_fixture_activate (window, "search");
  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_REVEALER, revealers);
  g_assert_cmpuint (revealers->len, >, 0);
  for (guint i = 0; i < revealers->len; i++)
    {
      GtkRevealer *revealer = g_ptr_array_index (revealers, i);

      g_assert_cmpint (gtk_revealer_get_child_revealed (revealer), ==,
                       gtk_revealer_get_reveal_child (revealer));
    }
  window_fixture_activate (window, "search");
  window_fixture_activate (window, "edit-session");
  wait_frame (GTK_WINDOW (window));
  g_assert_false (adw_leaflet_get_child_transition_running (leaflet));

  window_fixture_close (window);
}

/* Comes when an event would. */
static gboolean
event_cb (gpointer user_data)
{
  GtkWindow *window = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);

  g_object_set_data (G_OBJECT (window), "in-window",
                     GINT_TO_POINTER (focus == NULL || gtk_widget_get_root (focus) == GTK_ROOT (window) ? 1 : -1));

  return G_SOURCE_REMOVE;
}

/* A key that comes before GTK draws again is not lost with what had the focus. */
static void
test_gone (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *gone = gtk_button_new_with_label ("a");

  gtk_box_append (GTK_BOX (box), gone);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("b"));
  gtk_window_set_child (window, box);
  gtk_window_present (window);
  ui_test_wait (gtk_widget_get_mapped (gone));
  gtk_widget_grab_focus (gone);
  ui_test_settle ();
  g_assert_true (gtk_window_get_focus (window) == gone);

  g_object_ref (gone);
  gtk_box_remove (GTK_BOX (box), gone);
  g_idle_add_full (G_PRIORITY_DEFAULT, event_cb, window, NULL);
  ui_test_wait (g_object_get_data (G_OBJECT (window), "in-window") != NULL);
  g_assert_cmpint (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), "in-window")), ==, 1);
  ui_test_wait (gtk_window_get_focus (window) == gtk_widget_get_first_child (box));

  g_assert_finalize_object (gone);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

  g_test_add_func ("/focus/window", test_window);
  g_test_add_func ("/focus/narrow", test_narrow);
  g_test_add_func ("/focus/dialogs", test_dialogs);
  g_test_add_func ("/focus/motion", test_motion);
  g_test_add_func ("/focus/tooltips", test_tooltips);
  g_test_add_func ("/focus/gone", test_gone);

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
