/* lectern-name-completion.h: known presenters, offered while one is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_NAME_COMPLETION (lectern_name_completion_get_type ())
G_DECLARE_FINAL_TYPE (LecternNameCompletion, lectern_name_completion, LECTERN, NAME_COMPLETION, GObject)

LecternNameCompletion *lectern_name_completion_new (GtkWidget      *row,
                                                    LecternSubject *subject);

G_END_DECLS
