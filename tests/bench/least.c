/* least.c: the least that shows as much as Lectern's window: a header bar, some
 * icons, and a line of text for each session of the sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No program that shows this with these libraries can be quicker or smaller.
 * In the instructions that it takes, most of what is beyond an empty window is
 * reading icons and fonts.
 */

#include <adwaita.h>

#define N_ROWS 36

static GtkWidget *
make_header_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new ("Group", "File"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), gtk_button_new_from_icon_name ("list-add-symbolic"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), gtk_button_new_from_icon_name ("open-menu-symbolic"));

  return bar;
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (int i = 0; i < N_ROWS; i++)
    gtk_box_append (GTK_BOX (rows), gtk_label_new ("Principles of Deep Learning Theory"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), rows);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), make_header_bar ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.example.Least",
                                                                G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
