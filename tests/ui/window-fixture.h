/* window-fixture.h: a window of the application, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-window.h"
#include "ui-test.h"

extern GtkApplication *window_fixture_application;

void           window_fixture_init        (int             *argc,
                                           char          ***argv);
void           window_fixture_clear       (void);

/* A width of 0: what the settings say. */
LecternWindow *window_fixture_open        (const char      *path,
                                           int              width,
                                           int              height);
LecternWindow *window_fixture_open_sample (int              width,
                                           int              height);
void           window_fixture_close       (LecternWindow   *window);
gpointer       window_fixture_find        (LecternWindow   *window,
                                           GType            type);
gboolean       window_fixture_is_enabled  (LecternWindow   *window,
                                           const char      *action);
void           window_fixture_activate    (LecternWindow   *window,
                                           const char      *action);

/* Other windows than those of the application. */
gpointer       window_fixture_wait_dialog (GType            type);
guint          window_fixture_count       (GType            type);
void           window_fixture_press       (gpointer         window,
                                           const char      *label);
