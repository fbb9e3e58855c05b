/* look-fixture.h: the window in other widths, sizes of text and directions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-window.h"

/* How wide a window is, how large its text, and which way it goes. */
typedef struct
{
  int              width;
  int              dpi;
  GtkTextDirection direction;
} Look;

/* Remembers what is usual; to be called before any of the others. */
void           look_fixture_init  (void);

/* Opens a schedule in a window of that look. */
LecternWindow *look_fixture_open  (const Look    *look,
                                   const char    *path);

/* Closes the window, and has all as usual. */
void           look_fixture_close (LecternWindow *window);
