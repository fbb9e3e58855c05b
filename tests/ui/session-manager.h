/* session-manager.h: what GNOME's session manager is to an application, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Before the application is there: it looks for it once. */
void   session_manager_start         (void);
void   session_manager_stop          (void);

/* Logging out alone is asked about; anything else ends the test. */
guint  session_manager_get_n_reasons (void);
char  *session_manager_dup_reason    (void);

/* Someone logs out: the application is asked, and has answered. */
void   session_manager_ask           (void);
guint  session_manager_get_n_answers (void);

G_END_DECLS
