/* main.c: starts the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "lectern-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (LecternApplication) application = NULL;
  const char *folder = g_getenv ("LECTERN_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = lectern_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
