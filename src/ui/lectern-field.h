/* lectern-field.h: an entry or a text view that is bound to a member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "lectern-subject.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_FIELD (lectern_field_get_type ())
G_DECLARE_FINAL_TYPE (LecternField, lectern_field, LECTERN, FIELD, GObject)

LecternField *lectern_field_new       (GtkWidget      *row,
                                       GtkWidget      *editor,
                                       const char     *member);
void          lectern_field_bind      (LecternField   *self,
                                       LecternSubject *subject,
                                       LecternRecord  *record,
                                       const char     *prefix);
void          lectern_field_leave     (LecternField   *self);
char         *lectern_field_dup_text  (LecternField   *self);
const char   *lectern_field_get_error (LecternField   *self);

G_END_DECLS
